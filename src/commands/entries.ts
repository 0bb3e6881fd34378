import { dirname, resolve } from 'node:path';
import { fitting } from './central-waivers.ts';

/** A test for contracts. */
export type Concerns = (contract: string) => boolean;

/** What a file said, and what it says. */
export type Texts = readonly [before: string, now: string];

/** A test for the contracts for which a central file of waivers has other entries than it had. */
export async function waiversFor(file: string, texts: Texts): Promise<Concerns> {
  const { parseEntries } = await import('../load/waivers.ts');
  const changed = inOneOnly(texts.map((text) => parseEntries(file, text)));
  const folder = dirname(resolve(file));
  const tests = changed.flatMap(({ contract }) => contract.map((pattern) => fitting(folder, pattern)));
  return (contract) => tests.some((fits) => fits(resolve(contract)));
}

/** A test for the contracts of which a baseline knows other findings than it knew. */
export async function findingsFor(file: string, texts: Texts): Promise<Concerns> {
  const { parseBaseline } = await import('../load/baseline.ts');
  const changed = inOneOnly(texts.map((text) => parseBaseline(file, text)));
  const paths = new Set(changed.map(({ path }) => resolve(dirname(file), path)));
  return (contract) => paths.has(resolve(contract));
}

function inOneOnly<Entry>(lists: readonly (readonly Entry[])[]): Entry[] {
  const known = lists.map((entries) => new Set(entries.map((entry) => JSON.stringify(entry))));
  return lists.flat().filter((entry) => !known.every((entries) => entries.has(JSON.stringify(entry))));
}
