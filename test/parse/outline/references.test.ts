import { expect, test } from 'vitest';
import { behind, groupsIn, paperBehind } from '../../../src/parse/outline/references.ts';

const numbers = (words: string) => groupsIn(words).map((group) => group.numbers.map(({ number }) => number));

test.each<[string, string[][]]>([
  ['Section 6.1 applies.', [['6.1']]],
  ['Sections 6 (Ownership), 7 and 9 to 11 are struck.', [['6', '7', '9', '10', '11']]],
  ['Section 4 (b) and Clause C of it.', [['4'], ['C']]],
  ['Section 8, 30 days after notice', [['8']]],
  ['Schedule of fees', []],
  ['B6 and B7 are taken out, CT-4 stays.', [['B6', 'B7'], ['CT-4']]],
  ['Section B6 of form AB12cd', [['B6']]],
  ['Section 6A and § 6B of it.', [['6A'], ['6B']]],
  ['Paragraphs C.3 and D.2 of it.', [['C.3', 'D.2']]],
  ['In § 7, “ten” becomes “two”; 20 U.S.C. § 1232g stands.', [['7']]],
])('%s', (words, expected) => expect(numbers(words)).toEqual(expected));

test.each<[string, string | null, string | null]>([
  [' of the Old Licence, which ended', 'the Old Licence, which ended', 'the Old Licence'],
  [' (Ownership) of our Terms.', 'our Terms.', 'our Terms'],
  [' under Annex 2', 'Annex 2', 'Annex 2'],
  [' of this Agreement', 'this Agreement', null],
  [' in writing', 'writing', null],
  [' (Ownership) of ', '', null],
  [' is deleted', null, null],
])('behind a clause: "%s"', (words, all, paper) => {
  expect(behind(words)).toBe(all);
  expect(paperBehind(words)).toBe(paper);
});
