import type { Span } from '../../types.ts';
import type { Table } from '../tables/tables.ts';
import type { Draft } from './drafts.ts';
import { countWords, read } from './spans.ts';

/** "Seller shall call not later than", above a table that says when for whom: its rows end the sentence. */
export function breaksOff(words: string): boolean {
  return (
    /[\p{L}\d,]$/u.test(words) &&
    !/\b(?:as follows|following)$/i.test(words) &&
    countWords(words) > 4 &&
    /\b(?:shall|must|will|may|agrees? to)\b/.test(words)
  );
}

/** What a bare figure counts stands over it: "Days from the call" over "thirty (30)". */
const figure = /^(?:[a-z-]+ )?\(?\d+\)?$/i;

/**
 * A row that ends a sentence broken off above the table: its last cell, led by the cells before it, each with the head of
 * its column, so that they read on: "… not later than » thirty (30) » Days from the call » For » fires".
 */
export function endOfSentence(value: string, cells: readonly Span[], { heads }: Table, base: Draft): Draft | null {
  const broken = base.lead.at(-1);
  if (broken === undefined || !breaksOff(read(value, broken))) return null;
  const parts = cells.flatMap((cell, index) => {
    const head = heads[index];
    if (cell.end === cell.start) return [];
    if (head === undefined || head.end === head.start) return [cell];
    return figure.test(read(value, cell)) ? [cell, head] : [head, cell];
  });
  const last = cells.findLast((cell) => cell.end > cell.start);
  const at = last === undefined ? -1 : parts.indexOf(last);
  if (last === undefined) return null;
  // "For fires | thirty": the unit of a figure that stands last is read behind it.
  const tail = parts[at + 1] ?? base.tail;
  return { ...base, start: last.start, end: last.end, lead: [...base.lead, ...parts.slice(0, at)], tail };
}
