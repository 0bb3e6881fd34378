import { UnreadableError, UsageError } from '../errors.ts';
import { conclude, type Examined, examine, type Settings, sha256 } from '../lint.ts';
import type { Limits } from '../load/limits.ts';
import type { CompiledPack } from '../match/index.ts';
import type { Checked, Facts, Note, Pack, Source } from '../types.ts';
import { inOrder } from './in-order.ts';
import { inTime } from './in-time.ts';

/** A pack, and where a thread finds it too: the folder that it lies in, and the limits that were set to it. */
export interface Placed {
  readonly pack: Pack;
  readonly folder: string;
  readonly limits: Limits;
}

/** How all contracts of a run are to be judged. */
export interface RunSettings extends Settings {
  /** The rules, where they are other than those of the audit. */
  readonly rules?: Placed;
  /** Milliseconds that one contract may take. */
  readonly timeout: number;
  /** Told of an error that is a fault of the linter, for whoever wants its stack. */
  readonly onFault?: (path: string, error: unknown) => void;
}

/** A contract to come: opened when it is its turn, so that a thousand files are never in memory together. */
export interface Pending {
  readonly path: string;
  /** What is known of this contract alone; the facts of the settings outrank it. */
  readonly facts: Facts;
  /** How this contract alone is to be judged, where that is other than the rest. */
  readonly own?: Partial<Omit<RunSettings, 'facts' | 'onFault'>>;
  readonly open: () => Promise<Source>;
}

/** Reads a contract and finds what it says: here, in a worker, or out of a cache. Throws when the time is used up. */
export type Examiner = (source: Source, settings: RunSettings) => Promise<Examined>;

/** By what contracts are judged, and how many at a time. */
export interface Audit {
  readonly pack: Pack;
  readonly examiner: Examiner;
  readonly jobs: number;
}

/** Checks many, in path order. A contract that cannot be judged says so in its own place and does not stop the others. */
export async function lintAll(
  contracts: readonly Pending[],
  compiled: CompiledPack,
  settings: RunSettings,
): Promise<Checked[]> {
  const checked: Checked[] = [];
  const audit = { pack: compiled.pack, examiner: inProcess(() => compiled), jobs: 1 };
  for await (const contract of lintEach(contracts, audit, settings)) checked.push(contract);
  return checked;
}

/** The same one by one, for whoever can let go of a contract before the next. */
export function lintEach(contracts: readonly Pending[], audit: Audit, settings: RunSettings): AsyncGenerator<Checked> {
  const sorted = contracts.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return inOrder(sorted, audit.jobs, (contract) => lintOne(contract, audit, settings));
}

/** Examines in this thread. What never yields cannot be stopped there. */
export function inProcess(compiled: (rules: Placed | undefined) => CompiledPack): Examiner {
  return (source, settings) =>
    inTime(settings.timeout, (signal) =>
      examine(source, compiled(settings.rules), { ...settings, reading: { ...settings.reading, signal } }),
    );
}

async function lintOne(contract: Pending, { pack, examiner }: Audit, settings: RunSettings): Promise<Checked> {
  const { path } = contract;
  const own = named(path, { ...settings, ...contract.own, facts: { ...contract.facts, ...settings.facts } });
  let bytes: Uint8Array = new Uint8Array();
  try {
    const source = await inTime(own.timeout, () => contract.open());
    bytes = source.bytes;
    return conclude(path, await examiner(source, own), own.rules?.pack ?? pack, own);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (!(error instanceof UnreadableError)) settings.onFault?.(path, error);
    return undetermined(path, bytes, error);
  }
}

/** With the contract's path before what is told of slow work on it: others may be at work at the same time. */
function named(path: string, settings: RunSettings): RunSettings {
  const { onProgress, ...reading } = settings.reading;
  if (onProgress === undefined) return settings;
  return { ...settings, reading: { ...reading, onProgress: (message) => onProgress(`${path}: ${message}`) } };
}

function undetermined(path: string, bytes: Uint8Array, error: unknown): Checked {
  const known = error instanceof UnreadableError;
  const reason = known ? error.message : 'The linter itself failed on this contract, so it was not judged.';
  return {
    path,
    sha256: sha256(bytes),
    format: null,
    pages: null,
    pagesWithoutText: [],
    characters: 0,
    entered: null,
    verdict: { outcome: 'undetermined', state: 'unreadable', reasons: [reason], lacking: [], voidTerms: [] },
    findings: [],
    notes: known ? [] : [internalError(error)],
    text: null,
  };
}

function internalError(error: unknown): Note {
  const told = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = `internal error (${told}); please report it, with the contract if it may be shown.`;
  return { id: 'internal-error', rule: null, level: 'warning', message, evidence: [] };
}
