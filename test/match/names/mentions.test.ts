import { expect, test } from 'vitest';
import { match } from '../../../src/match/index.ts';
import { compiled, contractOf } from '../support.ts';

const table = (rows: string) =>
  `# Obligations\n\nBetween Acme Inc. (column B) and the Elm Board of Education (column L).\n\n| Row | Promise | B | L |\n|---|---|---|---|\n${rows}`;

test.each([
  ['| 1 | Comply with FERPA | ● | ● |\n| 2 | Pay | ○ | ● |', ['board', 'contractor']],
  ['| 1 | Comply with FERPA | ○ | ● |\n| 2 | Pay | ○ | ● |', ['board']],
])('a letter over a column names a side, whatever word comes after it: %s', async (rows, sides) => {
  const { matches } = match(await contractOf(table(rows)), compiled);
  const found = matches.filter(({ rule, part, whole }) => rule === 'ct/ferpa' && part === 'element' && whole);
  expect([...new Set(found.map(({ name }) => name))].sort()).toEqual(sides);
});
