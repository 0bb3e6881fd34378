// Rules that the build has read and compiled: reading YAML takes longer than judging a contract.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack, toStored as packToStored } from './load/index.ts';
import { type CompiledPack, compile, fromStored, toStored as patternsToStored } from './match/index.ts';
import { codeFolder } from './package.ts';
import type { Pack } from './types.ts';

const patternsOf = new WeakMap<Pack, string>();

/** Reads a pack: as the build left it, where its files are still what the build read, else from the files themselves. */
export async function loadReady(folder: string): Promise<Pack> {
  let patterns: string | undefined;
  const pack = await loadPack(folder, (hash) => {
    const text = textOf(join(codeFolder, nameOf(hash)));
    if (text === null) return null;
    const end = text.indexOf('\n');
    patterns = text.slice(end + 1);
    return text.slice(0, end);
  });
  if (patterns !== undefined) patternsOf.set(pack, patterns);
  return pack;
}

/** Compiles a pack, or takes what the build has compiled of it. */
export function compileReady(pack: Pack): CompiledPack {
  const patterns = patternsOf.get(pack);
  return patterns === undefined ? compile(pack) : fromStored(patterns, pack);
}

/** What the build leaves beside the code: the pack, and on the next line its patterns. */
export function readyFile(pack: Pack): { readonly name: string; readonly text: string } {
  return { name: nameOf(pack.hash), text: inAscii(`${packToStored(pack)}\n${patternsToStored(compile(pack))}`) };
}

/** JSON without the few letters that would make all others take two bytes in memory, and longer to be read. */
function inAscii(json: string): string {
  return json.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Named by what the files say, so that it is never taken for the rules of others. */
function nameOf(hash: string): string {
  return `rules-${hash}.json`;
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return null;
  }
}
