import { banOfList, denyListed } from '../language/bans.ts';
import type { Standing } from '../language/force.ts';
import { standings } from '../language/force.ts';
import { light } from '../language/phrases.ts';
import type { Quantity } from '../language/quantities.ts';
import { quantities } from '../language/quantities.ts';
import { withoutRiders } from '../language/riders.ts';
import { joined, oneOf, type Word } from '../language/words.ts';
import type { Contract, Span, Statement } from '../types.ts';
import { wordsIn } from './names/amended.ts';
import { mentions } from './names/mentions.ts';
import type { Names } from './names/names.ts';
import { writtenOut } from './names/written-out.ts';
import type { Atoms, Role } from './patterns/atoms.ts';
import type { Hits } from './patterns/hits.ts';

/** A statement as the matcher sees it: with its lead-in, its closing words, and the question that it answers with yes or no. */
export interface Reading {
  readonly words: readonly Word[];
  readonly standing: readonly Standing[];
  readonly hits: Hits;
  readonly quantities: readonly Quantity[];
}

/** What all statements of a contract are read with. */
export interface Reader {
  readonly contract: Contract;
  readonly atoms: Atoms;
  readonly names: Names;
  readonly stems: ReadonlyMap<string, readonly number[]>;
  /** Concepts that a term carries from its meaning, by index of `Contract.terms`. */
  readonly carried: readonly (readonly number[])[];
  readonly termQuantities: readonly (readonly Quantity[])[];
  /** Meanings that may stand in place of their terms. */
  readonly meanings: readonly (readonly Word[] | null)[];
}

/** What the text before a statement has spoken of. */
export interface Context {
  readonly topics: ReadonlySet<Role>;
  /** The party that the sentence before is about: "Vendor keeps a log. It shall …". */
  readonly subject: Role | null;
  /** Whether it bans what it speaks of. */
  readonly banned: boolean;
  /** Whether it speaks of data that tells of nobody: "such data" is that. */
  readonly nobodys: boolean;
}

/** Reads one statement in the light of the text before it. */
export function read(reader: Reader, statement: Statement, context: Context): Reading {
  const { contract } = reader;
  const own = withoutRiders(wordsIn(contract, statement));
  const answer = answerOf(contract, statement);
  const before = statement.lead.flatMap((span) => withoutRiders(wordsIn(contract, span)));
  const asked = answer ? questionOf(contract, statement) : [];
  const text = [...before, ...asked, ...own, ...(statement.tail ? wordsIn(contract, statement.tail) : [])];
  const reading = readWords(
    reader,
    text,
    context,
    asked.length > 0 ? { from: before.length, to: before.length + asked.length, denied: answer === 'no' } : null,
    asked.length > 0 ? { from: before.length, to: before.length + asked.length } : null,
  );
  return isBanned(reader, statement, reading, context) ? denied(reading) : reading;
}

/** "That covers choosing an advertisement for a pupil", after a ban: it is banned with the rest. */
const goesOnBanning =
  /^(?:that|this|(?:the|this|that) (?:ban|bar|prohibition|restriction)) (?:also )?(?:covers|goes for|holds for|applies to|includes|extends to|takes in|reaches|catches)\b/iu;

/** Whether most of what a statement says is denied: "No part of it shall be sold". */
export function bans({ standing }: Reading): boolean {
  return standing.filter((word) => word.denied).length * 2 > standing.length;
}

function questionOf(contract: Contract, { asked }: Statement): readonly Word[] {
  const question = asked ? wordsIn(contract, asked).filter((word) => word.text !== '?') : [];
  // "True or false: do you own it?"
  const opening = question.findIndex(({ text }) => text === ':');
  return opening === 3 && question[0]?.text === 'true' && question[2]?.text === 'false' ? question.slice(4) : question;
}

/** Whether a statement answers its question with yes or no, and which. */
function answerOf(contract: Contract, statement: Statement): 'yes' | 'no' | null {
  const question = questionOf(contract, statement);
  return question.length > 0 ? yesNo(wordsIn(contract, statement), question) : null;
}

/** Whether the title above a statement, or the sentence before, bans what it names. */
function isBanned(reader: Reader, statement: Statement, reading: Reading, { banned }: Context): boolean {
  const { value } = reader.contract.text;
  const goesOn = banned && goesOnBanning.test(value.slice(statement.start, statement.start + 60));
  return goesOn || isUnderBan(reader, statement, reading);
}

/** "Prohibited uses" above "sale of data": what only names an act, and nobody who does it, is what the title bans. */
function isUnderBan({ contract, atoms }: Reader, { headings, lead }: Statement, { hits }: Reading): boolean {
  const title = headings.at(-1);
  if (title === undefined || lead.length > 0) return false;
  const words = contract.text.value.slice(title.start, title.end).replace(/[.:]$/u, '');
  return banOfList.test(`${words}:`) && actors.every((role) => !hits.has(atoms.id(role)));
}

const actors: readonly Role[] = ['CONTRACTOR', 'BOARD', 'BOTH'];

function denied(reading: Reading): Reading {
  const standing = reading.standing.map((one) => ({ ...one }));
  denyListed(reading.words, standing, 0);
  return { ...reading, standing };
}

/** The statement again, with its defined terms written out; null where it uses none, or answers with yes or no. */
export function readWrittenOut(
  reader: Reader,
  statement: Statement,
  { words }: Reading,
  context: Context,
): Reading | null {
  if (answerOf(reader.contract, statement) !== null) return null;
  const text = writtenOut(reader, words);
  const reading = text && readWords(reader, text, context, null, null);
  return reading && isBanned(reader, statement, reading, context) ? denied(reading) : reading;
}

/**
 * The clauses of a statement that "and" joins, each with a party and a verb of its own, read by themselves: "Vendor may sell the
 * records, and Vendor shall have no liability for doing so". None where there is but one.
 */
export function readJoined(reader: Reader, reading: Reading, context: Context): readonly Reading[] {
  const { words } = reading;
  const starts = joins(reader, reading);
  if (starts.length === 0) return [];
  return [0, ...starts].map((from, at) => {
    const next = starts[at];
    // The "and" before the next one is of neither.
    return readWords(reader, words.slice(from, next === undefined ? words.length : next - 1), context, null, null);
  });
}

/**
 * A statement once for each of the recipients that it lists with a preposition of their own: "may share it with those who
 * act for it and with advertisers". What allows one of them does not allow the others.
 */
export function readListed(reader: Reader, { words }: Reading, context: Context): readonly Reading[] {
  if (words.length > longest) return [];
  const cuts = repeated(words);
  const [first] = cuts;
  if (first === undefined || cuts.length < 2) return [];
  const head = words.slice(0, first);
  return cuts.map((from, at) => {
    const next = cuts[at + 1];
    const end = next === undefined ? words.length : next - 1;
    return readWords(reader, [...head, ...words.slice(from, end)], context, null, null);
  });
}

/** Longer sentences are lists that are taken apart elsewhere. */
const longest = 90;

/** Where "with …, and with …" begin: the preposition, and again after "and", "or" or a comma. */
function repeated(words: readonly Word[]): number[] {
  for (const [at, { text }] of words.entries()) {
    if (text !== preposition || at < 3) continue;
    const again = words.flatMap((word, k) =>
      k > at && word.text === preposition && /^(?:and|or|,)$/u.test(words[k - 1]?.text ?? '') ? [k] : [],
    );
    if (again.length > 0) return [at, ...again];
  }
  return [];
}

const preposition = 'with';

function joins({ atoms }: Reader, { words, hits }: Reading): number[] {
  const after = new Set<number>();
  for (const role of actors)
    for (const { start, end } of hits.get(atoms.id(role))) if (modals.has(words[end]?.text ?? '')) after.add(start);
  return [...after]
    .sort((a, b) => a - b)
    .map((start) => (light.has(words[start - 1]?.text ?? '') ? start - 1 : start))
    .filter((start) => start > 1 && coordinators.has(words[start - 1]?.text ?? ''));
}

const coordinators = oneOf('and but while');
const modals = oneOf('shall will may must agrees agree need');

const theirs =
  /\b(?:our|my) (?:own )?(?:students?|pupils?|learners?|child|children|kids?|son|daughter|district|schools?|teachers|families)\b/u;
const ours = /\b(?:our|my) (?:data|information|records|files|content)\b/u;
const tellUs = /\b(?:do|does|will|would|can|could) you (?:\w+ ){1,3}(?:us|me)\b/u;
const toYou = /\b(?:do|does|will|would|can|could|may|have|are|did) you\b/u;

/** "Do you sell our students' data?", "Will you tell us?" is asked by the customer of the contractor that answers. */
function asksContractor(reader: Reader, question: readonly Word[]): boolean {
  if (reader.names.we !== 'CONTRACTOR' || reader.names.you !== 'BOARD') return false;
  const text = joined(question);
  if (theirs.test(text) || tellUs.test(text)) return true;
  if (!toYou.test(text) || /\byour\b(?! own\b)/u.test(text)) return false;
  return ours.test(text) || !/\b(?:we|us|our|i|my|me)\b/u.test(text);
}

/** Reads any stretch of the text, such as a heading or a question. */
export function readSpan(reader: Reader, span: Span): Reading {
  const text = wordsIn(reader.contract, span);
  const question = text.at(-1)?.text === '?' ? { from: 0, to: text.length } : null;
  return readWords(reader, text, { topics: new Set(), subject: null, banned: false, nobodys: false }, null, question);
}

function readWords(
  reader: Reader,
  text: readonly Word[],
  context: Context,
  asked: { from: number; to: number; denied: boolean } | null,
  question: { from: number; to: number } | null,
): Reading {
  const turned = question && asksContractor(reader, text.slice(question.from, question.to));
  const found = mentions(reader, text, context, turned ? question : null);
  const standing = standings(text, new Set(found.parties));
  if (asked) {
    for (let i = asked.from; i < asked.to; i++) {
      const before = standing[i];
      if (before)
        standing[i] = {
          denied: asked.denied !== before.denied,
          mood: before.mood === 'may' ? 'may' : 'must',
          clause: before.clause,
        };
    }
  }
  return { words: text, standing, hits: found.hits, quantities: inOrder([...quantities(text), ...found.quantities]) };
}

function inOrder(found: Quantity[]): Quantity[] {
  return found.length > 1 ? found.sort((a, b) => a.start - b.start) : found;
}

const affirming =
  /^(?:yes|always|agreed(?: (?:by|on|for) (?:us|both|all|each|either)(?: (?:of us|of you|sides|parties|hands))?)?|accepted|confirmed|granted|we (?:both |so )?(?:do|agree|will|undertake)|both (?:do|will|agree|sides do|parties do|of us do)|certainly|correct|true|right|absolutely|indeed|definitely|(?:of course|at all times)\b(?! not).*)$/u;
const denying =
  /^(?:no|never|none|neither|false|wrong|untrue|(?:not at all|by no means|in no (?:case|event)|under no circumstances?|of course not|nobody|no one|neither of (?:us|them|you))\b.*)$/u;
// "It does", "We may not".
const echo =
  /^(?:it|they|we|you|he|she|that|this|i) (?:is|are|am|was|does|do|did|has|have|will|shall|would|can|could|may|must|should)(?: (not|never))?$/u;
// "Supplier will", "The Board shall".
const byName =
  /^(?!(?:no|nobody|none|nothing|neither|nor|never|not|only|if|when|some|others?|another|whoever|who|what|such)\b)(?:the |our )?[a-z][\w&.-]*(?: [\w&.-]+){0,2} (?:will|shall|does|do|agrees?)(?: (not|never))?$/u;
const asksWhether = /^(?:is|are|am|was|does|do|did|has|have|will|shall|would|can|could|may|must|should)$/u;

/** Whether a statement begins by answering with yes or no: up to its first mark, or as a whole where it is short. */
function yesNo(own: readonly Word[], question: readonly Word[]): 'yes' | 'no' | null {
  // "District answers: yes, it will."
  const speaks = own.findIndex(({ text }) => text === ':');
  const from =
    speaks > 0 && speaks < 5 && /^(?:answers?|repl(?:y|ies)|responds?|response)$/u.test(own[speaks - 1]?.text ?? '')
      ? speaks + 1
      : 0;
  const mark = own.findIndex((word, at) => at >= from && word.kind === 'mark');
  const end = mark === -1 ? own.length : mark;
  if (end > 12) return null;
  const opening = joined(own.slice(from, end));
  if (affirming.test(opening)) return 'yes';
  if (denying.test(opening)) return 'no';
  const [all, denied] = echo.exec(opening) ?? byName.exec(opening) ?? [];
  if (all === undefined) return null;
  if (asksWhether.test(question[0]?.text ?? '')) return denied === undefined ? 'yes' : 'no';
  // "How long do you keep it?" "We don't."
  return denied !== undefined && question.some(({ text }) => /^(?:how|when|where)$/u.test(text)) ? 'no' : null;
}
