import { UnreadableError } from '../../errors.ts';
import type { PlainText, Source } from '../../types.ts';
import { type Draft, draft, plainText } from '../blocks.ts';
import { decode, isBinary } from '../decode.ts';
import {
  bulletOf,
  endsWhole,
  enumeratorOf,
  isAllCaps,
  looksLikeTitle,
  startsDivision,
  titleLevel,
} from '../line-starts.ts';
import { type Row, tableDrafts } from '../table-drafts.ts';
import { partsOf, type TextRow } from './parts.ts';
import { rejoin } from './rejoin.ts';
import { withoutRunningMatter } from './running-matter.ts';
import { isTitle, type Piece } from './titles.ts';

/** Reads plain text: paragraphs are what blank lines part, wrapped lines are joined, columns are tables. */
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

interface Table {
  readonly rows: readonly TextRow[];
}

interface Placed extends Piece {
  readonly page: number;
}

/** The drafts of plain text; form feeds part its pages. */
export function textDrafts(text: string): { drafts: Draft[]; pages: number | null } {
  const sheets = text
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\f\s*$/, '')
    .split('\f');
  const parts = partsOf(withoutRunningMatter(sheets.map((sheet) => sheet.split('\n')))).flatMap(
    (part): (Paragraph | Table)[] => ('rows' in part ? [part] : paragraphsOf(part.lines, part.page)),
  );
  const width = wrapWidth(parts);
  const pieces = overPageBreaks(parts).flatMap((part): (Placed | readonly TextRow[])[] =>
    'rows' in part ? [part.rows] : piecesOf(part, width),
  );
  const titled = pieces.map((piece) => ('text' in piece ? piece : null));
  const hasPages = sheets.length > 1;
  let table = 0;
  const drafts = pieces.flatMap((piece, at) =>
    'text' in piece
      ? [toDraft(piece, hasPages ? piece.page : null, { isTitle: isTitle(titled, at), isFirst: at === 0 })]
      : tableDrafts(
          piece.map((row) => toRow(row, hasPages ? row.page : null)),
          ++table,
        ),
  );
  return { drafts, pages: hasPages ? sheets.length : null };
}

function toRow({ cells, head }: TextRow, page: number | null): Row {
  const drafts = cells.map((lines) => [draft([{ text: rejoin(lines) }], { page })]);
  return {
    cells: drafts.map((own) => ({ drafts: own, span: 1, continued: false })),
    head: head === true,
    shaded: false,
  };
}

function paragraphsOf(all: readonly string[], page: number): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let lines: string[] = [];
  for (const line of [...all, '']) {
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
function overPageBreaks(parts: readonly (Paragraph | Table)[]): (Paragraph | Table)[] {
  const kept: (Paragraph | Table)[] = [];
  let broken = false;
  for (const each of parts) {
    const before = kept.at(-1);
    if (!('rows' in each) && before && !('rows' in before)) {
      const [first = ''] = each.lines;
      if (each.lines.length === 1 && pageNumber.test(first)) {
        broken = true;
        continue;
      }
      const turned = broken || before.page !== each.page;
      if (turned && /[\p{L},]$/u.test(before.lines.at(-1) ?? '') && /^\s*\p{Ll}{2}/u.test(first)) {
        before.lines.push(...each.lines.map((line) => line.trimStart()));
        broken = false;
        continue;
      }
    }
    kept.push(each);
    broken = false;
  }
  return kept;
}

/** The column at which a line like this was wrapped; 0 where each paragraph is one long line. */
type WrapWidth = (line: string) => number;

/** Told by the lines of the paragraphs; capitals are wider, so that where a PDF was laid out they are fewer to a line. */
function wrapWidth(parts: readonly (Paragraph | Table)[]): WrapWidth {
  const lines = parts.flatMap((part) => ('rows' in part ? [] : part.lines));
  const usual = usualLength(lines);
  const capitals = lines.filter(isAllCaps);
  const ofCapitals = usual === 0 || capitals.length < 10 ? usual : usualLength(capitals);
  return (line) => (isAllCaps(line) ? ofCapitals : usual);
}

function usualLength(lines: readonly string[]): number {
  const lengths = lines.map(({ length }) => length).sort((a, b) => a - b);
  const usual = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return usual > 160 || lengths.length < 3 ? 0 : usual;
}

/** Parts a paragraph where a line begins something of its own, and joins the rest. */
function piecesOf({ lines, page }: Paragraph, width: WrapWidth): Placed[] {
  const parts: string[][] = [];
  let before: string | undefined;
  for (const line of lines) {
    if (before === undefined || startsAnew(before, line, width)) parts.push([line]);
    else parts.at(-1)?.push(line.trim());
    before = line;
  }
  return parts.map((part) => ({ text: rejoin(part), isLine: part.length === 1, page }));
}

function startsAnew(before: string, line: string, width: WrapWidth): boolean {
  const text = line.trim();
  if (bulletOf(text) !== '' || isTableLine(before) || isTableLine(line)) return true;
  if (/\d-$/.test(before) && /^\d/.test(text)) return false;
  const ended = endsWhole(before);
  const first = /^\S+/.exec(text)?.[0].length ?? 0;
  // The break was meant where the next word would have fitted on the line before.
  const column = width(before);
  const meant = column === 0 || before.length + first + 8 < column;
  if (enumeratorOf(text) !== '' || startsDivision(text)) return ended || meant || looksLikeTitle(before.trim());
  if (isAllCaps(text) !== isAllCaps(before)) return ended || (meant && /\p{L}{6}/u.test(text));
  return meant && (ended || /^[^\p{Ll}]/u.test(text));
}

function isTableLine(line: string): boolean {
  return line.length <= 200 && (/^\s*\|.*\|\s*$/.test(line) || /\S(?: {3,}|\t+)\S.*\S(?: {3,}|\t+)\S/.test(line));
}

function toDraft(
  piece: Piece,
  page: number | null,
  { isTitle, isFirst }: { isTitle: boolean; isFirst: boolean },
): Draft {
  const indent = (/^\s*/.exec(piece.text)?.[0] ?? '').replace(/\t/g, '    ').length;
  const text = piece.text.trim();
  const level = Math.floor(indent / 4);
  const mark = bulletOf(text);
  if (mark !== '') return draft([{ text: text.slice(mark.length) }], { kind: 'item', level, page });
  if (isTitle) return draft([{ text }], { kind: 'heading', level: titleLevel(text, isFirst), page });
  const number = enumeratorOf(text);
  if (number !== '' && !/^§|^\d+\.\d/.test(number)) return draft([{ text }], { kind: 'item', level, page });
  return draft([{ text }], { page });
}
