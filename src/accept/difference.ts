import { clauseWords } from '../clause-mark.ts';
import type { Checked, ConflictFinding, Evidence, Finding, Rule } from '../types.ts';
import { termOf } from './clause.ts';

/** What became of one rule from one text of a contract to the next. */
export interface Difference {
  readonly rule: Rule;
  /** Null where it is as it was. */
  readonly required: Change | null;
  readonly elements: readonly (Change & { readonly name: string; readonly title: string })[];
  readonly come: readonly ConflictFinding[];
  readonly gone: readonly ConflictFinding[];
  /** Whether it rests on other words, though all of it is as it was. */
  readonly reworded: boolean;
  /** The words that it rested on and that are gone, and those that it rests on now. */
  readonly was: readonly Evidence[];
  readonly now: readonly Evidence[];
  /** Where it rests on nothing now: new words that come near. */
  readonly near: Evidence | null;
}

interface Change {
  readonly from: string;
  readonly to: string;
}

/**
 * Provision by provision, what changed; nothing where a text was only set anew. Of a text with tracked changes the view
 * before them tells whose deletion took away the words that are gone.
 */
export function differences(old: Checked, changed: Checked, unchanged: Checked | null = null): Difference[] {
  const deleted = deletions(unchanged);
  return changed.findings.flatMap((finding) => {
    const before = old.findings.find(({ rule }) => rule.id === finding.rule.id);
    const difference = before === undefined ? null : differenceOf([old, before], [changed, finding]);
    if (difference === null) return [];
    const was = difference.was.map((one) => {
      const caution = deleted.get(wordsOf(old, one));
      return caution === undefined || one.caution !== '' ? one : { ...one, caution };
    });
    return [{ ...difference, was }];
  });
}

/** The words that a tracked deletion takes away, and what is to be said of it. */
function deletions(contract: Checked | null): Map<string, string> {
  if (contract === null) return new Map();
  const passages = contract.findings.flatMap(({ evidence, conflicts }) => [...evidence, ...conflicts]);
  const gone = passages.filter(({ caution }) => caution.includes('tracked deletion'));
  return new Map(gone.map((one) => [wordsOf(contract, one), one.caution]));
}

function wordsOf({ text }: Checked, { start, end }: Evidence): string {
  return clauseWords(text?.value.slice(start, end) ?? '');
}

function differenceOf(a: [Checked, Finding], b: [Checked, Finding]): Difference | null {
  const [before, after] = [a[1], b[1]];
  const { rule } = after;
  const required = before.required === after.required ? null : { from: before.required, to: after.required };
  const elements = rule.elements.flatMap(({ name, title }) => {
    const [from, to] = [before.elements[name] ?? 'missing', after.elements[name] ?? 'missing'];
    return from === to ? [] : [{ name, title, from, to }];
  });
  const come = missingFrom(b, a);
  const gone = missingFrom(a, b);
  const same = required === null && elements.length + come.length + gone.length === 0;
  const [was, now] = [wordsBeyond(a, b), wordsBeyond(b, a)];
  const reworded = same && was.length + now.length > 0;
  const near = now.length > 0 || after.required === 'present' ? null : newWords(a[0], b);
  return same && !reworded ? null : { rule, required, elements, come, gone, reworded, was, now, near };
}

/** The nearest passage, if it was not there before: else it only says again what nobody asked about. */
function newWords({ text }: Checked, [here, { nearest }]: [Checked, Finding]): Evidence | null {
  const [first] = nearest;
  if (first === undefined) return null;
  return clauseWords(text?.value ?? '').includes(wordsOf(here, first)) ? null : first;
}

/** The conflicts of one that the other does not have in the same words; as many times as they stand there. */
function missingFrom([here, { conflicts }]: [Checked, Finding], [there, other]: [Checked, Finding]): ConflictFinding[] {
  const left = other.conflicts.map((conflict) => markOf(there, conflict));
  return conflicts.filter((conflict) => {
    const at = left.indexOf(markOf(here, conflict));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

function markOf(contract: Checked, conflict: ConflictFinding): string {
  return `${conflict.name} ${termOf(contract, conflict).clause}`;
}

/** The evidence of one in words that the other does not rest on. */
function wordsBeyond([here, { evidence }]: [Checked, Finding], [there, other]: [Checked, Finding]): Evidence[] {
  const known = new Set(other.evidence.map((one) => wordsOf(there, one)));
  return evidence.filter((one) => !known.has(wordsOf(here, one)));
}
