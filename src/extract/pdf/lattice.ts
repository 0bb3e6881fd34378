import type { Row } from './lines.ts';
import type { Piece, Rule } from './page.ts';

/** A table between ruling lines in both directions. */
export interface Lattice {
  /** Edges of its columns, from left to right. */
  readonly columns: readonly number[];
  /** Edges of its rows, from top to bottom. */
  readonly rows: readonly number[];
  readonly upright: readonly Rule[];
  readonly level: readonly Rule[];
}

/** Lines nearer than this, in points, meet. */
const near = 3;
/** More lines than a page of tables has: a drawing, and too many to hold each against each. */
const most = 1500;

/** The lattices of a page, from top to bottom, those left out that stand beside or within another. */
export function latticesOf(rules: readonly Rule[]): Lattice[] {
  if (rules.length > most) return [];
  const lines = rules.filter(({ x, x2, y, y2 }) => x2 - x + y2 - y > near);
  const found = meeting(lines).flatMap(latticeOf);
  found.sort((one, two) => topOf(one) - topOf(two) || bottomOf(two) - bottomOf(one));
  return found.filter((one) =>
    found.every(
      (two) =>
        one === two || bottomOf(two) <= topOf(one) + near || bottomOf(one) <= topOf(two) + near || isWithin(two, one),
    ),
  );
}

export function topOf({ rows }: Lattice): number {
  return rows[0] ?? 0;
}

export function bottomOf({ rows }: Lattice): number {
  return rows.at(-1) ?? 0;
}

function isWithin(inner: Lattice, outer: Lattice): boolean {
  const { columns } = outer;
  return (
    topOf(inner) > topOf(outer) &&
    bottomOf(inner) < bottomOf(outer) &&
    (inner.columns[0] ?? 0) > (columns[0] ?? 0) &&
    (inner.columns.at(-1) ?? 0) < (columns.at(-1) ?? 0)
  );
}

/** Lines in groups that hang together. */
function meeting(lines: readonly Rule[]): Rule[][] {
  const free = new Set(lines);
  const groups: Rule[][] = [];
  for (const seed of lines) {
    if (!free.delete(seed)) continue;
    const group = [seed];
    // What is found is looked at in its turn.
    for (const one of group) for (const other of free) if (meets(one, other) && free.delete(other)) group.push(other);
    groups.push(group);
  }
  return groups;
}

function isUpright({ x, x2 }: Rule): boolean {
  return x === x2;
}

/** Whether one line runs up to another or over it, at a right angle. */
function meets(one: Rule, two: Rule): boolean {
  if (isUpright(one) === isUpright(two)) return false;
  return one.x <= two.x2 + near && two.x <= one.x2 + near && one.y <= two.y2 + near && two.y <= one.y2 + near;
}

/** At least two columns and two rows; the outer edges may be open. */
function latticeOf(lines: readonly Rule[]): Lattice[] {
  const columns = edges(lines.flatMap(({ x, x2 }) => [x, x2]));
  const rows = edges(lines.flatMap(({ y, y2 }) => [y, y2]));
  if (columns.length < 3 || rows.length < 3) return [];
  const lattice = { columns, rows, upright: lines.filter(isUpright), level: lines.filter((line) => !isUpright(line)) };
  return isRegular(lattice) ? [lattice] : [];
}

/** Whether most cells are parted from their neighbours: the boxes of a form are no rows and columns. */
function isRegular(lattice: Lattice): boolean {
  const inner = (edges: readonly number[]): number[] => edges.slice(1, -1).map((_, index) => index + 1);
  const all = (edges: readonly number[]): number[] => edges.slice(1).map((_, index) => index);
  const upright = all(lattice.rows).flatMap((row) =>
    inner(lattice.columns).map((column) => hasUpright(lattice, row, column)),
  );
  const level = inner(lattice.rows).flatMap((row) =>
    all(lattice.columns).map((column) => hasLevel(lattice, row, column)),
  );
  const isMost = (there: readonly boolean[]): boolean => there.filter(Boolean).length >= there.length * 0.6;
  return isMost(upright) && isMost(level);
}

/** Places, each once, those that lie near each other as one. */
function edges(places: readonly number[]): number[] {
  const kept: number[] = [];
  for (const place of [...places].sort((one, two) => one - two)) {
    const last = kept.at(-1);
    if (last === undefined || place - last > near) kept.push(place);
  }
  return kept;
}

/** Where a piece stands in a lattice; null outside. */
function cellAt({ columns, rows }: Lattice, piece: Piece): { row: number; column: number } | null {
  const row = between(rows, piece.y - piece.size * 0.3);
  const column = between(columns, (piece.x + Math.min(piece.end, piece.x + piece.size * 2)) / 2);
  return row < 0 || column < 0 ? null : { row, column };
}

function between(edges: readonly number[], place: number): number {
  const after = edges.findIndex((edge) => edge > place);
  return after > 0 ? after - 1 : -1;
}

/** Rows of print above, in and below a lattice. */
export function partedBy(lattice: Lattice, rows: readonly Row[]): { above: Row[]; inside: Row[]; below: Row[] } {
  const parts = { above: [] as Row[], inside: [] as Row[], below: [] as Row[] };
  for (const row of rows) {
    const inside = row.pieces.filter((piece) => cellAt(lattice, piece) !== null);
    const outside = row.pieces.filter((piece) => cellAt(lattice, piece) === null);
    if (inside.length > 0) parts.inside.push({ ...row, pieces: inside });
    if (outside.length > 0) (row.y < bottomOf(lattice) ? parts.above : parts.below).push({ ...row, pieces: outside });
  }
  return parts;
}

/**
 * The rows of print of each cell, row by row. What is merged over several columns stands in the first of them, the others
 * are empty.
 */
export function cellsOfLattice(lattice: Lattice, print: readonly Row[]): Piece[][][][] {
  const width = lattice.columns.length - 1;
  const cells: Piece[][][][] = lattice.rows.slice(1).map(() => Array.from({ length: width }, () => []));
  for (const row of print) {
    const own = new Map<Piece[][], Piece[]>();
    for (const piece of row.pieces) {
      const place = cellAt(lattice, piece);
      const cell = place && cells[place.row]?.[leftmost(lattice, place.row, place.column)];
      if (!cell) continue;
      const line = own.get(cell) ?? [];
      if (line.length === 0) cell.push(line);
      line.push(piece);
      own.set(cell, line);
    }
  }
  return merged(lattice, cells);
}

function leftmost(lattice: Lattice, row: number, column: number): number {
  let first = column;
  while (first > 0 && !hasUpright(lattice, row, first)) first--;
  return first;
}

function hasUpright({ columns, rows, upright }: Lattice, row: number, column: number): boolean {
  const x = columns[column] ?? 0;
  const y = ((rows[row] ?? 0) + (rows[row + 1] ?? 0)) / 2;
  return upright.some((rule) => Math.abs(rule.x - x) <= near && rule.y <= y && rule.y2 >= y);
}

function hasLevel({ columns, rows, level }: Lattice, row: number, column: number): boolean {
  const y = rows[row] ?? 0;
  const x = ((columns[column] ?? 0) + (columns[column + 1] ?? 0)) / 2;
  return level.some((rule) => Math.abs(rule.y - y) <= near && rule.x <= x && rule.x2 >= x);
}

/**
 * Cells with no line between them, one above the other, are one: what it holds is in its first row, and short heads at the
 * left are told again in each. Rows that no line parts in any column are one row.
 */
function merged(lattice: Lattice, cells: readonly (readonly Piece[][][])[]): Piece[][][][] {
  const rows: Piece[][][][] = [];
  cells.forEach((own, index) => {
    const above = rows.at(-1);
    const isOpen = own.map((_, column) => above !== undefined && !hasLevel(lattice, index, column));
    const closed = isOpen.indexOf(false);
    if (above === undefined || closed < 0) {
      if (above === undefined) rows.push(own.map((cell) => [...cell]));
      else own.forEach((cell, column) => void above[column]?.push(...cell));
      return;
    }
    own.forEach((cell, column) => void (isOpen[column] && above[column]?.push(...cell)));
    rows.push(
      own.map((cell, column) => {
        if (!isOpen[column]) return [...cell];
        const told = above[column] ?? [];
        return column < closed && lengthOf(told) <= longestHead ? told : [];
      }),
    );
  });
  return rows;
}

/** Letters of the head of several rows that is told again in each. */
const longestHead = 80;

function lengthOf(lines: readonly (readonly Piece[])[]): number {
  return lines.flat().reduce((sum, { text }) => sum + text.length, 0);
}
