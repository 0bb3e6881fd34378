import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Environment } from './streams.ts';

/** What a user can say of the cache: where, or false for none. */
export interface CacheOptions {
  readonly cache?: boolean;
  readonly cacheDir?: string;
}

/**
 * Where what was found is kept: beside the packages of a project, else where the user's caches are. Null: nowhere.
 * Throws `UsageError` for a folder with no name.
 */
export async function cacheFolder({ cache, cacheDir }: CacheOptions, env: Environment): Promise<string | null> {
  // An empty name, as of a variable that is not set, would be the folder one stands in.
  if (cacheDir?.trim() === '') throw new UsageError('--cache-dir: the folder has no name');
  if (cache === false) return null;
  if (cacheDir !== undefined) return resolve(cacheDir);
  if (await isFolder('node_modules')) return resolve('node_modules/.cache/dpa-lint');
  const caches = env.XDG_CACHE_HOME ?? '';
  return join(caches === '' ? join(homedir(), '.cache') : caches, 'dpa-lint');
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (about) => about.isDirectory(),
    () => false,
  );
}
