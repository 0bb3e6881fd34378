import type { Block, Change, Contract, Evidence, Mark, Span } from '../types.ts';
import { clauseName, clauseNames } from './clause-names.ts';

const longest = 400;
const before = 80;

/**
 * The words of a span with where they stand; `rests` are the ones that decide, which a cut must not lose. `weighed`: they
 * decide by what they weigh, and no pattern fits.
 */
export function evidenceOf(contract: Contract, span: Span, rests: readonly Span[] = [], weighed = false): Evidence {
  const { text } = contract;
  return {
    start: span.start,
    end: span.end,
    quote: quoteOf(text.value, span, rests),
    page: blocksOf(contract, { start: span.start, end: span.start + 1 })[0]?.page ?? null,
    section: clauseAt(contract, span),
    caution: [cautionOf(contract, span), ...(weighed ? [weighing(text.value, rests)] : [])].filter(Boolean).join('; '),
  };
}

/** The name of the innermost section that has one. Sections stand in the order of the text, outer before inner. */
function clauseAt(contract: Contract, span: Span): string {
  const { sections } = contract;
  let at: number | null = countWhile(sections, ({ start }) => start <= span.start) - 1;
  for (let section = sections[at]; section !== undefined; section = at === null ? undefined : sections[at]) {
    if (section.label !== '' && section.end > span.start) break;
    at = section.parent;
  }
  return at === null ? '' : (clauseNames(contract)[at] ?? '');
}

/** The blocks that a span touches. Blocks stand in the order of the text and do not overlap. */
function blocksOf({ text: { blocks } }: Contract, span: Span): readonly Block[] {
  return blocks.slice(
    countWhile(blocks, ({ end }) => end <= span.start),
    countWhile(blocks, ({ start }) => start < span.end),
  );
}

/** How many of a list's items, which are sorted by what is asked, come before the first that does not hold. */
function countWhile<Item>(list: readonly Item[], holds: (item: Item) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = list[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function quoteOf(value: string, span: Span, rests: readonly Span[]): string {
  if (span.end - span.start <= longest) return tidy(value.slice(span.start, span.end));
  const first = Math.min(...rests.map(({ start }) => start).filter((start) => start >= span.start && start < span.end));
  const late = Number.isFinite(first) && first - span.start > longest - before;
  const start = late ? wordStart(value, first - before, span) : span.start;
  const end = wordEnd(value, start + longest, span);
  return `${start > span.start ? '… ' : ''}${tidy(value.slice(start, end))}${end < span.end ? ' …' : ''}`;
}

function tidy(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}

function wordStart(value: string, at: number, span: Span): number {
  const space = value.indexOf(' ', at);
  return space === -1 || space >= span.end ? at : space + 1;
}

function wordEnd(value: string, at: number, span: Span): number {
  if (at >= span.end) return span.end;
  const space = value.lastIndexOf(' ', at);
  return space <= span.start ? at : space;
}

function cautionOf(contract: Contract, span: Span): string {
  const under = contract.text.marks.filter((mark) => mark.start < span.end && mark.end > span.start);
  const changed = under.find(({ kind }) => kind === 'inserted' || kind === 'deleted');
  const ocr = under.find(({ kind }) => kind === 'ocr');
  const scanned = blocksOf(contract, span).some(({ origin }) => origin === 'ocr');
  const amended = contract.changes.find(({ at }) => at.start < span.end && at.end >= span.start);
  const cautions = [
    ...(amended === undefined ? [] : [amendment(contract, amended)]),
    ...(changed === undefined ? [] : [change(changed)]),
    ...(ocr === undefined && !scanned ? [] : [recognition(ocr)]),
  ];
  return cautions.join('; ');
}

function weighing(value: string, rests: readonly Span[]): string {
  const words = [...new Set(rests.map(({ start, end }) => value.slice(start, end).toLowerCase()))];
  return `told by its words alone (${words.join(', ')}), not by a pattern: read it`;
}

function change({ kind, author, date }: Mark): string {
  const by = [author, date].filter((each) => each !== null && each !== '').join(', ');
  return `inside a tracked ${kind === 'deleted' ? 'deletion' : 'insertion'}${by === '' ? '' : ` (${by})`}`;
}

/** "read with “ninety days” in place of “ten days” (§ 12)" */
function amendment(contract: Contract, { at, by, clause }: Change): string {
  const say = ({ start, end }: Span) => `“${tidy(contract.text.value.slice(start, end))}”`;
  const label = clauseAt(contract, clause);
  const words = [by === null ? '' : `with ${say(by)}`, at.end > at.start ? say(at) : ''];
  const told = words[0] === '' ? `without ${words[1]}` : words.filter(Boolean).join(' in place of ');
  return `read ${told}, as ${label === '' ? 'another clause' : clauseName(label)} amends it`;
}

function recognition(mark: Mark | undefined): string {
  const confidence = mark?.confidence ?? null;
  return `recognised from a picture${confidence === null ? '' : ` (${Math.round(confidence)} % sure)`}`;
}
