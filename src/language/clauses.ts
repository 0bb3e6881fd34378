import type { Mood } from './force.ts';
import { light } from './phrases.ts';
import type { Word } from './words.ts';

/** What is asked of a word here; `party` tells the names of parties. */
export type ForceWord = Pick<Word, 'stem' | 'text'> & { readonly party?: boolean; readonly capital?: boolean };

/** Marks that end a clause. */
export const breaks = new Set([';', '.', '!', '?', '—', '–', '|', '…']);
const coordinators = new Set([
  'and',
  'but',
  'so',
  'while',
  'whereas',
  'yet',
  'which',
  'who',
  'though',
  'although',
  'because',
  'if',
  'when',
  'where',
  'then',
  'whose',
  'both',
  'since',
  'after',
  'before',
  'once',
  'as',
  'that',
]);
const auxiliaries = new Set([
  'shall',
  'will',
  'must',
  'may',
  'can',
  'be',
  'have',
  'do',
  'would',
  'should',
  'remain',
  'stay',
  'belong',
]);

/** Words that open a condition, whose main clause is still to come. */
export const subordinators = new Set([
  'if',
  'when',
  'whenever',
  'where',
  'wherever',
  'should',
  'upon',
  'on',
  'once',
  'after',
  'in',
  'as',
  'suppose',
  'having',
  'being',
  'knowing',
  'learning',
  'were',
  'until',
  'because',
  'since',
  'unless',
  'although',
  'though',
]);
const relativePrepositions = new Set(['by', 'from', 'of', 'in', 'with', 'for', 'to', 'through']);
const joiners = new Set([
  'of',
  'nor',
  'or',
  'and',
  'neither',
  'no',
  'by',
  'for',
  'with',
  'to',
  ',',
  'than',
  'which',
  'that',
  'as',
]);
const modals = new Set(['shall', 'will', 'must', 'may', 'can', 'is', 'are', 'has', 'have', 'undertakes', 'agrees']);

/** What is known at a word of the clause that it stands in. */
export interface State {
  denied: boolean;
  mood: Mood;
  clause: number;
  clauseStart: number;
  deniedAt: number;
  /** Where a condition began whose main clause is still to come; -1 if none. */
  condition: number;
  /** A "without …" set off by commas, with what stood before it; null if none is open. */
  aside: { from: number; denied: boolean } | null;
  /** Whether what stood before the brackets that are open was denied; null if none are open. */
  bracketed: boolean | null;
  /** Where "other than" opened an exception from what is denied; -1 if none is open. */
  excepted: number;
}

export function startsClause(text: readonly ForceWord[], at: number, state: State): boolean {
  const word = text[at];
  if (!word) return false;
  if (breaks.has(word.text)) {
    state.condition = -1;
    return true;
  }
  if (word.text === ':') return !governs(text, at) || speaksAnew(text, at);
  if (answersNo(text, at)) return true;
  const taken = takesUpVerb(text, at, state);
  if (taken !== null) return taken;
  // "cannot be altered, so that each correction leaves a trace": the aim has a standing of its own.
  if (word.text === 'so' && text[at - 1]?.text === ',' && text[at + 1]?.text === 'that') return true;
  if (endsAtComma(text, at, state)) return true;
  const main = deniesAfresh(text, at, state) || resumes(text, at, state) ? 'perhaps' : opensMainClause(text, at, state);
  if (main !== null) {
    if (main === 'sure') state.condition = -1;
    return true;
  }
  if ((text[at - 1]?.text === ',' && opensAfterComma(text, at)) || goesOnAnew(text, at, state)) return true;
  if (text[at - 1]?.text === 'and' && (bindsItself.test(word.text) || endsLacking(text, at - 2, state))) return true;
  if (isSubject(text, at, state)) return true;
  if (!(auxiliaries.has(word.stem) || word.text === 'may') || at - state.clauseStart < 2) return false;
  if (endsModifier(text, at, state)) return true;
  return followsCoordinator(text, at, state);
}

/** Whether an auxiliary after a comma begins a clause; null if it does not tell. */
function takesUpVerb(text: readonly ForceWord[], at: number, { clauseStart, deniedAt }: State): boolean | null {
  const word = text[at]?.text ?? '';
  if (text[at - 1]?.text !== ',' || !modals.has(word)) return null;
  // It takes up its subject after an insertion: "the Institute, having learned that none was spared, shall …".
  const insertion = insertionBefore(text, at - 1);
  if (insertion >= 0) return deniedAt > insertion;
  // "shall cease to use it, shall return it": the same one again, where the denial stood after the first.
  for (let k = clauseStart; k < deniedAt; k++) if (text[k]?.text === word) return true;
  return null;
}

/** "returns what the Board does not already have and destroys the rest": what is lacking ends with its verb. */
function endsLacking(text: readonly ForceWord[], at: number, { deniedAt }: State): boolean {
  const lacks = deniedAt === at - 2 && text[at - 1]?.text === 'already';
  return lacks && /^(?:have|has|had|hold|holds|received)$/u.test(text[at]?.text ?? '');
}

/** "disclaims ownership and acknowledges that …": a party's next word has a standing of its own. */
const bindsItself = /^(?:acknowledges|agrees|undertakes|confirms|covenants|promises|accepts|warrants|represents)$/u;

const reasons = /^(?:since|because|inasmuch)$/u;

/** Whether a reason, or a party with a verb of its own, begins here, whatever went before. */
function isSubject(text: readonly ForceWord[], at: number, state: State): boolean {
  // "nor do we control it, since we act only as told": the reason has a standing of its own.
  if (text[at - 1]?.text === ',' && reasons.test(text[at]?.text ?? '')) return true;
  if (!text[at]?.party) return false;
  // "…, Vendor having custody of it as an agent".
  if (text[at - 1]?.text === ',' && /^(?:having|being|acting|holding)$/u.test(text[at + 1]?.text ?? '')) return true;
  if (state.mood !== 'fact' && (isFreshSubject(text, at) || followsAdjunct(text, at))) return true;
  // "Without the District's consent Vendor may …": what lacks stands first and ends at the subject.
  return text[state.clauseStart]?.text === 'without' && permits.test(text[at + 1]?.text ?? '');
}

/** A new auxiliary after a coordinator opens a clause of its own: "shall not sell the data and shall delete it". */
function followsCoordinator(text: readonly ForceWord[], at: number, state: State): boolean {
  for (let k = at - 1; k > at - 8 && k > state.clauseStart; k--) {
    const before = text[k]?.text ?? '';
    if (!coordinators.has(before)) continue;
    if (isRelative(text, k, at, state)) return false;
    if (before === 'and' && isListedSubject(text, k, state)) return false;
    return k > state.deniedAt;
  }
  return false;
}

/** "Sale, rental and exchange of records are excluded": nothing has been said yet of what the "and" joins. */
function isListedSubject(text: readonly ForceWord[], at: number, { clauseStart, denied }: State): boolean {
  if (denied || at - clauseStart > 12) return false;
  const before = text.slice(clauseStart, at);
  return (
    before.some(({ text: word }) => word === ',') &&
    before.every((word) => !isAuxiliary(word) && !word.party && !coordinators.has(word.text))
  );
}

/**
 * "the parent of one who is not, may …", "a term that cannot be enforced is severed": what the relative clause denies
 * ends with it.
 */
function endsRelative(text: readonly ForceWord[], at: number, deniedAt: number): boolean {
  // "a term that a court declines to enforce shall be severed"
  const holdsBack = leavesUndone.test(text[deniedAt]?.text ?? '');
  if (text[deniedAt]?.text !== 'not' && text[deniedAt + 1]?.text !== 'longer' && !holdsBack) return false;
  let opener = deniedAt - 1;
  while (opener > deniedAt - 5 && !relatives.has(text[opener]?.text ?? '')) opener--;
  if (!relatives.has(text[opener]?.text ?? '')) return false;
  if (text[at - 1]?.text === ',') return text[deniedAt]?.text === 'not';
  // Its subject must have been waiting for this verb, and not be denied itself.
  const before = subjectBefore(text, opener);
  return (
    before.length > 1 &&
    modals.has(text[at]?.text ?? '') &&
    at > deniedAt + 2 &&
    (holdsBack || isAuxiliary(text[opener + 1])) &&
    !before.some((word) => isAuxiliary(word) || denials.has(word.text))
  );
}

const leavesUndone = /^(?:declines?|refuses?|fails?)$/u;

/** A verb that tells how its subject goes on, after what was denied of something else. */
function goesOnAnew(text: readonly ForceWord[], at: number, state: State): boolean {
  return leavesPassive(text, at, state.deniedAt) || leavesRelative(text, at, state) || takesObject(text, at, state);
}

/**
 * "has no ownership in it and takes its orders from the Board": after "no" or "not", a verb of the third person with an
 * object of its own is not denied with the one before.
 */
function takesObject(text: readonly ForceWord[], at: number, { denied, deniedAt, clauseStart }: State): boolean {
  const word = text[at]?.text ?? '';
  if (!denied || text[at - 1]?.text !== 'and' || !/[a-z]{3}s$/u.test(word) || word.endsWith('ss')) return false;
  if (!/^(?:no|not)$/u.test(text[deniedAt]?.text ?? '') || deniedAt - 1 < clauseStart) return false;
  const behind = text[at - 2]?.text === ',' && /^(?:with|as|by|from|only)$/u.test(text[at + 1]?.text ?? '');
  const next = text[behind ? at + 2 : at + 1];
  return next !== undefined && (objects.has(next.text) || next.party === true);
}

/** Words that open an object. */
const objects = new Set(['the', 'a', 'an', 'its', 'it', 'them', 'their', 'our', 'your', 'all', 'every', 'each']);

/** "an account that nobody has closed by then turns into …": the verb that its subject has waited for is not denied. */
function leavesRelative(text: readonly ForceWord[], at: number, { denied, deniedAt }: State): boolean {
  if (!denied || !comesAbout.has(text[at]?.text ?? '')) return false;
  let opener = deniedAt;
  while (opener > deniedAt - 4 && !relatives.has(text[opener]?.text ?? '')) opener--;
  const before = subjectBefore(text, opener);
  return (
    relatives.has(text[opener]?.text ?? '') &&
    at > deniedAt + 2 &&
    before.length > 1 &&
    !before.some((word) => isAuxiliary(word) || denials.has(word.text))
  );
}

/** What becomes of the subject of a sentence. */
const comesAbout = new Set(
  'turns become becomes passes goes carries converts moves remain remains stay stays falls ends lapses reverts rolls belongs continues survives stands counts'.split(
    ' ',
  ),
);

/** The words before a relative, back to a mark. */
function subjectBefore(text: readonly ForceWord[], opener: number): readonly ForceWord[] {
  let start = opener;
  while (start > 0 && /^[\p{L}\d']/u.test(text[start - 1]?.text ?? '')) start--;
  return text.slice(start, opener);
}

const permits = /^(?:may|can)$/u;

const relatives = new Set(['who', 'which', 'that']);
const denials = new Set(['no', 'not', 'none', 'nothing', 'nobody', 'neither', 'nor', 'never', 'without']);

function isAuxiliary(word: ForceWord | undefined): boolean {
  return word !== undefined && (auxiliaries.has(word.stem) || word.text === 'may');
}

/** "the parts not affected by that holding will go on": the denied participle belongs to its noun, not to the verb. */
function endsParticiple(text: readonly ForceWord[], deniedAt: number): boolean {
  const before = text[deniedAt - 1];
  return (
    text[deniedAt]?.text === 'not' &&
    text[deniedAt + 1]?.text.endsWith('ed') === true &&
    before !== undefined &&
    /^[a-z]+s$/u.test(before.text) &&
    !auxiliaries.has(before.stem)
  );
}

/** What is denied in a part of the subject is not denied of the verb. */
function endsModifier(text: readonly ForceWord[], at: number, state: State): boolean {
  return endsRelative(text, at, state.deniedAt) || endsParticiple(text, state.deniedAt) || endsLack(text, at, state);
}

function isInRelative(text: readonly ForceWord[], at: number): boolean {
  return text.slice(Math.max(0, at - 6), at).some((word) => relatives.has(word.text) || word.text === 'what');
}

function endsAtComma(text: readonly ForceWord[], at: number, state: State): boolean {
  if (!state.denied || text[at - 1]?.text !== ',' || listGoesOn(text, at)) return false;
  // "what the directory wouldn't, including a note, …": a verb that is not said again.
  const isCut = text[at - 2]?.text === 'not' && state.deniedAt === at - 2 && isInRelative(text, at - 2);
  return isCut || endsLackAtComma(text, at, state) || endsSubordinate(text, state);
}

/**
 * "on learning that it was acquired without permission, calls the Superintendent": what lacks ends at the comma, unless a list
 * of what lacks goes on ("without notice, consent or cause").
 */
function endsLackAtComma(text: readonly ForceWord[], at: number, { deniedAt }: State): boolean {
  const length = at - 1 - deniedAt;
  if (text[deniedAt]?.text !== 'without' || length < 2 || length > 4) return false;
  return text[deniedAt + 1]?.text.endsWith('ing') !== true && text[deniedAt - 1]?.text !== ',';
}

/** ", rent or lend": what stands after a comma is the next of a list. */
function listGoesOn(text: readonly ForceWord[], at: number): boolean {
  return text.slice(at, at + 4).some(({ text: word }) => /^(?:or|nor|and|without)$/u.test(word));
}

/**
 * "if it goes to somebody who has no right to it, call the office", "by someone not entitled to it, Vendor shall write": what a
 * condition, a relative or a participle denies ends at its comma.
 */
function endsSubordinate(text: readonly ForceWord[], { deniedAt, clauseStart }: State): boolean {
  if (isParticiple(text, deniedAt)) return true;
  // "who has" opens a clause at its verb.
  for (let k = deniedAt - 1; k >= clauseStart - 2 && k > deniedAt - 7; k--) {
    const word = text[k]?.text ?? '';
    if (word === ',' || breaks.has(word)) return false;
    if (conditions.has(word)) return true;
    if (word === 'that' && isAuxiliary(text[k + 1])) return true;
  }
  return false;
}

const conditions = new Set(['who', 'whom', 'whose', 'if', 'when', 'whenever', 'where', 'wherever', 'should']);

/** "someone not entitled", "anything not displayed": no verb stands before what is denied. */
function isParticiple(text: readonly ForceWord[], deniedAt: number): boolean {
  const [before, denial, next] = [text[deniedAt - 1], text[deniedAt], text[deniedAt + 1]];
  return (
    before !== undefined &&
    (denial?.text === 'not' || denial?.text === 'never') &&
    /^[a-z]+$/u.test(before.text) &&
    !isAuxiliary(before) &&
    !coordinators.has(before.text) &&
    next?.text.endsWith('ed') === true
  );
}

/** "its release without authority shall be reported": what lacks is the release, and the verb is not denied with it. */
function endsLack(text: readonly ForceWord[], at: number, { clauseStart, deniedAt }: State): boolean {
  return (
    text[deniedAt]?.text === 'without' &&
    deniedAt > clauseStart &&
    at - deniedAt < 7 &&
    modals.has(text[at]?.text ?? '') &&
    text[deniedAt + 1]?.text.endsWith('ing') !== true &&
    !text.slice(clauseStart, deniedAt).some(({ text: word }) => denials.has(word))
  );
}

/** "are not affected and continue in effect": after "is not …ed", a verb that is no participle is not denied with it. */
function leavesPassive(text: readonly ForceWord[], at: number, deniedAt: number): boolean {
  const word = text[at];
  return (
    text[at - 1]?.text === 'and' &&
    text[deniedAt]?.text === 'not' &&
    at - deniedAt < 9 &&
    text[deniedAt - 1]?.stem === 'be' &&
    text[deniedAt + 1]?.text.endsWith('ed') === true &&
    word !== undefined &&
    finite.test(word.text)
  );
}

/** Verbs that tell how things go on. */
const finite = /^(?:continues?|survives?|stands?|keeps?|retains?|holds?|binds?|applies|apply|carry|carries|go|goes)$/u;

/**
 * Whether the word opens a relative clause within what is denied, which goes on after it: "no file that is part of a
 * record shall be used", "nothing by which one could tell who the child is".
 */
function isRelative(text: readonly ForceWord[], at: number, verb: number, state: State): boolean {
  const word = text[at]?.text ?? '';
  if (state.deniedAt > at || (!state.denied && (word !== 'that' || verb === at + 1))) return false;
  if (word === 'which') return relativePrepositions.has(text[at - 1]?.text ?? '');
  if (word === 'who') return verb > at + 1;
  if (word !== 'that') return false;
  if (text[state.deniedAt]?.text === 'no' && verb === at + 1) return true;
  // The subject still waits for its verb.
  for (let k = state.clauseStart; k < at; k++)
    if (auxiliaries.has(text[k]?.stem ?? '') || text[k]?.text === 'may') return false;
  return true;
}

/** "No, we do not sell it": the answer denies the question, and what follows has a standing of its own. */
function answersNo(text: readonly ForceWord[], at: number): boolean {
  if (text[at - 1]?.text !== ',' || text[at - 2]?.text !== 'no') return false;
  const word = text[at];
  const subject = word && light.has(word.text) ? text[at + 1] : word;
  return Boolean(subject?.party) || (text[at - 3] === undefined && pronouns.has(word?.text ?? ''));
}

const pronouns = new Set(['it', 'they', 'that', 'this', 'we', 'you', 'nobody', 'nothing', 'no', 'all', 'these']);

/** ", without demand,": the insertion and what it denies end at the next comma. */
export function opensAside(text: readonly ForceWord[], at: number): boolean {
  const before = text[at - 1]?.text;
  if (before !== undefined && before !== ',' && !breaks.has(before) && before !== 'and') return false;
  for (let k = at + 1; k < text.length && k < at + 16; k++) {
    const next = text[k]?.text ?? '';
    if (next === ',') return true;
    if (breaks.has(next)) return false;
  }
  return false;
}

/** "without selling it, lending it or showing it": what is not done is listed on. */
export function goesOn(text: readonly ForceWord[], at: number, from: number): boolean {
  return Boolean(text[from + 1]?.text.endsWith('ing') && text[at + 1]?.text.endsWith('ing'));
}

/** Whether a condition may begin here: at the head of the sentence, after a mark, or after "and". */
export function opensSentencePart(text: readonly ForceWord[], at: number): boolean {
  const before = text[at - 1]?.text;
  // "Vendor, if …" in a row of a table: the party comes first.
  if (at === 1 && text[0]?.party) return true;
  return before === undefined || !/^[\p{L}\d']/u.test(before) || before === 'and' || before === 'but';
}

/** Outside of a condition, or at the subject of its own: "If the LEA has not …". */
function opensCondition(text: readonly ForceWord[], at: number, { condition }: State): boolean {
  if (condition < 0 || at - condition < 2) return true;
  return at - condition === 2 && light.has(text[at - 1]?.text ?? '');
}

/** "If data is taken without leave, Vendor shall …": the main clause after a condition has a standing of its own. */
function opensMainClause(text: readonly ForceWord[], at: number, state: State): 'sure' | 'perhaps' | null {
  const word = text[at];
  const afterComma = text[at - 1]?.text === ',';
  if (opensCondition(text, at, state)) return null;
  // "if a judge says that we cannot …, we will": what is said still belongs to the condition.
  if (word?.party && modals.has(text[at + 1]?.text ?? '') && text[at - 1]?.text !== 'that') return 'sure';
  if (!afterComma || word?.text === 'and' || word?.text === 'or' || word?.text === 'nor') return null;
  const subject = word && (light.has(word.text) || word.text === 'then') ? text[at + 1] : word;
  if (subject?.party) return 'sure';
  return byVerbAhead(text, at);
}

/** What the next verb tells of the words after a condition's comma. */
function byVerbAhead(text: readonly ForceWord[], at: number): 'sure' | 'perhaps' | null {
  for (let k = at + 1; k < text.length && k < at + 9; k++) {
    const next = text[k]?.text ?? '';
    if (next === ',' || breaks.has(next)) return null;
    // "is" may still belong to the condition: "where a name, a record or a picture is taken, Vendor shall …".
    if (modals.has(next)) return /^(?:is|are|has|have)$/u.test(next) ? 'perhaps' : 'sure';
  }
  return null;
}

/** "If a part can't be enforced, the others still count": a subject after the comma, and no list that goes on. */
function resumes(text: readonly ForceWord[], at: number, state: State): boolean {
  const { deniedAt, condition } = state;
  if (condition < 0 || deniedAt < condition || at - deniedAt < 2 || text[at - 1]?.text !== ',') return false;
  if (!subjects.has(text[at]?.text ?? '') || opensMainClause(text, at, state) === 'sure') return false;
  for (let k = at + 1; k < at + 7; k++) {
    const next = text[k]?.text;
    if (next === undefined || next === '.') return k > at + 2;
    if (next === ',' || next === 'or' || next === 'and' || next === 'nor') return false;
  }
  return true;
}

const subjects = new Set(['the', 'this', 'these', 'those', 'it', 'they', 'everything', 'all', 'every', 'each', 'its']);

/** "If a term is void, no harm comes to the others": what follows a condition denies on its own. */
function deniesAfresh(text: readonly ForceWord[], at: number, { condition }: State): boolean {
  return condition >= 0 && at - condition > 1 && text[at - 1]?.text === ',' && fresh.has(text[at]?.text ?? '');
}

const fresh = new Set(['no', 'nothing', 'nobody', 'none']);

/** "… may ask for deletion by letter the Vendor shall …": a party right before its verb is a subject, whatever went before. */
function isFreshSubject(text: readonly ForceWord[], at: number): boolean {
  if (!modals.has(text[at + 1]?.text ?? '')) return false;
  let before = at - 1;
  while (before >= 0 && light.has(text[before]?.text ?? '')) before--;
  const word = text[before]?.text ?? '';
  // "nor shall the Company have": the verb stands before its subject.
  return !joiners.has(word) && !modals.has(word);
}

/** "…, and on the day after we erase it": the party after "and" and a time or place has a verb of its own. */
function followsAdjunct(text: readonly ForceWord[], at: number): boolean {
  for (let k = at - 2; k > at - 7 && k > 0; k--) {
    const word = text[k]?.text;
    if (word === ',') return false;
    if ((word === 'and' || word === 'but') && text[k - 1]?.text === ',') return adjuncts.has(text[k + 1]?.text ?? '');
  }
  return false;
}

const adjuncts = new Set(['on', 'in', 'at', 'after', 'within', 'over', 'upon', 'during', 'before']);

/** The comma at which an insertion that ends at comma `end` begins; -1 if there is none. */
function insertionBefore(text: readonly ForceWord[], end: number): number {
  for (let k = end - 1; k >= 0 && k > end - 40; k--) {
    if (breaks.has(text[k]?.text ?? '')) return -1;
    if (text[k]?.text === ',' && subordinators.has(text[k + 1]?.text ?? '')) return k;
  }
  return -1;
}

/** ", which the School owns", ", and the District decides": after a comma a relative or a coordinated party opens a clause. */
function opensAfterComma(text: readonly ForceWord[], at: number): boolean {
  const word = text[at]?.text ?? '';
  if (word === 'which' || word === 'who' || word === 'whose') return true;
  if (word !== 'and' && word !== 'but' && word !== 'while' && word !== 'so') return false;
  const next = text[at + 1];
  if (next && everyone.has(next.text)) return true;
  const subject = next && light.has(next.text) ? text[at + 2] : next;
  const after = next && light.has(next.text) ? text[at + 3]?.text : text[at + 2]?.text;
  return Boolean(subject?.party) && after !== 'or' && after !== ',' && after !== "'s";
}

/** "and we agree not to: the Vendor will not use it": what follows the colon has a subject and a verb of its own. */
function speaksAnew(text: readonly ForceWord[], at: number): boolean {
  const subject = light.has(text[at + 1]?.text ?? '') ? at + 2 : at + 1;
  return text[subject]?.party === true && modals.has(text[subject + 1]?.text ?? '');
}

/** ", and everyone who works here has signed …" */
const everyone = new Set(['everyone', 'everybody']);

/** "shall not:" goes on after the colon; "here is our promise:" does not. */
function governs(text: readonly ForceWord[], at: number): boolean {
  for (let k = at - 1; k >= 0 && k > at - 7; k--) {
    const before = text[k]?.text ?? '';
    // "information that is not directory information: ten days".
    if (before === 'not' && isAuxiliary(text[k - 1]) && relatives.has(text[k - 2]?.text ?? '')) return false;
    if (
      before === 'not' ||
      before === 'never' ||
      before === 'no' ||
      before === 'none' ||
      before === 'following' ||
      before === 'prohibited' ||
      before === 'forbidden' ||
      before === 'barred' ||
      before === 'to' ||
      before === 'shall' ||
      before === 'will' ||
      before === 'may' ||
      before === 'must' ||
      before === 'from' ||
      before === 'neither'
    )
      return true;
  }
  return false;
}
