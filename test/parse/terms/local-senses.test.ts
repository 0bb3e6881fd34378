import { expect, test } from 'vitest';
import { contract, quote } from '../contracts.ts';

const text = (note: string): string =>
  [
    '1. Seller shall call within two days.',
    '',
    '2. Seller shall write within four days.',
    '',
    '3. The calendar:',
    '',
    '| Line | What | When |',
    '|---|---|---|',
    '| 10 | Shut the door. | 25 days from the call |',
    '| 11 | Open the door. | 35 days from the call |',
    '| 12 | Paint the door. | 45 days from the call |',
    '',
    `(a) ${note}`,
  ].join('\n');

test.each([
  ['In lines 10 and 11 "days" means business days, Sundays left out.', ['25 days', '35 days'], 'business days'],
  ['In Section 2 "days" means school days.', ['four days'], 'school days'],
  ['In Section 2 the word "four" is taken out.', ['four'], ''],
  ['In this paper "days" means business days.', [], ''],
  ['In lines 10 and 11 "weeks" means working weeks.', [], ''],
  ['In line 10 Seller says what "days" means.', [], ''],
])('%s', async (note, expected, sense) => {
  const found = await contract(text(note));
  const { value } = found.text;
  expect(found.changes.map(({ at }) => value.slice(value.lastIndexOf(' ', at.start - 2) + 1, at.end))).toEqual(
    expected.map((one) => expect.stringContaining(one)),
  );
  for (const { by } of found.changes) expect(quote(found, by)).toBe(sense);
});
