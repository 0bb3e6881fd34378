import type { Note, ReadOptions, Source } from '../types.ts';
import { counts, type PageRead } from './pdf-read.ts';

/** What became of the pages that have no text of their own. */
export interface Recognised {
  readonly pages: readonly PageRead[];
  readonly without: readonly number[];
  readonly notes: readonly Note[];
  /** What to tell if the whole document came to nothing. */
  readonly advice: string | null;
}

/** Recognises the text of pages that are pictures. */
export async function recognise(
  _source: Source,
  pages: readonly PageRead[],
  _password: string | null,
  _options: ReadOptions,
): Promise<Recognised> {
  return {
    pages,
    without: pages.filter(({ ink }) => !ink.pieces.some(counts)).map(({ page }) => page),
    notes: [],
    advice: null,
  };
}
