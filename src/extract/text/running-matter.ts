import { countsLines, isPageNumber, marginKey } from '../margins.ts';

/** Lines at the top and at the foot of a page in which running matter is looked for. */
const depth = 2;

/** Pages of lines without the numbers of lines in their margins, running heads told again, running feet and page numbers. */
export function withoutRunningMatter(pages: readonly (readonly string[])[]): string[][] {
  const bare = pages.map(withoutLineNumbers);
  if (bare.length < 2) return bare;
  const margins = bare.map(marginsOf);
  const seen = new Map<string, number>();
  for (const { key } of margins.flatMap((own) => distinct(own))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const told = new Set<string>();
  return bare.map((lines, page) => {
    const drop = new Set<number>();
    for (const { key, at } of margins[page] ?? []) {
      const isRunning = (seen.get(key) ?? 0) >= Math.min(3, bare.length);
      const isFirstHead = key.startsWith('head') && !told.has(key);
      if (isPageNumber(key.slice(5)) || (isRunning && !isFirstHead)) drop.add(at);
      told.add(key);
    }
    return lines.filter((_, at) => !drop.has(at));
  });
}

interface Margin {
  /** Where it stands and what it says, with its numbers as "#". */
  readonly key: string;
  readonly at: number;
}

function marginsOf(lines: readonly string[]): Margin[] {
  const filled = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const margin =
    (side: string) =>
    (at: number): Margin => {
      // The number of the line may stand before it on some pages.
      const text = marginKey(lines[at] ?? '').replace(/^# (?=\S)/, '');
      return { key: `${side} ${text}`, at };
    };
  const heads = filled.slice(0, depth).map(margin('head'));
  const feet = filled.slice(depth).slice(-depth).map(margin('foot'));
  // The head of a table that goes on is not running: what stands below it is told by its columns.
  return [...heads, ...feet].filter(
    ({ key, at }) => key.length < 200 && (key.includes('#') || !/\S {3,}\S/.test(lines[at] ?? '')),
  );
}

function distinct(margins: readonly Margin[]): Margin[] {
  return margins.filter(({ key }, at) => margins.findIndex((other) => other.key === key) === at);
}

/** Numbers down the left margin that count the lines, as on pleading paper, are blanked. */
function withoutLineNumbers(lines: readonly string[]): string[] {
  const numbers = lines.flatMap((line) => lineNumber.exec(line)?.[1] ?? []).map(Number);
  if (!countsLines(numbers, lines.filter((line) => line.trim() !== '').length)) return [...lines];
  return lines.map((line) => line.replace(lineNumber, (number) => ' '.repeat(number.length)));
}

const lineNumber = /^\s*(\d{1,3})(?=\s|$)/;
