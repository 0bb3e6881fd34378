import { expect, test } from 'vitest';
import { continues } from '../../../src/extract/pdf/blocks.ts';
import type { Word } from '../../../src/extract/pdf/lines.ts';
import type { Piece } from '../../../src/extract/pdf/page.ts';
import { mergeRows, readTags, tagLines } from '../../../src/extract/pdf/tags.ts';
import { type Draft, layOut, textOf, wordsText } from '../../../src/extract/pdf/text.ts';

const known = { words: new Set<string>(), cuts: false };

function piece(text: string, x: number, rest: Partial<Piece> = {}): Piece {
  const look = { y: 100, end: x + text.length * 5, size: 10, bold: false, angle: 0, mark: 0 };
  const state = {
    artifact: false,
    hidden: false,
    inkless: false,
    struck: false,
    from: 'text',
  } as const;
  return { text, x, ...look, ...state, ...rest };
}

function words(text: string): Word[] {
  return text === '' ? [] : text.split(' ').map((each) => ({ text: each, bold: false, ocr: null }));
}

function draft(kind: Draft['kind'], cells: readonly string[], rest: Partial<Draft> = {}): Draft {
  const place = {
    level: 0,
    page: 1,
    container: 'body',
    table: kind === 'row' ? 1 : 0,
    head: false,
    full: true,
  } as const;
  return { kind, ...place, cells: cells.map(words), ...rest };
}

test.each([
  {
    what: 'check boxes that are drawn after the words beside them',
    pieces: [piece('NIST', 20), piece('ISO', 80), piece('CIS', 140), piece('☒', 5), piece('☐', 65), piece('☐', 125)],
    lines: ['☒ NIST ☐ ISO ☐ CIS'],
  },
  {
    what: 'a line that begins where the one before did',
    pieces: [piece('one', 20), piece('two', 20, { y: 112 })],
    lines: ['one', 'two'],
  },
  {
    what: 'text that lies over other text',
    pieces: [piece('under the stamp', 20), piece('COPY', 30)],
    lines: ['under the stamp', 'COPY'],
  },
])('reads $what', ({ pieces, lines }) => {
  expect(tagLines(pieces, 1, 0, 200).map((line) => wordsText(line.words))).toEqual(lines);
});

test('takes tags only where they cover the text', () => {
  const tree = { role: 'Root', children: [{ role: 'P', children: [{ type: 'content', id: 'p1R_mc1' }] }] };
  const clause = piece('The Vendor shall not sell it.', 20, { mark: 1 });
  expect(readTags(tree, [clause])).toMatchObject([{ kind: 'paragraph' }]);
  expect(readTags(tree, [clause, piece('The Vendor may sell it.', 20, { mark: 2 })])).toBeNull();
});

test('keeps the cells of every row in their columns where the tags leave out empty ones', () => {
  const head = draft('row', ['Agency', 'Company'], { head: true });
  const row = draft('row', ['Mail', 'a@k12.example', 'b@co.example']);
  const starts = new Map([
    [head, [100, 200]],
    [row, [20, 100, 200]],
  ]);
  expect(mergeRows([head, row], starts, known).map(textOf)).toEqual([
    ' | Agency | Company',
    'Mail | a@k12.example | b@co.example',
  ]);
});

test.each([
  { next: draft('item', ['A parent is referred back.'], { page: 2 }), joined: true },
  { next: draft('item', ['A parent is referred back.'], { page: 1 }), joined: false },
  { next: draft('item', ['3. A parent is referred back.'], { page: 2 }), joined: false },
  { next: draft('paragraph', ['A parent is referred back.'], { page: 2 }), joined: false },
])('goes on with a numbered item over the page, whose tag is told again without the number: $joined', ({
  next,
  joined,
}) => {
  expect(continues(draft('item', ['2. Requests come through the office.']), next)).toBe(joined);
});

test('writes check boxes and items as other formats do', () => {
  const { value } = layOut([draft('item', ['• ☒ NIST ☐ ISO']), draft('paragraph', ['• kept'])]);
  expect(value).toBe('[x] NIST [ ] ISO\n• kept');
});
