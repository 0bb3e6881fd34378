import { expect, test, vi } from 'vitest';
import { folderOf } from '../load/folders.ts';
import { bareContract, runIn } from './run.ts';

const opened = vi.hoisted((): string[] => []);

// Root may read every folder, so that a real one would try nothing where root runs the tests.
vi.mock('node:fs/promises', async (original) => {
  const fs = await original<typeof import('node:fs/promises')>();
  const readdir = (path: string, ...rest: never[]) => {
    opened.push(path);
    if (!path.endsWith('locked')) return fs.readdir(path, ...rest);
    return Promise.reject(Object.assign(new Error('not allowed'), { code: 'EACCES' }));
  };
  return { ...fs, readdir };
});

test('a folder that may not be read is told in its place, and the rest is judged', async () => {
  const folder = await folderOf({ 'in/a.md': bareContract, 'in/locked/b.md': bareContract });
  const { stdout, code } = await runIn(folder, 'DIR/in', '-q', '--as-of', '2026-01-01');
  expect(stdout.replaceAll('\n  ', ' ').split('\n')).toEqual([
    expect.stringContaining('DIR/in/a.md: void unless amended'),
    expect.stringContaining('DIR/in/locked: undetermined (The folder cannot be read (EACCES)'),
    '',
  ]);
  expect(code).toBe(3);
  expect((await runIn(folder, 'DIR/in/**/*.md', '-q')).code).toBe(3);
});

test.each(['locked', 'DIR/in/locked/**', 'DIR/in/locked/*'])('one left out by %s is not opened', async (pattern) => {
  const folder = await folderOf({ 'in/a.md': bareContract, 'in/locked/b.md': bareContract });
  opened.length = 0;
  const { code } = await runIn(folder, 'DIR/in', '-q', '--exclude', pattern);
  expect(code).toBe(1);
  expect(opened).toContain(`${folder}/in`);
  expect(opened).not.toContain(`${folder}/in/locked`);
});

test.each(['locked', 'in/locked/**', 'in/*/*'])('the configuration leaves one out by %s', async (pattern) => {
  const files = { 'in/a.md': bareContract, 'in/locked/b.md': bareContract };
  const folder = await folderOf({ ...files, '.dpa-lint.yml': `exclude: "${pattern}"\n` });
  const { stdout, code } = await runIn(folder, 'DIR/in', '-q');
  expect([stdout, code]).toEqual([expect.not.stringContaining('locked'), 1]);
  // Named, it was meant.
  expect((await runIn(folder, 'DIR/in/locked', '-q')).code).toBe(3);
});
