import { dirname, join, resolve, sep } from 'node:path';
import { configName, upwards } from '../load/find-config.ts';
import type { AcceptOptions } from './acceptance.ts';
import type { Applied, ConfigOptions } from './config.ts';
import { sideFileOf } from './side-file.ts';

/** What a contract is judged by beside its own words. */
export interface Holders {
  readonly files: readonly string[];
  readonly folders: readonly string[];
  /** Files of which only the entries for the contract matter to it. */
  readonly waivers: string | undefined;
  readonly baseline: string | undefined;
}

/** The files and folders that say how a contract is judged and what is accepted in it, as far as users write them. */
export function holdersOf(
  contract: string,
  applied: Applied,
  options: ConfigOptions & AcceptOptions & { readonly rules?: string },
): Holders {
  const { values, layers } = applied;
  const rules = options.rules ?? values.rules;
  return {
    files: [
      sideFileOf(contract),
      ...layers.flatMap(({ file }) => [file, ...locksOf(file)]),
      ...missingConfigs(contract, applied, options),
    ],
    // A pack takes its words from the lexicon beside it.
    folders: rules === undefined ? [] : [rules, join(rules, '..', 'lexicon')],
    waivers: options.audit ? undefined : values.waivers,
    baseline: options.audit ? undefined : (options.baseline ?? values.baseline),
  };
}

/** Where a nearer configuration would be: one that was taken away held for the contract until then. */
function missingConfigs(contract: string, { layers }: Applied, { config }: ConfigOptions): string[] {
  if (config !== undefined) return [];
  const found = layers.findLast(({ files }) => files === null)?.file;
  const nearest = upwards(dirname(resolve(contract))).map((folder) => join(folder, configName));
  return found === undefined ? nearest : nearest.slice(0, nearest.indexOf(found) + 1);
}

const lockNames = [
  'package.json',
  'package-lock.json',
  'npm-shrinkwrap.json',
  'yarn.lock',
  'pnpm-lock.yaml',
  'bun.lock',
];

/** What pins the version of an installed file, which git itself seldom has. */
function locksOf(file: string): string[] {
  const at = file.indexOf(`${sep}node_modules${sep}`);
  return at === -1 ? [] : lockNames.map((name) => join(file.slice(0, at), name));
}
