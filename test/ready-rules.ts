import { rm, writeFile } from 'node:fs/promises';
import { loadPack } from '../src/load/index.ts';
import { codeFolder } from '../src/package.ts';
import { readyFile } from '../src/ready.ts';

/**
 * Reads and compiles the rules once for the whole run, as the build does, and not once for each command that a test
 * runs. That the outcome is the same as from the YAML is what `ready.test.ts` shows.
 */
export async function setup(): Promise<() => Promise<void>> {
  const { name, text } = readyFile(await loadPack('rules/ct'));
  await writeFile(`${codeFolder}${name}`, text);
  return () => rm(`${codeFolder}${name}`, { force: true });
}
