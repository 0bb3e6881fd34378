import type { Change, Span } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { read } from '../outline/spans.ts';
import { stateNames } from '../parties/state-names.ts';

const paper = '(?:page|sheet|form|cover|table|schedule|order|joinder|signature|counterpart|exhibit|rider)s?';
/** "Each Joinder Page names the board's State." */
const told = new RegExp(
  String.raw`\b${paper}\b[^.;]{0,40}\b(?:names?|states?|tells?|gives?|shows?)\b[^.;]{0,40}\bstate\b`,
  'i',
);
const thatState = /\blaws? of (?<state>that State|the State so (?:named|given|told))\b/d;
/** "The law of the State named on its signature page governs." */
const stateThere = new RegExp(
  String.raw`\blaws? of (?<state>the State (?:that is )?(?:named|stated|given|told|shown) (?:on|in) (?:the|its|each|that|a) [^.;,]{0,40}?\b${paper}(?: ${paper})*)\b`,
  'di',
);
const named = new RegExp(`\\b(?:the )?State of (?:${stateNames.join('|')})\\b`, 'gi');

/** The law of a State that each signature page names is the law of that State by its name, where all name the board's. */
export function namedStates(value: string, statements: readonly Draft[], boardState: string | null): Change[] {
  if (boardState === null) return [];
  return statements.flatMap((clause, at): Change[] => {
    if (clause.zone !== 'operative' || clause.end - clause.start > 600) return [];
    const before = statements[at - 1];
    const place = placeIn(read(value, clause), before?.block === clause.block ? read(value, before) : '');
    const by = place && stateOnPages(value, clause, boardState);
    if (!place || !by) return [];
    return [{ at: { start: clause.start + place.start, end: clause.start + place.end }, by, clause: by }];
  });
}

function placeIn(words: string, before: string): Span | null {
  const hit = (told.test(before) || told.test(words) ? thatState.exec(words) : null) ?? stateThere.exec(words);
  const [start, end] = hit?.indices?.groups?.['state'] ?? [];
  return start === undefined || end === undefined ? null : { start, end };
}

/** Where the first page behind the clause names the board's State; null where a page names another. */
function stateOnPages(value: string, { end }: Draft, boardState: string): Span | null {
  const behind = [...value.matchAll(named)].filter(({ index }) => index > end);
  const [first] = behind;
  if (first === undefined || !behind.every(({ 0: words }) => words.toLowerCase().endsWith(boardState.toLowerCase())))
    return null;
  return { start: first.index, end: first.index + first[0].length };
}
