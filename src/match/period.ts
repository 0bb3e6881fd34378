import type { Quantity, Unit } from '../language/quantities.ts';
import type { Reading } from './reading.ts';
import { nothing } from './reading.ts';

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
  /** Words before a length of time that make it no limit for the act itself: "a final report within …". */
  readonly aside: readonly number[];
}

/** The longest calendar span of one unit, in days: a month may have 31, a quarter 92. School days have no ceiling. */
const days: Readonly<Record<Exclude<Unit, 'business-day' | 'school-day'>, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
};

/** Whether the sentence's limit of time is within (or over) the one asked; the range of its words. */
export function fitsPeriod(check: PeriodCheck, reading: Reading): { start: number; end: number } | undefined {
  const limits = reading.quantities.filter((quantity) => isLimit(check, reading, quantity));
  const covering = limits.filter((quantity) => covers(check, reading, limits, quantity));
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

const durations = new Set(['every', 'each', 'for', 'least', 'minimum', 'another', 'lasting', 'than']);
const ceilings = new Set(['later', 'more', 'longer', 'sooner', 'exceed', 'exceeding', 'greater']);

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
  if (next === 'old' || next === 'prior' || next === 'advance' || next === 'worth' || next === 'before') return false;
  for (const id of check.aside) {
    for (const hit of reading.hits.get(id) ?? nothing) {
      if (hit.end <= quantity.start && quantity.start - hit.end < 14) return false;
    }
  }
  return true;
}

/** Each kind of data named belongs to the nearest limit; a limit to which none belongs covers all kinds. */
function covers(check: PeriodCheck, reading: Reading, limits: readonly Quantity[], quantity: Quantity): boolean {
  if (check.covers.length === 0) return true;
  let tied = false;
  for (const id of check.kinds) {
    for (const hit of reading.hits.get(id) ?? nothing) {
      if (reading.standing[hit.start]?.denied || isExcluded(reading, hit.start)) continue;
      const closest = limits.reduce<Quantity | undefined>(
        (best, one) =>
          best === undefined || distance(reading, one, hit.start) < distance(reading, best, hit.start) ? one : best,
        undefined,
      );
      if (closest !== quantity) continue;
      if (check.covers.includes(id)) return true;
      tied = true;
    }
  }
  return !tied;
}

function isExcluded(reading: Reading, at: number): boolean {
  for (let k = at - 1; k >= 0 && k > at - 4; k--) {
    const text = reading.words[k]?.text;
    if (text === 'than' || text === 'excluding' || text === 'except' || text === 'not' || text === 'without')
      return true;
  }
  return false;
}

function distance(reading: Reading, quantity: Quantity, at: number): number {
  const [from, to] = at < quantity.start ? [at, quantity.start] : [quantity.end, at];
  let far = to - from;
  for (let k = from; k < to; k++) if (reading.words[k]?.text === ';' || reading.words[k]?.text === '.') far += 100;
  return far;
}
