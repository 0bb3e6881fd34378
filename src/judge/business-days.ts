import type { Holiday } from '../types.ts';
import { addDays, dayOf, weekdayOf } from './days.ts';

/** What counts as a business day. */
export interface BusinessCalendar {
  readonly holidays: readonly Holiday[];
  /** Counts a disputed holiday as a business day, which gives the earlier date: the safer one for whoever must act. */
  readonly conservative?: boolean;
}

export type Unit = 'minute' | 'hour' | 'day' | 'business-day' | 'week' | 'month' | 'quarter' | 'year';

/** The business day that is `count` business days after a day; the day itself is day 0. */
export function addBusinessDays(date: string, count: number, calendar: BusinessCalendar): string {
  let day = date;
  for (let left = count; left > 0; left -= isBusinessDay(day, calendar) ? 1 : 0) day = addDays(day, 1);
  return day;
}

/** Monday to Friday, less the legal holidays. */
export function isBusinessDay(date: string, calendar: BusinessCalendar): boolean {
  return ![0, 6].includes(weekdayOf(date)) && !legalHolidays(Number(date.slice(0, 4)), calendar).has(date);
}

/** The legal holidays that are kept in a year, by the day on which they are kept. */
export function legalHolidays(year: number, { holidays, conservative }: BusinessCalendar): Map<string, string> {
  const kept = new Map<string, string>();
  for (const holiday of holidays.filter(({ disputed }) => !(disputed && conservative === true))) {
    // A first of January that is a Saturday is kept on the last day of the year before.
    for (const owner of [year, year + 1]) {
      const date = keptOn(holiday, owner);
      if (owner >= holiday.since && date.startsWith(String(year))) kept.set(date, holiday.name);
    }
  }
  return kept;
}

function keptOn({ on }: Holiday, year: number): string {
  if ('easter' in on) return addDays(easterSunday(year), on.easter);
  if ('day' in on) return onWorkday(dayOf(year, on.month, on.day));
  const { month, weekday, week } = on;
  if (week < 0) {
    const last = dayOf(year, month + 1, 0);
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7) + 7 * (week + 1));
  }
  const first = dayOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (week - 1));
}

function onWorkday(date: string): string {
  return addDays(date, { 6: -1, 0: 1 }[weekdayOf(date)] ?? 0);
}

/** The Gregorian computus, as Butcher gave it (1876); its letters are his. */
function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * e + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1);
}

const most: Readonly<Record<Exclude<Unit, 'business-day'>, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
};

/** The most calendar days that a period can span: a month may have 31, and holidays stretch business days. */
export function calendarDays(count: number, unit: Unit, calendar: BusinessCalendar): number {
  return unit === 'business-day' ? longestRun(count, calendar) : Math.ceil(count * most[unit]);
}

// Twenty years hold nearly every way in which weekends and holidays fall together.
const firstDay = '2018-07-01';
const startDays = 20 * 365;

function longestRun(count: number, calendar: BusinessCalendar): number {
  if (count === 0) return 0;
  const business = businessDays(startDays + 2 * count + 30, calendar);
  // The longest wait begins on a business day: a start on the weekend after it only takes days off.
  return business
    .map((start, index) => (business[index + count] ?? start) - start)
    .filter((_, index) => (business[index] ?? 0) < startDays)
    .reduce((longest, run) => Math.max(longest, run), 0);
}

/** The business days among so many days from the first, as offsets. */
function businessDays(length: number, calendar: BusinessCalendar): number[] {
  const from = Number(firstDay.slice(0, 4));
  const to = Number(addDays(firstDay, length).slice(0, 4));
  const holidays = new Set<string>();
  for (let year = from; year <= to; year += 1) {
    for (const date of legalHolidays(year, calendar).keys()) holidays.add(date);
  }
  return Array.from({ length }, (_, offset) => offset).filter((offset) => {
    const date = addDays(firstDay, offset);
    return ![0, 6].includes(weekdayOf(date)) && !holidays.has(date);
  });
}
