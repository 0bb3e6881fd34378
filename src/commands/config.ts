import { dirname, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { type ConfigValues, findConfig, type Layer, loadConfig } from '../load/config.ts';
import { refuse } from '../load/problem.ts';
import { didYouMean } from '../load/suggest.ts';
import type { Pack } from '../types.ts';
import { matcher } from './glob.ts';

/** What a user can say of where the configuration is: a file, or false for none. */
export interface ConfigOptions {
  readonly config?: string | false;
}

/** What holds for one contract, and the layers that say it, the last one first in rank. */
export interface Applied {
  readonly values: ConfigValues;
  readonly layers: readonly Layer[];
}

/** Finds and reads configurations, each once. */
export function configurations({ config }: ConfigOptions): (contract: string) => Promise<Applied> {
  const loaded = new Map<string, Promise<readonly Layer[]>>();
  const found = new Map<string, Promise<string | null>>();
  const once = <Value>(known: Map<string, Promise<Value>>, key: string, make: () => Promise<Value>) => {
    const value = known.get(key) ?? make();
    known.set(key, value);
    return value;
  };
  const fileFor = async (contract: string): Promise<string | null> => {
    if (config === false) return null;
    if (config !== undefined) return config;
    const folder = dirname(resolve(contract));
    return once(found, folder, () => findConfig(folder));
  };
  return async (contract) => {
    const file = await fileFor(contract);
    if (file === null) return { values: {}, layers: [] };
    const all = await once(loaded, file, () => loadConfig(file, shown(file)));
    const layers = all.filter((layer) => holdsFor(layer, contract));
    return { values: Object.assign({}, ...layers.map(({ values }) => values)), layers };
  };
}

/** A path as it is shortest to read from here. */
export function shown(file: string): string {
  const from = relative('.', file);
  return from === '' || from.startsWith('..') ? file : from;
}

function holdsFor({ files, folder }: Layer, contract: string): boolean {
  if (files === null) return true;
  const path = relative(folder, resolve(contract));
  return files.some((glob) => matcher(glob)(path));
}

/** Whether a configuration leaves a contract out; patterns start at the folder of the file that gives them. */
export function isExcluded({ layers }: Applied, contract: string): boolean {
  const layer = layers.findLast(({ values }) => values.exclude !== undefined);
  return layer !== undefined && holdsFor({ ...layer, files: layer.values.exclude ?? null }, contract);
}

/** The rules that all contracts of a run are judged by. Throws `UsageError` where configurations disagree. */
export function rulesOf(applied: readonly Applied[]): string | undefined {
  const named = new Set(applied.map(({ values }) => values.rules));
  if (named.size < 2) return [...named][0];
  const told = [...named].map((folder) => (folder === undefined ? 'those of the package' : shown(folder)));
  throw new UsageError(
    `the configurations name other rules for each: ${told.join(', ')}; run dpa-lint for one at a time`,
  );
}

/** Profiles and rules that the pack does not know: a slip there would change the verdict in silence. */
export function refuseStrangers(applied: readonly Applied[], pack: Pack): void {
  const layers = [...new Set(applied.flatMap((one) => one.layers))];
  const problems = layers.flatMap(({ values, problem }) => [
    ...(values.profile === undefined || pack.profiles.includes(values.profile)
      ? []
      : [problem(['profile'], unknownWord('profile', values.profile, pack.profiles))]),
    ...(['only', 'skip'] as const).flatMap((key) =>
      (values[key] ?? []).flatMap((name, index) =>
        idOf(name, pack) === null ? [problem([key, index], unknownWord('rule', name, namesOf(name, pack)))] : [],
      ),
    ),
  ]);
  if (problems.length > 0) refuse(problems);
}

/** The rule's id in full, with or without the pack's before it; null where the pack has none of that name. */
export function idOf(name: string, pack: Pack): string | null {
  return pack.rules.find(({ id }) => id === name || id === `${pack.id}/${name}`)?.id ?? null;
}

function namesOf(name: string, { rules }: Pack): string[] {
  return rules.map(({ id }) => (name.includes('/') ? id : id.slice(id.indexOf('/') + 1)));
}

function unknownWord(what: string, word: string, known: readonly string[]): string {
  return `no ${what} "${word}"${didYouMean(word, known) || '.'} Known: ${known.join(', ')}`;
}
