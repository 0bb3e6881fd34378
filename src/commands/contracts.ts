import { text } from 'node:stream/consumers';
import { UsageError } from '../errors.ts';
import { type Applied, configurations, isExcluded } from './config.ts';
import { holdersOf } from './holders.ts';
import type { LintOptions } from './options.ts';
import { eachOnce, excluder, findContracts, noneLeft } from './paths.ts';
import { changedSince } from './since.ts';
import { complain, type Streams } from './streams.ts';

/** The contracts that are meant, each with what its configuration says. */
export async function contractsFor(
  paths: readonly string[],
  options: Pick<LintOptions, 'exclude' | 'config' | 'since' | 'rules' | 'baseline' | 'audit'>,
  streams: Streams,
): Promise<Map<string, Applied>> {
  const all = await configured(await contractsAt(paths, options.exclude ?? [], streams), paths, options);
  const { since } = options;
  if (since === undefined) return all;
  const held = [...all].map(([path, applied]) => ({ path, ...holdersOf(path, applied, options) }));
  const changed = new Set(await changedSince(since, held));
  if (changed.size === 0) await complain(streams, `no contract has changed since ${since}, so none was judged`);
  return new Map([...all].filter(([path]) => changed.has(path)));
}

/** Each contract with what its configuration says; those that it leaves out are gone, unless they were named. */
async function configured(
  contracts: readonly string[],
  named: readonly string[],
  options: Pick<LintOptions, 'config'>,
): Promise<Map<string, Applied>> {
  const configOf = configurations(options);
  const all = await Promise.all(
    contracts.map(async (path) => {
      const applied = await configOf(path);
      const isLeftOut = !named.includes(path) && (await isExcluded(applied, path));
      return isLeftOut ? [] : [[path, applied] as const];
    }),
  );
  const left = all.flat();
  if (left.length === 0) throw new UsageError('the configuration excludes every contract that was found');
  // After what is left out, so that a link to a file outlives the file's own path.
  const once = new Set(await eachOnce(left.map(([path]) => path)));
  return new Map(left.filter(([path]) => once.has(path)));
}

async function contractsAt(paths: readonly string[], exclude: readonly string[], streams: Streams): Promise<string[]> {
  if (paths.length === 0) {
    throw new UsageError('no path: name a contract, a folder of contracts, or - for a list on standard input');
  }
  const named = paths.filter((path) => path !== '-');
  const skipped: string[] = [];
  const found = named.length > 0 ? await findContracts(named, exclude, (message) => skipped.push(message)) : [];
  for (const message of skipped.toSorted()) await complain(streams, message);
  // One stale line in a long list must not stop the others: it is reported as a contract that could not be read.
  const listed = paths.includes('-') ? lines(await text(streams.stdin)) : [];
  if (found.length + listed.length === 0) throw new UsageError('no path on standard input');
  const isLeftOut = excluder(exclude);
  const left = listed.filter((path) => !isLeftOut(path));
  if (found.length + left.length === 0) throw noneLeft(exclude);
  return [...new Set([...found, ...left])];
}

function lines(list: string): string[] {
  return list.split(list.includes('\0') ? '\0' : /\r?\n/).filter((line) => line.trim() !== '');
}
