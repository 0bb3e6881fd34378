import { UsageError } from '../errors.ts';
import type { Pack } from '../types.ts';
import { exampleFiles, packFiles } from './files.ts';
import type { Path } from './problem.ts';
import { fromStored } from './stored.ts';

export { toStored } from './stored.ts';

// What reads YAML is imported when there is YAML to read: most runs find the rules ready.

/** What the examples beside a rule say it should find. */
export interface Examples {
  /** With the pack: `ct/ownership`. */
  readonly rule: string;
  readonly file: string;
  readonly satisfies: readonly Example[];
  readonly partly: readonly Example[];
  readonly misses: readonly Example[];
  readonly conflicts: readonly Example[];
  readonly harmless: readonly Example[];
}

export interface Example {
  readonly text: string;
  /** Why it is what it is; '' where that is plain. */
  readonly why: string;
}

/**
 * Reads a rule pack and its lexicon; `ready` may give what the build has made of the very same files, by their hash.
 * One error tells all that is wrong; a pack with no rules is refused.
 */
export async function loadPack(directory: string, ready: (hash: string) => string | null = () => null): Promise<Pack> {
  const files = packFiles(directory);
  const stored = ready(files.hash);
  if (stored !== null) return fromStored(stored, files);
  if (!files.files.some(({ name }) => name.endsWith('/pack.yml')))
    throw new UsageError(`${directory}: no pack.yml there, so it is no rule pack`);
  const { readPack } = await import('./written.ts');
  return readPack(files);
}

/** Reads the examples beside the rules; that a rule has none is for `rules test` to tell. */
export async function loadExamples(directory: string): Promise<Examples[]> {
  const { readExamples } = await import('./written.ts');
  return readExamples(directory, exampleFiles(directory));
}

/** `rules/ct/ownership.yml:12:9`, for what is found wrong only later, such as a pattern that does not parse. */
export async function locate(file: string, path: Path): Promise<string> {
  const { placeIn } = await import('./written.ts');
  return placeIn(file, path);
}
