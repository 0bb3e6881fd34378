/** Counts of one yes-or-no question over documents. */
export interface Tally {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

export const none: Tally = { tp: 0, fp: 0, fn: 0, tn: 0 };

/** One answer as a tally. */
export function answer(truth: boolean, said: boolean): Tally {
  return {
    tp: Number(truth && said),
    fp: Number(!truth && said),
    fn: Number(truth && !said),
    tn: Number(!truth && !said),
  };
}

export function sum(tallies: Iterable<Tally>): Tally {
  let { tp, fp, fn, tn } = none;
  for (const one of tallies) {
    tp += one.tp;
    fp += one.fp;
    fn += one.fn;
    tn += one.tn;
  }
  return { tp, fp, fn, tn };
}

/** Precision, recall and their harmonic mean, 0 to 1. */
export function scores({ tp, fp, fn }: Tally): { p: number; r: number; f1: number } {
  const p = tp / (tp + fp || 1);
  const r = tp / (tp + fn || 1);
  return { p, r, f1: (2 * p * r) / (p + r || 1) };
}

/** A 95 % interval of F1 by resampling documents (percentile bootstrap, B. Efron, 1979); the seed is fixed. */
export function interval(documents: readonly Tally[]): { low: number; high: number } {
  let seed = 20_240_701;
  const next = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  const drawn = Array.from({ length: 400 }, () => {
    const sample = documents.map(() => documents[Math.floor(next() * documents.length)] ?? none);
    return scores(sum(sample)).f1;
  }).sort((a, b) => a - b);
  return { low: drawn[10] ?? 0, high: drawn[389] ?? 0 };
}
