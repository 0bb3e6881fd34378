import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import type { PlainText } from '../../src/types.ts';
import { outline, read } from './support.ts';

test('wrapped lines are joined, and words cut at a line end are made whole', async () => {
  const text = await read(
    'a.txt',
    'Provider shall not use Student Data for any edu-\ncational purpose that is not state-of-\nthe-art under section 10-\n234aa of the statutes.\n\nNext paragraph.\n',
  );
  expect(text.value).toBe(
    'Provider shall not use Student Data for any educational purpose that is not state-of-the-art under section 10-234aa of the statutes.\nNext paragraph.',
  );
});

test('clauses, bullets and titles stand apart without blank lines', async () => {
  const text = await read(
    'a.txt',
    [
      'STUDENT DATA AGREEMENT',
      '1. OWNERSHIP',
      '1.1 Student Data belongs to the Board, and the Provider shall not claim any part of it;',
      'the Provider shall not:',
      '(a) sell Student Data to anybody for any purpose whatever, not even in part; or',
      '(b) rent it.',
      '- a bullet of some length that goes on and on until the line is full and then',
      '  ends',
    ].join('\n'),
  );
  expect(outline(text)).toEqual([
    'heading 1: STUDENT DATA AGREEMENT',
    'heading 2: 1. OWNERSHIP',
    'paragraph: 1.1 Student Data belongs to the Board, and the Provider shall not claim any part of it; the Provider shall not:',
    'item 0: (a) sell Student Data to anybody for any purpose whatever, not even in part; or',
    'item 0: (b) rent it.',
    'item 0: a bullet of some length that goes on and on until the line is full and then ends',
  ]);
});

test('form feeds part pages; a page number goes and the sentence runs on', async () => {
  const text = await read('a.txt', 'First page ends in the\n\n2\n\f\nmiddle of a sentence.\n\nThe end.');
  expect(text.value).toBe('First page ends in the middle of a sentence.\nThe end.');
  expect([text.pages, text.blocks.map(({ page }) => page)]).toEqual([2, [1, 2]]);
});

const rowsOf = ({ value, blocks }: PlainText) =>
  blocks
    .filter(({ kind }) => kind === 'row')
    .map(({ cells }) => cells.map(({ start, end }) => value.slice(start, end)));

const duties = [
  ['No.', 'Who', 'Shall'],
  ['1', 'Provider', 'keep student data safe, by means that suit how much it would hurt'],
  ['2', 'Board', 'name a person whom to tell'],
];

test.each([
  [
    'pipes',
    '| No. | Who | Shall |\n|---|---|---|\n| 1 | Provider | keep student data safe, by means that suit how much it would hurt |\n| 2 | Board | name a person whom to tell |',
  ],
  [
    'a grid',
    '+-----+----------+------------------------+\n| No. | Who      | Shall                  |\n+=====+==========+========================+\n| 1   | Provider | keep student data safe,|\n|     |          | by means that suit how |\n|     |          | much it would hurt     |\n+-----+----------+------------------------+\n| 2   | Board    | name a person whom to  |\n|     |          | tell                   |\n+-----+----------+------------------------+',
  ],
  [
    'a box, a line a row',
    '┌─────┬──────────┬───────────────────────────────────────────────────────────────────┐\n│ No. │ Who      │ Shall                                                             │\n├─────┼──────────┼───────────────────────────────────────────────────────────────────┤\n│ 1   │ Provider │ keep student data safe, by means that suit how much it would hurt │\n│ 2   │ Board    │ name a person whom to tell                                        │\n└─────┴──────────┴───────────────────────────────────────────────────────────────────┘',
  ],
  [
    'dashes below the head',
    'No.   Who        Shall\n----- ---------- -------------------------------------------------------------------\n1     Provider   keep student data safe, by means that suit how much it would hurt\n2     Board      name a person whom to tell',
  ],
  [
    'dashes around, blank lines between',
    '  ----------------------------------\n  No. Who      Shall\n  --- -------- ---------------------\n  1   Provider keep student data\n               safe, by means that\n               suit how much it\n               would hurt\n\n  2   Board    name a person whom to\n               tell\n  ----------------------------------',
  ],
  [
    'nothing drawn',
    'No.      Who             Shall\n1        Provider        keep student data\n                         safe, by means that\n                         suit how much it\n                         would hurt\n2        Board           name a person whom\n                         to tell',
  ],
  [
    'tabs',
    'No.\tWho\tShall\n1\tProvider\tkeep student data safe, by means that suit how much it would hurt\n2\tBoard\tname a person whom to tell',
  ],
  [
    'a page break, with the head told again',
    'No.      Who             Shall\n1        Provider        keep student data\n                         safe, by means that\n\fNo.   Who        Shall\n                 suit how much it\n                 would hurt\n2     Board      name a person whom\n                 to tell',
  ],
])('a table with %s has its cells', async (_, table) => {
  const text = await read(
    'a.txt',
    `The parties agree to the table below and to nothing else.\n\n${table}\n\nSigned by both.`,
  );
  expect(rowsOf(text)).toEqual(duties);
  expect(text.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'row', 'row', 'row', 'paragraph']);
  expect(text.blocks.map(({ head }) => head)).toEqual([false, true, false, false, false]);
});

test('cells between tabs are cells, however long they are; a number before a tab is none', async () => {
  const rows = [
    ['Data element', 'Kept'],
    ['Name and everything else that the roster says of a pupil', 'no'],
    ['Grade', 'ten days after the term'],
  ];
  expect(rowsOf(await read('a.txt', rows.map((cells) => cells.join('\t')).join('\n')))).toEqual(rows);
  expect(rowsOf(await read('a.txt', '1.\tKeep the data safe.\n2.\tTell the Board.'))).toEqual([]);
});

test('a row without a number of its own goes on where one begins in mid-sentence', async () => {
  const table = [
    'Ride-time           A route over 45 minutes is',
    'rule                redrawn within two days.',
    'Snow and early      The dispatcher may switch',
    'closing             to the snow set.',
    'Wheelchairs         Lift buses come first.',
  ];
  expect(rowsOf(await read('a.txt', table.join('\n')))).toEqual([
    ['Ride-time rule', 'A route over 45 minutes is redrawn within two days.'],
    ['Snow and early closing', 'The dispatcher may switch to the snow set.'],
    ['Wheelchairs', 'Lift buses come first.'],
  ]);
});

test('columns of prose are read one after the other', async () => {
  const left =
    'The Provider shall keep the records of the pupils secure and confidential and shall not give them to anybody who has no need of them for the work that this agreement sets out in its first schedule and who has signed a promise to keep them to himself for as long as they are kept'.match(
      /.{1,34}(?:\s|$)/g,
    ) ?? [];
  const right =
    'The Board owns the records and may at any time ask that any of them be deleted by a note to the help desk of the Provider which shall answer within ten days and shall say what it has deleted and when and by what means and whether any copy is left with another company'.match(
      /.{1,34}(?:\s|$)/g,
    ) ?? [];
  const page = left.map((line, index) => line.trim().padEnd(40) + (right[index] ?? '').trim());
  const text = await read('a.txt', page.join('\n'));
  expect(text.value).toBe([left, right].map((lines) => lines.join('').trim()).join('\n'));
});

test.each([
  [
    'a list whose numbers stand apart',
    '1.     Keep the data of pupils safe.\n2.     Tell the Board of a breach.\n3.     Delete what it asks to have deleted.',
  ],
  ['bullets that stand apart', 'o      Keep the data of pupils safe.\no      Tell the Board of a breach.'],
  [
    'a paragraph that was made one line',
    `This Agreement will be governed by and construed in${' '.repeat(13)}accordance with the laws of the State of New York, notwithstanding${' '.repeat(13)}the actual state or country of residence of the Client or of its affiliates.`,
  ],
  [
    'justified lines',
    'This Agreement,  the other agreements  referred to herein,  and\nthe  offer of the  license  shall be  governed in all  respects\nby  the laws of  Connecticut,  without  regard to its rules  on\nconflicts  of laws,  and the parties  submit to the courts of it.',
  ],
])('%s is no table', async (_, lines) => {
  expect(rowsOf(await read('a.txt', lines))).toEqual([]);
});

test('running heads and feet, page numbers and the numbers of lines are left out', async () => {
  const page = (number: number, lines: readonly string[]) =>
    [
      'ACME Student Data Agreement',
      '',
      ...lines.map((line, at) => `${String(at + 1).padStart(2)}   ${line}`),
      '',
      `Rev. 4 - Page ${number}`,
    ].join('\n');
  const pages = [
    [
      'The Provider shall keep the data of pupils',
      'secure, and shall tell the Board of a breach',
      'within ten days of finding it out. It shall',
      'delete what the Board asks it to delete, and',
      'keep nothing when this agreement ends. No',
    ],
    [
      'part of it belongs to the Provider, for any',
      'use. Connecticut law governs. If a court holds',
      'a clause void the others stand. Both comply',
      'with FERPA. There is no advertising with the',
      'data of pupils by anybody.',
    ],
    [
      'Signed for the Board by its chair, who has',
      'the leave of a vote of May 3, and signed for',
      'the Provider by its president, each of them',
      'in two copies, of which each side keeps one',
      'with its papers.',
    ],
  ];
  const text = await read('a.txt', pages.map((lines, at) => page(at + 1, lines)).join('\f'));
  expect(text.value.split('\n')).toEqual([
    'ACME Student Data Agreement',
    `${pages[0]?.join(' ')} ${pages[1]?.join(' ')}`,
    pages[2]?.join(' '),
  ]);
});

test('a short line above text is a title; a date, a name and an address are none', async () => {
  const text = await read(
    'a.txt',
    [
      'March 4, 2024',
      'Mr. Ambrose Dunleavy, Business Manager',
      'Steeple Rock Public Schools',
      'Dear Mr. Dunleavy:',
      'We agree to what follows, and to nothing that stands elsewhere.',
      'Things we’ve sworn off',
      'Ads. We do not use what we know of pupils for advertising.',
      'If the tape gets loose',
      'We tell you within three days of finding out, by telephone.',
      'Philippa Finch',
      'for Marrow & Finch',
    ].join('\n\n'),
  );
  expect(outline(text).filter((line) => line.startsWith('heading'))).toEqual([
    'heading 2: Things we’ve sworn off',
    'heading 2: If the tape gets loose',
  ]);
});

test.each([
  ['columns', 'Name    Kept    Why\n'],
  ['a column that is blank', '        Kept    Why\n'],
  ['rows between pipes', 'a | b\n'],
  ['lines of dashes', '--- ---\n'],
  ['short lines', 'Session data\n\n'],
  ['numbers before tabs', '1.\tKeep the data safe.\n'],
])('very many %s take no time', async (_, line) => {
  const start = performance.now();
  await read('a.txt', `Terms\n\n${line.repeat(30_000)}`);
  expect(performance.now() - start).toBeLessThan(5000);
});

const word = fc.stringMatching(/^[A-Z][a-z]{2,7}$/);
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '));

test('whatever the cells hold, a ruled table is read back cell for cell', async () => {
  const tables = fc.array(fc.tuple(sentence, sentence, sentence), { minLength: 2, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      expect(rowsOf(await read('a.txt', ruledTable(rows, 14)))).toEqual(rows);
    }),
  );
});

test('whatever is laid out, no word is lost', async () => {
  const lines = fc.array(fc.array(fc.tuple(sentence, fc.integer({ min: 1, max: 30 })), { maxLength: 3 }), {
    minLength: 1,
    maxLength: 30,
  });
  await fc.assert(
    fc.asyncProperty(lines, async (laid) => {
      const typed = laid.map((stretches) => stretches.map(([text, gap]) => text + ' '.repeat(gap)).join('')).join('\n');
      fc.pre(typed.trim() !== '');
      const sorted = (text: string) => (text.match(/\p{L}+/gu) ?? []).sort();
      expect(sorted((await read('a.txt', typed)).value)).toEqual(sorted(typed));
    }),
  );
});

/** Rows between dashes, each cell wrapped at so many letters. */
function ruledTable(rows: readonly (readonly string[])[], width: number): string {
  const lines = rows.map((cells) => {
    const wrapped = cells.map((cell) =>
      (cell.match(new RegExp(`.{1,${width}}(?: |$)`, 'g')) ?? []).map((line) => line.trim()),
    );
    const height = Math.max(...wrapped.map(({ length }) => length));
    return Array.from({ length: height }, (_, at) =>
      wrapped.map((cell) => (cell[at] ?? '').padEnd(width)).join(' '),
    ).join('\n');
  });
  const whole = '-'.repeat(width * 3 + 2);
  return [whole, lines[0], Array(3).fill('-'.repeat(width)).join(' '), lines.slice(1).join('\n\n'), whole].join('\n');
}

const words = 'The Board’s data – all of it';
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => Uint8Array.from(Buffer.from(bytes).swap16());

test.each([
  ['UTF-8', strToU8(words)],
  ['UTF-8 with a mark', strToU8(`\ufeff${words}`)],
  ['UTF-16 LE with a mark', utf16(`\ufeff${words}`)],
  ['UTF-16 BE with a mark', swapped(utf16(`\ufeff${words}`))],
  ['UTF-16 LE', utf16(words)],
  ['UTF-16 BE', swapped(utf16(words))],
  ['Windows-1252', Uint8Array.from(Buffer.from(words.replace('’', '\x92').replace('–', '\x96'), 'latin1'))],
])('%s', async (_, bytes) => {
  expect((await read('a.txt', bytes)).value).toBe(words);
});
