import { endsWhole, isLabel, isRowName } from '../line-starts.ts';
import type { Part } from './parts.ts';

/** What stands on a line between gaps of two spaces and more. */
interface Stretch {
  readonly text: string;
  /** Letters from the margin. */
  readonly x: number;
}

/** Cells of a line, one for each column; '' where it is blank. */
type Cells = readonly string[];

/** Letters that a page is wide, at most. */
const widest = 180;

/** Lines parted where columns stand side by side with nothing drawn between them, as where a PDF was laid out as text. */
export function aligned(lines: readonly string[], page: number): Part[] {
  const laid = lines.map(stretchesOf);
  const parts: Part[] = [];
  const pushLines = (from: number, to: number): void => {
    const own = lines.slice(from, to);
    if (own.some((line) => line.trim() !== '')) parts.push({ lines: own, page });
  };
  let plain = 0;
  for (let at = 0; at < lines.length; at++) {
    let end = regionEnd(laid, at);
    let found = end > at + 1 ? sideBySide(laid.slice(at, end), page) : null;
    if (found?.every((part) => 'lines' in part)) {
      // The first column of prose may be longer than the others.
      while (laid[end]?.length === 1) end++;
      found = sideBySide(laid.slice(at, end), page);
    }
    if (found === null) {
      at = Math.max(at, end - 1);
      continue;
    }
    pushLines(plain, at);
    for (const part of found) parts.push(part);
    plain = end;
    at = end - 1;
  }
  pushLines(plain, lines.length);
  return parts;
}

function stretchesOf(line: string): Stretch[] {
  // Nothing is laid out where a paragraph is one line.
  if (line.length > widest) return [{ text: line.trim(), x: 0 }];
  const typed = line.replace(/\t/g, '        ');
  return [...typed.matchAll(/\S+(?: \S+)*/g)].map(({ 0: text, index }) => ({ text, x: index }));
}

/**
 * The line after a region that begins with text side by side. It goes on over lines that are set in, as the rest of a
 * cell is, over single lines at the margin between such lines, and over a blank line between two of its own.
 */
function regionEnd(laid: readonly (readonly Stretch[])[], from: number): number {
  if ((laid[from]?.length ?? 0) < 2) return from + 1;
  const margin = Math.min(...laid.slice(from, from + 80).map(([first]) => first?.x ?? 999));
  const belongs = (at: number): boolean => (laid[at]?.length ?? 0) > 1 || (laid[at]?.[0]?.x ?? margin) > margin + 2;
  let end = from + 1;
  for (let at = end; at < laid.length; at++) {
    if (belongs(at)) end = at + 1;
    else if (at > end) break;
  }
  return end;
}

/** A row whose number stands before its words in the first column. */
const numbered = /^\(?\p{Lu}?\d{1,3}[a-z]?(?:\.\d{1,3})*[.)]?(?:\s|$)/u;

function sideBySide(laid: readonly (readonly Stretch[])[], page: number): Part[] | null {
  const columns = columnsOf(laid);
  if (columns.length < 2) return null;
  const lines = laid.map((stretches) => cellsOf(stretches, columns));
  const texts = lines.filter((cells) => filled(cells) > 0);
  const firsts = texts.map(([first = '']) => first).filter((first) => first !== '');
  // Numbers or bullets and what they stand before are a list.
  if (columns.filter((_, column) => !isLabels(texts, column)).length < 2 || isBroken(texts)) return null;
  if (isProse(texts)) return columns.map((_, column) => ({ lines: lines.map((cells) => cells[column] ?? ''), page }));
  const isKeyed = firsts.filter((first) => isRowName(first) || isLabel(first)).length >= firsts.length * 0.7;
  const isNumbered = firsts.filter((first) => numbered.test(first)).length >= Math.max(3, firsts.length * 0.25);
  const starts = startsOf(lines, isKeyed ? /./ : isNumbered ? numbered : null);
  const rows: string[][][] = [];
  lines.forEach((cells, index) => {
    const row = starts[index] ? undefined : rows.at(-1);
    if (row === undefined) rows.push(cells.map((cell) => (cell === '' ? [] : [cell])));
    else for (const [column, cell] of cells.entries()) if (cell !== '') row[column]?.push(cell);
  });
  return [{ rows: rows.map((cells) => ({ head: null, page, cells })) }];
}

function isLabels(lines: readonly Cells[], column: number): boolean {
  const cells = lines.flatMap((line) => line[column] || []);
  const labels = cells.filter((cell) => isLabel(cell) || /^(?:o|[^\p{L}\p{N}]{1,3})$/u.test(cell));
  return labels.length >= cells.length * 0.8;
}

/** Whether most lines are sentences with a blank in them, where two lines were made one: they run on over the gap. */
function isBroken(lines: readonly Cells[]): boolean {
  const broken = lines.filter((cells) =>
    cells.some(
      (cell, column) => cell.length > 40 && /[\p{L},]$/u.test(cell) && /^\p{Ll}/u.test(cells[column + 1] ?? ''),
    ),
  );
  return broken.length > lines.filter((cells) => filled(cells) > 1).length * 0.4;
}

/** Where columns begin: text starts there in line after line, or below a head, and hardly any runs across. */
function columnsOf(laid: readonly (readonly Stretch[])[]): number[] {
  const beside = laid.filter((stretches) => stretches.length > 1);
  if (beside.length < 2) return [];
  const starts = new Map<number, number>();
  const wide = new Map<number, number>();
  for (const stretches of laid) {
    stretches.forEach(({ x }, at) => {
      const before = stretches[at - 1];
      starts.set(x, (starts.get(x) ?? 0) + 1);
      // Two spaces part sentences and fill justified lines, too.
      if (before === undefined || x - before.x - before.text.length > 2) wide.set(x, (wide.get(x) ?? 0) + 1);
    });
  }
  const margin = Math.min(...starts.keys());
  const heads = new Set(beside[0]?.map(({ x }) => x));
  const often = [...starts]
    .filter(([x, count]) => x === margin || count >= (heads.has(x) ? 2 : Math.max(2, beside.length * 0.25)))
    .sort(([one], [two]) => one - two);
  const columns: number[] = [];
  for (const [x, count] of often) {
    if ((wide.get(x) ?? 0) < count / 2) continue;
    const across = laid.flat().filter((each) => each.x < x - 1 && each.x + each.text.length >= x).length;
    if (across > laid.length * 0.1 && across > 1) continue;
    const last = columns.at(-1);
    if (last === undefined || x > last + 2) columns.push(x);
    else if (count > (starts.get(last) ?? 0)) columns[columns.length - 1] = x;
  }
  return columns;
}

/** The stretches of a line by the column that they stand in, or reach where they are centred over it. */
function cellsOf(stretches: readonly Stretch[], columns: readonly number[]): string[] {
  const cells = columns.map(() => '');
  const isIn = (start: number | undefined, { text, x }: Stretch): boolean =>
    start !== undefined && (start <= x + Math.min(text.length / 2, 8) || start - x - text.length < 3);
  for (const stretch of stretches) {
    const { text } = stretch;
    let column = 0;
    while (isIn(columns[column + 1], stretch)) column++;
    cells[column] = `${cells[column]} ${text}`.trim();
  }
  return cells;
}

/** Columns of prose, each read to its end: nearly every line has words in all of them, and they run on from line to line. */
function isProse(lines: readonly Cells[]): boolean {
  const full = lines.filter((cells) => filled(cells) === cells.length).length;
  if (lines.length < 8 || full < lines.length * 0.8) return false;
  const runsOn = lines.filter((cells, index) =>
    cells.every((cell, column) => /^\p{Ll}/u.test(cell) && /[\p{L},]$/u.test(lines[index - 1]?.[column] ?? '')),
  );
  return runsOn.length > lines.length * 0.2;
}

function filled(cells: Cells): number {
  return cells.filter((cell) => cell !== '').length;
}

/**
 * Which lines open a row: those below a blank line, where blank lines part the rows; those whose first words are a row's
 * name (`opening`), where they have names; else as their words tell.
 */
function startsOf(lines: readonly Cells[], opening: RegExp | null): boolean[] {
  const isApart = lines.map((_, index) => filled(lines[index - 1] ?? ['']) === 0);
  const parted = lines.filter((_, index) => index > 0 && isApart[index]);
  const byBlanks = parted.length >= 2 && parted.filter((cells) => filled(cells) > 1).length > parted.length * 0.7;
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const opensAt = lines.findIndex(([first]) => first !== '');
  return lines.map((cells, index) => {
    if (filled(cells) === 0) return false;
    if (byBlanks) return isApart[index] === true;
    const [first = ''] = cells;
    if (first === '') return false;
    if (opening && numbered.test(first)) return true;
    // The rest of a head that is taller in another column than in the first.
    if (index === opensAt && index > 0) return false;
    if (opening) return opening.test(first);
    const above = lines[index - 1] ?? [];
    // The first line may be the head, which seldom takes two in all of its columns.
    const isBelowHead = index === 1 && !/^\p{Ll}/u.test(first);
    if (filled(cells) === cells.length && (filled(above) < cells.length || isBelowHead)) return true;
    return !goesOn(cells, above, widths);
  });
}

/**
 * Whether the cells of a line are the rest of those above: not where one of them would have fitted on the line above
 * (four fifths of its column, as letters differ in width), but where one goes on in mid-sentence.
 */
function goesOn(cells: Cells, above: Cells, widths: readonly number[]): boolean {
  const both = cells.flatMap((cell, column) => {
    const last = above[column] ?? '';
    return cell === '' || last === '' ? [] : [{ last, cell, width: widths[column] ?? 0 }];
  });
  if (both.some(({ last, cell, width }) => last.length + 1 + firstWord(cell).length <= width * 0.8)) return false;
  if (both.some(({ last, cell }) => /^\p{Ll}/u.test(cell) && !endsWhole(last))) return true;
  return both.length > 0 && !both.some(({ last }) => endsWhole(last));
}

function firstWord(text: string): string {
  return /^\S+/.exec(text)?.[0] ?? '';
}
