/** A line of cells parted by pipes. */
export function isPipeRow(line: string): boolean {
  return /^\s*\|.*\S/.test(line) || /\S\s*(?<!\\)\|\s*\S/.test(line);
}

/** The line under a head row: |---|:--:| */
export function isDelimiterRow(line: string): boolean {
  return line.includes('-') && line.includes('|') && /^[\s|:-]+$/.test(line);
}

/** +-----+-----+ */
export function isGridRule(line: string): boolean {
  return /^\s*\+[-=:+]{2,}\+\s*$/.test(line);
}

/** Cells of a row; an escaped pipe is part of its cell. */
export function pipeCells(row: string): string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim().replace(/\\\|/g, '|'));
}

/** Rows of a grid table, each of which may take several lines. */
export function gridRows(lines: readonly string[]): { head: boolean; cells: string[] }[] {
  const rows: { head: boolean; cells: string[] }[] = [];
  let open: string[] | null = null;
  for (const line of lines) {
    if (isGridRule(line)) {
      if (open) rows.push({ head: false, cells: open });
      open = null;
      const first = rows[0];
      if (line.includes('=') && rows.length === 1 && first) first.head = true;
      continue;
    }
    const cells = pipeCells(line);
    open = open ? open.map((cell, index) => `${cell} ${cells[index] ?? ''}`.trim()) : cells;
  }
  if (open) rows.push({ head: false, cells: open });
  return rows;
}
