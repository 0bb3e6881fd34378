import { expect, test } from 'vitest';
import { olderNumber } from '../../../src/parse/changes/renumbered.ts';
import { amendsOf } from '../../../src/parse/tables/amending-columns.ts';
import { contract, quote, statements } from '../contracts.ts';

const amend = async (rows: readonly string[], head = '| Section | Strike | Insert |', above = '') => {
  const found = await contract(
    [
      '# AMENDMENT\n\nThis is between the Elm Board of Education and Acme, Inc.\n\n',
      `${above}\n\n${head}\n|---|---|---|\n${rows.join('\n')}\n\n## ANNEX 1: THE LICENSE AS IT STOOD\n\n`,
      '**3. Data.** Vendor owns all data. Vendor may sell it.\n\n**4. Law.** (a) Ohio law governs. (b) Vendor pays.\n\n',
      '**5. Rest.** Vendor rests on Ohio days.',
    ].join(''),
  );
  return {
    changes: found.changes.map(({ at, by }) => [quote(found, at), quote(found, by)]),
    struck: statements(found, 'struck'),
    unread: found.unread.map((span) => quote(found, span)),
    put: statements(found).filter((one) => one.startsWith('"')),
  };
};
const none = { changes: [], struck: [], unread: [], put: [] };

test.each([
  ['| 4(a) | "Ohio" | "Utah" |', { changes: [['Ohio', 'Utah']] }],
  ['| Art. 4(a) | The word "Ohio" | "Utah" |', { changes: [['Ohio', 'Utah']] }],
  ['| Art. 3 | The whole article | Nothing |', { struck: ['Vendor owns all data.', 'Vendor may sell it.'] }],
  ['| Section 4 (Law) | "Ohio" | – |', { changes: [['Ohio', '']] }],
  [
    '| 3 | the whole section | "The Board owns it." |',
    { struck: ['Vendor owns all data.', 'Vendor may sell it.'], put: ['"The Board owns it."'] },
  ],
  ['| 3 | the second sentence | nothing |', { struck: ['Vendor may sell it.'] }],
  [
    '| 3 | – | after "Vendor" insert "never" |',
    {
      changes: [
        ['', 'never'],
        ['', 'never'],
      ],
    },
  ],
  ['| 3 | nothing | at the end, add: "The Board rests." |', { put: ['"The Board rests."'] }],
  // Near misses: words that do not stand there, a clause that is not there, an order that is not understood.
  ['| 3 | "Utah" | "Ohio" |', { unread: ['3 | "Utah" | "Ohio"'], put: ['"Ohio"'] }],
  ['| 9 | the whole section | "It ends." |', { put: ['"It ends."'] }],
  ['| 3 | Vendor may sell it. | Vendor sells none. |', { changes: [['Vendor may sell it', 'Vendor sells none']] }],
  ['| 3 | some of it | "It ends." |', { unread: ['3 | some of it | "It ends."'], put: ['"It ends."'] }],
])('%s', async (row, expected) => {
  expect(await amend([row])).toEqual({ ...none, ...expected });
});

test('a table by the new numbers changes what bears the old ones', async () => {
  const read = await amend(
    ['| 6 | "Ohio" | "Utah" |'],
    '| New section | Strike | Insert |',
    'Old Sections 4 to 5 become Sections 5 to 6.',
  );
  expect(read.changes).toEqual([['Ohio', 'Utah']]);
  expect(read.unread).toEqual([]);
});

test.each([
  ['Sections 4 to 9 become Sections 6 to 11.', '7(a)', '5(a)'],
  ['Section 8 is renumbered as Section 9.', '9', '8'],
  ['Section 8 is renumbered as Section 9.', '8', null],
  ['Section 8 becomes law.', '8', null],
])('%s: %s was %s', (value, number, old) => expect(olderNumber(value, number)).toBe(old));

test.each([
  [['Item', 'Section of the License', 'Strike', 'Insert in its place'], { place: 1, strike: 2, insert: 3 }],
  [['Clause', 'Old text', 'New text'], { place: 0, strike: 1, insert: 2 }],
  [['Ref.', 'From', 'To'], { place: 0, strike: 1, insert: 2 }],
  [['Where', 'Strike', 'Insert'], { place: 0, strike: 1, insert: 2 }],
  [['Item', 'Where', 'What is struck', 'What stands there instead'], { place: 1, strike: 2, insert: 3 }],
  [['Clause', 'What comes out', 'What comes in'], { place: 0, strike: 1, insert: 2 }],
  [['Where', 'From', 'To'], null],
  [['Date', 'From', 'To'], null],
  [['Section', 'Delete data', 'Insert'], null],
  [['Strike', 'Insert'], null],
  [['Clause', 'Vendor', 'Board'], null],
])('the columns %j', (heads, expected) => expect(amendsOf({ heads, rows: [], width: heads.length })).toEqual(expected));
