import type { Grid } from './grid.ts';

/** Columns of a table that amends another paper: where, what goes and what comes. */
export interface Amends {
  readonly place: number;
  readonly strike: number;
  readonly insert: number;
}

const place =
  /^(?:(?:the )?(?:(?:new|old|present|existing|current) )?(?:section|article|paragraph|clause|provision|place|where|ref(?:erence)?|§)s?\.?(?: (?:no\.?|number))?(?: (?:of|in) .{2,60})?)$/i;
const words = '(?:words?|text|language|wording|terms?)';
const earlier = '(?:old|present|existing|current|original|previous|former)';
const strike = new RegExp(
  `^(?:(?:${words} |what )?(?:(?:is|are|was) )?(?:to be )?(?:strike|struck|delete|deleted|deletion|remove|removed|take out|taken out|out|omit|omitted|goes|comes out)(?: out)?(?: (?:the )?${words})?|${earlier}(?: ${words})?|from|was|for|instead of)$`,
  'i',
);
const insert = new RegExp(
  `^(?:(?:${words} |what )?(?:(?:is|are) )?(?:to be )?(?:insert|inserted|insertion|substitute|substituted|put in|add|added|replace with|replacement|replaced by|replaces it|comes(?: in)?|stands(?: there)? instead|stands|instead|in)(?: (?:the )?${words})?(?: in (?:its|their) (?:place|stead))?|(?:in )?(?:its|their) (?:place|stead)|(?:new|amended|revised|substituted)(?: ${words})?|to|now|read|(?:now |shall )reads?)$`,
  'i',
);

const loose = /^(?:from|was|for|out|instead of)$/i;
const ofClause = /section|article|paragraph|clause|provision|\bref|§/i;

/** Told by the heads alone: one column strikes, one puts in, and one before them tells where. */
export function amendsOf({ heads }: Grid): Amends | null {
  const at = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head.trim()));
  const found = { place: at(place), strike: at(strike), insert: at(insert) };
  // "Where | From | To" may tell of buses.
  if (loose.test(heads[found.strike] ?? '') && !ofClause.test(heads[found.place] ?? '')) return null;
  return found.place >= 0 && found.strike > found.place && found.insert > found.strike ? found : null;
}
