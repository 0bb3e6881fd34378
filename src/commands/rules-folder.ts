import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';
import { rulesFolder } from '../package.ts';
import { kindOf } from './kinds.ts';

/** The one pack in a folder, or the folder itself if it is one. Without a folder: the pack that comes with the package. */
export async function packFolder(folder: string | undefined): Promise<string> {
  const packs = await packFolders(folder);
  const [only] = packs;
  if (packs.length === 1 && only !== undefined) return only;
  throw new UsageError(`${folder}: ${packs.length} rule packs here; choose one with --rules: ${packs.join(', ')}`);
}

/** All packs in a folder. Throws `UsageError` where there is none. */
export async function packFolders(folder: string = rulesFolder): Promise<string[]> {
  if (await isPack(folder)) return [folder];
  const names = await readdir(folder).catch(() => {
    throw new UsageError(`${folder}: no such folder of rules`);
  });
  const folders = names.toSorted().map((name) => join(folder, name));
  const packs = await Promise.all(folders.map(async (path) => ((await isPack(path)) ? [path] : [])));
  if (packs.flat().length === 0) throw new UsageError(`${folder}: no pack.yml here, so no rule pack`);
  return packs.flat();
}

async function isPack(folder: string): Promise<boolean> {
  return (await kindOf(join(folder, 'pack.yml'))) === 'file';
}
