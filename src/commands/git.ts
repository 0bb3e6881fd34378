import { execFile } from 'node:child_process';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../errors.ts';
import { isThere } from '../load/find-config.ts';
import { realOf } from './kinds.ts';
import { memo } from './memo.ts';

const run = promisify(execFile);

/** The paths of a repository that changed, in full, files and whole folders; `all` where git cannot tell which. */
export type Changes = ReadonlySet<string> | 'all';

/** The repositories of a run, each asked once for what changed in it since a commit. */
export interface Repositories {
  /** Of the innermost repository that a folder lies in; null where it lies in none. */
  readonly changesAt: (folder: string) => Promise<Changes | null>;
  /** What a file said at the commit; null where git cannot tell. */
  readonly textBefore: (path: string) => Promise<string | null>;
  /** Throws `UsageError` where none of the repositories that were asked knows the commit. */
  readonly refuseUnknown: () => void;
}

/**
 * Repositories by their folders. A commit is one of the outermost repository, or of the one that somebody stands in: in
 * a submodule the commit that was recorded for it then takes its place.
 */
export function repositories(ref: string): Repositories {
  const asked = new Set<boolean>();
  const topOf: (folder: string) => Promise<string | null> = memo(async (folder) => {
    if (await isThere(join(folder, '.git'))) return topAt(folder);
    const above = dirname(folder);
    return above === folder ? null : topOf(above);
  });
  const baseOf: (top: string) => Promise<string | null> = memo(async (top) => {
    const outer = await outerOf(top);
    if (outer !== null) return recordedIn(outer, await baseOf(outer), top);
    const commit = await commitIn(top, ref);
    asked.add(commit !== null);
    // What the other branch did meanwhile is not our change.
    return commit === null ? null : git(top, ['merge-base', commit, 'HEAD']).catch(() => commit);
  });
  const changesOf = memo(async (top) => {
    const base = await baseOf(top);
    return base === null ? 'all' : changesIn(top, base);
  });
  return {
    changesAt: async (folder) => {
      const top = await topOf(folder);
      return top === null ? null : changesOf(top);
    },
    textBefore: async (path) => {
      const top = await topOf(dirname(path));
      const base = top === null ? null : await baseOf(top);
      if (top === null || base === null) return null;
      const name = relative(top, path).replaceAll('\\', '/');
      return git(top, ['cat-file', 'blob', `${base}:${name}`]).catch(() => null);
    },
    refuseUnknown: () => {
      if (asked.size === 0 || asked.has(true)) return;
      throw new UsageError(`--since ${ref}: git knows no such commit (a shallow clone holds few of them)`);
    },
  };
}

/** The top of the repository of a folder that holds a `.git`; null where that is none. */
async function topAt(folder: string): Promise<string | null> {
  try {
    return await realOf(await git(folder, ['rev-parse', '--show-toplevel']));
  } catch (cause) {
    const { code, stderr } = cause as { readonly code?: unknown; readonly stderr?: string };
    if (code === 'ENOENT') throw new UsageError('--since: git is not installed', { cause });
    if (stderr?.includes('not a git repository')) return null;
    const [told = ''] = (stderr ?? '').replace(/^fatal: /, '').split('\n');
    throw new UsageError(`--since: git cannot read the repository in ${folder} (${told})`, { cause });
  }
}

/** The repository that a submodule belongs to, unless somebody stands in the submodule and means its own commits. */
async function outerOf(top: string): Promise<string | null> {
  const here = await realOf('.');
  if (here === top || here.startsWith(top + sep)) return null;
  const outer = await git(top, ['rev-parse', '--show-superproject-working-tree']).catch(() => '');
  return outer === '' ? null : realOf(outer);
}

/** The commit that a repository recorded for its submodule, where the submodule has it. */
async function recordedIn(outer: string, base: string | null, top: string): Promise<string | null> {
  if (base === null) return null;
  const path = relative(outer, top).replaceAll('\\', '/');
  const recorded = await git(outer, ['rev-parse', '--verify', '--quiet', `${base}:${path}`]).catch(() => null);
  return recorded === null ? null : commitIn(top, recorded);
}

async function commitIn(top: string, name: string): Promise<string | null> {
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
  return git(top, words).catch(() => null);
}

async function changesIn(top: string, base: string): Promise<Set<string>> {
  const [changed, fresh, ignored] = await Promise.all([
    // What changed inside a submodule the submodule tells.
    namesOf(top, ['diff', '--name-only', '-z', '--no-renames', '--ignore-submodules=all', base, '--']),
    namesOf(top, ['ls-files', '--others', '--exclude-standard', '-z']),
    // Git keeps nothing to hold them against, and names a folder of them as one.
    namesOf(top, ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z']),
  ]);
  // What is installed is pinned by a lock file.
  const untold = ignored.filter((name) => !name.split('/').includes('node_modules'));
  return new Set([...changed, ...fresh, ...untold].map((name) => resolve(top, name)));
}

async function namesOf(top: string, words: readonly string[]): Promise<string[]> {
  return (await git(top, words)).split('\0').filter((name) => name !== '');
}

/** With these git tells whoever runs in a hook which repository is meant. Here each file has its own. */
const localVariables = [
  'GIT_DIR',
  'GIT_COMMON_DIR',
  'GIT_WORK_TREE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_PREFIX',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_GRAFT_FILE',
  'GIT_SHALLOW_FILE',
  'GIT_NAMESPACE',
];

/** What git prints, the last line end taken off. */
async function git(folder: string, words: readonly string[]): Promise<string> {
  const own = Object.entries(process.env).filter(([name]) => !localVariables.includes(name));
  // One of its answers is told by its words.
  const env = { ...Object.fromEntries(own), LC_ALL: 'C' };
  const { stdout } = await run('git', ['-C', folder, ...words], { maxBuffer: 64 * 1024 * 1024, env });
  return stdout.replace(/\n$/, '');
}
