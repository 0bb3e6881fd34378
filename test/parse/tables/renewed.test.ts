import { expect, test } from 'vitest';
import { fateOf } from '../../../src/parse/tables/renewed.ts';
import { contract, statements } from '../contracts.ts';

test.each([
  ['same', 'same'],
  ['"Unchanged."', 'same'],
  ['out', 'out'],
  ['Struck. See C-1.', 'out'],
  ['Struck, and not replaced.', 'out'],
  ['add: Vendor shall rest.', 'more'],
  ['Vendor shall run nine buses.', 'other'],
  ['nine buses', null],
  ['Same, save that the price is ten.', null],
  ['', null],
])('"%s" makes of the words beside it: %s', (words, fate) => expect(fateOf(words)).toBe(fate));

const rows = (head: string) =>
  [
    'This is between the Elm Board of Education ("Elm") and Acme, Inc. ("Acme").',
    '',
    head,
    '|---|---|---|',
    '| 1 | Vendor shall lock the door. | same |',
    '| 2 | Vendor may keep data. | Vendor shall not keep any of the data. |',
    '| 3 | Vendor shall pay. | add: The Board shall pay too. |',
    '| 4 | Vendor may sell data. | out |',
    '| 5 | Vendor shall run ten buses. | nine |',
  ].join('\n');

test('a renewal line by line', async () => {
  const found = await contract(rows('| No. | Old words | 2023–2026 |'));
  expect(statements(found)).toEqual([
    'Vendor shall lock the door.',
    'Vendor shall not keep any of the data.',
    'Vendor shall pay.',
    'The Board shall pay too.',
    'Vendor shall run ten buses.',
    'nine',
  ]);
  expect(statements(found, 'struck')).toEqual(['Vendor may keep data.', 'Vendor may sell data.']);
});

test('new words in a column of their own', async () => {
  const found = await contract(
    [
      '| No. | Old words | Status | New words |',
      '|---|---|---|---|',
      '| 1 | Vendor shall lock the door. | kept | |',
      '| 2 | Vendor may keep data. | changed | Vendor shall keep none. |',
      '| 3 | Vendor may sell data. | dropped | |',
    ].join('\n'),
  );
  expect(statements(found)).toEqual(['Vendor shall lock the door.', 'Vendor shall keep none.']);
});

test('what a party answers to another strikes nothing', async () => {
  expect(statements(await contract(rows('| No. | Elm | Acme |')), 'struck')).toEqual([]);
});
