import * as v from 'valibot';
import { didYouMean } from './suggest.ts';

/** The reading of a value as written in a file, which may be anything, to what the program takes. */
export type Reading<Output> = v.GenericSchema<unknown, Output>;

/** Words, not none. */
export const text = v.pipe(v.string(), v.nonEmpty('expected some words, found an empty string'));
/** What somebody has to say: blanks are no words. */
export const words = v.pipe(text, v.regex(/\S/, 'expected some words, found blanks'));
/** A list of words, not none. */
export const texts = v.pipe(v.array(text), v.nonEmpty('expected at least one entry'));
/** A whole number. */
export const whole = v.pipe(v.number(), v.integer('expected a whole number'));
/** A name as rule files give it: `governing-law`. */
export const kebab = v.pipe(text, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected small letters, digits and hyphens'));

/** A day as `2018-07-01`. */
export const day = v.pipe(text, v.isoDate('expected a day as 2018-07-01'), v.check(isDay, 'no such day'));

function isDay(value: string): boolean {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** A map with these keys and no others; a wrong key is answered with the right ones. */
export function closed<const Entries extends v.ObjectEntries>(entries: Entries) {
  return v.strictObject(entries, ({ expected, received, path }) => {
    if (expected === 'Object') return `expected a map, found ${said(received)}`;
    if (expected === 'never') return unknownKeys(path?.at(-1)?.input, Object.keys(entries));
    return `missing key ${expected}`;
  });
}

// The library reports the first unknown key alone; people want all, each on a line of its own.
function unknownKeys(input: unknown, allowed: readonly string[]): string {
  const unknown = Object.keys(Object(input)).filter((key) => !allowed.includes(key));
  return unknown
    .map((key) => `unknown key ${JSON.stringify(key)}${didYouMean(key, allowed) || '.'} Allowed: ${allowed.join(', ')}`)
    .join('\n');
}

/** The unknown keys that an issue tells of, and what to say of each; none where it is about something else. */
export function unknownKeysOf({ expected, message }: v.BaseIssue<unknown>): { key: string; message: string }[] {
  if (expected !== 'never') return [];
  return message.split('\n').flatMap((line) => {
    const [, key] = /^unknown key ("(?:[^"\\]|\\.)*")/.exec(line) ?? [];
    return key === undefined ? [] : [{ key: String(JSON.parse(key)), message: line }];
  });
}

/** What is wrong, for issues that no schema above words itself. */
export function explain(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'picklist') {
    const known = choices(issue.expected ?? '');
    const word = String(issue.input);
    return `"${word}" is none of ${known.join(', ')}${didYouMean(word, known)}`;
  }
  return `expected ${expectations[issue.type] ?? issue.expected}, found ${said(issue.received)}`;
}

const expectations: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  record: 'a map',
};

function choices(expected: string): string[] {
  return [...expected.matchAll(/"([^"]*)"/g)].map(([, word = '']) => word);
}

function said(received: string): string {
  return { Object: 'a map', Array: 'a list', null: 'nothing', undefined: 'nothing' }[received] ?? received;
}

/** A value or a list of them, read as a list. The shape decides the schema, so that errors speak of the right one. */
export function oneOrMore<Item>(item: Reading<Item>): Reading<Item[]> {
  const list = v.pipe(v.array(item), v.nonEmpty('expected at least one entry'));
  const either = v.union([item, list]);
  const asWritten = v.lazy((input): Reading<Item | Item[]> => {
    if (input === undefined) return either;
    return Array.isArray(input) ? list : item;
  });
  return v.pipe(
    asWritten,
    v.transform((value) => (Array.isArray(value) ? value : [value])),
  );
}
