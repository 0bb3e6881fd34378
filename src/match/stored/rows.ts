/** Rows of numbers, one after the other: row `n` lies from `starts[n]` to `starts[n + 1]`. */
export interface Rows {
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Rows out of lists. */
export function rowsOf(rows: readonly (readonly number[])[]): Rows {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + row.length;
  });
  const items = new Int32Array(starts[rows.length] ?? 0);
  rows.forEach((row, at) => {
    items.set(row, starts[at]);
  });
  return { starts, items };
}
