import type { Pending } from '../audit/index.ts';
import { printable } from '../format/paint.ts';
import type { Output } from './streams.ts';

/** Says on standard error how far a run is. */
export interface Progress {
  readonly tell: (message: string) => void;
  /** Names a contract when it is opened. */
  readonly follow: <One extends Pending>(contract: One) => One;
  /** One contract more is judged. */
  readonly done: () => void;
  readonly end: () => void;
}

const clear = '\r\u001B[2K';
/** Milliseconds between two lines where nobody sees them change. */
const pause = 10_000;

/** One line that changes on a terminal; in a log a line every ten seconds. Null: nothing at all. */
export function progress(output: Output | null, total: number, now: () => number = Date.now): Progress {
  const count = counter(total, now);
  if (output === null) return { tell: () => {}, follow: (contract) => contract, done: () => {}, end: () => {} };
  if (output.isTTY !== true) return { ...plain(output, count, now), follow: (contract) => contract };
  let reading = '';
  // A line that wraps could not be cleared any more.
  const room = Math.max((output.columns || 80) - 1, 20);
  const show = (message: string) => output.write(clear + [...printable(message)].slice(0, room).join(''));
  return {
    tell: (message) => show(`${count.told()}${reading}: ${message}`),
    follow: (contract) => ({
      ...contract,
      open: () => {
        reading = contract.path;
        show(`${count.told()}${reading}`);
        return contract.open();
      },
    }),
    done: () => {
      count.add();
      output.write(clear);
    },
    end: () => output.write(clear),
  };
}

interface Counter {
  readonly add: () => void;
  /** `12 of 300, 40 s left  `, or nothing where there is one alone. */
  readonly told: () => string;
}

function counter(total: number, now: () => number): Counter {
  const begun = now();
  let done = 0;
  const left = () => (done === 0 ? '' : `, ${duration(((now() - begun) / done) * (total - done))} left`);
  return {
    add: () => {
      done += 1;
    },
    told: () => (total > 1 ? `${done} of ${total}${left()}  ` : ''),
  };
}

function plain(output: Output, count: Counter, now: () => number): Pick<Progress, 'tell' | 'done' | 'end'> {
  let last = now();
  return {
    tell: () => {},
    done: () => {
      count.add();
      if (now() - last < pause) return;
      last = now();
      output.write(`dpa-lint: ${count.told().trimEnd()}\n`);
    },
    end: () => {},
  };
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
