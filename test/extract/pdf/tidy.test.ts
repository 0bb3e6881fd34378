import { expect, test } from 'vitest';
import { isGarbled } from '../../../src/extract/pdf/garbled.ts';
import { pagesText } from '../../../src/extract/pdf/notes.ts';
import { joinCut, repair, wordsKnown } from '../../../src/extract/tidy.ts';

const known = { words: new Set(['obligation', 'data', 'sharing', 'third-party']), cuts: false };

test.each([
  ['obli-', 'gation', 'obligation'],
  ['dis-', 'closure', 'dis-closure'],
  ['third-', 'party', 'third-party'],
  ['data-', 'sharing', 'data-sharing'],
  ['non-', 'profit', 'non-profit'],
  ['10-', '234aa', '10-234aa'],
  ['Anglo-', 'American', 'Anglo-American'],
  ['dis\u00AD', 'closure', 'disclosure'],
  ['dis\uFFFE', 'closure', 'disclosure'],
  ['short-', 'and', null],
  ['-', 'an item', null],
  ['word', 'word', null],
  ['privacy@stillwater.exampl', 'e', 'privacy@stillwater.example'],
  ['privacy@stillwater.example', 'or', null],
])('%s at a line end before %s gives %s', (before, after, joined) => {
  expect(joinCut(before, after, known)).toBe(joined);
});

test('joins unknown words in a document that cuts words', () => {
  expect(joinCut('dis-', 'closure', { ...known, cuts: true })).toBe('disclosure');
});

test('learns the words of a document from the lines that show them whole', () => {
  const { words, cuts } = wordsKnown([[{ text: 'self-help,' }, { text: 'obli-' }], [{ text: 'gation' }]]);
  expect([...words]).toEqual(['self-help', 'self', 'help', 'gation']);
  expect(cuts).toBe(false);
});

test.each([
  ['ﬁnal oﬀer', 'final offer'],
  ['third\u2010party, non\u2011profit', 'third-party, non-profit'],
  ['a\u00A0b', 'a b'],
  ['dis\u00ADclosure', 'disclosure'],
  ['\uF0B7', '•'],
  ['zero\u200Bwidth', 'zerowidth'],
  ['plain', 'plain'],
])('repairs %j', (text, repaired) => {
  expect(repair(text)).toBe(repaired);
});

const law =
  'The Clauses shall be governed by the law of the State in which the Board is established and this agreement is not to be read in any other way by the parties to it or by a court that has to decide on it.';

test('tells shifted letters from language', () => {
  const shifted = law.replace(/[A-Za-z ]/g, (letter) =>
    String.fromCharCode(letter === ' ' ? 3 : letter.charCodeAt(0) - 29),
  );
  const caesar = law.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 3) % 26) + 97));
  expect(isGarbled(law)).toBe(false);
  expect(isGarbled(caesar)).toBe(true);
  expect(isGarbled(shifted)).toBe(true);
  expect(isGarbled('\uE001\uE002\uE003\uE004'.repeat(20))).toBe(true);
});

test('takes tables of names and figures for text', () => {
  expect(
    isGarbled(
      'Algebra 1 Grade 8 $4,100.00 Hartford Public Schools Invoice 2024-118 Quantity Unit Price Total '.repeat(2),
    ),
  ).toBe(false);
});

test.each([
  [[3], 'page 3'],
  [[1, 2, 3, 7], 'pages 1–3, 7'],
])('names pages %j as %s', (pages, text) => {
  expect(pagesText(pages)).toBe(text);
});
