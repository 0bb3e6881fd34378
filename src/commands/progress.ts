import type { Pending } from '../audit/index.ts';
import { printable } from '../format/paint.ts';
import { columnsOf, tailOf } from '../format/wrap.ts';
import type { Output } from './streams.ts';

/** Says on standard error how far a run is. */
export interface Progress {
  /** What is done at the moment. */
  readonly tell: (message: string) => void;
  /** Names a contract when it is opened. */
  readonly follow: <One extends Pending>(contract: One) => One;
  /** One contract more is judged; the line is gone, since a report may be printed now. */
  readonly done: () => void;
  /** The report is printed: the line may come back. */
  readonly again: () => void;
  readonly end: () => void;
}

const clear = '\r\u001B[2K';
/** Milliseconds between two lines where nobody sees them change. */
const pause = 10_000;

/** A bar on a terminal; in a log a line every ten seconds. Null: nothing at all. */
export function progress(output: Output | null, total: number, now: () => number = Date.now): Progress {
  const nothing = () => {};
  const silent = { tell: nothing, again: nothing, end: nothing, follow: <One>(contract: One) => contract };
  if (output === null) return { ...silent, done: nothing };
  const count = counter(total, now);
  if (output.isTTY !== true) return { ...silent, done: plain(output, count, now) };
  let doing = '';
  // A line that wraps could not be cleared any more.
  const room = Math.max((output.columns || 80) - 1, 20);
  const show = () => {
    const head = total > 1 ? `${count.bar(room)}${count.told()}  ` : '';
    output.write(`${clear}${head}${tailOf(doing, Math.max(room - columnsOf(head), 0))}`);
  };
  const tell = (message: string) => {
    doing = printable(message);
    show();
  };
  return {
    tell,
    follow: (contract) => ({
      ...contract,
      open: () => {
        tell(contract.path);
        return contract.open();
      },
    }),
    done: () => {
      count.add();
      output.write(clear);
    },
    again: show,
    end: () => output.write(clear),
  };
}

interface Counter {
  readonly add: () => void;
  /** `━━━━────── `; nothing where there is little room. */
  readonly bar: (room: number) => string;
  /** `12 of 300, 40 s left` */
  readonly told: () => string;
  readonly isAll: () => boolean;
}

const length = 20;

function counter(total: number, now: () => number): Counter {
  let done = 0;
  let first = 0;
  // Before the first there is the start of threads, which does not happen again for each.
  const left = () => (done < 3 ? '' : `, ${duration(((now() - first) / (done - 1)) * (total - done))} left`);
  return {
    add: () => {
      done += 1;
      if (done === 1) first = now();
    },
    bar: (room) => {
      const full = Math.floor((length * done) / total);
      return room < 60 ? '' : `${'━'.repeat(full)}${'─'.repeat(length - full)}  `;
    },
    told: () => `${done} of ${total}${left()}`,
    isAll: () => done === total,
  };
}

function plain(output: Output, count: Counter, now: () => number): () => void {
  let last = now();
  return () => {
    count.add();
    if (now() - last < pause || count.isAll()) return;
    last = now();
    output.write(`dpa-lint: ${count.told()}\n`);
  };
}

function duration(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
