import type { CompiledPack } from '../../src/match/index.ts';
import { partsOf } from './parts.ts';
import type { Fitted } from './regress.ts';

/** The weights in hundredths, a line for each thing that a passage can say, so that a change can be read. */
export function toWeights({ pack }: Pick<CompiledPack, 'pack'>, { vocabulary, values, bias }: Fitted): string {
  const parts = partsOf(pack.rules).map(({ key }) => key);
  const lines = vocabulary.flatMap((key, row) => {
    const own = parts.flatMap((_, part) => {
      const weight = Math.round((values[row * parts.length + part] ?? 0) * 100);
      return weight === 0 ? [] : [part, weight];
    });
    return own.length === 0 ? [] : [`${JSON.stringify(key)}:[${own}]`];
  });
  const biases = Array.from(bias, (one) => Math.round(one * 100));
  return `{"parts":${JSON.stringify(parts)},\n"bias":[${biases}],\n"features":{\n${lines.join(',\n')}\n}}\n`;
}
