import { readdir, readFile } from 'node:fs/promises';
import type { Pending } from '../audit/index.ts';
import { UnreadableError } from '../errors.ts';
import type { Pack, Source, Waiver } from '../types.ts';
import { kindOf } from './kinds.ts';
import { readSideFile } from './side-file.ts';

/** A contract with the waivers that its side file holds. */
export interface Known extends Pending {
  readonly waivers: readonly Waiver[];
}

/** A contract that is read when it is its turn; its side file is read now, so that a slip in it stops the run at once. */
export async function pending(path: string, pack: Pack, beside = path): Promise<Known> {
  return { path, ...(await readSideFile(beside, pack)), open: () => readSource(path) };
}

/** Reads a file. Throws `UnreadableError` with a sentence for people. */
export async function readSource(path: string): Promise<Source> {
  const kind = await kindOf(path);
  if (kind === 'folder') throw new UnreadableError(await folderReason(path));
  // Read to its end, a pipe would be waited for until somebody writes into it.
  if (kind !== null && kind !== 'file') throw new UnreadableError(`This is a ${kind}, not a file.`);
  try {
    return { path, bytes: await readFile(path) };
  } catch (cause) {
    throw new UnreadableError(reasons[codeOf(cause)] ?? `The file cannot be read (${codeOf(cause)}).`, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read: the permission is lacking.',
  ERR_FS_FILE_TOO_LARGE: 'The file is too large to be read.',
};

async function folderReason(path: string): Promise<string> {
  return readdir(path).then(
    () => 'This is a folder, not a file.',
    (cause) => `The folder cannot be read (${codeOf(cause)}), so no contract in it was judged.`,
  );
}

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
