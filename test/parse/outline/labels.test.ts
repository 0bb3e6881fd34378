import { expect, test } from 'vitest';
import { readLabel } from '../../../src/parse/outline/labels.ts';

test.each([
  ['4.2(b) Provider shall delete', '4.2(b)', '4.2(b)'],
  ['ARTICLE IV. Security', 'ARTICLE IV', '4'],
  ['Sec. 7. Security', 'Sec. 7', '7'],
  ['§ 9 Security', '§ 9', '9'],
  ['§ 6A. Security', '§ 6A', '6A'],
  ['Exhibit G', 'Exhibit G', 'G'],
  ['SCHEDULE C: Data', 'SCHEDULE C', 'C'],
  ['PART ONE: TERMS', 'PART ONE', '1'],
  ['Box 9. Remarks', 'Box 9', '9'],
  ['Item 3: Use', 'Item 3', '3'],
  ['R-12. Law', 'R-12', 'R-12'],
  ['9(b). The Company is', '9(b)', '9(b)'],
  ['(iv) sell it', '(iv)', '(iv)'],
  ['b) sell it', 'b', 'B'],
  ['II.1 Title', 'II.1', '2.1'],
])('%s', (text, label, number) => {
  expect(readLabel(text)).toMatchObject({ text: label, number });
});

test.each([
  'Forms',
  'Exhibits: see below.',
  '30 days after the end',
  '20240117 was the number',
  'Section 9.1 yields to Section 4',
  'Part One and Part Two are both binding',
  '1600 Barton Walk',
  'I agree',
  'A school may ask',
  '99.8 percent of the time',
  '2.5 million dollars',
])('%s has none', (text) => {
  expect(readLabel(text)).toBeNull();
});
