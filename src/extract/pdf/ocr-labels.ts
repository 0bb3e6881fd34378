import { isLabel } from '../line-starts.ts';
import { median } from './columns.ts';
import { type Row, toRows } from './lines.ts';
import type { SeenPage } from './ocr-words.ts';
import type { Piece } from './page.ts';

// Tesseract drops numbers that stand alone before a paragraph ("2.", "(a)") while it looks for columns. A second look at
// the page as one column finds them.

/** Numbers stand no further before their paragraph than this, in ems. */
const furthest = 5;

/** Whether paragraphs are set in with nothing before them, as if their numbers had been overlooked. */
export function lacksLabels(page: SeenPage, margin: number): boolean {
  const starts = openings(page).filter(({ pieces: [first], size }) => {
    const inset = (first?.x ?? 0) - margin;
    return inset > size * 1.2 && inset < size * furthest;
  });
  return starts.some((one) => starts.some((two) => two !== one && Math.abs(startOf(two) - startOf(one)) < 3));
}

/** Where the text of these pages begins on the left. */
export function marginOf(pages: readonly SeenPage[]): number {
  return Math.min(...pages.flatMap(({ pieces }) => pieces.map(({ x }) => x)));
}

/** The page with the numbers that only the second look has found, each on the line that it stands before. */
export function withLabels(page: SeenPage, second: SeenPage): SeenPage {
  const rows = toRows(page.pieces);
  const found = second.pieces.flatMap((label): Piece[] => {
    if (!isLabel(label.text) || !/[\p{L}\p{N}]/u.test(label.text) || (label.confidence ?? 0) < 60) return [];
    const row = rows.find((each) => Math.abs(each.y - label.y) < each.size * 0.5);
    if (row === undefined || label.end > startOf(row) || startOf(row) - label.end > row.size * furthest) return [];
    return [{ ...label, y: row.y, size: row.size }];
  });
  return { ...page, pieces: [...page.pieces, ...found] };
}

/** The rows that paragraphs begin with: after a gap, or after a line that had room for their first word. */
function openings({ pieces }: SeenPage): Row[] {
  const rows = toRows(pieces);
  const right = Math.max(...pieces.map(({ end }) => end));
  const leading = median(rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? 0)));
  return rows.filter((row, index) => {
    const above = rows[index - 1];
    const [first] = row.pieces;
    if (above === undefined || first === undefined || row.y - above.y > leading * 1.1) return true;
    return (above.pieces.at(-1)?.end ?? 0) + (first.end - first.x) + row.size < right;
  });
}

function startOf({ pieces }: Row): number {
  return pieces[0]?.x ?? 0;
}
