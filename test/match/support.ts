import { clauseContract } from '../../src/commands/clause-contract.ts';
import { extract } from '../../src/extract/index.ts';
import { openReader } from '../../src/match/index.ts';
import { Page } from '../../src/match/page.ts';
import { parse } from '../../src/parse/index.ts';
import { compileReady, loadReady } from '../../src/ready.ts';
import type { Contract, PlainText } from '../../src/types.ts';

export const pack = await loadReady(new URL('../../rules/ct', import.meta.url).pathname);
export const compiled = compileReady(pack);
export const { atoms } = compiled;

/** Words as they are read from a file. */
export function textOf(words: string): Promise<PlainText> {
  return extract({ path: 'c.md', bytes: new TextEncoder().encode(words) });
}

/** The contract that words are. */
export async function contractOf(words: string): Promise<Contract> {
  return parse(await textOf(words), pack.lexicon);
}

/** A clause of a contract between the Board and the Vendor, as the matcher reads it by patterns alone. */
export async function pageOf(clause: string): Promise<Page> {
  return new Page(openReader(await contractOf(clauseContract(clause)), atoms));
}
