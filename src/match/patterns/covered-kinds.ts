import type { Quantity } from '../../language/quantities.ts';
import { joined, oneOf } from '../../language/words.ts';
import type { Reading } from '../reading.ts';
import type { Hit } from './hits.ts';

/** What is asked of the kinds of data that a limit of time covers. */
export interface KindsAsked {
  /** Kinds of data of which the limit must cover one; empty: any. */
  readonly covers: readonly number[];
  /** All kinds of data that a limit may be tied to. */
  readonly kinds: readonly number[];
  /** The role of student data. */
  readonly data: number;
}

/** Those of the limits of a sentence that cover what is asked; all of them where nothing is. */
export function covering(
  check: KindsAsked,
  reading: Reading,
  limits: readonly Quantity[],
  headings: readonly Reading[],
): readonly Quantity[] {
  if (check.covers.length === 0) return limits;
  const kinds = tiedTo(check, reading, limits);
  return limits.filter((quantity) => covers(check, reading, kinds, quantity, headings));
}

/**
 * Each kind of data named belongs to the nearest limit. A limit to which none belongs covers what its heading names, or
 * else all kinds, unless the kind asked for is left out or has a limit of its own: "30 days for student information, 60
 * for the rest".
 */
function covers(
  check: KindsAsked,
  reading: Reading,
  kinds: readonly Tied[],
  quantity: Quantity,
  headings: readonly Reading[],
): boolean {
  let tied = false;
  for (const { asked, excluded, nearest } of kinds) {
    const isNearest = nearest === quantity;
    if (excluded) tied ||= asked && isNearest;
    else if (asked && isNearest) return true;
    else tied ||= asked || isNearest;
  }
  if (tied) return false;
  // What the sentence itself says of data goes before what its heading says.
  if (reading.hits.has(check.data)) return true;
  const above = headings
    .slice(-1)
    .flatMap((heading) => kindsIn(check, heading).filter(({ hit }) => !isExcluded(heading, hit)));
  return above.length === 0 || above.some(({ id }) => check.covers.includes(id));
}

/** A kind of data that is named, and the limit it belongs to. */
interface Tied {
  readonly asked: boolean;
  readonly excluded: boolean;
  readonly nearest: Quantity | undefined;
}

function tiedTo(check: KindsAsked, reading: Reading, limits: readonly Quantity[]): Tied[] {
  let leftOut = -1;
  return kindsIn(check, reading)
    .sort((a, b) => a.hit.start - b.hit.start)
    .map(({ id, hit }) => {
      const excluded = isExcluded(reading, hit) || isNextOf(reading, leftOut, hit.start);
      if (excluded) leftOut = hit.end;
      return { asked: check.covers.includes(id), excluded, nearest: nearestLimit(reading, limits, hit.start) };
    });
}

function nearestLimit(reading: Reading, limits: readonly Quantity[], at: number): Quantity | undefined {
  let best: Quantity | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const one of limits) {
    // No nearer than the words between them are many.
    if ((at < one.start ? one.start - at : at - one.end) >= least) continue;
    const far = distance(reading, one, at);
    if (far < least) [best, least] = [one, far];
  }
  return best;
}

function distance(reading: Reading, quantity: Quantity, at: number): number {
  const [from, to] = at < quantity.start ? [at, quantity.start] : [quantity.end, at];
  let far = to - from;
  for (let k = from; k < to; k++) if (reading.words[k]?.text === ';' || reading.words[k]?.text === '.') far += 100;
  return far;
}

/** The kinds of data named, but for those that are named only to be counted in: "directory information included". */
function kindsIn(check: KindsAsked, reading: Reading): { id: number; hit: Hit }[] {
  return check.kinds.flatMap((id) =>
    reading.hits
      .get(id)
      .filter((hit) => !isCountedIn(reading, hit))
      .map((hit) => ({ id, hit })),
  );
}

function isCountedIn(reading: Reading, hit: Hit): boolean {
  // "directory information and children's work included"
  const listed = /^(?:, )?(?:and|or)\b/u.test(textOf(reading, hit.end, 2));
  for (let k = hit.end; k < hit.end + (listed ? 6 : 1); k++) {
    const { text = '' } = reading.words[k] ?? {};
    if (text === 'included') return true;
    if (text === '.' || text === ';' || excluders.has(text)) break;
  }
  // "includes student information other than directory information" names what it includes.
  if (excluders.has(reading.words[hit.end]?.text ?? '') || textOf(reading, hit.end, 2) === 'other than') return false;
  for (let k = hit.start - 1; k >= 0 && k > hit.start - 8; k--) {
    const { stem = '', text = '' } = reading.words[k] ?? {};
    // "includes anything more than directory information" leaves it out.
    if (excluders.has(text) || text === '.' || text === ';') return false;
    if (counters.has(text) || (stem === 'includ' && k > hit.start - 6)) return true;
  }
  return false;
}

const counters = oneOf('even notwithstanding whether');

/** "other than directory information", "directory information aside"; "at the outside" and "no more than" leave nothing out. */
function isExcluded(reading: Reading, hit: Hit): boolean {
  for (let k = hit.start - 1; k >= 0 && k > hit.start - 4; k--) {
    if (
      excluders.has(reading.words[k]?.text ?? '') &&
      !/^the outside|^(?:no|not|nothing) (?:more|other) than/u.test(textBefore(reading, k))
    )
      return true;
  }
  const after = reading.words[hit.end]?.text ?? '';
  // "names and other directory information do not count"
  for (let k = hit.end; k < hit.end + 8; k++)
    if (reading.words[k]?.text === 'not' && reading.words[k + 1]?.text === 'count') return true;
  if (/^left (?:out|aside)$/u.test(textOf(reading, after === 'being' ? hit.end + 1 : hit.end, 2))) return true;
  return excluded.has(after) || (after === 'not' && reading.words[hit.end + 1]?.text !== 'later');
}

const excluders = oneOf('than excluding except not without beyond besides outside save minus');

const excluded = oneOf('aside excepted excluded apart');

/** A word with the two before it, or with the one that says "the outside". */
function textBefore(reading: Reading, at: number): string {
  const two = textOf(reading, at - 1, 2);
  return two === 'the outside' ? two : textOf(reading, Math.max(0, at - 2), 3);
}

/** "other than directory information, student records and student-generated content" leaves out all three. */
function isNextOf({ words }: Reading, end: number, start: number): boolean {
  if (end < 0 || start - end > 3) return false;
  return words.slice(end, start).every(({ text }) => listing.has(text));
}

const listing = oneOf(', and or any the');

function textOf({ words }: Reading, at: number, count: number): string {
  return joined(words.slice(at, at + count));
}
