import type { Span } from '../types.ts';
import { boxAlone } from './boxes.ts';
import { columnOf, type Grid } from './grid.ts';
import { legendOf, type Response, sidesIn } from './legend.ts';
import { tellsSides } from './sides-column.ts';

export type { Response };

/** A column that answers by codes ("C", "E", "N"), and what each does. */
export interface Codes {
  /** Usually one; each signer may have one. */
  readonly columns: readonly number[];
  /** Those of them in which a tick declines: "No". */
  readonly against: readonly number[];
  readonly responses: ReadonlyMap<string, Response>;
  /** Names of the sides that a code binds, where the text tells it: "S – binds Supplier". */
  readonly sides: ReadonlyMap<string, readonly Span[]>;
}

const noSides: ReadonlyMap<string, readonly Span[]> = new Map();

/** "M", or with what is said of it in the same cell: "M: within 20 days of discovery". */
const coded = /^(?<code>[A-Z]{1,3}|[✓✔■●])(?:$|\s*[:;.,—–-]\s*|\s+(?=\())/;
/** "ACCEPT", "Declined": an answer of one word. */
const inWord =
  /^(?<code>(?:not )?(?:accept(?:ed|s)?|agreed?|included?|adopt(?:ed)?|compl(?:y|ies))|declined?|rejected?|refused?|excluded?|modif(?:y|ied)|counter(?:ed)?)\W?$/i;
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
const words: readonly (readonly [RegExp, Response])[] = [
  [/^(?:not |declin|reject|refus|exclud)/i, 'none'],
  [/^(?:modif|counter)/i, 'instead'],
  [/^(?:accept|agree|includ|adopt|compl)/i, 'taken'],
];

/** How a table is answered by ticks, initials or letters; null where it is answered in words. */
export function codesOf(value: string, grid: Grid, isParty: (name: string) => boolean): Codes | null {
  return ticksOf(grid) ?? initialsOf(grid, isParty) ?? lettersOf(value, grid, isParty);
}

/** The text tells what the letters mean, or else custom does. */
function lettersOf(value: string, grid: Grid, isParty: (name: string) => boolean): Codes | null {
  if (grid.rows.length < 3) return null;
  for (let column = 1; column < grid.width; column += 1) {
    // "VV" and "FBE" are who is bound.
    if (tellsSides(grid, column, isParty)) continue;
    const cells = columnOf(grid, column);
    const found = cells.map(codeIn);
    const kinds = new Set(found);
    if (kinds.size > 6 || kinds.size > cells.length / 2 || (kinds.has('') && !mayBeOpen(grid, column))) continue;
    // "A: …" in every cell opens answers and is no code.
    if (kinds.size === 1 && !cells.some((cell) => kinds.has(cell))) continue;
    const sides = new Map([...kinds].map((one) => [one, one === '' ? [] : sidesIn(value, one, isParty)]));
    const response = (one: string): Response =>
      one === '' ? 'none' : (sides.get(one) ?? []).length > 0 ? 'taken' : (legendOf(value, one) ?? customOf(one));
    return { columns: [column], against: [], responses: new Map([...kinds].map((one) => [one, response(one)])), sides };
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

/** Columns in which somebody puts initials to what is taken on; a row without them is not taken on. */
function initialsOf(grid: Grid, isParty: (name: string) => boolean): Codes | null {
  const columns = grid.heads.flatMap((head, column) =>
    column > 0 && !tellsSides(grid, column, isParty) && (initialed.test(head) || isInitialed(columnOf(grid, column)))
      ? [column]
      : [],
  );
  const [first] = columns;
  if (first === undefined) return null;
  const found = grid.rows.flatMap((row) => columns.map((column) => codeIn(row[column] ?? '')));
  const signed = new Set(found.filter(Boolean));
  return signed.size === 0
    ? null
    : { columns, against: [], responses: new Map([...signed].map((one) => [one, 'taken'])), sides: noSides };
}

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
  return columns.length > against.length && isUsed ? { columns, against, responses: ticks, sides: noSides } : null;
}

/** Columns headed by the names of the sides, with a mark in each row for who is bound: "Row | Obligation | Vendor | Board". */
export function sideColumns(grid: Grid, isParty: (name: string) => boolean): readonly number[] {
  const columns = grid.heads.flatMap((head, column) => (column > 0 && isParty(head) ? [column] : []));
  const cells = columns.flatMap((column) => columnOf(grid, column));
  const isMark = (cell: string) => marksDuty(cell) || marksNone(cell) || marksAgreed(cell);
  return columns.length > 1 && cells.some(marksDuty) && cells.every(isMark) ? columns : [];
}

/** A tick, or who is responsible or accountable in a responsibility matrix; who is consulted or informed owes nothing. */
export function marksDuty(cell: string): boolean {
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

/** "A.F." in most cells, and where not, nothing: "—". */
function isInitialed(cells: readonly string[]): boolean {
  return (
    cells.some((cell) => initials.test(cell)) && cells.every((cell) => initials.test(cell) || /^[\s–—_-]*$/u.test(cell))
  );
}

/** What a row answers by its codes, the first of several that takes anything on. */
export function answerOf(codes: Codes, cells: readonly string[]): Response {
  const said = codes.columns.map((column): Response => {
    const cell = cells[column] ?? '';
    if (codes.against.includes(column)) return 'none';
    return codes.responses.get(codes.responses === ticks && hasTick(cell) ? '✓' : codeIn(cell)) ?? 'none';
  });
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
  return customary.get(code) ?? words.find(([pattern]) => pattern.test(code))?.[1] ?? 'none';
}

/** The names of the sides whom the code of a row binds; none where it binds no side by name. */
export function boundByCode(codes: Codes, cells: readonly string[]): readonly Span[] {
  return codes.columns.flatMap((column) => codes.sides.get(codeIn(cells[column] ?? '')) ?? []);
}

/** Whether the rows of a table are ticked, and not answered in words or letters. */
export function isTicked({ responses }: Codes): boolean {
  return responses === ticks;
}
