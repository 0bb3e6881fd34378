import { expect, test } from 'vitest';
import { openBoxes } from '../../src/judge/index.ts';
import { contract } from '../parse/contracts.ts';

const nine = '☐ Vendor sells it.\n\n[ ] Vendor lends it.\n\n☐ Vendor keeps it.\n\n'.repeat(3);

test.each([
  [nine, ['It has 9 boxes']],
  [`${nine}☒ Vendor keeps it.`, []],
  ['Delete: ☐ all data ☐ this pupil ☐ this file', []],
  ['within [ ] days and [ ] hours', []],
])('%s', async (text, told) => {
  const notes = openBoxes(await contract(text));
  expect(notes.map(({ message }) => message.slice(0, 14))).toEqual(told);
});
