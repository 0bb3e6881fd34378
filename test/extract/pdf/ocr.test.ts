import { describe, expect, test } from 'vitest';
import { toBlocks } from '../../../src/extract/pdf/blocks.ts';
import type { Line } from '../../../src/extract/pdf/lines.ts';
import { partArticles } from '../../../src/extract/pdf/ocr-articles.ts';
import { lacksLabels, marginOf, withLabels } from '../../../src/extract/pdf/ocr-labels.ts';
import { mendNumbers } from '../../../src/extract/pdf/ocr-numbers.ts';
import { evenOut, readSeen } from '../../../src/extract/pdf/ocr-words.ts';
import { type Draft, textOf } from '../../../src/extract/pdf/text.ts';

interface Box {
  readonly text: string;
  readonly line: number;
  readonly box: readonly [left: number, top: number, width: number, height: number];
}

function table(width: number, height: number, words: readonly Box[]): string {
  const page = ['1', 1, 0, 0, 0, 0, 0, 0, width, height, -1, ''].join('\t');
  return [page, ...words.map(({ text, line, box }) => ['5', 1, 1, 1, line, 1, ...box, 96, text].join('\t'))].join('\n');
}

const level: readonly Box[] = [
  { text: 'Provider', line: 1, box: [100, 100, 200, 32] },
  { text: 'shall', line: 1, box: [320, 100, 100, 32] },
  { text: 'notify', line: 2, box: [100, 160, 150, 40] },
  { text: 'us', line: 2, box: [270, 168, 50, 24] },
];

function seen(width: number, height: number, words: readonly Box[]) {
  return readSeen(table(width, height, words), 1).pieces.map(({ text, x, y }) => [text, x, Math.round(y)]);
}

test('puts the words of a line on one baseline', () => {
  expect(seen(600, 800, level)).toEqual([
    ['Provider', 100, 132],
    ['shall', 320, 132],
    ['notify', 100, 192],
    ['us', 270, 192],
  ]);
});

test.each([
  [180, 600, 800, ([x, y, w, h]: Box['box']) => [600 - x - w, 800 - y - h, w, h]],
  [90, 800, 600, ([x, y, w, h]: Box['box']) => [800 - y - h, x, h, w]],
  [270, 800, 600, ([x, y, w, h]: Box['box']) => [y, 600 - x - w, h, w]],
] as const)('turns a page that lies at %i degrees', (_, width, height, turn) => {
  const words = level.map((word) => ({ ...word, box: turn(word.box) as unknown as Box['box'] }));
  expect(seen(width, height, words)).toEqual(seen(600, 800, level));
});

test('straightens a page that was scanned askew', () => {
  const words = ['Provider', 'shall', 'not', 'sell', 'data', 'to'].map((text, index) => {
    const box = [100 + index * 100, 100 + index * 3, 80, 32] as const;
    return { text, line: 1, box };
  });
  const heights = readSeen(table(900, 900, words), 1).pieces.map(({ y }) => Math.round(y));
  expect(new Set(heights).size).toBe(1);
});

test('evens out sizes that differ by the height of a letter', () => {
  const { pieces } = readSeen(table(600, 800, level), 1);
  expect(new Set(evenOut([pieces])[0]?.map(({ size }) => size)).size).toBe(1);
});

test('keeps a line that hangs below its letters on the baseline', () => {
  const words: readonly Box[] = [
    { text: 'By:', line: 1, box: [100, 100, 60, 40] },
    { text: 'June', line: 1, box: [180, 100, 80, 42] },
    { text: 'to', line: 1, box: [280, 100, 40, 32] },
  ];
  expect(new Set(seen(600, 800, words).map(([, , y]) => y))).toEqual(new Set([132]));
});

test('takes no line drawn below words for larger type', () => {
  const words = ['Item', 'School', 'Fees', 'Provider', 'shall', 'notify', 'all', 'the', 'others'].map((text, index) => {
    const ruled = index < 3;
    const box = [100 + index * 200, ruled ? 100 : 200, text.length * 22, ruled ? 50 : 32] as const;
    return { text, line: ruled ? 1 : 2, box };
  });
  const { pieces } = readSeen(table(2000, 400, words), 1);
  expect(new Set(evenOut([pieces])[0]?.map(({ size }) => Math.round(size))).size).toBe(1);
  expect(pieces[0]?.y).toBeCloseTo(132, -1);
});

describe('numbers before paragraphs', () => {
  const words = (x: number, y: number, count: number): Box[] =>
    Array.from({ length: count }, (_, index) => ({ text: 'clause', line: y, box: [x + index * 120, y, 100, 32] }));
  const paragraphs = [...words(100, 100, 15), ...words(180, 200, 14), ...words(180, 250, 9), ...words(180, 340, 14)];
  const number = (text: string, x: number, y: number): Box => ({ text, line: y + 1, box: [x, y, 36, 32] });
  const first = readSeen(table(2000, 900, paragraphs), 1);

  test('are missed where paragraphs are set in with nothing before them', () => {
    expect(lacksLabels(first, marginOf([first]))).toBe(true);
    const numbered = [...paragraphs, number('1.', 120, 200), number('2.', 120, 340)];
    expect(lacksLabels(readSeen(table(2000, 900, numbered), 1), 100)).toBe(false);
  });

  test('are taken from the second look, and nothing else is', () => {
    const again = [number('1.', 120, 200), number('2.', 120, 340), number('page', 120, 250), number('7.', 400, 250)];
    const { pieces } = withLabels(first, readSeen(table(2000, 900, again), 1));
    const found = pieces.filter(({ text }) => text !== 'clause');
    expect(found.map(({ text, x }) => [text, x])).toEqual([
      ['1.', 120],
      ['2.', 120],
    ]);
  });
});

describe('what OCR misreads', () => {
  function block(text: string, rest: Partial<Draft> = {}): Draft {
    const words = text.split(' ').map((each) => ({ text: each, bold: false, ocr: 96 }));
    const place = { level: 0, page: 1, container: 'body', table: 0, head: false, full: true } as const;
    return { kind: 'paragraph', ...place, cells: [words], ...rest };
  }

  function typed(draft: Draft): Draft {
    return { ...draft, cells: draft.cells.map((words) => words.map((word) => ({ ...word, ocr: null }))) };
  }

  const heading = (text: string): Draft => block(text, { kind: 'heading', level: 2 });

  test.each([
    [
      ['h Article 5. Money', '9.1 It pays.', '5.2 We pay.', '9.3 All pay.', '5.4 None pays.'],
      ['Article', '5.1', '5.2', '5.3', '5.4'],
    ],
    [
      ['4.1 One.', '4,2 If so.', '&. Privacy'],
      ['4.1', '4.2', '8.'],
    ],
    [
      ['8.3 One.', 'h Article 9. Form', '9.1 Two.'],
      ['8.3', 'Article', '9.1'],
    ],
    [
      ['8.1 One.', '9.2 Two.', '9.3 Three.'],
      ['8.1', '9.2', '9.3'],
    ],
    [
      ['5.1 One.', '12.2 Two.'],
      ['5.1', '12.2'],
    ],
  ])('mends the numbers of %j', (lines, starts) => {
    const drafts = lines.map((line) => (line.startsWith('h ') ? heading(line.slice(2)) : block(line)));
    expect(mendNumbers(drafts).map((draft) => textOf(draft).split(' ')[0])).toEqual(starts);
    expect(mendNumbers(drafts.map(typed)).map(textOf)).toEqual(drafts.map(textOf));
  });

  test('parts the article from the word it was joined to', () => {
    const read = (text: string): string => partArticles([block(text), block('the widget data')]).map(textOf)[0] ?? '';
    expect(read('build upa profile')).toBe('build up a profile');
    expect(read('Adefault by Vendor')).toBe('A default by Vendor');
    expect(read('Awidget fails')).toBe('A widget fails');
    expect(read('All data via Agents Around Adata')).toBe('All data via Agents Around A data');
    expect(partArticles([typed(block('build upa profile'))]).map(textOf)).toEqual(['build upa profile']);
  });

  test('tells titles and questions, whose bold type it does not see', () => {
    const line = (text: string, y: number, end: number): Line => ({
      ...{
        words: block(text).cells[0] ?? [],
        page: 1,
        x: 72,
        end,
        y,
        size: 12,
        bold: false,
        left: 72,
        right: 540,
        form: false,
      },
    });
    const answer = 'Yes. Our duty officer writes to the superintendent within seventy-two hours of it.';
    const lines = [line('If there’s a breach', 100, 180), line('Will you tell us?', 130, 160), line(answer, 160, 530)];
    const norm = { size: 12, leading: 1.2, sizes: [], bold: false, known: { words: new Set<string>(), cuts: false } };
    const drafts = toBlocks(lines, norm);
    expect(drafts.map(({ kind, cells }) => [kind, cells[0]?.every(({ bold }) => bold)])).toEqual([
      ['heading', false],
      ['paragraph', true],
      ['paragraph', false],
    ]);
  });
});
