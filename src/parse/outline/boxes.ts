import type { Box, Span } from '../../types.ts';
import { countWords, read, trim } from './spans.ts';

/** What stands beside a box of a form; `ticked` is null for words that no box is for. */
export interface Choice extends Span {
  readonly ticked: boolean | null;
}

/** The marks that stand for boxes; brackets with nothing in them may be a blank. */
const box = /\[\s*[xX✓✔]?\s*\]|[☒☑☐□✓✔]/g;
const on = /[xX✓✔☒☑]/;
/** What follows a blank to be filled in. */
const blank =
  /^\s*(?:%|percent|(?:business |calendar |school |working )?(?:minutes?|hours?|days?|weeks?|months?|years?|dollars?|cents?)\b)/i;

/** Every box in a text. */
export function boxesIn(value: string): Box[] {
  return [...value.matchAll(box)].map(({ 0: mark, index }) => ({
    start: index,
    end: index + mark.length,
    ticked: on.test(mark),
  }));
}

/**
 * The choices of a form: "[x] Yes [ ] No", "Use: ☒ … ☐ …", "Name ☒ Address ☐"; null where there is none. Brackets in
 * running text are blanks to be filled in ("within [ ] days"), not boxes.
 */
export function choices(value: string, body: Span): Choice[] | null {
  const words = read(value, body);
  const all = boxesIn(words).filter(({ end }) => !blank.test(words.slice(end, end + 40)));
  const opener = all.findIndex(({ start, end }) => opens(words, start, end));
  const boxes = opener < 0 ? [] : all.slice(opener);
  const [first] = boxes;
  if (first === undefined) return null;
  const part = (start: number, end: number, ticked: boolean | null): Choice => ({
    ...trim(value, body.start + start, body.start + end),
    ticked,
  });
  const follows = first.start > 0 && boxes.at(-1)?.end === words.length;
  const found = follows
    ? boxes.map(({ start, ticked }, at) => part(boxes[at - 1]?.end ?? 0, start, ticked))
    : [
        part(0, first.start, null),
        ...boxes.map(({ end, ticked }, at) => part(end, boxes[at + 1]?.start ?? words.length, ticked)),
      ];
  return found.filter(({ start, end }) => end > start);
}

/** Nothing but boxes: true if one is ticked, false if none; null for anything else. */
export function boxAlone(words: string): boolean | null {
  const boxes = boxesIn(words);
  if (boxes.length === 0 || words.replace(box, '').trim() !== '') return null;
  return boxes.some(({ ticked }) => ticked);
}

/** "[x] Vendor shall …" is what a box stands for, not a title. */
export function opensWithBox(words: string): boolean {
  return words.search(box) === 0;
}

/** Whether the first of a line opens a choice; those after it do then. */
function opens(words: string, start: number, end: number): boolean {
  if (words[start] !== '[' || start === 0) return true;
  const before = words.slice(Math.max(0, start - 200), start).trimEnd();
  if ('.:;?!)'.includes(before.at(-1) ?? '.')) return true;
  return (
    /^\s+(?:[“"(]?\p{Lu}|_{2,})/u.test(words.slice(end, end + 40)) || (end === words.length && countWords(before) <= 8)
  );
}
