import type { Test } from './compile.ts';
import type { Page } from './page.ts';
import type { Sequence } from './pattern.ts';

/** A set of statements, a bit for each. */
export type Bits = Uint32Array;

/**
 * The statements in which a test could fit, told by the atoms it cannot do without; null where it needs none.
 * Most patterns ask for a rare word, so that most statements are never looked at.
 */
export function candidates(test: Test, page: Page): Bits | null {
  switch (test.kind) {
    case 'phrase':
      return union(test.pattern.sequences.map((sequence) => ofSequence(sequence, page)));
    case 'duty':
      return page.holding(test.duty.action);
    case 'all':
      return intersection(test.of.map((one) => candidates(one, page)));
    case 'any':
      return union(test.of.map((one) => candidates(one, page)));
    default:
      return null;
  }
}

/** Whether the set holds a statement; null holds all. */
export function holds(bits: Bits | null, at: number): boolean {
  return !bits || ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** Puts a statement into a set. */
export function put(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

/** The union of sets; null if one of them is. */
export function union(sets: readonly (Bits | null)[]): Bits | null {
  let all: Bits | null = null;
  for (const one of sets) {
    if (!one) return null;
    all ??= new Uint32Array(one.length);
    for (let k = 0; k < one.length; k++) all[k] = (all[k] ?? 0) | (one[k] ?? 0);
  }
  return all;
}

function ofSequence({ steps }: Sequence, page: Page): Bits | null {
  return intersection(steps.map(({ ids }) => ids && page.holding(ids)));
}

function intersection(sets: readonly (Bits | null)[]): Bits | null {
  let common: Bits | null = null;
  for (const one of sets) {
    if (!one) continue;
    if (!common) common = one.slice();
    else for (let k = 0; k < one.length; k++) common[k] = (common[k] ?? 0) & (one[k] ?? 0);
  }
  return common;
}
