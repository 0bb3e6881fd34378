import type { Test } from './compile.ts';
import type { Page } from './page.ts';
import type { Sequence } from './pattern.ts';

/**
 * The statements in which a test could fit, told by the atoms it cannot do without; null where it needs none.
 * Most patterns ask for a rare word, so that most statements are never looked at.
 */
export function candidates(test: Test, page: Page): ReadonlySet<number> | null {
  switch (test.kind) {
    case 'phrase':
      return union(test.pattern.sequences.map((sequence) => ofSequence(sequence, page)));
    case 'duty':
      return page.holding(test.duty.action);
    case 'all':
      return smallest(test.of.map((one) => candidates(one, page)));
    case 'any':
      return union(test.of.map((one) => candidates(one, page)));
    default:
      return null;
  }
}

function ofSequence({ steps }: Sequence, page: Page): ReadonlySet<number> | null {
  return smallest(steps.map(({ ids }) => ids && page.holding(ids)));
}

function smallest(sets: readonly (ReadonlySet<number> | null)[]): ReadonlySet<number> | null {
  let least: ReadonlySet<number> | null = null;
  for (const one of sets) if (one && (!least || one.size < least.size)) least = one;
  return least;
}

function union(sets: readonly (ReadonlySet<number> | null)[]): ReadonlySet<number> | null {
  const all = new Set<number>();
  for (const one of sets) {
    if (!one) return null;
    for (const at of one) all.add(at);
  }
  return all;
}
