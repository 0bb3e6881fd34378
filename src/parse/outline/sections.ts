import { oneOf } from '../../language/words.ts';
import type { Section, Span } from '../../types.ts';
import { isItemStyle, partWords } from './labels.ts';
import type { Line } from './lines.ts';
import { read } from './spans.ts';

/** Whether a section is one of these, or stands in one. */
export function isInside(section: number | null, wanted: ReadonlySet<number>, sections: readonly Section[]): boolean {
  for (let at = section; at !== null; at = sections[at]?.parent ?? null) if (wanted.has(at)) return true;
  return false;
}

/** The sections, and what the later stages ask about them. */
export interface Outline {
  readonly sections: readonly Section[];
  /** Title of each section as it stands in the text, by index of `sections`. */
  readonly titles: readonly (Span | null)[];
  /** Innermost section of each block; null before the first. */
  readonly sectionOf: readonly (number | null)[];
}

interface Open {
  readonly index: number;
  readonly style: string;
  readonly number: string;
  /** Headings: their level in the file; 9 for what is set as a paragraph. */
  readonly rank: number;
}

interface Draft {
  start: number;
  end: number;
  readonly label: string;
  readonly title: string;
  readonly level: number;
  readonly parent: number | null;
  readonly part: string;
}

const partTitle =
  /\b(?:rider|addendum|addenda|amendment|attachment|exhibit|schedule|annex|appendix|terms and conditions|order form)\b/i;

const annexed = oneOf('exhibit schedule attachment appendix annex');

/** "ATTACHMENT: the Agreement as it stood", "Copy of the Agreement of 2014". */
const isPaper =
  /^(?:(?:attachment|annex|appendix)\b\W*(?:$|[:.—–(-])|(?:(?:a|the) )?(?:copy|text|reprint) of the (?:\w+ ){0,4}(?:agreement|contract|licen[cs]e|terms|order|memorandum)\b)/i;

/** "How this amendment works" is about a paper and opens none. */
const ofPart = /\b(?:this|how|what|why|about|purpose)\b/i;

/** Builds the tree: headings by their level, numbers by their style, one level for each new style. */
export function outline(value: string, lines: readonly Line[]): Outline {
  const sections: Draft[] = [];
  const titles: (Span | null)[] = [];
  const sectionOf: (number | null)[] = [];
  const stack: Open[] = [];
  let before: Line | null = null;
  for (const line of lines) {
    const style = styleOf(line, stack, before);
    if (style !== '') {
      const rank = line.block.kind === 'heading' ? line.block.level : 9;
      const titled = before !== null && titlesPart(line, before, sections[stack.at(-1)?.index ?? -1]);
      if (!titled) close(stack, style, rank, line, sections, before !== null && opensList(value, before));
      const parent = stack.at(-1)?.index ?? null;
      const section = draftOf(value, line, titled, sections, parent);
      stack.push({ index: sections.length, style, number: line.label?.number ?? '', rank });
      sections.push(section);
      titles.push(line.title);
    }
    for (const open of stack) widen(sections[open.index], line.span.end);
    sectionOf.push(stack.at(-1)?.index ?? null);
    if (line.span.end > line.span.start) before = line;
  }
  return { sections, titles, sectionOf };
}

function widen(section: Draft | undefined, end: number): void {
  if (section !== undefined) section.end = end;
}

/** '' for a line that opens no section. */
function styleOf(line: Line, stack: readonly Open[], before: Line | null): string {
  if (line.block.kind === 'heading' && line.look === 'heading')
    return line.label?.style ?? `heading${line.block.level}`;
  if (line.label !== null) return sequel(line, stack);
  if (line.look === '') return '';
  // Title lines one after the other ("between" / "X" / "and" / "Y") make no tree of their own.
  if (before !== null && before.look === line.look && before.label === null) return '';
  return `look:${line.look}`;
}

/** "(i)" goes on a list that has come to "(h)", and "C." one that has come to "B.", whatever else they could mean. */
function sequel(line: Line, stack: readonly Open[]): string {
  const style = line.label?.style ?? '';
  const letter = line.label?.number.replace(/[^A-Za-z0-9]/g, '').toLowerCase() ?? '';
  const asLetter = style.replace('I', 'A').replace('i', 'a');
  if (asLetter === style || !/^\(?[iI][.)]/.test(style)) return style;
  const printed = line.label?.text.replace(/[^A-Za-z]/g, '').toLowerCase() ?? letter;
  const last = [...stack].reverse().find((open) => open.style === asLetter);
  if (last === undefined || printed.length !== 1) return style;
  const previous = last.number.replace(/[^A-Za-z]/g, '').toLowerCase();
  return previous.length === 1 && previous.charCodeAt(0) + 1 === printed.charCodeAt(0) ? asLetter : style;
}

function close(
  stack: Open[],
  style: string,
  rank: number,
  line: Line,
  sections: readonly Draft[],
  inList: boolean,
): void {
  if (line.block.kind === 'heading' && line.look === 'heading') {
    while (stack.length > 0 && (stack.at(-1)?.rank ?? 0) >= rank) stack.pop();
    // An exhibit is no part of the article before it, however deep its title is set.
    const article = annexed.has(line.label?.keyword ?? '')
      ? stack.findIndex(({ style }) => /^article/i.test(style))
      : -1;
    if (article >= 0) stack.length = article;
    return;
  }
  if (line.label !== null && partWords.has(line.label.keyword) && line.look !== '') {
    closePart(stack, sections);
    return;
  }
  // "Schedule 1 (Support). The Vendor answers …" after the last clause is no part of that clause.
  if (line.label !== null && annexed.has(line.label.keyword) && line.title !== null)
    while ((stack.at(-1)?.rank ?? 0) >= 9) stack.pop();
  const restarts = /^\(?[1aAiI][.)]*/.test(style) && /^(?:1|a|\(a\)|\(1\)|\(i\)|A)$/i.test(line.label?.number ?? '');
  const at = stack.findLastIndex((open) => open.style === style);
  if (at < 0 || (restarts && inList)) return;
  // A number inside a heading's section is no sibling of one outside it.
  if (stack.slice(at + 1).some((open) => open.rank < 9)) return;
  stack.length = at;
}

function closePart(stack: Open[], sections: readonly Draft[]): void {
  while (stack.length > 0 && stack.at(-1)?.style !== 'heading1') stack.pop();
  if (isPart(sections[stack.at(-1)?.index ?? -1])) stack.pop();
}

function isPart(section: Draft | undefined): boolean {
  return section !== undefined && section.part !== '' && section.part === (section.label || section.title);
}

/** "ANNEX 1" on a line of its own, and below it the title of the paper that is annexed. */
function titlesPart(line: Line, before: Line, open: Draft | undefined): boolean {
  return (
    line.block.kind === 'heading' &&
    line.label === null &&
    isPart(open) &&
    open?.title === '' &&
    open.start === before.span.start
  );
}

function opensList(value: string, line: Line): boolean {
  return /[:—]\s*$/.test(value.slice(Math.max(line.span.start, line.span.end - 3), line.span.end));
}

function draftOf(value: string, line: Line, titled: boolean, sections: readonly Draft[], parent: number | null): Draft {
  const above = parent === null ? undefined : sections[parent];
  const title = line.title === null ? '' : read(value, line.title).replace(/[.:]$/, '');
  const label = labelOf(line, above);
  const opens = !titled && line.look !== '' && opensPart(line, title, sections.length === 0);
  return {
    start: line.span.start,
    end: line.span.end,
    label,
    title,
    level: (above?.level ?? 0) + 1,
    parent,
    part: opens ? label || title : (above?.part ?? ''),
  };
}

/** "(b)" under "4.2" is cited as "4.2(b)", under "ARTICLE 6" as "ARTICLE 6(b)"; in "Exhibit 4" it stands by itself. */
function labelOf(line: Line, above: Draft | undefined): string {
  const own = line.label?.text ?? '';
  const style = line.label?.style ?? '';
  if (!own.startsWith('(') || above === undefined || above.part === above.label) return own;
  return isItemStyle(style) && citable.test(above.label) ? above.label + own : own;
}

const citable = /\d|^[A-Z]{1,2}$|^article [IVXL]+$/i;

function opensPart(line: Line, title: string, first: boolean): boolean {
  if (line.label !== null) return partWords.has(line.label.keyword);
  if (first || (line.block.kind !== 'heading' && line.look !== 'caps')) return false;
  return (
    isPaper.test(title) || (partTitle.test(title) && !ofPart.test(title) && line.block.level <= 2 && title.length < 90)
  );
}
