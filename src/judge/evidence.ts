import type { Contract, Evidence, Mark, Span } from '../types.ts';

const longest = 400;
const before = 80;

/** The words of a span with where they stand; `rests` are the ones that decide, which a cut must not lose. */
export function evidenceOf(contract: Contract, span: Span, rests: readonly Span[] = []): Evidence {
  const { text } = contract;
  return {
    start: span.start,
    end: span.end,
    quote: quoteOf(text.value, span, rests),
    page: text.blocks.find((block) => block.start <= span.start && span.start < block.end)?.page ?? null,
    section: labelAt(contract, span),
    caution: cautionOf(contract, span),
  };
}

/** The label of the innermost section that has one. Sections stand in the order of the text, outer before inner. */
function labelAt({ sections }: Contract, span: Span): string {
  let section = sections.findLast(({ start, end }) => start <= span.start && span.start < end);
  while (section !== undefined && section.label === '') {
    section = section.parent === null ? undefined : sections[section.parent];
  }
  return section?.label ?? '';
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

function cautionOf({ text }: Contract, span: Span): string {
  const under = text.marks.filter((mark) => mark.start < span.end && mark.end > span.start);
  const changed = under.find(({ kind }) => kind === 'inserted' || kind === 'deleted');
  const ocr = under.find(({ kind }) => kind === 'ocr');
  const scanned = text.blocks.some(
    ({ origin, start, end }) => origin === 'ocr' && start < span.end && end > span.start,
  );
  const cautions = [
    ...(changed === undefined ? [] : [change(changed)]),
    ...(ocr === undefined && !scanned ? [] : [recognition(ocr)]),
  ];
  return cautions.join('; ');
}

function change({ kind, author, date }: Mark): string {
  const by = [author, date].filter((each) => each !== null && each !== '').join(', ');
  return `inside a tracked ${kind === 'deleted' ? 'deletion' : 'insertion'}${by === '' ? '' : ` (${by})`}`;
}

function recognition(mark: Mark | undefined): string {
  const confidence = mark?.confidence ?? null;
  return `recognised from a picture${confidence === null ? '' : ` (${Math.round(confidence)} % sure)`}`;
}
