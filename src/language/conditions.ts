import { light } from './phrases.ts';
import type { Sentence, State } from './sentence.ts';
import { breaks, modals, nones, nounAt, said } from './sentence.ts';
import { oneOf } from './words.ts';

/** Words that open a condition, whose main clause is still to come. */
export const subordinators = oneOf(
  'if when whenever where wherever should upon on once after in as suppose having being knowing learning were until because since unless although though',
);

/** Whether a condition begins here: at the head of the sentence, after a mark, or after "and". */
export function opensCondition(text: Sentence, at: number): boolean {
  if (!subordinators.has(said(text, at))) return false;
  // "Vendor, if …" in a row of a table: the party comes first.
  if (at === 1 && text[0]?.party) return true;
  const before = said(text, at - 1);
  return !/^[\p{L}\d']/u.test(before) || before === 'and' || before === 'but';
}

/**
 * "If data is taken without leave, Vendor shall …": whether the main clause after a condition begins here. It has a standing
 * of its own; where it only may begin, the condition is not over.
 */
export function opensMainClause(text: Sentence, at: number, state: State): 'sure' | 'perhaps' | null {
  if (state.condition < 0) return null;
  return deniesAfresh(text, at, state) || resumes(text, at, state) ? 'perhaps' : bySubject(text, at, state);
}

/** "If a term is void, no harm comes to the others": what follows a condition denies on its own. */
function deniesAfresh(text: Sentence, at: number, { condition }: State): boolean {
  return at - condition > 1 && said(text, at - 1) === ',' && nones.has(said(text, at));
}

/** "If a part can't be enforced, the others still count": a subject after the comma, and no list that goes on. */
function resumes(text: Sentence, at: number, state: State): boolean {
  const { deniedAt, condition } = state;
  if (deniedAt < condition || at - deniedAt < 2 || said(text, at - 1) !== ',') return false;
  if (!subjects.has(said(text, at)) || bySubject(text, at, state) === 'sure') return false;
  for (let k = at + 1; k < at + 7; k++) {
    const next = said(text, k);
    if (next === '.' || k >= text.length) return k > at + 2;
    if (next === ',' || next === 'or' || next === 'and' || next === 'nor') return false;
  }
  return true;
}

const subjects = oneOf('the this these those it they everything all every each its');

function bySubject(text: Sentence, at: number, { condition }: State): 'sure' | 'perhaps' | null {
  // At the subject of the condition itself: "If the LEA has not …".
  if (at - condition < 2 || (at - condition === 2 && light.has(said(text, at - 1)))) return null;
  const before = said(text, at - 1);
  // "if a judge says that we cannot …, we will": what is said still belongs to the condition.
  if (text[at]?.party && modals.has(said(text, at + 1)) && before !== 'that') return 'sure';
  const word = said(text, at);
  if (before !== ',' || word === 'and' || word === 'or' || word === 'nor') return null;
  return text[word === 'then' ? at + 1 : nounAt(text, at)]?.party ? 'sure' : byVerbAhead(text, at);
}

/** What the next verb tells of the words after a condition's comma. */
function byVerbAhead(text: Sentence, at: number): 'sure' | 'perhaps' | null {
  for (let k = at + 1; k < text.length && k < at + 9; k++) {
    const next = said(text, k);
    if (next === ',' || breaks.has(next)) return null;
    // "is" may still belong to the condition: "where a name, a record or a picture is taken, Vendor shall …".
    if (modals.has(next)) return /^(?:is|are|has|have)$/u.test(next) ? 'perhaps' : 'sure';
  }
  return null;
}
