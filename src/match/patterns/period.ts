import type { Quantity, Unit } from '../../language/quantities.ts';
import { joined, oneOf } from '../../language/words.ts';
import type { Reading } from '../reading.ts';
import { covering, type KindsAsked } from './covered-kinds.ts';
import { fits } from './fit.ts';
import type { Pattern } from './pattern.ts';

/** A compiled `PeriodTest`. */
export interface PeriodCheck extends KindsAsked {
  /** Calendar days. */
  readonly limit: number;
  /** The most business days that still count as within the limit. */
  readonly business: number;
  readonly want: 'within' | 'over';
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
  const judged = covering(check, reading, limits, headings).flatMap((quantity) => {
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

const durations = oneOf(
  'every each for least minimum another lasting than past last previous preceding once twice per',
);

const ceilings = oneOf('later more longer sooner exceed exceeding greater');

const apart = oneOf('old prior advance worth before notice written earlier ahead');

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
  const from = Math.max(0, start - 4);
  return /\b(?:not|never|no (?:event|case)) past(?: the)?$/u.test(joined(reading.words.slice(from, from + 4)));
}

/** "… shall delete the data within 45 days and notify the Board": of two acts, the time is the one's with which it stands. */
function belongs({ where, unless }: PeriodCheck, reading: Reading, quantity: Quantity): boolean {
  if (where === null && unless.length === 0) return true;
  const alone: Reading = { ...reading, quantities: [quantity] };
  const fitsOne = (patterns: readonly Pattern[]) =>
    patterns.some((pattern) => fits(pattern, alone, quantity) !== undefined);
  return (where === null || fitsOne(where)) && !fitsOne(unless);
}
