import type { Weighed } from '../../types.ts';
import type { Rows } from '../stored/rows.ts';
import { rowsOf } from '../stored/rows.ts';
import type { Features } from './features.ts';
import { marks, numbered } from './vocabulary.ts';
import { WeightTable, weightRows } from './weigh.ts';

/** What weighs something, as a vocabulary holds it. */
export interface Known {
  readonly words: readonly string[];
  /** By the first number of a feature, the second ones that are known with it, in order. Each has a row of weights. */
  readonly seconds: Rows;
}

/** Weighs what statements say. */
export class PassageScales {
  readonly known: Known;
  readonly table: WeightTable;
  /** For the vocabulary of a contract. */
  readonly numbers: ReadonlyMap<string, number>;

  constructor(known: Known, table: WeightTable) {
    this.known = known;
    this.table = table;
    this.numbers = numbered(known.words);
  }

  /** The rows of weights of features; -1 for those that have none. */
  rows({ firsts, seconds }: Features): number[] {
    return firsts.map((first, at) => this.row(first, seconds[at] ?? 0));
  }

  /** By part, 0 to 1. */
  weigh(features: Features): Float64Array {
    return this.table.weigh(this.rows(features));
  }

  /** The words of a passage that speak most for a part, as places of words, the strongest first. */
  strongest(features: Features, place: number, most: number): number[] {
    const ranked = this.rows(features)
      .map((row, k) => ({ at: features.places[k] ?? -1, weight: this.table.weightOf(row, place) }))
      .filter(({ at, weight }) => at >= 0 && weight > 0)
      .sort((a, b) => b.weight - a.weight || a.at - b.at);
    return [...new Set(ranked.map(({ at }) => at))].slice(0, most);
  }

  private row(first: number, second: number): number {
    const { starts, items } = this.known.seconds;
    let low = starts[first] ?? 0;
    let high = starts[first + 1] ?? low;
    const end = high;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((items[middle] ?? 0) < second) low = middle + 1;
      else high = middle;
    }
    return low < end && items[low] === second ? low : -1;
  }
}

/** Scales out of weights as they are written. */
export function passageScales(weighed: Weighed): PassageScales {
  const features = Object.entries(weighed.features).map(([key, own]) => ({ said: apart(key), own }));
  const numbers = numbered(
    [...new Set(features.flatMap(({ said: [first, second] }) => [first, second]))].filter(isWord),
  );
  const placed = Array.from(numbers, (): { second: number; own: readonly number[] }[] => []);
  for (const { said, own } of features) {
    const [first, second] = said.map((text) => numbers.get(text) ?? 0);
    placed[first ?? 0]?.push({ second: second ?? 0, own });
  }
  for (const list of placed) list.sort((a, b) => a.second - b.second);
  const known = {
    words: [...numbers.keys()].filter(isWord),
    seconds: rowsOf(placed.map((list) => list.map(({ second }) => second))),
  };
  return new PassageScales(known, new WeightTable(weighed, weightRows(placed.flat().map(({ own }) => own))));
}

function isWord(text: string): boolean {
  return !(marks as readonly string[]).includes(text);
}

/** A mark and a word, or two words. */
function apart(key: string): readonly [string, string] {
  const gap = key.indexOf(' ');
  if (gap > 0) return [key.slice(0, gap), key.slice(gap + 1)];
  const mark = marks.find((one) => one !== '' && key.startsWith(one)) ?? '';
  return [mark, key.slice(mark.length)];
}
