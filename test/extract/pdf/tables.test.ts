import { expect, test } from 'vitest';
import type { PlainText } from '../../../src/types.ts';
import { makePdf, type Placed } from '../make-pdf.ts';
import { read } from '../support.ts';

const rowsOf = ({ value, blocks }: PlainText) =>
  blocks
    .filter(({ kind }) => kind === 'row')
    .map(({ cells }) => cells.map(({ start, end }) => value.slice(start, end)));

const line = (x: number, y: number, x2: number, y2: number) => `${x} ${y} m ${x2} ${y2} l S`;

/** Lines of text one below the other. */
function cell(x: number, y: number, ...lines: string[]): Placed[] {
  return lines.map((text, index) => ({ x, y: y - index * 13, text }));
}

/** The frame of a table whose columns and rows have these edges; rows from the top. */
function grid(columns: readonly number[], rows: readonly number[]): string[] {
  const [left = 0, right = 0] = [columns[0], columns.at(-1)];
  const [top = 0, bottom = 0] = [rows[0], rows.at(-1)];
  return [...rows.map((y) => line(left, y, right, y)), ...columns.map((x) => line(x, top, x, bottom))];
}

test('a table between lines has the cells that the lines part, whatever their text looks like', async () => {
  const text = await read(
    'a.pdf',
    makePdf({
      pages: [
        [
          { x: 72, y: 740, text: 'The parties agree to the table below.' },
          ...grid([72, 120, 220, 420], [720, 700, 640, 600]),
          ...[...cell(76, 706, 'No.'), ...cell(124, 706, 'Who'), ...cell(224, 706, 'Shall')],
          ...cell(76, 686, '1.1'),
          ...cell(124, 686, 'the Provider', 'and its host'),
          ...cell(224, 686, 'keep the data of pupils safe', 'and secure, as long as it', 'has any, and tell nobody.'),
          ...[...cell(76, 626, '1.2'), ...cell(124, 626, 'the Board'), ...cell(224, 626, 'name a person to tell.')],
          { x: 72, y: 570, text: 'Signed by both.' },
        ],
      ],
    }),
  );
  expect(rowsOf(text)).toEqual([
    ['No.', 'Who', 'Shall'],
    [
      '1.1',
      'the Provider and its host',
      'keep the data of pupils safe and secure, as long as it has any, and tell nobody.',
    ],
    ['1.2', 'the Board', 'name a person to tell.'],
  ]);
  expect(text.blocks.map(({ kind, head }) => (head ? 'head' : kind))).toEqual([
    'paragraph',
    'head',
    'row',
    'row',
    'paragraph',
  ]);
});

test('a cell merged over columns stands in the first, one merged downwards in each of its rows', async () => {
  const upright = [
    line(72, 720, 72, 640),
    line(160, 700, 160, 640),
    line(260, 720, 260, 640),
    line(360, 720, 360, 640),
  ];
  const level = [line(72, 720, 360, 720), line(72, 700, 360, 700), line(160, 670, 360, 670), line(72, 640, 360, 640)];
  const text = await read(
    'a.pdf',
    makePdf({
      pages: [
        [
          ...[...upright, ...level],
          ...[...cell(76, 706, 'Duties of the Provider in a school year'), ...cell(264, 706, 'When')],
          ...[...cell(76, 686, 'Breach'), ...cell(164, 686, 'tell the Board'), ...cell(264, 686, 'in ten days')],
          ...[...cell(164, 656, 'tell the pupils'), ...cell(264, 656, 'in sixty days')],
        ],
      ],
    }),
  );
  expect(rowsOf(text)).toEqual([
    ['Duties of the Provider in a school year', '', 'When'],
    ['Breach', 'tell the Board', 'in ten days'],
    ['Breach', 'tell the pupils', 'in sixty days'],
  ]);
});

test('a row that a page break cuts is one, and the head is not told again', async () => {
  const head = (y: number) => [...cell(76, y, 'No.'), ...cell(124, y, 'Shall')];
  const text = await read(
    'a.pdf',
    makePdf({
      pages: [
        [
          ...grid([72, 120, 420], [720, 700, 600]),
          ...head(706),
          ...[...cell(76, 686, '1'), ...cell(124, 686, 'keep the data of pupils safe and')],
        ],
        [
          ...grid([72, 120, 420], [720, 700, 670, 600]),
          ...head(706),
          ...cell(124, 686, 'secure as long as it has any;'),
          ...[...cell(76, 656, '2'), ...cell(124, 656, 'tell the Board of a breach.')],
        ],
      ],
    }),
  );
  expect(rowsOf(text)).toEqual([
    ['No.', 'Shall'],
    ['1', 'keep the data of pupils safe and secure as long as it has any;'],
    ['2', 'tell the Board of a breach.'],
  ]);
});

test('without lines, a title over a table is no part of it, and the numbers of rows are a column', async () => {
  const row = (y: number, cells: readonly string[]) =>
    cells.flatMap((text, at) => cell([72, 120, 240][at] ?? 0, y, text));
  const text = await read(
    'a.pdf',
    makePdf({
      pages: [
        [
          { x: 72, y: 740, text: 'Table 1. What each side owes to the other', bold: true },
          ...row(720, ['No.', 'Who', 'Shall']),
          ...row(706, ['1.1', 'Provider', 'keep the data of pupils safe']),
          ...row(692, ['1.2', 'Board', 'name a person to tell']),
          ...row(678, ['1.3', 'Both', 'comply with FERPA']),
          { x: 72, y: 648, text: 'Table 2. What happens at the end', bold: true },
          ...row(628, ['No.', 'Who', 'Shall']),
          ...row(614, ['2.1', 'Provider', 'keep nothing of the data']),
          ...row(600, ['2.2', 'Board', 'send the tablets back']),
          ...row(586, ['2.3', 'Both', 'say so in writing']),
        ],
      ],
    }),
  );
  expect(text.blocks.map(({ kind }) => kind)).toEqual([
    'heading',
    'row',
    'row',
    'row',
    'row',
    'heading',
    'row',
    'row',
    'row',
    'row',
  ]);
  expect(rowsOf(text)[1]).toEqual(['1.1', 'Provider', 'keep the data of pupils safe']);
  expect(rowsOf(text)[7]).toEqual(['2.3', 'Both', 'say so in writing']);
});

test('the lines of a drawing make no table', async () => {
  const box = grid([72, 90], [720, 700]);
  const text = await read(
    'a.pdf',
    makePdf({ pages: [[...box, { x: 96, y: 706, text: 'We agree to the terms above.' }]] }),
  );
  expect(text.blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
});

test('a table in one of two columns of a page leaves the other column whole', async () => {
  const left = [
    'The Provider shall keep the data of',
    'pupils secure, and shall tell what it',
    'does with them in the table below,',
    'which is a part of the agreement:',
  ];
  const right = Array.from({ length: 12 }, (_, at) => `line ${at + 1} of the second column goes on,`);
  const text = await read(
    'a.pdf',
    makePdf({
      pages: [
        [
          ...cell(72, 740, ...left),
          ...grid([72, 120, 270], [680, 660, 640, 620]),
          ...[
            ...cell(76, 665, 'No.'),
            ...cell(124, 665, 'Shall'),
            ...cell(76, 645, '1'),
            ...cell(124, 645, 'keep it'),
            ...cell(76, 625, '2'),
            ...cell(124, 625, 'tell'),
          ],
          ...cell(320, 740, ...right),
        ],
      ],
    }),
  );
  expect(text.value).toContain(right.join(' '));
});
