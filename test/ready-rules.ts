import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { loadPack } from '../src/load/index.ts';
import { codeFolder } from '../src/package.ts';
import { readyFile } from '../src/ready.ts';

/**
 * Reads and compiles the rules once for the whole run, and not once for each command that a test runs; that the outcome
 * is the same as from the YAML is what `ready.test.ts` shows. The command is built where its sources have changed since:
 * from sources it starts three seconds later, and the tests start it a hundred times.
 */
export async function setup(): Promise<() => Promise<void>> {
  const { name, text } = readyFile(await loadPack('rules/ct'));
  await writeFile(`${codeFolder}${name}`, text);
  const built = `dist/${name}`;
  if (!existsSync(built) || statSync(built).mtimeMs < lastChange('src'))
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { stdio: 'inherit' });
  return () => rm(`${codeFolder}${name}`, { force: true });
}

function lastChange(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  return Math.max(...files.map((file) => statSync(`${folder}/${file}`).mtimeMs));
}
