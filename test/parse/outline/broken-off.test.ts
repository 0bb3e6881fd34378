import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

const table = (rows: readonly string[]): string => rows.join('\n');

test.each([
  [
    'a figure and what it counts',
    'Seller shall call the school not later than',
    ['| Days from the fire | For |', '|---|---|', '| thirty (30) | doors |', '| sixty (60) | roofs |'],
    [
      'Seller shall call the school not later than » thirty (30) » Days from the fire » For » doors',
      'Seller shall call the school not later than » sixty (60) » Days from the fire » For » roofs',
    ],
  ],
  [
    'a figure that stands last',
    'Seller shall call the school within',
    ['| For | Days |', '|---|---|', '| doors | 30 |'],
    ['Seller shall call the school within » For » doors » 30 « Days'],
  ],
  [
    'a sentence that ends',
    'Seller shall call the school soon.',
    ['| What | How |', '|---|---|', '| doors | by hand |', '| roofs | by crane |'],
    ['by hand', 'by crane'],
  ],
  [
    'words that promise nothing',
    'The calls of the last school year',
    ['| What | How |', '|---|---|', '| doors | by hand |', '| roofs | by crane |'],
    ['by hand', 'by crane'],
  ],
])('the rows of a table go on with %s', async (_, lead, rows, expected) => {
  const found = statements(await contract(`${lead}\n\n${table(rows)}`));
  expect(found.filter((one) => one !== lead)).toEqual(expected);
});
