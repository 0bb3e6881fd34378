import type { Span } from '../../types.ts';
import { hasVerb } from './lines.ts';
import { read, trim } from './spans.ts';

/** A sentence that holds a list: "Provider shall not: (a) sell it; (b) rent it, in each case without consent." */
export interface InlineList {
  readonly lead: Span;
  readonly items: readonly Span[];
  readonly tail: Span | null;
}

const marker =
  /(?<=^|[\s:;,])(?:\((?<value>[A-Za-z]|[ivxlIVXL]{1,5}|\d{1,2})\)|(?<=[:;,]\s|\b(?:and|or|then)\s)(?<number>\d{1,2})\.)\s+/g;
const referred = /(?:sections?|paragraphs?|subsections?|clauses?|items?|articles?|exhibits?|parts?|rows?|§|[\d)])\s*$/i;
const closing =
  /[,;—–]\s*(?:in (?:each|any|either|every) (?:such )?case|in all cases|all of which|each of which|none of which)\b/i;
const romans = [
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
  'xvi',
  'xvii',
  'xviii',
  'xix',
  'xx',
];

type Style = 'letter' | 'roman' | 'digit';

/** How the first member tells its style. */
const styles: ReadonlyMap<string, Style> = new Map([
  ['a', 'letter'],
  ['i', 'roman'],
  ['1', 'digit'],
]);

interface Mark {
  readonly at: number;
  readonly after: number;
}

/** Finds the list inside a sentence, or null where letters only refer or where commas alone part the members. */
export function inlineList(value: string, sentence: Span): InlineList | null {
  const words = value.slice(sentence.start, sentence.end);
  const marks = sequence(words);
  const [first] = marks;
  if (marks.length < 2 || first === undefined) return null;
  const before = words.slice(0, first.at).trimEnd();
  const colon = /(?:[:—–]|,? then)$/.test(before);
  const semicolons = marks
    .slice(1)
    .every((mark) => /;\s*(?:and|or|and\/or)?\s*$/i.test(words.slice(Math.max(0, mark.at - 12), mark.at)));
  if (before === '' || !(colon || semicolons)) return null;
  return cut(value, sentence, words, marks);
}

/** The markers that follow one another from (a), (i) or (1). */
function sequence(words: string): Mark[] {
  const found: Mark[] = [];
  let style: Style | null = null;
  for (const hit of words.matchAll(marker)) {
    const { value, number } = hit.groups ?? {};
    const shown = (value ?? number ?? '').toLowerCase();
    if (referred.test(words.slice(Math.max(0, hit.index - 14), hit.index))) continue;
    style ??= styles.get(shown) ?? null;
    if (style === null || ordinal(shown, style) !== found.length + 1) continue;
    found.push({ at: hit.index, after: hit.index + hit[0].length });
  }
  return found;
}

function ordinal(shown: string, style: Style): number {
  if (style === 'digit') return Number(shown);
  if (style === 'roman') return romans.indexOf(shown) + 1;
  return shown.length === 1 ? shown.charCodeAt(0) - 96 : 0;
}

function cut(value: string, sentence: Span, words: string, marks: readonly Mark[]): InlineList {
  const base = sentence.start;
  const lead = trim(value, base, base + (marks[0]?.at ?? 0));
  const last = words.slice(marks.at(-1)?.after ?? 0);
  const common = closing.exec(last);
  const end = common === null ? sentence.end : base + (marks.at(-1)?.after ?? 0) + common.index;
  const items = marks.map((mark, index) =>
    trim(value, base + mark.after, Math.min(base + (marks[index + 1]?.at ?? words.length), end)),
  );
  const tail = common === null ? null : trim(value, end + 1, sentence.end);
  return { lead, items, tail };
}

/** Whether a line leaves its sentence open for the items below it, the first of which begins with `first`. */
export function leavesOpen(value: string, span: Span, first: string): boolean {
  const end = value.slice(Math.max(span.start, span.end - 12), span.end);
  // "Vendor shall report to the Board as follows."
  if (/\bas follows\.$/i.test(end)) return true;
  if (/[:—–]["”)*]*$/.test(end)) return true;
  if (/[.?!;,]["”’)*\]]*$/.test(end)) return false;
  // "Effective September 15, 2025" waits for nothing, "In particular the Vendor" for "shall not sell it".
  const words = read(value, span);
  if (/^\(.*\)$/s.test(words)) return false;
  return (
    /^\p{Ll}/u.test(first) ||
    words.includes('?') ||
    hasVerb(words) ||
    /\b(?:and|or|to|the|of|for|by|with|in|except|including|unless|if|when|where|that|not)$/i.test(words)
  );
}

/** Words after a list that speak of all its items. */
export function isTail(words: string): boolean {
  return (
    /^\p{Ll}/u.test(words) ||
    /^(?:all|each|every one|none|any|both) of (?:these|those|the (?:above|foregoing|preceding|items|following))\b/i.test(
      words,
    ) ||
    /^(?:the|these|those) (?:above|foregoing|preceding|listed|items above|items listed|things above)\b/i.test(words)
  );
}
