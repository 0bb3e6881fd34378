import { light } from '../../language/phrases.ts';
import type { Word } from '../../language/words.ts';
import { joined, oneOf, words } from '../../language/words.ts';
import type { Contract } from '../../types.ts';
import { wordsIn } from './amended.ts';

/** What the company of a name can tell that it stands for, in the order of the weights. */
export const sides = ['CONTRACTOR', 'BOARD', 'DATA'] as const;

/** A name that stands in a contract, with the company that it keeps there. */
export interface Candidate {
  /** As written. */
  readonly name: string;
  /** How often it stands in the binding text. */
  readonly count: number;
  /** What tells its role: the words beside it, its own words, those of its meaning. */
  readonly features: readonly string[];
}

interface Found {
  readonly name: string;
  readonly words: readonly Word[];
  readonly meaning: readonly Word[] | null;
}

/** Names that a contract does not declare count from so many times on. */
const often = 3;
/** "The Board of Education of the Town" goes no further than this. */
const longest = 4;

/** Called "reader files" without more. */
const quoted = /["“]([\p{L}'’ -]{3,40})[.,]?["”]/gu;

const joints = oneOf('of and');
/** Who speaks and who is spoken to; no name. */
export const persons = oneOf('i me my we us our ours you your yours it its');
/** They begin a sentence and no name. */
const openers = oneOf(
  'the this that these those a an each any all no such our your if when where upon under for in on by as to of and or it we you they at from with every neither nor after before should what who whose which not only nothing nobody both either unless until while his her',
);

/**
 * The names that may stand for a side or the data: parties and terms as the contract declares them, and whatever it writes
 * with capitals again and again, each with the company it keeps (J. R. Firth, 1957).
 */
export function candidates(contract: Contract): Candidate[] {
  const { value } = contract.text;
  const texts = contract.statements
    .filter(({ zone }) => zone === 'operative' || zone === 'definition')
    .map((statement) => withoutPoints(wordsIn(contract, statement)));
  const found = new Map<string, Found>();
  const add = (name: string, meaning: readonly Word[] | null): void => {
    const parts = bareName(name);
    const key = keyOf(parts);
    const before = found.get(key);
    if (key === '' || persons.has(key) || before?.meaning) return;
    found.set(key, { name: name.slice(parts[0]?.start), words: parts, meaning: meaning ?? before?.meaning ?? null });
  };
  for (const { names, meaning } of contract.terms)
    for (const name of names) add(name, wordsIn(contract, meaning).slice(0, 60));
  for (const { names } of contract.parties) for (const name of names) add(name, null);
  for (const name of contract.dataNames) add(name, null);
  for (const [, name = ''] of value.matchAll(quoted)) add(name, null);
  for (const [name, count] of capitalised(texts)) if (count >= often) add(name, null);
  return withCompany([...found.values()], texts);
}

/** What a name says, however it is written: "Sign-In Data" is "sign in data". */
export function keyOf(parts: readonly Word[]): string {
  return joined(parts);
}

/** The words of a name without the article or whatever else opens it. */
export function bareName(name: string): readonly Word[] {
  return withoutOpener(words(name).filter(({ kind }) => kind === 'word'));
}

const titles = oneOf('dr mr mrs ms prof st');

/** "Dr. Teague" is one name. */
function withoutPoints(text: readonly Word[]): readonly Word[] {
  return text.filter((word, at) => word.text !== '.' || !titles.has(text[at - 1]?.text ?? ''));
}

function withoutOpener(parts: readonly Word[]): readonly Word[] {
  const first = parts.findIndex(({ text }) => !openers.has(text) && !light.has(text));
  return first < 0 ? [] : parts.slice(first);
}

/** Runs of words with capitals, as they are written in the middle of a sentence, and how often they stand anywhere. */
function capitalised(texts: readonly (readonly Word[])[]): Map<string, number> {
  const counts = new Map<string, number>();
  const inside = new Set<string>();
  for (const text of texts) {
    for (let at = 0; at < text.length; ) {
      const end = endOfRun(text, at);
      if (end === at) {
        at++;
        continue;
      }
      const run = withoutOpener(text.slice(at, end));
      const name = run
        .map(({ text: word }) => (joints.has(word) ? word : word[0]?.toUpperCase() + word.slice(1)))
        .join(' ');
      if (name !== '') {
        counts.set(name, (counts.get(name) ?? 0) + 1);
        if (at > 0 || run.length < end - at) inside.add(name);
      }
      at = end;
    }
  }
  return new Map([...counts].filter(([name]) => inside.has(name)));
}

function endOfRun(text: readonly Word[], from: number): number {
  let end = from;
  let capitals = 0;
  for (let at = from; at < text.length && capitals < longest; at++) {
    const word = text[at];
    if (word?.kind !== 'word') break;
    if (word.capital) {
      capitals++;
      end = at + 1;
    } else if (at === from || !joints.has(word.text)) break;
  }
  return end;
}

function withCompany(found: readonly Found[], texts: readonly (readonly Word[])[]): Candidate[] {
  const all = found.map((one) => ({ one, said: new Set<string>(), count: 0 }));
  const byKey = new Map(all.map((each) => [keyOf(each.one.words), each]));
  // How long the names are that begin with a word: there may be thousands of them.
  const lengths = new Map<string, Set<number>>();
  for (const { one } of all) {
    const first = one.words[0]?.text ?? '';
    lengths.set(first, (lengths.get(first) ?? new Set()).add(one.words.length));
  }
  for (const text of texts) {
    text.forEach(({ text: word }, at) => {
      const begun = lengths.get(word);
      if (!begun) return;
      for (const length of begun) {
        const each = at + length <= text.length ? byKey.get(keyOf(text.slice(at, at + length))) : undefined;
        if (!each?.one.words.every((part, k) => text[at + k]?.capital || !part.capital)) continue;
        each.count++;
        for (const key of companyAt(text, at, at + length)) each.said.add(key);
      }
    });
  }
  const most = Math.max(1, ...all.map(({ count }) => count));
  return all.flatMap(({ one, said, count }) => {
    if (count === 0) return [];
    for (const { stem } of one.words) said.add(`=${stem}`);
    said.add(`==${one.words.at(-1)?.stem}`);
    for (const { stem } of one.meaning ?? []) said.add(`"${stem}`);
    if (one.meaning) said.add('term');
    said.add(`share ${Math.floor((4 * count) / most)}`);
    return [{ name: one.name, count, features: [...said] }];
  });
}

/** The two words before and the two after. */
function companyAt(text: readonly Word[], start: number, end: number): string[] {
  const [b2, b1, a1, a2] = [start - 2, start - 1, end, end + 1].map((at) => {
    const word = text[at];
    return word?.kind === 'number' ? '0' : (word?.stem ?? '^');
  });
  return [`<${b1}`, `>${a1}`, `<<${b2} ${b1}`, `>>${a1} ${a2}`, `<>${b1} ${a1}`];
}
