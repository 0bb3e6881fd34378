import { latticesOf } from './lattice.ts';
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
  const seen = new Map<string, Set<number>>();
  for (const page of pages) {
    for (const { key, index } of margins(page)) {
      const at = seen.get(key) ?? new Set();
      seen.set(key, at.add(index >= 0 ? page.page : page.page));
    }
  }
  for (const page of pages) {
    const drop = new Set<Row>();
    for (const { key, row, bare } of margins(page)) {
      const times = seen.get(key)?.size ?? 0;
      if (times >= 2 && (times >= Math.min(3, pages.length) || bare)) drop.add(row);
      else if (
        bare &&
        /^(?:page #|[-–— ]*#[-–— ]*|page # of #|# of #|# ?\/ ?#|[-–— ]*[ivxl]{1,5}[-–— ]*)$/.test(key.slice(2)) &&
        pages.length > 1
      )
        drop.add(row);
    }
    page.rows = page.rows.filter((row) => !drop.has(row));
  }
}

interface Margin {
  readonly key: string;
  readonly row: Row;
  readonly index: number;
  /** In the outer tenth of the page. */
  readonly bare: boolean;
}

function margins({ rows: all, ink }: PageRows): Margin[] {
  const found: Margin[] = [];
  // A table that goes on has its head told again, which is no running head.
  const tables = latticesOf(ink.rules).filter(({ rows }) => (rows.at(-1) ?? 0) - (rows[0] ?? 0) > ink.height * 0.1);
  const rows = all.filter(({ y }) => !tables.some((table) => y > (table.rows[0] ?? 0) && y < (table.rows.at(-1) ?? 0)));
  const take = (row: Row | undefined, index: number, side: string): void => {
    if (row === undefined) return;
    const text = row.pieces.map((piece) => piece.text.trim()).join(' ');
    const key = `${side} ${text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim()}`;
    const bare = side === 't' ? row.y < ink.height * 0.12 : row.y > ink.height * 0.88;
    const near = side === 't' ? row.y < ink.height * 0.2 : row.y > ink.height * 0.8;
    if (near && text.length < 200) found.push({ key, row, index, bare });
  };
  for (let index = 0; index < depth && index < rows.length; index++) {
    take(rows[index], index, 't');
    take(rows[rows.length - 1 - index], index, 'b');
  }
  return found;
}

/** Numbers down the left or right margin that count the lines, as on pleading paper. */
function withoutLineNumbers(rows: Row[]): Row[] {
  for (const side of ['left', 'right'] as const) {
    const numbered = rows.filter((row) => /^\d{1,3}$/.test(edge(row, side)?.text.trim() ?? ''));
    if (numbered.length < 5 || numbered.length < rows.length * 0.4) continue;
    let steady = 0;
    numbered.forEach((row, index) => {
      const before = numbered[index - 1];
      if (before !== undefined && stepOf(before, row, side) > 0 && stepOf(before, row, side) <= 5) steady++;
    });
    if (steady < numbered.length * 0.8) continue;
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

function stepOf(before: Row, row: Row, side: 'left' | 'right'): number {
  return Number(edge(row, side)?.text) - Number(edge(before, side)?.text);
}
