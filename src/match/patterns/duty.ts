import type { Force } from '../../types.ts';
import type { Reading } from '../reading.ts';
import { actorOf, isPassive, subjectBefore } from './actor.ts';
import type { Atoms, Role } from './atoms.ts';
import type { Hit } from './hits.ts';

/** A compiled `Duty`: names turned into atoms. */
export interface DutyTest {
  readonly actor: readonly (Role | 'UNKNOWN')[] | null;
  readonly force: readonly Force[] | null;
  readonly action: readonly number[];
  readonly object: readonly number[] | null;
  readonly target: readonly number[] | null;
}

/** Where in the sentence the duty stands, as a range of words; undefined if nowhere. */
export function fitsDuty(test: DutyTest, reading: Reading, atoms: Atoms): { start: number; end: number } | undefined {
  for (const id of test.action) {
    for (const hit of reading.hits.get(id)) {
      if (!hasForce(test, reading, hit)) continue;
      if (test.actor && !test.actor.includes(actorOf(reading, hit.start, atoms) ?? 'UNKNOWN')) continue;
      const passive = isPassive(reading, hit.start);
      const object = test.object ? objectOf(reading, hit, test.object, passive) : hit;
      if (!object) continue;
      const target = test.target ? after(reading, hit.end, 25, test.target) : hit;
      if (!target) continue;
      return { start: Math.min(hit.start, object.start), end: Math.max(hit.end, object.end, target.end) };
    }
  }
  return undefined;
}

/**
 * Where the statement leaves the act to those who would do it: they may, or need not, and nothing in it says that they
 * shall or do. "Vendor may notify the Board" promises nothing; "shall notify, and may do so by telephone" does.
 */
export function leftToChoice(
  test: DutyTest,
  reading: Reading,
  atoms: Atoms,
): { start: number; end: number } | undefined {
  if (test.action.length === 0) return onlyChoices(test, reading, atoms);
  let left: Hit | undefined;
  for (const id of test.action) {
    for (const hit of reading.hits.get(id)) {
      const standing = reading.standing[hit.start];
      if (!standing || isNoun(reading, hit.start)) continue;
      if (test.actor && !test.actor.includes(actorOf(reading, hit.start, atoms) ?? 'UNKNOWN')) continue;
      const free = standing.mood === 'may' || standing.mood === 'need-not';
      if (!free || standing.denied || !isOwnModal(reading, hit.start, atoms)) return undefined;
      left ??= hit;
    }
  }
  return left;
}

/** All that the statement says of these actors is that they may: "When it learns of a breach Vendor may report it." */
function onlyChoices(test: DutyTest, reading: Reading, atoms: Atoms): { start: number; end: number } | undefined {
  if (reading.standing.some(({ mood }) => mood === 'must')) return undefined;
  let left: { start: number; end: number } | undefined;
  for (const actor of test.actor ?? []) {
    if (actor === 'UNKNOWN') continue;
    for (const hit of reading.hits.get(atoms.id(actor))) {
      const next = reading.words[hit.end];
      if (hit.weak || next?.kind !== 'word' || goesOn.test(next.text) || isInCondition(reading, hit.start)) continue;
      const standing = reading.standing[hit.end];
      if (standing?.mood !== 'may' || standing.denied || reading.standing[hit.end + 1]?.denied) return undefined;
      left ??= { start: hit.start, end: hit.end + 1 };
    }
  }
  return left;
}

const goesOn =
  /^(?:'s|and|or|nor|of|to|by|in|on|at|for|with|from|under|that|which|who|whose|as|than|not|is|are|has|have)$/u;

/** "When Vendor learns of it", "should Vendor learn of it": what is told there is no promise. */
function isInCondition({ words }: Reading, at: number): boolean {
  return words
    .slice(Math.max(0, at - 4), at)
    .some(({ text }) =>
      /^(?:if|when|whenever|where|wherever|should|once|after|upon|before|until|unless|as|that|which)$/u.test(text),
    );
}

/** "its deletion", "a report": what is done, named as a thing, has no modal of its own. */
function isNoun({ words }: Reading, at: number): boolean {
  const text = words[at]?.text ?? '';
  if (/(?:tion|sion|ment|ance|ure|ing)s?$/u.test(text)) return true;
  return /^(?:the|a|an|any|its|their|our|your|such|this|that|each|every|no|of|'s|by|in|for)$/u.test(
    words[at - 1]?.text ?? '',
  );
}

/** "the most that may pass before the University reports": the verb's own subject stands after another's modal. */
function isOwnModal(reading: Reading, at: number, atoms: Atoms): boolean {
  // "Vendor's right to keep them ends, and the copies go back" leaves nothing open.
  if (!reading.words.slice(Math.max(0, at - 14), at).some(({ text }) => leaves.test(text))) return false;
  const subject = subjectBefore(reading, at, atoms);
  if (!subject || isPassive(reading, at)) return true;
  const mood = reading.standing[subject.at]?.mood;
  // "… nor may the Contractor …"
  return (mood !== 'may' && mood !== 'need-not') || /^(?:may|can|might)$/u.test(modalBefore(reading, subject.at));
}

const leaves =
  /^(?:may|can|might|could|free|entitled|option|elects?|chooses?|need|obliged|obligated|obligation|required|duty|bound)$/u;

function modalBefore({ words }: Reading, at: number): string {
  const before = words[at - 1]?.text ?? '';
  return before === 'the' ? (words[at - 2]?.text ?? '') : before;
}

function hasForce(test: DutyTest, reading: Reading, hit: Hit): boolean {
  if (!test.force) return true;
  const standing = reading.standing[hit.start];
  if (!standing) return false;
  const force: Force = standing.denied ? 'must-not' : standing.mood;
  return test.force.includes(force);
}

/** The object of a verb follows it; in the passive it comes before; a noun ("deletion of the data") has it after "of". */
function objectOf(reading: Reading, hit: Hit, ids: readonly number[], passive: boolean): Hit | undefined {
  if (passive) return before(reading, hit.start, 30, ids) ?? after(reading, hit.end, 6, ids);
  return after(reading, hit.end, 25, ids) ?? relative(reading, hit.start, ids);
}

function after(reading: Reading, from: number, most: number, ids: readonly number[]): Hit | undefined {
  return nearest(
    ids,
    reading,
    (hit) => hit.start >= from && hit.start <= from + most && !broken(reading, from, hit.start),
  );
}

function before(reading: Reading, to: number, most: number, ids: readonly number[]): Hit | undefined {
  return nearest(ids, reading, (hit) => hit.end <= to && hit.end >= to - most && !broken(reading, hit.end, to));
}

/** "Student Data that Vendor may use": the object stands before the relative. */
function relative(reading: Reading, at: number, ids: readonly number[]): Hit | undefined {
  for (let k = at - 1; k >= 0 && k > at - 8; k--) {
    const text = reading.words[k]?.text;
    if (text === 'that' || text === 'which') return before(reading, k, 6, ids);
  }
  return undefined;
}

function nearest(ids: readonly number[], reading: Reading, accepts: (hit: Hit) => boolean): Hit | undefined {
  for (const id of ids) {
    const hit = reading.hits.get(id).find(accepts);
    if (hit) return hit;
  }
  return undefined;
}

function broken(reading: Reading, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const text = reading.words[k]?.text;
    if (text === ';' || text === '.') return true;
  }
  return false;
}
