#!/usr/bin/env node
import { existsSync, readdirSync, statSync } from 'node:fs';
import module from 'node:module';
import { setFlagsFromString } from 'node:v8';

module.enableCompileCache?.();
// A run is short and each thread compiles for itself: V8 would optimize functions sooner, and copy more of what they call
// into them, than that pays. Each version has its own names for it, and complains of another's.
const later = ['--invocation-count-for-turbofan=30000', '--invocation-count-for-maglev=4000'];
const seldom = ['--interrupt-budget=1000000', '--max-inlined-bytecode-size-cumulative=250'];
const patience = { 20: seldom, 22: later, 24: later };
for (const flag of patience[process.versions.node.split('.')[0]] ?? []) setFlagsFromString(flag);
// Nearly every pattern is used again and again: V8 would compile each twice, at first to something slower.
setFlagsFromString('--no-regexp-tier-up');

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
