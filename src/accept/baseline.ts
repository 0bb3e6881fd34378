import type { Acceptance, Checked, Finding, Note } from '../types.ts';
import { type Acceptable, hash, isGrave, lackOf, noteOf, termOf } from './clause.ts';

/** A finding that was there when the baseline was written. */
export interface Known {
  /** Of the contract, from the folder of the baseline. */
  readonly path: string;
  readonly rule: string;
  readonly kind: Acceptable['kind'];
  /** Of the rule, what is wrong, and the words. */
  readonly key: string;
  /** How often the same words are wrong in the same way. */
  readonly count: number;
  /** The beginning of the words; for people. */
  readonly says: string;
}

/** From which level on notes are recorded: those that fail a run. */
type NoteLevel = Exclude<Note['level'], 'info'>;

/** What a contract has to be known for: all that is wrong with it and that no waiver accepts. */
export function knownOf(contract: Checked, path: string, notesFrom: NoteLevel): Known[] {
  const found = new Map<string, Known>();
  for (const finding of contract.findings) {
    for (const problem of openProblems(contract, finding, notesFrom)) {
      const key = keyOf(finding, problem, problem.clause);
      const count = (found.get(key)?.count ?? 0) + 1;
      found.set(key, { path, rule: finding.rule.id, kind: problem.kind, key, count, says: problem.says });
    }
  }
  return [...found.values()];
}

function openProblems(contract: Checked, finding: Finding, notesFrom: NoteLevel): Acceptable[] {
  const lack = finding.accepted === undefined ? lackOf(contract, finding) : null;
  const terms = finding.conflicts.filter(isOpen);
  const notes = finding.notes.filter((note) => isOpen(note) && (note.level === 'error' || note.level === notesFrom));
  return [
    ...(lack === null ? [] : [lack]),
    ...terms.map((conflict) => termOf(contract, conflict)),
    ...notes.map((note) => noteOf(contract, note)),
  ];
}

function isOpen({ accepted }: { readonly accepted?: Acceptance }): boolean {
  return accepted === undefined;
}

function keyOf({ rule }: Finding, { kind, name }: Acceptable, clause: string): string {
  return hash([rule.id, kind, name, clause].join('\n'));
}

/** Marks what the baseline knows, and tells what of it is no longer there: `count` says how often. */
export function compare(contract: Checked, known: readonly Known[]): { contract: Checked; gone: Known[] } {
  const left = new Map(known.map((one) => [one.key, one.count]));
  const take = (finding: Finding, problem: Acceptable | null) => {
    if (problem === null) return {};
    // A baseline that an earlier version wrote still holds.
    const keys = [problem.clause, problem.former].map((clause) => keyOf(finding, problem, clause));
    const key = keys.find((one) => (left.get(one) ?? 0) > 0);
    if (key === undefined) return {};
    left.set(key, (left.get(key) ?? 0) - 1);
    return { accepted: { by: 'baseline' as const } };
  };
  const findings = contract.findings.map((finding) => ({
    ...finding,
    ...(isOpen(finding) ? take(finding, lackOf(contract, finding)) : {}),
    conflicts: finding.conflicts.map((conflict) =>
      isOpen(conflict) ? { ...conflict, ...take(finding, termOf(contract, conflict)) } : conflict,
    ),
    notes: finding.notes.map((note) =>
      isGrave(note) && isOpen(note) ? { ...note, ...take(finding, noteOf(contract, note)) } : note,
    ),
  }));
  // What stands on a page that nobody could read, or is a matter of a rule that was skipped, is not mended by that.
  const looked = wasRead(contract) ? contract.findings.map(({ rule }) => rule.id) : [];
  const gone = known
    .map((one) => ({ ...one, count: left.get(one.key) ?? 0 }))
    .filter(({ rule, count }) => count > 0 && looked.includes(rule));
  const notes = gone.length === 0 ? [] : [staleNote(gone)];
  return { contract: { ...contract, findings, notes: [...contract.notes, ...notes] }, gone };
}

/** Whether all of a contract could be read, so that what is not found in it is not there. */
export function wasRead({ findings, pagesWithoutText }: Checked): boolean {
  return findings.length > 0 && pagesWithoutText.length === 0;
}

/** What stays of a baseline without what is gone. */
export function without(known: readonly Known[], gone: readonly Known[]): Known[] {
  const lost = new Map(gone.map(({ key, count }) => [key, count]));
  return known.map((one) => ({ ...one, count: one.count - (lost.get(one.key) ?? 0) })).filter(({ count }) => count > 0);
}

/** How many findings entries stand for. */
export function countOf(known: readonly Known[]): number {
  return known.reduce((sum, { count }) => sum + count, 0);
}

function staleNote(gone: readonly Known[]): Note {
  const rules = [...new Set(gone.map(({ rule }) => rule))].join(', ');
  const count = countOf(gone);
  const [findings, are] = count === 1 ? ['finding', 'is'] : ['findings', 'are'];
  const message = `${count} ${findings} of the baseline ${are} no longer there (${rules}): mended, or the clause has changed. "dpa-lint baseline --prune" takes them out.`;
  return { id: 'baseline-stale', rule: null, level: 'warning', message, evidence: [] };
}
