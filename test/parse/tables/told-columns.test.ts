import { expect, test } from 'vitest';
import type { Column } from '../../../src/parse/tables/columns.ts';
import { namesColumn, told } from '../../../src/parse/tables/told-columns.ts';

const heads = ['Row', 'Draft', 'Promise', 'Remark'];
const columns: readonly Column[] = ['label', 'law', 'binding', 'binding'];

test.each<[string, readonly Column[]]>([
  ['The second column binds.', ['label', 'binding', 'binding', 'binding']],
  ['Only the column headed “Draft” is binding.', ['label', 'binding', 'remark', 'remark']],
  ['The right-hand column is for orientation.', ['label', 'law', 'binding', 'law']],
  ['The columns headed Draft and Promise are not agreed.', ['label', 'law', 'law', 'binding']],
  ['The columns “Draft” and “Remark” are no terms, not now.', ['label', 'law', 'binding', 'law']],
  ['Our contract is the last column (“Remark”), as agreed.', columns],
  ['The draft and the promise are not agreed.', columns],
  ['Each row binds whoever is named in the column “Row”.', ['who', 'law', 'binding', 'binding']],
  ['Each row binds the party named in the first column.', ['who', 'law', 'binding', 'binding']],
  ['The fourth column is long.', columns],
  // Of four columns two are in the middle.
  ['The middle column is a mere draft and has no force.', ['label', 'law', 'binding', 'binding']],
  ['The middle column has no force.', columns],
  ['The column headed Price binds.', columns],
])('%s', (sentence, expected) => expect(told(columns, heads, [sentence])).toEqual(expected));

test('of two sentences on one column the last tells', () => {
  expect(told(columns, heads, ['The last column binds nobody, not even us.', 'The last column binds.'])[3]).toBe(
    'binding',
  );
});

test.each([
  ['The columns marked “Draft” are history.', true],
  ['The column “Draft” is history.', true],
  ['The left column binds.', false],
])('%s: names one by its head: %s', (words, expected) => expect(namesColumn(words)).toBe(expected));

test.each([
  ['The left column is our draft and is in force.', ['No.', 'Our draft', 'Rider'], ['label', 'binding', 'binding']],
  ['The left column is a draft and has no force.', ['Matter', 'Draft', 'Rider'], ['law', 'law', 'binding']],
] as const)('the left column beside one of numbers: %s', (sentence, titles, expected) =>
  expect(told(['label', 'law', 'binding'], titles, [sentence])).toEqual(expected));
