import { dirname, relative, resolve } from 'node:path';
import { compare, countAccepted, type Known as KnownFinding, waive } from '../accept/index.ts';
import { UsageError } from '../errors.ts';
import type { ConfigValues } from '../load/config.ts';
import { type CentralWaiver, parseBaseline, parseWaivers } from '../load/index.ts';
import type { Checked, Pack, Waiver } from '../types.ts';
import { shown } from './config.ts';
import { matcher } from './glob.ts';
import { contentOf } from './side-file.ts';

/** What is to be accepted, as far as flags tell. */
export interface AcceptOptions {
  /** Ignore all that somebody accepted. */
  readonly audit?: true;
  /** A file; it goes before that of the configuration. */
  readonly baseline?: string;
  /** Do not compare with a baseline: one is being written. */
  readonly recording?: true;
}

/** What may be accepted in one contract. */
export interface Accepting {
  readonly waivers: readonly Waiver[];
  readonly known: readonly KnownFinding[];
}

/** Finds what may be accepted in a contract: in its side file, in the central file and in the baseline. */
export function acceptances(
  { audit, baseline, recording }: AcceptOptions,
  pack: Pack,
): (path: string, own: readonly Waiver[], values: ConfigValues) => Promise<Accepting> {
  const central = memo((file: string) => readCentral(file, pack));
  const baselines = memo(readBaseline);
  return async (path, own, values) => {
    if (audit) return { waivers: [], known: [] };
    const { waivers: file, baseline: recorded } = values;
    const shared = file === undefined ? [] : (await central(file)).filter((waiver) => isFor(waiver, file, path));
    const from = recording ? undefined : (baseline ?? recorded);
    const known = from === undefined ? [] : (await baselines(from)).filter((one) => one.path === pathIn(from, path));
    return { waivers: [...own, ...shared], known };
  };
}

/** The contract with all that is accepted marked so. */
export function accept(contract: Checked, { waivers, known }: Accepting, asOf: string): Checked {
  return countAccepted(compare(waive(contract, waivers, asOf), known).contract);
}

/** The path of a contract as a baseline knows it: from its own folder, the same on every machine. */
export function pathIn(baseline: string, contract: string): string {
  return relative(dirname(resolve(baseline)), resolve(contract)).replaceAll('\\', '/');
}

/** What a baseline holds. Throws `UsageError` where there is none. */
export async function readBaseline(file: string): Promise<KnownFinding[]> {
  const content = await contentOf(file);
  if (content !== null) return parseBaseline(shown(file), content);
  throw new UsageError(`${shown(file)}: no such baseline; "dpa-lint baseline" writes it`);
}

async function readCentral(file: string, pack: Pack): Promise<CentralWaiver[]> {
  const content = await contentOf(file);
  if (content !== null) return parseWaivers(shown(file), content, pack);
  throw new UsageError(`${shown(file)}: no such file of waivers`);
}

function isFor({ contracts }: CentralWaiver, file: string, contract: string): boolean {
  const path = relative(dirname(resolve(file)), resolve(contract));
  return contracts.some((glob) => matcher(glob)(path));
}

function memo<Value>(make: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const made = new Map<string, Promise<Value>>();
  return (key) => {
    const value = made.get(key) ?? make(key);
    made.set(key, value);
    return value;
  };
}
