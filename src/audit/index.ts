import { availableParallelism } from 'node:os';
import type { CompiledPack } from '../match/index.ts';
import { compileReady } from '../ready.ts';
import type { Pack, Source } from '../types.ts';
import { type Audit, inProcess } from './audit.ts';
import { cached } from './cache.ts';

export { lintAll, lintEach, type Pending, type Placed, type RunSettings } from './audit.ts';

export interface AuditOptions {
  readonly pack: Pack;
  /** Where the pack lies. */
  readonly folder: string;
  /** How many contracts there are. */
  readonly contracts: number;
  /** Threads; absent: one a core, but none for a handful of contracts. */
  readonly jobs?: number | undefined;
  /** Whether somebody set the time that a contract may take: then it has to hold for small ones too. */
  readonly timed?: boolean;
  /** Folder of the cache; null for none. */
  readonly cache: string | null;
}

/** Up to this many contracts a thread takes longer to start, a second or so, than it saves. */
const handful = 4;
/** Bytes from which a file can take so long that it has to be stopped, which only a thread can be. */
const heavy = 1_000_000;

/** By what contracts are judged: here or in threads, with a cache or without. Close it at the end. */
export async function auditFor(options: AuditOptions): Promise<Audit & { readonly close: () => Promise<void> }> {
  const { pack, contracts, cache } = options;
  const jobs = Math.max(Math.min(options.jobs ?? availableParallelism(), contracts), 1);
  const inside = options.jobs === undefined && contracts <= handful;
  const pool = threads(options, inside ? 1 : jobs);
  const own = here(pack);
  const isLight = ({ bytes }: Source) => inside && options.timed !== true && bytes.length < heavy;
  const examiner: Audit['examiner'] = (source, settings) => (isLight(source) ? own : pool.examiner)(source, settings);
  return {
    pack,
    // One more than there are threads is opened, so that none waits for a file to be read.
    jobs: inside ? 1 : jobs + 1,
    examiner: cache === null ? examiner : await cached(examiner, cache, pack),
    close: pool.close,
  };
}

function here(pack: Pack): Audit['examiner'] {
  const compiled = new Map<Pack, CompiledPack>();
  // What is all in the cache needs no rules compiled.
  return inProcess((rules) => {
    const own = rules?.pack ?? pack;
    const made = compiled.get(own) ?? compileReady(own);
    compiled.set(own, made);
    return made;
  });
}

/** Threads are started when the first contract is not in the cache. */
function threads({ pack, folder }: AuditOptions, jobs: number) {
  let pool: Promise<import('./pool.ts').Pool> | null = null;
  const started = () => {
    pool ??= import('./pool.ts').then(({ workerPool }) => workerPool({ pack, folder, jobs }));
    return pool;
  };
  const examiner: Audit['examiner'] = async (source, settings) => (await started()).examiner(source, settings);
  return { examiner, close: async () => (await pool)?.close() };
}
