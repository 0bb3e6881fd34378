import type { Atoms } from './atoms.ts';
import type { Pattern } from './pattern.ts';
import { type Rows, rowsOf } from './rows.ts';

/** What the patterns of a pack cannot do without, as numbers: every contract is asked for all of it. */
export interface Needs {
  /** By list, the atoms of which it asks for one. After them comes one more list: a length of time. */
  readonly lists: Rows;
  /** By sequence, the lists that it asks for. */
  readonly sequences: Rows;
  /** By pattern, where its sequences begin; where the next one begins they end. */
  readonly patterns: Int32Array;
}

/** Patterns are told by their places. */
export function needsOf(patterns: Iterable<Pattern>, atoms: Atoms): Needs {
  const time = atoms.lists.length;
  const sequences: number[][] = [];
  const first = [0];
  for (const pattern of patterns) {
    for (const { steps } of pattern.sequences)
      sequences.push(steps.map(({ ids }) => (ids ? atoms.placeOf(ids) : time)));
    first.push(sequences.length);
  }
  return { lists: rowsOf(atoms.lists), sequences: rowsOf(sequences), patterns: Int32Array.from(first) };
}

/** Of no pattern. */
export const noNeeds: Needs = { lists: rowsOf([]), sequences: rowsOf([]), patterns: new Int32Array(1) };
