import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { folderOf } from '../load/folders.ts';
import { runIn } from './run.ts';

const lines = [
  ['dpa-lint ba', 'baseline'],
  ['dpa-lint --fail-on ', 'never void conflict incomplete note'],
  ['dpa-lint contracts -f sar', 'sarif'],
  ['dpa-lint contracts --fail-', '--fail-on'],
  ['dpa-lint explain sever', 'severability'],
  ['dpa-lint config pr', 'print'],
  ['dpa-lint baseline --pru', '--prune'],
  ['dpa-lint completion z', 'zsh'],
  ['dpa-lint config print --no-c', '--no-config'],
  ['dpa-lint config print --fail', ''],
  ['dpa-lint rules test --ru', '--rules'],
  ['dpa-lint rules list --ru', '--rules'],
  ['dpa-lint waive a.pdf sever', 'severability'],
  ['dpa-lint waive sever', ''],
] as const;

/** How each shell is asked for what it offers: with its own means, or with those that stand in for them. */
const asked: Readonly<Record<string, (script: string, line: string) => readonly string[]>> = {
  bash: (script, line) => {
    const words = line.split(' ').map((word) => `'${word}'`);
    const place = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}`;
    return ['-c', `source ${script}; ${place}; _dpa_lint; printf '%s\\n' "\${COMPREPLY[@]}"`];
  },
  zsh: (script, line) => {
    const words = line.split(' ').map((word) => `'${word}'`);
    const place = `words=(${words.join(' ')}); CURRENT=${words.length}`;
    const offer = 'compadd() { shift; for one in $@; do [[ $one == $words[CURRENT]* ]] && print -r -- $one; done }';
    return ['-fc', `compdef() {}; _files() {}; ${offer}; source ${script}; ${place}; _dpa_lint`];
  },
  fish: (script, line) => ['--no-config', '-c', `source ${script}; complete -C '${line}'`],
};

test.each(
  Object.keys(asked).flatMap((shell) => lines.map(([line, told]) => [shell, line, told] as const)),
)('%s completes %j', async (shell, line, expected) => {
  const { stdout } = await runIn('/nowhere', 'completion', shell);
  const folder = await folderOf({ script: stdout });
  const ask = asked[shell]?.(`${folder}/script`, line) ?? [];
  const { error, stdout: told, stderr } = spawnSync(shell, ask, { encoding: 'utf8', cwd: folder });
  // Where the shell is not installed there is nobody to ask.
  if (error !== undefined && shell !== 'bash') return;
  expect(stderr).toBe('');
  const offered = told.trim().split('\n');
  // Fish sorts what it offers, and explains it.
  expect(offered.map((one) => one.replace(/\t.*/, '')).toSorted()).toEqual(expected.split(' ').toSorted());
});

test.each(['zsh', 'fish'])('the script for %s is one that the shell can read', async (shell) => {
  const { stdout, code } = await runIn('/nowhere', 'completion', shell);
  expect(code).toBe(0);
  for (const word of ['baseline', 'severability', 'fail-on']) expect(stdout).toContain(word);
  const folder = await folderOf({ script: stdout });
  const { error, status } = spawnSync(shell, ['-n', `${folder}/script`]);
  // Where the shell is not installed there is nobody to ask.
  if (error === undefined) expect(status).toBe(0);
});

test('another shell is told which there are', async () => {
  expect((await runIn('/nowhere', 'completion', 'fishy')).stderr).toContain('did you mean "fish"?');
});

test.each([
  [['explian', 'ferpa'], 'did you mean "dpa-lint explain"?'],
  [['basline'], 'did you mean "dpa-lint baseline"?'],
  [['rules', 'tset'], 'did you mean "dpa-lint rules test"?'],
  [['config', 'pritn'], 'did you mean "dpa-lint config print"?'],
])('%j is a mistyped command', async (argv, told) => {
  expect(await runIn('/nowhere', ...argv)).toMatchObject({ code: 2, stderr: expect.stringContaining(told) });
});

test.each([
  [],
  ['text'],
  ['explain'],
  ['rules'],
  ['rules', 'list'],
  ['rules', 'test'],
  ['rules', 'schema'],
  ['init'],
  ['config'],
  ['config', 'print'],
  ['baseline'],
  ['waive'],
  ['diff'],
  ['completion'],
])('the help of dpa-lint %s %s has examples', async (...path) => {
  const { stdout, code } = await runIn('/nowhere', ...path.filter((word) => word !== undefined), '--help');
  expect(stdout).toContain(`\nExamples:\n`);
  expect(stdout).toContain(path.length === 0 ? 'dpa-lint contract.pdf' : `dpa-lint ${path.join(' ')}`);
  expect(code).toBe(0);
});

test.each([
  ['baseline', '--prune', '--baseline', '--exclude'],
  ['waive', '--reason', '--approver', '--expires'],
  ['diff', '--json'],
])('the help of %s has its own options together, before those of reading', async (command, ...own) => {
  const { stdout } = await runIn('/nowhere', command, '--help');
  const [before = '', reading = ''] = stdout.split('\nReading:\n');
  for (const option of own)
    expect([before.includes(`  ${option}`), reading.includes(`  ${option}`)]).toEqual([true, false]);
});
