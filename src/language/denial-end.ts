import type { Sentence, State } from './sentence.ts';
import { breaks, coordinators, denials, isAuxiliary, modals, nones, relatives, said, unitsOfTime } from './sentence.ts';
import { oneOf } from './words.ts';

/** At the mark or the "to" where the next task of a list, or the means of what is owed, begins. */
export function endsTask(text: Sentence, at: number, state: State): boolean {
  return state.denied && (opensNextTask(text, at, state) || opensMeans(text, at, state));
}

/**
 * "agrees to use it for that alone, to pass it to no one, and to protect it": what one task of a list denies after its
 * verb ends where the next begins. "Has no right to sell, to rent or to lend" denies all, as the denial stands first.
 */
function opensNextTask(text: Sentence, at: number, { deniedAt, clauseStart }: State): boolean {
  if (said(text, at) !== 'to' || at + 1 >= text.length) return false;
  const joiner = said(text, at - 1);
  const listed = joiner === ',' || ((joiner === 'and' || joiner === 'or') && said(text, at - 2) === ',');
  // "to pass it to nobody and to protect it": a denial in the object reaches no further.
  const inObject =
    joiner === 'and' && nones.has(said(text, deniedAt)) && /^(?:to|with|by|from)$/u.test(said(text, deniedAt - 1));
  if (!listed && !inObject) return false;
  let before = deniedAt - 1;
  while (before > clauseStart && !opensTask(text, before)) before--;
  if (before <= clauseStart) return false;
  for (let k = deniedAt + 1; k < at; k++) if (said(text, k) === 'to' && said(text, k - 1) !== ',') return false;
  return true;
}

function opensTask(text: Sentence, at: number): boolean {
  return said(text, at) === 'to' && /^(?:,|and|or|(?:agree|promise|undertake|covenant)s?)$/u.test(said(text, at - 1));
}

/** "against disclosure without authority, using encryption": the means belong to what is owed. */
function opensMeans(text: Sentence, at: number, { deniedAt }: State): boolean {
  if (said(text, at) !== ',' || said(text, deniedAt) !== 'without' || at - deniedAt > 4) return false;
  return /^(?:using|employing|including|by|through|with)$/u.test(said(text, at + 1));
}

/** Whether what is denied ends with the comma that stands before a word. */
export function endsAtComma(text: Sentence, at: number, state: State): boolean {
  if (!state.denied) return false;
  if (opensLimit(text, at, state) || isAside(text, at, state)) return true;
  if (listGoesOn(text, at)) return false;
  // "what the directory wouldn't, including a note, …": a verb that is not said again.
  const isCut = said(text, at - 2) === 'not' && state.deniedAt === at - 2 && isInRelative(text, at - 2);
  return isCut || endsLackAtComma(text, at, state) || isSubordinate(text, state);
}

/** "our law, and not that of Utah, governs": another thing that is set aside between commas, and not what the sentence says. */
function isAside(text: Sentence, at: number, { deniedAt }: State): boolean {
  return (
    said(text, deniedAt) === 'not' &&
    /^(?:and|but)$/u.test(said(text, deniedAt - 1)) &&
    said(text, deniedAt - 2) === ',' &&
    /^(?:that|those|the|any|its|their)$/u.test(said(text, deniedAt + 1)) &&
    opensVerb(text, at) &&
    !text.slice(deniedAt + 1, at).some(isAuxiliary)
  );
}

/** "shall", "is", and "governs the rights": what the subject before an aside was waiting for. */
function opensVerb(text: Sentence, at: number): boolean {
  return isAuxiliary(text[at]) || (/[a-z]{3}s$/u.test(said(text, at)) && opensObject.has(said(text, at + 1)));
}

const opensObject = oneOf('the this that these those all what each both every our their its');

/** "without a fuss, within 96 hours", "shall not sleep on it, and within 96 hours": the time that follows is owed, and not lacked. */
function opensLimit(text: Sentence, at: number, { deniedAt }: State): boolean {
  const joined = said(text, at) === 'and';
  const from = joined ? at + 1 : at;
  return (joined || lacks(text, deniedAt)) && [from, from + 1].some((k) => limits(text, k));
}

/** "within ten days", "by the tenth day", "sixty (60) days". */
function limits(text: Sentence, at: number): boolean {
  if (/^(?:within|inside)$/u.test(said(text, at))) return true;
  const opens = /^(?:by|on|the|\d+|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|twelve|eleven|\w+ty)$/u;
  return opens.test(said(text, at)) && text.slice(at + 1, at + 6).some(({ text: word }) => unitsOfTime.has(word));
}

/** ", rent or lend": what stands after a comma is the next of a list. */
function listGoesOn(text: Sentence, at: number): boolean {
  return text.slice(at, at + 4).some(({ text: word }) => /^(?:or|nor|and|without)$/u.test(word));
}

function isInRelative(text: Sentence, at: number): boolean {
  return text.slice(Math.max(0, at - 6), at).some(({ text: word }) => relatives.has(word) || word === 'what');
}

/**
 * "on learning that it was acquired without permission, calls the Superintendent": what lacks ends at the comma, unless a list
 * of what lacks goes on ("without notice, consent or cause").
 */
function endsLackAtComma(text: Sentence, at: number, { deniedAt }: State): boolean {
  const length = at - 1 - deniedAt;
  return lacks(text, deniedAt) && length >= 2 && length <= 4 && said(text, deniedAt - 1) !== ',';
}

/** "without authority", and not "without selling it". */
function lacks(text: Sentence, deniedAt: number): boolean {
  const lack = said(text, deniedAt);
  return (
    (lack === 'without' || (lack === 'no' && said(text, deniedAt - 1) === 'with')) &&
    !said(text, deniedAt + 1).endsWith('ing')
  );
}

/**
 * "if it goes to somebody who has no right to it, call the office", "by someone not entitled to it, Vendor shall write": what a
 * condition, a relative or a participle denies ends at its comma.
 */
function isSubordinate(text: Sentence, { deniedAt, clauseStart }: State): boolean {
  if (isParticiple(text, deniedAt)) return true;
  // "who has" opens a clause at its verb.
  for (let k = deniedAt - 1; k >= clauseStart - 5 && k > deniedAt - 7; k--) {
    const word = said(text, k);
    if (word === ',' || breaks.has(word)) return false;
    if (opensSubordinate.has(word)) return true;
    // "a manner that nobody authorized", and not "agrees that nobody shall".
    const ofNobody =
      k + 1 === deniedAt && /^(?:nobody|none)$/u.test(said(text, k + 1)) && said(text, k + 2).endsWith('ed');
    if (word === 'which' && isAuxiliary(text[k + 1])) return true;
    if (word === 'that' && (ofNobody || isAuxiliary(text[k + 1]) || indefinite.has(said(text, k - 1)))) return true;
  }
  return false;
}

const opensSubordinate = oneOf(
  'who whom whose if when whenever where wherever should what whatever whichever anything something everything',
);
const indefinite = oneOf(
  'anything something everything all those things data records files information entries lines items',
);

/** "someone not entitled", "anything not displayed": no verb stands before what is denied. */
export function isParticiple(text: Sentence, deniedAt: number): boolean {
  const before = said(text, deniedAt - 1);
  return (
    /^(?:not|never)$/u.test(said(text, deniedAt)) &&
    /^[a-z]+$/u.test(before) &&
    !isAuxiliary(text[deniedAt - 1]) &&
    !coordinators.has(before) &&
    said(text, deniedAt + 1).endsWith('ed')
  );
}

/** A verb that tells how its subject goes on, after what was denied of something else. */
export function goesOnAnew(text: Sentence, at: number, state: State): boolean {
  if (state.deniedAt < 0) return false;
  return (
    leavesCondition(text, at, state) ||
    leavesPassive(text, at, state) ||
    leavesRelative(text, at, state) ||
    takesObject(text, at, state) ||
    leavesLack(text, at, state)
  );
}

/** "if the panel is not suitable she writes", "whatever it cannot reach we fix": the pronoun has a verb of its own. */
function leavesCondition(text: Sentence, at: number, state: State): boolean {
  return (
    state.denied &&
    /^(?:she|he|we|they)$/u.test(said(text, at)) &&
    at - state.deniedAt >= 2 &&
    !coordinators.has(said(text, at - 1)) &&
    !relatives.has(said(text, at - 1)) &&
    isSubordinate(text, state)
  );
}

/** "are not affected and continue in effect": after "is not …ed", a verb that is no participle is not denied with it. */
function leavesPassive(text: Sentence, at: number, { deniedAt }: State): boolean {
  return (
    said(text, at - 1) === 'and' &&
    said(text, deniedAt) === 'not' &&
    at - deniedAt < 9 &&
    text[deniedAt - 1]?.stem === 'be' &&
    said(text, deniedAt + 1).endsWith('ed') &&
    goesOn.test(said(text, at))
  );
}

/** Verbs that tell how things go on. */
const goesOn = /^(?:continues?|survives?|stands?|keeps?|retains?|holds?|binds?|applies|apply|carry|carries|go|goes)$/u;

/** "an account that nobody has closed by then turns into …": the verb that its subject has waited for is not denied. */
function leavesRelative(text: Sentence, at: number, { denied, deniedAt }: State): boolean {
  if (!denied || !comesAbout.has(said(text, at)) || at <= deniedAt + 2) return false;
  const opener = relativeBefore(text, deniedAt, 4);
  return opener >= 0 && waits(text, opener);
}

/** What becomes of the subject of a sentence. */
const comesAbout = oneOf(
  'turns become becomes passes goes carries converts moves remain remains stay stays falls ends lapses reverts rolls belongs continues survives stands counts',
);

/**
 * "has no ownership in it and takes its orders from the Board": after "no" or "not", a verb of the third person with an
 * object of its own is not denied with the one before.
 */
function takesObject(text: Sentence, at: number, { denied, deniedAt, clauseStart }: State): boolean {
  const word = said(text, at);
  if (!denied || said(text, at - 1) !== 'and' || !/[a-z]{3}s$/u.test(word) || word.endsWith('ss')) return false;
  if (!/^(?:no|not)$/u.test(said(text, deniedAt)) || deniedAt - 1 < clauseStart) return false;
  const behind = said(text, at - 2) === ',' && /^(?:with|as|by|from|only)$/u.test(said(text, at + 1));
  const object = behind ? at + 2 : at + 1;
  return objects.has(said(text, object)) || text[object]?.party === true;
}

/** Words that open an object. */
const objects = oneOf('the a an its it them their our your all every each');

/** "returns what the Board does not already have and destroys the rest": what is lacking ends with its verb. */
function leavesLack(text: Sentence, at: number, { deniedAt }: State): boolean {
  return (
    said(text, at - 1) === 'and' &&
    deniedAt === at - 4 &&
    said(text, at - 3) === 'already' &&
    /^(?:have|has|had|hold|holds|received)$/u.test(said(text, at - 2))
  );
}

/** Whether what is denied belongs to a part of the subject, and not to the verb at a word. */
export function endsModifier(text: Sentence, at: number, state: State): boolean {
  return endsRelative(text, at, state) || endsParticiple(text, state) || endsLack(text, at, state);
}

/**
 * "the parent of one who is not, may …", "a term that cannot be enforced is severed": what the relative clause denies
 * ends with it.
 */
function endsRelative(text: Sentence, at: number, { deniedAt }: State): boolean {
  const denial = said(text, deniedAt);
  // "a term that a court declines to enforce shall be severed"
  const holdsBack = leavesUndone.test(denial);
  if (denial !== 'not' && said(text, deniedAt + 1) !== 'longer' && !holdsBack) return false;
  const opener = relativeBefore(text, deniedAt, 5);
  if (opener < 0) return false;
  if (said(text, at - 1) === ',') return denial === 'not';
  return (
    modals.has(said(text, at)) &&
    at > deniedAt + 2 &&
    (holdsBack || isAuxiliary(text[opener + 1]) || /^(?:do|does|can|will)$/u.test(said(text, deniedAt - 1))) &&
    !coordinators.has(said(text, at - 1)) &&
    waits(text, opener)
  );
}

const leavesUndone = /^(?:declines?|refuses?|fails?)$/u;

/** The relative that opens what is denied, no more than some words before it; -1 if there is none. */
function relativeBefore(text: Sentence, deniedAt: number, most: number): number {
  for (let k = deniedAt - 1; k >= deniedAt - most; k--) if (relatives.has(said(text, k))) return k;
  return -1;
}

/** Whether the subject before a relative still waits for its verb, and is not denied itself. */
function waits(text: Sentence, opener: number): boolean {
  let start = opener;
  while (start > 0 && /^[\p{L}\d']/u.test(said(text, start - 1))) {
    start--;
    if (isAuxiliary(text[start]) || denials.has(said(text, start))) return false;
  }
  return opener - start > 1;
}

/** "the parts not affected by that holding will go on": the denied participle belongs to its noun, not to the verb. */
function endsParticiple(text: Sentence, { deniedAt }: State): boolean {
  return (
    said(text, deniedAt) === 'not' &&
    said(text, deniedAt + 1).endsWith('ed') &&
    /^[a-z]+s$/u.test(said(text, deniedAt - 1)) &&
    !isAuxiliary(text[deniedAt - 1])
  );
}

/** "its release without authority shall be reported": what lacks is the release, and the verb is not denied with it. */
function endsLack(text: Sentence, at: number, { clauseStart, deniedAt }: State): boolean {
  return (
    lacks(text, deniedAt) &&
    deniedAt > clauseStart &&
    at - deniedAt < 7 &&
    modals.has(said(text, at)) &&
    !text.slice(clauseStart, deniedAt).some(({ text: word }) => denials.has(word))
  );
}
