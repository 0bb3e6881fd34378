import { chmod, readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inProcess, type RunSettings } from '../../src/audit/audit.ts';
import { cached } from '../../src/audit/cache.ts';
import { plainly } from '../../src/extract/index.ts';
import { compileReady, loadReady } from '../../src/ready.ts';
import { folderOf } from '../load/folders.ts';

const pack = await loadReady('rules/ct');
const compiled = compileReady(pack);
const settings: RunSettings = { profile: 'policy', asOf: '2026-01-01', facts: {}, reading: plainly, timeout: 60_000 };
const source = { path: 'a.md', bytes: new TextEncoder().encode('# Order\n\nThe Vendor may sell Student Data.\n') };

async function counted(folder: string) {
  let asked = 0;
  const inside = inProcess(() => compiled);
  const examiner = await cached(
    (...order) => {
      asked += 1;
      return inside(...order);
    },
    folder,
    pack,
  );
  return { examiner, asked: () => asked };
}

async function entries(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter((file) => /json|tmp/.test(file)).map((file) => join(folder, file));
}

test('what was found once is not looked for again, and is the same', async () => {
  const folder = await folderOf({});
  const { examiner, asked } = await counted(folder);
  const first = await examiner(source, settings);
  const again = await (await counted(folder)).examiner({ ...source, path: 'b/other.md' }, settings);
  expect(asked()).toBe(1);
  expect({ ...again, text: { ...again.text, path: 'a.md' } }).toEqual(JSON.parse(JSON.stringify(first)));
  const [file = ''] = await entries(folder);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

test('other bytes, another way of reading and another name for text are looked at', async () => {
  const { examiner, asked } = await counted(await folderOf({}));
  await examiner(source, settings);
  await examiner({ ...source, bytes: new TextEncoder().encode('# Order\n\nNone.\n') }, settings);
  await examiner({ ...source, path: 'a.txt' }, settings);
  await examiner(source, { ...settings, reading: { ...plainly, revisions: 'original' } });
  await examiner(source, { ...settings, selfCheck: true });
  await examiner(source, { ...settings, asOf: '2027-01-01', profile: 'statute' });
  expect(asked()).toBe(5);
});

test.each<[string, (text: string) => string]>([
  ['torn', (text) => text.slice(0, text.length / 2)],
  ['empty', () => ''],
  ['changed', (text) => text.replace('"missing"', '"present"')],
  ['no JSON', () => 'a\nb'],
])('an entry that is %s is looked at anew, and written anew', async (_, change) => {
  const folder = await folderOf({});
  const { examiner, asked } = await counted(folder);
  const good = await examiner(source, settings);
  const [file = ''] = await entries(folder);
  const text = await readFile(file, 'utf8');
  await writeFile(file, change(text));
  expect(await examiner(source, settings)).toEqual(good);
  expect(asked()).toBe(2);
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('many runs at once leave one whole entry', async () => {
  const folder = await folderOf({});
  const runs = await Promise.all(Array.from({ length: 8 }, () => counted(folder)));
  await Promise.all(runs.map(({ examiner }) => examiner(source, settings)));
  const last = await counted(folder);
  await last.examiner(source, settings);
  expect([last.asked(), (await entries(folder)).length]).toEqual([0, 1]);
});

test('the words of a locked file are not kept, and a folder that cannot be written stops nothing', async () => {
  const folder = await folderOf({});
  const { examiner } = await counted(folder);
  await examiner(source, { ...settings, reading: { ...plainly, passwords: ['x'] } });
  expect(await entries(folder)).toEqual([]);
  await writeFile(join(folder, 'file'), '');
  await chmod(join(folder, 'file'), 0o400);
  const closed = await counted(join(folder, 'file/inside'));
  expect((await closed.examiner(source, settings)).findings).toHaveLength(pack.rules.length);
});

test('only entries of the cache are ever taken out, and only old ones', async () => {
  const key = `ab${'0'.repeat(62)}`;
  const entries = [`ab/${key}.json`, `ab/${key}.json.0123456789ab.tmp`];
  const others = [
    'package.json',
    'a.tmp',
    'ab/notes.json',
    'cd/deep/x.json',
    `cd/${key}.json`,
    `${key}.json`,
    `own/${key}.json`,
  ];
  const young = `ab/${key.replace(/0$/, '1')}.json`;
  const names = [...entries, ...others, young];
  const folder = await folderOf({ swept: 'mine', ...Object.fromEntries(names.map((name) => [name, '{}'])) });
  const old = new Date(Date.now() - 40 * 24 * 3600 * 1000);
  for (const name of ['swept', ...entries, ...others]) await utimes(join(folder, name), old, old);
  await counted(folder);
  const left = (await readdir(folder, { recursive: true })).filter((name) => names.includes(name));
  expect(left.toSorted()).toEqual([...others, young].toSorted());
  expect(await readFile(join(folder, 'swept'), 'utf8')).toBe('mine');
  expect(Date.now() - (await stat(join(folder, 'swept'))).mtimeMs).toBeLessThan(60_000);
});
