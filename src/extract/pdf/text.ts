import type { Block, Mark } from '../../types.ts';
import { joinCut, type Known } from '../tidy.ts';
import type { Word } from './lines.ts';

/** A block before it has its place in the text. */
export interface Draft {
  readonly kind: Block['kind'];
  readonly level: number;
  readonly page: number;
  readonly container: Block['container'];
  readonly table: number;
  readonly head: boolean;
  /** Rows: the words of each cell. Others: one entry. */
  readonly cells: Word[][];
  /** Its last line runs to the end of its column or page, so the next column may go on with it. */
  readonly full: boolean;
}

/** The words of lines that follow one another, with words cut at line ends made whole. */
export function joinLines(lines: readonly (readonly Word[])[], known: Known): Word[] {
  const words: Word[] = [];
  for (const line of lines) {
    const [first, ...rest] = line;
    if (first === undefined) continue;
    const last = words.at(-1);
    const whole = last === undefined ? null : joinCut(last.text, first.text, known);
    if (last !== undefined && whole !== null) words[words.length - 1] = { ...last, text: whole };
    else words.push(first);
    for (const word of rest) words.push(word);
  }
  return words;
}

/** The words of a draft as text. */
export function textOf(draft: Draft): string {
  return draft.cells.map(wordsText).join(' | ');
}

/** Words with single spaces between them. */
export function wordsText(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

/** Lays drafts out as one text, one line each, with the places of blocks, cells and marks. */
export function layOut(drafts: readonly Draft[]): { value: string; blocks: Block[]; marks: Mark[] } {
  const blocks: Block[] = [];
  const marks: Mark[] = [];
  const parts: string[] = [];
  let at = 0;
  const write = (text: string): void => {
    parts.push(text);
    at += text.length;
  };
  for (const draft of drafts) {
    if (draft.cells.every((cell) => cell.length === 0)) continue;
    if (blocks.length > 0) write('\n');
    const start = at;
    const spans = shown(draft).map((cell, index) => {
      if (index > 0) write(' | ');
      const from = at;
      writeWords(cell, write, () => at, marks);
      return { start: from, end: at };
    });
    const row = draft.kind === 'row';
    const seen = draft.cells.flat();
    const { kind, level, page, container } = draft;
    const origin = seen.filter((word) => word.ocr !== null).length * 2 > seen.length ? 'ocr' : 'text';
    blocks.push({
      start,
      end: at,
      kind,
      level,
      page,
      container,
      table: row ? draft.table : 0,
      head: row && draft.head,
      cells: row ? spans : [],
      origin,
    });
  }
  return { value: parts.join(''), blocks, marks };
}

/** The cells without the bullet of an item, which its kind tells of. */
function shown({ kind, cells }: Draft): readonly Word[][] {
  const [words = []] = cells;
  return kind === 'item' && words.length > 1 && /^[•·◦▪‣∙○]$/u.test(words[0]?.text ?? '') ? [words.slice(1)] : cells;
}

/** A word as it is written: without the hyphens that only show where it may be cut, check boxes as in other formats. */
function written({ text }: Word): string {
  return text
    .replace(/[\u00AD\uFFFE]+$/u, '')
    .replace(/☐/gu, '[ ]')
    .replace(/[☑☒]/gu, '[x]');
}

function writeWords(words: readonly Word[], write: (text: string) => void, place: () => number, marks: Mark[]): void {
  let bold = -1;
  let ocr: { start: number; sum: number; count: number } | null = null;
  const close = (end: number, all: boolean, keepBold = false): void => {
    if (bold >= 0 && !keepBold) {
      marks.push({ start: bold, end, kind: 'strong', author: null, date: null, confidence: null });
      bold = -1;
    }
    if (ocr !== null && all) {
      const confidence = ocr.count > 0 ? Math.round(ocr.sum / ocr.count) : null;
      marks.push({ start: ocr.start, end, kind: 'ocr', author: null, date: null, confidence });
      ocr = null;
    }
  };
  words.forEach((word, index) => {
    const end = place();
    if (!word.bold) close(end, false);
    if (word.ocr === null) close(end, true, true);
    if (index > 0) write(' ');
    if (word.bold && bold < 0) bold = place();
    if (word.ocr !== null) {
      ocr ??= { start: place(), sum: 0, count: 0 };
      if (word.ocr >= 0) {
        ocr.sum += word.ocr;
        ocr.count++;
      }
    }
    write(written(word));
  });
  close(place(), true);
}
