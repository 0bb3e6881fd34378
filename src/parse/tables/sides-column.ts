import { hasVerb } from '../outline/lines.ts';
import { countWords } from '../outline/spans.ts';
import { columnOf, type Grid } from './grid.ts';

const bothSides = /^(?:both|each|all|either|everyone)(?: (?:parties|party|sides?|of us|of them))?$/i;
/** Heads over a column that may tell who is bound. */
const asksWho =
  /^(?:who|whom|side|party|obligor|(?:by|on|for|from) whom|(?:[a-z]+ )?by|responsible(?: party)?|duty|duty of|bound|owed by|on|upon|binds|bears|whose|(?:falls|rests|lies) (?:on|upon|with))$/i;
/** Heads over a column that tells to whom something is owed. */
export const asksWhom = /^(?:to|unto|towards?|to whom|owed to|owing to|in favor of|beneficiary)$/i;
const between = /\s*(?:,? \b(?:together )?with\b|[,+&/]|\band\b)\s*/;
/** "Each Supplier", "the Owning Member". */
const whichOfThem = /^(?:(?:each|every|any|all|the)\s+)?(?:[a-z]+ing\s+)?/i;

/** Whether the cells of a column tell who acts: by the names of the sides, or under a head that asks by a few that recur. */
export function tellsSides(grid: Grid, index: number, isParty: (name: string) => boolean): boolean {
  const cells = columnOf(grid, index);
  const head = grid.heads[index] ?? '';
  if (asksWho.test(head)) return namesSides(cells, isParty, 0.6) || fewRecur(cells);
  return !asksWhom.test(head) && namesSides(cells, isParty, 0.9);
}

/** "Vendor shall", "Each Member must", "What the Board will do", over a column. */
const shall = /^(?:what )?(?<name>.+?) (?:shall|will|must|agrees to|undertakes to|promises to|is to|has to)(?: do)?$/i;

/** Whether a head names a side, alone or with a verb that goes on in the cells. */
export function isHeadOfSide(head: string, isParty: (name: string) => boolean): boolean {
  const name = shall.exec(head)?.groups?.['name'];
  return [head, name].some((one) => one !== undefined && (isParty(one) || isParty(one.replace(whichOfThem, ''))));
}

/** "College", "Both", "Vendor and District", in so large a share of the cells. */
function namesSides(cells: readonly string[], isParty: (name: string) => boolean, share: number): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const isSide = (cell: string) => isParty(cell) || isParty(cell.replace(whichOfThem, '')) || bothSides.test(cell);
  const named = filled.filter((cell) => isSide(cell) || cell.split(between).every(isSide));
  return filled.length > 1 && filled.some(isSide) && named.length >= filled.length * share;
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
