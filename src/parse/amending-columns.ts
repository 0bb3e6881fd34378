import type { Grid } from './grid.ts';

/** Columns of a table that amends another paper: where, what goes and what comes. */
export interface Amends {
  readonly place: number;
  readonly strike: number;
  readonly insert: number;
}

const place =
  /^(?:(?:the )?(?:(?:new|old|present|existing|current) )?(?:section|article|paragraph|clause|provision|place|where|§)s?(?: (?:no\.?|number))?(?: (?:of|in) .{2,60})?)$/i;
const strike =
  /^(?:(?:words? |text |language )?(?:to be )?(?:strike|struck|delete|deleted|deletion|remove|removed|take out|taken out|out|omit|omitted)(?: out)?(?: (?:the )?(?:words?|text|language))?|(?:old|present|existing|current) (?:words?|text|language|wording))$/i;
const insert =
  /^(?:(?:words? |text |language )?(?:to be )?(?:insert|inserted|insertion|substitute|substituted|put in|add|added|replace with|replacement|replaced by|in)(?: (?:the )?(?:words?|text|language))?(?: in (?:its|their) (?:place|stead))?|(?:in )?(?:its|their) (?:place|stead)|new (?:words?|text|language|wording))$/i;

/** Told by the heads alone: one column strikes, one puts in, and one before them tells where. */
export function amendsOf({ heads }: Grid): Amends | null {
  const at = (pattern: RegExp) => heads.findIndex((head) => pattern.test(head.trim()));
  const found = { place: at(place), strike: at(strike), insert: at(insert) };
  return found.place >= 0 && found.strike > found.place && found.insert > found.strike ? found : null;
}
