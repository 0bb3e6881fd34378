import { isLabel } from '../line-starts.ts';
import { holdsLabels } from '../table-drafts.ts';
import type { Known } from '../tidy.ts';
import { type Band, cellsOf, leadingWithin } from './columns.ts';
import { endsSentence, openingOf } from './labels.ts';
import { type Row, toWords, type Word } from './lines.ts';
import type { Rule } from './page.ts';
import { type Draft, joinLines, wordsText } from './text.ts';

/** Ruling lines that cross a gutter of the band, from top to bottom, one for each height. */
export function crossings(band: Band, rules: readonly Rule[]): number[] {
  const top = (band.rows[0]?.y ?? 0) - 30;
  const bottom = (band.rows.at(-1)?.y ?? 0) + 30;
  const middles = band.gutters.map(([from, to]) => (from + to) / 2);
  const heights = rules
    .filter(
      (rule) => rule.y === rule.y2 && rule.y > top && rule.y < bottom && middles.some((x) => rule.x < x && rule.x2 > x),
    )
    .map((rule) => rule.y)
    .sort((a, b) => a - b);
  return heights.filter((y, index) => index === 0 || y - (heights[index - 1] ?? 0) > 3);
}

/** Without the gutters that only part numbers and bullets from the text they stand before. */
export function withoutLabels(band: Band): Band {
  const rows = band.rows.map((row) =>
    cellsOf(row, band.gutters).map((cell) => cell.map((piece) => piece.text).join(' ')),
  );
  const gutters = band.gutters.filter((_, column) => {
    const both = rows.filter((cells) => cells[column] !== '' && cells.slice(column + 1).some((cell) => cell !== ''));
    return both.filter((cells) => isLabel(cells[column] ?? '')).length < both.length * 0.85;
  });
  return { rows: band.rows, gutters };
}

/** The rows of a table, each with the words of its cells. */
export function toTableRows(band: Band, lines: readonly number[], page: number, table: number, known: Known): Draft[] {
  const slices = toSlices(band, lines);
  const rows = slices.map((rows) => {
    const columns: Word[][][] = Array.from({ length: band.gutters.length + 1 }, () => []);
    for (const row of rows)
      cellsOf(row, band.gutters).forEach((pieces, column) => {
        columns[column]?.push(toWords(pieces));
      });
    return columns.map((column) => joinLines(column, known));
  });
  return toRowDrafts(rows, page, table);
}

/** Rows of cells as drafts, the first as their head if it looks like one. */
export function toRowDrafts(all: readonly Word[][][], page: number, table: number): Draft[] {
  const rows = all.filter((cells) => cells.some((cell) => cell.length > 0));
  const [first = [], ...rest] = rows.map((cells) => cells.map(wordsText));
  const hasHead = isHead(rows[0] ?? [], rows[1]) || holdsLabels(first, rest);
  return rows.map((cells, index) => ({
    kind: 'row',
    level: 0,
    page,
    container: 'body',
    table,
    head: index === 0 && hasHead,
    cells,
    full: true,
  }));
}

/** Short titles over longer cells, or all bold. */
export function isHead(cells: readonly (readonly Word[])[], next: readonly (readonly Word[])[] | undefined): boolean {
  if (next === undefined) return false;
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.length < 2) return false;
  const bold = (row: readonly (readonly Word[])[]): boolean => row.flat().every((word) => word.bold);
  if (bold(cells)) return !bold(next);
  return (
    filled.every((cell) => cell.length <= 6 && !/[.:;]$|\d/.test(wordsText(cell))) &&
    next.flat().length > cells.flat().length * 1.5
  );
}

/** The rows of print that make up each row of the table: ruling lines tell, unless white lines part it finer. */
export function toSlices(band: Band, lines: readonly number[]): Row[][] {
  const byGaps = sliceByGaps(band);
  if (lines.length < 2) return byGaps;
  const byLines = sliceByLines(band.rows, lines);
  return byLines.length * 2 > byGaps.length ? byLines : byGaps;
}

/** Whether a slice is no row of the table but a line above, below or between: it stands in the first column alone. */
export function isAside(slice: readonly Row[], gutters: Band['gutters'], edge: boolean): boolean {
  if (slice.length > 3) return false;
  if (!slice.every((row) => isAlone(row, gutters))) return false;
  return edge || slice.every((row) => row.pieces.every((piece) => piece.bold));
}

function isAlone(row: Row, gutters: Band['gutters']): boolean {
  return cellsOf(row, gutters)
    .slice(1)
    .every((cell) => cell.length === 0);
}

function sliceByLines(rows: readonly Row[], lines: readonly number[]): Row[][] {
  const slices: Row[][] = [];
  let at = -1;
  for (const row of rows) {
    const index = lines.filter((y) => y < row.y - row.size * 0.2).length;
    if (index !== at) slices.push([]);
    at = index;
    slices.at(-1)?.push(row);
  }
  return slices;
}

function sliceByGaps({ rows, gutters }: Band): Row[][] {
  const steps = rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? 0));
  const usual = Math.min(leadingWithin({ rows, gutters }), (rows[0]?.size ?? 12) * 1.5);
  const gapped = steps.some((step) => step > usual * 1.2);
  const slices: Row[][] = [];
  rows.forEach((row, index) => {
    const cells = cellsOf(row, gutters);
    const filled = cells.filter((cell) => cell.length > 0).length;
    const step = index === 0 ? Number.POSITIVE_INFINITY : (steps[index - 1] ?? 0);
    const side = (cells[0]?.length ?? 0) > 0 && filled > 1;
    const starts = gapped ? step > usual * 1.2 : side;
    // What stands above the head row in the first column alone is the table's title.
    const titled = side && rows.slice(0, index).every((above) => isAlone(above, gutters));
    if (slices.length === 0 || starts || titled) slices.push([row]);
    else slices.at(-1)?.push(row);
  });
  return slices;
}

/** Whether the first row on a page goes on with the last row of the page before, which the break cut. */
export function rowGoesOn(cells: readonly (readonly Word[])[], last: Draft): boolean {
  const texts = cells.map(wordsText);
  const filled = texts.filter((text) => text !== '');
  if (filled.length === 0) return true;
  if (
    texts.some(
      (text, index) => text !== '' && (index === 0 || /^\p{Ll}/u.test(text)) && openingOf(text).kind !== 'none',
    )
  )
    return false;
  // Rows have a head or a number of their own; a row without one is the rest of a row.
  if (texts[0] === '' && (last.cells[0]?.length ?? 0) > 0) return true;
  return texts.every((text, index) => {
    const before = wordsText(last.cells[index] ?? []);
    return (
      text === '' || /^\p{Ll}/u.test(text) || (before !== '' && !endsSentence(before) && filled.length < cells.length)
    );
  });
}
