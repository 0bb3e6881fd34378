import type { Quantity, Unit } from '../language/quantities.ts';
import { fits } from './fit.ts';
import type { Hit } from './hits.ts';
import type { Pattern } from './pattern.ts';
import type { Reading } from './reading.ts';

/** A compiled `PeriodTest`. */
export interface PeriodCheck {
  /** Calendar days. */
  readonly limit: number;
  /** The most business days that still count as within the limit. */
  readonly business: number;
  readonly want: 'within' | 'over';
  /** Kinds of data of which the limit must cover one; empty: any. */
  readonly covers: readonly number[];
  /** All kinds of data that a limit may be tied to. */
  readonly kinds: readonly number[];
  /** The role of student data. */
  readonly data: number;
  /** Words before a length of time that make it no limit for the act itself: "a final report within …". */
  readonly aside: readonly number[];
  /** What the length of time must stand with, and what it may not: patterns that fit with their `#` there. Null: anything. */
  readonly where: readonly Pattern[] | null;
  readonly unless: readonly Pattern[];
}

/** The longest calendar span of one unit, in days: a month may have 31, a quarter 92. School days have no ceiling. */
const days: Readonly<Record<Exclude<Unit, 'business-day' | 'school-day'>, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  fortnight: 14,
  month: 31,
  quarter: 92,
  year: 366,
};

/** Whether the sentence's limit of time, under its headings, is within (or over) the one asked; the range of its words. */
export function fitsPeriod(
  check: PeriodCheck,
  reading: Reading,
  headings: readonly Reading[],
): { start: number; end: number } | undefined {
  const limits = reading.quantities.filter(
    (quantity) =>
      (mustNotPass(reading, quantity) || isLimit(check, reading, quantity)) && belongs(check, reading, quantity),
  );
  const covering = check.covers.length === 0 ? limits : coveringOf(check, reading, limits, headings);
  const judged = covering.flatMap((quantity) => {
    const over = isOver(check, quantity);
    return over === undefined ? [] : [{ quantity, over }];
  });
  const over = judged.find((one) => one.over);
  const fit = check.want === 'over' ? over : over ? undefined : judged[0];
  return fit && { start: fit.quantity.start, end: fit.quantity.end };
}

function isOver(check: PeriodCheck, { count, unit }: Quantity): boolean | undefined {
  if (unit === 'school-day') return undefined;
  if (unit === 'business-day') return count > check.business;
  return count * days[unit] > check.limit;
}

const durations = new Set([
  'every',
  'each',
  'for',
  'least',
  'minimum',
  'another',
  'lasting',
  'than',
  'past',
  'last',
  'previous',
  'preceding',
  'once',
  'twice',
  'per',
]);
const ceilings = new Set(['later', 'more', 'longer', 'sooner', 'exceed', 'exceeding', 'greater']);

const apart = new Set(['old', 'prior', 'advance', 'worth', 'before', 'notice', 'written', 'earlier', 'ahead']);

/** "every seven days", "for two years" and "at least ten days" set no limit; nor does a period for something else. */
function isLimit(check: PeriodCheck, reading: Reading, quantity: Quantity): boolean {
  const before = reading.words[quantity.start - 1]?.text ?? '';
  const beforeThat = reading.words[quantity.start - 2]?.text ?? '';
  if (durations.has(before) && !(before === 'than' && ceilings.has(beforeThat))) return false;
  if (
    durations.has(beforeThat) &&
    before !== 'within' &&
    before !== 'than' &&
    beforeThat !== 'for' &&
    beforeThat !== 'than'
  )
    return false;
  const next = reading.words[quantity.end]?.text ?? '';
  // "30 days' notice" is what ends a contract, "a year of credit monitoring" what follows a breach.
  const unit = reading.words[quantity.end - 1]?.text ?? '';
  const spelled = /^(?:day|week|month|year|hour)s?$/u.test(unit) && reading.words[quantity.start]?.text !== 'same';
  // Said in one word it is the notice's own: "a 72-hour notice of incidents".
  const joined = reading.words[quantity.end - 2]?.text === '-';
  if (apart.has(next) && before !== 'within' && spelled && !joined) return false;
  for (const id of check.aside) {
    for (const hit of reading.hits.get(id)) {
      if (hit.end <= quantity.start && quantity.start - hit.end < 14) return false;
      if (next === 'of' && (hit.start === quantity.end + 1 || hit.start === quantity.end + 2)) return false;
    }
  }
  return true;
}

/** "in no event past the ninth day" */
function mustNotPass(reading: Reading, { start }: Quantity): boolean {
  return /\b(?:not|never|no (?:event|case)) past(?: the)?$/u.test(textOf(reading, Math.max(0, start - 4), 4));
}

/** "… shall delete the data within 45 days and notify the Board": of two acts, the time is the one's with which it stands. */
function belongs({ where, unless }: PeriodCheck, reading: Reading, quantity: Quantity): boolean {
  if (where === null && unless.length === 0) return true;
  const alone: Reading = { ...reading, quantities: [quantity] };
  const fitsOne = (patterns: readonly Pattern[]) =>
    patterns.some((pattern) => fits(pattern, alone, quantity) !== undefined);
  return (where === null || fitsOne(where)) && !fitsOne(unless);
}

/**
 * Each kind of data named belongs to the nearest limit. A limit to which none belongs covers what its heading names, or
 * else all kinds, unless the kind asked for is left out or has a limit of its own: "30 days for student information, 60
 * for the rest".
 */
function covers(
  check: PeriodCheck,
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

function coveringOf(
  check: PeriodCheck,
  reading: Reading,
  limits: readonly Quantity[],
  headings: readonly Reading[],
): Quantity[] {
  const kinds = tiedTo(check, reading, limits);
  return limits.filter((quantity) => covers(check, reading, kinds, quantity, headings));
}

function tiedTo(check: PeriodCheck, reading: Reading, limits: readonly Quantity[]): Tied[] {
  let leftOut = -1;
  return kindsIn(check, reading)
    .sort((a, b) => a.hit.start - b.hit.start)
    .map(({ id, hit }) => {
      const excluded = isExcluded(reading, hit) || isNextOf(reading, leftOut, hit.start);
      if (excluded) leftOut = hit.end;
      return { asked: check.covers.includes(id), excluded, nearest: nearestLimit(reading, limits, hit.start) };
    });
}

const listing = new Set([',', 'and', 'or', 'any', 'the']);

/** "other than directory information, student records and student-generated content" leaves out all three. */
function isNextOf({ words }: Reading, end: number, start: number): boolean {
  if (end < 0 || start - end > 3) return false;
  return words.slice(end, start).every(({ text }) => listing.has(text));
}

/** The kinds of data named, but for those that are named only to be counted in: "directory information included". */
function kindsIn(check: PeriodCheck, reading: Reading): { id: number; hit: Hit }[] {
  return check.kinds.flatMap((id) =>
    reading.hits
      .get(id)
      .filter((hit) => !isCountedIn(reading, hit))
      .map((hit) => ({ id, hit })),
  );
}

function isCountedIn(reading: Reading, hit: Hit): boolean {
  // "directory information and children's work included"
  const joined = /^(?:, )?(?:and|or)\b/u.test(textOf(reading, hit.end, 2));
  for (let k = hit.end; k < hit.end + (joined ? 6 : 1); k++) {
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

const counters = new Set(['even', 'notwithstanding', 'whether']);

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

const excluders = new Set([
  'than',
  'excluding',
  'except',
  'not',
  'without',
  'beyond',
  'besides',
  'outside',
  'save',
  'minus',
]);
const excluded = new Set(['aside', 'excepted', 'excluded', 'apart']);

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

/** A word with the two before it, or with the one that says "the outside". */
function textBefore(reading: Reading, at: number): string {
  const two = textOf(reading, at - 1, 2);
  return two === 'the outside' ? two : textOf(reading, Math.max(0, at - 2), 3);
}

function textOf({ words }: Reading, at: number, count: number): string {
  return words
    .slice(at, at + count)
    .map(({ text }) => text)
    .join(' ');
}

function distance(reading: Reading, quantity: Quantity, at: number): number {
  const [from, to] = at < quantity.start ? [at, quantity.start] : [quantity.end, at];
  let far = to - from;
  for (let k = from; k < to; k++) if (reading.words[k]?.text === ';' || reading.words[k]?.text === '.') far += 100;
  return far;
}
