import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../errors.ts';
import { sideFileOf } from './side-file.ts';

const run = promisify(execFile);

/** Those of the contracts that changed since a commit, or whose side file did: committed or not, or new. */
export async function changedSince(ref: string, contracts: readonly string[]): Promise<string[]> {
  const real = await Promise.all(contracts.map(async (path) => [path, await realOf(path)] as const));
  const changed = new Map<string, Set<string>>();
  for (const [path, file] of real) {
    if ([...changed.keys()].some((top) => file.startsWith(top + sep))) continue;
    const top = await topOf(dirname(file), path);
    changed.set(top, await changesIn(top, ref));
  }
  const all = new Set([...changed.values()].flatMap((files) => [...files]));
  return real.filter(([, file]) => all.has(file) || all.has(sideFileOf(file))).map(([path]) => path);
}

async function realOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

async function topOf(folder: string, path: string): Promise<string> {
  const top = await git(folder, ['rev-parse', '--show-toplevel']).catch((cause: unknown) => {
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    throw new UsageError(missing ? '--since: git is not installed' : `--since: ${path} lies in no git repository`, {
      cause,
    });
  });
  return realOf(top.trim());
}

async function changesIn(top: string, ref: string): Promise<Set<string>> {
  const commit = await git(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch(
    (cause: unknown) => {
      throw new UsageError(`--since ${ref}: git knows no such commit (a shallow clone holds few of them)`, { cause });
    },
  );
  // What the other branch did meanwhile is not our change.
  const base = await git(top, ['merge-base', commit.trim(), 'HEAD']).catch(() => commit);
  const lists = await Promise.all([
    git(top, ['diff', '--name-only', '-z', '--no-renames', base.trim(), '--']),
    git(top, ['ls-files', '--others', '--exclude-standard', '-z']),
  ]);
  return new Set(
    lists
      .flatMap((list) => list.split('\0'))
      .filter((name) => name !== '')
      .map((name) => join(top, name)),
  );
}

async function git(folder: string, words: readonly string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', folder, ...words], { maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}
