import type { Lexicon } from '../types.ts';

/** Makes something of a lexicon once for all contracts that are read with it. */
export function ofLexicon<Made>(make: (lexicon: Lexicon) => Made): (lexicon: Lexicon) => Made {
  const known = new WeakMap<Lexicon, { readonly made: Made }>();
  return (lexicon) => {
    let found = known.get(lexicon);
    if (!found) {
      found = { made: make(lexicon) };
      known.set(lexicon, found);
    }
    return found.made;
  };
}
