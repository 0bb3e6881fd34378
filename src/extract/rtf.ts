import { UnreadableError } from '../errors.ts';
import type { PlainText, ReadOptions, Source } from '../types.ts';
import type { Draft } from './blocks.ts';
import type { Ledger } from './ledger.ts';

/** Reads rtf. */
export async function readRtf(_source: Source, _options: ReadOptions): Promise<PlainText> {
  throw new UnreadableError('This format cannot be read yet.');
}
export function rtfDrafts(_bytes: Uint8Array, _ledger: Ledger): Draft[] {
  return [];
}
