import { cueAt } from './cues.ts';
import { light } from './phrases.ts';
import type { Sentence, State } from './sentence.ts';
import { breaks, said } from './sentence.ts';
import { joined, oneOf } from './words.ts';

/** What has been told of the words so far, which a ban may deny afterwards. */
export type Told = readonly { denied: boolean }[];

/** "Prohibited in every case: …", as a line by itself above a list or before its colon. */
export const banOfList =
  /^(?:among the (?:forbidden|prohibited|banned|barred) (?:things|uses|acts|practices|purposes) (?:is|are)(?: these| the following)? ?:|(?:(?:the following|(?:all|each) of these|these)(?: \w+)? (?:are|is) )?(?:strictly |absolutely |expressly |always )?(?:prohibited|forbidden|banned|barred|disallowed|not (?:allowed|permitted|authorized)|off limits|out of bounds)(?: (?!from\b|to\b|by\b)\w+){0,5} ?[:.])/i;

/** Where what a verdict bans begins, if the sentence opens with one; past its end if not. */
export function endOfBan(text: Sentence): number {
  const mark = text.findIndex(({ text: word }, at) => word === ':' || word === '.' || at > 14);
  const opening = joined(text.slice(0, mark + 1));
  return mark > 0 && mark + 1 < text.length && banOfList.test(opening) ? mark + 1 : text.length;
}

/** "From any use of records to advertise, Vendor shall abstain": denies what is named first and held back from last. */
export function denyForsworn(text: Sentence, out: Told): void {
  if (said(text, 0) !== 'from') return;
  const at = text.findIndex((_, k) => holdsOff.test(said(text, k)) && /^(?:shall|will|must)$/u.test(said(text, k - 1)));
  if (at > 0 && (at + 1 === text.length || breaks.has(said(text, at + 1)))) denyFrom(0, out.slice(0, at));
}

const holdsOff = /^(?:abstain|refrain|desist|forbear)$/u;

/** Denies what a ban above it or before its colon lists, up to an exception. */
export function denyListed(text: readonly { readonly text: string }[], out: Told, from: number): void {
  const end = text.findIndex(({ text: word }, at) => at >= from && exceptions.has(word));
  denyFrom(from, end < 0 ? out : out.slice(0, end));
}

const exceptions = oneOf('except excepting unless save other');

/** Denies what has been told from a word on. */
export function denyFrom(start: number, out: Told): void {
  for (const word of out.slice(Math.max(0, start))) word.denied = true;
}

/** Denies the clause before this one. */
export function denyBefore(text: Sentence, clauseStart: number, out: Told): void {
  let start = clauseStart - 1;
  while (start > 0 && !breaks.has(said(text, start - 1))) start--;
  denyFrom(start, out);
}

/** "Use of records for advertising: prohibited at all times": what is named before the mark is judged after it. */
export function judges(text: Sentence, at: number, { clauseStart }: State): boolean {
  const start = said(text, clauseStart) === ':' ? clauseStart + 1 : clauseStart;
  if (at !== start || !/^[:—–]$/u.test(said(text, start - 1))) return false;
  const first = /^(?:strictly|expressly|absolutely|always)$/u.test(said(text, at)) ? at + 1 : at;
  const [word, next] = [said(text, first), said(text, first + 1)];
  if (word === 'not' || word === 'never') return /^(?:permitted|allowed|authorized|done)$/u.test(next);
  return verdicts.has(word) && next !== 'to';
}

const verdicts = oneOf('prohibited forbidden banned barred disallowed excluded none never');

/** ", a use that this Agreement forbids": the relative bans what its sentence has named. */
export function bansBefore(text: Sentence, at: number): boolean {
  if (!/^(?:prohibits|forbids|bars|excludes)$/u.test(said(text, at))) return false;
  const next = said(text, at + 1);
  if (next !== '' && next !== ',' && !breaks.has(next)) return false;
  for (let k = at - 1; k > at - 6 && k > 0; k--) {
    if (!/^(?:which|that)$/u.test(said(text, k))) continue;
    return said(text, k - 1) === ',' || (said(text, k - 3) === ',' && light.has(said(text, k - 2)));
  }
  return false;
}

/** "Sale is prohibited, and so is advertising": what is said to stand likewise is banned with what a ban before it denied. */
export function likewise(text: Sentence, at: number, out: Told): boolean {
  if (said(text, at) !== 'so' || !/^(?:and|[,;])$/u.test(said(text, at - 1))) return false;
  const verb = said(text, at + 1).endsWith('ly') ? at + 2 : at + 1;
  if (!/^(?:is|are)$/u.test(said(text, verb)) || /^(?:that|to)$/u.test(said(text, verb + 1))) return false;
  for (let k = at - 1; k > 0 && k > at - 9; k--)
    if (cueAt(text, k)?.kind === 'backward') return out[k - 1]?.denied === true;
  return false;
}

const someone = /^(?:one|anyone|someone|anybody|somebody|persons?|people|those|individuals?|others|part(?:y|ies))$/u;

/** "Disclosure is prohibited": denies what stands before the ban at a word, or what follows its "to" or "from". */
export function forbid(text: Sentence, at: number, end: number, state: State, out: Told): void {
  // "by one not authorized" tells of somebody, and bans nothing.
  if (someone.test(said(text, at - 1))) return;
  // "… shall not be a breach": what is no wrong may be done.
  if (said(text, at - 1) === 'not' && said(text, at) === 'be') {
    state.denied = false;
    return;
  }
  // "We do not allow sponsors to …" is said of what follows; "is not allowed", of what stands before.
  const allows = /^(?:allow|permit|authorize)s?$/u.test(said(text, end - 1));
  // "It is a breach for Vendor to …" speaks of what follows, too.
  const speaksAhead = allows || isOfWhatFollows(text, at, state.clauseStart);
  if (speaksAhead || isByAndTo(text, end)) {
    if (allows) state.mood = 'may';
    state.denied = true;
    state.deniedAt = at;
    return;
  }
  const follows = said(text, end);
  if (follows === 'from' || follows === 'to') {
    state.denied = true;
    if (!bansFromPlace(text, end)) return;
  }
  // "These uses are prohibited: resale, advertising" denies what it lists too.
  if (follows === ':') state.denied = true;
  denyFrom(startOfBanned(text, at, state.clauseStart), out);
}

/** "It is a breach to …", "…, and it would be a breach of these terms if …": "it" is what is told after the ban. */
function isOfWhatFollows(text: Sentence, at: number, clauseStart: number): boolean {
  if (said(text, clauseStart) === 'it' && at - clauseStart < 4) return true;
  if (said(text, clauseStart - 1) !== 'it' || at - clauseStart > 2) return false;
  return text.slice(at, at + 8).some(({ text: word }) => word === 'if' || word === 'for' || word === 'to');
}

/** "We are forbidden by this Agreement to use it". */
function isByAndTo(text: Sentence, end: number): boolean {
  if (said(text, end) !== 'by') return false;
  return text.slice(end + 1, end + 7).find(({ text: word }) => word === 'to' || word === 'from')?.text === 'to';
}

/** "banned from the Service", "forbidden to Vendor", "excluded from what Vendor may do" look back; "barred from using" does not. */
function bansFromPlace(text: Sentence, end: number): boolean {
  const next = text[end + 1];
  if (/^(?:what|all|everyone|anyone)$/u.test(said(text, end + 1))) return true;
  // "forbidden to Caterer": somebody's name, unless all is in capitals.
  if (next?.party || (next?.capital && text[end - 1]?.capital === false)) return true;
  return /^(?:the|our)$/u.test(said(text, end + 1)) && said(text, end + 3) !== 'of';
}

/**
 * "We are bound by the rest if a promise turns out to be unlawful": the condition denies nothing before its "if". "Reports each
 * release that the Board has not allowed": nor does what somebody did not allow deny who tells of it.
 */
function startOfBanned(text: Sentence, at: number, clauseStart: number): number {
  const hasNot = said(text, at) === 'not' && /^(?:has|have|had)$/u.test(said(text, at - 1));
  for (let k = at - 1; k > clauseStart; k--)
    if (said(text, k) === 'if' || (hasNot && k > at - 7 && opensRelative.test(said(text, k)))) return k;
  return clauseStart;
}

const opensRelative = /^(?:that|which|whom|who)$/u;

/** Words that deny what follows their "from", however much stands between; those that deny by themselves are cues. */
export const restraints = oneOf(
  'prevent restrict restrain preclud bar keep hinder enjoin stop ban debar block prohibited forbidden',
);

/**
 * "shall be barred by contract from using", "nothing prevents Vendor from using": a restraint denies what follows its
 * "from"; one that is itself denied allows it.
 */
export function holdBack(text: Sentence, at: number, state: State, out: Told): void {
  const next = said(text, at + 1).endsWith('ly') ? at + 2 : at + 1;
  if (!said(text, next).endsWith('ing')) return;
  // "barred from", "prohibited from" are cues of their own.
  const nearest = said(text, at - 1) === 'restricted' ? at - 1 : at - 2;
  for (let k = nearest; k >= state.clauseStart && k > at - 12; k--) {
    const word = text[k];
    if (!word || word.text === 'from' || state.deniedAt === k) return;
    if (!(restraints.has(word.stem) || restraints.has(word.text))) continue;
    state.denied = out[k]?.denied === false;
    if (!state.denied) state.mood = 'may';
    state.deniedAt = at;
    return;
  }
}
