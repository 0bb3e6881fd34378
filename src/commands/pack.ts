import { UsageError } from '../errors.ts';
import { didYouMean } from '../load/suggest.ts';
import { loadReady } from '../ready.ts';
import type { Pack, Profile, Rule } from '../types.ts';
import { packFolder } from './rules-folder.ts';

/** The same with the folder that it lies in. */
export async function placedPack(
  folder: string | undefined,
): Promise<{ readonly pack: Pack; readonly folder: string }> {
  const found = await packFolder(folder);
  return { pack: await loadReady(found), folder: found };
}

/** Loads the pack that `--rules` names, or the one that comes with the package. */
export async function packOf(options: { readonly rules?: string | undefined }): Promise<Pack> {
  return loadReady(await packFolder(options.rules));
}

/** The profile by its name. Throws `UsageError` where the pack has none of that name. */
export function profileOf(pack: Pack, name: string = pack.defaultProfile): Profile {
  if (pack.profiles.includes(name)) return name;
  throw new UsageError(unknown('--profile', name, pack.profiles));
}

/** The rule by its id, with or without the pack's. Throws `UsageError` where there is none. */
export function ruleOf(pack: Pack, name: string): Rule {
  const found = pack.rules.find(({ id }) => id === name || id === `${pack.id}/${name}`);
  if (found !== undefined) return found;
  const names = pack.rules.map(({ id }) => (name.includes('/') ? id : id.slice(id.indexOf('/') + 1)));
  throw new UsageError(`no rule "${name}"${didYouMean(name, names) || `; the rules are ${names.join(', ')}`}`);
}

/** A wrong word for an option, with the right ones. */
export function unknown(option: string, word: string, words: readonly string[]): string {
  return `${option} ${word}: choose one of ${words.join(', ')}${didYouMean(word, words)}`;
}
