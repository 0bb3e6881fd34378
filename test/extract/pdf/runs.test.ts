import { expect, test } from 'vitest';
import { type Piece, plainly } from '../../../src/extract/pdf/page.ts';
import { joinRuns } from '../../../src/extract/pdf/runs.ts';

const plain: Piece = { ...plainly, text: '', x: 0, y: 100, end: 0, size: 10, from: 'text' };
const at = (text: string, x: number, change: Partial<Piece> = {}): Piece => ({
  ...plain,
  text,
  x,
  end: x + 5 * text.length,
  ...change,
});

test.each<[string, Piece[], string[]]>([
  ['glyphs of one word', [at('f', 0), at('e', 5), at('e', 10.5)], ['fee']],
  ['a space between words', [at('no', 0), at('fee', 12)], ['no', 'fee']],
  ['a raised figure', [at('fee', 0), at('1', 15, { y: 96, size: 6 })], ['fee', '1']],
  ['bold beside plain', [at('fee', 0, { bold: true }), at('s', 15)], ['fee', 's']],
  ['a word struck out in part', [at('un', 0, { struck: true }), at('paid', 10)], ['un', 'paid']],
  ['glyphs drawn twice', [at('f', 0), at('f', 0.4), at('e', 5), at('e', 5.4)], ['fe']],
  ['a word drawn again later', [at('fee', 0), at('due', 20), at('fee', 0.4)], ['fee', 'due']],
  ['what is hidden under the same words', [at('fee', 0, { hidden: true }), at('fee', 0)], ['fee', 'fee']],
  ['a narrow glyph doubled by nature', [at('i', 0, { end: 2 }), at('i', 2.6, { end: 5 })], ['ii']],
  ['the next column', [at('fee', 0), at('due', 300)], ['fee', 'due']],
])('%s', (_, pieces, texts) => {
  expect(joinRuns(pieces).map(({ text }) => text)).toEqual(texts);
});

test('a page of 100,000 like glyphs takes no longer than one of as many others', () => {
  const leaders = Array.from({ length: 100_000 }, (_, n) => at('.', (n % 1000) * 8, { y: Math.floor(n / 1000) * 12 }));
  const start = performance.now();
  expect(joinRuns([...leaders, ...leaders])).toHaveLength(100_000);
  expect(performance.now() - start).toBeLessThan(3_000);
});
