import type { Pending } from '../audit/audit.ts';
import { printable } from '../format/paint.ts';
import type { Output } from './streams.ts';

/** A line on the terminal that says which contract is being read. */
export interface Progress {
  readonly tell: (message: string) => void;
  /** Names a contract when it is opened. */
  readonly follow: <One extends Pending>(contract: One, index: number) => One;
  readonly end: () => void;
}

const clear = '\r\u001B[2K';

/** Shows nothing where nobody is looking: `output` is null or no terminal. */
export function progress(output: Output | null, total: number): Progress {
  if (output?.isTTY !== true) return { tell: () => {}, follow: (contract) => contract, end: () => {} };
  let reading = '';
  // A line that wraps could not be cleared any more.
  const room = Math.max((output.columns || 80) - 1, 20);
  const show = (message: string) => output.write(clear + [...printable(message)].slice(0, room).join(''));
  return {
    tell: (message) => show(`${reading}: ${message}`),
    follow: (contract, index) => ({
      ...contract,
      open: () => {
        reading = `${total > 1 ? `${index + 1} of ${total}  ` : ''}${contract.path}`;
        show(reading);
        return contract.open();
      },
    }),
    end: () => output.write(clear),
  };
}
