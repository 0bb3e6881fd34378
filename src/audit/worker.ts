// A thread of the pool: loads the rules once, and examines one contract after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableError } from '../errors.ts';
import { examine } from '../lint.ts';
import { loadPack } from '../load/index.ts';
import { compile } from '../match/index.ts';
import type { Answer, Order, Sign } from './pool.ts';
import { toStored } from './stored.ts';

const compiled = compile(await loadPack(workerData.pack));

/** Examines a contract, and says when it begins: only from then on its time runs. */
export async function work({ id, source, reading, selfCheck }: Order): Promise<Answer> {
  const tell = (sign: Omit<Sign, 'id'>) => parentPort?.postMessage({ id, ...sign } satisfies Sign);
  tell({ started: true });
  const onProgress = (progress: string) => tell({ progress });
  try {
    return { examined: toStored(await examine(source, compiled, { reading: { ...reading, onProgress }, selfCheck })) };
  } catch (error) {
    if (error instanceof UnreadableError) return { unreadable: error.message };
    throw error;
  }
}
