import { execFileSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { findContracts } from '../../src/commands/paths.ts';
import * as api from '../../src/index.ts';
import { folderOf } from '../load/folders.ts';
import { bareContract, runIn, runWith } from './run.ts';

async function judged(folder: string, ...argv: readonly string[]): Promise<string[]> {
  const { stdout, stderr } = await runIn(folder, ...argv, '-f', 'json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout).documents.map(({ path }: { path: string }) => path);
}

test('links to folders are followed, loops come to an end, and each file is judged once', async () => {
  const folder = await folderOf({ 'in/a.md': bareContract, 'in/z/b.md': bareContract, 'far/c.md': bareContract });
  await symlink('..', `${folder}/in/z/up`);
  await symlink('.', `${folder}/in/self`);
  await symlink('../far', `${folder}/in/far`);
  await symlink('../in', `${folder}/far/back`);
  await symlink('z', `${folder}/in/again`);
  await symlink('a.md', `${folder}/in/alias.md`);
  const all = ['DIR/in/a.md', 'DIR/in/far/c.md', 'DIR/in/z/b.md'];
  expect(await judged(folder, 'DIR/in')).toEqual(all);
  expect(await judged(folder, 'DIR/in/**/*.md')).toEqual(all);
  expect((await api.lint(`${folder}/in`)).contracts).toHaveLength(3);
  // The file's own path is left out, not the file.
  expect(await judged(folder, 'DIR/in', '--exclude', 'z')).toEqual(['DIR/in/a.md', 'DIR/in/again/b.md', all[1]]);
});

test('a link outlives the path of its file that the configuration leaves out', async () => {
  const folder = await folderOf({ '.dpa-lint.yml': 'exclude: archive/**\n', 'archive/a.md': bareContract });
  await symlink('archive', `${folder}/current`);
  expect(await judged(folder, 'DIR')).toEqual(['DIR/current/a.md']);
});

test('the same file named in several ways is judged once', async () => {
  const folder = await folderOf({ 'c.md': bareContract });
  expect(await judged(folder, 'DIR/c.md', 'DIR/./c.md', 'DIR//c.md')).toHaveLength(1);
  const { stdout } = await runWith('DIR//c.md\nDIR/c.md\n', folder, 'DIR/./c.md', '-', '-f', 'json');
  expect(JSON.parse(stdout).documents).toHaveLength(1);
});

test('only files are contracts: others are told in a folder, and refused by name', async () => {
  const folder = await folderOf({ 'a.md': bareContract });
  execFileSync('mkfifo', [`${folder}/pipe.md`, `${folder}/other.md`, `${folder}/pipe`]);
  await symlink('/dev/null', `${folder}/null.md`);
  const { stdout, stderr, code } = await runIn(folder, 'DIR', '-q', '--exclude', 'other.md');
  expect(stdout).toMatch(/^\S* DIR.a\.md/);
  expect(stderr.split('\n')).toEqual([
    'dpa-lint: DIR/null.md is a device, not a file, so it was passed over',
    'dpa-lint: DIR/pipe.md is a named pipe, not a file, so it was passed over',
    '',
  ]);
  expect(code).toBe(1);
  expect(await runIn(folder, 'DIR/pipe.md')).toEqual({
    code: 2,
    stdout: '',
    stderr: 'dpa-lint: DIR/pipe.md: this is a named pipe, not a file\n',
  });
  expect(await runIn(folder, 'text', 'DIR/pipe.md')).toMatchObject({
    code: 3,
    stderr: 'dpa-lint: DIR/pipe.md: This is a named pipe, not a file.\n',
  });
  const listed = await runWith('DIR/pipe\nDIR/a.md\n', folder, '-', '-q');
  expect([listed.code, listed.stdout]).toEqual([3, expect.stringContaining('This is a named pipe, not a file.')]);
});

test('a folder of which all is left out takes no other with it', async () => {
  const folder = await folderOf({ 'b/in/b.md': '', 'c/c.md': '' });
  const found = await findContracts([`${folder}/b`, `${folder}/c`], ['in']);
  expect(found).toEqual([`${folder}/c/c.md`]);
});

test('a name that leaves no room for that of a side file is read', async () => {
  const folder = await folderOf({});
  const name = `${'é'.repeat(125)}.md`;
  await writeFile(`${folder}/${name}`, bareContract);
  expect(await judged(folder, 'DIR')).toEqual([`DIR/${name}`]);
});

test('paths on standard input can be left out', async () => {
  const folder = await folderOf({ 'a.md': bareContract, 'drafts/b.md': bareContract });
  const list = 'DIR/a.md\nDIR/drafts/b.md\n';
  const { stdout } = await runWith(list, folder, '-', '--exclude', 'drafts', '-f', 'json');
  expect(JSON.parse(stdout).documents.map(({ path }: { path: string }) => path)).toEqual(['DIR/a.md']);
  expect(await runWith(list, folder, '-', '--exclude', '*.md')).toMatchObject({
    code: 2,
    stderr: 'dpa-lint: no contract is left after --exclude *.md\n',
  });
});

test('a report goes over no contract, and two do not go into one file', async () => {
  const folder = await folderOf({ 'a.md': bareContract });
  await mkdir(`${folder}/in`);
  await symlink('../a.md', `${folder}/in/link.md`);
  for (const file of ['DIR/a.md', 'DIR/in/../a.md', 'DIR/in/link.md']) {
    const { stderr, code } = await runIn(folder, 'DIR/a.md', '-f', `markdown=${file}`);
    expect([stderr, code]).toEqual([expect.stringContaining(`${file} is one of the contracts`), 2]);
  }
  const twice = await runIn(folder, 'DIR/a.md', '-f', 'json=DIR/x.json', '-f', 'sarif=DIR/./x.json');
  expect([twice.stderr, twice.code]).toEqual([expect.stringContaining('two reports cannot both go to'), 2]);
});
