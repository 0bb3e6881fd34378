import { light } from '../../language/phrases.ts';
import type { Quantity } from '../../language/quantities.ts';
import { oneOf } from '../../language/words.ts';
import type { Reading } from '../reading.ts';
import type { Hit } from './hits.ts';
import type { Gap, Pattern, Sequence, Step, Wanted } from './pattern.ts';

/** Words between two steps of a pattern that need not be written: "DATA", "the DATA", "DATA,". */
const skippable = oneOf(
  `, ( ) " “ ” ' ‘ ’ - 's / also then always promptly hereby so solely only herein both either at times immediately expressly itself`,
);
const tight = oneOf('only solely');

/** Words of a bridge at most; articles and the like at the end of a gap; words of an atom with what surrounds it. */
const bridge = 4;
const slack = 2;
const longest = 16;

/** A range of words, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Where a pattern fits; undefined if nowhere. Linear in the words for a pattern of bounded gaps. `near`: what one of its
 * steps must fit, so that it need not be tried further off than it reaches.
 */
export function fits({ sequences }: Pattern, reading: Reading, near?: Range): Range | undefined {
  for (const sequence of sequences) {
    const found = hasAll(sequence, reading) ? fitsSequence(sequence, reading, near) : undefined;
    if (found) return found;
  }
  return undefined;
}

function hasAll({ steps }: Sequence, reading: Reading): boolean {
  for (const { ids } of steps) {
    if (ids ? !hasOne(ids, reading) : reading.quantities.length === 0) return false;
  }
  return true;
}

function hasOne(ids: readonly number[], reading: Reading): boolean {
  for (const id of ids) if (reading.hits.has(id)) return true;
  return false;
}

function fitsSequence(sequence: Sequence, reading: Reading, near?: Range): Range | undefined {
  const [first] = sequence.steps;
  if (!first) return undefined;
  const trial: Trial = { sequence, reading, failed: null };
  const reach = sequence.steps.reduce((sum, { gap }) => sum + longest + (gap ? gap.most : 0), 0);
  const [from, to] = near ? [near.start - reach, near.start] : [0, Number.POSITIVE_INFINITY];
  for (let k = 0; k < ways(first); k++) {
    const places = placesOf(first, k, reading);
    for (let i = firstFrom(places, from); i < places.length; i++) {
      const place = places[i];
      if (!place || place.start > to) break;
      if (!isOccurrence(first, place, reading)) continue;
      if (sequence.anchored && !opens(reading, place.start, first.gap)) continue;
      const end = follow(trial, 1, place.end);
      if (end !== undefined) return { start: place.start, end };
    }
  }
  return undefined;
}

/** A sequence held against a reading. */
interface Trial {
  readonly sequence: Sequence;
  readonly reading: Reading;
  /** Steps and places from which nothing fits; null while there are none. */
  failed: Set<number> | null;
}

/** The end of a fit of the steps from `index` on after word `at`. */
function follow(trial: Trial, index: number, at: number): number | undefined {
  const { sequence, reading } = trial;
  const step = sequence.steps[index];
  if (!step) return sequence.closed && !closes(reading, at) ? undefined : at;
  const key = at * 64 + index;
  if (trial.failed?.has(key)) return undefined;
  const last = at + (step.gap ? step.gap.most + slack : bridge);
  for (let k = 0; k < ways(step); k++) {
    const places = placesOf(step, k, reading);
    for (let i = firstFrom(places, at); i < places.length; i++) {
      const place = places[i];
      if (!place || place.start > last) break;
      if (!isOccurrence(step, place, reading) || !reaches(step.gap, at, place.start, reading)) continue;
      const end = follow(trial, index + 1, place.end);
      if (end !== undefined) return end;
    }
  }
  // What failed once is not tried again; a chain of two has no second way to the same place.
  if (sequence.steps.length > 2) {
    trial.failed ??= new Set();
    trial.failed.add(key);
  }
  return undefined;
}

type Place = Hit | Quantity;

function ways({ ids }: Step): number {
  return ids ? ids.length : 1;
}

/** Where the atom `k` of a step stands. */
function placesOf({ ids }: Step, k: number, reading: Reading): readonly Place[] {
  if (!ids) return reading.quantities;
  return reading.hits.get(ids[k] ?? -1);
}

function isOccurrence({ ids, strong, wanted }: Step, place: Place, reading: Reading): boolean {
  return !ids || (!(strong && 'weak' in place && place.weak) && stands(wanted, place, reading));
}

function reaches(gap: Gap | null, from: number, to: number, reading: Reading): boolean {
  if (!gap) return isBridge(reading, from, to);
  // Articles and the like before the next word do not count.
  if (to - from > gap.most + slack) return false;
  for (let k = from; k < to; k++) {
    const text = reading.words[k]?.text;
    if (!gap.sentence && (text === ';' || text === '.')) return false;
  }
  return !gap.bars.some((id) => isBarred(reading.hits.get(id), from, to));
}

function isBarred(hits: readonly Hit[], from: number, to: number): boolean {
  for (let i = firstFrom(hits, from); i < hits.length; i++) {
    const hit = hits[i];
    if (!hit || hit.start >= to) return false;
    if (!hit.weak) return true;
  }
  return false;
}

/** Index of the first of these places that does not begin before a word; they are in order. */
function firstFrom(places: readonly Place[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((places[middle]?.start ?? at) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Only words that say nothing here lie between. */
function isBridge(reading: Reading, from: number, to: number): boolean {
  if (to - from > bridge) return false;
  for (let k = from; k < to; k++) {
    const text = reading.words[k]?.text ?? '';
    if (!light.has(text) && (!skippable.has(text) || tight.has(text))) return false;
  }
  return true;
}

function opens(reading: Reading, at: number, gap: Gap | null): boolean {
  const first = reading.words.findIndex((word) => word.kind === 'word');
  return first >= 0 && (at <= first || reaches(gap, first, at, reading));
}

function closes(reading: Reading, at: number): boolean {
  return reading.words.findLastIndex((word) => word.kind === 'word') < at;
}

function stands(wanted: Wanted, place: Place, reading: Reading): boolean {
  if (wanted === '') return true;
  // A concept of several words may hold its own negation ("no interest in"): the first word decides what governs it.
  const standing = reading.standing[place.start];
  if (!standing) return false;
  const { denied, mood } = standing;
  switch (wanted) {
    case '+':
      return !denied && mood !== 'need-not';
    case '-':
      return denied;
    case '!':
      return !denied && (mood === 'must' || mood === 'fact');
    case '?':
      return !denied && mood === 'may';
    case '0':
      return !denied && mood === 'need-not';
    default:
      return wanted satisfies never;
  }
}
