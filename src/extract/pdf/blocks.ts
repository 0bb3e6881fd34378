import type { Known } from '../tidy.ts';
import { endsSentence, openingOf } from './labels.ts';
import type { Line, Word } from './lines.ts';
import { type Draft, joinLines, textOf, wordsText } from './text.ts';

/** What is usual in the document: it tells headings and paragraph gaps from plain lines. */
export interface Norm {
  readonly size: number;
  /** Distance of baselines within a paragraph, in ems. */
  readonly leading: number;
  /** Sizes larger than the usual, largest first. */
  readonly sizes: readonly number[];
  /** Most of the text is bold, so that bold tells nothing. */
  readonly bold: boolean;
  readonly known: Known;
}

/** Measures what is usual over all lines. */
export function normOf(lines: readonly Line[], known: Known): Norm {
  const weights = new Map<number, number>();
  const gaps = new Map<number, number>();
  let bold = 0;
  let all = 0;
  lines.forEach((line, index) => {
    const size = Math.round(line.size * 2) / 2;
    const weight = line.words.length;
    weights.set(size, (weights.get(size) ?? 0) + weight);
    all += weight;
    if (line.bold) bold += weight;
    const next = lines[index + 1];
    if (next === undefined || next.page !== line.page || next.y <= line.y || line.size === 0) return;
    const gap = Math.round(((next.y - line.y) / line.size) * 20) / 20;
    if (gap > 0.8 && gap < 3.5) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
  });
  const size = heaviest(weights) ?? 11;
  const sizes = [...weights.keys()].filter((each) => each > size * 1.08).sort((a, b) => b - a);
  return { size, sizes, leading: heaviest(gaps) ?? 1.2, bold: bold > all * 0.6, known };
}

function heaviest(weights: ReadonlyMap<number, number>): number | undefined {
  return [...weights].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}

/** Gathers the lines of one column into headings, items and paragraphs. */
export function toBlocks(lines: readonly Line[], norm: Norm): Draft[] {
  const groups: Line[][] = [];
  lines.forEach((line, index) => {
    const previous = lines[index - 1];
    const group = groups.at(-1);
    if (previous === undefined || group === undefined || opens(previous, line, group, norm)) groups.push([line]);
    else group.push(line);
  });
  const drafts = groups.map((group) => toDraft(group, norm));
  return indent(groups.map((group, index) => ({ draft: titled(drafts, index, group), x: group[0]?.x ?? 0 })));
}

/** OCR sees no bold type: there a short line alone, open at its end and with longer text below it, is a title. */
function titled(drafts: readonly Draft[], index: number, group: readonly Line[]): Draft {
  const draft = drafts[index] as Draft;
  const next = drafts[index + 1];
  const [line] = group;
  if (draft.kind !== 'paragraph' || group.length > 1 || line === undefined || next === undefined) return draft;
  const text = textOf(draft);
  const opening = openingOf(text);
  const short = line.words.length <= 10 && line.end < line.right - (line.right - line.left) * 0.3;
  if (!short || !line.words.every((word) => word.ocr !== null) || opening.kind === 'item') return draft;
  if (/^\p{Lu}.*\?$/u.test(text) && next.kind === 'paragraph') return emboldened(draft);
  if (!/^[^\p{Ll}]*\p{Lu}[^:;_|]*[\p{L}\p{N})”"’]$/u.test(text) || /\d{4}$/.test(text)) return draft;
  const below = textOf(next);
  if ((below.length < text.length && !below.endsWith('?')) || next.kind === 'heading') return draft;
  return { ...draft, kind: 'heading', level: Math.max(2, opening.level) };
}

/** A question that stands alone above its answer is set in bold, as in any list of questions. */
function emboldened(draft: Draft): Draft {
  return { ...draft, cells: draft.cells.map((words) => words.map((word) => ({ ...word, bold: true }))) };
}

/** Depth of items by how far they are set in against the items around them. */
function indent(found: readonly { draft: Draft; x: number }[]): Draft[] {
  const stack: number[] = [];
  return found.map(({ draft, x }) => {
    if (draft.kind === 'heading') stack.length = 0;
    if (draft.kind !== 'item') return draft;
    while (stack.length > 0 && x < (stack.at(-1) ?? 0) - 3) stack.pop();
    if (stack.length === 0 || x > (stack.at(-1) ?? 0) + 3) stack.push(x);
    return { ...draft, level: stack.length - 1 };
  });
}

function opens(previous: Line, line: Line, group: readonly Line[], norm: Norm): boolean {
  const text = wordsText(line.words);
  const before = wordsText(previous.words);
  const gap = (line.y - previous.y) / Math.max(previous.size, line.size);
  if (gap < -0.5 || gap > norm.leading * 1.28 + 0.05) return !runsOn(previous, line, before, text, gap, norm);
  if (Math.abs(line.size - previous.size) > previous.size * 0.09) return true;
  const lead = group.every((each) => each.bold);
  if (!norm.bold && lead && !line.bold && isShort(previous, line)) return true;
  if (!norm.bold && line.bold && !previous.bold && (isShort(previous, line) || endsSentence(before))) return true;
  const opening = openingOf(text);
  if (opening.kind !== 'none' && (isShort(previous, line) || /[.:;,!?]["”’)]*$|\b(?:and|or)$/u.test(before))) {
    return !(opening.kind === 'clause' && /\b(?:section|sections|article|no|§+)\.?$/i.test(before));
  }
  if (opening.kind === 'heading' && (isCaps(text) || line.bold)) return true;
  if (setIn(line, group) && (endsSentence(before) || isShort(previous, line))) return true;
  if (!isShort(previous, line)) return false;
  return endsSentence(before) || /^[\p{Lu}\d"“(_☐☒[]/u.test(text);
}

/** A gap wider than usual that is no paragraph's end: a sentence that goes on around a picture or a wide line. */
function runsOn(previous: Line, line: Line, before: string, text: string, gap: number, norm: Norm): boolean {
  if (gap < 0 || gap > norm.leading * 1.9) return false;
  if (Math.abs(line.size - previous.size) > 1 || line.bold !== previous.bold) return false;
  return !endsSentence(before) && /^\p{Ll}/u.test(text) && openingOf(text).kind === 'none' && !isShort(previous, line);
}

/** Whether the line ends before its column does although the next word would have had room. */
function isShort(line: Line, next: Line): boolean {
  const first = next.words[0]?.text.length ?? 0;
  const perLetter = (line.end - line.x) / Math.max(1, wordsText(line.words).length);
  return line.end + (first + 2) * perLetter + 0.3 * line.size < line.right;
}

function setIn(line: Line, group: readonly Line[]): boolean {
  const rest = group.length > 1 ? (group[1]?.x ?? 0) : (group[0]?.x ?? 0);
  const first = group[0]?.x ?? 0;
  if (group.length > 1 && first < rest - 2) return line.x < rest - 2 || line.x > rest + line.size;
  return line.x > rest + line.size * 0.9;
}

function toDraft(group: readonly Line[], norm: Norm): Draft {
  const words = joinLines(
    group.map((line) => line.words),
    norm.known,
  );
  const last = group.at(-1);
  const first = group[0];
  const text = wordsText(words);
  const full = last !== undefined && last.end > last.right - (last.right - last.left) * 0.2;
  const shape = shapeOf(text, words, first?.size ?? norm.size, norm);
  const container = group.every((line) => line.form) ? 'form' : 'body';
  return { ...shape, page: first?.page ?? 1, container, table: 0, head: false, cells: [words], full };
}

/** Kind and level of a block by its words and look. */
export function shapeOf(text: string, words: readonly Word[], size: number, norm: Norm): Pick<Draft, 'kind' | 'level'> {
  const opening = openingOf(text);
  if (looksLikeHeading(text, words, size, norm))
    return { kind: 'heading', level: headingLevel(size, opening.level, norm) };
  return opening.kind === 'item' ? { kind: 'item', level: 0 } : { kind: 'paragraph', level: 0 };
}

function looksLikeHeading(text: string, words: readonly Word[], size: number, norm: Norm): boolean {
  if (words.length > 22 || text.length > 160 || !/\p{L}{2}/u.test(text)) return false;
  const opening = openingOf(text);
  if (/[,;]$/.test(text) || (opening.kind === 'item' && size < norm.size * 1.1)) return false;
  const ends = /[.:]["”’)]*$/u.test(text);
  if (size > norm.size * 1.08) return true;
  const bold = !norm.bold && words.every((word) => word.bold);
  if (bold) return !ends || words.length <= 8;
  if (opening.kind === 'heading')
    return !ends && words.length <= 14 && /^\S+\s+\S+(?:[\s.:—–-]+\p{Lu}|\s*$)/u.test(text);
  if (!isCaps(text) || ends) return opening.kind === 'clause' && isCaps(text) && words.length <= 10;
  return words.length <= 14 && !/[_:|]|\d{4}/.test(text);
}

function headingLevel(size: number, byLabel: number, norm: Norm): number {
  const rank = norm.sizes.findIndex((each) => size >= each - 0.3);
  if (rank >= 0) return Math.min(6, rank + 1);
  return Math.min(6, Math.max(norm.sizes.length + 1, byLabel));
}

function isCaps(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text.replace(/\b(?:and|of|the|to|for|in|a|No)\b/gu, ''));
}

/** Joins a block with the next column's or page's first where the sentence goes on. */
export function continues(last: Draft, next: Draft): boolean {
  if (last.kind === 'heading' || next.kind === 'heading' || last.kind === 'row' || next.kind === 'row') return false;
  if (last.container !== next.container) return false;
  const before = textOf(last);
  const text = textOf(next);
  // Tags repeat the item on the next page, but not its number.
  const unnumbered = next.level === last.level && openingOf(text).kind === 'none' && openingOf(before).kind !== 'none';
  if (next.kind === 'item') {
    if (last.kind !== 'item' || !unnumbered) return false;
    if (next.page > last.page) return true;
  }
  if (openingOf(text).kind === 'heading') return false;
  if (/[-\u00AD]$/u.test(before) && /^\p{Ll}/u.test(text)) return true;
  if (endsSentence(before)) return /;$/.test(before) && /^\p{Ll}/u.test(text) && openingOf(text).kind === 'none';
  if (openingOf(text).kind !== 'none' && !/\b(?:section|article|§+|and|or|the|of|to|under)$/i.test(before))
    return false;
  return /^[\p{Ll}]/u.test(text) || (last.full && /[\p{L}\p{N},)”"’]$/u.test(before));
}
