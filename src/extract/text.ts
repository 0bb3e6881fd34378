import { UnreadableError } from '../errors.ts';
import type { PlainText, Source } from '../types.ts';
import { type Draft, draft, plainText } from './blocks.ts';
import { decode, isBinary } from './decode.ts';
import {
  bulletOf,
  endsWhole,
  enumeratorOf,
  isAllCaps,
  looksLikeTitle,
  startsDivision,
  titleLevel,
} from './line-starts.ts';

/** Reads plain text: paragraphs are what blank lines part, wrapped lines are joined. */
export async function readText({ path, bytes }: Source): Promise<PlainText> {
  const text = decode(bytes);
  if (isBinary(text)) throw new UnreadableError('The file is no text: it holds control characters.');
  const { drafts, pages } = textDrafts(text);
  return plainText(path, 'text', { drafts, notes: [], pages });
}

interface Paragraph {
  readonly lines: string[];
  readonly page: number;
}

/** The drafts of plain text; form feeds part its pages. */
export function textDrafts(text: string): { drafts: Draft[]; pages: number | null } {
  const sheets = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\f\s*$/, '')
    .split('\f');
  const hasPages = sheets.length > 1;
  const width = wrapWidth(sheets);
  const paragraphs = sheets.flatMap((sheet, index) => paragraphsOf(sheet, index + 1));
  const drafts: Draft[] = [];
  for (const { lines, page } of overPageBreaks(paragraphs)) {
    for (const piece of pieces(lines, width)) drafts.push(toDraft(piece, hasPages ? page : null, drafts.length === 0));
  }
  return { drafts, pages: hasPages ? sheets.length : null };
}

function paragraphsOf(sheet: string, page: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lines: string[] = [];
  for (const line of [...sheet.split('\n'), '']) {
    if (line.trim() === '') {
      if (lines.length > 0) paragraphs.push({ lines, page });
      lines = [];
    } else if (!/^\s*[-=_*~.#+|]{3,}[-=_*~.#+|\s]*$/.test(line) || /^\s*_+\s*$/.test(line)) {
      lines.push(line.trimEnd());
    }
  }
  return paragraphs;
}

const pageNumber = /^\s*(?:(?:page\s+)?\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—])\s*$/i;

/** Drops page numbers that stand alone, and joins the sentence that ran on past them. */
function overPageBreaks(paragraphs: readonly Paragraph[]): Paragraph[] {
  const kept: Paragraph[] = [];
  let broken = false;
  for (const each of paragraphs) {
    const [first = ''] = each.lines;
    const before = kept.at(-1);
    if (each.lines.length === 1 && before && pageNumber.test(first)) {
      broken = true;
      continue;
    }
    const turned = broken || before?.page !== each.page;
    if (before && turned && /[\p{L},]$/u.test(before.lines.at(-1) ?? '') && /^\s*\p{Ll}{2}/u.test(first)) {
      before.lines.push(...each.lines.map((line) => line.trimStart()));
    } else {
      kept.push(each);
    }
    broken = false;
  }
  return kept;
}

/** The column at which lines were wrapped; 0 where each paragraph is one long line. */
function wrapWidth(sheets: readonly string[]): number {
  const lengths: number[] = [];
  for (const sheet of sheets) {
    for (const line of sheet.split('\n')) if (line.trim() !== '') lengths.push(line.trimEnd().length);
  }
  lengths.sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return usual > 160 || lengths.length < 3 ? 0 : usual;
}

/** Parts a paragraph where a line begins something of its own, and joins the rest. */
function pieces(lines: readonly string[], width: number): string[] {
  const joined: string[] = [];
  const parts: string[][] = [];
  let before: string | undefined;
  for (const line of lines) {
    if (before === undefined || startsAnew(before, line, width)) parts.push([line]);
    else parts.at(-1)?.push(line.trim());
    before = line;
  }
  for (const part of parts) joined.push(rejoin(part));
  return joined;
}

function startsAnew(before: string, line: string, width: number): boolean {
  const text = line.trim();
  if (bulletOf(text) !== '' || isTableLine(before) || isTableLine(line)) return true;
  if (/\d-$/.test(before) && /^\d/.test(text)) return false;
  const ended = endsWhole(before);
  const first = /^\S+/.exec(text)?.[0].length ?? 0;
  // The break was meant where the next word would have fitted on the line before.
  const meant = width === 0 || before.length + first + 8 < width;
  if (enumeratorOf(text) !== '' || startsDivision(text)) return ended || meant || looksLikeTitle(before.trim());
  if (isAllCaps(text) !== isAllCaps(before)) return ended || (meant && /\p{L}{6}/u.test(text));
  return meant && (ended || /^[^\p{Ll}]/u.test(text));
}

function isTableLine(line: string): boolean {
  return line.length <= 200 && (/^\s*\|.*\|\s*$/.test(line) || /\S(?: {3,}|\t+)\S.*\S(?: {3,}|\t+)\S/.test(line));
}

/** Joins wrapped lines; a word cut at a line end is made whole, a compound keeps its hyphens. */
function rejoin(lines: readonly string[]): string {
  const parts: string[] = [];
  for (const line of lines) {
    const before = parts.at(-1);
    if (before === undefined || (/\d-$/.test(before) && /^\d/.test(line))) parts.push(line);
    else if (!isCut(before, line)) parts.push(' ', line);
    else {
      if (!/\p{L}-\p{L}+-$/u.test(before.slice(-40))) parts[parts.length - 1] = before.slice(0, -1);
      parts.push(line);
    }
  }
  return parts.join('');
}

function isCut(text: string, line: string): boolean {
  return /\p{L}[-\u2010\u00ad]$/u.test(text.slice(-2)) && /^\p{Ll}/u.test(line);
}

function toDraft(piece: string, page: number | null, isFirst: boolean): Draft {
  const indent = (/^\s*/.exec(piece)?.[0] ?? '').replace(/\t/g, '    ').length;
  const text = piece.trim();
  const level = Math.floor(indent / 4);
  const mark = bulletOf(text);
  if (mark !== '') return draft([{ text: text.slice(mark.length) }], { kind: 'item', level, page });
  if (looksLikeTitle(text)) return draft([{ text }], { kind: 'heading', level: titleLevel(text, isFirst), page });
  const number = enumeratorOf(text);
  if (number !== '' && !/^§|^\d+\.\d/.test(number)) return draft([{ text }], { kind: 'item', level, page });
  return draft([{ text }], { page });
}
