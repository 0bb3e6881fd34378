import { dirname, relative, resolve } from 'node:path';
import { noteOn, type Use, useOf } from '../accept/index.ts';
import { UsageError } from '../errors.ts';
import type { Checked, Note, Pack, Waiver } from '../types.ts';
import { shown } from './config.ts';
import { matcher } from './glob.ts';
import { realOf } from './kinds.ts';
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
  return parseWaivers(shown(file), content, pack).map(({ contracts, ...waiver }) => {
    const tests = contracts.map(matcher);
    const isFor = (contract: string) => tests.some((fits) => fits(relative(folder, resolve(contract))));
    const named = all.filter(isFor);
    return {
      waiver,
      isFor,
      whole: named.every((path) => isJudged.get(path)),
      left: named.filter((path) => judged.has(path)).length,
      uses: new Set(),
    };
  });
}

/** What is to be told of central waivers after a contract, the last that they name. */
export function told(contract: Checked, waivers: readonly Central[], asOf: string): Note[] {
  return waivers.flatMap((central) => {
    const use = useOf(central.waiver, contract);
    central.uses.add(use);
    central.left -= 1;
    if (use === 'used') return noteOn(central.waiver, use, asOf);
    const isLast = central.whole && central.left === 0;
    // Of a contract that nobody could read, and of a rule that was skipped, nothing is known.
    if (!isLast || central.uses.has('used') || central.uses.has('unknown')) return [];
    return noteOn(central.waiver, central.uses.has('lapsed') ? 'lapsed' : 'unused', asOf);
  });
}
