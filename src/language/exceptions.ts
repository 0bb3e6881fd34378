import { opensAside } from './insertions.ts';
import type { Sentence, State } from './sentence.ts';
import { said } from './sentence.ts';

/** "shall not sell it, except …": what follows the opener at a word is excepted from what is denied. */
export function except(text: Sentence, at: number, state: State): void {
  if (/^(?:only|solely|exclusively)$/u.test(said(text, at)) || !opensException(text, at)) return;
  if (state.denied && said(text, at) === 'other') state.excepted = at;
  // "shall not, except as agreed, sell it": the denial waits for its verb.
  if (state.denied && said(text, at - 1) === ',' && state.deniedAt === at - 2 && opensAside(text, at))
    state.aside = { from: at, denied: true, mood: state.mood };
  state.denied = false;
}

/** "Provider" and "not provide" share their stem with "provided that", which alone brings an exception. */
function opensException(text: Sentence, at: number): boolean {
  // "shall not, for other than school purposes, amass": the exception tells the purpose and frees nothing.
  if (said(text, at) === 'other' && said(text, at - 1) === 'for') return false;
  if (text[at]?.stem !== 'provid') return true;
  return (
    said(text, at) === 'provided' && (/^(?:that|,|however)$/u.test(said(text, at + 1)) || said(text, at - 1) === ',')
  );
}

/** "may not use it to profile other than for class, or for any other end": the list that is denied goes on. */
export function goesOnAfterException(text: Sentence, at: number, { excepted }: State): boolean {
  if (excepted < 0 || at - excepted > 14 || said(text, at) !== ',') return false;
  return said(text, at + 1) === 'or' && /^(?:to|for|in|as)$/u.test(said(text, at + 2));
}
