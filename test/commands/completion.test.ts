import { execFileSync, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { folderOf } from '../load/folders.ts';
import { runIn } from './run.ts';

test.each([
  ['dpa-lint ba', 'baseline'],
  ['dpa-lint --fail-on ', 'never void conflict incomplete note'],
  ['dpa-lint contracts -f sar', 'sarif'],
  ['dpa-lint explain sever', 'severability'],
  ['dpa-lint config ', 'print'],
  ['dpa-lint baseline --pru', '--prune'],
  ['dpa-lint completion z', 'zsh'],
  ['dpa-lint config print --no-c', '--no-config'],
  ['dpa-lint rules test --ru', '--rules'],
  ['dpa-lint rules list --ru', '--rules'],
  ['dpa-lint waive a.pdf sever', 'severability'],
])('bash completes %j', async (line, expected) => {
  const { stdout } = await runIn('/nowhere', 'completion', 'bash');
  const words = line.split(' ').map((word) => `'${word}'`);
  const ask = `COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _dpa_lint; echo "\${COMPREPLY[*]}"`;
  expect(execFileSync('bash', ['-c', `${stdout}\n${ask}`], { encoding: 'utf8' }).trim()).toBe(expected);
});

test.each(['zsh', 'fish'])('the script for %s is one that the shell can read', async (shell) => {
  const { stdout, code } = await runIn('/nowhere', 'completion', shell);
  expect(code).toBe(0);
  for (const word of ['baseline', 'severability', 'fail-on']) expect(stdout).toContain(word);
  const folder = await folderOf({});
  await writeFile(`${folder}/script`, stdout);
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
