import { spawnSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const probe = fileURLToPath(new URL('probe.js', import.meta.url));

/** What a run took: seconds by the clock, seconds of processors, and megabytes where they were asked for. */
export interface Taken {
  readonly clock: number;
  readonly processor: number;
  readonly main: number;
  readonly whole: number;
}

/** Runs a program as people do, in a process of its own, so that none finds its code warmed up by another. */
export async function taken(place: string, argv: readonly string[], memory = false): Promise<Taken> {
  const file = join(place, 'probe.json');
  const env = { ...process.env, BENCH_PROBE: file, ...(memory ? { BENCH_MEMORY: '1' } : {}) };
  const begun = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--import', probe, ...argv], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const clock = (performance.now() - begun) / 1000;
  if (status !== 0 && status !== 1) throw new Error(`${argv.join(' ')}\n${stderr}`);
  const told = JSON.parse(await readFile(file, 'utf8'));
  await rm(file);
  return { clock, ...told };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  return (low + high) / 2;
}
