import { mkdir, readFile, symlink } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { configJsonSchema } from '../../scripts/config-schema.ts';
import { folderOf } from '../load/folders.ts';
import { bareContract, runIn } from './run.ts';

const fixture = 'fixtures/valid/lakeview-storygrove.docx';

test('the nearest configuration above a contract holds, and the nearer one wins', async () => {
  const folder = await folderOf({
    '.dpa-lint.yml': 'profile: statute\n',
    'a/one.md': bareContract,
    'b/.dpa-lint.yml': 'profile: policy\n',
    'b/two.md': bareContract,
  });
  const one = await runIn(folder, 'DIR/a/one.md', '-f', 'json');
  const two = await runIn(folder, 'DIR/b/two.md', '-f', 'json');
  expect([one, two].map(({ stdout }) => JSON.parse(stdout).pack.profile)).toEqual(['statute', 'policy']);
  const flag = await runIn(folder, 'DIR/a/one.md', '-f', 'json', '--profile', 'policy');
  expect(JSON.parse(flag.stdout).pack.profile).toBe('policy');
  const without = await runIn(folder, 'DIR/a/one.md', '-f', 'json', '--no-config');
  expect(JSON.parse(without.stdout).pack.profile).toBe('policy');
});

test('the path of a contract decides between overrides', async () => {
  const folder = await folderOf({
    'dpa.yml': 'overrides:\n  - files: [old/**]\n    profile: statute\n    fail-on: never\n',
    'old/a.md': bareContract,
    'new/a.md': bareContract,
  });
  const count = async (path: string) => {
    const { stdout, code } = await runIn(folder, path, '--config', 'DIR/dpa.yml', '-f', 'json');
    return [JSON.parse(stdout).documents[0].verdict.lacking.length, code];
  };
  expect(await count('DIR/old/a.md')).toEqual([10, 0]);
  expect(await count('DIR/new/a.md')).toEqual([13, 1]);
  const both = await runIn(folder, 'DIR', '--config', 'DIR/dpa.yml', '-f', 'json');
  expect(JSON.parse(both.stdout).documents.map((one: { profile: string }) => one.profile)).toEqual([
    'policy',
    'statute',
  ]);
});

test.each([
  ['profil: policy', 'DIR/dpa.yml:1:1: unknown key "profil"; did you mean "profile"?'],
  ['profile: polcy', 'DIR/dpa.yml:1:1: no profile "polcy"; did you mean "policy"?'],
  ['fail-on: voids', 'DIR/dpa.yml:1:1: "voids" is none of never, void'],
  ['timeout: 1\nskip: [ferpa, ferpaa]', 'DIR/dpa.yml:2:15: no rule "ferpaa"; did you mean "ferpa"?'],
  ['overrides:\n  - files: [a]\n    skp: [ferpa]', 'DIR/dpa.yml:3:5: unknown key "skp"; did you mean "skip"?'],
  ['overrides:\n  - skip: [ferpa]', 'missing key "files"'],
  ['extends: https://example.org/a.yml', 'DIR/dpa.yml:1:1: "https://example.org/a.yml": nothing is fetched'],
  ['exclude: *none', 'DIR/dpa.yml:1:1: Unresolved alias'],
  ['extends: ./none.yml', 'there is no such file'],
  ['extends: no-such-package', 'no such package is installed'],
  ['extends: ./dpa.yml', 'extends this file in turn'],
  ['only: [ferpa]\nskip: [ferpa]', 'every rule is skipped'],
  ['exclude: "*.md"', ''],
])('%j is refused at its line', async (text, told) => {
  const folder = await folderOf({ 'dpa.yml': `${text}\n`, 'a.md': bareContract });
  const { stderr, code } = await runIn(folder, 'DIR/a.md', '--config', 'DIR/dpa.yml', '--as-of', '2026-01-01');
  expect(stderr).toContain(told);
  expect(code).toBe(told === '' ? 1 : 2);
});

test('what is excluded is not walked into', async () => {
  const folder = await folderOf({
    '.dpa-lint.yml': 'exclude: drafts\n',
    'a.md': bareContract,
    'drafts/b.md': bareContract,
  });
  const { stdout } = await runIn(folder, 'DIR', '-f', 'json');
  expect(JSON.parse(stdout).documents).toHaveLength(1);
  expect((await runIn(folder, 'DIR/drafts')).stderr).toContain('excludes every contract');
});

test('files and packages are extended, and the last that speaks is heard', async () => {
  const folder = await folderOf({
    'node_modules/@district/dpa/dpa-lint.yml': 'profile: statute\ntimeout: 30\npasswords: [secret]\n',
    'node_modules/@district/dpa/strict.yml': 'fail-on: note\n',
    'base.yml': 'extends: "@district/dpa"\ntimeout: 60\n',
    '.dpa-lint.yml': 'extends: [./base.yml, "@district/dpa/strict.yml"]\nocr: off\n',
  });
  const { stdout, code } = await runIn(folder, 'config', 'print', 'DIR/a.md');
  expect(stdout.split('\n')).toEqual([
    'fail-on: note             # DIR/node_modules/@district/dpa/strict.yml:1',
    'ocr: off                  # DIR/.dpa-lint.yml:2',
    'passwords: [1 not shown]  # DIR/node_modules/@district/dpa/dpa-lint.yml:3',
    'profile: statute          # DIR/node_modules/@district/dpa/dpa-lint.yml:1',
    'revisions: accepted       # default',
    'timeout: 60               # DIR/base.yml:2',
    '',
  ]);
  expect(code).toBe(0);
});

test('a valid contract of which a rule was skipped is not called valid', async () => {
  const whole = await runIn('/nowhere', fixture, '--no-config', '-q');
  expect([whole.code, whole.stdout]).toEqual([0, expect.stringContaining(': valid')]);
  const part = await runIn('/nowhere', fixture, '--no-config', '--skip', 'ferpa');
  expect(part.stdout).toContain('satisfies it: ferpa.');
  expect(part.code).toBe(3);
  const one = await runIn('/nowhere', fixture, '--no-config', '--rule', 'ferpa', '-f', 'json');
  const [document] = JSON.parse(one.stdout).documents;
  expect(document.verdict).toMatchObject({ outcome: 'undetermined', state: 'partly-checked' });
  expect(document.results.map(({ rule }: { rule: string }) => rule)).toEqual(['ct/ferpa']);
  expect((await runIn('/nowhere', fixture, '--rule', 'ferpaa')).stderr).toContain('did you mean "ferpa"?');
});

test('init writes a configuration that can be read, once', async () => {
  const folder = await folderOf({});
  expect((await runIn(folder, 'init', 'DIR')).code).toBe(0);
  const text = await readFile(`${folder}/.dpa-lint.yml`, 'utf8');
  const validate = new Ajv().compile(JSON.parse(configJsonSchema));
  expect(validate(parse(text))).toBe(true);
  // What is commented out must be right too, once somebody takes the mark away.
  expect(validate(parse(text.replace(/^# (?!yaml-)(?=[a-z-]+:( |$)| )/gm, '')))).toBe(true);
  expect((await runIn(folder, 'config', 'print', 'DIR/a.md')).stdout).toContain('profile: policy');
  expect(await runIn(folder, 'init', 'DIR')).toMatchObject({ code: 2, stderr: expect.stringContaining('already') });
});

test('the schema in the repository is the one that the loader has', async () => {
  expect(await readFile('docs/config.schema.json', 'utf8')).toBe(configJsonSchema);
});

test.each<[string, (file: string) => Promise<unknown>]>([
  ['a folder of its name', (file) => mkdir(file)],
  ['a broken link', (file) => symlink('gone.yml', file)],
  // Nobody may follow it, root included, who may read all else.
  ['what may not be read', (file) => symlink('.dpa-lint.yml', file)],
])('a configuration that cannot be read is not passed over: %s', async (_, make) => {
  const folder = await folderOf({ '.dpa-lint.yml': 'profile: statute\n', 'in/a.md': bareContract });
  await make(`${folder}/in/.dpa-lint.yml`);
  expect(await runIn(folder, 'DIR/in/a.md')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'dpa-lint: DIR/in/.dpa-lint.yml: the configuration cannot be read\n',
  });
});

test('of a folder is printed what holds for the contracts in it', async () => {
  const folder = await folderOf({
    '.dpa-lint.yml':
      'profile: policy\noverrides:\n  - { files: [a/**], timeout: 7 }\n  - { files: "*.md", timeout: 8 }\n',
    'b/.dpa-lint.yml': 'profile: statute\n',
    'a/one.md': '',
  });
  const printed = async (path: string) => (await runIn(folder, 'config', 'print', path)).stdout;
  expect(await printed('DIR/b')).toMatch(/profile: statute +# DIR.b.\.dpa-lint\.yml:1/);
  expect(await printed('DIR/a')).toMatch(/timeout: 7 /);
  expect(await printed('DIR')).toMatch(/timeout: 120 /);
});

test('the patterns of an installed preset start where the file lies that extends it', async () => {
  const preset = 'exclude: drafts/**\noverrides:\n  - files: [old/**]\n    profile: statute\n';
  const folder = await folderOf({
    'node_modules/@district/dpa/dpa-lint.yml': 'extends: ./strict.yml\n',
    'node_modules/@district/dpa/strict.yml': preset,
    'shared/base.yml': preset,
    'a/.dpa-lint.yml': 'extends: "@district/dpa"\n',
    'a/old/one.md': bareContract,
    'a/drafts/two.md': bareContract,
    'b/.dpa-lint.yml': 'extends: ../shared/base.yml\n',
    'b/old/one.md': bareContract,
  });
  const { stdout } = await runIn(folder, 'DIR/a', 'DIR/b', '-f', 'json');
  const judged = JSON.parse(stdout).documents.map(({ path, profile }: Record<string, string>) => [path, profile]);
  // A base of one's own has its patterns where it lies.
  expect(judged).toEqual([
    ['DIR/a/old/one.md', 'statute'],
    ['DIR/b/old/one.md', 'policy'],
  ]);
});
