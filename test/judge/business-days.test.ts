import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays, calendarDays, isBusinessDay, legalHolidays } from '../../src/judge/index.ts';
import { loadHolidays } from './holidays.ts';

const holidays = await loadHolidays();
const calendar = { holidays };

describe('business days', () => {
  test.each([
    ['2018-07-02', 5, '2018-07-10', '2018-07-10'],
    ['2024-06-17', 5, '2024-06-25', '2024-06-25'],
    ['2025-12-23', 5, '2025-12-31', '2025-12-31'],
    ['2026-02-09', 5, '2026-02-18', '2026-02-18'],
    ['2026-04-01', 5, '2026-04-09', '2026-04-08'],
    ['2026-12-30', 5, '2027-01-07', '2027-01-07'],
    ['2026-11-24', 2, '2026-11-27', '2026-11-27'],
    ['2026-11-25', 2, '2026-11-30', '2026-11-30'],
    ['2023-06-16', 2, '2023-06-21', '2023-06-21'],
    ['2022-06-17', 2, '2022-06-21', '2022-06-21'],
  ])('%s + %i is %s, conservatively %s', (from, count, date, conservative) => {
    expect(addBusinessDays(from, count, calendar)).toBe(date);
    expect(addBusinessDays(from, count, { holidays, conservative: true })).toBe(conservative);
  });

  test('a New Year on a Saturday is kept in the year before', () => {
    expect(legalHolidays(2027, calendar).get('2027-12-31')).toBe("New Year's Day");
    expect(legalHolidays(2028, calendar).has('2028-01-01')).toBe(false);
    expect(isBusinessDay('2027-12-31', calendar)).toBe(false);
  });

  test('the holidays of 2026', () => {
    expect([...legalHolidays(2026, calendar).keys()].sort()).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-12',
      '2026-02-16',
      '2026-04-03',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03',
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ]);
  });

  test('Juneteenth is kept from 2023 on', () => {
    expect(isBusinessDay('2020-06-19', calendar)).toBe(true);
    expect(isBusinessDay('2023-06-19', calendar)).toBe(false);
  });

  test('the day after Thanksgiving is a business day', () => {
    expect(isBusinessDay('2026-11-27', calendar)).toBe(true);
  });

  const day = fc
    .date({ min: new Date('2018-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  test('counting twice is counting once', () => {
    fc.assert(
      fc.property(day, fc.nat(10), fc.nat(10), (from, one, other) => {
        const there = addBusinessDays(addBusinessDays(from, one, calendar), other, calendar);
        expect(there).toBe(addBusinessDays(from, one + other, calendar));
      }),
    );
  });

  test('a count ends on a business day, and conservatively never later', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 20 }), (from, count) => {
        const end = addBusinessDays(from, count, calendar);
        expect(isBusinessDay(end, calendar)).toBe(true);
        expect(addBusinessDays(from, count, { holidays, conservative: true }) <= end).toBe(true);
      }),
    );
  });
});

describe('the most calendar days of a period', () => {
  test.each([
    [2, 6],
    [5, 11],
    [10, 18],
    [15, 26],
    [18, 31],
    [20, 33],
    [21, 34],
    [30, 48],
    [38, 61],
    [40, 63],
    [42, 67],
    [45, 70],
  ])('%i business days span at most %i', (count, most) => {
    expect(calendarDays(count, 'business-day', calendar)).toBe(most);
  });

  test.each([
    [72, 'hour', 3],
    [1, 'hour', 1],
    [30, 'day', 30],
    [4, 'week', 28],
    [1, 'month', 31],
    [2, 'month', 62],
    [1, 'quarter', 92],
    [0, 'business-day', 0],
  ] as const)('%i × %s', (count, unit, most) => {
    expect(calendarDays(count, unit, calendar)).toBe(most);
  });
});
