import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** What may be found at a path; only a file can be read to its end. */
export type Kind = 'file' | 'folder' | 'named pipe' | 'socket' | 'device';

/** What is at a path, links followed; null where there is nothing, or nobody may look. */
export async function kindOf(path: string): Promise<Kind | null> {
  return stat(path).then(kind, () => null);
}

export async function isFolder(path: string): Promise<boolean> {
  return (await kindOf(path)) === 'folder';
}

/** A path with no link in it; one that leads nowhere stays as it is. */
export async function realOf(path: string): Promise<string> {
  return realpath(path).catch(() => resolve(path));
}

function kind(about: Stats): Kind {
  if (about.isFile()) return 'file';
  if (about.isDirectory()) return 'folder';
  if (about.isFIFO()) return 'named pipe';
  return about.isSocket() ? 'socket' : 'device';
}
