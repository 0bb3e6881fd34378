import type { Span } from '../../types.ts';
import { type Draft, draft } from '../outline/drafts.ts';
import { sentences } from '../outline/sentences.ts';
import { read } from '../outline/spans.ts';
import { markIn, marksAgreed } from './codes.ts';
import { cellText } from './grid.ts';
import type { Frame } from './rows.ts';

/** "1.2 | Delete data when asked | | X": a duty of each side below whose name a tick stands; of none where there is none. */
export function tickedRow({ value, table, row, base, zoneOf }: Frame, cells: readonly Span[]): Draft[] {
  const { columns, burdens } = table.sides;
  const marks = columns.map((column) => markIn(cellText(value, row.block.cells[column] ?? noCell)));
  const sides = columns.flatMap((column, at): Span[][] => {
    const burden = burdens.get(marks[at] ?? '');
    const head = table.heads[column];
    const verb = burden?.verb ?? table.shall;
    return head !== undefined && burden?.binds ? [verb === null ? [head] : [head, verb]] : [];
  });
  const bound = sides.length === 0 && marks.some(marksAgreed) ? [[]] : sides;
  const said = cells.filter((cell, index) => cell.end > cell.start && !columns.includes(index));
  const columnAt = (cell: Span) => table.columns[cells.indexOf(cell)];
  const isLabel = (cell: Span) => columnAt(cell) === 'label';
  // "3. Fee | Pay it in July | | X": beside what is to be done, the first cell is its title.
  const titles =
    said.filter((cell) => !isLabel(cell)).length > 1 ? said.filter((cell) => columnAt(cell) === 'head') : [];
  const under: Draft = { ...base, headings: [...base.headings, ...titles] };
  return [
    ...said.filter((cell) => isLabel(cell) || titles.includes(cell)).map((cell) => draft(base, cell, 'heading')),
    ...said
      .filter((cell) => !isLabel(cell) && !titles.includes(cell))
      .flatMap((cell) => sentences(value, cell))
      .flatMap((one) =>
        bound.length === 0
          ? [draft(under, one, 'explanation')]
          : bound.map((by) => draft({ ...under, lead: [...base.lead, ...by] }, one, zoneOf(read(value, one)))),
      ),
  ];
}

const noCell: Span = { start: 0, end: 0 };
