// A worker that goes wrong in the way that the path asks for.
import { parentPort } from 'node:worker_threads';

const ways = {
  hang: () => {
    for (;;);
  },
  crash: () => process.exit(7),
  memory: () => {
    const hoard = [];
    for (;;) hoard.push(new Array(1e5).fill({}));
  },
  fault: () => {
    throw new TypeError('no such thing');
  },
};

export function work({ id, source }) {
  parentPort.postMessage({ id, started: true });
  ways[source.path]?.();
  return { unreadable: 'It was looked at.' };
}
