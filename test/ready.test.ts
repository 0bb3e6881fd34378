import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { plainly } from '../src/extract/index.ts';
import { lint } from '../src/lint.ts';
import { loadPack, toStored as packToStored } from '../src/load/index.ts';
import { compile, fromStored, toStored as patternsToStored } from '../src/match/index.ts';
import { readyFile } from '../src/ready.ts';
import type { Pack } from '../src/types.ts';

const pack = await loadPack('rules/ct');
const compiled = compile(pack);
const text = patternsToStored(compiled);
const again = await loadPack('rules/ct', () => packToStored(pack));

test('a pack that the build has kept is the pack that the files tell', () => {
  expect(again).toEqual(pack);
});

test.each([
  'fixtures/void/lakeview-storygrove.pdf',
  'fixtures/valid/lakeview-storygrove.docx',
])('patterns that the build has kept find in %s what those find that are compiled now', async (path) => {
  const source = { path, bytes: await readFile(path) };
  const settings = { profile: pack.defaultProfile, asOf: '2026-01-01', facts: {}, reading: plainly };
  const kept = fromStored(text, again);
  expect(await lint(source, kept, settings)).toEqual(await lint(source, compiled, settings));
});

test('what is kept is asked for by what the files say, so that nobody gets the rules of others', async () => {
  const asked: string[] = [];
  const read = await loadPack('rules/ct', (hash) => {
    asked.push(hash);
    return null;
  });
  expect(asked).toEqual([read.hash]);
  expect(readyFile({ ...pack, hash: 'f00' } as Pack).name).toBe('rules-f00.json');
});
