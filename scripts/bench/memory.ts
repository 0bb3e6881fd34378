import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from '../../src/extract/index.ts';
import { type Taken, taken } from './run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const few = 100;

/**
 * What a run of very many contracts takes beside one of a hundred, with the cache and without. The parent is the thread
 * that hands out contracts and writes reports, its garbage left out; the whole is the process with its threads and what
 * they have not yet collected.
 */
export async function* memory(many: number, place: string): AsyncGenerator<string[]> {
  const text = await contractText();
  for (const count of [few, many]) {
    const folder = join(place, String(count));
    await mkdir(folder);
    for (let copy = 0; copy < count; copy += 1) {
      await writeFile(join(folder, `${String(copy).padStart(5, '0')}.md`), `${text}\nOrder ${copy} of ${count}.\n`);
    }
  }
  const cache = ['--cache-dir', join(place, 'memory-cache')];
  const compared = async (name: string, words: readonly string[]) => {
    const [small, large] = [await peak(place, few, words), await peak(place, many, words)];
    return [told(name, small, large)];
  };
  yield ['', `${few} and ${many} contracts, 2 threads, ndjson; peaks in megabytes (wanted of the parent: ≤ 1.30 ×)`];
  yield await compared('no cache', ['--no-cache']);
  yield await compared('filling the cache', cache);
  yield await compared('out of the cache', cache);
  yield await compared('central waivers and a baseline', [...cache, '--config', await configuration(place, cache)]);
}

async function contractText(): Promise<string> {
  const path = join(root, 'fixtures/void/lakeview-storygrove.pdf');
  return (await extract({ path, bytes: await readFile(path) })).value.replaceAll('\n', '\n\n');
}

async function configuration(place: string, cache: readonly string[]): Promise<string> {
  const waiver = `rule: ferpa\n    reason: Amended soon.\n    approver: D. Ellison\n    expires: 2099-01-01`;
  await writeFile(join(place, 'waivers.yml'), `waivers:\n  - contract: "*.md"\n    ${waiver}\n`);
  await peak(place, few, cache, ['baseline', '--baseline', join(place, 'known.json')]);
  const file = join(place, 'dpa.yml');
  await writeFile(file, 'waivers: ./waivers.yml\nbaseline: ./known.json\n');
  return file;
}

function told(name: string, small: Taken, large: Taken): string {
  // A run may end before anybody looks how much it takes.
  const ratio = (of: 'main' | 'whole') =>
    small[of] < 1
      ? `not seen → ${large[of].toFixed(0)}`
      : `${small[of].toFixed(0)} → ${large[of].toFixed(0)} (${(large[of] / small[of]).toFixed(2)} ×)`;
  return `${name.padEnd(32)}parent ${ratio('main').padEnd(22)} whole ${ratio('whole').padEnd(24)} ${large.clock.toFixed(0)} s`;
}

async function peak(
  place: string,
  count: number,
  words: readonly string[],
  command: readonly string[] = ['-f', 'ndjson=/dev/null'],
): Promise<Taken> {
  const folder = join(place, String(count));
  const argv = [join(root, 'bin/dpa-lint.js'), ...command, folder, '--jobs', '2', '--as-of', '2026-01-01', ...words];
  return taken(place, argv, true);
}
