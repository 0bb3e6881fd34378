import { type Word, wordsWithin } from '../../language/words.ts';
import type { Contract, PlainText, Span } from '../../types.ts';

type Amended = Pick<Contract, 'text' | 'changes'>;

/** Names and statements are read off the same words, so each span is taken apart once. */
const known = new WeakMap<PlainText, Map<number, readonly Word[]>>();

/** The words of a span as they stand after the changes that other clauses make; those put in lie where their clause says them. */
export function wordsIn(contract: Amended, span: Span): readonly Word[] {
  let spans = known.get(contract.text);
  if (!spans) {
    spans = new Map();
    known.set(contract.text, spans);
  }
  const key = span.start * 2 ** 26 + span.end;
  let found = spans.get(key);
  if (!found) {
    found = amended(contract, span);
    spans.set(key, found);
  }
  return found;
}

function amended({ text, changes }: Amended, span: Span): Word[] {
  const pieces: Span[] = [];
  let from = span.start;
  for (const { at, by } of changes) {
    if (at.start < span.start || at.end > span.end) continue;
    pieces.push({ start: from, end: at.start }, ...(by === null ? [] : [by]));
    from = at.end;
  }
  if (pieces.length === 0) return wordsWithin(text.value, span);
  pieces.push({ start: from, end: span.end });
  return pieces.flatMap((piece) => wordsWithin(text.value, piece));
}
