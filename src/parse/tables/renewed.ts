import { hasVerb } from '../outline/lines.ts';
import { countWords } from '../outline/spans.ts';
import { columnOf, type Grid } from './grid.ts';

/** Columns of a renewal: words of the old paper, and what becomes of them; new words may follow in one more. */
export interface Renewed {
  readonly old: number;
  readonly now: number;
}

/** What becomes of old words: they stay, stay with more, go, or go for others; null where that is not told. */
export type Fate = 'same' | 'more' | 'out' | 'other' | null;

const same =
  /^["“]?(?:(?:the )?same|unchanged|no changes?|as (?:is|before|it (?:is|was|stands))|stays?(?: as (?:is|it is|before))?|kept|keep|retained|carried (?:over|forward)|(?:renewed|continued) (?:as is|unchanged))["”]?\W*$/i;
const out =
  /^["“]?(?:out|deleted|delete|struck(?: out)?|strike|dropped|drop|removed|omitted|repealed|not renewed|gone|(?:taken|left) out)["”]?(?:,? (?:and|but) not replaced|[.,;] see\b[^.]{1,40})?\W*$/i;
const changed = /^["“]?(?:changed|replaced|amended|revised|reworded|restated|new words)["”]?\W*$/i;
const more = /^["“]?(?:add(?:ed)?|plus|same,? (?:plus|and(?: add)?)|kept,? (?:plus|and add))["”]?\s*[:—–-]\s*/i;
const compares = /^["“]?(?:same|unchanged|as (?:before|is)|kept|stays?|no change)\b/i;

/** What the words beside old ones make of them. */
export function fateOf(words: string): Fate {
  if (same.test(words)) return 'same';
  if (out.test(words)) return 'out';
  if (changed.test(words)) return 'other';
  if (more.test(words)) return 'more';
  // "Same, save as to fees", "45 buses": read both.
  const says = /[.;!]["”]?$/.test(words) && (hasVerb(words) || countWords(words) > 5);
  return says && !compares.test(words) ? 'other' : null;
}

/** How long "add:" is. */
export function besideMore(words: string): number {
  return more.exec(words)?.[0].length ?? 0;
}

/**
 * The columns of a table that renews a paper line by line: in the last, "same" or "out" again and again and new words between,
 * and beside it sentences. A party at the head of either speaks for itself.
 */
export function renewedOf(grid: Grid, isParty: (name: string) => boolean): Renewed | null {
  const now = [grid.width - 1, grid.width - 2].find((index) => tellsFates(grid, index));
  if (now === undefined) return null;
  const old = now - 1;
  if (old < 0 || grid.rows.length < 3 || grid.heads.length === 0) return null;
  if ([old, now].some((index) => isParty(grid.heads[index] ?? ''))) return null;
  const sentences = columnOf(grid, old).filter((cell) => hasVerb(cell));
  return sentences.length >= grid.rows.length * 0.6 ? { old, now } : null;
}

function tellsFates(grid: Grid, index: number): boolean {
  const fates = columnOf(grid, index).map(fateOf);
  const told = fates.filter((fate) => fate !== null && fate !== 'other');
  return fates.includes('same') && told.length > 1 && new Set(fates).size > 1;
}
