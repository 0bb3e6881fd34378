import { countsLines, isPageNumber, marginKey } from '../margins.ts';
import { bottomOf, latticesOf, topOf } from './lattice.ts';
import type { Row } from './lines.ts';
import type { PageInk } from './page.ts';

/** Rows of one page, upright, with the page they stand on. */
export interface PageRows {
  readonly page: number;
  readonly ink: PageInk;
  rows: Row[];
}

/** Rows from the top and from the bottom in which running matter is looked for. */
const depth = 4;

/** Takes away running heads and feet, page numbers and line numbers. */
export function dropRunningMatter(pages: readonly PageRows[]): void {
  for (const page of pages) page.rows = withoutLineNumbers(page.rows);
  const margins = pages.map(marginsOf);
  const seen = new Map<string, Set<number>>();
  for (const [index, own] of margins.entries())
    for (const { key } of own) seen.set(key, (seen.get(key) ?? new Set()).add(index));
  for (const [index, page] of pages.entries()) {
    const drop = new Set<Row>();
    for (const { key, row, bare } of margins[index] ?? []) {
      const times = seen.get(key)?.size ?? 0;
      if (times >= 2 && (times >= Math.min(3, pages.length) || bare)) drop.add(row);
      else if (bare && isPageNumber(key.slice(2)) && pages.length > 1) drop.add(row);
    }
    page.rows = page.rows.filter((row) => !drop.has(row));
  }
}

interface Margin {
  readonly key: string;
  readonly row: Row;
  /** In the outer tenth of the page. */
  readonly bare: boolean;
}

function marginsOf({ rows: all, ink }: PageRows): Margin[] {
  const found: Margin[] = [];
  // A table that goes on has its head told again, which is no running head.
  const tables = latticesOf(ink.rules).filter((table) => bottomOf(table) - topOf(table) > ink.height * 0.1);
  const rows = all.filter(({ y }) => !tables.some((table) => y > topOf(table) && y < bottomOf(table)));
  const take = (row: Row | undefined, side: string): void => {
    if (row === undefined) return;
    const text = row.pieces.map((piece) => piece.text.trim()).join(' ');
    const key = `${side} ${marginKey(text)}`;
    const bare = side === 't' ? row.y < ink.height * 0.12 : row.y > ink.height * 0.88;
    const near = side === 't' ? row.y < ink.height * 0.2 : row.y > ink.height * 0.8;
    if (near && text.length < 200) found.push({ key, row, bare });
  };
  for (let index = 0; index < depth && index < rows.length; index++) {
    take(rows[index], 't');
    take(rows[rows.length - 1 - index], 'b');
  }
  return found;
}

/** Numbers down the left or right margin that count the lines, as on pleading paper. */
function withoutLineNumbers(rows: Row[]): Row[] {
  for (const side of ['left', 'right'] as const) {
    const numbered = rows.filter((row) => /^\d{1,3}$/.test(edge(row, side)?.text.trim() ?? ''));
    const numbers = numbered.map((row) => Number(edge(row, side)?.text));
    if (!countsLines(numbers, rows.length)) continue;
    const drop = new Set(numbered.map((row) => edge(row, side)));
    return rows
      .map((row) => ({ ...row, pieces: row.pieces.filter((piece) => !drop.has(piece)) }))
      .filter((row) => row.pieces.length > 0);
  }
  return rows;
}

function edge(row: Row, side: 'left' | 'right') {
  return side === 'left' ? row.pieces[0] : row.pieces.at(-1);
}
