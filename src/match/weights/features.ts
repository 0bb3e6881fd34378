import type { Quantity, Unit } from '../../language/quantities.ts';
import { type Atoms, roles } from '../patterns/atoms.ts';
import type { Reading } from '../reading.ts';
import { marks, type Vocabulary } from './vocabulary.ts';

/**
 * What a statement says, by which passages are weighed, each thing once. A thing is two numbers of the vocabulary: a mark
 * and a word, or two words side by side. `places` are the words where it stands; -1 for what stands above the statement.
 */
export interface Features {
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
  readonly places: readonly number[];
}

const [plain, denied, may, inHeading, inQuestion, inBefore, inAfter] = [0, 1, 2, 3, 4, 5, 6];

/** No vocabulary has so many words. */
const most = 2 ** 24;

/** What stands above a statement, and beside it in its section. */
export interface Surroundings {
  readonly heading: Reading | null;
  readonly asked: Reading | null;
  readonly before: Reading | null;
  readonly after: Reading | null;
}

/** Tells what the statements of one contract say. */
export class Speech {
  readonly vocabulary: Vocabulary;
  private readonly atoms: Atoms;
  private readonly known = new Map<Reading, readonly number[]>();

  constructor(atoms: Atoms, vocabulary: Vocabulary) {
    this.atoms = atoms;
    this.vocabulary = vocabulary;
  }

  /**
   * The words of a statement by their stems, a party or the data in place of its name, a length of time in place of its
   * number, neighbours in pairs, and the words of its heading, its question and the statements beside it.
   */
  features(reading: Reading, { heading, asked, before, after }: Surroundings): Features {
    const found = { firsts: [] as number[], seconds: [] as number[], places: [] as number[] };
    const known = new Set<number>();
    const add = (first: number, second: number, place: number): void => {
      const key = first * most + second;
      if (known.size === known.add(key).size) return;
      found.firsts.push(first);
      found.seconds.push(second);
      found.places.push(place);
    };
    let last = plain;
    eachToken(reading, this.atoms, (text, at) => {
      const word = this.vocabulary.of(text);
      add(plain, word, at);
      const standing = reading.standing[at];
      if (standing?.denied) add(denied, word, at);
      if (standing?.mood === 'may') add(may, word, at);
      if (last !== plain) add(last, word, at);
      last = word;
    });
    for (const word of this.wordsOf(heading)) add(inHeading, word, -1);
    for (const word of this.wordsOf(asked)) add(inQuestion, word, -1);
    for (const word of this.wordsOf(before)) add(inBefore, word, -1);
    for (const word of this.wordsOf(after)) add(inAfter, word, -1);
    return found;
  }

  /** The words of what stands above or beside a statement, once for all that it stands by. */
  private wordsOf(reading: Reading | null): readonly number[] {
    if (!reading) return [];
    let found = this.known.get(reading);
    if (!found) {
      const words = new Set<number>();
      eachToken(reading, this.atoms, (text) => words.add(this.vocabulary.of(text)));
      found = [...words];
      this.known.set(reading, found);
    }
    return found;
  }
}

/** Features as they are written in `weights.json`. */
export function keysOf({ firsts, seconds }: Features, vocabulary: Vocabulary): string[] {
  const texts = vocabulary.texts();
  return firsts.map((first, at) => `${texts[first]}${first < marks.length ? '' : ' '}${texts[seconds[at] ?? 0]}`);
}

/** Whether it is a word as it is denied or left to choice, or of a statement beside. */
export function isSecondary(key: string): boolean {
  return [marks[1], marks[2], marks[5], marks[6]].some((mark) => key.startsWith(mark));
}

function eachToken(reading: Reading, atoms: Atoms, tell: (text: string, at: number) => void): void {
  const names = new Array<string | undefined>(reading.words.length).fill(undefined);
  for (const role of roles) {
    for (const { start, end } of reading.hits.get(atoms.id(role))) names.fill(role, start, end);
  }
  // Which other State it is does not matter.
  for (const { start, end } of reading.hits.get(atoms.id('other-state'))) names.fill('OTHER-STATE', start, end);
  for (const quantity of reading.quantities) names.fill(lengthOf(quantity), quantity.start, quantity.end);
  let last: string | undefined;
  reading.words.forEach((word, at) => {
    if (word.kind === 'mark') return;
    const name = names[at];
    if (name !== undefined && last === name && names[at - 1] === name) return;
    last = name ?? (word.kind === 'number' ? '0' : word.stem);
    tell(last, at);
  });
}

const days: Readonly<Record<Unit, number>> = {
  minute: 0,
  hour: 1 / 24,
  day: 1,
  'business-day': 1.46,
  'school-day': 1.46,
  week: 7,
  fortnight: 14,
  month: 31,
  quarter: 92,
  year: 365,
};

/** Lengths of time that the law's limits part, at their longest: a month is more than 30 days, and so are 21 business days. */
function lengthOf({ count, unit }: Quantity): string {
  const length = count * days[unit];
  return length <= 30 ? 'DAYS<=30' : length <= 60 ? 'DAYS<=60' : length < 365 ? 'DAYS>60' : 'YEARS';
}
