import { createHash } from 'node:crypto';
import { clauseWords, formerClauseWords } from '../clause-mark.ts';
import type { Checked, ConflictFinding, Finding, Note, Span } from '../types.ts';

/** One thing that is wrong, as somebody may accept it. */
export interface Acceptable {
  readonly kind: 'missing' | 'incomplete' | 'conflict' | 'note';
  /** Which conflict or note, or which elements lack. */
  readonly name: string;
  /** Mark of the words that are wrong; `missing` where there are none. */
  readonly clause: string;
  /** The mark that earlier versions made of them. */
  readonly former: string;
  /** The beginning of the words, for whoever reads the file that holds the mark. */
  readonly says: string;
}

/** What lacks of a provision; null where nothing does. */
export function lackOf(contract: Checked, { required, elements, evidence }: Finding): Acceptable | null {
  if (required !== 'missing' && required !== 'incomplete') return null;
  const lacking = Object.keys(elements).filter((name) => elements[name] !== 'present');
  const name = lacking.join(' ');
  if (required === 'missing') return { kind: required, name, ...silence };
  return { kind: required, name, ...markOf(wordsOf(contract, evidence)) };
}

/** What is told beside the law: what the board asks for itself, a doubt. Of a silence there are no words to mark. */
export function noteOf(contract: Checked, { id, evidence }: Note): Acceptable {
  if (evidence.length === 0) return { kind: 'note', name: id, ...silence };
  return { kind: 'note', name: id, ...markOf(wordsOf(contract, evidence)) };
}

/** A term that is wrong. */
export function termOf(contract: Checked, conflict: ConflictFinding): Acceptable {
  return { kind: 'conflict', name: conflict.name, ...markOf(wordsAt(contract, conflict)) };
}

/** All that is wrong under a rule; a hint is nothing wrong. */
export function acceptables(contract: Checked, finding: Finding): Acceptable[] {
  const lack = lackOf(contract, finding);
  return [
    ...(lack === null ? [] : [lack]),
    ...finding.conflicts.map((conflict) => termOf(contract, conflict)),
    ...finding.notes.filter(isGrave).map((note) => noteOf(contract, note)),
  ];
}

/** Whether a note can fail a run. */
export function isGrave({ level }: Note): boolean {
  return level !== 'info';
}

function wordsOf(contract: Checked, spans: readonly Span[]): string {
  return spans
    .toSorted((a, b) => a.start - b.start)
    .map((span) => wordsAt(contract, span))
    .join(' ');
}

// The quote of a long clause is cut; a change beyond the cut is a change all the same.
function wordsAt({ text }: Checked, { start, end }: Span): string {
  return text?.value.slice(start, end) ?? '';
}

type Mark = Pick<Acceptable, 'clause' | 'former' | 'says'>;

const silence: Mark = { clause: 'missing', former: 'missing', says: '' };

function markOf(words: string): Mark {
  const says = words.replace(/\s+/g, ' ').trim();
  return {
    clause: hash(clauseWords(words)),
    former: hash(formerClauseWords(words)),
    says: says.length > 80 ? `${says.slice(0, 79)}…` : says,
  };
}

/** Short enough to be copied by hand, long enough never to meet another. */
export function hash(words: string): string {
  return createHash('sha256').update(words).digest('hex').slice(0, 16);
}
