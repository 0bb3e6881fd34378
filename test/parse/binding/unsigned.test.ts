import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

const text = (said: string, first: string, second: string): string =>
  [
    '## Terms',
    '',
    said,
    '',
    '## Rider 1',
    '',
    'Acme may paint doors.',
    '',
    `Signed: ${first}`,
    '',
    '## Rider 2',
    '',
    'Acme may sell doors.',
    '',
    `Signed: ${second}`,
  ].join('\n');
const blank = '____________';

test.each([
  ['A rider that nobody has signed has no effect.', 'Ann Low', blank, false],
  ['An unsigned rider binds no one.', 'Ann Low', blank, false],
  ['A rider that nobody has signed has no effect.', 'Ann Low', 'Bo Day', true],
  // Nobody has signed yet.
  ['A rider that nobody has signed has no effect.', blank, blank, true],
  ['A rider is signed by both.', 'Ann Low', blank, true],
])('%s Signed: %s; %s', async (said, first, second, binds) => {
  const found = statements(await contract(text(said, first, second)));
  expect(found.includes('Acme may sell doors.')).toBe(binds);
  expect(found).toContain('Acme may paint doors.');
});
