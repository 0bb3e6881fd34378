import { type Known, wordsKnown } from '../tidy.ts';
import { continues, type Norm, normOf, toBlocks } from './blocks.ts';
import { type Band, cellsOf, isProse, stepped, toBands } from './columns.ts';
import { cellsOfLattice, type Lattice, latticesOf, partedBy, topOf } from './lattice.ts';
import { type Line, type Row, toLine, toWords } from './lines.ts';
import type { Rule } from './page.ts';
import { crossings, isAside, rowGoesOn, toRowDrafts, toSlices, toTableRows, withoutLabels } from './tables.ts';
import { type Draft, joinLines, textOf } from './text.ts';

/** A part of a page that is read through before the next: a column of lines, or a table. */
export type Flow =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'table';
      readonly columns: number;
      readonly rows: (table: number, known: Known) => Draft[];
      readonly lines: readonly Line[];
    }
  | { readonly kind: 'drafts'; readonly drafts: readonly Draft[]; readonly lines: readonly Line[] };

interface Place {
  readonly rules: readonly Rule[];
  readonly page: number;
  readonly left: number;
  readonly right: number;
}

/** Columns stand in columns no deeper than this. */
const deepest = 3;

/** Lines that may stand beside a table in its margin. */
const mostBeside = 3;

/** Parts the rows of a page into flows in reading order: tables between lines first, the rest from where it stands. */
export function toFlows(rows: readonly Row[], rules: readonly Rule[], page: number): Flow[] {
  const flows: Flow[] = [];
  let rest = rows;
  for (const lattice of latticesOf(rules)) {
    const { above, inside, below } = partedBy(lattice, rest);
    // Text beside it is another column of the page, which is read to its end.
    const beside = above.filter(({ y }) => y > topOf(lattice)).length;
    if (inside.length < 2 || beside > mostBeside) continue;
    for (const flow of besideEachOther(above, rules, page)) flows.push(flow);
    flows.push(latticeFlow(lattice, inside, page));
    rest = below;
  }
  return [...flows, ...besideEachOther(rest, rules, page)];
}

function latticeFlow(lattice: Lattice, inside: readonly Row[], page: number): Flow {
  const place: Place = { rules: [], page, left: lattice.columns[0] ?? 0, right: lattice.columns.at(-1) ?? 0 };
  const rows = (table: number, known: Known): Draft[] => {
    const words = cellsOfLattice(lattice, inside).map((cells) =>
      cells.map((lines) => joinLines(lines.map(toWords), known)),
    );
    return toRowDrafts(words, page, table);
  };
  return { kind: 'table', columns: lattice.columns.length - 1, rows, lines: plain(inside, place).lines };
}

/** Parts rows into flows by the white between them. */
function besideEachOther(rows: readonly Row[], rules: readonly Rule[], page: number, depth = 0): Flow[] {
  let left = Number.POSITIVE_INFINITY;
  let right = 0;
  for (const { pieces } of rows) {
    left = Math.min(left, pieces[0]?.x ?? left);
    for (const piece of pieces) right = Math.max(right, piece.end);
  }
  const place: Place = { rules, page, left, right };
  const flows: Flow[] = [];
  for (const flow of toBands(rows).flatMap((band) => bandFlows(band, place, depth))) {
    const last = flows.at(-1);
    const goesOn = last?.kind === 'lines' && flow.kind === 'lines' && sameColumn(last.lines[0], flow.lines[0]);
    if (goesOn) flows[flows.length - 1] = { kind: 'lines', lines: [...last.lines, ...flow.lines] };
    else if (flow.lines.length > 0) flows.push(flow);
  }
  return flows;
}

function sameColumn(one: Line | undefined, two: Line | undefined): boolean {
  return one !== undefined && two !== undefined && one.left === two.left && one.right === two.right;
}

function bandFlows(found: Band, place: Place, depth: number): Flow[] {
  const lines = crossings(found, place.rules);
  const ruled = lines.length >= 2 && found.rows.length / lines.length < 15;
  const band = ruled ? found : withoutLabels(found);
  if (band.gutters.length === 0) return [plain(band.rows, place)];
  if (!ruled && isProse(band) && depth < deepest) return columns(band, place, depth);
  // The numbers of the rows of a table are a column of it, and what stands in several columns behind them is one.
  const [first] = found.gutters;
  const isNumbered = first !== undefined && !band.gutters.includes(first);
  if (!ruled && !isNumbered && !isTable(band)) return [plain(band.rows, place)];
  const bottom = (lines.at(-1) ?? 0) + (band.rows[0]?.size ?? 0) * 1.5;
  const inside = ruled ? band.rows.filter((row) => row.y < bottom) : band.rows;
  const rest = plain(band.rows.slice(inside.length), place);
  const gutters = isNumbered ? [first, ...band.gutters] : band.gutters;
  return [...tables({ rows: inside, gutters }, ruled ? lines : [], place), rest];
}

/** A table, with lines of plain text before, after and between its parts set apart. */
function tables(band: Band, lines: readonly number[], place: Place): Flow[] {
  const slices = toSlices(band, lines);
  const top = slices.findIndex((slice) => !isAside(slice, band.gutters, true));
  const aside = slices.map((slice, index) =>
    isAside(slice, band.gutters, lines.length < 2 && (index < top || index === slices.length - 1)),
  );
  const flows: Flow[] = [];
  for (let at = 0; at < slices.length; ) {
    let end = at + 1;
    while (end < slices.length && aside[end] === aside[at]) end++;
    const rows = slices.slice(at, end).flat();
    const part = { rows, gutters: band.gutters };
    const drafts = (table: number, known: Known): Draft[] => toTableRows(part, lines, place.page, table, known);
    flows.push(
      aside[at] === true
        ? plain(rows, place)
        : { kind: 'table', columns: band.gutters.length + 1, rows: drafts, lines: plain(rows, place).lines },
    );
    at = end;
  }
  return flows;
}

function plain(rows: readonly Row[], { page, left, right }: Place): Flow {
  return {
    kind: 'lines',
    lines: rows.map((row) => toLine(row.pieces, page, left, right)).filter((line) => line !== null),
  };
}

/** Whether text stands side by side in some row, and does not run on from the left to the right as in one wide line. */
function isTable({ rows, gutters }: Band): boolean {
  const both = rows
    .map((row) => cellsOf(row, gutters).map((cell) => cell.map((piece) => piece.text).join(' ')))
    .filter((cells) => cells.filter((cell) => cell !== '').length > 1);
  const runs = both.filter(
    (cells) => /[\p{L},]$/u.test(cells[0] ?? '') && /^\p{Ll}/u.test(cells.slice(1).join(' ').trim()),
  );
  return both.length > 0 && (runs.length < both.length * 0.7 || stepped({ rows, gutters }));
}

function columns({ rows, gutters }: Band, place: Place, depth: number): Flow[] {
  const cells = rows.map((row) => cellsOf(row, gutters));
  return Array.from({ length: gutters.length + 1 }, (_, column) => {
    const own = rows.map((row, index) => ({ ...row, pieces: cells[index]?.[column] ?? [] }));
    return besideEachOther(
      own.filter((row) => row.pieces.length > 0),
      place.rules,
      place.page,
      depth + 1,
    );
  }).flat();
}

/** Makes the blocks of a document of its flows, joined where a sentence goes on in the next column or page. */
export function toDrafts(flows: readonly Flow[], known: Known): Draft[] {
  const norm: Norm = normOf(
    flows.flatMap((flow) => flow.lines),
    known,
  );
  const drafts: Draft[] = [];
  const tables = { count: 0, columns: 0, head: '' };
  let before: Flow['kind'] | null = null;
  for (const flow of flows) {
    const [first, ...rest] = draftsOf(flow, before === 'table' ? drafts.at(-1) : undefined, tables, norm);
    before = flow.kind;
    if (first === undefined) continue;
    const last = drafts.at(-1);
    if (last !== undefined && continues(last, first)) {
      const words = joinLines([...last.cells, ...first.cells], known);
      drafts[drafts.length - 1] = { ...last, cells: [words], full: first.full };
    } else if (last !== undefined && isRest(first, last)) {
      const cells = last.cells.map((cell, index) => joinLines([cell, first.cells[index] ?? []], known));
      drafts[drafts.length - 1] = { ...last, cells };
    } else drafts.push(first);
    for (const draft of rest) drafts.push(draft);
  }
  return drafts;
}

function isRest(first: Draft, last: Draft): boolean {
  if (first.kind !== 'row' || last.kind !== 'row' || first.table !== last.table || first.page <= last.page)
    return false;
  return first.cells.length === last.cells.length && rowGoesOn(first.cells, last);
}

/** The blocks of a flow; a table that follows on one with as many columns is the same table. */
function draftsOf(
  flow: Flow,
  row: Draft | undefined,
  tables: { count: number; columns: number; head: string },
  norm: Norm,
): readonly Draft[] {
  if (flow.kind === 'lines') return toBlocks(flow.lines, norm);
  if (flow.kind === 'drafts') return flow.drafts;
  const page = flow.lines[0]?.page ?? 0;
  const goesOn = row !== undefined && page <= row.page + 1 && flow.columns === tables.columns;
  if (!goesOn) tables.count++;
  tables.columns = flow.columns;
  const rows = flow.rows(tables.count, norm.known);
  if (goesOn) return rows.filter((each) => textOf(each) !== tables.head).map((each) => ({ ...each, head: false }));
  tables.head = rows[0] === undefined ? '' : textOf(rows[0]);
  return rows;
}

/** The words that a document uses, as far as its lines show them whole. */
export function knownIn(flows: readonly Flow[]): Known {
  return wordsKnown(flows.flatMap((flow) => flow.lines.map((line) => line.words)));
}
