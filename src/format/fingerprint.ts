import { createHash } from 'node:crypto';

/**
 * What stays the same of a finding when pages move, words are set anew and clauses get other numbers: the rule, what is
 * wrong, and the words of the clause with neither case, punctuation nor white space.
 */
export function fingerprint(rule: string, kind: string, clause: string): string {
  const words = clause
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return createHash('sha256').update([rule, kind, words].join('\n')).digest('hex').slice(0, 32);
}
