import type { Span } from '../../types.ts';
import { boxAlone } from '../outline/boxes.ts';
import type { Line } from '../outline/lines.ts';
import { sentences } from '../outline/sentences.ts';
import { countWords, read } from '../outline/spans.ts';
import { type Amends, amendsOf } from './amending-columns.ts';
import { type Codes, codesOf, type Sides, sideColumns } from './codes.ts';
import { byTitle, type Column, columnsOf } from './columns.ts';
import { columnOf, type Grid, gridOf } from './grid.ts';
import { type Renewed, renewedOf } from './renewed.ts';
import { namesColumn } from './told-columns.ts';

export interface Table {
  readonly rows: readonly Line[];
  readonly columns: readonly Column[];
  /** Cells of the head row; empty where the table has none. */
  readonly heads: readonly Span[];
  readonly signature: boolean;
  readonly codes: Codes | null;
  /** Columns whose heads name who is bound by the rows that are ticked there. */
  readonly sides: Sides;
  /** Where each row amends a clause of another paper. */
  readonly amends: Amends | null;
  /** Where each row tells what becomes of words of an old paper. */
  readonly renewed: Renewed | null;
  /** "Shall" of the sentence that says what a mark does: "the party at the head of the column shall do what the row says". */
  readonly shall: Span | null;
  /** Whether the text says that what its words mean binds, too: "The Glossary is operative". */
  readonly binding: boolean;
  /** Whether each row begins with a box of its own, and one at least is ticked. */
  readonly boxed: boolean;
}

/** A sentence that tells of columns is not sought in a longer paragraph. */
const longest = 4000;

/** The tables of a contract, by the index of the block of each of their rows. */
export function readTables(
  value: string,
  lines: readonly Line[],
  isParty: (name: string) => boolean,
): Map<number, Table> {
  const said = (some: readonly Line[]): string[] =>
    some.flatMap(({ block, body }) =>
      block.kind === 'row' || body === null || body.end - body.start > longest
        ? []
        : sentences(value, body).map((one) => read(value, one)),
    );
  // What is said of columns by their heads holds wherever it is said.
  const naming = said(lines.filter(({ span }) => namesColumn(read(value, span)))).filter(namesColumn);
  return new Map(
    runs(lines).flatMap((rows) => {
      const from = rows[0]?.index ?? 0;
      const next = from + rows.length;
      const near = said([...lines.slice(Math.max(0, from - 4), from), ...lines.slice(next, next + 1)]);
      const table = readTable(value, rows, [...new Set([...near, ...naming])], isParty);
      return rows.map(({ index }) => [index, table] as const);
    }),
  );
}

/** The rows of each table. */
function runs(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  for (const line of lines) {
    if (line.block.kind !== 'row') continue;
    const run = found.at(-1);
    const before = run?.at(-1);
    if (run && before?.index === line.index - 1 && before.block.table === line.block.table) run.push(line);
    else found.push([line]);
  }
  return found;
}

function readTable(
  value: string,
  rows: readonly Line[],
  around: readonly string[],
  isParty: (name: string) => boolean,
): Table {
  const first = rows[0]?.block;
  const below = rows.slice(1);
  const headed = first?.head === true && !isDataRow(gridOf(value, first.cells, below), isParty) ? first.cells : [];
  const body = headed.length > 0 ? below : rows;
  const grid = gridOf(value, headed, body);
  const sides = sideColumns(value, grid, isParty);
  const codes = sides.columns.length > 0 ? null : codesOf(value, grid, isParty);
  return {
    rows: body,
    columns: columnsOf(grid, codes, around, isParty),
    heads: headed,
    codes,
    sides,
    amends: amendsOf(grid),
    renewed: codes === null && sides.columns.length === 0 ? renewedOf(grid, isParty) : null,
    shall: sides.columns.length > 0 ? shallOf(value) : null,
    binding: glossaryBinds.test(value),
    boxed: isBoxed(columnOf(grid, 0)),
    signature: isSignature(grid, isParty),
  };
}

const marksShall = /\b(?:party|side)\b[^.;]{0,60}\b(?<shall>shall|must)\b (?:do|carry out|perform|see to)\b/d;

function shallOf(value: string): Span | null {
  const [start, end] = marksShall.exec(value)?.indices?.groups?.['shall'] ?? [];
  return start === undefined || end === undefined ? null : { start, end };
}

const glossaryBinds =
  /\b(?:glossary|definitions?|dictionary|word ?list|vocabulary)\b(?:(?!\bnot\b|\bno\b|\bnobody\b)[^.;:]){0,60}\b(?:(?:is|are) (?:an )?operative|binds?\b|(?:is|are) binding|is a (?:duty|term)|(?:are|is) (?:duties|terms|bound))/i;

function isBoxed(cells: readonly string[]): boolean {
  const boxes = cells.map(boxAlone);
  return boxes.length > 1 && boxes.includes(true) && !boxes.includes(null);
}

const measure = /^[^.;]{0,40}(?:\d|\b(?:hours?|days?|weeks?|months?|years?)\b)[^.;]{0,30}$/i;

/** A file's "head" row that is nothing but the first row of a form ("Subscriber | Board of Education of …"). */
function isDataRow({ heads, rows }: Grid, isParty: (name: string) => boolean): boolean {
  const [first = '', second = ''] = heads;
  // "Section | Old text": a number heads nothing but a column of numbers.
  if (/^(?:sections?|clauses?|paragraphs?|articles?|no\.?|[§¶#])$/i.test(first)) return false;
  if (heads.length !== 2 || second === '' || !['label', null].includes(byTitle(second, isParty))) return false;
  if (/\d/.test(second)) return true;
  // Over a column of figures and times stands a head, however long.
  const isMeasured = rows.length > 1 && rows.every((row) => measure.test(row[1] ?? ''));
  return !isMeasured && (countWords(second) > 4 || second.includes(','));
}

const signed = /^_{4,}$|^\/s\/|^(?:by|signed|signature|name|title|date)\s*:|^signed\b/i;

function isSignature({ heads, rows }: Grid, isParty: (name: string) => boolean): boolean {
  const all = heads.length > 0 ? [heads, ...rows] : rows;
  const cells = all.slice(0, 12).flat();
  if (all.length > 12 || cells.some((cell) => countWords(cell) > 14)) return false;
  const isTitled = heads.length >= 2 && heads.every((head) => /^for\b/i.test(head) || isParty(head));
  return (isTitled && all.length <= 6) || cells.filter((cell) => signed.test(cell)).length >= 2;
}
