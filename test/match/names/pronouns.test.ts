import { expect, test } from 'vitest';
import { words } from '../../../src/language/words.ts';
import { personAt, pronounsOf, subjectPronoun } from '../../../src/match/names/pronouns.ts';
import type { Role } from '../../../src/match/patterns/atoms.ts';

const persons = (text: string) => words(text).map((_, at, all) => personAt(all, at));

test.each([
  ['We keep your files', ['we', null, 'you', null]],
  ['I keep them', ['we', null, null]],
  ['Part I applies', [null, null, null]],
])('%s', (text, expected) => expect(persons(text)).toEqual(expected));

/** The words to which a reader of pronouns gives a role. */
function told(
  text: string,
  read: (all: ReturnType<typeof words>, roleAt: (Role | null)[], put: (role: Role, at: number) => void) => void,
) {
  const all = words(text);
  const found: string[] = [];
  read(
    all,
    all.map(() => null),
    (role, at) => found.push(`${role} ${all[at]?.text}`),
  );
  return found;
}

test.each([
  ['Vendor deletes them.', ['DATA them']],
  ['Its deletion is free.', ['DATA its']],
  ['Its staff and these terms are new.', []],
])('after a sentence on data, %s', (text, expected) => {
  expect(told(text, (all, roleAt, put) => pronounsOf(all, new Set<Role>(['DATA']), roleAt, put))).toEqual(expected);
  expect(told(text, (all, roleAt, put) => pronounsOf(all, new Set<Role>(), roleAt, put))).toEqual([]);
});

test.each([
  ['It shall return the files.', ['CONTRACTOR it']],
  ['Nor shall it keep them.', ['CONTRACTOR it']],
  ['It shall be returned.', []],
  ['Files are kept.', []],
])('after a sentence on Vendor, %s', (text, expected) => {
  expect(told(text, (all, roleAt, put) => subjectPronoun(all, 'CONTRACTOR', roleAt, put))).toEqual(expected);
});
