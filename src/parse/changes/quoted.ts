import type { Span } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { draft } from '../outline/drafts.ts';
import { read, trim } from '../outline/spans.ts';
import { listsGone, takenOut, takeOut } from './amending.ts';

const gone = `(?:${takenOut}|amended to read)`;
const isGone = new RegExp(
  String.raw`^[\s,.;)\]]*(?:(?:in|of|from|at) [^".;:]{1,60}?)?(?:is|are|shall be|was|were|be|being)\s(?:hereby |therefore |now )?${gone}\b`,
  'i',
);
const strikes = new RegExp(
  String.raw`\b(?:${takeOut}|rescinds?|repeals?|in place of|instead of|in lieu of)\s(?:(?:from|in) [^".;:]{1,60}? (?=the ))?(?:the )?(?:(?:words?|phrase|sentences?|text|clause|language|provision)\s?)?(?:that reads?|reading)?[\s,:(]*$`,
  'i',
);
/** "Strike Section 4.2, which read:", "Strike the last sentence of Section 9 (" */
const strikesClause = new RegExp(
  String.raw`\b${takeOut}\s(?:the (?:\w+ )?sentences? (?:of|in) )?(?:sections?|articles?|paragraphs?|clauses?|§+)\s[\w.()-]{1,12}(?: of the [^".;:()]{1,40}?)?(?:,?\s(?:which|that)\s(?:now\s)?(?:reads?|said|says|provide[sd])[\s,:]*|\s?\(\s*)$`,
  'i',
);
const following = new RegExp(
  String.raw`\b(?:following|words?|sentences?|text|language|provisions?|phrases?)\b[^".;:]{0,80}\b(?:is|are)\s(?:hereby )?${gone}\b(?![^:]*\b(?:with|by|follow(?:s|ing)|place|added|inserted)\b)[^".;:]{0,60}[:,]?\s*$`,
  'i',
);
/** Nothing follows but that it is gone. */
const onlyGone = new RegExp(
  String.raw`^[\s,.;)\]]*(?:(?:in|of|from|at) [^".;:]{1,60}?)?(?:is|are|shall be|was|were|be|being)\s(?:hereby |therefore |now )?${gone}(?: (?:in (?:full|(?:its|their) entirety)|altogether|entirely))?\W*$`,
  'i',
);
/** 'Section 8 read: "…" It is struck.' */
const thatIsGone = new RegExp(
  String.raw`^(?:it|they|that|this|(?:those|these|the) words)\s(?:is|are|shall be)\s(?:hereby |now )?${takenOut}\b`,
  'i',
);
/** 'Paragraph 4.6, which read: "…"': what is listed as gone, and not what comes in its place. */
const readsSo =
  /\b(?:which|that) (?:reads?|said|says?|begins?|provide[sd]?)\b|\bread:\s*["“]|\breading\b|^[^"“]{0,60}\(\s*["“]|^(?:in|from|at) (?:sections?|paragraphs?|clauses?|articles?|§+) ?[\w.()-]{1,12}(?: \([^()]{1,60}\))?[,:] ["“]/iu;
const comesIn = /\b(?:replac|insert|add|substitut|place\b|stead\b|lieu\b|now reads?|so that\b|new\b)/iu;
/** 'A new Section 11.1: "The clerk may …"', 'Insert at the end: "…"': what says that a sentence is put in is no part of it. */
const putsIn =
  /^(?:\W*(?:and )?(?:(?:insert|add|put in|write)\b|(?:a |the )?new (?:section|paragraph|clause|article)\b|in (?:the )?(?:place|room|stead) of\b)[^"“”;]{0,60}|[^"“”;]{3,200}\b(?:is|are|shall be) (?:hereby )?(?:amended|added|inserted|supplemented|(?:deleted|struck)[^"“”;]{0,40}(?:replaced|substituted)|replaced)\b[^"“”;]{0,90}):\s*(?=["“])/i;
const takesAway =
  /delet|str[iu]|replac|remov|omit|supersed|rescind|repeal|withdraw|dropped|\b(?:tak|cross|cut)\w* out|in lieu|instead|in place/i;
const opensSentence = /^["“](?:\(?\d?[\w.]*\)?\s+)?\p{Lu}/u;

function withoutOpener(value: string, statement: Draft): Draft[] {
  const text = statement.zone === 'operative' ? read(value, statement) : '';
  const { length } = putsIn.exec(text)?.[0] ?? '';
  if (length === 0 || !opensSentence.test(text.slice(length))) return [statement];
  const start = statement.start + length;
  const opener: Draft = { ...statement, end: trim(value, statement.start, start).end, zone: 'explanation' };
  return [opener, { ...statement, start }];
}

const mostStatements = 12;

/**
 * The words of another paper that a clause quotes only to delete them are no term of this one: "Section 9 ("Vendor has
 * no duty …") is deleted and replaced with …". They become statements of their own, struck; the rest stays.
 */
export function strikeQuotations(value: string, told: readonly Draft[]): Draft[] {
  const statements = told.flatMap((one) => withoutOpener(value, one));
  const out: Draft[] = [];
  let open = 0;
  let announced = false;
  for (const [at, statement] of statements.entries()) {
    const text = read(value, statement);
    if (announced && /^["“]/.test(text)) open = mostStatements;
    announced = false;
    if (open > 0) {
      out.push(statement.zone === 'heading' ? statement : { ...statement, zone: 'struck' });
      open = /["”][.,;]?$/.test(text) ? 0 : open - 1;
      continue;
    }
    const isListed =
      (readsSo.test(text) || (/^["“]/.test(text) && saysSo(value, statement))) &&
      !comesIn.test(text) &&
      (listsGone(value, statement) || isGoneNext(value, statements[at + 1]));
    const quotation =
      statement.zone === 'operative' && (isListed || takesAway.test(text)) ? oldQuotation(text, isListed) : null;
    if (quotation === null) {
      out.push(statement);
      // "The following sentence is deleted:" before the quotation in a block of its own.
      announced = statement.zone === 'operative' && /:\s*$/.test(text) && following.test(text);
      continue;
    }
    out.push(...split(value, statement, quotation));
    if (!quotation.closed) open = mostStatements;
  }
  return out;
}

/** 'Section 8 read:' above '"…" Those words are struck.' */
function saysSo(value: string, { headings }: Draft): boolean {
  const title = headings.at(-1);
  return title !== undefined && /\b(?:read|said|was)\W*$/i.test(read(value, title));
}

function isGoneNext(value: string, next: Draft | undefined): boolean {
  return next !== undefined && thatIsGone.test(read(value, next));
}

interface Quotation extends Span {
  readonly closed: boolean;
}

/** `isListed`: all that stands there is gone. */
function oldQuotation(text: string, isListed: boolean): Quotation | null {
  const marks = [...text.matchAll(/["“”]/g)].map(({ index }) => index);
  for (let k = 0; k < marks.length; k += 2) {
    const start = marks[k] ?? 0;
    const end = marks[k + 1] === undefined ? text.length : (marks[k + 1] ?? 0) + 1;
    const inner = text.slice(start + 1, end);
    const before = text.slice(0, start);
    const closed = marks[k + 1] !== undefined;
    if (closed && inner.split(/\s+/).length < 4) continue;
    if (
      isListed ||
      strikes.test(before) ||
      strikesClause.test(before) ||
      following.test(before) ||
      (closed && isGone.test(text.slice(end)))
    )
      return { start, end, closed };
  }
  return null;
}

function split(value: string, statement: Draft, { start, end }: Quotation): Draft[] {
  const at = (from: number, to: number): Span => trim(value, statement.start + from, statement.start + to);
  // "Section 7.4 (“…”) is deleted." says nothing of what is in the contract.
  const rest = onlyGone.test(read(value, at(end, statement.end - statement.start))) ? 'explanation' : statement.zone;
  const pieces: [Span, Draft['zone']][] = [
    [at(0, start), rest],
    [at(start, end), 'struck'],
    [at(end, statement.end - statement.start), rest],
  ];
  return pieces
    .filter(([span]) => span.end > span.start)
    .flatMap(([span, zone]) => withoutOpener(value, draft(statement, span, zone)));
}
