import type { Row } from './lines.ts';
import type { Piece } from './page.ts';

type Gap = readonly [from: number, to: number];

/** Rows that follow one another, with the white strips that run down through all of them. */
export interface Band {
  readonly rows: readonly Row[];
  /** Strips with text on both sides, from left to right; empty for plain lines. */
  readonly gutters: readonly Gap[];
}

/** Narrower white strips than this many ems are spaces between words. */
const narrowest = 0.5;
/** Across a blank of so many ems no column and no table goes on. */
const apart = 2.8;
/** A line with so much white above it, in ems, goes on with nothing. */
const whiteAbove = 1.5;
/** More rows than a page holds: keeps a page of a million lines linear. */
const tallest = 500;

/** Parts a page into bands: plain lines, and stretches where text stands side by side. */
export function toBands(rows: readonly Row[]): Band[] {
  const [left, right] = edges(rows);
  const bands: Band[] = [];
  let plain: Row[] = [];
  for (let at = 0; at < rows.length; ) {
    const band = grow(rows, at, left, right);
    if (band === null || isTitle(rows, at, left, right)) {
      const row = rows[at];
      if (row !== undefined) plain.push(row);
      at++;
      continue;
    }
    if (plain.length > 0) bands.push({ rows: plain, gutters: [] });
    plain = [];
    bands.push(band);
    at += band.rows.length;
  }
  if (plain.length > 0) bands.push({ rows: plain, gutters: [] });
  return bands;
}

/** Whether a row stands alone at the left edge, with white above it, over a row of several cells: a title of those. */
function isTitle(rows: readonly Row[], at: number, left: number, right: number): boolean {
  const [above, row, below] = [rows[at - 1], rows[at], rows[at + 1]];
  if (row === undefined || below === undefined || (row.pieces[0]?.x ?? 0) > left + row.size) return false;
  if (innerGaps(row, left, right).length > 0 || innerGaps(below, left, right).length === 0) return false;
  return above === undefined || row.y - above.y > whiteAbove * row.size;
}

function innerGaps(row: Row, left: number, right: number): Gap[] {
  return gapsOf(row, left, right).filter(
    ([from, to]) => from > left && to < right && to - from >= narrowest * row.size,
  );
}

/** Whether a row begins at the left edge and runs on over a gutter: no cell does. */
function isAcross(row: Row, gutters: readonly Gap[], left: number): boolean {
  const [first] = row.pieces;
  if (first === undefined || first.x > left + row.size) return false;
  return gutters.some(([from, to]) => row.pieces.some((piece) => piece.x < from && piece.end > to));
}

function edges(rows: readonly Row[]): [number, number] {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  for (const { pieces } of rows) {
    left = Math.min(left, pieces[0]?.x ?? left);
    for (const piece of pieces) right = Math.max(right, piece.end);
  }
  return [left, right];
}

/** The longest stretch of rows from `start` that shares a gutter; null if there is none. */
function grow(rows: readonly Row[], start: number, left: number, right: number): Band | null {
  let free: Gap[] = [[left - 1, right + 1]];
  let best: { end: number; gutters: Gap[] } | null = null;
  const stretch: Row[] = [];
  for (let at = start; at < rows.length && at < start + tallest; at++) {
    const row = rows[at];
    const above = stretch.at(-1);
    if (row === undefined || (above !== undefined && row.y - above.y > apart * row.size)) break;
    if (best !== null && (isAcross(row, best.gutters, left) || isTitle(rows, at, left, right))) break;
    const least = narrowest * row.size;
    free = intersect(free, gapsOf(row, left - 1, right + 1), least);
    stretch.push(row);
    const inner = free.filter(([from, to]) => from > left && to < right);
    if (free.length === 0) break;
    if (best === null && inner.length === 0 && at > start + 60) break;
    const gutters = inner.filter((gap) => divides(stretch, gap));
    if (gutters.length > 0) best = { end: at + 1, gutters };
    else if (best !== null && !free.some(([from, to]) => from <= left || to >= right)) break;
  }
  if (best === null) return null;
  // In one or two rows a white strip must be wide to be no chance.
  const count = best.end - start;
  const least = leastFor(count) * (rows[start]?.size ?? 10);
  best.gutters = best.gutters.filter(([from, to]) => to - from >= least);
  if (best.gutters.length === 0) return null;
  const band = rows.slice(start, best.end);
  return { rows: band, gutters: best.gutters };
}

/** How wide a strip must be, in ems, to be no chance in so many rows. */
function leastFor(rows: number): number {
  if (rows === 1) return 2.5;
  if (rows === 2) return 1.7;
  return rows === 3 ? 0.9 : rows < 6 ? 0.6 : narrowest;
}

/** Whether a strip parts text from text: a single word far off to one side of a column of lines does not make two. */
function divides(rows: readonly Row[], [from, to]: Gap): boolean {
  const before = rows.filter(({ pieces }) => (pieces[0]?.x ?? to) < from).length;
  const after = rows.filter(({ pieces }) => (pieces.at(-1)?.x ?? 0) >= to - 1).length;
  const fewer = Math.min(before, after);
  return fewer >= 3 || (fewer >= 1 && Math.max(before, after) <= 8);
}

function gapsOf(row: Row, left: number, right: number): Gap[] {
  const gaps: Gap[] = [];
  let from = left;
  for (const piece of row.pieces) {
    if (piece.x > from) gaps.push([from, piece.x]);
    from = Math.max(from, piece.end);
  }
  if (right > from) gaps.push([from, right]);
  return gaps;
}

function intersect(one: readonly Gap[], two: readonly Gap[], least: number): Gap[] {
  const both: Gap[] = [];
  for (let a = 0, b = 0; a < one.length && b < two.length; ) {
    const [from, to] = one[a] ?? [0, 0];
    const [from2, to2] = two[b] ?? [0, 0];
    const low = Math.max(from, from2);
    const high = Math.min(to, to2);
    if (high - low >= least) both.push([low, high]);
    if (to < to2) a++;
    else b++;
  }
  return both;
}

/** The pieces of a row by the column they stand in. */
export function cellsOf(row: Row, gutters: readonly Gap[]): Piece[][] {
  const cells: Piece[][] = Array.from({ length: gutters.length + 1 }, () => []);
  for (const piece of row.pieces) {
    const middle = (piece.x + piece.end) / 2;
    let column = 0;
    while (column < gutters.length && middle > (gutters[column]?.[0] ?? 0)) column++;
    cells[column]?.push(piece);
  }
  return cells;
}

/** Whether the columns of a band are columns of prose, each read to its end, and not a table. */
export function isProse(band: Band): boolean {
  const columns = band.gutters.length + 1;
  if (band.rows.length < 4 || columns > 3) return false;
  const cells = band.rows.map((row) => cellsOf(row, band.gutters));
  let full = true;
  let goesOn = 0;
  let all = 0;
  for (let column = 0; column < columns; column++) {
    const lines = cells.map((row) => row[column] ?? []).filter((line) => line.length > 0);
    if (lines.length < 3) return false;
    const texts = lines.map((line) => line.map((piece) => piece.text).join(' '));
    const words = texts.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
    if (words / lines.length < (lines.length > 15 ? 2.4 : 3)) return false;
    const widths = lines.map((line) => (line.at(-1)?.end ?? 0) - (line[0]?.x ?? 0));
    const widest = Math.max(...widths);
    if (widths.filter((width) => width > widest * 0.75).length < widths.length * 0.4) full = false;
    goesOn += texts.filter((text, index) => /[\p{L},-]$/u.test(texts[index - 1] ?? '') && /^\p{Ll}/u.test(text)).length;
    all += texts.length;
  }
  return (full || (band.rows.length >= 12 && goesOn > all * 0.2)) && !stepped(band);
}

/** Whether white lines run across all columns between groups that start side by side, as between rows of a table. */
export function stepped(band: Band): boolean {
  const { rows } = band;
  const leading = leadingOf(band);
  let steps = 0;
  let together = 0;
  rows.forEach((row, index) => {
    const previous = rows[index - 1];
    if (previous === undefined || row.y - previous.y < leading * 1.2) return;
    steps++;
    if (cellsOf(row, band.gutters).filter((cell) => cell.length > 0).length > 1) together++;
  });
  return steps >= 2 && together / steps > 0.7 && rows.length / steps < 8;
}

/** The usual distance of lines in the columns of a band. */
export function leadingOf(band: Band): number {
  return median(stepsOf(band)) || (band.rows[0]?.size ?? 12) * 1.2;
}

/** The distance of lines within a cell: where most rows of a table have one line, most distances are those of rows. */
export function leadingWithin(band: Band): number {
  const steps = stepsOf(band).filter((step) => step > (band.rows[0]?.size ?? 12) * 0.8);
  const least = Math.min(...steps);
  return median(steps.filter((step) => step < least * 1.25)) || leadingOf(band);
}

/** How far each line of a column stands below the one before. */
function stepsOf({ rows, gutters }: Band): number[] {
  const last: number[] = [];
  const steps: number[] = [];
  for (const row of rows) {
    cellsOf(row, gutters).forEach((cell, column) => {
      if (cell.length === 0) return;
      const before = last[column];
      if (before !== undefined) steps.push(row.y - before);
      last[column] = row.y;
    });
  }
  return steps;
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
