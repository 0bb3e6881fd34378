import { aligned } from './aligned.ts';
import { drawnTable } from './drawn.ts';

/** A row of a table in plain text: the cells as lines, joined or not. */
export interface TextRow {
  /** Told by a rule below it; null where nothing tells. */
  readonly head: boolean | null;
  readonly page: number;
  readonly cells: readonly (readonly string[])[];
}

/** Lines that follow one another, or the rows of a table. */
export type Part = { readonly lines: readonly string[]; readonly page: number } | { readonly rows: readonly TextRow[] };

/** The parts of pages of lines, in reading order; a table that a page break cuts is one. */
export function partsOf(pages: readonly (readonly string[])[]): Part[] {
  const parts: Part[] = [];
  pages.forEach((lines, index) => {
    const own = partsOfPage(lines, index + 1);
    const [first] = own;
    const last = parts.at(-1);
    if (last && first && 'rows' in last && 'rows' in first && width(last) === width(first)) {
      parts[parts.length - 1] = { rows: joined(last.rows, first.rows) };
      own.shift();
    }
    parts.push(...own);
  });
  return parts;
}

function width({ rows }: { readonly rows: readonly TextRow[] }): number {
  return rows[0]?.cells.length ?? 0;
}

/** Rows below those of the page before: without the head told again, and the rest of a row that was cut joined to it. */
function joined(above: readonly TextRow[], below: readonly TextRow[]): TextRow[] {
  const [first, ...others] = below;
  const last = above.at(-1);
  if (!first || !last) return [...above];
  const rest = withoutHead(first, above[0]);
  if (rest.every((lines) => lines.length === 0)) return [...above, ...others];
  if (rest[0]?.length !== 0) return [...above, { ...first, cells: rest }, ...others];
  const cells = last.cells.map((lines, column) => [...lines, ...(rest[column] ?? [])]);
  return [...above.slice(0, -1), { ...last, cells }, ...others];
}

/** The lines of the cells below those of the head, where it stands above them again. */
function withoutHead({ cells }: TextRow, head: TextRow | undefined): TextRow['cells'] {
  const isAgain = cells.every((lines, column) => (head?.cells[column] ?? []).every((line, at) => lines[at] === line));
  return isAgain ? cells.map((lines, column) => lines.slice(head?.cells[column]?.length)) : cells;
}

function partsOfPage(lines: readonly string[], page: number): Part[] {
  const parts: Part[] = [];
  let plain: string[] = [];
  const close = (): void => {
    if (plain.length > 0) parts.push(...aligned(plain, page));
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const drawn = drawnTable(lines, at);
    if (drawn === null) {
      plain.push(lines[at++] ?? '');
      continue;
    }
    close();
    parts.push({ rows: drawn.rows.map((row) => ({ ...row, page })) });
    at = drawn.end;
  }
  close();
  return parts;
}
