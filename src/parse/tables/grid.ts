import type { Span } from '../../types.ts';
import type { Line } from '../outline/lines.ts';
import { read, trim } from '../outline/spans.ts';

/** The words of a table, cell by cell. */
export interface Grid {
  /** Empty where no row is a head. */
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many columns it has. */
  readonly width: number;
}

export function gridOf(value: string, heads: readonly Span[], body: readonly Line[]): Grid {
  const rows = body.map(({ block }) => block.cells.map((cell) => cellText(value, cell)));
  const width = Math.max(heads.length, ...rows.slice(0, 50).map(({ length }) => length));
  return { heads: heads.map((cell) => cellText(value, cell)), rows, width };
}

/** What stands in a column below its head. */
export function columnOf({ rows }: Grid, index: number): string[] {
  return rows.map((row) => row[index] ?? '');
}

export function cellText(value: string, cell: Span): string {
  return read(value, trim(value, cell.start, cell.end));
}
