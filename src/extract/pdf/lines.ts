import { repair } from '../tidy.ts';
import type { PageInk, Piece } from './page.ts';

/** A word with what is known of it. */
export interface Word {
  readonly text: string;
  readonly bold: boolean;
  /** Confidence of OCR, 0 to 100; -1 where the file did not say; null for typed text. */
  readonly ocr: number | null;
}

/** Words on one baseline within one column. */
export interface Line {
  readonly words: readonly Word[];
  readonly page: number;
  readonly x: number;
  readonly end: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  /** Edges of the column that it stands in. */
  readonly left: number;
  readonly right: number;
  readonly form: boolean;
}

/** Pieces on one baseline, from left to right, over the whole page. */
export interface Row {
  readonly y: number;
  readonly size: number;
  readonly pieces: Piece[];
}

/** Gathers pieces into rows from top to bottom; raised and lowered figures go with the text beside them. */
export function toRows(pieces: readonly Piece[]): Row[] {
  const sorted = [...pieces].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: { y: number; size: number; pieces: Piece[] }[] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row !== undefined && sits(piece, row)) {
      row.pieces.push(piece);
      if (piece.size > row.size * 1.2) {
        row.size = piece.size;
        row.y = piece.y;
      }
    } else rows.push({ y: piece.y, size: piece.size, pieces: [piece] });
  }
  for (const row of rows) row.pieces.sort((a, b) => a.x - b.x || a.y - b.y);
  return rows;
}

function sits(piece: Piece, row: Row): boolean {
  const apart = Math.abs(piece.y - row.y);
  const small = Math.min(piece.size, row.size);
  const large = Math.max(piece.size, row.size);
  return apart <= small * 0.3 || (small < large * 0.8 && apart <= large * 0.45);
}

/** Joins pieces that stand side by side into words. */
export function toWords(pieces: readonly Piece[]): Word[] {
  const words: Word[] = [];
  let previous: Piece | null = null;
  for (const piece of pieces) {
    const parts = repair(piece.text).split(/\s+/u);
    const glued = previous !== null && !startsApart(previous, piece);
    parts.forEach((text, index) => {
      if (text === '') return;
      const last = words.at(-1);
      const ocr = piece.confidence ?? (piece.inkless ? -1 : null);
      if (index === 0 && glued && last !== undefined) {
        words[words.length - 1] = { text: last.text + text, bold: last.bold, ocr: last.ocr };
      } else words.push({ text, bold: piece.bold, ocr });
    });
    previous = piece;
  }
  return words;
}

function startsApart(previous: Piece, piece: Piece): boolean {
  if (piece.from !== 'text' || previous.from !== 'text') return true;
  if (/\s$/u.test(previous.text) || /^\s/u.test(piece.text)) return true;
  return piece.x - previous.end > 0.13 * Math.min(piece.size, previous.size);
}

/** Makes a line of the pieces of one baseline. */
export function toLine(pieces: readonly Piece[], page: number, left: number, right: number): Line | null {
  const words = toWords(pieces);
  const first = pieces[0];
  if (first === undefined || words.length === 0) return null;
  const main = pieces.reduce((a, b) => (b.text.length > a.text.length ? b : a), first);
  return {
    words,
    page,
    x: first.x,
    end: Math.max(...pieces.map((piece) => piece.end)),
    y: main.y,
    size: main.size,
    bold: words.every((word) => word.bold),
    left,
    right,
    form: pieces.every((piece) => piece.from === 'form'),
  };
}

/** Pieces by the angle they run at; the angle of most of the text first. */
export function byAngle(ink: PageInk): Piece[][] {
  const layers = new Map<number, Piece[]>();
  for (const piece of ink.pieces) {
    const layer = layers.get(piece.angle);
    if (layer === undefined) layers.set(piece.angle, [piece]);
    else layer.push(piece);
  }
  const weight = (layer: readonly Piece[]): number => layer.reduce((sum, piece) => sum + piece.text.length, 0);
  return [...layers.values()].sort((a, b) => weight(b) - weight(a));
}
