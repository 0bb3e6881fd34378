import type { Weighed } from '../types.ts';
import type { Feature } from './features.ts';

const none: readonly number[] = [];

/** How long a passage is counts by the root: the same words weigh less among many others. */
export function scaleOf(features: number): number {
  return 4 / Math.sqrt(Math.max(8, features));
}

/** Weighs what passages say, for all parts at once (D. R. Cox, 1958: logistic regression). */
export class Scales {
  private readonly weights: Weighed;
  private readonly places: ReadonlyMap<string, number>;
  private readonly features: ReadonlyMap<string, readonly number[]>;

  constructor(weights: Weighed) {
    this.weights = weights;
    this.places = new Map(weights.parts.map((part, place) => [part, place]));
    const features = new Map<string, readonly number[]>();
    for (const key of Object.keys(weights.features)) features.set(key, weights.features[key] ?? none);
    this.features = features;
  }

  /** Place of a part in what `weigh` gives; undefined if it has no weights. */
  place(part: string): number | undefined {
    return this.places.get(part);
  }

  /** By part, 0 to 1. */
  weigh(features: readonly Feature[]): Float64Array {
    const sums = new Float64Array(this.weights.parts.length);
    for (const { key } of features) {
      const own = this.features.get(key) ?? none;
      for (let k = 0; k < own.length; k += 2) {
        const place = own[k] ?? 0;
        sums[place] = (sums[place] ?? 0) + (own[k + 1] ?? 0);
      }
    }
    const scale = scaleOf(features.length);
    return sums.map((sum, place) => 1 / (1 + Math.exp(-(scale * sum + (this.weights.bias[place] ?? 0)) / 100)));
  }

  /** The words of a passage that speak most for a part, as places of words, the strongest first. */
  strongest(features: readonly Feature[], place: number, most: number): number[] {
    const found = features.flatMap(({ key, at }) => {
      const own = this.features.get(key) ?? none;
      for (let k = 0; k < own.length; k += 2)
        if (own[k] === place) return at < 0 ? [] : [{ at, weight: own[k + 1] ?? 0 }];
      return [];
    });
    const ranked = found.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight || a.at - b.at);
    return [...new Set(ranked.map(({ at }) => at))].slice(0, most);
  }
}
