import type { Span } from '../../types.ts';
import { boxAlone } from '../outline/boxes.ts';
import { columnOf, type Grid } from './grid.ts';
import { type Burden, burdenOf, legendOf, type Response, sidesIn } from './legend.ts';
import { isHeadOfSide, tellsSides } from './sides-column.ts';

export type { Response };

/** A column that answers by codes ("C", "E", "N"), and what each does. */
export interface Codes {
  /** Usually one; each signer may have one. */
  readonly columns: readonly number[];
  /** Those of them in which a tick declines: "No". */
  readonly against: readonly number[];
  /** Whether a row is taken up only where each of the columns takes it up: "only if both have initialed it". */
  readonly every: boolean;
  readonly responses: ReadonlyMap<string, Response>;
  /** Names of the sides that a code binds, where the text tells it: "S – binds Supplier". */
  readonly sides: ReadonlyMap<string, readonly Span[]>;
}

const noSides: ReadonlyMap<string, readonly Span[]> = new Map();

/** "M", "A+", or with what is said of it in the same cell: "M: within 20 days of discovery". */
const coded = /^(?<code>[A-Z]{1,3}\+?|[✓✔■●])(?:$|\s*[:;.,—–-]\s*|\s+(?=\())/;
/** "ACCEPT", "Declined": an answer of one word; "Accepted as modified: …" with what is said of it. */
const inWord =
  /^(?<code>(?:not )?(?:accept(?:ed|s)?(?: as modified| with (?:changes|modifications))?|agreed?|included?|adopt(?:ed)?|compl(?:y|ies|iant))|exception|declined?|rejected?|refused?|excluded?|modif(?:y|ied)|counter(?:ed)?)(?:\W?$|[;:,—–]\s)/i;
const customary: ReadonlyMap<string, Response> = new Map(
  Object.entries({
    Y: 'taken',
    YES: 'taken',
    C: 'taken',
    FC: 'taken',
    A: 'taken',
    X: 'taken',
    '✓': 'taken',
    '✔': 'taken',
    E: 'instead',
    M: 'instead',
    P: 'instead',
    PC: 'instead',
  } satisfies Record<string, Response>),
);
/** What words answer that no legend tells of. */
const byWord: readonly (readonly [RegExp, Response])[] = [
  [/^(?:not |declin|reject|refus|exclud)/i, 'none'],
  [/^(?:modif|counter|exception|accept\w* (?:as|with))/i, 'instead'],
  [/^(?:accept|agree|includ|adopt|compl)/i, 'taken'],
];

/** How a table is answered by ticks, initials or letters; null where it is answered in words. */
export function codesOf(value: string, grid: Grid, isParty: (name: string) => boolean): Codes | null {
  return ticksOf(grid) ?? initialsOf(value, grid, isParty) ?? lettersOf(value, grid, isParty);
}

/** The text tells what the letters mean, or else custom does. */
function lettersOf(value: string, grid: Grid, isParty: (name: string) => boolean): Codes | null {
  if (grid.rows.length < 3) return null;
  for (let column = 1; column < grid.width; column += 1) {
    // "VV" and "FBE" are who is bound.
    if (tellsSides(grid, column, isParty)) continue;
    const cells = columnOf(grid, column);
    const given = cells.filter((cell) => cell !== '' || !openDeclines.test(value));
    const found = given.map(codeIn);
    const kinds = new Set(found);
    if (kinds.size === 0 || kinds.size > 6) continue;
    // So many kinds in so few rows are codes only where the text tells of each.
    if (kinds.size > cells.length / 2 && ![...kinds].every((one) => one !== '' && legendOf(value, one) !== null))
      continue;
    if (kinds.has('') && !mayBeOpen(grid, column)) continue;
    // "A: …" in every cell opens answers and is no code.
    if (kinds.size === 1 && !cells.some((cell) => kinds.has(cell))) continue;
    const sides = new Map([...kinds].map((one) => [one, one === '' ? [] : sidesIn(value, one, isParty)]));
    const response = (one: string): Response =>
      one === '' ? 'none' : (sides.get(one) ?? []).length > 0 ? 'taken' : (legendOf(value, one) ?? customOf(one));
    return {
      columns: [column],
      against: [],
      every: false,
      responses: new Map([...kinds].map((one) => [one, response(one)])),
      sides,
    };
  }
  return null;
}

/** Under "Letter" or "Answer" a row may be left without one; it is not taken up. */
function mayBeOpen({ heads, rows }: Grid, column: number): boolean {
  const cells = rows.map((row) => row[column] ?? '');
  const open = cells.filter((cell) => /^[–—_-]*$/.test(cell));
  return (
    answerHead.test(heads[column] ?? '') &&
    open.length < cells.length / 3 &&
    cells.every((cell) => open.includes(cell) || codeIn(cell) !== '')
  );
}

const answerHead =
  /^(?:(?:your|our|vendor|contractor|supplier|bidder)(?:['’]s)? )?(?:code|letter|answer|response|reply|status)$/i;
/** "A requirement to which you gave no letter is not a term." */
const openDeclines =
  /\b(?:no (?:letter|code|mark|answer|response|entry)|(?:left )?(?:blank|empty|open|unanswered))\b[^.;]{0,60}\b(?:not|no) (?:a |any )?(?:terms?|part|accepted|agreed)\b/i;

/** Columns in which somebody puts initials to what is taken on; a row without them is not taken on. */
function initialsOf(value: string, grid: Grid, isParty: (name: string) => boolean): Codes | null {
  const columns = grid.heads.flatMap((head, column) =>
    column > 0 &&
    !tellsSides(grid, column, isParty) &&
    (initialed.test(head) || isInitialed(value, columnOf(grid, column)))
      ? [column]
      : [],
  );
  const [first] = columns;
  if (first === undefined) return null;
  const found = grid.rows.flatMap((row) => columns.map((column) => codeIn(row[column] ?? '')));
  const signed = new Set(found.filter(Boolean));
  return signed.size === 0
    ? null
    : {
        columns,
        against: [],
        every: columns.length > 1 && bothInitial.test(value),
        responses: new Map([...signed].map((one) => [one, 'taken'])),
        sides: noSides,
      };
}

const bothInitial =
  /\bonly (?:if|where|when)\b[^.]{0,60}\b(?:both|each|all)\b[^.]{0,60}\binitial|\bonly (?:if|where|when)\b[^.]{0,60}\binitial[^.]{0,60}\b(?:both|each|all)\b/i;

const yes = /^(?:yes|y|agreed?|accept(?:ed|s)?|compl(?:y|ies)|included|will do|true)$/i;
const no = /^(?:no|n|not? (?:agreed|accepted|included)|declined?|reject(?:ed)?|refused?|n\/a|false)$/i;

/** Columns for ticks ("Yes | No"); a row that is ticked nowhere, or below "No", is not taken on. */
function ticksOf(grid: Grid): Codes | null {
  const columns = grid.heads.flatMap((head, column) => {
    const cells = columnOf(grid, column);
    const boxes = cells.every((cell) => boxAlone(cell) !== null);
    const answers = yes.test(head) || no.test(head);
    return column > 0 && (boxes || answers) && cells.every((cell) => hasTick(cell) || isOpen(cell)) ? [column] : [];
  });
  const against = columns.filter((column) => no.test(grid.heads[column] ?? ''));
  const isUsed = columns.some((column) => columnOf(grid, column).some(hasTick));
  return columns.length > against.length && isUsed
    ? { columns, against, every: false, responses: ticks, sides: noSides }
    : null;
}

/** Columns headed by the names of the sides, with a mark in each row for who is bound: "Row | Obligation | Vendor | Board". */
export interface Sides {
  readonly columns: readonly number[];
  /** What each mark makes of the row for the side below which it stands. */
  readonly burdens: ReadonlyMap<string, Burden>;
}

const noSideColumns: Sides = { columns: [], burdens: new Map() };

export function sideColumns(value: string, grid: Grid, isParty: (name: string) => boolean): Sides {
  const columns = grid.heads.flatMap((head, column) => (column > 0 && isHeadOfSide(head, isParty) ? [column] : []));
  if (columns.length < 2) return noSideColumns;
  const marks = [...new Set(columns.flatMap((column) => columnOf(grid, column).map(markIn)))];
  if (!marks.every((mark) => mark.length <= 3 || marksAgreed(mark))) return noSideColumns;
  const told = new Map(marks.map((mark) => [mark, letter.test(mark) ? burdenOf(value, mark) : null]));
  const unknown = marks.filter((mark) => !told.get(mark) && !marksDuty(mark) && !marksNone(mark) && !marksAgreed(mark));
  // Where all that is marked is marked by one letter, that binds, whatever it stands for.
  const [only = ''] = unknown;
  const alone = letter.test(only) && marks.every((mark) => mark === only || isOpen(mark));
  if (unknown.length > 0 && !alone) return noSideColumns;
  const burdens = new Map(
    marks.map((mark): [string, Burden] => [
      mark,
      told.get(mark) ?? { binds: marksDuty(mark) || unknown.includes(mark), verb: null },
    ]),
  );
  return [...burdens.values()].some((one) => one.binds) ? { columns, burdens } : noSideColumns;
}

const letter = /^[A-Z]$/;

/** "Y/2", "N (3)": a mark with the number of a note. */
export function markIn(cell: string): string {
  return /^([A-Z])\s*[/(]\s*[a-z0-9]{1,2}\)?$/.exec(cell)?.[1] ?? cell;
}

/** A tick, or who is responsible or accountable in a responsibility matrix; who is consulted or informed owes nothing. */
function marksDuty(cell: string): boolean {
  return hasTick(cell) || /^(?:[•◆]|[RA](?:\s*[/,&+]\s*[RACIS])*)$/u.test(cell);
}

/** "agreed" below the names of the sides: what the row states is a term, and nobody's duty alone. */
export function marksAgreed(cell: string): boolean {
  return /^agreed$/i.test(cell);
}

function marksNone(cell: string): boolean {
  return isOpen(cell) || /^[○◦◯]$/u.test(cell) || /^(?:[CIS](?:\s*[/,&+]\s*[CIS])*|n\/a)$/iu.test(cell);
}

export function hasTick(cell: string): boolean {
  return /^[x✓✔■●]$/iu.test(cell) || boxAlone(cell) === true;
}

function isOpen(cell: string): boolean {
  return /^(?:[–—_-]*|[○◯◦])$/u.test(cell) || boxAlone(cell) === false;
}

const ticks: ReadonlyMap<string, Response> = new Map([['✓', 'taken']]);

const initialed = /^(?:(?:vendor|contractor|provider|company)(?:['’]s)? )?initials?$/i;
const initials = /^(?:\p{Lu}\.\s?){2,4}$/u;

/** "A.F." in most cells, or "AF" where a legend says who that is, and where not, nothing: "—". */
function isInitialed(value: string, cells: readonly string[]): boolean {
  const put = [...new Set(cells.filter((cell) => !/^[\s–—_-]*$/u.test(cell)))];
  return put.length > 0 && put.every((one) => initials.test(one) || (put.length <= 2 && isPerson(value, one)));
}

/** "AF = Ann Frost" */
function isPerson(value: string, one: string): boolean {
  if (!/^\p{Lu}{2,3}$/u.test(one)) return false;
  const names = [...one].map((letter) => String.raw`${letter}\p{L}[\p{L}'’-]*`).join(' ');
  return new RegExp(String.raw`(?<![\p{L}\d])${one}["”’]?\s*(?:=|:|–|—|is|means|stands for)\s*${names}`, 'u').test(
    value,
  );
}

/** What a row answers by its codes: the first of several that takes anything on, or none where each must and one does not. */
export function answerOf(codes: Codes, cells: readonly string[]): Response {
  const said = codes.columns.map((column): Response => {
    const cell = cells[column] ?? '';
    if (codes.against.includes(column)) return 'none';
    return codes.responses.get(codes.responses === ticks && hasTick(cell) ? '✓' : codeIn(cell)) ?? 'none';
  });
  if (codes.every && said.includes('none')) return 'none';
  return said.find((one) => one !== 'none') ?? 'none';
}

/** Where what is said beside a code begins. */
export function besideCode(cell: string): number {
  return initials.test(cell) ? cell.length : ((coded.exec(cell) ?? inWord.exec(cell))?.[0].length ?? 0);
}

function codeIn(cell: string): string {
  if (initials.test(cell)) return cell;
  return (coded.exec(cell) ?? inWord.exec(cell))?.groups?.['code'] ?? '';
}

function customOf(code: string): Response {
  return customary.get(code) ?? byWord.find(([pattern]) => pattern.test(code))?.[1] ?? 'none';
}

/** The names of the sides whom the code of a row binds; none where it binds no side by name. */
export function boundByCode(codes: Codes, cells: readonly string[]): readonly Span[] {
  return codes.columns.flatMap((column) => codes.sides.get(codeIn(cells[column] ?? '')) ?? []);
}

/** Whether the rows of a table are ticked, and not answered in words or letters. */
export function isTicked({ responses }: Codes): boolean {
  return responses === ticks;
}
