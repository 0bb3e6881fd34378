import { expect, test } from 'vitest';
import { evenOut, readSeen } from '../../src/extract/ocr-words.ts';

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
