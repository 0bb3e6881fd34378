import { execFileSync } from 'node:child_process';
import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { folderOf } from '../load/folders.ts';
import { bareContract, runIn } from './run.ts';

function git(folder: string, ...words: string[]): void {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  const local = ['-c', 'protocol.file.allow=always'];
  execFileSync('git', ['-C', folder, ...who, ...local, ...words], { stdio: 'ignore' });
}

/** A repository with all of its files committed. */
async function repository(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await folderOf(files);
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder);
  return folder;
}

function commit(folder: string): void {
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'All');
}

const more = `${bareContract}More.\n`;

async function paths(folder: string, ref: string): Promise<unknown> {
  const { stdout, stderr, code } = await runIn(folder, 'DIR', '--since', ref, '-f', 'json');
  if (stdout === '') return [stderr, code];
  return [JSON.parse(stdout).documents.map(({ path }: { path: string }) => path), code];
}

test('only what changed since is judged: committed, changed, new, or its side file', async () => {
  const folder = await folderOf(Object.fromEntries('abcde'.split('').map((name) => [`${name}.md`, bareContract])));
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'All');
  expect(await paths(folder, 'HEAD')).toEqual([[], 0]);
  expect((await runIn(folder, 'DIR', '--since', 'HEAD')).stderr).toContain('no contract has changed since HEAD');
  git(folder, 'switch', '-qc', 'ours');
  await writeFile(`${folder}/a.md`, `${bareContract}More.\n`);
  git(folder, 'commit', '-qam', 'One');
  await writeFile(`${folder}/b.md`, `${bareContract}More.\n`);
  await writeFile(`${folder}/c.md.dpa.yml`, 'entered: 2020-01-01\n');
  await writeFile(`${folder}/new ü.md`, bareContract);
  const ours = ['a.md', 'b.md', 'c.md', 'new ü.md'].map((name) => `DIR/${name}`);
  expect(await paths(folder, 'main')).toEqual([ours, 1]);
  expect(await paths(folder, 'HEAD')).toEqual([ours.slice(1), 1]);
});

test('a wrong commit, and a folder that is no repository, are told', async () => {
  const folder = await folderOf({ 'a.md': bareContract });
  expect(await paths(folder, 'main')).toEqual(['dpa-lint: --since: DIR/a.md lies in no git repository\n', 2]);
  git(folder, 'init', '-q');
  expect(await paths(folder, '--output=x')).toEqual([expect.stringContaining('git knows no such commit'), 2]);
});

test('in a submodule the commit that was recorded for it counts', async () => {
  const origin = await repository({ 'a.md': bareContract, 'b.md': bareContract });
  const folder = await repository({ 'own.md': bareContract });
  git(folder, 'submodule', 'add', '-q', origin, 'sub');
  commit(folder);
  expect(await paths(folder, 'HEAD')).toEqual([[], 0]);
  await writeFile(`${folder}/sub/a.md`, more);
  expect(await paths(folder, 'HEAD')).toEqual([['DIR/sub/a.md'], 1]);
  commit(`${folder}/sub`);
  expect(await paths(folder, 'HEAD')).toEqual([['DIR/sub/a.md'], 1]);
  commit(folder);
  expect(await paths(folder, 'HEAD')).toEqual([[], 0]);
  expect(await paths(folder, 'HEAD~1')).toEqual([['DIR/sub/a.md'], 1]);
  // Before it was a submodule there is nothing to hold it against.
  expect(await paths(folder, 'HEAD~2')).toEqual([['DIR/sub/a.md', 'DIR/sub/b.md'], 1]);
});

test('a nested repository has its own changes, and all are judged where it does not know the commit', async () => {
  const folder = await repository({ 'own.md': bareContract, '.gitignore': 'in/\n' });
  await mkdir(`${folder}/in`);
  await writeFile(`${folder}/in/a.md`, bareContract);
  await writeFile(`${folder}/in/b.md`, bareContract);
  git(`${folder}/in`, 'init', '-q', '-b', 'other');
  commit(`${folder}/in`);
  await writeFile(`${folder}/in/a.md`, more);
  expect(await paths(folder, 'HEAD')).toEqual([['DIR/in/a.md'], 1]);
  expect(await paths(folder, 'main')).toEqual([['DIR/in/a.md', 'DIR/in/b.md'], 1]);
});

test('what git ignores counts as changed, but not what is installed', async () => {
  const folder = await repository({
    '.gitignore': 'private/\n*.dpa.yml\n*.bak\nnode_modules/\n',
    '.dpa-lint.yml': 'extends: preset\nrules: ./rules/ct\n',
    'node_modules/preset/dpa-lint.yml': 'ocr: off\n',
    'a.md': bareContract,
    'b.md': bareContract,
  });
  await cp('rules', `${folder}/rules`, { recursive: true });
  commit(folder);
  await writeFile(`${folder}/rules/ct/ferpa.yml.bak`, 'what an editor keeps');
  expect(await paths(folder, 'HEAD')).toEqual([[], 0]);
  await mkdir(`${folder}/private/deep`, { recursive: true });
  await writeFile(`${folder}/private/deep/c.md`, bareContract);
  await writeFile(`${folder}/b.md.dpa.yml`, 'entered: 2020-01-01\n');
  expect(await paths(folder, 'HEAD')).toEqual([['DIR/b.md', 'DIR/private/deep/c.md'], 1]);
});

const entry = (contract: string) =>
  `  - { contract: '${contract}', rule: ferpa, reason: Old., approver: A, expires: 2020-01-01 }\n`;
const waiver = `waivers:\n${entry('*.md')}`;
const two = `waivers:\n${entry('[ad].md')}`;
const known = (...findings: readonly string[]) =>
  JSON.stringify({
    version: 1,
    findings: findings.map((path) => ({ path, rule: 'ct/ferpa', kind: 'missing', key: '0123' })),
  });

test.each([
  ['the central file of waivers', 'waivers.yml', waiver.replace('Old', 'New')],
  ['the baseline', 'known.json', known('in/a.md')],
  ['the configuration', '.dpa-lint.yml', 'extends: ./base.yml\n'],
  ['what the configuration extends', 'base.yml', 'profile: policy\n'],
  ['a nearer configuration that is gone', 'in/.dpa-lint.yml', null],
  ['the lock of a package that it extends', 'package-lock.json', '{ "a": 2 }\n'],
])('a contract counts as changed when %s did', async (_, file, text) => {
  const folder = await repository({
    '.gitignore': 'node_modules\n',
    '.dpa-lint.yml': 'extends: [./base.yml, preset]\nwaivers: ./waivers.yml\nbaseline: ./known.json\n',
    'base.yml': 'profile: statute\n',
    'node_modules/preset/dpa-lint.yml': 'ocr: off\n',
    'package-lock.json': '{}\n',
    'waivers.yml': waiver,
    'known.json': '{"version":1,"findings":[]}\n',
    'in/.dpa-lint.yml': 'profile: policy\n',
    'in/a.md': bareContract,
    'other/.dpa-lint.yml': 'profile: policy\n',
    'other/b.md': bareContract,
  });
  // Only that of the nearest configuration holds.
  await rm(`${folder}/in/.dpa-lint.yml`);
  commit(folder);
  if (file === 'in/.dpa-lint.yml') {
    await writeFile(`${folder}/${file}`, 'profile: policy\n');
    commit(folder);
  }
  expect(await paths(folder, 'HEAD')).toEqual([[], 0]);
  if (text === null) await rm(`${folder}/${file}`);
  else await writeFile(`${folder}/${file}`, text);
  expect(await paths(folder, 'HEAD')).toEqual([['DIR/in/a.md'], 1]);
});

test.each([
  ['an entry that came', known('a.md', 'b.md'), ['b']],
  ['an entry that went', known(), ['a']],
  ['another way to write it', JSON.stringify(JSON.parse(known('a.md')), null, 2), []],
  ['what cannot be read', '{ "version": 1 }', null],
])('of a baseline that changed only the entries for a contract matter to it: %s', async (_, text, judged) => {
  const contracts = { 'a.md': bareContract, 'b.md': bareContract, 'c.md': bareContract };
  const folder = await repository({
    ...contracts,
    '.dpa-lint.yml': 'baseline: known.json\n',
    'known.json': known('a.md'),
  });
  await writeFile(`${folder}/known.json`, text);
  if (judged === null) expect(await paths(folder, 'HEAD')).toEqual([expect.stringContaining('missing key'), 2]);
  else
    expect(await paths(folder, 'HEAD')).toEqual([judged.map((name) => `DIR/${name}.md`), judged.length === 0 ? 0 : 1]);
});

test.each([
  ['an entry that came', two + entry('b.md'), ['b']],
  ['an entry that went', 'waivers: []\n', ['a', 'd']],
  ['an entry that changed', two.replace('Old', 'New'), ['a', 'd']],
  ['a comment', `# Ours\n${two}`, []],
])('of waivers that changed only the entries for a contract matter to it: %s', async (_, text, judged) => {
  const contracts = Object.fromEntries('abcd'.split('').map((name) => [`${name}.md`, bareContract]));
  const folder = await repository({ ...contracts, '.dpa-lint.yml': 'waivers: w.yml\n', 'w.yml': two });
  await writeFile(`${folder}/w.yml`, text);
  expect(await paths(folder, 'HEAD')).toEqual([judged.map((name) => `DIR/${name}.md`), judged.length === 0 ? 0 : 1]);
});

test('where nobody can tell which entries changed, all contracts are judged', async () => {
  const files = { 'a.md': bareContract, 'b.md': bareContract, 'one.json': known('a.md'), 'two.json': known('b.md') };
  const folder = await repository({ ...files, '.dpa-lint.yml': 'baseline: known.json\n' });
  const both = [['DIR/a.md', 'DIR/b.md'], 1];
  // Nothing was known of it before.
  await writeFile(`${folder}/known.json`, known('a.md'));
  expect(await paths(folder, 'HEAD')).toEqual(both);
  await rm(`${folder}/known.json`);
  await symlink('one.json', `${folder}/known.json`);
  commit(folder);
  expect(await paths(folder, 'HEAD')).toEqual([[], 0]);
  await rm(`${folder}/known.json`);
  await symlink('two.json', `${folder}/known.json`);
  expect(await paths(folder, 'HEAD')).toEqual(both);
  // It could not be read.
  await rm(`${folder}/known.json`);
  await writeFile(`${folder}/known.json`, '{}');
  commit(folder);
  await writeFile(`${folder}/known.json`, known('a.md'));
  expect(await paths(folder, 'HEAD')).toEqual(both);
});

test('a contract counts as changed when rules of its own did, or the words beside them', async () => {
  const folder = await folderOf({ '.dpa-lint.yml': 'rules: ./rules/ct\n', 'a.md': bareContract });
  await cp('rules', `${folder}/rules`, { recursive: true });
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder);
  expect(await paths(folder, 'HEAD')).toEqual([[], 0]);
  await writeFile(`${folder}/rules/lexicon/new.yml`, 'never-said: [neversaid]\n');
  expect(await paths(folder, 'HEAD')).toEqual([['DIR/a.md'], 1]);
});

test('what a hook of git is told of its repository does not lead astray', async () => {
  const main = await repository({ 'a.md': bareContract, 'b.md': bareContract });
  git(main, 'worktree', 'add', '-q', '-b', 'ours', 'linked');
  const folder = `${main}/linked`;
  await writeFile(`${folder}/a.md`, more);
  const told = { GIT_DIR: '.git', GIT_WORK_TREE: '.', GIT_INDEX_FILE: '.git/index', GIT_PREFIX: 'x/' };
  for (const [name, value] of Object.entries(told)) vi.stubEnv(name, value);
  onTestFinished(() => {
    vi.unstubAllEnvs();
  });
  expect(await paths(folder, 'HEAD')).toEqual([['DIR/a.md'], 1]);
});

test('a contract behind a link that leads out of the repository is judged, and stops nothing', async () => {
  const outside = await folderOf({ 'far.md': bareContract });
  const folder = await repository({ 'a.md': bareContract, 'b.md': bareContract });
  await symlink(`${outside}/far.md`, `${folder}/far.md`);
  await symlink('a.md', `${folder}/near.md`);
  commit(folder);
  expect(await paths(folder, 'HEAD')).toEqual([['DIR/far.md'], 1]);
  await rm(`${folder}/near.md`);
  await symlink('b.md', `${folder}/near.md`);
  const { stdout } = await runIn(folder, 'DIR/near.md', '--since', 'HEAD', '-f', 'json');
  expect(JSON.parse(stdout).documents).toHaveLength(1);
});
