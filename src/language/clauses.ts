import { opensMainClause } from './conditions.ts';
import { cueAt } from './cues.ts';
import { endsAtComma, endsModifier, goesOnAnew, isParticiple } from './denial-end.ts';
import { insertionBefore } from './insertions.ts';
import { light } from './phrases.ts';
import type { Sentence, State } from './sentence.ts';
import { breaks, coordinators, isAuxiliary, modals, nones, nounAt, relatives, said } from './sentence.ts';
import { oneOf } from './words.ts';

/** Whether a word, or the mark before it, begins a clause that has a standing of its own. */
export function startsClause(text: Sentence, at: number, state: State): boolean {
  const word = said(text, at);
  if (breaks.has(word)) {
    state.condition = -1;
    return true;
  }
  if (word === ':') return !governs(text, at) || speaksAnew(text, at);
  const told = said(text, at - 1) === ',' ? afterComma(text, at, state) : null;
  if (told !== null) return told;
  const main = opensMainClause(text, at, state);
  if (main === 'sure') state.condition = -1;
  if (main !== null) return true;
  if (goesOnAnew(text, at, state) || isSubject(text, at, state)) return true;
  if (!isAuxiliary(text[at]) || at - state.clauseStart < 2) return false;
  return endsModifier(text, at, state) || followsCoordinator(text, at, state);
}

/** Whether a word after a comma begins a clause; null if the comma does not tell. */
function afterComma(text: Sentence, at: number, state: State): boolean | null {
  if (answersNo(text, at)) return true;
  const taken = takesUpVerb(text, at, state);
  if (taken !== null) return taken;
  // "cannot be altered, so that each correction leaves a trace": the aim has a standing of its own.
  if (said(text, at) === 'so' && said(text, at + 1) === 'that') return true;
  return endsAtComma(text, at, state) ? true : null;
}

/** "shall not: sell it; lend it": the next item stands as the first does, unless it is a sentence of its own. */
export function goOnListing(text: Sentence, at: number, state: State): void {
  if (!breaks.has(said(text, at))) return;
  if (said(text, at) !== ';' || state.listed === null || saysAnew(text, at + 1)) state.listed = null;
  else Object.assign(state, state.listed);
}

/** Whether a subject and its verb open an item: "; it keeps a log", "; the Vendor shall keep a log". */
function saysAnew(text: Sentence, from: number): boolean {
  const first = /^(?:and|or|nor|but)$/u.test(said(text, from)) ? from + 1 : from;
  if (text[nounAt(text, first)]?.party === true || pronouns.has(said(text, first))) return true;
  for (let k = first; k < first + 6 && !breaks.has(said(text, k)) && said(text, k) !== ','; k++)
    if (modals.has(said(text, k)) && !relatives.has(said(text, k - 1))) return true;
  return false;
}

/** "shall not:" goes on after the colon; "here is our promise:" does not. */
function governs(text: Sentence, at: number): boolean {
  for (let k = at - 1; k >= 0 && k > at - 7; k--) {
    // "information that is not directory information: ten days".
    if (said(text, k) === 'not' && isAuxiliary(text[k - 1]) && relatives.has(said(text, k - 2))) return false;
    // "by someone not entitled to it: the office telephones", "a book that was never scanned: the librarian fixes it".
    if (isParticiple(text, k) || wasNever(text, k, at)) return false;
  }
  return text.slice(Math.max(0, at - 6), at).some(({ text: word }) => governors.has(word));
}

function wasNever(text: Sentence, denial: number, colon: number): boolean {
  return (
    /^(?:not|never)$/u.test(said(text, denial)) &&
    /^(?:was|were)$/u.test(said(text, denial - 1)) &&
    colon === denial + 2 &&
    said(text, denial + 1).endsWith('ed')
  );
}

const governors = oneOf('not never no none neither following prohibited forbidden barred to from shall will may must');

/**
 * "and we agree not to: the Vendor will not use it", "there can't be: records are not used for it", "it isn't: nothing in a
 * record goes there": what follows the colon has a subject and a verb of its own, or denies on its own.
 */
function speaksAnew(text: Sentence, at: number): boolean {
  const subject = nounAt(text, at + 1);
  if (text[subject]?.party === true && modals.has(said(text, subject + 1))) return true;
  if (nones.has(said(text, at + 1))) return true;
  // "does not make it the Vendor's: it is the Board's"
  if (/^(?:it|they|we|you|she|he)$/u.test(said(text, at + 1)) && isAuxiliary(text[at + 2])) return true;
  for (let k = at + 1; k < at + 7; k++) {
    const word = said(text, k);
    if (!/^[\p{L}']/u.test(word) || relatives.has(word) || coordinators.has(word)) return false;
    if (isAuxiliary(text[k])) return k > at + 1 && said(text, k + 1) === 'not';
  }
  return false;
}

/** "No, we do not sell it": the answer denies the question, and what follows has a standing of its own. */
function answersNo(text: Sentence, at: number): boolean {
  if (said(text, at - 2) !== 'no') return false;
  return text[nounAt(text, at)]?.party === true || (at === 2 && pronouns.has(said(text, at)));
}

const pronouns = oneOf('it they that this we you nobody nothing no all these');

/** Whether an auxiliary after a comma begins a clause; null if it does not tell. */
function takesUpVerb(text: Sentence, at: number, { clauseStart, deniedAt }: State): boolean | null {
  const word = said(text, at);
  if (!modals.has(word)) return null;
  // "subject to the duty not to delay, is ten days"
  if (said(text, deniedAt) === 'not' && said(text, deniedAt + 1) === 'to') return true;
  // It takes up its subject after an insertion: "the Institute, having learned that none was spared, shall …".
  const insertion = insertionBefore(text, at - 1);
  if (insertion >= 0) return deniedAt > insertion;
  // "shall cease to use it, shall return it": the same one again, where the denial stood after the first.
  for (let k = clauseStart; k < deniedAt; k++) if (said(text, k) === word) return true;
  return null;
}

/** Whether a reason, a relative, or a party with a verb of its own begins here, whatever went before. */
function isSubject(text: Sentence, at: number, state: State): boolean {
  const before = said(text, at - 1);
  if (before === ',' && (opensAfterComma(text, at) || reasons.has(said(text, at)))) return true;
  if (before === 'and' && bindsItself.has(said(text, at))) return true;
  if (!text[at]?.party) return false;
  // "…, Vendor having custody of it as an agent".
  if (before === ',' && /^(?:having|being|acting|holding)$/u.test(said(text, at + 1))) return true;
  if (state.mood !== 'fact' && (isFreshSubject(text, at) || followsAdjunct(text, at))) return true;
  // "Without the District's consent Vendor may …": what lacks stands first and ends at the subject.
  return said(text, state.clauseStart) === 'without' && /^(?:may|can)$/u.test(said(text, at + 1));
}

/** "nor do we control it, since we act only as told": the reason has a standing of its own. */
const reasons = oneOf('since because inasmuch');

/** "disclaims ownership and acknowledges that …": a party's next word has a standing of its own. */
const bindsItself = oneOf('acknowledges agrees undertakes confirms covenants promises accepts warrants represents');

/** ", which the School owns", ", and the District decides": after a comma a relative or a coordinated party opens a clause. */
function opensAfterComma(text: Sentence, at: number): boolean {
  const word = said(text, at);
  if (/^(?:which|who|whose)$/u.test(word)) return true;
  if (!/^(?:and|but|while|so)$/u.test(word)) return false;
  // ", and everyone who works here has signed …"
  if (/^every(?:one|body)$/u.test(said(text, at + 1))) return true;
  const subject = nounAt(text, at + 1);
  return text[subject]?.party === true && !/^(?:or|,|'s)$/u.test(said(text, subject + 1));
}

/** "… may ask for deletion by letter the Vendor shall …": a party right before its verb is a subject, whatever went before. */
function isFreshSubject(text: Sentence, at: number): boolean {
  if (!modals.has(said(text, at + 1))) return false;
  let before = at - 1;
  while (light.has(said(text, before))) before--;
  // "nor shall the Company have": the verb stands before its subject.
  return !joiners.has(said(text, before)) && !modals.has(said(text, before));
}

const joiners = oneOf('of nor or and neither no by for with to , than which that as');

/** "…, and on the day after we erase it": the party after "and" and a time or place has a verb of its own. */
function followsAdjunct(text: Sentence, at: number): boolean {
  for (let k = at - 2; k > at - 7 && k > 0; k--) {
    const word = said(text, k);
    if (word === ',') return false;
    if ((word === 'and' || word === 'but') && said(text, k - 1) === ',') return adjuncts.has(said(text, k + 1));
  }
  return false;
}

const adjuncts = oneOf('on in at after within over upon during before');

/** A new auxiliary after a coordinator opens a clause of its own: "shall not sell the data and shall delete it". */
function followsCoordinator(text: Sentence, at: number, state: State): boolean {
  for (let k = at - 1; k > at - 8 && k > state.clauseStart; k--) {
    const before = said(text, k);
    if (!coordinators.has(before)) continue;
    if (before === 'if' && speaksOfWrong(text, k, state)) return false;
    // "any use beyond that is barred": what it points to is no clause.
    if (before === 'that' && k === at - 1 && pointers.has(said(text, k - 1))) continue;
    if (isRelative(text, k, at, state)) return false;
    if (before === 'and' && isListedSubject(text, k, state)) return false;
    return k > state.deniedAt;
  }
  return false;
}

/** "It would be a breach if the data were sold": what the condition speaks of is the wrong. */
function speaksOfWrong(text: Sentence, at: number, { denied, deniedAt }: State): boolean {
  return denied && at - deniedAt < 9 && cueAt(text, deniedAt)?.kind === 'backward';
}

/**
 * Whether the word opens a relative clause within what is denied, which goes on after it: "no file that is part of a
 * record shall be used", "nothing by which one could tell who the child is".
 */
function isRelative(text: Sentence, at: number, verb: number, { clauseStart, denied, deniedAt }: State): boolean {
  const word = said(text, at);
  if (deniedAt > at || (!denied && (word !== 'that' || verb === at + 1))) return false;
  if (word === 'which') return prepositions.has(said(text, at - 1));
  if (word === 'who') return verb > at + 1;
  if (word !== 'that') return false;
  if (said(text, deniedAt) === 'no' && verb === at + 1) return true;
  // The subject still waits for its verb.
  return !text.slice(clauseStart, at).some(isAuxiliary);
}

/** "by which", "of which". */
const prepositions = oneOf('by from of in with for to through');

/** "beyond that", "other than that". */
const pointers = oneOf('beyond than outside past besides');

/** "Sale, rental and exchange of records are excluded": nothing has been said yet of what the "and" joins. */
function isListedSubject(text: Sentence, at: number, { clauseStart, denied }: State): boolean {
  if (denied || at - clauseStart > 12) return false;
  const before = text.slice(clauseStart, at);
  return (
    before.some(({ text: word }) => word === ',') &&
    before.every((word) => !isAuxiliary(word) && !word.party && !coordinators.has(word.text))
  );
}
