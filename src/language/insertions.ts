import { subordinators } from './conditions.ts';
import type { Sentence, State } from './sentence.ts';
import { breaks, said } from './sentence.ts';

/** "Connecticut law (not Oregon's) governs": what brackets deny ends with them. */
export function passBracket(text: Sentence, at: number, state: State): void {
  const word = said(text, at);
  if (word === '(') state.bracketed = state.denied;
  else if (word === ')' && state.bracketed !== null) {
    state.denied = state.bracketed;
    state.bracketed = null;
  }
}

/** Whether a denial begins an insertion or stands in one: what it denies ends at the comma. */
export function deniesAside(text: Sentence, at: number): boolean {
  return said(text, at) === 'without' ? opensAside(text, at) : isInRelative(text, at);
}

/** At the comma that ends an insertion, what stood before it goes on. */
export function endAside(text: Sentence, at: number, state: State): void {
  if (!state.aside || said(text, at) !== ',' || listsOn(text, at, state.aside.from)) return;
  state.denied = state.aside.denied;
  state.mood = state.aside.mood;
  state.aside = null;
}

/** "shall, within ten days and sooner if it can, write": what is allowed between "shall" and its verb ends with its comma. */
export function allowsAside(text: Sentence, at: number): boolean {
  let before = at - 1;
  while (before > 0 && before > at - 16 && said(text, before) !== ',' && !breaks.has(said(text, before))) before--;
  return said(text, before) === ',' && owes.test(said(text, before - 1)) && opensAside(text, before + 1);
}

const owes = /^(?:shall|will|must)$/u;

/** ", without demand,": the insertion and what it denies end at the next comma. */
export function opensAside(text: Sentence, at: number): boolean {
  const before = said(text, at - 1);
  if (at > 0 && before !== ',' && !breaks.has(before) && before !== 'and') return false;
  for (let k = at + 1; k < text.length && k < at + 16; k++) {
    const next = said(text, k);
    if (next === ',') return true;
    if (breaks.has(next)) return false;
  }
  return false;
}

/** "… measures, which shall in no event fall below the standard, to keep it safe": denied up to the next comma. */
function isInRelative(text: Sentence, at: number): boolean {
  for (let k = at - 1; k > 0 && k > at - 6; k--) {
    if (said(text, k) === ',') return false;
    if (said(text, k) === 'which' && said(text, k - 1) === ',') return true;
  }
  return false;
}

/** "without selling it, lending it or showing it": what is not done is listed on. */
function listsOn(text: Sentence, at: number, from: number): boolean {
  return said(text, from + 1).endsWith('ing') && said(text, at + 1).endsWith('ing');
}

/** The comma at which an insertion that ends at comma `end` begins; -1 if there is none. */
export function insertionBefore(text: Sentence, end: number): number {
  for (let k = end - 1; k >= 0 && k > end - 40; k--) {
    if (breaks.has(said(text, k))) return -1;
    if (said(text, k) === ',' && subordinators.has(said(text, k + 1))) return k;
  }
  return -1;
}
