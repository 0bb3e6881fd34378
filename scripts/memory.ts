// npm run memory: what a run of very many contracts takes beside one of a hundred, with the cache and without. The
// parent is the thread that hands out contracts and writes reports, its garbage left out; the whole is the process with
// its threads and what they have not yet collected.
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from '../src/extract/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const [few, many] = [100, Number(process.argv[2] ?? 5000)];
const place = await mkdtemp(join(tmpdir(), 'dpa-lint-memory-'));

interface Peak {
  readonly main: number;
  readonly whole: number;
  readonly seconds: number;
}

try {
  const text = await contractText();
  for (const count of [few, many]) {
    const folder = join(place, String(count));
    await mkdir(folder);
    for (let copy = 0; copy < count; copy += 1) {
      await writeFile(join(folder, `${String(copy).padStart(5, '0')}.md`), `${text}\nOrder ${copy} of ${count}.\n`);
    }
  }
  process.stdout.write(`${few} and ${many} contracts, 2 threads, ndjson; peaks in megabytes\n`);
  const cache = ['--cache-dir', join(place, 'cache')];
  await compare('no cache', ['--no-cache']);
  await compare('filling the cache', cache);
  await compare('out of the cache', cache);
  await compare('central waivers and a baseline', [...cache, '--config', await configuration()]);
} finally {
  await rm(place, { recursive: true });
}

async function contractText(): Promise<string> {
  const path = join(root, 'fixtures/void/lakeview-storygrove.pdf');
  const reading = { passwords: [], revisions: 'accepted', ocr: 'off' } as const;
  return (await extract({ path, bytes: await readFile(path) }, reading)).value.replaceAll('\n', '\n\n');
}

async function configuration(): Promise<string> {
  const waiver = `rule: ferpa\n    reason: Amended soon.\n    approver: D. Ellison\n    expires: 2099-01-01`;
  await writeFile(join(place, 'waivers.yml'), `waivers:\n  - contract: "*.md"\n    ${waiver}\n`);
  await writeFile(join(place, 'known.json'), await readFile(await baseline(), 'utf8'));
  const file = join(place, 'dpa.yml');
  await writeFile(file, 'waivers: ./waivers.yml\nbaseline: ./known.json\n');
  return file;
}

async function baseline(): Promise<string> {
  const file = join(place, 'known.json');
  await run(few, ['--cache-dir', join(place, 'cache')], ['baseline', '--baseline', file]);
  return file;
}

async function compare(name: string, words: readonly string[]): Promise<void> {
  const [small, large] = [await run(few, words), await run(many, words)];
  const ratio = (of: 'main' | 'whole') =>
    `${small[of].toFixed(0)} → ${large[of].toFixed(0)} (${(large[of] / small[of]).toFixed(2)} ×)`;
  const told = `parent ${ratio('main').padEnd(22)} whole ${ratio('whole').padEnd(24)} ${large.seconds.toFixed(0)} s`;
  process.stdout.write(`${name.padEnd(32)}${told}\n`);
}

async function run(count: number, words: readonly string[], command = ['-f', 'ndjson=/dev/null']): Promise<Peak> {
  const probe = join(place, 'probe.json');
  const begun = performance.now();
  const argv = [
    ...['--import', join(root, 'scripts/memory-probe.js'), join(root, 'bin/dpa-lint.js'), ...command],
    ...[join(place, String(count)), '--jobs', '2', '--as-of', '2026-01-01', ...words],
  ];
  const { status, stderr } = spawnSync(process.execPath, argv, {
    encoding: 'utf8',
    env: { ...process.env, DPA_LINT_PROBE: probe },
  });
  if (status !== 0 && status !== 1) throw new Error(stderr);
  const { main, whole } = JSON.parse(await readFile(probe, 'utf8'));
  return { main, whole, seconds: (performance.now() - begun) / 1000 };
}
