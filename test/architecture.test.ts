import { readdir, readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { expect, test } from 'vitest';

// Data flows one way because stages cannot see each other: a stage imports itself and what all share.
const shared = ['types.ts', 'errors.ts', 'clause-mark.ts', 'prevailing.ts'];
const stages = ['extract', 'parse', 'match', 'judge', 'load', 'format', 'language', 'accept'];
const mayReadLanguage = ['parse', 'match'];
const mayTouchDisk = ['cli.ts', 'package.ts', 'ready.ts', 'commands', 'load', 'audit'];

const files = (await readdir('src', { recursive: true }))
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts'));
const code = new Map(
  await Promise.all(files.map(async (file) => [file, await readFile(`src/${file}`, 'utf8')] as const)),
);

test.each(files.filter((file) => stages.includes(top(file))))('%s imports no other stage', (file) => {
  const allowed = mayReadLanguage.includes(top(file)) ? [...shared, 'language'] : shared;
  const foreign = imports(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(posix.dirname(file), specifier))
    .filter((target) => top(target) !== top(file) && !allowed.includes(top(target)));
  expect(foreign).toEqual([]);
});

test('only those that may touch the disk do', () => {
  expect(
    files.filter(
      (file) => imports(file).some((name) => name.startsWith('node:fs')) && !mayTouchDisk.includes(top(file)),
    ),
  ).toEqual([]);
});

test('nothing asks the network', () => {
  const network = /^node:(http|https|http2|net|tls|dgram|dns)$/;
  expect(
    files.filter((file) => imports(file).some((name) => network.test(name)) || /\bfetch\(/.test(code.get(file) ?? '')),
  ).toEqual([]);
});

test('nothing imports the root of natural, which loads databases', () => {
  expect(files.filter((file) => imports(file).includes('natural'))).toEqual([]);
});

test('the law is data: no source names a section of it, nor an act but in an example', () => {
  const named = files.filter((file) => /10-234/.test(code.get(file) ?? '') || /ferpa|coppa/i.test(uncommented(file)));
  expect(named).toEqual([]);
});

function uncommented(file: string): string {
  return (code.get(file) ?? '').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function top(file: string): string {
  return file.split('/')[0] ?? file;
}

function imports(file: string): string[] {
  return [...(code.get(file) ?? '').matchAll(/(?:from|import) *\(?\s*'([^']+)'/g)].map(
    ([, specifier = '']) => specifier,
  );
}
