import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { folderOf } from '../load/folders.ts';
import { bareContract, runIn } from './run.ts';

function git(folder: string, ...words: string[]): void {
  const who = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', ['-C', folder, ...who, ...words], { stdio: 'ignore' });
}

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
