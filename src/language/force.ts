import { light, Phrases } from './phrases.ts';
import type { Word } from './words.ts';

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

/** What is asked of a word here; `party` tells the names of parties. */
export type ForceWord = Pick<Word, 'stem' | 'text'> & { readonly party?: boolean };

const enum_ = { negator: 0, opener: 1, must: 2, may: 3, harmless: 4, backward: 5, duty: 6 } as const;
type Kind = (typeof enum_)[keyof typeof enum_];

const lists: Readonly<Record<keyof typeof enum_, readonly string[]>> = {
  negator: [
    'not',
    'never',
    'no',
    'none',
    'neither',
    'nor',
    'nothing',
    'nobody',
    'no one',
    'without',
    'nowhere',
    'no longer',
    'in no event',
    'under no circumstances',
    'under no circumstance',
    'at no time',
    'in no way',
    'by no means',
    'in no case',
    'on no account',
    'prohibited from',
    'forbidden from',
    'forbidden to',
    'prohibit from',
    'barred from',
    'precluded from',
    'enjoined from',
    'restrained from',
    'refrain from',
    'abstain from',
    'desist from',
    'disclaim',
    'give up',
    'gives up',
    'renounce',
    'relinquish',
    'waive',
    'disavow',
    'forswear',
    'forgo',
    'forego',
    'decline to',
    'refuse to',
    'fail to',
    'failure to',
    'free of',
    'free from',
    'lack',
    'lacks',
    'devoid of',
    'stop short of',
    'prohibition on',
    'prohibition against',
    'ban on',
    'bar on',
    'bar against',
    'prohibits',
    'forbids',
    'disallow',
    'outlaw',
    'withhold from',
    'instead of',
    'rather than',
    'stripped of',
    'keep from',
    'steer clear of',
    'stay out of',
    'exclude',
    'excluding',
    'not a',
    'zero',
    'hardly',
    'non',
    'prevent from',
    'may be prohibited',
    'deny',
    'denies',
    'divest',
    'cease to',
    'stop',
    'stays away from',
    'hold back from',
    'prohibited to',
    'nil',
  ],
  opener: [
    'but',
    'except',
    'unless',
    'other than',
    'save',
    'save as',
    'save that',
    'save for',
    'provided',
    'provided that',
    'until',
    'however',
    'beyond',
    'outside of',
    'apart from',
    'aside from',
    'besides',
    'only',
    'solely',
    'exclusively',
  ],
  must: [
    'shall',
    'will',
    'must',
    'agree to',
    'agrees to',
    'agree that',
    'undertake to',
    'undertakes to',
    'covenant',
    'promise',
    'commit to',
    'commits to',
    'is to',
    'are to',
    'has to',
    'have to',
    'responsible for',
    'warrant',
    'guarantee',
    'needs to',
    'ought to',
    'pledge',
    'undertakes',
    'be bound by',
    'hereby',
    'see to it',
  ],
  duty: [
    'require',
    'required to',
    'obliged to',
    'obligated to',
    'obliged',
    'obligated',
    'bound to',
    'obligation to',
    'obligation',
    'duty to',
    'duty',
    'need',
    'responsibility',
    'requires',
    'compelled',
    'compel',
    'oblige',
    'obligate',
    'owe',
    'undertaking to',
    'commitment to',
    'expected to',
    'responsible',
    'liable to',
  ],
  may: [
    'may',
    'can',
    'could',
    'might',
    'entitled to',
    'permitted to',
    'allowed to',
    'free to',
    'right to',
    'authorized to',
    'authorize',
    'permit',
    'allow',
    'license to',
    'at liberty to',
    'able to',
    'reserve the right',
    'discretion to',
    'option to',
    'power to',
    'leave to',
    'consent to',
    'entitle',
    'let',
  ],
  harmless: [
    'not later than',
    'no later than',
    'never later than',
    'not more than',
    'no more than',
    'and no more',
    'never more than',
    'not less than',
    'no less than',
    'not fewer than',
    'no fewer than',
    'not longer than',
    'no longer than',
    'not only',
    'not limited to',
    'without limitation',
    'without limiting',
    'whether or not',
    'not to exceed',
    'not exceeding',
    'no matter',
    'nothing less than',
    'without undue delay',
    'without unreasonable delay',
    'without delay',
    'without charge',
    'without cost',
    'without further',
    'without notice',
    'no cost',
    'no charge',
    'if not',
    'or not',
    'not just',
    'without prejudice',
    'without regard to',
    'not weaker',
    'no weaker',
    'not lower',
    'no lower',
    'no event later',
    'in no event later than',
    'in no case later than',
    'in no event more than',
    'in no case more than',
    'in any event not later',
    'no sooner',
    'no additional',
    'no extra',
    'and nothing more',
    'and no more',
    'and nothing else',
    'and for nothing else',
    'and no other',
    'and for no other',
    'where prohibited',
    'unless prohibited',
    'unless otherwise prohibited',
    'as prohibited',
    'not inconsistent',
    'non disclosure',
    'non exclusive',
    'non transferable',
    'non instructional',
    'non school',
    'non educational',
    'non commercial',
    'not less',
    'no slower',
    'not exceed',
    'notwithstanding',
    'may not be limited to',
    'not unreasonably',
    'no less',
    'no worse',
    'no fewer',
    'non proprietary',
    'non public',
    'not yet',
    'without exception',
    'no exceptions',
    'no exception',
    'without hindrance',
    'without fail',
    'without question',
    'without waiting',
    'not wait',
    'not have to wait',
    'will',
  ],
  backward: [
    'is prohibited',
    'are prohibited',
    'is forbidden',
    'are forbidden',
    'is barred',
    'are barred',
    'is banned',
    'are banned',
    'is disallowed',
    'not permitted',
    'not allowed',
    'off limits',
    'is excluded',
    'are excluded',
    'ruled out',
    'out of bounds',
    'not authorized',
    'is impermissible',
    'is a breach',
    'is never a permitted',
    'is not a permitted',
    'is no permitted',
    'is never an authorized',
    'is not an authorized',
    'is grounds for',
    'are grounds for',
    'be grounds for',
    'is cause for termination',
    'is a violation',
    'be a violation',
    'is a material breach',
    'shall be prohibited',
    'be prohibited',
    'be forbidden',
    'be a material breach',
    'be a breach',
    'off the table',
    'out of the question',
    'not acceptable',
    'has no place',
    'have no place',
    'strictly prohibited',
    'strictly forbidden',
    'strictly excluded',
    'expressly excluded',
    'expressly forbidden',
    'specifically prohibited',
    'specifically excluded',
    'absolutely prohibited',
    'absolutely forbidden',
    'likewise prohibited',
    'likewise forbidden',
    'also prohibited',
    'also forbidden',
    'hereby prohibited',
    'hereby forbidden',
    'wholly excluded',
    'expressly prohibited',
    'be barred',
    'be unlawful',
    'constitutes a breach',
    'constitutes a material breach',
    'constitute a material breach',
    'is not on',
    'never happen',
    'does not happen',
    'not occur',
  ],
};

const cues = new Phrases();
for (const [name, phrases] of Object.entries(lists)) {
  for (const phrase of phrases)
    if (!(name === 'harmless' && phrase === 'will')) cues.add(phrase, enum_[name as keyof typeof enum_]);
}

const breaks = new Set([';', '.', '!', '?', '—', '–', '|', '…']);
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

const subordinators = new Set([
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

/** How each word of a sentence stands. Linear. */
export function standings(text: readonly ForceWord[]): Standing[] {
  const out: { denied: boolean; mood: Mood; clause: number }[] = [];
  const state: State = {
    denied: false,
    mood: 'fact',
    clause: 0,
    clauseStart: 0,
    deniedAt: -1,
    condition: -1,
    aside: null,
  };
  for (let i = 0; i < text.length; ) {
    const word = text[i];
    if (!word) break;
    if (subordinators.has(word.text) && opensSentencePart(text, i)) state.condition = i;
    if (startsClause(text, i, state)) {
      state.denied = false;
      state.mood = 'fact';
      state.clause++;
      state.clauseStart = i + (breaks.has(word.text) ? 1 : 0);
    }
    if (state.aside && word.text === ',' && !goesOn(text, i, state.aside.from)) {
      state.denied = state.aside.denied;
      state.aside = null;
    }
    const cue = strongest(text, i);
    const end = cue ? cue.end : i + 1;
    if (cue?.kind === enum_.negator && word.text === 'without' && opensAside(text, i))
      state.aside = { from: i, denied: state.denied };
    if (cue) apply(cue.kind, text, i, cue.end, state, out);
    for (let k = i; k < end; k++) out.push({ denied: state.denied, mood: state.mood, clause: state.clause });
    i = end;
  }
  return out;
}

/** The longest cue at a word; "not later than" wins over "not". */
function strongest(text: readonly ForceWord[], at: number): { kind: Kind; end: number } | undefined {
  const found = cues.longest(text, at);
  return found ? { kind: found.id as Kind, end: found.end } : undefined;
}

interface State {
  denied: boolean;
  mood: Mood;
  clause: number;
  clauseStart: number;
  deniedAt: number;
  /** Where a condition began whose main clause is still to come; -1 if none. */
  condition: number;
  /** A "without …" set off by commas, with what stood before it; null if none is open. */
  aside: { from: number; denied: boolean } | null;
}

function apply(
  kind: Kind,
  text: readonly ForceWord[],
  at: number,
  end: number,
  state: State,
  out: { denied: boolean }[],
): void {
  const word = text[at]?.text;
  switch (kind) {
    case enum_.negator:
      // "stop or travel habits" names a stop; "stop using" denies.
      if ((word === 'stop' || word === 'stops') && end === at + 1 && !text[end]?.text.endsWith('ing')) return;
      if (word === 'not' && namesAnother(text, at)) return;
      if (word === 'nor' || (word === 'no' && text[at + 1]?.text === ',')) state.denied = true;
      else if (gaveUp.has(word ?? '') || text[at - 1]?.text === 'hereby') {
        // "claims no title and disclaims control": a verb of its own, not a denial denied.
        state.denied = true;
        state.mood = 'fact';
      } else if (listsOn(text, at, state)) state.denied = true;
      else if (
        state.denied &&
        (word === 'no' || word === 'none' || word === 'never' || word === 'neither' || word === 'without') &&
        at - state.deniedAt < 3
      )
        state.denied = true;
      else state.denied = !state.denied;
      state.deniedAt = at;
      return;
    case enum_.opener:
      if (word !== 'only' && word !== 'solely' && word !== 'exclusively' && opensException(text, at))
        state.denied = false;
      return;
    case enum_.must:
      state.mood = 'must';
      return;
    case enum_.duty:
      if (state.denied) {
        state.mood = 'need-not';
        state.denied = false;
      } else state.mood = 'must';
      return;
    case enum_.may:
      if (state.mood !== 'need-not') state.mood = 'may';
      return;
    case enum_.backward: {
      // "We do not allow sponsors to …" is said of what follows; "is not allowed", of what stands before.
      if (/^(?:allow|permit|authorize)s?$/u.test(text[end - 1]?.text ?? '')) {
        state.denied = true;
        state.mood = 'may';
        state.deniedAt = at;
        return;
      }
      // "It is a breach for Vendor to …" speaks of what follows.
      if (text[state.clauseStart]?.text === 'it' && at - state.clauseStart < 4) {
        state.denied = true;
        state.deniedAt = at;
        return;
      }
      const follows = text[end]?.text;
      if (follows === 'from' || follows === 'to') {
        state.denied = true;
        // "Ads are banned from the Service", "advertising is forbidden to Vendor" look back, "is barred from using" does not.
        const next = text[end + 1];
        const place = next?.party || ((next?.text === 'the' || next?.text === 'our') && text[end + 3]?.text !== 'of');
        if (!place) return;
      }
      // "These uses are prohibited: resale, advertising" denies what it lists too.
      if (text[end]?.text === ':') state.denied = true;
      for (let k = state.clauseStart; k < out.length; k++) {
        const before = out[k];
        if (before) before.denied = true;
      }
      return;
    }
    case enum_.harmless:
      return;
    default:
      kind satisfies never;
  }
}

/** "Provider" and "not provide" share their stem with "provided that", which alone brings an exception. */
function opensException(text: readonly ForceWord[], at: number): boolean {
  const word = text[at];
  if (word?.stem !== 'provid') return true;
  const next = text[at + 1]?.text;
  return (
    word.text === 'provided' && (next === 'that' || next === ',' || next === 'however' || text[at - 1]?.text === ',')
  );
}

function startsClause(text: readonly ForceWord[], at: number, state: State): boolean {
  const word = text[at];
  if (!word) return false;
  if (breaks.has(word.text)) {
    state.condition = -1;
    return true;
  }
  if (word.text === ':') return !governs(text, at);
  if (answersNo(text, at)) return true;
  if (text[at - 1]?.text === ',' && modals.has(word.text)) {
    // The verb takes up its subject after an insertion: "the Institute, having learned that none was spared, shall …".
    const insertion = insertionBefore(text, at - 1);
    if (insertion >= 0) return state.deniedAt > insertion;
  }
  const main = opensMainClause(text, at, state);
  if (main !== null) {
    if (main === 'sure') state.condition = -1;
    return true;
  }
  if (text[at - 1]?.text === ',' && opensAfterComma(text, at)) return true;
  if (word.party && state.mood !== 'fact' && isFreshSubject(text, at)) return true;
  if (!(auxiliaries.has(word.stem) || word.text === 'may') || at - state.clauseStart < 2) return false;
  if (text[at - 1]?.text === ',' && endsRelative(text, state.deniedAt)) return true;
  // A new auxiliary after a coordinator opens a clause of its own: "shall not sell the data and shall delete it".
  for (let k = at - 1; k > at - 8 && k > state.clauseStart; k--) {
    const before = text[k]?.text ?? '';
    if (!coordinators.has(before)) continue;
    if (isRelative(text, k, at, state)) return false;
    return k > state.deniedAt;
  }
  return false;
}

/** "the parent of one who is not, may …": what the relative clause denies ends with it. */
function endsRelative(text: readonly ForceWord[], deniedAt: number): boolean {
  if (text[deniedAt]?.text !== 'not') return false;
  return text
    .slice(Math.max(0, deniedAt - 4), deniedAt)
    .some(({ text: before }) => before === 'who' || before === 'which' || before === 'that');
}

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

/** "takes no title, no lien and no interest": each "no" denies its own. */
function listsOn(text: readonly ForceWord[], at: number, state: State): boolean {
  const before = text[at - 1]?.text ?? '';
  return (
    state.denied &&
    text[at]?.text === 'no' &&
    text[state.deniedAt]?.text === 'no' &&
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

/** "No, we do not sell it": the answer denies the question, and what follows has a standing of its own. */
function answersNo(text: readonly ForceWord[], at: number): boolean {
  if (text[at - 1]?.text !== ',' || text[at - 2]?.text !== 'no') return false;
  const word = text[at];
  const subject = word && light.has(word.text) ? text[at + 1] : word;
  return Boolean(subject?.party) || (text[at - 3] === undefined && pronouns.has(word?.text ?? ''));
}

const pronouns = new Set(['it', 'they', 'that', 'this', 'we', 'you', 'nobody', 'nothing', 'no', 'all', 'these']);

/** ", without demand,": the insertion and what it denies end at the next comma. */
function opensAside(text: readonly ForceWord[], at: number): boolean {
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
function goesOn(text: readonly ForceWord[], at: number, from: number): boolean {
  return Boolean(text[from + 1]?.text.endsWith('ing') && text[at + 1]?.text.endsWith('ing'));
}

/** Whether a condition may begin here: at the head of the sentence, after a mark, or after "and". */
function opensSentencePart(text: readonly ForceWord[], at: number): boolean {
  const before = text[at - 1]?.text;
  return before === undefined || !/^[\p{L}\d']/u.test(before) || before === 'and' || before === 'but';
}

/** "If data is taken without leave, Vendor shall …": the main clause after a condition has a standing of its own. */
function opensMainClause(text: readonly ForceWord[], at: number, state: State): 'sure' | 'perhaps' | null {
  const word = text[at];
  const afterComma = text[at - 1]?.text === ',';
  if (state.condition < 0 || at - state.condition < 2) return null;
  if (word?.party && modals.has(text[at + 1]?.text ?? '')) return 'sure';
  if (!afterComma || word?.text === 'and' || word?.text === 'or' || word?.text === 'nor') return null;
  const subject = word && (light.has(word.text) || word.text === 'then') ? text[at + 1] : word;
  if (subject?.party) return 'sure';
  for (let k = at + 1; k < text.length && k < at + 9; k++) {
    const next = text[k]?.text ?? '';
    if (next === ',' || breaks.has(next)) return null;
    // "is" may still belong to the condition: "where a name, a record or a picture is taken, Vendor shall …".
    if (modals.has(next)) return /^(?:is|are|has|have)$/u.test(next) ? 'perhaps' : 'sure';
  }
  return null;
}

/** "… may ask for deletion by letter the Vendor shall …": a party right before its verb is a subject, whatever went before. */
function isFreshSubject(text: readonly ForceWord[], at: number): boolean {
  if (!modals.has(text[at + 1]?.text ?? '')) return false;
  let before = at - 1;
  while (before >= 0 && light.has(text[before]?.text ?? '')) before--;
  const word = text[before]?.text ?? '';
  // "nor shall the Company have": the verb stands before its subject.
  return !joiners.has(word) && !modals.has(word);
}

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
  const subject = next && light.has(next.text) ? text[at + 2] : next;
  const after = next && light.has(next.text) ? text[at + 3]?.text : text[at + 2]?.text;
  return Boolean(subject?.party) && after !== 'or' && after !== ',' && after !== "'s";
}

/** "shall not:" goes on after the colon; "here is our promise:" does not. */
function governs(text: readonly ForceWord[], at: number): boolean {
  for (let k = at - 1; k >= 0 && k > at - 7; k--) {
    const before = text[k]?.text ?? '';
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
