import { createSpinner } from 'nanospinner';
import type { Pending } from '../lint.ts';
import type { Output } from './streams.ts';

/** A line on the terminal that says which contract is being read. */
export interface Progress {
  readonly tell: (message: string) => void;
  /** Names a contract when it is opened. */
  readonly follow: (contract: Pending, index: number) => Pending;
  readonly end: () => void;
}

/** Shows nothing where nobody is looking: `output` is null or no terminal. */
export function progress(output: Output | null, total: number): Progress {
  if (output?.isTTY !== true) return { tell: () => {}, follow: (contract) => contract, end: () => {} };
  const spinner = createSpinner('', { stream: output as NodeJS.WriteStream }).start();
  let reading = '';
  const show = (message: string) => spinner.update({ text: printable(message) });
  return {
    tell: (message) => show(`${reading}: ${message}`),
    follow: (contract, index) => ({
      ...contract,
      open: () => {
        reading = total > 1 ? `${contract.path} (${index + 1} of ${total})` : contract.path;
        show(reading);
        return contract.open();
      },
    }),
    end: () => {
      spinner.clear();
      spinner.stop();
    },
  };
}

function printable(message: string): string {
  return message.replace(/\p{C}/gu, '').slice(0, 76);
}
