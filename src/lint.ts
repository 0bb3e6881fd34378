import { createHash } from 'node:crypto';
import { UnreadableError, UsageError } from './errors.ts';
import { extract } from './extract/index.ts';
import { decide, enteredOn, judge } from './judge/index.ts';
import { type CompiledPack, match } from './match/index.ts';
import { parse } from './parse/index.ts';
import { selfCheck } from './self-check.ts';
import type { Checked, Facts, Finding, Note, PlainText, Profile, ReadOptions, Source } from './types.ts';

/** How contracts are to be judged. */
export interface Settings {
  readonly profile: Profile;
  /** ISO date on which the verdict is given. */
  readonly asOf: string;
  /** What no contract says of itself. */
  readonly facts: Facts;
  readonly reading: ReadOptions;
  /** Whether to try the findings on the contract itself: take away, negate, weaken or swap what they rest on. */
  readonly selfCheck?: boolean;
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
  readonly open: () => Promise<Source>;
}

/** Checks one contract against every rule of a pack. Throws `UnreadableError` where there is nothing to judge. */
export async function lint(source: Source, compiled: CompiledPack, settings: Settings): Promise<Checked> {
  const { pack } = compiled;
  const { profile, facts, asOf } = settings;
  const text = await extract(source, settings.reading);
  const contract = parse(text, pack.lexicon);
  const findings = judge(contract, pack.rules, match(contract, compiled));
  const doubts = settings.selfCheck ? selfCheck(contract, findings, (changed) => judged(changed, compiled)) : [];
  const entered = enteredOn(contract);
  const { pagesWithoutText } = text;
  const { verdict, notes } = decide(findings, { pack, profile, facts, asOf, entered, pagesWithoutText });
  return {
    path: source.path,
    sha256: sha256(source.bytes),
    format: text.format,
    pages: text.pages,
    pagesWithoutText,
    characters: text.value.length,
    entered: facts.entered ?? entered?.date ?? null,
    verdict,
    findings,
    notes: [...text.notes, ...notes, ...doubts],
    text,
  };
}

function judged(text: PlainText, compiled: CompiledPack): Finding[] {
  const contract = parse(text, compiled.pack.lexicon);
  return judge(contract, compiled.pack.rules, match(contract, compiled));
}

/** Checks many, in path order. A contract that cannot be judged says so in its own place and does not stop the others. */
export async function lintAll(
  contracts: readonly Pending[],
  compiled: CompiledPack,
  settings: Settings,
): Promise<Checked[]> {
  const checked: Checked[] = [];
  for await (const contract of lintEach(contracts, compiled, settings)) checked.push(contract);
  return checked;
}

/** The same one by one, for whoever can let go of a contract before the next. */
export async function* lintEach(
  contracts: readonly Pending[],
  compiled: CompiledPack,
  settings: Settings,
): AsyncGenerator<Checked> {
  const inOrder = contracts.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  for (const contract of inOrder) yield await lintOne(contract, compiled, settings);
}

async function lintOne(contract: Pending, compiled: CompiledPack, settings: Settings): Promise<Checked> {
  let bytes: Uint8Array = new Uint8Array();
  try {
    return await inTime(settings.timeout, async (signal) => {
      const source = await contract.open();
      bytes = source.bytes;
      const reading = { ...settings.reading, signal };
      return lint(source, compiled, { ...settings, facts: { ...contract.facts, ...settings.facts }, reading });
    });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    if (!(error instanceof UnreadableError)) settings.onFault?.(contract.path, error);
    return undetermined(contract.path, bytes, error);
  }
}

/** Runs work that can hang; a stage that never yields is beyond its reach. */
async function inTime<Result>(milliseconds: number, work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const clock = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new UnreadableError(`It took longer than ${milliseconds / 1000} seconds, so it was not judged.`);
      reject(error);
      clock.abort(error);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(clock.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
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

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
