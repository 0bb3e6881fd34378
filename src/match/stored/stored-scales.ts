import type { Weighed } from '../../types.ts';
import { PassageScales } from '../weights/passages.ts';
import { WeightTable } from '../weights/weigh.ts';
import { numbersFrom, rowsFrom, type StoredRows, storedNumbers, storedRows } from './stored-rows.ts';

/** The weights of passages as the build keeps them. */
export interface StoredScales extends Pick<Weighed, 'parts' | 'bias'> {
  /** With a space between. */
  readonly words: string;
  readonly seconds: StoredRows;
  readonly rows: { readonly starts: string; readonly parts: string; readonly values: string };
}

/** What `scalesFrom` reads. */
export function storedScales({ known, table }: PassageScales): StoredScales {
  const { parts, bias, rows } = table;
  return {
    parts,
    bias,
    words: known.words.join(' '),
    seconds: storedRows(known.seconds),
    rows: {
      starts: storedNumbers(rows.starts),
      parts: storedNumbers(rows.parts),
      values: storedNumbers(rows.values),
    },
  };
}

/** The scales again. */
export function scalesFrom({ parts, bias, words, seconds, rows }: StoredScales): PassageScales {
  const known = { words: words.split(' '), seconds: rowsFrom(seconds) };
  const weights = {
    starts: new Int32Array(numbersFrom(rows.starts)),
    parts: new Uint8Array(numbersFrom(rows.parts)),
    values: new Int16Array(numbersFrom(rows.values)),
  };
  return new PassageScales(known, new WeightTable({ parts, bias }, weights));
}
