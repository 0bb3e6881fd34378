import { contrary } from './language/contrary.ts';
import { words } from './language/words.ts';
import type { Contract, Finding, Note, Party, PlainText, Span } from './types.ts';

/** What is done to every cited passage at once, and how a reader would put it. */
const changes = [
  { name: 'removed', change: () => '' },
  { name: 'negated', change: contrary },
  { name: 'weakened from a duty to a choice', change: weakened },
  { name: 'with the parties swapped', change: swapped },
] as const;

/** One provision, tried with its words changed. */
export interface Trial {
  readonly finding: Finding;
  readonly change: string;
  readonly survived: boolean;
}

/**
 * Tries the findings on the contract itself: the passages that a provision rests on are taken away, negated, weakened
 * or given to the other party, in memory, and the text is judged again. What a change leaves as it was is not tried.
 */
export function trials(
  contract: Contract,
  findings: readonly Finding[],
  judgeAgain: (text: PlainText) => readonly Finding[],
): Trial[] {
  const present = findings.filter(({ required, evidence }) => required === 'present' && evidence.length > 0);
  return changes.flatMap(({ name, change }) => {
    const edits = editsOf(contract, present, change);
    if (edits.length === 0) return [];
    const starts = new Set(edits.map(({ start }) => start));
    const after = new Map(judgeAgain(edited(contract.text, edits)).map((finding) => [finding.rule.id, finding]));
    return present
      .filter(({ evidence }) => evidence.some(({ start }) => starts.has(start)))
      .map((finding) => ({
        finding,
        change: name,
        survived: after.get(finding.rule.id)?.required === 'present',
      }));
  });
}

/** A provision that is still found rests on something else than what is shown, and says so. */
export function selfCheck(
  contract: Contract,
  findings: readonly Finding[],
  judgeAgain: (text: PlainText) => readonly Finding[],
): Note[] {
  const survived = new Map<Finding, string[]>();
  for (const trial of trials(contract, findings, judgeAgain))
    if (trial.survived) survived.set(trial.finding, [...(survived.get(trial.finding) ?? []), trial.change]);
  return [...survived].map(([{ rule, evidence }, names]) => ({
    id: 'not-load-bearing',
    rule: rule.id,
    level: names.includes('removed') || names.includes('negated') ? 'warning' : 'info',
    message: `The evidence is not load-bearing: with the cited words ${names.join(', or ')}, the provision is still found. Read the clause yourself.`,
    evidence: evidence.slice(0, 1),
  }));
}

interface Edit extends Span {
  readonly words: string;
}

function editsOf(
  contract: Contract,
  findings: readonly Finding[],
  change: (passage: string, parties: readonly Party[]) => string,
): Edit[] {
  const edits = new Map<number, Edit>();
  for (const { start, end } of findings.flatMap(({ evidence }) => evidence)) {
    const passage = contract.text.value.slice(start, end);
    const changed = change(passage, contract.parties);
    if (changed !== passage) edits.set(start, { start, end, words: changed });
  }
  return [...edits.values()].sort((a, b) => a.start - b.start);
}

/** The text with passages replaced, its blocks and marks moved along. */
export function edited(text: PlainText, edits: readonly Edit[]): PlainText {
  let value = '';
  let at = 0;
  const moves: { readonly from: number; readonly by: number; readonly edit: Edit }[] = [];
  for (const edit of edits) {
    if (edit.start < at) continue;
    value += text.value.slice(at, edit.start) + edit.words;
    at = edit.end;
    moves.push({ from: edit.end, by: value.length - edit.end, edit });
  }
  value += text.value.slice(at);
  const moved = (place: number): number => {
    const last = moves.findLast(({ from }) => from <= place);
    const inside = moves.find(({ edit }) => edit.start < place && place < edit.end);
    if (inside) return inside.from + inside.by;
    return place + (last?.by ?? 0);
  };
  const span = <T extends Span>(one: T): T => ({ ...one, start: moved(one.start), end: moved(one.end) });
  return {
    ...text,
    value,
    blocks: text.blocks.map((block) => ({ ...span(block), cells: block.cells.map(span) })),
    marks: text.marks.map(span),
  };
}

/** The passage with its duties made choices. */
export function weakened(passage: string): string {
  return passage.replace(/\b(?:shall|will|must|agrees to|undertakes to)\b(?! not\b)/giu, 'may');
}

function swapped(passage: string, parties: readonly Party[]): string {
  const contractor = parties.find(({ role }) => role === 'contractor')?.names ?? [];
  const board = parties.find(({ role }) => role === 'board')?.names ?? [];
  const [oneName, otherName] = [contractor.at(-1), board.at(-1)];
  const held = words(passage).map(({ text }) => text);
  // A promise of both parties is the same promise when they change places.
  if (!oneName || !otherName || held.includes('both') || held.includes('each') || held.includes('parties'))
    return passage;
  const pattern = new RegExp(
    `\\b(?:${[...contractor, ...board]
      .map(escaped)
      .sort((a, b) => b.length - a.length)
      .join('|')})\\b`,
    'gu',
  );
  return passage.replace(pattern, (name) => (contractor.includes(name) ? otherName : oneName));
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
