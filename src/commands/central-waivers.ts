import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { isReplaced, noteOn, type Use, useOf } from '../accept/index.ts';
import { UsageError } from '../errors.ts';
import type { Checked, Note, Pack, Waiver } from '../types.ts';
import { shown } from './config.ts';
import { isGlob, matcher } from './glob.ts';
import { kindOf, realOf } from './kinds.ts';
import { findContracts } from './paths.ts';
import { contentOf } from './side-file.ts';

/**
 * A waiver of the central file. One that names several contracts is of no use only where none of them needs it, and
 * that is known when the last of them has been judged, if the run had them all.
 */
export interface Central {
  readonly waiver: Waiver;
  readonly isFor: (contract: string) => boolean;
  /** Whether the run has every contract that it names. */
  readonly whole: boolean;
  /** Whether it names no contract that there is. */
  readonly stray: boolean;
  left: number;
  readonly uses: Set<Use>;
}

/** Reads the central file of waivers. Throws `UsageError` where there is none. */
export async function readCentral(file: string, pack: Pack, run: readonly string[]): Promise<Central[]> {
  const content = await contentOf(file);
  if (content === null) throw new UsageError(`${shown(file)}: no such file of waivers`);
  const { parseWaivers } = await import('../load/waivers.ts');
  const folder = dirname(resolve(file));
  const there = await findContracts([folder], []).catch(() => []);
  const judged = new Set(run.map((path) => resolve(path)));
  const all = [...new Set([...there.map((path) => resolve(path)), ...judged])];
  // What a link leads to may have been judged under its own path.
  const real = new Set(await Promise.all(run.map(realOf)));
  const isJudged = new Map(await Promise.all(all.map(async (path) => [path, real.has(await realOf(path))] as const)));
  const read = parseWaivers(shown(file), content, pack).map(async ({ contracts, ...waiver }): Promise<Central> => {
    const tests = contracts.map((pattern) => fitting(folder, pattern));
    const isFor = (contract: string) => tests.some((fits) => fits(resolve(contract)));
    const named = all.filter(isFor);
    const elsewhere =
      named.length > 0 || (await Promise.all(contracts.map((one) => mayBeElsewhere(folder, one)))).some(Boolean);
    return {
      waiver,
      isFor,
      whole: named.every((path) => isJudged.get(path)),
      stray: !elsewhere,
      left: named.filter((path) => judged.has(path)).length,
      uses: new Set(),
    };
  });
  return Promise.all(read);
}

/** Whether a path fits: one that is literally there is meant as it stands, even if it looks like a pattern. */
export function fitting(folder: string, pattern: string): (path: string) => boolean {
  const literal = resolve(folder, pattern);
  const fits = matcher(pattern);
  return (path) =>
    path === literal ||
    path.startsWith(`${literal}${sep}`) ||
    fits(isAbsolute(pattern) ? path : relative(folder, path));
}

/** Whether a path may name what is not among the contracts of the folder: another file, or one outside of it. */
async function mayBeElsewhere(folder: string, pattern: string): Promise<boolean> {
  const path = resolve(folder, pattern);
  if (isGlob(pattern) && relative(folder, path).startsWith('..')) return true;
  return (await kindOf(path)) === 'file';
}

/** What is to be told of a central waiver that names no contract. */
export function strayWaiver({ waiver: { rule, approver, where } }: Central): string {
  return `${where}: the waiver of ${rule} by ${approver} fits no contract: correct its path, or take it out`;
}

/** What is to be told of central waivers after a contract, the last that they name; `all` are those of the contract. */
export function told(
  contract: Checked,
  { central: waivers, all }: { readonly central: readonly Central[]; readonly all: readonly Waiver[] },
  asOf: string,
): Note[] {
  return waivers.flatMap((central) => {
    const use = useOf(central.waiver, contract);
    central.uses.add(use);
    central.left -= 1;
    if (isReplaced(central.waiver, all)) return [];
    if (use === 'used') return noteOn(central.waiver, use, asOf);
    const isLast = central.whole && central.left === 0;
    // Of a contract that nobody could read, and of a rule that was skipped, nothing is known.
    if (!isLast || central.uses.has('used') || central.uses.has('unknown')) return [];
    return noteOn(central.waiver, central.uses.has('lapsed') ? 'lapsed' : 'unused', asOf);
  });
}
