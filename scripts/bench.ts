// npm run bench: how long things take beside each other, in one run on one machine. Figures, nothing asserted: another
// machine has others, and the ratios are what lasts.
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { auditFor, lintEach, type Pending } from '../src/audit/index.ts';
import { extract } from '../src/extract/index.ts';
import { loadPack } from '../src/load/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'rules/ct');
const copies = Number(process.argv[2] ?? 30);
const rounds = 3;
const reading = { passwords: [], revisions: 'accepted', ocr: 'off' } as const;
const pack = await loadPack(folder);
const settings = { profile: pack.defaultProfile, asOf: '2026-01-01', facts: {}, reading, timeout: 600_000 };
const bases = ['itself', 'bare extraction', 'bare extraction', '1 thread', '1 thread, no cache', 'filling the cache'];
const place = await mkdtemp(join(tmpdir(), 'dpa-lint-bench-'));

try {
  const contracts = await contractsIn(join(place, 'contracts'));
  await extractAll(contracts.slice(0, 2));
  const cache = join(place, 'cache');
  const best = new Map<string, number>();
  const time = async (name: string, work: () => Promise<void>) => {
    const begun = performance.now();
    await work();
    best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, performance.now() - begun));
  };
  // In turns, and the best of each: what else the machine does must not fall on one of them alone.
  for (let round = 0; round < rounds; round += 1) {
    await rm(cache, { recursive: true, force: true });
    await time('bare extraction', () => extractAll(contracts));
    await time('lint, no thread of its own', () => lintAll(contracts, undefined, null));
    await time('lint, 1 thread', () => lintAll(contracts, 1, null));
    await time('lint, 2 threads', () => lintAll(contracts, 2, null));
    await time('lint, 1 thread, filling the cache', () => lintAll(contracts, 1, cache));
    await time('lint, 1 thread, out of the cache', () => lintAll(contracts, 1, cache));
  }
  print(contracts.length, [...best]);
} finally {
  await rm(place, { recursive: true });
}

async function contractsIn(target: string): Promise<Pending[]> {
  await mkdir(target);
  const found = await Promise.all(
    ['valid', 'void'].map(async (kind) => {
      const names = await readdir(join(root, 'fixtures', kind));
      return names.filter((name) => /\.(?:pdf|docx)$/.test(name)).map((name) => join(root, 'fixtures', kind, name));
    }),
  );
  const files: string[] = [];
  for (const file of found.flat()) {
    for (let copy = 0; copy < copies; copy += 1) {
      files.push(join(target, `${basename(file, extname(file))}-${copy}${extname(file)}`));
      await copyFile(file, files.at(-1) ?? '');
    }
  }
  return files.map((path) => ({ path, facts: {}, open: async () => ({ path, bytes: await readFile(path) }) }));
}

async function extractAll(contracts: readonly Pending[]): Promise<void> {
  for (const contract of contracts) await extract(await contract.open(), reading);
}

/** The cache would take copies of a file for the file itself, so without one they are all read. */
async function lintAll(contracts: readonly Pending[], jobs: number | undefined, cache: string | null): Promise<void> {
  // A run of one contract, as far as the choice of threads goes, stays in this one.
  const count = jobs === undefined ? 1 : contracts.length;
  const audit = await auditFor({ pack, folder, contracts: count, jobs, cache });
  for await (const { verdict, path } of lintEach(contracts, audit, settings)) {
    if (verdict.state === 'unreadable') throw new Error(`${path}: ${verdict.reasons.join(' ')}`);
  }
  await audit.close();
}

function print(count: number, rows: readonly [string, number][]): void {
  const [base = 1, , one = 1, , filling = 1] = rows.map(([, milliseconds]) => milliseconds);
  const against = [base, base, base, one, one, filling];
  const lines = rows.map(([name, milliseconds], index) => {
    const ratio = milliseconds / (against[index] ?? milliseconds);
    return `${name.padEnd(36)} ${milliseconds.toFixed(0).padStart(8)} ms  ${ratio.toFixed(2).padStart(6)} × ${bases[index]}`;
  });
  const head = `${count} contracts, ${availableParallelism()} cores, Node ${process.version}; starting threads included`;
  process.stdout.write(`${[head, ...lines].join('\n')}\n`);
}
