import { UnreadableError } from '../errors.ts';
import type { PlainText, ReadOptions, Source } from '../types.ts';
import type { Draft } from './blocks.ts';
import type { Ledger } from './ledger.ts';

/** Reads html. */
export async function readHtml(_source: Source, _options: ReadOptions): Promise<PlainText> {
  throw new UnreadableError('This format cannot be read yet.');
}
export function htmlDrafts(_text: string, _ledger: Ledger): Draft[] {
  return [];
}
