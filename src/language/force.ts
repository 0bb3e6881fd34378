import {
  denyBefore,
  denyForsworn,
  denyListed,
  endOfBan,
  forbid,
  holdBack,
  judges,
  likewise,
  type Told,
} from './bans.ts';
import { goOnListing, startsClause } from './clauses.ts';
import { opensCondition } from './conditions.ts';
import type { CueKind } from './cues.ts';
import { cueAt } from './cues.ts';
import { endsTask } from './denial-end.ts';
import { denySubjects } from './denied-subject.ts';
import { except, goesOnAfterException } from './exceptions.ts';
import { allowsAside, deniesAside, endAside, passBracket } from './insertions.ts';
import { deny, limitsNothing } from './negators.ts';
import type { Mood, Sentence, State } from './sentence.ts';
import { breaks, said } from './sentence.ts';
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

/** How each word of a sentence stands; `parties` tells which words name one. Linear. */
export function standings(words: readonly Word[], parties: ReadonlySet<number> = nobody): Standing[] {
  const text: Sentence = words.map(({ stem, text, capital }, at) => ({ stem, text, capital, party: parties.has(at) }));
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
    listed: null,
    excepted: -1,
  };
  for (let i = 0; i < text.length; ) {
    enter(text, i, state);
    const end = speak(text, i, state, out);
    for (; i < end; i++) out.push({ denied: state.denied, mood: state.mood, clause: state.clause });
  }
  denySubjects(text, out);
  denyListed(text, out, endOfBan(text));
  denyForsworn(text, out);
  return out;
}

/** What changes at a word before it says anything itself: a clause, a task of a list or an insertion ends. */
function enter(text: Sentence, at: number, state: State): void {
  if (opensCondition(text, at)) state.condition = at;
  passBracket(text, at, state);
  if (endsTask(text, at, state)) state.denied = false;
  if (goesOnAfterException(text, at, state)) state.denied = true;
  if (startsClause(text, at, state)) {
    state.denied = false;
    state.excepted = -1;
    state.mood = 'fact';
    state.clause++;
    state.clauseStart = at + (breaks.has(said(text, at)) ? 1 : 0);
    goOnListing(text, at, state);
  } else if (said(text, at) === ':') state.listed = { denied: state.denied, mood: state.mood };
  endAside(text, at, state);
}

/** What the word or phrase at a place says of those about it; where it ends. */
function speak(text: Sentence, at: number, state: State, out: Told): number {
  if (limitsNothing(text, at, state)) {
    state.denied = false;
    state.mood = 'may';
    return at + 1;
  }
  const cue = cueAt(text, at);
  if (cue?.kind === 'negator' && deniesAside(text, at))
    state.aside ??= { from: at, denied: state.denied, mood: state.mood };
  if (cue?.kind === 'may' && allowsAside(text, at)) state.aside ??= { from: at, denied: false, mood: 'must' };
  if (likewise(text, at, out)) {
    state.denied = true;
    state.deniedAt = at;
  } else if (judges(text, at, state)) denyBefore(text, state.clauseStart, out);
  else if (cue) apply(cue.kind, text, at, cue.end, state, out);
  else if (said(text, at) === 'from') holdBack(text, at, state, out);
  return cue?.end ?? at + 1;
}

function apply(kind: CueKind, text: Sentence, at: number, end: number, state: State, out: Told): void {
  switch (kind) {
    case 'negator':
      deny(text, at, end, state, out);
      return;
    case 'opener':
      except(text, at, state);
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
      if (said(text, at) === 'need' && /^(?:of|for)$/u.test(said(text, end))) return;
      state.mood = state.denied && !isKept(text, at, state) ? 'need-not' : 'must';
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

/** "does not relieve Vendor of its duty to erase it": who is not let off owes it. */
function isKept(text: Sentence, at: number, { deniedAt }: State): boolean {
  for (let k = deniedAt + 1; k < at && k < deniedAt + 4; k++) if (lettingOff.test(said(text, k))) return true;
  return false;
}

const lettingOff =
  /^(?:reliev|releas|excus|absolv|discharg|exempt|diminish|lessen|reduc|impair|affect|alter|waiv)(?:es?|ed|ing|s)?$/u;

function isFreed(text: Sentence, at: number): boolean {
  const stem = text[at]?.stem;
  return stem === 'need' || (stem === 'have' && said(text, at - 1) === 'not');
}
