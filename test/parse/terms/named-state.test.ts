import { expect, test } from 'vitest';
import { contract, quote } from '../contracts.ts';

const text = (clause: string, pages: readonly string[]): string =>
  [
    'This is between Acme, Inc. ("Acme") of Ohio and each board below.',
    '',
    clause,
    ...pages.map(
      (state, at) => `\n## PAGE ${at + 1}\n\nThe **Elm Board of Education**, of the State of ${state}, joins.`,
    ),
  ].join('\n');

test.each<[string, readonly string[], readonly string[]]>([
  ["Each Page names the board's State. The law of that State governs.", ['Maine', 'Maine'], ['that State']],
  ['The law of the State named on the signature page governs.', ['Maine'], ['the State named on the signature page']],
  ["Each page names the board's State. The law of that State governs.", ['Maine', 'Ohio'], []],
  ['Acme was founded in Ohio. The law of that State governs.', ['Maine', 'Maine'], []],
  ["Each page names the board's State. Acme serves that State.", ['Maine'], []],
])('%s %j', async (clause, pages, expected) => {
  const { changes, ...found } = await contract(text(clause, pages));
  expect(changes.map(({ at }) => quote({ changes, ...found }, at))).toEqual(expected);
  for (const { by } of changes) expect(quote({ changes, ...found }, by)).toBe('the State of Maine');
});
