import { dirname, relative, resolve } from 'node:path';
import type { ConfigValues, Layer } from '../load/config.ts';
import { findConfig } from '../load/find-config.ts';
import { lawLimit } from '../load/limits.ts';
import { type Problem, refuse } from '../load/problem.ts';
import { didYouMean } from '../load/suggest.ts';
import type { Pack, Rule } from '../types.ts';
import { matcher } from './glob.ts';
import { isFolder } from './kinds.ts';
import { excluder } from './paths.ts';

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
  const applied = new Map<string, Applied>();
  const none = appliedFrom([]);
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
    if (file === null) return none;
    const all = await once(loaded, file, async () => {
      const { loadConfig } = await import('../load/config.ts');
      return loadConfig(file, shown(file));
    });
    const which = all.map((layer) => holdsFor(layer, contract));
    // One object for all contracts of which the same holds, so that thousands take no more memory than one.
    const key = `${file}\n${which.join()}`;
    const known = applied.get(key) ?? appliedFrom(all.filter((_, index) => which[index]));
    applied.set(key, known);
    return known;
  };
}

function appliedFrom(layers: readonly Layer[]): Applied {
  return { values: layers.map(({ values }) => values).reduce(over, {}), layers };
}

/** Keys that hold a map, of which each entry goes before the same entry of an earlier layer. */
export const mapKeys = ['parties', 'severity', 'limits'] as const;

function over(earlier: ConfigValues, later: ConfigValues): ConfigValues {
  const maps = mapKeys.filter((key) => earlier[key] !== undefined && later[key] !== undefined);
  const joined = Object.fromEntries(maps.map((key) => [key, { ...earlier[key], ...later[key] }]));
  return { ...earlier, ...later, ...joined };
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
export async function isExcluded({ layers }: Applied, contract: string): Promise<boolean> {
  const layer = layers.findLast(({ values }) => values.exclude !== undefined);
  if (layer === undefined) return false;
  // A folder that may not be read stands for what is in it: with a slash, what takes all of that takes the folder.
  const slash = (await isFolder(contract)) ? '/' : '';
  return excluder(layer.values.exclude ?? [])(`${relative(layer.folder, resolve(contract))}${slash}`);
}

/** Profiles and rules that the pack does not know: a slip there would change the verdict in silence. */
export function refuseStrangers(applied: readonly Applied[], pack: Pack): void {
  const layers = [...new Set(applied.flatMap((one) => one.layers))];
  const problems = [
    ...layers.flatMap((layer) => strangersIn(layer, pack)),
    ...[...new Set(applied.filter(isStrict).flatMap((one) => one.layers))].flatMap((layer) => weakerIn(layer, pack)),
  ];
  if (problems.length > 0) refuse(problems);
}

function strangersIn({ values, problem }: Layer, pack: Pack): Problem[] {
  const { profile, severity = {}, limits = {} } = values;
  const unknownRule = (name: string) => unknownWord('rule', name, namesOf(name, pack));
  return [
    ...(profile === undefined || pack.profiles.includes(profile)
      ? []
      : [problem(['profile'], unknownWord('profile', profile, pack.profiles))]),
    ...(['only', 'skip'] as const).flatMap((key) =>
      (values[key] ?? []).flatMap((name, index) =>
        idOf(name, pack) === null ? [problem([key, index], unknownRule(name))] : [],
      ),
    ),
    ...Object.keys(severity).flatMap((name) =>
      idOf(name, pack) === null ? [problem(['severity', name], unknownRule(name))] : [],
    ),
    ...Object.entries(limits).flatMap(([name, days]) => {
      const rule = pack.rules.find(({ id }) => id === idOf(name, pack));
      const told = rule === undefined ? unknownRule(name) : notALimit(rule, days);
      return told === null ? [] : [problem(['limits', name], told)];
    }),
  ];
}

function notALimit(rule: Rule, days: number): string | null {
  const law = lawLimit(rule);
  if (law === null) return `"${rule.id}" asks for no limit of days`;
  if (days < law) return null;
  return `${days} days are no stricter than the ${law} of the law, and nobody can allow more; a waiver accepts one clause`;
}

function isStrict({ values }: Applied): boolean {
  return values['allow-weaker'] !== true;
}

/** What the law asks for is not taken lightly by a slip of the pen. */
function weakerIn({ values, problem }: Layer, pack: Pack): Problem[] {
  return Object.entries(values.severity ?? {}).flatMap(([name, severity]) => {
    const rule = pack.rules.find(({ id }) => id === idOf(name, pack));
    if (rule === undefined || rule.kind === 'advice' || severity === 'error' || severity === 'off') return [];
    const told = `the law asks for "${name}"; to take its lack for a ${severity}, write "allow-weaker: true" too (the verdict stays)`;
    return [problem(['severity', name], told)];
  });
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
