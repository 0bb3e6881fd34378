import { expect, test } from 'vitest';
import { contract, quote, statements } from '../contracts.ts';

const text = 'Vendor shall train 40 [50] pupils. [Vendor may sell data.] Vendor rests. [Vendor pays.] (A.B., C.D.)';

test.each([
  ['Words in [square brackets] are out unless both sides have initialed them.', ['[50]'], ['[Vendor may sell data.]']],
  ['What stands in brackets is not agreed.', ['[50]'], ['[Vendor may sell data.]', '[Vendor pays.]']],
  ['Square brackets mark words that were refused.', ['[50]'], ['[Vendor may sell data.]', '[Vendor pays.]']],
  ['Words in brackets are new.', [], []],
  ['What is in brackets is binding.', [], []],
])('%s', async (legend, without, struck) => {
  const found = await contract(`# TERMS\n\n${legend}\n\n${text}`);
  expect(found.changes.map(({ at }) => quote(found, at))).toEqual(without);
  expect(statements(found, 'struck')).toEqual(struck);
});
