import { readFile } from 'node:fs/promises';
import type { Pending } from '../audit/index.ts';
import { UnreadableError } from '../errors.ts';
import type { Pack, Source, Waiver } from '../types.ts';
import { readSideFile } from './side-file.ts';

/** A contract with the waivers that its side file holds. */
export interface Known extends Pending {
  readonly waivers: readonly Waiver[];
}

/** A contract that is read when it is its turn; its side file is read now, so that a slip in it stops the run at once. */
export async function pending(path: string, pack: Pack): Promise<Known> {
  return { path, ...(await readSideFile(path, pack)), open: () => readSource(path) };
}

/** Reads a file. Throws `UnreadableError` with a sentence for people. */
export async function readSource(path: string): Promise<Source> {
  try {
    return { path, bytes: await readFile(path) };
  } catch (cause) {
    throw new UnreadableError(reasons[codeOf(cause)] ?? `The file cannot be read (${codeOf(cause)}).`, { cause });
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read: the permission is lacking.',
  EISDIR: 'This is a folder, not a file.',
  ERR_FS_FILE_TOO_LARGE: 'The file is too large to be read.',
};

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
}
