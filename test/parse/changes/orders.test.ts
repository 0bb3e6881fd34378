import { expect, test } from 'vitest';
import { isAmending, isTakingOut, orders } from '../../../src/parse/changes/orders.ts';

const told = (text: string) => {
  const quoted = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  return orders(text).map(({ spot, where, by }) => [where, quoted(spot), by && quoted(by)]);
};

test.each<[string, (string | null)[][]]>([
  ['by striking “ten”', [['over', 'ten', null]]],
  ['by striking “ten” and inserting “ninety”', [['over', 'ten', 'ninety']]],
  ['by substituting “ninety” for “ten”', [['over', 'ten', 'ninety']]],
  ['in place of the word “ten,” insert “ninety”', [['over', 'ten,', 'ninety']]],
  ['“ten” in Section 11.1 is hereby changed to “ninety”', [['over', 'ten', 'ninety']]],
  ['“ten” is struck and “ninety” is inserted', [['over', 'ten', 'ninety']]],
  ['by adding “never” after the word “shall”', [['after', 'shall', 'never']]],
  ['before “sell” there shall be inserted the words “never”', [['before', 'sell', 'never']]],
  ['after “ten days,” there is added “or in May,”', [['after', 'ten days,', 'or in May,']]],
  ['after “shall” insert the following: “never”', [['after', 'shall', 'never']]],
  [
    'by striking “ten” and “Ohio”',
    [
      ['over', 'ten', null],
      ['over', 'Ohio', null],
    ],
  ],
  [
    'by replacing “ten” with “ninety” and “Ohio” is replaced by “Utah”',
    [
      ['over', 'ten', 'ninety'],
      ['over', 'Ohio', 'Utah'],
    ],
  ],
  ['“ten” is deleted wherever it appears and “ninety” inserted', [['over', 'ten', 'ninety']]],
  ['the words “ten” are struck out and “ninety” put in their place', [['over', 'ten', 'ninety']]],
  ['“ten” is struck out and “ninety” is put in its place', [['over', 'ten', 'ninety']]],
  ['strike from Section 12 the words “ten” and put in their stead “ninety”', [['over', 'ten', 'ninety']]],
  ['“ten” is taken out and “ninety” is written in', [['over', 'ten', 'ninety']]],
  ['to strike, in paragraph 8, “ten” and insert “ninety”', [['over', 'ten', 'ninety']]],
  ['to insert, in paragraph 8, after “shall”, the word “never”', [['after', 'shall', 'never']]],
  ['after “shall”, the word “never”', []],
  ['by adding “never”', []],
  ['the definition of “Incident” by striking “ten”', [['over', 'ten', null]]],
])('%s', (text, expected) => expect(told(text)).toEqual(expected));

test.each([
  ['Section 8 is amended as follows', true],
  ['Strike “ten”.', true],
  ['Motion 2 (Mr. Oak): to strike, in paragraph 8, “ten”', true],
  ['Paragraph C.5: for “ten” put in “nine”', true],
  ['Clause 5, delete “ten”', true],
  ['In clause 5 delete “ten”', true],
  ['In January delete “ten”', false],
  ['Paragraph C.5: “ten” is a number.', false],
  ['“Student Data” in Section 2 is deleted', true],
  ['Vendor shall delete “Student Data” at the end.', false],
  ['“Student Data” that nobody needs shall be deleted', false],
  ['This paper (the “Agreement”) may be amended in writing', false],
])('%s: amends %s', (text, expected) => expect(isAmending(text)).toBe(expected));

test.each([
  ['Section 2 is amended by striking “ten” and “Ohio”', true],
  ['Section 2, which reads “Ten days.”, is deleted', false],
])('%s: takes out %s', (text, expected) => expect(isTakingOut(text)).toBe(expected));
