import type { Span } from '../../types.ts';

const white = /\s/;

/** The span without white space at its ends; the offsets stay those of the whole text. */
export function trim(value: string, start: number, end: number): Span {
  let from = start;
  let to = end;
  while (from < to && white.test(value.charAt(from))) from += 1;
  while (to > from && white.test(value.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/** The words of a span. */
export function read(value: string, span: Span): string {
  return value.slice(span.start, span.end);
}

/** Counts words up to `most`, so that a megabyte on one line costs no more than a heading. */
export function countWords(text: string, most = 64): number {
  let count = 0;
  let inWord = false;
  for (let at = 0; at < text.length && count < most; at += 1) {
    const code = text.charCodeAt(at);
    const isWhite = code > 32 && code < 128 ? false : white.test(text.charAt(at));
    if (!isWhite && !inWord) count += 1;
    inWord = !isWhite;
  }
  return count;
}

/** First index in a sorted list whose item does not come before `offset`. */
export function firstFrom(list: readonly Span[], offset: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
