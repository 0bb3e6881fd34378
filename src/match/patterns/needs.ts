import { type Rows, rowsOf } from '../stored/rows.ts';
import type { Atoms } from './atoms.ts';
import type { Pattern } from './pattern.ts';

/** What the patterns of a pack cannot do without, as numbers: every contract is asked for all of it. */
export interface Needs {
  /** By list, the atoms of which it asks for one. After them comes one more list: a length of time. */
  readonly lists: Rows;
  /** By sequence, the lists that it asks for, the shortest first: few atoms are seldom met, and the rest need not be looked at. */
  readonly sequences: Rows;
  /** By pattern, where its sequences begin; where the next one begins they end. */
  readonly patterns: Int32Array;
}

/** Patterns are told by their places. */
export function needsOf(patterns: Iterable<Pattern>, atoms: Atoms): Needs {
  const time = atoms.lists.length;
  const lengthOf = (list: number) => atoms.lists[list]?.length ?? 1;
  const sequences: number[][] = [];
  const first = [0];
  for (const pattern of patterns) {
    const asked = pattern.sequences.map(({ steps }) => {
      const lists = new Set(steps.map(({ ids }) => (ids ? atoms.placeOf(ids) : time)));
      return [...lists].sort((a, b) => lengthOf(a) - lengthOf(b));
    });
    sequences.push(...leastOf(asked));
    first.push(sequences.length);
  }
  return { lists: rowsOf(atoms.lists), sequences: rowsOf(sequences), patterns: Int32Array.from(first) };
}

/** Who asks for all that another asks for, and more, is met nowhere else: "[any] record" where "record" is. */
function leastOf(asked: readonly (readonly number[])[]): number[][] {
  const least: Set<number>[] = [];
  for (const lists of asked.toSorted((a, b) => a.length - b.length)) {
    const own = new Set(lists);
    if (!least.some((less) => [...less].every((list) => own.has(list)))) least.push(own);
  }
  return least.map((lists) => [...lists]);
}

/** Of no pattern. */
export const noNeeds: Needs = { lists: rowsOf([]), sequences: rowsOf([]), patterns: new Int32Array(1) };
