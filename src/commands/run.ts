import { inOrder } from '../audit/in-order.ts';
import { auditFor, lintEach, type Pending } from '../audit/index.ts';
import type { ConfigValues } from '../load/config.ts';
import type { Checked, Pack, Profile } from '../types.ts';
import { type Accepting, accept, acceptances, nothing } from './acceptance.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Applied } from './config.ts';
import { contractsFor } from './contracts.ts';
import { isGlob } from './glob.ts';
import { kindOf } from './kinds.ts';
import type { LintOptions } from './options.ts';
import { packsFor } from './packs.ts';
import { type OwnSettings, ownOf, settingsOf } from './plan.ts';
import { progress } from './progress.ts';
import { pending } from './sources.ts';
import { type Streams, tell } from './streams.ts';

/** Contracts to be judged, and all that is known before the first is. */
export interface Run {
  readonly pack: Pack;
  /** That of all contracts, or the one that flags name. */
  readonly profile: Profile;
  readonly asOf: string;
  readonly paths: readonly string[];
  readonly configOf: (path: string) => ConfigValues;
  /** The baseline that the configurations name, where they agree on one. */
  readonly baseline: string | null;
  /** What is told of waivers and of a baseline, once in a run over a folder: entries for no contract that there is. */
  readonly strays: () => Promise<string[]>;
  /** Judges one after the other. */
  readonly contracts: () => AsyncGenerator<Checked>;
}

/** Finds the contracts, their configurations, side files and rules, and refuses what is wrong with any of them. */
export async function prepare(paths: readonly string[], options: LintOptions, streams: Streams): Promise<Run> {
  const cache = await cacheFolder(options, streams.env);
  const found = await contractsFor(paths, options, streams);
  const applied = [...found.values()];
  const packs = await packsFor(applied, options.rules);
  const { pack, folder } = packs.main;
  const line = progress(options.quiet === true ? null : streams.stderr, found.size);
  const accepted = acceptances(options, { whole: packs.whole, run: [...found.keys()] });
  const accepting = new Map<string, Accepting>();
  const owns = new Map<Applied, OwnSettings>();
  const known = async ([path, own]: readonly [string, Applied]) => {
    const rules = packs.of(own);
    const { waivers, ...contract } = await pending(path, rules.pack, options.beside);
    const by = await accepted.of(path, waivers, own, rules.pack);
    if (by !== nothing) accepting.set(path, by);
    const settings = owns.get(own) ?? ownOf(own, options, { rules, onProgress: line.tell });
    owns.set(own, settings);
    return { ...contract, own: settings };
  };
  const contracts: (Pending & { readonly own: OwnSettings })[] = [];
  // A few side files at a time: thousands of open files are memory too.
  for await (const one of inOrder([...found], 32, known)) contracts.push(one);
  const settings = { ...settingsOf(options, pack), onFault: faults(options, streams) };
  const { asOf } = settings;
  return {
    pack: packs.whole,
    profile: onlyOne(contracts.map(({ own }) => own.profile)) ?? settings.profile,
    asOf,
    paths: [...found.keys()],
    baseline: onlyOne(applied.map(({ values }) => values.baseline)),
    strays: async () => ((await hasFolder(paths)) ? accepted.strays() : []),
    configOf: (path) => found.get(path)?.values ?? {},
    async *contracts() {
      const timed = options.timeout !== undefined || applied.some(({ values }) => values.timeout !== undefined);
      const { length } = contracts;
      const audit = await auditFor({ pack, folder, contracts: length, jobs: options.jobs, timed, cache });
      try {
        for await (const contract of lintEach(contracts.map(line.follow), audit, settings)) {
          line.done();
          const by = accepting.get(contract.path);
          const told = packs.told(contract, found.get(contract.path));
          yield by === undefined ? told : accept(told, by, asOf);
          line.again();
        }
      } finally {
        line.end();
        await audit.close();
      }
    },
  };
}

/** Whether somebody asked for more than single files, and so wants to know what is left over. */
async function hasFolder(paths: readonly string[]): Promise<boolean> {
  const kinds = await Promise.all(paths.map(kindOf));
  return paths.some((path, index) => (kinds[index] === null ? isGlob(path) : kinds[index] === 'folder'));
}

/** What all have in common; null where they differ. */
function onlyOne(values: readonly (string | undefined)[]): string | null {
  const [first, ...others] = new Set(values);
  return others.length > 0 ? null : (first ?? null);
}

function faults({ verbose }: LintOptions, { stderr }: Streams): (path: string, error: unknown) => void {
  return (path, error) => {
    if (verbose) void tell(stderr, `${path}: ${error instanceof Error ? error.stack : error}`);
  };
}
