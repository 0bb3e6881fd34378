import { light } from './phrases.ts';
import { oneOf, type Word } from './words.ts';

/** A word as the clauses of its sentence are told; `party` tells the names of parties. */
export type Token = Pick<Word, 'stem' | 'text' | 'capital'> & { readonly party: boolean };

/** The words of a sentence, in order. */
export type Sentence = readonly Token[];

/** The modality that governs a word; `need-not` is a duty expressly not owed. */
export type Mood = 'fact' | 'must' | 'may' | 'need-not';

/** What is known at a word of the clause that it stands in. */
export interface State {
  denied: boolean;
  mood: Mood;
  clause: number;
  clauseStart: number;
  deniedAt: number;
  /** Where a condition began whose main clause is still to come; -1 if none. */
  condition: number;
  /** A "without …" or "if it can" set off by commas, with what stood before it; null if none is open. */
  aside: { from: number; denied: boolean; mood: Mood } | null;
  /** Whether what stood before the brackets that are open was denied; null if none are open. */
  bracketed: boolean | null;
  /** What governs the items that a colon opened and semicolons part: "shall not: sell it; lend it"; null if none are open. */
  listed: { readonly denied: boolean; readonly mood: Mood } | null;
  /** Where "other than" opened an exception from what is denied; -1 if none is open. */
  excepted: number;
}

/** The text of a word; '' before the first and after the last. */
export function said(text: Sentence, at: number): string {
  return text[at]?.text ?? '';
}

/** "the Vendor": where the noun stands that begins here, past its article. */
export function nounAt(text: Sentence, at: number): number {
  return light.has(said(text, at)) ? at + 1 : at;
}

/** Marks that end a clause. */
export const breaks = oneOf('; . ! ? — – | …');

/** Verbs that a party's own verb may hang on: "shall", "agrees". */
export const modals = oneOf('shall will must may can is are has have undertakes agrees');

/** What a limit of time is counted in. */
export const unitsOfTime = oneOf('hour hours day days week weeks month months');

/** Words that open a clause about the noun before them. */
export const relatives = oneOf('who which that');

/** Words that deny by themselves. */
export const denials = oneOf('no not none nothing nobody neither nor never without');

/** Denials that stand for a noun or before one. */
export const nones = oneOf('no nothing nobody none');

/** Words between which something new may be said. */
export const coordinators = oneOf(
  'and but so while whereas yet which who though although because if when where then whose both since after before once as that',
);

const auxiliaries = oneOf('shall will must can be have do would should remain stay belong');

/** Whether a word holds the place of a verb: "shall", "is", "belongs". */
export function isAuxiliary(word: Token | undefined): boolean {
  return word !== undefined && (auxiliaries.has(word.stem) || word.text === 'may');
}
