import { hasVerb } from '../outline/lines.ts';
import { countWords } from '../outline/spans.ts';
import type { Codes } from './codes.ts';
import { columnOf, type Grid } from './grid.ts';
import { asksWhom, isHeadOfSide, tellsSides } from './sides-column.ts';
import { told } from './told-columns.ts';

/**
 * What a column of a table is for. `law` and `remark` bind nobody: the one tells what somebody asks for, and an answer
 * beside it may take it up; the other points at evidence or notes. `party`: its head names who is bound.
 */
export type Column =
  | 'label'
  | 'who'
  | 'head'
  | 'question'
  | 'term'
  | 'meaning'
  | 'law'
  | 'remark'
  | 'party'
  | 'binding';

const kinds: readonly (readonly [Column, RegExp])[] = [
  [
    'label',
    /^(?:no\.?|nos\.?|#|nr\.?|row|ref\.?|line|id|number|section|sec\.?|article|§|q\.?(?: ?no\.?)?|item no\.?|)$/i,
  ],
  [
    'who',
    /^(?:who|party|by whom|responsible(?: party)?|obligor|bound(?: party)?|who (?:is bound|does it|acts)|whose duty)$/i,
  ],
  [
    'question',
    /\bquestions?\b|\bquery\b|\binquiry\b|^(?!who\b|how\b|when\b)(?!.*\b(?:law|act|statute|policy|state|code)\b).{1,30}\b(?:asks?|asked)$/i,
  ],
  [
    'meaning',
    /\bmeanings?\b|\bsenses?\b|\bdefinitions?\b|\bwhat (?:we|it|they|this) means?\b|\bstands for\b|\bis defined as\b/i,
  ],
  ['term', /^(?:defined )?(?:terms?|words?|expressions?|phrases?)$/i],
  [
    'remark',
    /\bevidence\b|\bproof\b|\b(?:how|who|when)\b.*\b(?:check|verif|test|audit)(?:s|ed|ied|ies)?\b|\bnotes?\b|\bcomments?\b|\bremarks?\b|\bwhere to (?:look|find)\b|\bauditor\b|\bsee also\b|\bcross-?references?\b|\breferences?\b|\bcitations?\b|\bsources?\b|\brationale\b|\bwhy\b|\bexplanation\b|\bbackground\b|\bguidance\b|\bexamples?\b/i,
  ],
  [
    'law',
    /\blaws?\b|\blegal\b|\bstatut|\bregulat|\bact\b(?!$)|\b(?:policy|state|board|district|contract)?\s*requirements?\b|\bwhat [^|]{0,40}\b(?:requires?|asks?|expects?|wants?)\b|\bpolicy\b|\bstandards?\b|\bcriteri/i,
  ],
  [
    'binding',
    /\bpromis|\bcommit|\bobligat|\bundertak|\brespon[ds]|\banswer|\breply|\breplies|\bterms?\b|\bdut(?:y|ies)\b|\bagreed?\b|\bhow\b|\bwhen\b|\bdeadline|\btime\b|\bdue\b|\b(?:action|step|task)s?\b|\bprocedure|\bprovisions?\b|\bclause|\blanguage\b|\b(?:will|shall|must|does)\b|\bday\b/i,
  ],
  [
    'head',
    /^(?:matter|subject|topic|items?|area|category|field|kind|type|event|role|severity|issue|heading|element|data|information|what|measure)s?$/i,
  ],
];

/** Tells the columns of a table by what the text around it says, then by their heads, then by their cells. */
export function columnsOf(
  grid: Grid,
  codes: Codes | null,
  around: readonly string[],
  isParty: (name: string) => boolean,
): Column[] {
  const seen = Array.from({ length: grid.width }, (_, index): Column => {
    const title = grid.heads[index] ?? '';
    if (tellsSides(grid, index, isParty)) return 'who';
    // To whom something is owed is no part of what is owed.
    if (asksWhom.test(title)) return 'label';
    const named = title === '' ? null : byTitle(title, isParty);
    // "Step" over "A", "B", "C" numbers the rows.
    return named === null || (numbers.test(title) && byCells(grid, index) === 'label') ? byCells(grid, index) : named;
  });
  if (codes !== null) return coded(seen, codes, grid);
  // "Each line is an undertaking by the side in the middle column" says that the side is bound there.
  const asTold = told(seen, grid.heads, around).map((column, index) =>
    tellsSides(grid, index, isParty) ? 'who' : column,
  );
  return settle(asTold, grid);
}

const numbers = /^(?:actions?|steps?|tasks?|items?|events?)$/i;

/** What a title that stands over a column tells of it; null for what may as well be a cell. */
export function byTitle(title: string, isParty: (name: string) => boolean): Column | null {
  return isHeadOfSide(title, isParty) ? 'party' : (kinds.find(([, pattern]) => pattern.test(title))?.[0] ?? null);
}

function byCells(grid: Grid, index: number): Column {
  if (index >= Math.min(2, grid.width - 1)) return 'binding';
  const cells = columnOf(grid, index).slice(0, 20);
  if (cells.every((cell) => cell.length <= 6 && !/[a-z]{3}/.test(cell))) return 'label';
  if (index > 0) return 'binding';
  const short = cells.filter((cell) => countWords(cell) <= 8 && !/[.;]$/.test(cell)).length;
  return short >= cells.length * 0.7 ? 'head' : 'binding';
}

/**
 * Beside codes every other column is what is asked for, or what is said of the answer; between what is asked for and the
 * code stands what is promised ("Requirement | Commitment | Initials"). Behind a code that comes first stands what it is
 * put to: "No. | Code | Condition".
 */
function coded(columns: readonly Column[], { columns: codes }: Codes, grid: Grid): Column[] {
  const first = Math.min(...codes);
  const codedBehind = columns.slice(0, first).every((one) => one === 'label')
    ? columns.findIndex((one, index) => index > first && one !== 'remark' && columnOf(grid, index).every(Boolean))
    : -1;
  const asks = columns.findIndex((one) => one === 'law' || one === 'question' || one === 'head');
  return columns.map((one, index) => {
    if (codes.includes(index)) return 'label';
    if (index === codedBehind) return 'law';
    if (index > first) return 'remark';
    if (one === 'binding' && asks >= 0 && asks < index) return 'binding';
    return one === 'binding' || one === 'head' ? 'law' : one;
  });
}

/** What a column is for beside the others. */
function settle(columns: readonly Column[], grid: Grid): Column[] {
  const has = (column: Column): boolean => columns.includes(column);
  const answered = has('binding') || has('party');
  return columns.map((column, index) => {
    const acts = besideActors(columns, index, grid);
    if (acts !== null) return acts;
    if (column === 'term' && !has('meaning')) return has('binding') && index === 0 ? 'head' : 'binding';
    if (column === 'meaning' && index === 0) return 'binding';
    // Requirements bind where nothing answers them; and short ones are no more than the names of the rows.
    if (column === 'law' && !answered) return 'binding';
    return column === 'law' && namesRows(grid, index) ? 'head' : column;
  });
}

/** What a column is for in a table that says who acts, in a column of names or in one for each side; null where that tells nothing. */
function besideActors(columns: readonly Column[], index: number, grid: Grid): Column | null {
  const [column, who, party] = [columns[index], columns.indexOf('who'), columns.indexOf('party')];
  const isName = namesRows(grid, index);
  // "The party named in the third column": its cells name a party, or promise in its name.
  if (column === 'who' && !isName) return 'binding';
  // "What" is what they do, not the name of the row.
  if (column === 'head' && who >= 0 && index > who) return 'binding';
  if (column === 'head' && (who >= 0 || party >= 0) && !isName && saysMost(columns, index, grid)) return 'binding';
  // Before what each side is to do, what a row concerns is its name.
  return column === 'binding' && index < party && isName ? 'head' : null;
}

/** Whether more words stand in a column than in any beside it that would bind: "What | By | How and when". */
function saysMost(columns: readonly Column[], index: number, grid: Grid): boolean {
  const wordsIn = (column: number) => columnOf(grid, column).reduce((sum, cell) => sum + countWords(cell), 0);
  const own = wordsIn(index);
  return columns.every((column, other) => (column !== 'binding' && column !== 'party') || wordsIn(other) < own);
}

function namesRows(grid: Grid, index: number): boolean {
  const cells = columnOf(grid, index).slice(0, 20);
  return cells.filter((cell) => countWords(cell) <= 6 && !hasVerb(cell)).length >= cells.length * 0.8;
}
