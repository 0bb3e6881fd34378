import { type Word, words } from '../language/words.ts';
import type { Contract, Span } from '../types.ts';

/** The words of a span as they stand after the changes that other clauses make; those put in lie where their clause says them. */
export function wordsIn({ text, changes }: Pick<Contract, 'text' | 'changes'>, { start, end }: Span): Word[] {
  const pieces: Span[] = [];
  let from = start;
  for (const { at, by } of changes) {
    if (at.start < start || at.end > end) continue;
    pieces.push({ start: from, end: at.start }, ...(by === null ? [] : [by]));
    from = at.end;
  }
  pieces.push({ start: from, end });
  return pieces.flatMap((piece) => words(text.value.slice(piece.start, piece.end), piece.start));
}
