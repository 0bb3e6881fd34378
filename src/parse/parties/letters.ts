import type { Line } from '../outline/lines.ts';
import type { ProperName } from './proper-names.ts';

/** The line that greets whom a letter is to; -1 where the text is no letter. */
function greeting(value: string, lines: readonly Line[]): number {
  return lines.findIndex(({ span }, at) => at < 40 && /^Dear\b/.test(value.slice(span.start, span.start + 5)));
}

/** "HALCYON SCHOOL PORTRAITS" above the date of a letter to a board: a firm whose name says no "Inc.". */
export function letterhead(
  value: string,
  lines: readonly Line[],
  named: readonly ProperName[],
): ProperName | undefined {
  const dear = greeting(value, lines);
  const [first] = lines;
  const opens = lines[dear]?.span.start ?? 0;
  if (first === undefined || dear < 3 || !named.some(({ kind, start }) => kind === 'board' && start < opens))
    return undefined;
  // "**Ash & Finch, Planners** 41 Signal Street": the name ends with its bold type, its line or a comma.
  const { start, end } = first.title ?? first.span;
  const [text = ''] = value.slice(start, end).replace(/[*_.]/g, '').split(/[\n,]/);
  const isName = /^[A-Z][\p{L}'’&]*(?: (?:of|and|&|the|[A-Z][\p{L}'’&]*)){1,5}$/u.test(text);
  const isPaper =
    /\b(?:agreement|contract|letter|addendum|memorandum|proposal|quotation|terms|board|schools?$|district)\b/i.test(
      text,
    );
  return isName && !isPaper
    ? { kind: 'company', text, start: first.span.start, end: first.span.start + text.length }
    : undefined;
}

const closing =
  /^(?:sincerely|yours|respectfully|cordially|very truly|truly|with (?:best|kind|warm|many|my)|best|faithfully|regards)\b/i;

const boardHead =
  /^\W*(?:(?:[A-Z][\p{L}.'’&-]*|of|the) ){0,6}(?:S(?:chool|CHOOL) D(?:istrict|ISTRICT)|B(?:oard of|OARD OF) E(?:ducation|DUCATION)|P(?:ublic|UBLIC) S(?:chools|CHOOLS))\b/u;

/** Whether a board writes: a memorandum "From: Office of the Superintendent, Elm Public Schools", a letter under its own head. */
export function isFromBoard(value: string, lines: readonly Line[], named: readonly ProperName[]): boolean {
  const [first] = lines;
  if (first === undefined) return false;
  const [title = ''] = value.slice(first.span.start, first.span.end).split('\n');
  if (/\bmemo(?:randum)?\b/i.test(title)) {
    const from = /\bfrom\W*:[^:]*/i.exec(value.slice(0, longestHead));
    const end = (from?.index ?? 0) + (from?.[0].length ?? 0);
    return from !== null && named.some(({ kind, start }) => kind === 'board' && start >= from.index && start < end);
  }
  return greeting(value, lines) > 1 && boardHead.test(title);
}

/** Characters in which a memorandum says from whom it is. */
const longestHead = 1000;

const date = /^\W*(?:[A-Z][a-z]+day, )?(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}(?:st|nd|rd|th)?, )?\d{4}\W*$/;

/** Whether all that is named above the greeting stands below the date, where a letter says whom it is to. */
function belowDate(value: string, above: readonly Line[], named: readonly ProperName[]): boolean {
  const at = above.findIndex(({ span }) => date.test(value.slice(span.start, Math.min(span.end, span.start + 60))));
  const from = above[at]?.span.end ?? 0;
  const end = above.at(-1)?.span.end ?? 0;
  const names = named.filter((name) => name.start < end);
  return at > 0 && names.length > 0 && names.every((name) => name.start > from && name.kind === 'board');
}

/** Who writes a letter: the name of its head, above the date and the addressee, else that below "Sincerely". */
export function senderOf(value: string, lines: readonly Line[], named: readonly ProperName[]): ProperName | undefined {
  const dear = greeting(value, lines);
  if (dear <= 0) return undefined;
  const opens = lines[dear]?.span.start ?? 0;
  const greeted = belowDate(value, lines.slice(0, dear), named);
  const above = greeted ? [] : named.filter((name) => name.end < opens);
  const [first] = above;
  const top = lines[Math.min(2, dear)]?.span.start ?? 0;
  if (first !== undefined && (above.length > 1 || (dear > 3 && first.start < top))) return first;
  const end = lines.findIndex(({ span }, at) => at > dear && closing.test(value.slice(span.start, span.end)));
  const below = end > 0 ? named.find((name) => name.start > (lines[end]?.span.start ?? 0)) : undefined;
  if (greeted && below?.kind === 'board') return named.find((name) => name.kind !== 'board');
  // The board that is greeted signs below, too: it takes up the offer of somebody who goes by no firm's name.
  if (below !== undefined && !(first?.kind === 'board' && below.kind === 'board')) return below;
  // One name above "Dear" is whom it greets, and the other side writes.
  return first?.kind === 'board' ? named.find((name) => name.kind !== 'board') : first;
}
