// npm run bench [-- COPIES | FOLDER]: how long things take beside each other, in one run on one machine. Figures, nothing asserted: another
// machine has others, and the ratios are what lasts. Without a folder of contracts, copies of the fixtures are taken.
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { auditFor, lintEach, type Pending } from '../src/audit/index.ts';
import { extract } from '../src/extract/index.ts';
import { loadPack } from '../src/load/index.ts';
import type { Source } from '../src/types.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'rules/ct');
const [given = '30'] = process.argv.slice(2);
const rounds = 3;
const reading = { passwords: [], revisions: 'accepted', ocr: 'off' } as const;
const pack = await loadPack(folder);
const settings = { profile: pack.defaultProfile, asOf: '2026-01-01', facts: {}, reading, timeout: 600_000 };
const bases = ['itself', 'bare extraction', 'bare extraction', '1 thread', '1 thread, no cache', 'filling the cache'];
const place = await mkdtemp(join(tmpdir(), 'dpa-lint-bench-'));

try {
  const files = /^\d+$/.test(given) ? await copied(Number(given), join(place, 'contracts')) : await filesIn(given);
  const contracts = files.map((path): Pending => ({ path, facts: {}, open: () => opened(path) }));
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

async function opened(path: string): Promise<Source> {
  return { path, bytes: await readFile(path) };
}

/** The contracts of a folder that can be read without OCR. */
async function filesIn(target: string): Promise<string[]> {
  const names = (await readdir(target, { recursive: true })).filter(isContract).sort();
  const files = names.map((name) => join(target, name));
  const readable = await Promise.all(
    files.map(async (path) =>
      extract(await opened(path), reading).then(
        () => true,
        () => false,
      ),
    ),
  );
  return files.filter((_, index) => readable[index]);
}

function isContract(name: string): boolean {
  return /\.(?:pdf|docx)$/.test(name);
}

async function copied(copies: number, target: string): Promise<string[]> {
  await mkdir(target);
  const found = await Promise.all(
    ['valid', 'void'].map(async (kind) => {
      const names = await readdir(join(root, 'fixtures', kind));
      return names.filter(isContract).map((name) => join(root, 'fixtures', kind, name));
    }),
  );
  const files: string[] = [];
  for (const file of found.flat()) {
    for (let copy = 0; copy < copies; copy += 1) {
      files.push(join(target, `${basename(file, extname(file))}-${copy}${extname(file)}`));
      await copyFile(file, files.at(-1) ?? '');
    }
  }
  return files;
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
