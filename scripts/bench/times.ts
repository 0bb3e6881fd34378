import { rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { median, type Taken, taken } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const runs = ['extraction alone', '1 thread', '2 threads', 'filling the cache', 'out of the cache'] as const;
type Run = (typeof runs)[number];

/** Which run is held against which, and what is wanted of it. */
const ratios: readonly { readonly of: Run; readonly to: Run; readonly wanted: string }[] = [
  { of: '1 thread', to: 'extraction alone', wanted: '≤ 1.25' },
  { of: '2 threads', to: 'extraction alone', wanted: '' },
  { of: '1 thread', to: '2 threads', wanted: '≥ 1.70 by the clock' },
  { of: 'out of the cache', to: 'filling the cache', wanted: '≤ 0.07' },
];

/** Every run once a round, so that what else the machine does falls on all; then the median of the rounds. */
export async function times(files: readonly string[], rounds: number, place: string): Promise<string[]> {
  const alone = join(root, 'dist/extract-alone.js');
  try {
    await bundle(alone);
    const list = join(place, 'list');
    await writeFile(list, files.join('\n'));
    const told = new Map<Run, Taken[]>(runs.map((run) => [run, []]));
    for (let round = 0; round < rounds; round += 1) {
      await rm(join(place, 'cache'), { recursive: true, force: true });
      for (const run of runs) told.get(run)?.push(await taken(place, argvOf(run, { alone, list, place })));
    }
    return lines(told, files.length, rounds);
  } finally {
    await rm(alone, { force: true });
  }
}

/** Beside the built command, where it finds the same packages. */
async function bundle(file: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/bench/extract-alone.ts'],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    packages: 'external',
  });
}

function argvOf(run: Run, { alone, list, place }: Readonly<Record<'alone' | 'list' | 'place', string>>): string[] {
  if (run === 'extraction alone') return [alone, list];
  const cache = run.includes('cache') ? ['--cache-dir', join(place, 'cache')] : ['--no-cache'];
  const settings = ['--no-config', '--ocr', 'off', '--as-of', '2026-01-01', '--quiet', '-f', 'ndjson=/dev/null'];
  const jobs = run === '2 threads' ? '2' : '1';
  return [join(root, 'bin/dpa-lint.js'), join(place, 'contracts'), '--jobs', jobs, ...cache, ...settings];
}

function lines(told: ReadonlyMap<Run, readonly Taken[]>, count: number, rounds: number): string[] {
  const of = (run: Run, key: 'clock' | 'processor') => (told.get(run) ?? []).map((one) => one[key]);
  const row = (name: string, cells: readonly string[], end = '') =>
    `${name.padEnd(40)}${cells.map((cell) => cell.padStart(12)).join('')}  ${end}`.trimEnd();
  const seconds = (run: Run, key: 'clock' | 'processor') => `${median(of(run, key)).toFixed(2)} s`;
  const ratio = (a: Run, b: Run, key: 'clock' | 'processor') =>
    median(of(a, key).map((value, round) => value / (of(b, key)[round] ?? value))).toFixed(2);
  const load = loadavg()[0]?.toFixed(1);
  return [
    `${count} contracts, ${availableParallelism()} cores (load ${load}), Node ${process.version}; medians of ${rounds} rounds`,
    '',
    row('', ['clock', 'processor']),
    ...runs.map((run) => row(run, [seconds(run, 'clock'), seconds(run, 'processor')])),
    '',
    row('medians of the ratios of a round', ['clock', 'processor'], 'wanted'),
    ...ratios.map((one) =>
      row(
        `${one.of} / ${one.to}`,
        (['clock', 'processor'] as const).map((key) => ratio(one.of, one.to, key)),
        one.wanted,
      ),
    ),
  ];
}
