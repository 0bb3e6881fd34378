import { expect, test } from 'vitest';
import { quantities } from '../../src/language/quantities.ts';
import { words } from '../../src/language/words.ts';

test.each([
  ['within thirty (30) calendar days', ['30 day']],
  ['72 hours', ['72 hour']],
  ['by the second business day', ['2 business-day']],
  ['one hundred twenty (120) days', ['120 day']],
  ['by the hundredth day', ['100 day']],
  ['not later than day 14 after discovery', ['14 day']],
  ['by day thirty from the discovery', ['30 day']],
  ['the latest day is the twenty-eighth after discovery', ['28 day']],
  ['day one of the term', []],
  ['the first after the gate', []],
  ['a month', ['1 month']],
  ['5 (five) working days', ['5 business-day']],
  ['twenty-four hours', ['24 hour']],
  ['ten school days', ['10 school-day']],
  ['30 days for information and 60 days for the rest', ['30 day', '60 day']],
  ['on or before the 25th day', ['25 day']],
  ['the ninetieth (90th) day', ['90 day']],
  ['inside a fortnight', ['1 fortnight']],
  ['two teachers and nine pupils', []],
  ['Section 12 of the Act', []],
])('%s', (text, expected) => {
  expect(quantities(words(text)).map(({ count, unit }) => `${count} ${unit}`)).toEqual(expected);
});
