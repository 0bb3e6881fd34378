// A thread of the pool: loads rules once, and examines one contract after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { UnreadableError } from '../errors.ts';
import { examine } from '../lint.ts';
import { withLimits } from '../load/limits.ts';
import type { CompiledPack } from '../match/index.ts';
import { compileReady, loadReady } from '../ready.ts';
import type { Answer, Order, Sign } from './pool.ts';
import { toStored } from './stored.ts';

const compiled = compileReady(await loadReady(workerData.pack));
const others = new Map<string, CompiledPack>();

/** The rules that a contract is to be judged by, where they are other than those of the run. */
async function rulesFor(rules: Order['rules']): Promise<CompiledPack> {
  if (rules === undefined) return compiled;
  const key = JSON.stringify([rules.folder, rules.limits]);
  const made = others.get(key) ?? compileReady(withLimits(await loadReady(rules.folder), rules.limits));
  others.set(key, made);
  return made;
}

/** Examines a contract, and says when it begins: only from then on its time runs. */
export async function work({ id, source, reading, selfCheck, called, rules }: Order): Promise<Answer> {
  const tell = (sign: Omit<Sign, 'id'>) => parentPort?.postMessage({ id, ...sign } satisfies Sign);
  const own = await rulesFor(rules);
  tell({ started: true });
  const onProgress = (progress: string) => tell({ progress });
  try {
    const settings = { reading: { ...reading, onProgress }, selfCheck, ...(called === undefined ? {} : { called }) };
    return { examined: toStored(await examine(source, own, settings)) };
  } catch (error) {
    if (error instanceof UnreadableError) return { unreadable: error.message };
    throw error;
  }
}
