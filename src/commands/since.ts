import { readlink } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { upwards } from '../load/find-config.ts';
import { type Concerns, findingsFor, waiversFor } from './entries.ts';
import { type Changes, type Repositories, repositories } from './git.ts';
import type { Holders } from './holders.ts';
import { isFolder, realOf } from './kinds.ts';
import { memo } from './memo.ts';
import { contentOf } from './side-file.ts';

/** A contract with what it is judged by. */
export interface Held extends Holders {
  readonly path: string;
}

/**
 * Those of the contracts that changed since a commit, or of which that changed by which they are judged: committed or
 * not, or new. What nobody can tell counts as changed.
 */
export async function changedSince(ref: string, contracts: readonly Held[]): Promise<string[]> {
  const known = repositories(ref);
  const fileChanged = memo((path) => isChanged(path, known, false));
  const folderChanged = memo((path) => isChanged(path, known, true));
  const others = (read: Read) =>
    memo(async (file) => ((await fileChanged(file)) ? entriesChanged(file, read, known) : noneOf));
  const [waiversChanged, findingsChanged] = [others(waiversFor), others(findingsFor)];
  const changed = await Promise.all(
    contracts.map(async ({ path, files, folders, waivers, baseline }) => {
      const own = await fileChanged(path);
      if (own === null) throw new UsageError(`--since: ${path} lies in no git repository`);
      // A folder stands for the contracts in it, which nobody could list.
      if (own || (await isFolder(path))) return true;
      // What lies in no repository, as a configuration at home, is part of no change.
      const by = await Promise.all([...files.map(fileChanged), ...folders.map(folderChanged)]);
      if (by.includes(true)) return true;
      const accepted = await Promise.all([
        waivers === undefined ? noneOf : waiversChanged(waivers),
        baseline === undefined ? noneOf : findingsChanged(baseline),
      ]);
      return accepted.some((isFor) => isFor(path));
    }),
  );
  known.refuseUnknown();
  return contracts.filter((_, index) => changed[index]).map(({ path }) => path);
}

type Read = typeof waiversFor;

const noneOf: Concerns = () => false;
const allOf: Concerns = () => true;

/** A test for the contracts for which a file has other entries than it had: all of them where nobody can tell. */
async function entriesChanged(file: string, read: Read, { changesAt, textBefore }: Repositories): Promise<Concerns> {
  const places = await placesOf(resolve(file));
  const links = await Promise.all(places.slice(0, -1).map((link) => changesAt(dirname(link))));
  // A link of the repository may have led to another file.
  if (links.some((changes) => changes !== null)) return allOf;
  try {
    const [before, now] = await Promise.all([textBefore(places.at(-1) ?? file), contentOf(file)]);
    return before === null || now === null ? allOf : await read(file, [before, now]);
  } catch (cause) {
    // What is wrong with the file is told when it is read for the contracts.
    if (cause instanceof UsageError) return allOf;
    throw cause;
  }
}

/** Whether a path changed, or a link on the way to it; null where no repository has any of them. */
async function isChanged(path: string, { changesAt }: Repositories, withAllIn: boolean): Promise<boolean | null> {
  const places = await placesOf(resolve(path));
  const told = await Promise.all(
    places.map(async (place, index) => {
      const isWhole = withAllIn && index === places.length - 1;
      const changes = await changesAt(isWhole ? place : dirname(place));
      return changes === null ? null : has(changes, place, isWhole);
    }),
  );
  if (told.includes(true)) return true;
  if (told.at(-1) !== null) return false;
  // A link that leads out of all repositories: what is behind it may be other than it was.
  return told.includes(false) ? true : null;
}

function has(changes: Changes, place: string, withAllIn: boolean): boolean {
  if (changes === 'all' || upwards(place).some((path) => changes.has(path))) return true;
  return withAllIn && [...changes].some((path) => path.startsWith(place + sep) && /\.(?:yml|json)$/.test(path));
}

/** So many links in a row no system follows. */
const mostLinks = 40;

/** Where the links on the way to a path lie, and at last where it leads. */
async function placesOf(path: string, left = mostLinks): Promise<string[]> {
  for (const place of upwards(path).toReversed()) {
    const target = left === 0 ? null : await targetOf(place);
    if (target === null) continue;
    const next = join(resolve(dirname(place), target), relative(place, path));
    return [place, ...(await placesOf(next, left - 1))];
  }
  return [await realOf(path)];
}

async function targetOf(path: string): Promise<string | null> {
  return readlink(path).catch(() => null);
}
