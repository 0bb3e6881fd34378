import { columnOf, type Grid } from './grid.ts';
import { hasVerb } from './lines.ts';
import { countWords } from './spans.ts';

const bothSides = /^(?:both|each|all|either|everyone)(?: (?:parties|party|sides?|of us|of them))?$/i;
/** Heads over a column that may tell who is bound. */
const asksWho =
  /^(?:who|whom|side|party|obligor|(?:by|on|for|from) whom|(?:[a-z]+ )?by|responsible(?: party)?|duty|duty of|bound|owed by|on|upon|binds|bears|whose|(?:falls|rests|lies) (?:on|upon|with))$/i;
const between = /\s*(?:[,+&/]|\band\b)\s*/;

/** Whether the cells of a column tell who acts: by the names of the sides, or under a head that asks by a few that recur. */
export function tellsSides(grid: Grid, index: number, isParty: (name: string) => boolean): boolean {
  const cells = columnOf(grid, index);
  return namesSides(cells, isParty) || (asksWho.test(grid.heads[index] ?? '') && fewRecur(cells));
}

/** "College", "Both", "Vendor and District". */
function namesSides(cells: readonly string[], isParty: (name: string) => boolean): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const isSide = (cell: string) => isParty(cell) || bothSides.test(cell);
  const named = filled.filter((cell) => isSide(cell) || cell.split(between).every(isSide));
  return filled.length > 1 && filled.some(isParty) && named.length >= filled.length * 0.9;
}

/** "H" and "B" for "Harkness" and "the Board", again and again; times and tasks do not recur so. */
function fewRecur(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const names = new Set(filled);
  return (
    names.size > 1 &&
    names.size <= Math.min(4, filled.length / 2) &&
    filled.every((cell) => /^\p{Lu}/u.test(cell) && !/\d/.test(cell) && countWords(cell) <= 4 && !hasVerb(cell))
  );
}
