import { createHash } from 'node:crypto';
import { clauseWords } from '../clause-mark.ts';
import type { Checked, Evidence } from '../types.ts';

/**
 * What stays the same of a finding when pages move, words are set anew and clauses get other numbers: the rule, what is
 * wrong, and the words of the clause as a waiver and a baseline know them.
 */
export function fingerprint(rule: string, kind: string, clause: string): string {
  return digest([rule, kind, clauseWords(clause)]);
}

/** The same for what is no clause, word for word. */
export function digest(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 32);
}

/** All words of a passage, of which a quote may be no more than the beginning. */
export function wholeWords({ text }: Checked, { start, end, quote }: Evidence): string {
  return text === null ? quote : text.value.slice(start, end);
}
