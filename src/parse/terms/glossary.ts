import type { Draft } from '../outline/drafts.ts';
import type { Line } from '../outline/lines.ts';
import { countWords, read } from '../outline/spans.ts';
import type { Layout } from '../outline/statements.ts';
import type { Setting } from './named-term.ts';

const title =
  /^\W*(?:[\divx]+\W+)?(?:construction and )?interpretation(?:\W*$|\s+(?:of (?:this|the|these)|and (?:definitions?|construction))\b)|\band (?:rules of )?interpretation\W*$|\b(?:definitions?|defined terms?|glossary|dictionary|meanings?|(?:list|table) of (?:words|terms)|word ?list|(?:words?|expressions|vocabulary) (?:of|in|for) this|(?:words?|terms?|expressions|vocabulary) (?:used|defined|explained|and (?:meanings|times|phrases))|what (?:we mean|(?:these|the) words mean))\b|^\W*(?:some |a few )?(?:words|expressions|vocabulary)(?: first)?\W*$/i;
/** "Additional terms for this District" are clauses, and no words. */
const moreTerms = /\b(?:additional|special|supplement\w*|further|other|general|specific) terms\b/i;

/** "In this license:", "For the purposes of these terms, the following words mean:": a list of what words mean follows. */
const opener =
  /^(?:in|for(?:(?: the)? purposes? of)?|throughout|under|as used in) (?:this|these|the present) (?:\w+ ){0,2}\w+(?:,? (?:these|the following|unless)\b[^:.]{0,60})?[:—]?$/i;

/** Where words are defined, and which title of a statement may be the word. */
export function glossaries(
  { value, lines, outline }: Layout,
  statements: readonly Draft[],
): Pick<Setting, 'inGlossary' | 'opens' | 'titleOf'> {
  const inside: boolean[] = [];
  for (const section of outline.sections)
    inside.push(isTitle(section.title) || (section.parent !== null && inside[section.parent] === true));
  for (const one of statements) if (one.section !== null && opener.test(read(value, one))) inside[one.section] = true;
  const listed = inOrder(value, lines);
  const firsts = new Map<number, Draft>();
  const openers = new Map<string, Draft>();
  for (const one of statements) {
    if (one.zone === 'heading') continue;
    if (!firsts.has(one.block)) firsts.set(one.block, one);
    if (!openers.has(under(one))) openers.set(under(one), one);
  }
  return {
    inGlossary: (one) => (one.section !== null && inside[one.section] === true) || listed.has(one.block),
    opens: (one) => openers.get(under(one)) === one,
    titleOf: (one) => {
      const span = firsts.get(one.block) === one ? (lines[one.block]?.title ?? null) : null;
      return span === null || namesNothing(read(value, span)) ? null : span;
    },
  };
}

/** So many titles stand in the order of the alphabet only where somebody has put them so (one chance in 720), one slip aside in each few more. */
const fewestInOrder = 6;
const aSlipIn = 5;

/** Blocks whose titles are words in the order of the alphabet, one below the other: a glossary, whatever stands above it. */
function inOrder(value: string, lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  let list: { readonly block: number; readonly word: string }[] = [];
  const close = (): void => {
    const slips = list.filter(({ word }, k) => k > 0 && word <= (list[k - 1]?.word ?? '')).length;
    if (list.length - slips * aSlipIn >= fewestInOrder) for (const { block } of list) found.add(block);
    list = [];
  };
  for (const { index, title, body, label } of lines) {
    const word = title !== null && body !== null && label === null ? wordOf(read(value, title)) : null;
    if (word === null) close();
    else list.push({ block: index, word });
  }
  close();
  return found;
}

/** A title as it is put in order; null where a number or a letter says its place: "Note 3", "Note A", "Article IV". */
function wordOf(title: string): string | null {
  return /\d|(?<![\p{L}'’])(?:[a-z]|[ivxl]+)\W*$/iu.test(title) ? null : title.toLowerCase().replace(/[^\p{L} ]/gu, '');
}

/** "1. Definitions." and "In this Agreement:" name no term. */
function namesNothing(words: string): boolean {
  return isTitle(words) || opener.test(words);
}

function isTitle(words: string): boolean {
  return title.test(words) && countWords(words) <= 9 && !moreTerms.test(words);
}

/** The title and the question that a statement stands under. */
function under({ section, asked, headings }: Draft): string {
  return `${section} ${asked?.start} ${headings.at(-1)?.start}`;
}
