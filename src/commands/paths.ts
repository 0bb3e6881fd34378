import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { nearestWord } from '../load/suggest.ts';
import { baseOf, isGlob, matcher } from './glob.ts';
import { kindOf, realOf } from './kinds.ts';

/** What a folder is searched for; a file that is named is read whatever its name says. */
const extensions = ['pdf', 'docx', 'docm', 'doc', 'odt', 'rtf', 'html', 'htm', 'md', 'markdown', 'txt'];

/** What holds for a search. */
interface Search {
  readonly isExcluded: (path: string) => boolean;
  /** Told of what has the name of a contract and is no file. */
  readonly onSkipped: (message: string) => void;
}

/**
 * The files meant by paths, folders and globs, each path once, and folders that may not be read, for somebody to say so.
 * Throws `UsageError` where a path means none.
 */
export async function findContracts(
  paths: readonly string[],
  exclude: readonly string[],
  onSkipped: Search['onSkipped'] = () => {},
): Promise<string[]> {
  const isExcluded = excluder(exclude);
  const found = new Set<string>();
  for (const path of paths) {
    for (const file of await filesAt(path, { isExcluded, onSkipped })) if (!isExcluded(file)) found.add(file);
  }
  if (found.size === 0) throw noneLeft(exclude);
  return [...found];
}

/** A test for what patterns leave out. */
export function excluder(exclude: readonly string[]): (path: string) => boolean {
  const excluded = exclude.map(matcher);
  return (path) => excluded.some((matches) => matches(path));
}

export function noneLeft(exclude: readonly string[]): UsageError {
  return new UsageError(`no contract is left after --exclude ${exclude.join(' --exclude ')}`);
}

/** The paths with each file once: by the first that names it, but rather by one that goes over no link. */
export async function eachOnce(paths: readonly string[]): Promise<string[]> {
  const chosen = new Map<string, string>();
  for (const [path, real] of await Promise.all(paths.map(async (one) => [one, await realOf(one)] as const))) {
    const known = chosen.get(real);
    if (known === undefined || (resolve(known) !== real && resolve(path) === real)) chosen.set(real, path);
  }
  return [...chosen.values()];
}

async function filesAt(path: string, search: Search): Promise<string[]> {
  const kind = await kindOf(path);
  if (kind === 'file') return [path];
  if (kind === 'folder') return some(path, search, () => true, `${path}: no contract in this folder`);
  if (kind !== null) throw new UsageError(`${path}: this is a ${kind}, not a file`);
  if (isGlob(path)) return some(baseOf(path), search, matcher(path), `${path}: nothing matches`);
  throw new UsageError(await missing(path));
}

/** What a folder holds and a test takes; that all of it is excluded is no mistake in the path. */
async function some(
  folder: string,
  { isExcluded, onSkipped }: Search,
  isMeant: (path: string) => boolean,
  otherwise: string,
): Promise<string[]> {
  let excluded = 0;
  const counted = (path: string) => {
    const is = isExcluded(path);
    if (is && isMeant(path)) excluded += 1;
    return is;
  };
  const { files, unread } = await walk(folder, { isExcluded: counted, onSkipped });
  const found = [...files.filter(isMeant), ...unread];
  if (found.length > 0 || excluded > 0) return found;
  throw new UsageError(`${otherwise} (looked for .${extensions.join(', .')})`);
}

/** What a walk came upon. */
interface Walked {
  readonly files: string[];
  /** Folders that cannot be read. */
  readonly unread: string[];
  /** Links to folders. */
  readonly links: string[];
}

/** Goes through a folder, then through what links in it lead to: each such place once, so that a loop comes to its end. */
async function walk(root: string, search: Search): Promise<Walked> {
  const walked: Walked = { files: [], unread: [], links: [] };
  const seen = new Set([await realOf(root)]);
  await walkFolder(root, search, walked);
  while (walked.links.length > 0) {
    for (const link of walked.links.splice(0).toSorted()) {
      const target = await realOf(link);
      if (seen.has(target)) continue;
      seen.add(target);
      await walkFolder(link, search, walked);
    }
  }
  return walked;
}

async function walkFolder(folder: string, search: Search, walked: Walked): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (entries === null) walked.unread.push(folder);
  const visible = (entries ?? []).filter(({ name }) => !name.startsWith('.'));
  await Promise.all(visible.map((entry) => walkEntry(join(folder, entry.name), entry, search, walked)));
}

async function walkEntry(path: string, entry: Dirent, search: Search, walked: Walked): Promise<void> {
  const kind = entry.isFile() ? 'file' : entry.isDirectory() ? 'folder' : await kindOf(path);
  if (kind === 'folder') {
    // With a slash, what takes all that is in a folder takes the folder.
    if (entry.name === 'node_modules' || search.isExcluded(`${path}/`)) return;
    if (entry.isSymbolicLink()) walked.links.push(path);
    else await walkFolder(path, search, walked);
  } else if (isContract(entry.name) && !search.isExcluded(path)) {
    // A link that leads nowhere is told as a file that is not there.
    if (kind === 'file' || kind === null) walked.files.push(path);
    else search.onSkipped(`${path} is a ${kind}, not a file, so it was passed over`);
  }
}

// Word keeps a "~$name.docx" beside each file that it has open.
function isContract(name: string): boolean {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return !name.startsWith('~$') && extensions.includes(extension);
}

async function missing(path: string): Promise<string> {
  const neighbours = await readdir(dirname(path)).catch(() => []);
  const meant = nearestWord(basename(path), neighbours);
  return `${path}: no such file or folder${meant === null ? '' : `; did you mean "${join(dirname(path), meant)}"?`}`;
}
