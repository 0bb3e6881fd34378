import type { Weighed, Weights } from '../../src/types.ts';
import type { Fitted } from './regress.ts';

/** Of half a million weights most are next to nothing; without those below it passages are told apart as well. */
const least = 15;

/** The weights in hundredths, without the least. */
export function toWeighed(parts: readonly string[], { vocabulary, values, bias }: Fitted): Weighed {
  const features = vocabulary.flatMap((key, row) => {
    const own = parts.flatMap((_, part) => {
      const weight = Math.round((values[row * parts.length + part] ?? 0) * 100);
      return Math.abs(weight) < least ? [] : [part, weight];
    });
    return own.length === 0 ? [] : [[key, own] as const];
  });
  return { parts, bias: Array.from(bias, (one) => Math.round(one * 100)), features: Object.fromEntries(features) };
}

/** The text of `weights.json`: a line for each thing that can be said, so that a change can be read. */
export function toText({ balance, names, ...passages }: Omit<Weights, 'thresholds'>): string {
  return `{"balance":${JSON.stringify(balance)},\n"names":{\n${inside(names)}\n},\n${inside(passages)}\n}\n`;
}

function inside({ parts, bias, features }: Weighed): string {
  const lines = Object.entries(features).map(([key, own]) => `${JSON.stringify(key)}:[${own}]`);
  return `"parts":${JSON.stringify(parts)},\n"bias":[${bias}],\n"features":{\n${lines.join(',\n')}\n}`;
}
