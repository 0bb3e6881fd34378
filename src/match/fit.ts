import { light } from '../language/phrases.ts';
import type { Gap, Pattern, Sequence, Step, Wanted } from './pattern.ts';
import type { Hit, Reading } from './reading.ts';
import { nothing } from './reading.ts';

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
export function fits(pattern: Pattern, reading: Reading): Range | undefined {
  for (const sequence of pattern.sequences) {
    if (
      !sequence.steps.every(({ ids }) => (ids ? ids.some((id) => reading.hits.has(id)) : reading.quantities.length > 0))
    )
      continue;
    const found = fitsSequence(sequence, reading);
    if (found) return found;
  }
  return undefined;
}

function fitsSequence(sequence: Sequence, reading: Reading): Range | undefined {
  const [first] = sequence.steps;
  if (!first) return undefined;
  const failed = new Set<number>();
  for (const hit of occurrences(first, reading)) {
    if (sequence.anchored && !opens(reading, hit.start, first.gap)) continue;
    const end = follow(sequence, 1, hit.end, reading, failed);
    if (end !== undefined) return { start: hit.start, end };
  }
  return undefined;
}

/** The end of a fit of the steps from `index` on after word `at`; what failed once is not tried again. */
function follow(
  sequence: Sequence,
  index: number,
  at: number,
  reading: Reading,
  failed: Set<number>,
): number | undefined {
  const step = sequence.steps[index];
  if (!step) return sequence.closed && !closes(reading, at) ? undefined : at;
  const key = at * 64 + index;
  if (failed.has(key)) return undefined;
  for (const hit of occurrences(step, reading)) {
    if (hit.start < at || !reaches(step.gap, at, hit.start, reading)) continue;
    const end = follow(sequence, index + 1, hit.end, reading, failed);
    if (end !== undefined) return end;
  }
  failed.add(key);
  return undefined;
}

function* occurrences(step: Step, reading: Reading): Generator<Pick<Hit, 'start' | 'end'>> {
  if (!step.ids) {
    yield* reading.quantities;
    return;
  }
  for (const id of step.ids) {
    for (const hit of reading.hits.get(id) ?? nothing) {
      if (!(step.strong && hit.weak) && stands(step.wanted, hit, reading)) yield hit;
    }
  }
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

function stands(wanted: Wanted, hit: Hit, reading: Reading): boolean {
  if (wanted === '') return true;
  // A concept of several words may hold its own negation ("no interest in"): the first word decides what governs it.
  const standing = reading.standing[hit.start];
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
