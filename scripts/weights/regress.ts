import { isSecondary } from '../../src/match/weights/features.ts';
import { scaleOf } from '../../src/match/weights/weigh.ts';
import { chances } from './chances.ts';
import type { Passage } from './passages.ts';

/** Weights as found: `values[feature * parts + part]`. */
export interface Fitted {
  readonly vocabulary: readonly string[];
  readonly values: Float32Array;
  readonly bias: Float32Array;
}

/** How often all passages are gone through, and how many at once. */
const rounds = 12;
const batch = 512;
const rate = 0.04;
const decay = 3e-5;
/** Share of what a passage says that is left out each time. */
const unheard = 0.5;
/** What is said seldomer teaches nothing. */
const seldom = 8;
/** Weights are the mean of so many descents, each with chances of its own. */
const descents = 3;

/** Passages of which one at least gives a part, and nobody says which: places in the list of passages. */
export interface Bag {
  readonly part: number;
  readonly members: readonly number[];
}

interface Options {
  readonly bags?: readonly Bag[];
  /** Parts for which it is nothing that a word is denied or left to choice, or stands beside: a conflict is told in its own words. */
  readonly deaf?: readonly number[];
}

/**
 * Logistic regression for all parts (`width`) at once, with a penalty on the squares, by Adam (D. Kingma and J. Ba, 2015) over
 * small batches, with a rate that falls as a cosine. Each time half of what a passage says is left out, others each time
 * (N. Srivastava et al., 2014: dropout), so that no few words decide alone. Of each bag the passage that weighs most after a first
 * round is taken to give its part (O. Maron and T. Lozano-Pérez, 1998: multiple-instance learning). Then each half of the passages
 * is weighed by what the other half teaches, and the weights of a part are stretched until they say of such passages how many
 * give it (J. Platt, 1999).
 */
export function regress(width: number, passages: readonly Passage[], { bags = [], deaf = [] }: Options = {}): Fitted {
  const vocabulary = vocabularyOf(passages);
  const data = dataOf(passages, { width, vocabulary, deaf });
  const all = passages.map((_, at) => at);
  if (bags.length > 0) settleBags(data, descend(data, all, 0), bags);
  const weights = mean(Array.from({ length: descents }, (_, seed) => descend(data, all, seed)));
  stretch(data, weights, halves(passages));
  return { vocabulary, ...weights };
}

function settleBags(data: Data, weights: Weights, bags: readonly Bag[]): void {
  for (const { part, members } of bags) {
    const [best] = members
      .map((at) => ({ at, sum: sumOf(data, weights, at, part) }))
      .sort((a, b) => b.sum - a.sum || a.at - b.at);
    if (best) data.truths[best.at * data.width + part] = 1;
  }
}

function sumOf({ width, starts, places, scales }: Data, { values, bias }: Weights, at: number, part: number): number {
  let sum = 0;
  for (let p = starts[at] ?? 0; p < (starts[at + 1] ?? 0); p++) sum += values[(places[p] ?? 0) * width + part] ?? 0;
  return sum * (scales[at] ?? 0) + (bias[part] ?? 0);
}

function vocabularyOf(passages: readonly Passage[]): string[] {
  const counts = new Map<string, number>();
  for (const { features } of passages) for (const key of features) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].flatMap(([key, count]) => (count >= seldom ? [key] : [])).sort((a, b) => (a < b ? -1 : 1));
}

type Weights = Omit<Fitted, 'vocabulary'>;

interface Data {
  readonly width: number;
  readonly height: number;
  readonly deaf: readonly number[];
  /** By feature: whether it is a word as it is denied or left to choice, or of a statement beside. */
  readonly secondary: readonly boolean[];
  /** By passage and part. */
  readonly truths: Int8Array;
  /** How much each passage counts. */
  readonly shares: Float32Array;
  /** Where the features of each passage begin in `places`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly scales: Float32Array;
}

function dataOf(
  passages: readonly Passage[],
  { width, vocabulary, deaf }: { width: number; vocabulary: readonly string[]; deaf: readonly number[] },
): Data {
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
    width,
    height: vocabulary.length,
    deaf,
    secondary: vocabulary.map(isSecondary),
    truths: Int8Array.from(passages.flatMap(({ truths }) => [...truths])),
    shares: Float32Array.from(passages, ({ share }) => share),
    starts: Int32Array.from(starts),
    places: Int32Array.from(places),
    scales: Float32Array.from(passages, ({ features }) => scaleOf(features.length)),
  };
}

/** The passages of every other contract, and the rest. */
function halves(passages: readonly Passage[]): readonly [number[], number[]] {
  const found: [number[], number[]] = [[], []];
  passages.forEach(({ source }, at) => {
    found[source % 2 === 0 ? 0 : 1].push(at);
  });
  return found;
}

function mean(all: readonly Weights[]): Weights {
  const of = (lists: readonly Float32Array[]) =>
    Float32Array.from(lists[0] ?? [], (_, k) => lists.reduce((sum, list) => sum + (list[k] ?? 0), 0) / lists.length);
  return { values: of(all.map(({ values }) => values)), bias: of(all.map(({ bias }) => bias)) };
}

/** What the passages `among` these teach. */
function descend(data: Data, among: readonly number[], seed: number): Weights {
  const { width, height, deaf, secondary } = data;
  const weights = { values: new Float32Array(height * width), bias: new Float32Array(width).fill(-3) };
  const chance = chances(seed);
  const [slope, pull] = [new Float32Array(height * width), new Float32Array(width)];
  const [rows, single] = [adam(weights.values), adam(weights.bias)];
  const steps = rounds * Math.ceil(among.length / batch);
  let taken = 0;
  for (let round = 0; round < rounds; round++) {
    const order = shuffled(among, chance);
    for (let from = 0; from < order.length; from += batch) {
      const members = order.slice(from, from + batch);
      const biasSlope = new Float32Array(width);
      const touched = new Set<number>();
      for (const at of members) {
        const heard = hear(data, at, chance);
        pullOf(data, weights, { at, heard, of: members.length }, pull);
        addScaled(biasSlope, 0, pull, 0, width, 1);
        for (const row of heard) {
          touched.add(row);
          addScaled(slope, row * width, pull, 0, width, heardScale(data, at));
        }
      }
      taken++;
      const size = rate * 0.5 * (1 + Math.cos((Math.PI * taken) / steps));
      rows.begin();
      for (const row of touched) {
        addScaled(slope, row * width, weights.values, row * width, width, decay);
        if (secondary[row]) for (const part of deaf) slope[row * width + part] = 0;
        rows.step(size, slope, row * width, (row + 1) * width);
        slope.fill(0, row * width, (row + 1) * width);
      }
      single.begin();
      single.step(size, biasSlope, 0, width);
    }
  }
  return weights;
}

/** What is heard of a passage this time. */
function hear({ starts, places }: Data, at: number, chance: () => number): number[] {
  const heard: number[] = [];
  for (let p = starts[at] ?? 0; p < (starts[at + 1] ?? 0); p++) if (chance() >= unheard) heard.push(places[p] ?? 0);
  return heard;
}

/** What is heard stands for what is not. */
function heardScale({ scales }: Data, at: number): number {
  return (scales[at] ?? 0) / (1 - unheard);
}

/** How far each part is from the truth of a passage, as it is heard. */
function pullOf(
  data: Data,
  { values, bias }: Weights,
  { at, heard, of }: { readonly at: number; readonly heard: readonly number[]; readonly of: number },
  pull: Float32Array,
): void {
  const { width, truths, shares } = data;
  pull.set(bias);
  for (const row of heard) addScaled(pull, 0, values, row * width, width, heardScale(data, at));
  for (let k = 0; k < width; k++) {
    const truth = truths[at * width + k] ?? -1;
    pull[k] = truth < 0 ? 0 : ((shares[at] ?? 0) * (1 / (1 + Math.exp(-(pull[k] ?? 0))) - truth)) / of;
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

interface Steps {
  readonly begin: () => void;
  readonly step: (size: number, slope: Float32Array, from: number, to: number) => void;
}

/** Steps against the slopes, only where something was heard: what is said seldom is not forgotten between. */
function adam(values: Float32Array): Steps {
  const first = new Float32Array(values.length);
  const second = new Float32Array(values.length);
  let taken = 0;
  return {
    begin: () => {
      taken++;
    },
    step: (size, slope, from, to) => {
      const [evenFirst, evenSecond] = [1 - 0.9 ** taken, 1 - 0.999 ** taken];
      for (let k = from; k < to; k++) {
        const g = slope[k] ?? 0;
        const m = 0.9 * (first[k] ?? 0) + 0.1 * g;
        const v = 0.999 * (second[k] ?? 0) + 0.001 * g * g;
        first[k] = m;
        second[k] = v;
        values[k] = (values[k] ?? 0) - (size * (m / evenFirst)) / (Math.sqrt(v / evenSecond) + 1e-8);
      }
    },
  };
}

function shuffled(list: readonly number[], chance: () => number): number[] {
  const out = [...list];
  for (let at = out.length - 1; at > 0; at--) {
    const other = Math.floor(chance() * (at + 1));
    [out[at], out[other]] = [out[other] ?? 0, out[at] ?? 0];
  }
  return out;
}

/** Stretches and shifts the weights of each part by what passages turned out to be that had not taught them. */
function stretch(data: Data, weights: Weights, [even, odd]: readonly [number[], number[]]): void {
  const { width, height } = data;
  if (even.length === 0 || odd.length === 0) return;
  const sides = [
    { by: descend(data, even, 0), told: odd },
    { by: descend(data, odd, 0), told: even },
  ];
  for (let part = 0; part < width; part++) {
    const seen = sides.flatMap(({ by, told }) =>
      told.flatMap((at) => {
        const truth = data.truths[at * width + part] ?? -1;
        return truth < 0 ? [] : [{ sum: sumOf(data, by, at, part), truth, share: data.shares[at] ?? 0 }];
      }),
    );
    const { slope, shift } = platt(seen);
    for (let row = 0; row < height; row++)
      weights.values[row * width + part] = (weights.values[row * width + part] ?? 0) * slope;
    weights.bias[part] = (weights.bias[part] ?? 0) * slope + shift;
  }
}

interface Seen {
  readonly sum: number;
  readonly truth: number;
  readonly share: number;
}

/** The line from sums to the logarithm of odds under which what was seen is likeliest, by Newton's method. */
function platt(seen: readonly Seen[]): { slope: number; shift: number } {
  let [slope, shift] = [1, 0];
  const giving = seen.filter(({ truth }) => truth === 1).length;
  // Never quite sure, however plainly they part.
  const [yes, no] = [(giving + 1) / (giving + 2), 1 / (seen.length - giving + 2)];
  for (let round = 0; round < 25; round++) {
    let [gs, gb, hss, hsb, hbb] = [0, 0, 1e-6, 0, 1e-6];
    for (const { sum, truth, share } of seen) {
      const p = 1 / (1 + Math.exp(-(slope * sum + shift)));
      const [g, h] = [share * (p - (truth === 1 ? yes : no)), share * p * (1 - p)];
      gs += g * sum;
      gb += g;
      hss += h * sum * sum;
      hsb += h * sum;
      hbb += h;
    }
    const det = hss * hbb - hsb * hsb;
    slope -= (hbb * gs - hsb * gb) / det;
    shift -= (hss * gb - hsb * gs) / det;
  }
  return { slope, shift };
}
