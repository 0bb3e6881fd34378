import { continues, type Norm, normOf, toBlocks } from './pdf-blocks.ts';
import { cellsOf, isProse, toBands } from './pdf-columns.ts';
import { type Line, type Row, toLine } from './pdf-lines.ts';
import type { Rule } from './pdf-page.ts';
import { crossings, toTableRows, withoutLabels } from './pdf-tables.ts';
import { type Draft, joinLines } from './pdf-text.ts';
import { wordsKnown } from './tidy.ts';

/** A part of a page that is read through before the next: a column of lines, or a table. */
export type Flow =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  | {
      readonly kind: 'table';
      readonly rows: (table: number, known: ReadonlySet<string>) => Draft[];
      readonly lines: readonly Line[];
    }
  | { readonly kind: 'drafts'; readonly drafts: readonly Draft[]; readonly lines: readonly Line[] };

/** Parts the rows of a page into flows in reading order, from where they stand. */
export function toFlows(rows: readonly Row[], rules: readonly Rule[], page: number): Flow[] {
  const flows: Flow[] = [];
  const left = Math.min(...rows.map((row) => row.pieces[0]?.x ?? Number.POSITIVE_INFINITY));
  const right = Math.max(...rows.flatMap((row) => row.pieces.map((piece) => piece.end)));
  const plain = (some: readonly Row[]): void => {
    const lines = some.map((row) => toLine(row.pieces, page, left, right)).filter((line) => line !== null);
    const last = flows.at(-1);
    if (last?.kind === 'lines' && last.lines[0]?.left === left && last.lines[0].right === right) {
      flows[flows.length - 1] = { kind: 'lines', lines: [...last.lines, ...lines] };
    } else if (lines.length > 0) flows.push({ kind: 'lines', lines });
  };
  for (const found of toBands(rows)) {
    const ruled = crossings(found, rules);
    const band = ruled.length >= 2 ? found : withoutLabels(found);
    if (band.gutters.length === 0) plain(band.rows);
    else if (isProse(band, ruled.length >= 2)) flows.push(...columns(band.rows, band.gutters, page));
    else if (ruled.length < 2 && !sideBySide(band.rows, band.gutters)) plain(band.rows);
    else {
      const inside =
        ruled.length >= 2 ? band.rows.filter((row) => row.y < (ruled.at(-1) ?? 0) + row.size * 1.5) : band.rows;
      const lines = inside.map((row) => toLine(row.pieces, page, left, right)).filter((line) => line !== null);
      flows.push({
        kind: 'table',
        lines,
        rows: (table, known) => toTableRows({ rows: inside, gutters: band.gutters }, ruled, page, table, known),
      });
      plain(band.rows.slice(inside.length));
    }
  }
  return flows;
}

/** Whether at least one row has text in two columns; else the gutter is chance. */
function sideBySide(rows: readonly Row[], gutters: Parameters<typeof cellsOf>[1]): boolean {
  return rows.some((row) => cellsOf(row, gutters).filter((cell) => cell.length > 0).length > 1);
}

function columns(rows: readonly Row[], gutters: Parameters<typeof cellsOf>[1], page: number): Flow[] {
  const cells = rows.map((row) => cellsOf(row, gutters));
  return Array.from({ length: gutters.length + 1 }, (_, column) => {
    const filled = cells.map((row) => row[column] ?? []).filter((pieces) => pieces.length > 0);
    const left = Math.min(...filled.map((pieces) => pieces[0]?.x ?? 0));
    const right = Math.max(...filled.map((pieces) => pieces.at(-1)?.end ?? 0));
    return {
      kind: 'lines' as const,
      lines: filled.map((pieces) => toLine(pieces, page, left, right)).filter((line) => line !== null),
    };
  });
}

/** Makes the blocks of a document of its flows, joined where a sentence goes on in the next column or page. */
export function toDrafts(flows: readonly Flow[], known: ReadonlySet<string>): Draft[] {
  const norm: Norm = normOf(
    flows.flatMap((flow) => flow.lines),
    known,
  );
  const drafts: Draft[] = [];
  let table = 0;
  let before: Flow['kind'] | null = null;
  for (const flow of flows) {
    const last = drafts.at(-1);
    const goesOn =
      before === 'table' && flow.kind === 'table' && last !== undefined && flow.lines[0]?.page === last.page + 1;
    if (flow.kind === 'table' && !goesOn) table++;
    const more =
      flow.kind === 'table'
        ? flow.rows(table, known)
        : flow.kind === 'lines'
          ? toBlocks(flow.lines, norm)
          : flow.drafts;
    const [first, ...rest] = more;
    before = flow.kind;
    if (first === undefined) continue;
    if (last !== undefined && continues(last, first)) {
      drafts[drafts.length - 1] = {
        ...last,
        cells: [joinLines([...last.cells, ...first.cells], known)],
        full: first.full,
      };
    } else drafts.push(first);
    drafts.push(...rest);
  }
  return drafts;
}

/** The words that a document uses, as far as its lines show them whole. */
export function knownIn(flows: readonly Flow[]): Set<string> {
  return wordsKnown(flows.flatMap((flow) => flow.lines.map((line) => line.words)));
}
