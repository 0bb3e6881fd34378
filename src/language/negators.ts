import { bansBefore, denyBefore, denyFrom, restraints, type Told } from './bans.ts';
import type { Sentence, State } from './sentence.ts';
import { nones, nounAt, said, unitsOfTime } from './sentence.ts';
import { oneOf } from './words.ts';

/** "shall not", "takes no title": denies what follows the negator at a word; denied already, two cancel out. */
export function deny(text: Sentence, at: number, end: number, state: State, out: Told): void {
  const word = said(text, at);
  if (deniesNothing(text, at, end)) return;
  // "need not delete": who need not is free to.
  if (word === 'not' && /^needs?$/u.test(said(text, at - 1))) {
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
    denyBefore(text, at, out);
    return;
  }
  if (word === 'not' && !state.denied && happens(text, at)) denyFrom(state.clauseStart, out);
  // "We own none of it": what the verb has for its object denies the verb.
  const verb = out[at - 1];
  if (empty.has(word) && verb && at - 1 > state.clauseStart && !state.denied) verb.denied = true;
  if (gaveUp.has(word) || said(text, at - 1) === 'hereby') {
    // "claims no title and disclaims control": a verb of its own, not a denial denied.
    state.denied = true;
    state.mood = 'fact';
  } else state.denied = !state.denied || saysAgain(text, at, state);
  state.deniedAt = at;
}

const holdsBack = /^(?:refrain|abstain|desist|forbear|cease|stop)s?$/u;
const empty = oneOf('none nothing nobody neither');
const gaveUp = oneOf('disclaims waives renounces relinquishes disavows forswears forgoes denies');

/** Words that look like denials here and are none. */
function deniesNothing(text: Sentence, at: number, end: number): boolean {
  const word = said(text, at);
  // "stop or travel habits" names a stop; "stop using" denies.
  if ((word === 'stop' || word === 'stops') && end === at + 1) return !said(text, end).endsWith('ing');
  if (word === 'not') return namesAnother(text, at) || dawdles.test(said(text, end)) || measures(text, end, 1);
  // "shall in no event be later than ten days", "under no circumstances after the tenth day"
  if (/^(?:in|under|on)$/u.test(word) && end > at + 1) return measures(text, end, 4);
  if (word === 'never' || word === 'neither') return measures(text, end, 2);
  // "with no avoidable delay", "without any dawdling"
  if (word === 'no' || word === 'without') return text.slice(at + 1, at + 4).some(({ text: next }) => delays.has(next));
  // "This prohibition bars Vendor from using it": the ban bars, and is not barred.
  if (word === 'prohibition') return restraints.has(text[end]?.stem ?? '');
  // "Notwithstanding the foregoing" forgoes nothing.
  return word === 'foregoing';
}

const delays = oneOf('delay dawdling dallying hesitation tarrying dragging lingering loitering loss waste');
/** "shall not dawdle": whoever does not is quick. */
const dawdles = /^(?:dawdle|dally|tarry|linger|loiter|drag|dither)s?$/u;

/** "be later than", "take more than", "after the tenth day": a limit of time, that stands so many words off at most. */
function measures(text: Sentence, from: number, most: number): boolean {
  for (let k = from; k < from + most; k++) {
    if (/^(?:later|more|longer)$/u.test(said(text, k)) && said(text, k + 1) === 'than') return true;
    if (/^(?:after|past|beyond|above|over)$/u.test(said(text, k)))
      return text.slice(k + 1, k + 7).some(({ text: word }) => unitsOfTime.has(word));
    if (most < 4 && !/^(?:take|be|come|go|arrive|follow)s?$/u.test(said(text, k))) return false;
  }
  return false;
}

/** "the Vendor, and not the Board, shall decide": what is denied is the other party, not the act. */
function namesAnother(text: Sentence, at: number): boolean {
  const party = text[at + 1]?.party ? at + 1 : nounAt(text, at + 1);
  return text[party]?.party === true && (party + 1 >= text.length || afterAnother.has(said(text, party + 1)));
}

const afterAnother = oneOf(', . ; ) — – shall will may must can');

function setsNoBar(text: Sentence, at: number): boolean {
  const next = said(text, at + 1);
  if (/^(?:limit|limitation|restriction|bar|ban|prohibition)s?$/u.test(next))
    return /^(?:on|against|to|as)$/u.test(said(text, at + 2));
  return /^(?:need|require)s?$/u.test(said(text, at - 1)) && leave.has(next);
}

const leave = oneOf('permission consent approval leave authorization license licence release');

/** "Nothing herein limits the right of Vendor to use it": what no term cuts down is allowed. */
export function limitsNothing(text: Sentence, at: number, { denied, deniedAt, clauseStart }: State): boolean {
  if (!denied || at - deniedAt > 8 || deniedAt - clauseStart > 1) return false;
  const no = said(text, deniedAt);
  if (no !== 'nothing' && !(no === 'no' && terms.has(said(text, deniedAt + 1)))) return false;
  // "restricts Vendor from using it" is read at its "from".
  return cutsDown.test(said(text, at)) && !text.slice(at, at + 8).some(({ text: word }) => word === 'from');
}

const terms = oneOf('provision term part section clause paragraph');
const cutsDown = /^(?:restrict|limit|impair|abridge|curtail|prohibit|forbid|prevent|preclude|hinder|bar)s?$/u;

/** "Disclosure shall not be made": the verb says only that the noun before it happens. */
function happens(text: Sentence, at: number): boolean {
  const [next, last] = [said(text, at + 1), said(text, at + 2)];
  if (next === 'be') return done.has(last);
  return next === 'occur' || next === 'happen' || (next === 'take' && last === 'place');
}

const done = oneOf('made done undertaken effected conducted attempted practised practiced');

/** "nor", "no, …", the next no of a list, "never … no": one denial said twice. */
function saysAgain(text: Sentence, at: number, state: State): boolean {
  const word = said(text, at);
  const [before, beforeThat] = [said(text, at - 1), said(text, at - 2)];
  if (word === 'nor' || (word === 'no' && said(text, at + 1) === ',')) return true;
  // "… never becomes ours, and no decision about it is ours": a clause of its own, a denial of its own.
  if (nones.has(word) && /^(?:and|or)$/u.test(before) && beforeThat === ',') return true;
  // "is not, and by no act of Vendor shall it become, Vendor's"
  if (word === 'no' && before === 'by' && /^(?:and|nor|or)$/u.test(beforeThat)) return true;
  // "is not an owner and makes no decisions".
  if (word === 'no' && beforeThat === 'and' && before.endsWith('s')) return true;
  // "is forbidden to sell it, and forbidden to lend it": a ban of its own.
  if (/^(?:forbidden|prohibited|barred|precluded|enjoined)$/u.test(word) && /^(?:and|or|,)$/u.test(before)) return true;
  // "We never own it and we never decide": a subject of its own, a denial of its own.
  if (word === 'never' && text[at - 1]?.party) return true;
  return listsOn(text, at, state) || (again.has(word) && at - state.deniedAt < 3);
}

const again = oneOf('no none never neither without');

/** "takes no title, no lien and no interest", "is never ours and never under our control": each denies its own. */
function listsOn(text: Sentence, at: number, { denied, deniedAt }: State): boolean {
  const word = said(text, at);
  return (
    denied &&
    (word === 'no' || word === 'never') &&
    said(text, deniedAt) === word &&
    /^(?:,|and|or)$/u.test(said(text, at - 1))
  );
}
