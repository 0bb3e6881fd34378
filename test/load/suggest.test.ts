import fc from 'fast-check';
import { expect, test } from 'vitest';
import { didYouMean, nearestWord } from '../../src/load/suggest.ts';

const known = ['elements', 'conflicts', 'title', 'why'];

test.each([
  ['elemnts', 'elements'],
  ['Conflicts', 'conflicts'],
  ['titel', 'title'],
  ['purpose', null],
  ['', null],
])('%s → %s', (word, meant) => {
  expect(nearestWord(word, known)).toBe(meant);
});

test('a word that is known is its own suggestion', () => {
  fc.assert(fc.property(fc.constantFrom(...known), (word) => nearestWord(word, known) === word));
});

test('nothing is asked where nothing is near', () => {
  expect(didYouMean('purpose', known)).toBe('');
});
