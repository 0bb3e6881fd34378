import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UsageError } from '../errors.ts';
import { nearestWord } from '../load/suggest.ts';
import { baseOf, isGlob, matcher } from './glob.ts';

/** What a folder is searched for; a file that is named is read whatever its name says. */
const extensions = ['pdf', 'docx', 'docm', 'doc', 'odt', 'rtf', 'html', 'htm', 'md', 'markdown', 'txt'];

/** The files meant by paths, folders and globs, each once. Throws `UsageError` where one means none. */
export async function findContracts(paths: readonly string[], exclude: readonly string[]): Promise<string[]> {
  const excluded = exclude.map(matcher);
  const isExcluded = (path: string) => excluded.some((matches) => matches(path));
  const found = new Set<string>();
  for (const path of paths) {
    for (const file of await filesAt(path)) if (!isExcluded(file)) found.add(file);
  }
  if (found.size === 0) throw new UsageError(`no contract is left after --exclude ${exclude.join(' --exclude ')}`);
  return [...found];
}

async function filesAt(path: string): Promise<string[]> {
  const about = await stat(path).catch(() => null);
  if (about?.isDirectory()) return some(await walk(path), `${path}: no contract in this folder`);
  if (about !== null) return [path];
  if (isGlob(path)) return some((await walk(baseOf(path))).filter(matcher(path)), `${path}: nothing matches`);
  throw new UsageError(await missing(path));
}

function some(files: string[], otherwise: string): string[] {
  if (files.length > 0) return files;
  throw new UsageError(`${otherwise} (looked for .${extensions.join(', .')})`);
}

async function walk(folder: string): Promise<string[]> {
  const entries = await entriesOf(folder);
  const nested = await Promise.all(
    entries.filter((entry) => !entry.name.startsWith('.')).map((entry) => at(join(folder, entry.name), entry)),
  );
  return nested.flat();
}

async function at(path: string, entry: Dirent): Promise<string[]> {
  if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(path);
  return isContract(entry.name) ? [path] : [];
}

// Word keeps a "~$name.docx" beside each file that it has open.
function isContract(name: string): boolean {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return !name.startsWith('~$') && extensions.includes(extension);
}

async function entriesOf(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch {
    throw new UsageError(`${folder}: this folder cannot be read`);
  }
}

async function missing(path: string): Promise<string> {
  const neighbours = await readdir(dirname(path)).catch(() => []);
  const meant = nearestWord(basename(path), neighbours);
  return `${path}: no such file or folder${meant === null ? '' : `; did you mean "${join(dirname(path), meant)}"?`}`;
}
