import { expect, test } from 'vitest';
import { contract, quote, statements } from '../contracts.ts';

const draft = '1. Vendor shall tell of it in ten days.\n\n2. Vendor shall not sell data.\n\n';

test.each([
  ['Motion 1 (Mr. Oak): to strike paragraph 2. Lost, 1–4.', []],
  ['Motion 1 (Mr. Oak): to strike paragraph 2. Mrs. Ash spoke against. Withdrawn.', []],
  ['Mr. Oak moved, seconded by Mrs. Ash, to strike paragraph 2. Yeas 2, nays 5, and the motion failed.', []],
  ['Motion 1 (Mr. Oak): to strike paragraph 2.\n\nDefeated.', []],
  ['Motion 1 (Mr. Oak): to strike paragraph 2. Carried, 5–0.', ['Vendor shall not sell data.']],
])('what was moved: %s', async (motion, struck) => {
  expect(statements(await contract(`# MINUTES\n\n${draft}## Motions\n\n${motion}`), 'struck')).toEqual(struck);
});

test('what was moved to be added binds if it carried', async () => {
  const found = await contract(
    '# MINUTES\n\nMotion 1: to add: "Vendor may keep data." Rejected.\n\nMotion 2: to add: "Vendor shall rest." Adopted.\n\nProposal. Vendor shall pay. Rejected invoices come back.',
  );
  expect(statements(found)).toEqual([
    'to add: "Vendor shall rest."',
    'Vendor shall pay.',
    'Rejected invoices come back.',
  ]);
});

test('words that a motion changed', async () => {
  const found = await contract(
    `# MINUTES\n\n${draft}## Motions\n\nMotion 1: to strike, in paragraph 1, "ten" and insert "two". Carried.\n\nMotion 2: to strike, in paragraph 2, "not". Lost.`,
  );
  expect(found.changes.map(({ at, by }) => [quote(found, at), quote(found, by)])).toEqual([['ten', 'two']]);
});
