import type { Weighed } from '../../types.ts';

/** How long a passage is counts by the root: the same words weigh less among many others. */
export function scaleOf(features: number): number {
  return 4 / Math.sqrt(Math.max(8, features));
}

/** What rows of features weigh: for each row some parts, and their hundredths. */
export interface WeightRows {
  /** Where a row begins; where the next one begins it ends. */
  readonly starts: Int32Array;
  readonly parts: Uint8Array;
  readonly values: Int16Array;
}

/** Weighs what is said, for all parts at once (D. R. Cox, 1958: logistic regression). */
export class WeightTable {
  readonly parts: readonly string[];
  readonly bias: readonly number[];
  readonly rows: WeightRows;
  private readonly places: ReadonlyMap<string, number>;

  constructor({ parts, bias }: Pick<Weighed, 'parts' | 'bias'>, rows: WeightRows) {
    this.parts = parts;
    this.bias = bias;
    this.rows = rows;
    this.places = new Map(parts.map((part, place) => [part, place]));
  }

  /** Place of a part in what `weigh` gives; undefined if it has no weights. */
  place(part: string): number | undefined {
    return this.places.get(part);
  }

  /** By part, 0 to 1. `said` has a row for each thing that is said; -1 for what has no weights. */
  weigh(said: readonly number[]): Float64Array {
    const { starts, parts, values } = this.rows;
    const sums = new Float64Array(this.parts.length);
    for (const row of said) {
      const end = row < 0 ? 0 : (starts[row + 1] ?? 0);
      for (let k = starts[row] ?? 0; k < end; k++) {
        const part = parts[k] ?? 0;
        sums[part] = (sums[part] ?? 0) + (values[k] ?? 0);
      }
    }
    const scale = scaleOf(said.length);
    for (let part = 0; part < sums.length; part++)
      sums[part] = 1 / (1 + Math.exp(-(scale * (sums[part] ?? 0) + (this.bias[part] ?? 0)) / 100));
    return sums;
  }

  /** What a row weighs for the part at a place. */
  weightOf(row: number, place: number): number {
    const { starts, parts, values } = this.rows;
    const end = row < 0 ? 0 : (starts[row + 1] ?? 0);
    for (let k = starts[row] ?? 0; k < end; k++) if (parts[k] === place) return values[k] ?? 0;
    return 0;
  }
}

/** Rows out of what is written: part, hundredths, part, hundredths, … */
export function weightRows(written: readonly (readonly number[])[]): WeightRows {
  const starts = new Int32Array(written.length + 1);
  written.forEach((own, row) => {
    starts[row + 1] = (starts[row] ?? 0) + own.length / 2;
  });
  const parts = new Uint8Array(starts[written.length] ?? 0);
  const values = new Int16Array(parts.length);
  written.forEach((own, row) => {
    for (let k = 0; k < own.length; k += 2) {
      const at = (starts[row] ?? 0) + k / 2;
      parts[at] = own[k] ?? 0;
      values[at] = own[k + 1] ?? 0;
    }
  });
  return { starts, parts, values };
}

/** Weighs what is told by its text. */
export class Scales {
  private readonly table: WeightTable;
  private readonly rows: ReadonlyMap<string, number>;

  constructor(weighed: Weighed) {
    const { features } = weighed;
    const keys = Object.keys(features);
    this.rows = new Map(keys.map((key, row) => [key, row]));
    this.table = new WeightTable(weighed, weightRows(keys.map((key) => features[key] ?? [])));
  }

  /** Place of a part in what `weigh` gives; undefined if it has no weights. */
  place(part: string): number | undefined {
    return this.table.place(part);
  }

  /** By part, 0 to 1. */
  weigh(features: readonly string[]): Float64Array {
    return this.table.weigh(features.map((key) => this.rows.get(key) ?? -1));
  }
}
