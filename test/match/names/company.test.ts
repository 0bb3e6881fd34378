import { expect, test } from 'vitest';
import { candidates } from '../../../src/match/names/company.ts';
import { contractOf } from '../support.ts';

test.each([
  ['We ask Fern. We hear Fern. Fern hums.', ['Fern']],
  // Only at the head of sentences, or not often enough.
  ['Fern hums. Fern naps. Fern goes.', []],
  ['We ask Fern. We hear Fern.', []],
  // What opens the sentence is no part of it; titles and small words inside are.
  ['If Fern hums, the Fern naps and a Fern goes.', ['Fern']],
  ['We ask Dr. Fern. We hear Dr. Fern. So hums Dr. Fern.', ['Dr Fern']],
  ['We ask Board of Elm. We hear Board of Elm. So says Board of Elm.', ['Board Of Elm']],
  ['Of "fern files" we have one.', ['fern files']],
  ['"Fern" means green. The Fern hums.', ['Fern']],
  // Who speaks has no name.
  ['So I hum and I nap and I go.', []],
])('%s names %j', async (text, expected) => {
  const found = candidates(await contractOf(text));
  expect(found.map(({ name }) => name.toLowerCase())).toEqual(expected.map((name) => name.toLowerCase()));
});

test('a name keeps the company of the words beside it, and of what it means', async () => {
  const [fern] = candidates(await contractOf('"Fern" means moss. We ask Fern of 12 trees.'));
  expect(fern?.features).toEqual(
    expect.arrayContaining(['<ask', '>of', '<<we ask', '>>of 0', '<>ask of', '=fern', '==fern', '"moss', 'term']),
  );
});

test('a name at the end of a sentence counts once, though a longer one begins so', async () => {
  const found = candidates(
    await contractOf('"Fern Hill" means moss. "Fern" means green. We ask Fern Hill. So we ask Fern'),
  );
  expect(found.map(({ name, count }) => [name, count])).toEqual([
    ['Fern Hill', 2],
    ['Fern', 4],
  ]);
});

test('twenty thousand terms that begin alike are told apart in time', async () => {
  const letters = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const terms = Array.from({ length: 20_000 }, (_, at) => `"Data ${letters(at)}" means files.`);
  const contract = await contractOf(terms.join('\n\n'));
  const start = performance.now();
  expect(candidates(contract)).toHaveLength(20_001);
  // Half a second; a pass over all names at each word took a quarter of a minute.
  expect(performance.now() - start).toBeLessThan(5_000);
});
