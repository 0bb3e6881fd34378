import { bulletOf, isLabel } from '../line-starts.ts';
import { gridRows, isGridRule, isPipeRow, pipeCells } from '../markdown/tables.ts';

/** A table drawn with characters: the cells of its rows as lines, and the line after it. */
export interface Drawn {
  readonly rows: readonly { readonly head: boolean | null; readonly cells: readonly (readonly string[])[] }[];
  readonly end: number;
}

/** The table whose first line is `lines[at]`; null if none begins there. */
export function drawnTable(lines: readonly string[], at: number): Drawn | null {
  return piped(lines, at) ?? tabbed(lines, at) ?? ruled(lines, at);
}

/** Rows between pipes, with or without rules between them: Markdown, `+---+---+`, box drawing, what a database prints. */
function piped(typed: readonly string[], at: number): Drawn | null {
  const isRuled = typed.slice(at, at + 3).some((line) => isRule(boxed(line)));
  const lines: string[] = [];
  for (let line = boxed(typed[at]); isInGrid(line, isRuled); line = boxed(typed[at + lines.length])) lines.push(line);
  const rows = lines.filter((line) => !isRule(line));
  if (rows.length < 2) return null;
  const end = at + lines.length;
  // A rule between all rows parts them, and a cell may then take several lines.
  if (lines.length - rows.length > 3 && isRule(lines[0] ?? ''))
    return { rows: gridRows(lines).map(({ head, cells }) => ({ head, cells: cells.map((cell) => [cell]) })), end };
  const isHeaded = isRule(lines[lines.findIndex((line) => !isRule(line)) + 1] ?? '');
  return {
    rows: rows.map((row, index) => ({
      head: isHeaded && index === 0,
      cells: pipeCells(row).map((cell) => [cell]),
    })),
    end,
  };
}

function isInGrid(line: string, isRuled: boolean): boolean {
  return isRule(line) || (isRuled ? isPipeRow(line) : /^\s*\|.*\|\s*$/.test(line));
}

function isRule(line: string): boolean {
  return isGridRule(line) || /^\s*\|?[-=:]{2,}(?:[|+][-=:]{2,})+\|?\s*$/.test(line);
}

/** Box-drawing characters as the pipes, dashes and crosses they stand for. */
function boxed(line = ''): string {
  if (!/[\u2500-\u257f]/.test(line)) return line;
  return line
    .replace(/[─━═┄┅┈┉╌╍]/g, '-')
    .replace(/[│┃║┆┇┊┋╎╏]/g, '|')
    .replace(/[\u250c-\u254b\u2552-\u256c]/g, '+');
}

/** Rows of as many cells between tabs, as a word processor saves a table; a number or bullet and a tab begin an item. */
function tabbed(lines: readonly string[], at: number): Drawn | null {
  const cellsOf = (line = ''): string[] =>
    /^\t/.test(line)
      ? []
      : line
          .trimEnd()
          .split(/\t+/)
          .map((cell) => cell.trim());
  const first = cellsOf(lines[at]);
  const [label = ''] = first;
  if (first.length < 2 || (first.length === 2 && (isLabel(label) || bulletOf(`${label} x`) !== ''))) return null;
  const rows: string[][] = [];
  for (let cells = first; cells.length === first.length; cells = cellsOf(lines[at + rows.length])) rows.push(cells);
  if (rows.length < 2) return null;
  return { rows: rows.map((cells) => ({ head: null, cells: cells.map((cell) => [cell]) })), end: at + rows.length };
}

/** Lines that a head may take. */
const tallestHead = 9;
const columnRule = /^\s*[-=]{2,}(?: +[-=]{2,})+\s*$/;
const wholeRule = /^\s*[-=]{3,}\s*$/;

/**
 * Columns below or between lines of dashes with gaps ("----- ------ ---"), which say where each begins. With a whole line
 * of dashes above or below, blank lines part the rows, and a cell may take several lines; else each line is a row.
 */
function ruled(lines: readonly string[], at: number): Drawn | null {
  const isFramed = wholeRule.test(lines[at] ?? '');
  let rule = isFramed ? at + 1 : at;
  while (rule < at + tallestHead && lines[rule]?.trim() && !columnRule.test(lines[rule] ?? '')) rule++;
  const dashes = lines[rule] ?? '';
  if (!columnRule.test(dashes)) return null;
  const starts = [...dashes.matchAll(/[-=]+/g)].map(({ index }) => index);
  const gaps = [...dashes.matchAll(/(?<=[-=]) (?=[-=])|(?<=[-=]) +(?= [-=])/g)].map(({ index }) => index);
  const fits = (line: string): boolean => gaps.every((gap) => (line[gap] ?? ' ') === ' ');
  const head = lines.slice(isFramed ? at + 1 : at, rule);
  if (!head.every(fits)) return null;
  let end = rule + 1;
  while (end < lines.length && fits(lines[end] ?? '') && !isAnyRule(lines[end] ?? '')) end++;
  const isClosed = closes(lines[end] ?? '', starts);
  const last = isClosed ? end : firstBlank(lines, rule + 1, end);
  const body = lines.slice(rule + 1, last);
  const byBlanks = isFramed || body.some((line) => line.trim() === '');
  const groups = [
    ...(head.length > 0 ? [head] : []),
    ...(byBlanks ? chunks(body) : body.filter((line) => line.trim() !== '').map((line) => [line])),
  ];
  if (groups.length < 2) return null;
  const cellsOf = (group: readonly string[]): string[][] =>
    starts.map((start, column) =>
      group
        .map((line) => line.slice(column === 0 ? 0 : start, starts[column + 1]).trim())
        .filter((part) => part !== ''),
    );
  return {
    rows: groups.map((group, index) => ({ head: head.length > 0 && index === 0, cells: cellsOf(group) })),
    end: isClosed ? end + 1 : last,
  };
}

/** The same rule as above the rows, or a whole line of dashes as wide as they are. */
function closes(line: string, starts: readonly number[]): boolean {
  const own = [...line.matchAll(/[-=]+/g)].map(({ index }) => index);
  if (columnRule.test(line)) return own.join() === starts.join();
  return wholeRule.test(line) && (own[0] ?? 0) <= (starts[0] ?? 0) && line.trimEnd().length > (starts.at(-1) ?? 0);
}

function isAnyRule(line: string): boolean {
  return columnRule.test(line) || wholeRule.test(line);
}

function firstBlank(lines: readonly string[], from: number, to: number): number {
  const at = lines.slice(from, to).findIndex((line) => line.trim() === '');
  return at < 0 ? to : from + at;
}

function chunks(lines: readonly string[]): string[][] {
  const found: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() !== '') found.at(-1)?.push(line);
    else if (found.at(-1)?.length !== 0) found.push([]);
  }
  return found.filter((chunk) => chunk.length > 0);
}
