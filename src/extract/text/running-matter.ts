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
      if (pageNumber.test(key) || (isRunning && !isFirstHead)) drop.add(at);
      told.add(key);
    }
    return lines.filter((_, at) => !drop.has(at));
  });
}

const pageNumber = /^(?:head|foot) (?:page )?[-–— ]*(?:#|[ivxl]{1,5})[-–— ]*(?:(?:of|\/) ?#)?$/;

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
      const text = (lines[at] ?? '')
        .trim()
        .toLowerCase()
        .replace(/\d+/g, '#')
        .replace(/^# (?=\S)/, '');
      return { key: `${side} ${text}`, at };
    };
  const heads = filled.slice(0, depth).map(margin('head'));
  const feet = filled.slice(depth).slice(-depth).map(margin('foot'));
  // The head of a table that goes on is not running: what stands below it is told by its columns.
  return [...heads, ...feet].filter(({ key }) => key.length < 200 && (key.includes('#') || !/\S {3,}\S/.test(key)));
}

function distinct(margins: readonly Margin[]): Margin[] {
  return margins.filter(({ key }, at) => margins.findIndex((other) => other.key === key) === at);
}

/** Numbers down the left margin that count the lines, as on pleading paper, are blanked. */
function withoutLineNumbers(lines: readonly string[]): string[] {
  const numbered = lines.flatMap((line, at) => {
    const number = lineNumber.exec(line);
    return number ? [{ at, value: Number(number[1]) }] : [];
  });
  const filled = lines.filter((line) => line.trim() !== '').length;
  const steady = numbered.filter(({ value }, index) => {
    const step = value - (numbered[index - 1]?.value ?? value);
    return step > 0 && step <= 5;
  });
  if (numbered.length < 5 || numbered.length < filled * 0.4 || steady.length < (numbered.length - 1) * 0.8)
    return [...lines];
  return lines.map((line) => line.replace(lineNumber, (number) => ' '.repeat(number.length)));
}

const lineNumber = /^\s*(\d{1,3})(?=\s|$)/;
