import { type Word, words } from '../language/words.ts';
import type { Contract, Span } from '../types.ts';

/** The words of a span as they stand after the changes that other clauses make; those put in lie where their clause says them. */
export function wordsIn({ text, changes }: Pick<Contract, 'text' | 'changes'>, { start, end }: Span): Word[] {
  const own = changes.filter(({ at }) => at.start >= start && at.end <= end);
  const found: Word[] = [];
  let from = start;
  for (const { at, by } of own) {
    found.push(...words(text.value.slice(from, at.start), from));
    if (by !== null) found.push(...words(text.value.slice(by.start, by.end), by.start));
    from = at.end;
  }
  found.push(...words(text.value.slice(from, end), from));
  return found;
}
