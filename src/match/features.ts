import type { Quantity, Unit } from '../language/quantities.ts';
import { type Atoms, roles } from './atoms.ts';
import type { Reading } from './reading.ts';

/** Something a statement says, by which passages are weighed, and the word of it where it stands; -1 for what stands above it. */
export interface Feature {
  readonly key: string;
  readonly at: number;
}

/** The marks before a word: denied, left to choice, in the heading above, in the question that it answers. */
const marks = { denied: '!', may: '?', heading: '#', asked: '@' } as const;

/** Whether it is a word as it is denied or left to choice. */
export function isStanding(key: string): boolean {
  return key.startsWith(marks.denied) || key.startsWith(marks.may);
}

/**
 * What a statement says, each thing once: its words by their stems, a party or the data in place of its name, a length of
 * time in place of its number, neighbours in pairs, and the words of its heading and its question.
 */
export function featuresOf(
  reading: Reading,
  heading: Reading | null,
  asked: Reading | null,
  atoms: Atoms,
): readonly Feature[] {
  const found: Feature[] = [];
  const keys = new Set<string>();
  const add = (key: string, at: number): void => {
    if (keys.size < keys.add(key).size) found.push({ key, at });
  };
  let before = '';
  for (const { text, at } of tokensOf(reading, atoms)) {
    add(text, at);
    const standing = reading.standing[at];
    if (standing?.denied) add(marks.denied + text, at);
    if (standing?.mood === 'may') add(marks.may + text, at);
    if (before !== '') add(`${before} ${text}`, at);
    before = text;
  }
  // The marks keep these apart from what the statement says itself.
  if (heading) found.push(...above(heading, 'heading', atoms));
  if (asked) found.push(...above(asked, 'asked', atoms));
  return found;
}

const known = {
  heading: new WeakMap<Reading, readonly Feature[]>(),
  asked: new WeakMap<Reading, readonly Feature[]>(),
};

/** The words of a heading or a question, once for all that stands below. */
function above(reading: Reading, kind: keyof typeof known, atoms: Atoms): readonly Feature[] {
  let found = known[kind].get(reading);
  if (!found) {
    const keys = new Set(tokensOf(reading, atoms).map(({ text }) => marks[kind] + text));
    found = [...keys].map((key) => ({ key, at: -1 }));
    known[kind].set(reading, found);
  }
  return found;
}

function tokensOf(reading: Reading, atoms: Atoms): { readonly text: string; readonly at: number }[] {
  const names = new Array<string | undefined>(reading.words.length).fill(undefined);
  for (const role of roles) {
    for (const { start, end } of reading.hits.get(atoms.id(role)) ?? []) names.fill(role, start, end);
  }
  // Which other State it is does not matter.
  for (const { start, end } of reading.hits.get(atoms.id('other-state')) ?? []) names.fill('OTHER-STATE', start, end);
  for (const quantity of reading.quantities) names.fill(lengthOf(quantity), quantity.start, quantity.end);
  const tokens: { text: string; at: number }[] = [];
  reading.words.forEach((word, at) => {
    if (word.kind === 'mark') return;
    const name = names[at];
    if (name !== undefined && tokens.at(-1)?.text === name && names[at - 1] === name) return;
    tokens.push({ text: name ?? (word.kind === 'number' ? '0' : word.stem), at });
  });
  return tokens;
}

const days: Readonly<Record<Unit, number>> = {
  minute: 0,
  hour: 1 / 24,
  day: 1,
  'business-day': 1.4,
  'school-day': 1.4,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 90,
  year: 365,
};

/** Lengths of time that the law's limits part. */
function lengthOf({ count, unit }: Quantity): string {
  const length = count * days[unit];
  return length <= 30 ? 'DAYS<=30' : length <= 60 ? 'DAYS<=60' : length < 365 ? 'DAYS>60' : 'YEARS';
}
