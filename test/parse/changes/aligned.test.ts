import { expect, test } from 'vitest';
import { alignedOrders } from '../../../src/parse/changes/aligned.ts';

const old = new Set(['Ohio', 'ten', 'three schools', 'the end']);

const told = (text: string) =>
  alignedOrders(text, ({ start, end }) => old.has(text.slice(start, end))).map(({ spot, where, by }) => [
    where,
    text.slice(spot.start, spot.end),
    by && text.slice(by.start, by.end),
  ]);

test.each<[string, (string | null)[][]]>([
  ['Out with “Ohio”; in with “Utah”.', [['over', 'Ohio', 'Utah']]],
  ['“Legal bits”: “Ohio” out, “Utah” in.', [['over', 'Ohio', 'Utah']]],
  ['Please read “four schools” for “three schools”.', [['over', 'three schools', 'four schools']]],
  [
    'For “ten” put “nine”, and for “Ohio” put “Utah”.',
    [
      ['over', 'ten', 'nine'],
      ['over', 'Ohio', 'Utah'],
    ],
  ],
  ['After “the end” is added: “of June”.', [['after', 'the end', 'of June']]],
  // Near misses: words that only go, words that stand already, words of which nothing is said, a sentence between.
  ['Section 4 (“Ohio”) is struck.', []],
  ['Out with “ten”; in with “Ohio”.', []],
  ['The marks “Ohio” and “Utah” hang on the wall.', []],
  ['Strike “Ohio” there. The clerk says “Utah”.', []],
])('%s', (text, expected) => expect(told(text)).toEqual(expected));
