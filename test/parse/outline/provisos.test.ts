import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

test.each([
  ['Vendor shall keep nothing; provided, however, that Vendor may keep logs.', ['Vendor may keep logs.']],
  ['Vendor shall keep nothing, except that Vendor may keep logs.', ['Vendor may keep logs.']],
  ['Vendor shall keep nothing; however, Vendor may keep logs.', ['Vendor may keep logs.']],
  [
    'Vendor shall keep nothing, provided that it may keep logs, and provided further that it may keep bills.',
    ['it may keep logs, and', 'it may keep bills.'],
  ],
  // A condition gives no leave.
  ['Vendor may hire others, provided that they are bound.', []],
])('the leave that a proviso gives is read by itself, too: %s', async (text, provisos) => {
  expect(statements(await contract(text))).toEqual([text, ...provisos]);
});
