import { type Draft, plain, type Run, rowDraft } from './blocks.ts';
import { isRowName } from './line-starts.ts';

/** A cell as a reader of tables found it: what it holds and how many columns it takes. */
export interface Cell {
  readonly drafts: readonly Draft[];
  readonly span: number;
  /** Goes on from the cell above it. */
  readonly continued: boolean;
}

/** A row as a reader of tables found it. */
export interface Row {
  readonly cells: readonly Cell[];
  /** Marked as a head row by the file itself. */
  readonly head: boolean;
  /** All its cells have a shade of their own. */
  readonly shaded: boolean;
}

/** The rows of a table as drafts. What a cell holds beside its text (footnotes, inner tables) follows its row. */
export function tableDrafts(rows: readonly Row[], table: number): Draft[] {
  if (rows.every(({ cells }) => cells.length <= 1))
    return rows.flatMap(({ cells }) => cells.flatMap(({ drafts }) => drafts));
  const above: (readonly Run[])[] = [];
  // A form has no columns to speak of: its wide cells need no empty ones behind them.
  const isRegular = rows[0]?.cells.every(({ span }) => span === 1) === true;
  const laid = rows.map((row) => ({ row, runs: cellRuns(row, above, isRegular) }));
  const head = headRows(laid.map(({ row, runs }) => ({ ...row, texts: runs.map(plain) })));
  return laid.flatMap(({ row, runs }, index) => {
    const page = row.cells.flatMap(({ drafts }) => drafts).find((each) => each.page !== null)?.page ?? null;
    const beside = row.cells.flatMap(({ drafts }) => drafts.filter((each) => !isOwnText(each)));
    if (isBox(row)) return row.cells.flatMap(({ drafts }) => drafts);
    return [rowDraft(runs, { table, page, head: index < head }), ...beside];
  });
}

/** One cell over the whole width with several paragraphs is no row of a table but a box of text. */
function isBox({ cells }: Row): boolean {
  return cells.length === 1 && (cells[0]?.drafts.filter(isOwnText).length ?? 0) > 1;
}

function isOwnText({ kind, container }: Draft): boolean {
  return kind !== 'row' && container !== 'footnote' && container !== 'textbox';
}

/**
 * Columns stay where they are: a wide cell is followed by empty ones, and the short head of rows that were merged
 * downwards is told again in each of them.
 */
function cellRuns(row: Row, above: (readonly Run[])[], isRegular: boolean): (readonly Run[])[] {
  const runs: (readonly Run[])[] = [];
  let column = 0;
  for (const cell of row.cells) {
    const own = cell.continued ? shortHead(above[column]) : ownRuns(cell);
    if (!cell.continued) above[column] = own;
    runs.push(own);
    if (isRegular) for (let extra = 1; extra < Math.min(cell.span, 64); extra++) runs.push([]);
    column += cell.span;
  }
  return runs;
}

function shortHead(runs: readonly Run[] = []): readonly Run[] {
  return plain(runs).length <= 80 ? runs : [];
}

function ownRuns({ drafts }: Cell): Run[] {
  const runs: Run[] = [];
  for (const each of drafts.filter(isOwnText)) {
    if (runs.length > 0) runs.push({ text: ' ' });
    for (const cell of each.cells) runs.push(...cell);
  }
  return runs;
}

interface Laid {
  readonly head: boolean;
  readonly shaded: boolean;
  readonly cells: readonly Cell[];
  readonly texts: readonly string[];
}

/** How many rows at the top are the table's head. */
function headRows(rows: readonly Laid[]): number {
  const marked = rows.findIndex((row) => !row.head);
  if (marked > 0) return marked;
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return marked < 0 ? 1 : 0;
  const full = first.texts.every((text) => text !== '');
  const second = rest[0];
  const standsOut = isStrong(first) && !(second && isStrong(second));
  const shadedAlone = first.shaded && !second?.shaded;
  return (full && standsOut) ||
    (full && shadedAlone) ||
    holdsLabels(
      first.texts,
      rest.map(({ texts }) => texts),
    )
    ? 1
    : 0;
}

function isStrong({ cells }: Laid): boolean {
  const runs = cells.flatMap(ownRuns).filter(({ text }) => text.trim() !== '');
  return runs.length > 0 && runs.every(({ strong }) => strong === true);
}

/** Whether the first row names the columns: short words above longer text, or above the numbers of the rows. */
export function holdsLabels(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  const labels = first.filter((text) => text !== '');
  if (labels.length < 2 || rest.length < 2 || !labels.every(isColumnTitle)) return false;
  const named = rest.filter(([cell = '']) => isRowName(cell)).length;
  if (numberHead.test(first[0] ?? '') && named > rest.length * 0.8) return true;
  if (labels.length < first.length) return false;
  const lastColumn = rest.map((texts) => texts.at(-1)?.length ?? 0);
  const mean = lastColumn.reduce((sum, length) => sum + length, 0) / lastColumn.length;
  return mean > 1.5 * (first.at(-1)?.length ?? 0) && (first.length > 2 || mean > 40);
}

function isColumnTitle(text: string): boolean {
  if (/^\p{L}{1,6}\.$/u.test(text) || text === '#') return true;
  return text.length > 0 && text.length <= 40 && !/[\d@_]|[.;:?!,]$|^\[/.test(text);
}

/** What stands over the numbers or letters that rows are called by. */
const numberHead =
  /^(?:#|§|no\.?|nr\.?|number|row|item|ref\.?|step|line|ln\.?|id|code|letter|clause|section|duty|q\.?)$/i;
