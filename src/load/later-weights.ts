import type { Weights } from '../types.ts';
import type { File } from './files.ts';

/** What every judgement asks of weights. */
export type Levels = Pick<Weights, 'thresholds' | 'balance'>;

/**
 * The weights of a file that the build has read and found good: taken apart only when somebody asks for one of them. Who
 * judges does not, since the build keeps what it has made of them.
 */
export function laterWeights(file: File, levels: Levels): Weights {
  let read: Omit<Weights, 'thresholds'> | null = null;
  const all = (): Omit<Weights, 'thresholds'> => {
    read ??= JSON.parse(file.text) as Omit<Weights, 'thresholds'>;
    return read;
  };
  return {
    ...levels,
    get parts() {
      return all().parts;
    },
    get bias() {
      return all().bias;
    },
    get features() {
      return all().features;
    },
    get names() {
      return all().names;
    },
  };
}
