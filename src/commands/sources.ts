import { readFile } from 'node:fs/promises';
import { UnreadableError } from '../errors.ts';
import type { Pending } from '../lint.ts';
import type { Pack, Source } from '../types.ts';
import { sideFacts } from './side-file.ts';

/** A file that is read when it is its turn, with the facts in its side file. */
export function pending(path: string, pack: Pack): Pending {
  return { path, open: async () => ({ source: await readSource(path), facts: await sideFacts(path, pack) }) };
}

/** Reads a file. Throws `UnreadableError` with a sentence for people. */
export async function readSource(path: string): Promise<Source> {
  try {
    return { path, bytes: await readFile(path) };
  } catch (cause) {
    throw new UnreadableError(reason(cause), { cause });
  }
}

function reason(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
  return reasons[code] ?? `The file cannot be read (${code}).`;
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file.',
  EACCES: 'The file may not be read: it lacks the permission.',
  EISDIR: 'This is a folder, not a file.',
};
