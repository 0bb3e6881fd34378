import type { Span } from '../types.ts';
import { countWords, read, trim } from './spans.ts';

/** What stands beside a box of a form; `ticked` is null for words that no box is for. */
export interface Choice extends Span {
  readonly ticked: boolean | null;
}

const any = /\[\s*[xX✓✔]?\s*\]|[☒☑☐□✓✔]/g;
const on = /[xX✓✔☒☑]/;
/** What follows a blank to be filled in. */
const blank =
  /^\s*(?:%|percent|(?:business |calendar |school |working )?(?:minutes?|hours?|days?|weeks?|months?|years?|dollars?|cents?)\b)/i;
const alone = /^(?:(?:\[\s*[xX✓✔]?\s*\]|[☒☑☐□✓✔])\s*)+$/;

/**
 * The choices of a form: "[x] Yes [ ] No", "Use: ☒ … ☐ …", "Name ☒ Address ☐"; null where there is none. Brackets in
 * running text are blanks to be filled in ("within [ ] days"), not boxes.
 */
export function choices(value: string, body: Span): Choice[] | null {
  const words = read(value, body);
  const all = [...words.matchAll(any)].filter(
    ({ 0: box, index }) => !blank.test(words.slice(index + box.length, index + box.length + 40)),
  );
  const opener = all.findIndex(({ 0: box, index }) => opens(words, index, index + box.length));
  const boxes = opener < 0 ? [] : all.slice(opener);
  const [first] = boxes;
  if (first === undefined) return null;
  const part = (start: number, end: number, ticked: boolean | null): Choice => ({
    ...trim(value, body.start + start, body.start + end),
    ticked,
  });
  const last = boxes.at(-1) ?? first;
  const follows = first.index > 0 && last.index + last[0].length === words.length;
  const found = follows
    ? boxes.map((box, at) => {
        const before = boxes[at - 1];
        return part(before ? before.index + before[0].length : 0, box.index, on.test(box[0]));
      })
    : [
        part(0, first.index, null),
        ...boxes.map((box, at) =>
          part(box.index + box[0].length, boxes[at + 1]?.index ?? words.length, on.test(box[0])),
        ),
      ];
  return found.filter(({ start, end }) => end > start);
}

/** Nothing but boxes: true if one is ticked, false if none; null for anything else. */
export function boxAlone(words: string): boolean | null {
  return alone.test(words) ? on.test(words) : null;
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
