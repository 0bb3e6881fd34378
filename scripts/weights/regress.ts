import { scaleOf } from '../../src/match/weigh.ts';
import type { Passage } from './passages.ts';

/** Weights as found: `values[feature * parts + part]`. */
export interface Fitted {
  readonly vocabulary: readonly string[];
  readonly values: Float32Array;
  readonly bias: Float32Array;
}

const rounds = 60;
const rate = 0.1;
const decay = 2e-5;
/** How many weights each part keeps. */
const keep = 1500;

/** Passages of which one at least gives a part, and nobody says which: places in the list of passages. */
export interface Bag {
  readonly part: number;
  readonly members: readonly number[];
}

/**
 * Logistic regression for all parts (`width`) at once, with a penalty on the squares, by Adam (D. Kingma and J. Ba, 2015) with a
 * rate that falls as a cosine. Of each bag the passage that weighs most after a first round is taken to give its part (O. Maron
 * and T. Lozano-Pérez, 1998: multiple-instance learning). Keeps the strongest weights of each part.
 */
export function regress(width: number, passages: readonly Passage[], bags: readonly Bag[] = []): Fitted {
  const vocabulary = vocabularyOf(passages);
  const data = dataOf(passages, vocabulary);
  let first = descend(data, width, vocabulary.length, null);
  if (bags.length > 0) {
    settleBags(data, width, first, bags);
    first = descend(data, width, vocabulary.length, null);
  }
  const mask = strongest(first.values, width, keep);
  const { values, bias } = descend(data, width, vocabulary.length, mask);
  return { vocabulary, values, bias };
}

function settleBags(data: Data, width: number, weights: Weights, bags: readonly Bag[]): void {
  for (const { part, members } of bags) {
    const [best] = members
      .map((at) => ({ at, weight: weightOf(data, width, weights, at, part) }))
      .sort((a, b) => b.weight - a.weight || a.at - b.at);
    if (best) data.truths[best.at * width + part] = 1;
  }
}

function weightOf(
  { starts, places, scales }: Data,
  width: number,
  { values, bias }: Weights,
  at: number,
  part: number,
): number {
  let sum = 0;
  for (let p = starts[at] ?? 0; p < (starts[at + 1] ?? 0); p++) sum += values[(places[p] ?? 0) * width + part] ?? 0;
  return sum * (scales[at] ?? 0) + (bias[part] ?? 0);
}

function vocabularyOf(passages: readonly Passage[]): string[] {
  const counts = new Map<string, number>();
  for (const { features } of passages) for (const key of features) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].flatMap(([key, count]) => (count >= 3 ? [key] : [])).sort((a, b) => (a < b ? -1 : 1));
}

type Weights = Omit<Fitted, 'vocabulary'>;

interface Data {
  readonly count: number;
  /** By passage and part. */
  readonly truths: Int8Array;
  /** How much each passage counts. */
  readonly shares: Float32Array;
  /** Where the features of each passage begin in `places`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly scales: Float32Array;
}

function dataOf(passages: readonly Passage[], vocabulary: readonly string[]): Data {
  const placeOf = new Map(vocabulary.map((key, place) => [key, place]));
  const starts = [0];
  const places: number[] = [];
  for (const { features } of passages) {
    for (const key of features) {
      const place = placeOf.get(key);
      if (place !== undefined) places.push(place);
    }
    starts.push(places.length);
  }
  return {
    count: passages.length,
    truths: Int8Array.from(passages.flatMap(({ truths }) => [...truths])),
    shares: Float32Array.from(passages, ({ share }) => share),
    starts: Int32Array.from(starts),
    places: Int32Array.from(places),
    scales: Float32Array.from(passages, ({ features }) => scaleOf(features.length)),
  };
}

function descend(data: Data, width: number, height: number, mask: Uint8Array | null): Weights {
  const values = new Float32Array(height * width);
  const bias = new Float32Array(width).fill(-3);
  const slope = new Float32Array(values.length);
  const biasSlope = new Float32Array(width);
  const steps = [adam(values, slope, mask), adam(bias, biasSlope, null)];
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < values.length; k++) slope[k] = decay * (values[k] ?? 0);
    biasSlope.fill(0);
    slopes(data, width, values, bias, slope, biasSlope);
    for (const step of steps) step(rate * 0.5 * (1 + Math.cos((Math.PI * round) / rounds)));
  }
  return { values, bias };
}

/** Adds to the slopes what each passage pulls. */
function slopes(
  { count, truths, shares, starts, places, scales }: Data,
  width: number,
  values: Float32Array,
  bias: Float32Array,
  slope: Float32Array,
  biasSlope: Float32Array,
): void {
  const pull = new Float32Array(width);
  for (let at = 0; at < count; at++) {
    const [from, to, scale, share] = [starts[at] ?? 0, starts[at + 1] ?? 0, scales[at] ?? 0, shares[at] ?? 0];
    pull.set(bias);
    for (let p = from; p < to; p++) addScaled(pull, 0, values, (places[p] ?? 0) * width, width, scale);
    for (let k = 0; k < width; k++) {
      const truth = truths[at * width + k] ?? -1;
      pull[k] = truth < 0 ? 0 : (share * (1 / (1 + Math.exp(-(pull[k] ?? 0))) - truth)) / count;
    }
    addScaled(biasSlope, 0, pull, 0, width, 1);
    for (let p = from; p < to; p++) addScaled(slope, (places[p] ?? 0) * width, pull, 0, width, scale);
  }
}

/** `width` numbers of one list from `at` on, added `scale` times to those of another. */
function addScaled(
  to: Float32Array,
  at: number,
  from: Float32Array,
  start: number,
  width: number,
  scale: number,
): void {
  for (let k = 0; k < width; k++) to[at + k] = (to[at + k] ?? 0) + scale * (from[start + k] ?? 0);
}

/** One step after another against the slopes, each as long as `size` says; what `mask` leaves out stays as it is. */
function adam(values: Float32Array, slope: Float32Array, mask: Uint8Array | null): (size: number) => void {
  const first = new Float32Array(values.length);
  const second = new Float32Array(values.length);
  let taken = 0;
  return (size) => {
    taken++;
    const [evenFirst, evenSecond] = [1 - 0.9 ** taken, 1 - 0.99 ** taken];
    for (let k = 0; k < values.length; k++) {
      if (mask && mask[k] === 0) continue;
      const g = slope[k] ?? 0;
      const m = 0.9 * (first[k] ?? 0) + 0.1 * g;
      const v = 0.99 * (second[k] ?? 0) + 0.01 * g * g;
      first[k] = m;
      second[k] = v;
      values[k] = (values[k] ?? 0) - (size * (m / evenFirst)) / (Math.sqrt(v / evenSecond) + 1e-8);
    }
  };
}

/** Which weights are kept: the largest of each part. */
function strongest(values: Float32Array, width: number, keep: number): Uint8Array {
  const mask = new Uint8Array(values.length);
  const height = values.length / width;
  for (let part = 0; part < width; part++) {
    const sizes = Array.from({ length: height }, (_, row) => Math.abs(values[row * width + part] ?? 0));
    const floor = sizes.toSorted((a, b) => b - a)[keep] ?? 0;
    sizes.forEach((size, row) => {
      if (size > floor) mask[row * width + part] = 1;
    });
  }
  return mask;
}
