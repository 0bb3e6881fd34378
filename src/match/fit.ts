import { light } from '../language/phrases.ts';
import type { Quantity } from '../language/quantities.ts';
import type { Gap, Pattern, Sequence, Step, Wanted } from './pattern.ts';
import type { Hit, Reading } from './reading.ts';

/** Words between two steps of a pattern that need not be written: "DATA", "the DATA", "DATA,". */
const skippable = new Set([
  ',',
  '(',
  ')',
  '"',
  '“',
  '”',
  "'",
  '‘',
  '’',
  '-',
  "'s",
  '/',
  'also',
  'then',
  'always',
  'promptly',
  'hereby',
  'so',
  'solely',
  'only',
  'herein',
  'both',
  'either',
  'at',
  'times',
  'immediately',
  'expressly',
  'itself',
]);
const tight = new Set(['only', 'solely']);

/** A range of words, end exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a pattern fits; undefined if nowhere. Linear in the words for a pattern of bounded gaps. */
export function fits({ sequences }: Pattern, reading: Reading): Range | undefined {
  for (const sequence of sequences) {
    const found = hasAll(sequence, reading) ? fitsSequence(sequence, reading) : undefined;
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

function fitsSequence(sequence: Sequence, reading: Reading): Range | undefined {
  const [first] = sequence.steps;
  if (!first) return undefined;
  // What failed once is not tried again; a chain of two has no second way to the same place.
  const failed = sequence.steps.length > 2 ? new Set<number>() : null;
  for (const list of placesOf(first, reading)) {
    for (const place of list) {
      if (!isOccurrence(first, place, reading)) continue;
      if (sequence.anchored && !opens(reading, place.start, first.gap)) continue;
      const end = follow(sequence, 1, place.end, reading, failed);
      if (end !== undefined) return { start: place.start, end };
    }
  }
  return undefined;
}

/** The end of a fit of the steps from `index` on after word `at`. */
function follow(
  sequence: Sequence,
  index: number,
  at: number,
  reading: Reading,
  failed: Set<number> | null,
): number | undefined {
  const step = sequence.steps[index];
  if (!step) return sequence.closed && !closes(reading, at) ? undefined : at;
  const key = at * 64 + index;
  if (failed?.has(key)) return undefined;
  for (const list of placesOf(step, reading)) {
    for (const place of list) {
      if (place.start < at || !isOccurrence(step, place, reading) || !reaches(step.gap, at, place.start, reading))
        continue;
      const end = follow(sequence, index + 1, place.end, reading, failed);
      if (end !== undefined) return end;
    }
  }
  failed?.add(key);
  return undefined;
}

type Place = Hit | Quantity;

/** Where the atoms of a step stand, atom by atom. */
function placesOf({ ids }: Step, reading: Reading): readonly (readonly Place[])[] {
  if (!ids) return [reading.quantities];
  const lists: (readonly Hit[])[] = [];
  for (const id of ids) {
    const list = reading.hits.get(id);
    if (list) lists.push(list);
  }
  return lists;
}

function isOccurrence({ ids, strong, wanted }: Step, place: Place, reading: Reading): boolean {
  return !ids || (!(strong && 'weak' in place && place.weak) && stands(wanted, place, reading));
}

function reaches(gap: Gap | null, from: number, to: number, reading: Reading): boolean {
  if (!gap) return isBridge(reading, from, to);
  // Articles and the like before the next word do not count.
  if (to - from > gap.most + 2) return false;
  for (let k = from; k < to; k++) {
    const text = reading.words[k]?.text;
    if (!gap.sentence && (text === ';' || text === '.')) return false;
  }
  return !gap.bars.some((id) => reading.hits.get(id)?.some((hit) => hit.start >= from && hit.start < to && !hit.weak));
}

/** Only words that say nothing here lie between. */
function isBridge(reading: Reading, from: number, to: number): boolean {
  if (to - from > 4) return false;
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
