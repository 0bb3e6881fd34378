import type { Force } from '../types.ts';
import { actorOf, isPassive } from './actor.ts';
import type { Atoms, Role } from './atoms.ts';
import type { Hit, Reading } from './reading.ts';
import { nothing } from './reading.ts';

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
    for (const hit of reading.hits.get(id) ?? nothing) {
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
    const hit = (reading.hits.get(id) ?? nothing).find(accepts);
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
