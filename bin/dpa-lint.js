#!/usr/bin/env node
import { existsSync, readdirSync, statSync } from 'node:fs';
import module from 'node:module';

module.enableCompileCache?.();

const built = new URL('../dist/cli.js', import.meta.url);
const sources = new URL('../src/', import.meta.url);

const { main } = await load();
// A reader that has seen enough ("| head") ends the run as it ends any other program; what was cut short is no pass.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') process.stderr.write(`dpa-lint: the report cannot be written (${error.message})\n`);
  process.exit(error.code === 'EPIPE' ? 141 : 3);
});
process.stderr.on('error', () => {});
const { stdin, stdout, stderr, env } = process;
process.exit(await main(process.argv.slice(2), { stdin, stdout, stderr, env }));

/** The built command; in a checkout the sources themselves, where nothing was built since they changed. */
async function load() {
  if (isFresh()) return import(built.href);
  try {
    const { register } = await import('tsx/esm/api');
    register();
  } catch {
    process.stderr.write('dpa-lint: not built yet; run "npm ci && npm run build" first\n');
    process.exit(2);
  }
  return import(new URL('cli.ts', sources).href);
}

function isFresh() {
  if (!existsSync(built)) return false;
  if (!existsSync(sources)) return true;
  const files = readdirSync(sources, { recursive: true }).filter((file) => file.endsWith('.ts'));
  return statSync(built).mtimeMs >= Math.max(...files.map((file) => statSync(new URL(file, sources)).mtimeMs));
}
