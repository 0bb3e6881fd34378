import { expect, test } from 'vitest';
import { contract, quote, statements } from '../contracts.ts';

const legend = '"A" is accepted. "M" is accepted with a modification. "D" is declined.';
const letter = (part: string, rows: readonly string[]): string =>
  [
    `${legend}\n\n## ATTACHMENT 1: ${part}\n`,
    ...[1, 2, 3, 4, 5, 6, 7, 8].map((at) => `**R${at}.** Seller shall shut door ${at} in ten days.\n`),
    '## ATTACHMENT 2: ANSWERS\n',
    '| No. | Letter | Remark |\n|---|---|---|',
    ...rows,
  ].join('\n');

test('letters in a table decide on the clauses whose numbers they stand beside', async () => {
  const found = await contract(
    letter('REQUIREMENTS', [
      '| R1 | A | |',
      '| R2 | M | For "ten days" read "two weeks". |',
      '| R3 | | *With counsel.* |',
      '| R4 | D | Too dear. |',
      '| R5 | A | |',
      '| R6 | A | |',
      '| R7 | A | |',
      '| R8 | A | |',
    ]),
  );
  expect(statements(found).filter((one) => one.includes('door'))).toEqual(
    [1, 2, 5, 6, 7, 8].map((at) => `Seller shall shut door ${at} in ten days.`),
  );
  expect(found.changes.map(({ at, by }) => [quote(found, at), quote(found, by)])).toEqual([['ten days', 'two weeks']]);
  expect(found.changes[0]?.at.start).toBeGreaterThan(found.text.value.indexOf('R2.'));
});

test('numbers that name no clause answer none', async () => {
  const found = await contract(
    letter(
      'REQUIREMENTS',
      [1, 2, 3, 4].map((at) => `| Q${at} | ${at > 2 ? 'D' : 'A'} | |`),
    ),
  );
  expect(statements(found).filter((one) => one.includes('door'))).toHaveLength(8);
});
