import type { ForceWord, State } from './clauses.ts';
import { breaks, goesOn, opensAside, opensSentencePart, startsClause, subordinators } from './clauses.ts';
import type { CueKind } from './cues.ts';
import { cueAt } from './cues.ts';
import { light } from './phrases.ts';
import type { Word } from './words.ts';

const nobody: ReadonlySet<number> = new Set();

/**
 * How a word stands in its clause: `denied` under an odd number of negations; `mood` the modality that governs it.
 * "must" + denied is a prohibition, "may" + denied too ("may not"); `need-not` is a duty expressly not owed.
 */
export interface Standing {
  readonly denied: boolean;
  readonly mood: Mood;
  /** Number of the clause within the sentence. */
  readonly clause: number;
}

export type Mood = 'fact' | 'must' | 'may' | 'need-not';

/** How each word of a sentence stands; `parties` tells which words name one. Linear. */
export function standings(words: readonly Word[], parties: ReadonlySet<number> = nobody): Standing[] {
  const text = words.map(({ stem, text, capital }, at): ForceWord => ({ stem, text, capital, party: parties.has(at) }));
  const out: { denied: boolean; mood: Mood; clause: number }[] = [];
  const state: State = {
    denied: false,
    mood: 'fact',
    clause: 0,
    clauseStart: 0,
    deniedAt: -1,
    condition: -1,
    aside: null,
    bracketed: null,
    excepted: -1,
  };
  for (let i = 0; i < text.length; ) {
    const word = text[i];
    if (!word) break;
    enter(text, i, word, state);
    const cue = setsFree(text, i, state) ? undefined : cueAt(text, i);
    const end = cue ? cue.end : i + 1;
    if (cue?.kind === 'negator' && (word.text === 'without' ? opensAside(text, i) : isInInsertion(text, i)))
      state.aside ??= { from: i, denied: state.denied };
    if (judges(text, i, state)) denyFrom(startBefore(text, state), out);
    else if (cue) apply(cue.kind, text, i, cue.end, state, out);
    else if (word.text === 'from') holdBack(text, i, state, out);
    for (let k = i; k < end; k++) out.push({ denied: state.denied, mood: state.mood, clause: state.clause });
    i = end;
  }
  denyListed(text, out, endOfBan(text));
  return out;
}

/** "Prohibited in every case: …", as a line by itself above a list or before its colon. */
export const banOfList =
  /^(?:(?:the following|(?:all|each) of these|these)(?: \w+)? (?:are|is) )?(?:strictly |absolutely |expressly |always )?(?:prohibited|forbidden|banned|barred|disallowed|not (?:allowed|permitted|authorized)|off limits|out of bounds)(?: (?!from\b|to\b|by\b)\w+){0,5} ?[:.]/i;

/** Where what a verdict bans begins, if the sentence opens with one; past its end if not. */
function endOfBan(text: readonly ForceWord[]): number {
  const mark = text.findIndex((word, at) => word.text === ':' || word.text === '.' || at > 14);
  const opening = text.slice(0, mark + 1).map((word) => word.text);
  return mark > 0 && mark + 1 < text.length && banOfList.test(opening.join(' ')) ? mark + 1 : text.length;
}

/** Denies what a ban above it or before its colon lists, up to an exception. */
export function denyListed(
  text: readonly { readonly text: string }[],
  out: readonly { denied: boolean }[],
  from: number,
): void {
  for (let k = from; k < out.length && !exceptions.has(text[k]?.text ?? ''); k++) {
    const listed = out[k];
    if (listed) listed.denied = true;
  }
}

const exceptions = new Set(['except', 'excepting', 'unless', 'save', 'other']);

function apply(
  kind: CueKind,
  text: readonly ForceWord[],
  at: number,
  end: number,
  state: State,
  out: { denied: boolean }[],
): void {
  switch (kind) {
    case 'negator':
      deny(text, at, end, state, out);
      return;
    case 'opener':
      if (!/^(?:only|solely|exclusively)$/u.test(text[at]?.text ?? '') && opensException(text, at)) {
        if (state.denied && text[at]?.text === 'other') state.excepted = at;
        // "shall not, except as agreed, sell it": the denial waits for its verb.
        if (state.denied && text[at - 1]?.text === ',' && state.deniedAt === at - 2 && opensAside(text, at))
          state.aside = { from: at, denied: true };
        state.denied = false;
      }
      return;
    case 'must':
      // "does not have to delete", "has no need to": who does not have to is free to.
      if (state.denied && isFreed(text, at)) {
        state.denied = false;
        state.mood = 'need-not';
      } else state.mood = 'must';
      return;
    case 'duty':
      // "without need of a request" frees nobody.
      if (text[at]?.text === 'need' && /^(?:of|for)$/u.test(text[end]?.text ?? '')) return;
      state.mood = state.denied ? 'need-not' : 'must';
      state.denied = false;
      return;
    case 'may':
      if (state.mood !== 'need-not') state.mood = 'may';
      return;
    case 'backward':
      forbid(text, at, end, state, out);
      return;
    case 'harmless':
      return;
    default:
      kind satisfies never;
  }
}

function isFreed(text: readonly ForceWord[], at: number): boolean {
  const { stem } = text[at] ?? {};
  return stem === 'need' || (stem === 'have' && text[at - 1]?.text === 'not');
}

/** What changes at a word before it says anything itself: a clause, a task of a list or an insertion ends. */
function enter(text: readonly ForceWord[], i: number, word: ForceWord, state: State): void {
  if (subordinators.has(word.text) && opensSentencePart(text, i)) state.condition = i;
  // "Connecticut law (not Oregon's) governs": what brackets deny ends with them.
  if (word.text === '(') state.bracketed = state.denied;
  else if (word.text === ')' && state.bracketed !== null) {
    state.denied = state.bracketed;
    state.bracketed = null;
  }
  if (opensNextTask(text, i, state)) state.denied = false;
  if (goesOnAfterException(text, i, state)) state.denied = true;
  if (endsLackAtMeans(text, i, state)) state.denied = false;
  if (startsClause(text, i, state)) {
    state.denied = false;
    state.excepted = -1;
    state.mood = 'fact';
    state.clause++;
    state.clauseStart = i + (breaks.has(word.text) ? 1 : 0);
  }
  if (state.aside && word.text === ',' && !goesOn(text, i, state.aside.from)) {
    state.denied = state.aside.denied;
    state.aside = null;
  }
}

/** "against disclosure without authority, using encryption": the means belong to what is owed. */
function endsLackAtMeans(text: readonly ForceWord[], at: number, { denied, deniedAt }: State): boolean {
  if (!denied || text[at]?.text !== ',' || text[deniedAt]?.text !== 'without' || at - deniedAt > 4) return false;
  return /^(?:using|employing|including|by|through|with)$/u.test(text[at + 1]?.text ?? '');
}

/** "may not use it to profile other than for class, or for any other end": the list that is denied goes on. */
function goesOnAfterException(text: readonly ForceWord[], at: number, state: State): boolean {
  if (state.excepted < 0 || at - state.excepted > 14 || text[at]?.text !== ',') return false;
  return text[at + 1]?.text === 'or' && /^(?:to|for|in|as)$/u.test(text[at + 2]?.text ?? '');
}

/** "… measures, which shall in no event fall below the standard, to keep it safe": denied up to the next comma. */
function isInInsertion(text: readonly ForceWord[], at: number): boolean {
  for (let k = at - 1; k > 0 && k > at - 6; k--) {
    if (text[k]?.text === ',') return false;
    if (text[k]?.text === 'which' && text[k - 1]?.text === ',') return true;
  }
  return false;
}

/** "Nothing herein limits the right of Vendor to use it": what no term cuts down is allowed. */
function setsFree(text: readonly ForceWord[], at: number, state: State): boolean {
  if (!state.denied || at - state.deniedAt > 8 || state.deniedAt - state.clauseStart > 1) return false;
  const no = text[state.deniedAt]?.text;
  const isTerm =
    no === 'nothing' ||
    (no === 'no' && /^(?:provision|term|part|section|clause|paragraph)$/u.test(text[state.deniedAt + 1]?.text ?? ''));
  if (!isTerm || !cutsDown.test(text[at]?.text ?? '')) return false;
  // "restricts Vendor from using it" is read at its "from".
  if (text.slice(at, at + 8).some((word) => word.text === 'from')) return false;
  state.denied = false;
  state.mood = 'may';
  return true;
}

const cutsDown =
  /^(?:restricts?|limits?|impairs?|abridges?|curtails?|prohibits?|forbids?|prevents?|precludes?|hinders?|bars?)$/u;

/** "Use of records for advertising: prohibited at all times": what is named before the mark is judged after it. */
function judges(text: readonly ForceWord[], at: number, { clauseStart }: State): boolean {
  const start = text[clauseStart]?.text === ':' ? clauseStart + 1 : clauseStart;
  if (at !== start || start === 0) return false;
  const mark = text[start - 1]?.text;
  if (mark !== ':' && mark !== '—' && mark !== '–') return false;
  const first = /^(?:strictly|expressly|absolutely|always)$/u.test(text[at]?.text ?? '') ? at + 1 : at;
  const word = text[first]?.text ?? '';
  const next = text[first + 1]?.text ?? '';
  if (word === 'not' || word === 'never') return /^(?:permitted|allowed|authorized|done)$/u.test(next);
  return bans.test(word) && next !== 'to';
}

const bans = /^(?:prohibited|forbidden|banned|barred|disallowed|excluded|none|never)$/u;

/** Where the clause before this one began. */
function startBefore(text: readonly ForceWord[], { clauseStart }: State): number {
  let start = clauseStart - 1;
  while (start > 0 && !breaks.has(text[start - 1]?.text ?? '')) start--;
  return start;
}

function denyFrom(start: number, out: { denied: boolean }[]): void {
  for (let k = start; k < out.length; k++) {
    const before = out[k];
    if (before) before.denied = true;
  }
}

/** ", a use that this Agreement forbids": the relative bans what its sentence has named. */
function bansBefore(text: readonly ForceWord[], at: number): boolean {
  if (!/^(?:prohibits|forbids|bars|excludes)$/u.test(text[at]?.text ?? '')) return false;
  const next = text[at + 1]?.text;
  if (next !== undefined && next !== ',' && !breaks.has(next)) return false;
  for (let k = at - 1; k > at - 6 && k > 0; k--) {
    const word = text[k]?.text;
    if (word !== 'which' && word !== 'that') continue;
    return text[k - 1]?.text === ',' || (text[k - 3]?.text === ',' && light.has(text[k - 2]?.text ?? ''));
  }
  return false;
}

/** "Disclosure shall not be made": the verb says only that the noun before it happens. */
function happens(text: readonly ForceWord[], at: number): boolean {
  const next = text[at + 1]?.text;
  if (next === 'be')
    return /^(?:made|done|undertaken|effected|conducted|attempted|practised|practiced)$/u.test(
      text[at + 2]?.text ?? '',
    );
  return next === 'occur' || next === 'happen' || (next === 'take' && text[at + 2]?.text === 'place');
}

const again = new Set(['no', 'none', 'never', 'neither', 'without']);
const empty = new Set(['none', 'nothing', 'nobody', 'neither']);

function deny(text: readonly ForceWord[], at: number, end: number, state: State, out: { denied: boolean }[]): void {
  const word = text[at]?.text ?? '';
  if (deniesNothing(text, at, end)) return;
  // "need not delete": who need not is free to.
  if (word === 'not' && (text[at - 1]?.text === 'need' || text[at - 1]?.text === 'needs')) {
    state.mood = 'need-not';
    state.denied = false;
    state.deniedAt = at;
    return;
  }
  // "needs no consent to sell it", "no limit on how it may use it": who lacks these is free.
  if (word === 'no' && !state.denied && setsNoBar(text, at)) {
    state.mood = 'may';
    state.deniedAt = at;
    return;
  }
  // "under no obligation to refrain from using it": who need not hold back may go on.
  if (state.mood === 'need-not' && holdsBack.test(word)) {
    state.mood = 'may';
    return;
  }
  if (bansBefore(text, at)) {
    denyFrom(startBefore(text, { ...state, clauseStart: at }), out);
    return;
  }
  if (word === 'not' && !state.denied && happens(text, at)) denyFrom(state.clauseStart, out);
  // "We own none of it": what the verb has for its object denies the verb.
  const verb = out[at - 1];
  if (empty.has(word) && verb && at - 1 > state.clauseStart && !state.denied) verb.denied = true;
  if (gaveUp.has(word) || text[at - 1]?.text === 'hereby') {
    // "claims no title and disclaims control": a verb of its own, not a denial denied.
    state.denied = true;
    state.mood = 'fact';
  } else state.denied = !state.denied || saysAgain(text, at, state);
  state.deniedAt = at;
}

/** Words that look like denials here and are none. */
function deniesNothing(text: readonly ForceWord[], at: number, end: number): boolean {
  const word = text[at]?.text;
  // "stop or travel habits" names a stop; "stop using" denies.
  if ((word === 'stop' || word === 'stops') && end === at + 1) return !text[end]?.text.endsWith('ing');
  if (word === 'not') return namesAnother(text, at);
  // "shall in no event be later than ten days"
  if (word === 'in' && end > at + 1)
    return text
      .slice(end, end + 4)
      .some((one, k) => one.text === 'than' && /^(?:later|more|longer)$/u.test(text[end + k - 1]?.text ?? ''));
  // "with no avoidable delay", "without any dawdling"
  if (word === 'no' || word === 'without')
    return text
      .slice(at + 1, at + 4)
      .some((one) => /^(?:delay|dawdling|dallying|hesitation|tarrying)$/u.test(one.text));
  // "This prohibition bars Vendor from using it": the ban bars, and is not barred.
  if (word === 'prohibition') return restraints.has(text[end]?.stem ?? '');
  // "Notwithstanding the foregoing" forgoes nothing.
  return word === 'foregoing';
}

function setsNoBar(text: readonly ForceWord[], at: number): boolean {
  const next = text[at + 1]?.text ?? '';
  if (/^(?:limits?|limitations?|restrictions?|bars?|bans?|prohibitions?)$/u.test(next))
    return /^(?:on|against|to|as)$/u.test(text[at + 2]?.text ?? '');
  return (
    /^(?:need|needs|require|requires)$/u.test(text[at - 1]?.text ?? '') &&
    /^(?:permission|consent|approval|leave|authorization|license|licence|release)$/u.test(next)
  );
}

/** "nor", "no, …", the next no of a list, "never … no": one denial said twice. */
function saysAgain(text: readonly ForceWord[], at: number, state: State): boolean {
  const word = text[at]?.text ?? '';
  if (word === 'nor' || (word === 'no' && text[at + 1]?.text === ',')) return true;
  // "… never becomes ours, and no decision about it is ours": a clause of its own, a denial of its own.
  if (/^(?:no|none|nothing|nobody)$/u.test(word) && /^(?:and|or)$/u.test(text[at - 1]?.text ?? ''))
    if (text[at - 2]?.text === ',') return true;
  // "is not, and by no act of Vendor shall it become, Vendor's"
  if (word === 'no' && text[at - 1]?.text === 'by' && /^(?:and|nor|or)$/u.test(text[at - 2]?.text ?? '')) return true;
  // "is not an owner and makes no decisions".
  if (word === 'no' && text[at - 2]?.text === 'and' && text[at - 1]?.text.endsWith('s')) return true;
  // "We never own it and we never decide": a subject of its own, a denial of its own.
  if (word === 'never' && text[at - 1]?.party) return true;
  return listsOn(text, at, state) || (again.has(word) && at - state.deniedAt < 3);
}

function forbid(text: readonly ForceWord[], at: number, end: number, state: State, out: { denied: boolean }[]): void {
  // "… shall not be a breach": what is no wrong may be done.
  if (text[at - 1]?.text === 'not' && text[at]?.text === 'be') {
    state.denied = false;
    return;
  }
  // "We do not allow sponsors to …" is said of what follows; "is not allowed", of what stands before.
  const allows = /^(?:allow|permit|authorize)s?$/u.test(text[end - 1]?.text ?? '');
  // "It is a breach for Vendor to …" speaks of what follows, too.
  if (allows || (text[state.clauseStart]?.text === 'it' && at - state.clauseStart < 4)) {
    state.denied = true;
    if (allows) state.mood = 'may';
    state.deniedAt = at;
    return;
  }
  const follows = text[end]?.text;
  // "We are forbidden by this Agreement to use it".
  const ahead = text.slice(end + 1, end + 7).find(({ text: word }) => word === 'to' || word === 'from');
  if (follows === 'by' && ahead?.text === 'to') {
    state.denied = true;
    state.deniedAt = at;
    return;
  }
  if (follows === 'from' || follows === 'to') {
    state.denied = true;
    if (!bansFromPlace(text, end)) return;
  }
  // "These uses are prohibited: resale, advertising" denies what it lists too.
  if (follows === ':') state.denied = true;
  denyFrom(startOfCondition(text, at, state.clauseStart), out);
}

/** "We are bound by the rest if a promise turns out to be unlawful": the condition denies nothing before its "if". */
function startOfCondition(text: readonly ForceWord[], at: number, clauseStart: number): number {
  for (let k = at - 1; k > clauseStart; k--) if (text[k]?.text === 'if') return k;
  return clauseStart;
}

/** Words that deny what follows their "from", however much stands between; those that deny by themselves are cues. */
const restraints = new Set([
  'prevent',
  'restrict',
  'restrain',
  'preclud',
  'bar',
  'keep',
  'hinder',
  'enjoin',
  'stop',
  'ban',
  'debar',
  'block',
  'prohibited',
  'forbidden',
]);

/**
 * "shall be barred by contract from using", "nothing prevents Vendor from using": a restraint denies what follows its
 * "from"; one that is itself denied allows it.
 */
function holdBack(text: readonly ForceWord[], at: number, state: State, out: readonly { denied: boolean }[]): void {
  const next = text[at + 1]?.text.endsWith('ly') ? text[at + 2] : text[at + 1];
  if (!next?.text.endsWith('ing')) return;
  // "barred from", "prohibited from" are cues of their own.
  const nearest = text[at - 1]?.text === 'restricted' ? at - 1 : at - 2;
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

/** "banned from the Service", "forbidden to Vendor", "excluded from what Vendor may do" look back; "barred from using" does not. */
function bansFromPlace(text: readonly ForceWord[], end: number): boolean {
  const next = text[end + 1];
  if (next?.text === 'what' || next?.text === 'all' || next?.text === 'everyone' || next?.text === 'anyone')
    return true;
  // "forbidden to Caterer": somebody's name, unless all is in capitals.
  if (next?.capital && text[end - 1]?.capital === false) return true;
  return Boolean(next?.party) || ((next?.text === 'the' || next?.text === 'our') && text[end + 3]?.text !== 'of');
}

/**
 * "agrees to use it for that alone, to pass it to no one, and to protect it": what one task of a list denies after its
 * verb ends where the next begins. "Has no right to sell, to rent or to lend" denies all, as the denial stands first.
 */
function opensNextTask(text: readonly ForceWord[], at: number, state: State): boolean {
  if (text[at]?.text !== 'to' || !state.denied || text[at + 1]?.text === undefined) return false;
  const joiner = text[at - 1]?.text;
  const listed = joiner === ',' || ((joiner === 'and' || joiner === 'or') && text[at - 2]?.text === ',');
  // "to pass it to nobody and to protect it": a denial in the object reaches no further.
  const inObject =
    joiner === 'and' &&
    /^(?:no|nobody|none|nothing)$/u.test(text[state.deniedAt]?.text ?? '') &&
    /^(?:to|with|by|from)$/u.test(text[state.deniedAt - 1]?.text ?? '');
  if (!listed && !inObject) return false;
  let before = state.deniedAt - 1;
  while (
    before > state.clauseStart &&
    !(
      text[before]?.text === 'to' &&
      /^(?:,|and|or|agrees?|promises?|undertakes?|covenants?)$/u.test(text[before - 1]?.text ?? '')
    )
  )
    before--;
  if (before <= state.clauseStart) return false;
  for (let k = state.deniedAt + 1; k < at; k++) if (text[k]?.text === 'to' && text[k - 1]?.text !== ',') return false;
  return true;
}

const holdsBack = /^(?:refrain|abstain|desist|forbear|cease|stop)s?$/u;

/** "Provider" and "not provide" share their stem with "provided that", which alone brings an exception. */
function opensException(text: readonly ForceWord[], at: number): boolean {
  const word = text[at];
  // "shall not, for other than school purposes, amass": the exception tells the purpose and frees nothing.
  if (word?.text === 'other' && text[at - 1]?.text === 'for') return false;
  if (word?.stem !== 'provid') return true;
  const next = text[at + 1]?.text;
  return (
    word.text === 'provided' && (next === 'that' || next === ',' || next === 'however' || text[at - 1]?.text === ',')
  );
}

/** "takes no title, no lien and no interest", "is never ours and never under our control": each denies its own. */
function listsOn(text: readonly ForceWord[], at: number, state: State): boolean {
  const before = text[at - 1]?.text ?? '';
  return (
    state.denied &&
    /^(?:no|never)$/u.test(text[at]?.text ?? '') &&
    text[state.deniedAt]?.text === text[at]?.text &&
    (before === ',' || before === 'and' || before === 'or')
  );
}

const gaveUp = new Set([
  'disclaims',
  'waives',
  'renounces',
  'relinquishes',
  'disavows',
  'forswears',
  'forgoes',
  'denies',
]);
const afterAnother = new Set([',', '.', ';', ')', '—', '–', 'shall', 'will', 'may', 'must', 'can']);

/** "the Vendor, and not the Board, shall decide": what is denied is the other party, not the act. */
function namesAnother(text: readonly ForceWord[], at: number): boolean {
  const next = text[at + 1];
  const party = next && light.has(next.text) && !next.party ? at + 2 : at + 1;
  if (!text[party]?.party) return false;
  const after = text[party + 1]?.text;
  return after === undefined || afterAnother.has(after);
}
