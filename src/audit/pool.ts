import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import { UnreadableError } from '../errors.ts';
import type { Examined } from '../lint.ts';
import type { Limits } from '../load/limits.ts';
import type { Called, Pack, ReadOptions, Source } from '../types.ts';
import type { Examiner, RunSettings } from './audit.ts';
import { tooLong } from './in-time.ts';
import { fromStored, type Stored } from './stored.ts';

/** What a worker is asked. */
export interface Order {
  readonly id: number;
  readonly source: Source;
  readonly reading: Pick<ReadOptions, 'passwords' | 'revisions' | 'ocr'>;
  readonly selfCheck: boolean;
  readonly called?: Called | undefined;
  /** Rules other than those that the thread was started with. */
  readonly rules?: { readonly folder: string; readonly limits: Limits } | undefined;
}

/** What it answers. */
export type Answer = { readonly examined: Stored } | { readonly unreadable: string };

/** What it tells in between. */
export interface Sign {
  readonly id: number;
  readonly started?: true;
  readonly progress?: string;
}

export interface PoolOptions {
  readonly pack: Pack;
  /** Where the pack lies. */
  readonly folder: string;
  readonly jobs: number;
  /** Megabytes that one contract may take. */
  readonly memory?: number;
  /** Another worker, for tests of what goes wrong. */
  readonly worker?: string;
}

export interface Pool {
  readonly examiner: Examiner;
  readonly close: () => Promise<void>;
}

const defaultMemory = 2048;
/** Megabytes for what lives shortly. With the default, a tenth of the time goes into clearing it away. */
const young = 64;

/** Threads that examine contracts. What hangs, crashes or takes all memory costs its own contract alone. */
export function workerPool({ pack, folder, jobs, memory = defaultMemory, worker = workerFile() }: PoolOptions): Pool {
  const pool = new Piscina({
    filename: worker,
    execArgv: [],
    name: 'work',
    minThreads: jobs,
    maxThreads: jobs,
    workerData: { pack: folder },
    resourceLimits: { maxOldGenerationSizeMb: memory, maxYoungGenerationSizeMb: young },
  });
  const running = new Map<number, Running>();
  pool.on('message', ({ id, started, progress }: Sign) => {
    if (started) running.get(id)?.start();
    if (progress !== undefined) running.get(id)?.tell(progress);
  });
  // A thread that cannot even start would leave its contracts waiting for ever.
  pool.on('error', (error) => {
    for (const { fail } of running.values()) fail(error);
  });
  let next = 0;
  const examiner: Examiner = async (source, settings) => {
    next += 1;
    const answer = await ask(pool, running, orderOf(next, source, settings), settings).catch((error: unknown) => {
      throw isOutOfMemory(error) ? tooLarge(memory) : error;
    });
    return examinedIn(answer, settings.rules?.pack ?? pack);
  };
  return { examiner, close: () => pool.destroy() };
}

/** A contract that a worker is at. */
interface Running {
  readonly start: () => void;
  readonly tell: (progress: string) => void;
  readonly fail: (error: unknown) => void;
}

async function ask(
  pool: Piscina,
  running: Map<number, Running>,
  order: Order,
  { timeout, reading }: RunSettings,
): Promise<Answer> {
  const clock = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Answer>((resolve, fail) => {
      running.set(order.id, {
        start: () => {
          timer = setTimeout(() => {
            fail(tooLong(timeout));
            // This ends the thread, whatever it is doing.
            clock.abort();
          }, timeout);
        },
        tell: (progress) => reading.onProgress?.(progress),
        fail,
      });
      pool.run(order, { signal: clock.signal }).then(resolve, fail);
    });
  } finally {
    clearTimeout(timer);
    running.delete(order.id);
  }
}

function orderOf(id: number, source: Source, { reading, selfCheck = false, called, ...settings }: RunSettings): Order {
  const { passwords, revisions, ocr } = reading;
  const rules = settings.rules && { folder: settings.rules.folder, limits: settings.rules.limits };
  return { id, source, reading: { passwords, revisions, ocr }, selfCheck, called, rules };
}

function examinedIn(answer: Answer, pack: Pack): Examined {
  if ('unreadable' in answer) throw new UnreadableError(answer.unreadable);
  const examined = fromStored(answer.examined, pack);
  if (examined === null) throw new Error('a worker had other rules');
  return examined;
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}

function tooLarge(memory: number): UnreadableError {
  return new UnreadableError(`It took more than ${memory} megabytes of memory, so it was not judged.`);
}

/** The built worker beside the built command; from the sources, one that brings their loader. */
function workerFile(): string {
  const file = import.meta.url.endsWith('.ts') ? '../../scripts/source-worker.js' : './worker.js';
  return fileURLToPath(new URL(file, import.meta.url));
}
