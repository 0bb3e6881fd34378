import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../src/cli.ts';
import type { Environment } from '../src/commands/streams.ts';
import { formats } from '../src/index.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dpa-lint-'));
  await writeFile(
    join(folder, 'bare.md'),
    '# Order\n\nThe Vendor delivers chairs. The School pays for them in May 2024.\n',
  );
  await writeFile(join(folder, 'old.md'), '# Order\n\nThe Vendor delivers chairs to the School.\n');
  await writeFile(join(folder, 'old.md.dpa.yml'), 'entered: 2016-03-01\n');
  await writeFile(join(folder, 'empty.pdf'), '');
  await writeFile(join(folder, 'notes.csv'), 'a,b\n');
});

afterAll(() => rm(folder, { recursive: true }));

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(argv: readonly string[], stdin = '', env: Environment = {}): Promise<Ran> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const told = { stdout: '', stderr: '' };
  stdout.on('data', (chunk) => {
    told.stdout += chunk;
  });
  stderr.on('data', (chunk) => {
    told.stderr += chunk;
  });
  const here = argv.map((word) => word.replace('DIR', folder));
  const code = await main(here, { stdin: Readable.from([stdin]), stdout, stderr, env });
  return { code, ...told };
}

test.each<[string[], number, string | RegExp, string | RegExp]>([
  [['DIR/bare.md', '--as-of', '2026-01-01'], 1, 'VOID UNLESS AMENDED', /^$/],
  [['DIR/bare.md', '--as-of', '2026-01-01', '--quiet'], 1, /^✗ [^\n]+bare\.md: void unless/, /^$/],
  [['DIR/old.md'], 0, 'NOT COVERED, OLDER THAN THE LAW', /^$/],
  [['DIR/old.md', '--entered', '2020-01-01'], 1, 'VOID UNLESS AMENDED', /^$/],
  [['DIR/bare.md', '--out-of-scope', 'It sells chairs.'], 0, 'It sells chairs.', /^$/],
  [['DIR/bare.md', '--fail-on', 'never'], 0, 'VOID UNLESS AMENDED', /^$/],
  [['DIR/old.md', '--fail-on', 'incomplete'], 0, 'NOT COVERED', /^$/],
  [['DIR/empty.pdf'], 3, 'UNDETERMINED', /^$/],
  [['DIR/empty.pdf', '--fail-on', 'never'], 3, 'UNDETERMINED', /^$/],
  [['DIR/empty.pdf', 'DIR/bare.md'], 3, 'Summary', /^$/],
  [['DIR', '--exclude', '*.pdf'], 1, '2 contracts', /^$/],
  [['DIR/*.md'], 1, '2 contracts', /^$/],
  [['DIR/*.rtf'], 2, /^$/, 'nothing matches'],
  [['DIR', '--exclude', '*.*'], 2, /^$/, 'no contract is left after --exclude'],
  [['DIR/bare.pdf'], 2, /^$/, /no such file or folder; did you mean "[^"]+bare\.md"/],
  [[], 2, /^$/, 'no path: name a contract'],
  [['--fromat', 'json', 'DIR'], 2, /^$/, 'Did you mean --format?'],
  [['--format', 'jsn', 'DIR'], 2, /^$/, 'did you mean "json"?'],
  [['--format', 'toString', 'DIR'], 2, /^$/, 'choose one of terminal, json'],
  [['--format', 'json', '--format', 'terminal', 'DIR'], 2, /^$/, 'cannot both go to standard output'],
  [['-f', 'json=DIR/x', '-f', 'sarif=DIR/x', 'DIR'], 2, /^$/, 'two reports cannot both go to'],
  [['-f', 'ndjson=DIR/no/such/folder', 'DIR/bare.md'], 2, /^$/, 'cannot be written'],
  [['--format', 'json=', 'DIR'], 2, /^$/, 'has no name'],
  [['--cache-dir', '', 'DIR'], 2, /^$/, '--cache-dir: the folder has no name'],
  [['--format', 'json=DIR/no/such/folder.json', 'DIR/bare.md'], 2, /^$/, 'cannot be written'],
  [['-f', 'json=DIR/no/x.json', '-f', 'terminal', 'DIR/bare.md'], 2, 'VOID UNLESS AMENDED', 'cannot be written'],
  [['-f', 'terminal', '-f', 'json=DIR/no/x.json', 'DIR/bare.md'], 2, 'VOID UNLESS AMENDED', 'cannot be written'],
  [['-f', 'ndjson', '-f', 'json=DIR', 'DIR/bare.md'], 2, '"path"', 'cannot be written'],
  [['-f', 'terminal', '-f', 'ndjson=DIR/no/x', 'DIR/empty.pdf'], 2, 'UNDETERMINED', 'cannot be written'],
  [['-f', 'json=DIR/no/x', '-f', 'sarif=DIR/no/y', 'DIR/bare.md'], 2, /^$/, /no.x: the report[\s\S]+no.y: the report/],
  [['--profile', 'polic', 'DIR'], 2, /^$/, 'did you mean "policy"?'],
  [['--as-of', '2026-02-30', 'DIR'], 2, /^$/, 'Write the day as 2018-07-01.'],
  [['--timeout', 'soon', 'DIR'], 2, /^$/, 'Write a number of seconds'],
  [['--fail-on', 'voids', 'DIR'], 2, /^$/, 'did you mean "void"?'],
  [['--exempt', 'c9', 'DIR'], 2, /^$/, 'choose one of c0'],
  [['--notice-named', 'ferpaa', 'DIR'], 2, /^$/, 'did you mean "ferpa"?'],
  [['--quiet', '--verbose', 'DIR'], 2, /^$/, 'opposites'],
  [['--rules', 'DIR', 'DIR'], 2, /^$/, 'no rule pack'],
  [['--rules', 'DIR/none', 'DIR'], 2, /^$/, 'no such folder of rules'],
  [['--help'], 0, 'Usage: dpa-lint', /^$/],
  [['help'], 0, 'Usage: dpa-lint', /^$/],
  [['help', 'baseline'], 0, 'Usage: dpa-lint baseline', /^$/],
  [['--version'], 0, /^\d+\.\d+\.\d+\n$/, /^$/],
  [['text', 'DIR/bare.md'], 0, 'The Vendor delivers chairs.', /^$/],
  [['text', 'DIR/empty.pdf'], 3, /^$/, 'empty.pdf: The file is empty.'],
  [['text'], 2, /^$/, "missing required argument 'file'"],
  [['explain', 'governing-law'], 0, /Elements[\s\S]+Model clause/, /^$/],
  [['explain', 'ct/governing-law'], 0, 'Model clause', /^$/],
  [['explain', 'governing-low'], 2, /^$/, 'did you mean "governing-law"?'],
  [['rules'], 0, 'ct/governing-law', /^$/],
  [['rules', 'list'], 0, 'ct/governing-law', /^$/],
  [['rules', 'schema'], 0, '"title"', /^$/],
  [['rules', 'tset'], 2, /^$/, 'did you mean "dpa-lint rules test"?'],
  [
    ['--baseline', 'DIR/b.json', 'baseline', 'DIR'],
    2,
    /^$/,
    /--baseline stands before .+: dpa-lint baseline … --baseline …/,
  ],
  [['--config', '/nonexistent.yml', 'baseline', 'DIR'], 2, /^$/, '--config stands before the command'],
  [['--no-config', 'config', 'print', 'DIR/bare.md'], 2, /^$/, '--no-config stands before the command'],
  [['-f', 'json', 'text', 'DIR/bare.md'], 2, /^$/, '--format is no option of "dpa-lint text"'],
])('%j exits %i', async (argv, code, stdout, stderr) => {
  const ran = await run(argv);
  expect(ran.stderr).toMatch(stderr);
  expect(ran.stdout).toMatch(stdout);
  expect(ran.code).toBe(code);
});

test('the JSON goes to a file while the report for people goes to the terminal', async () => {
  const { stdout, code } = await run(['DIR/bare.md', '-f', 'terminal', '-f', 'json=DIR/out.json']);
  expect(stdout).toContain('Provisions');
  expect(JSON.parse(await readFile(join(folder, 'out.json'), 'utf8')).documents).toHaveLength(1);
  expect(code).toBe(1);
});

test('the exit code is the same in every format', async () => {
  for (const file of ['bare.md', 'old.md', 'empty.pdf']) {
    const codes = await Promise.all(formats.map((name) => run([`DIR/${file}`, '-f', name])));
    expect(new Set(codes.map(({ code }) => code)).size).toBe(1);
  }
});

test('a dash takes paths from standard input, and one that is gone does not stop the others', async () => {
  const { stdout, code } = await run(['-', '-f', 'json'], `${folder}/old.md\n${folder}/gone.md\n`);
  const { documents } = JSON.parse(stdout);
  expect(documents.map(({ verdict }: { verdict: { state: string } }) => verdict.state)).toEqual([
    'unreadable',
    'before-the-act',
  ]);
  expect(code).toBe(3);
});

test('a slip in a side file stops the run, and says where', async () => {
  await writeFile(join(folder, 'slip.txt'), 'The Vendor delivers chairs.');
  await writeFile(join(folder, 'slip.txt.dpa.yml'), 'entred: 2016-03-01\n');
  const { stderr, code } = await run(['DIR/slip.txt']);
  expect(stderr).toMatch(/slip\.txt\.dpa\.yml:1:1: .*did you mean "entered"/);
  expect(code).toBe(2);
});

test('documents come in path order, and twice the same run gives the same bytes', async () => {
  const argv = ['DIR/old.md', 'DIR/bare.md', 'DIR/bare.md', '-f', 'json', '--as-of', '2026-01-01'];
  const [first, second] = [await run(argv), await run(argv)];
  expect(JSON.parse(first.stdout).documents.map(({ path }: { path: string }) => path)).toEqual([
    join(folder, 'bare.md'),
    join(folder, 'old.md'),
  ]);
  expect(first.stdout).toBe(second.stdout);
});

test.each<[string[], Environment, boolean]>([
  [[], {}, false],
  [['--color'], {}, true],
  [['--color'], { NO_COLOR: '1' }, true],
  [[], { FORCE_COLOR: '1' }, true],
  [[], { FORCE_COLOR: '0' }, false],
  [[], { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  [['--no-color'], { FORCE_COLOR: '1' }, false],
])('%j with %j colours: %s', async (flags, env, colored) => {
  const { stdout } = await run(['DIR/bare.md', ...flags], '', env);
  expect(/\p{Cc}\[/u.test(stdout)).toBe(colored);
});

test('every example of every rule passes', async () => {
  const { stdout, code } = await run(['rules', 'test']);
  // Every example of every shipped rule is what its file says of it.
  expect(stdout).toMatch(/^\d+ rules, \d+ examples, 0 failed\n$/);
  expect(code).toBe(0);
});
