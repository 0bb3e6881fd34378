import { type Line, type Piece, say } from './paint.ts';

/** Breaks at spaces so that no line is wider than `width`; a longer word is cut. */
export function wrap(pieces: Line, width: number): Line[] {
  const lines: Piece[][] = [];
  let line: Piece[] = [];
  let room = width;
  const end = () => {
    lines.push(line);
    line = [];
    room = width;
  };
  for (const token of pieces.flatMap((piece) => tokens(piece, width))) {
    const size = columnsOf(token.text);
    if (token.text === ' ' && room === width) continue;
    if (size > room) end();
    if (token.text === ' ' && room === width) continue;
    line.push(token);
    room -= size;
  }
  if (line.length > 0 || lines.length === 0) end();
  return lines;
}

/** Wraps, and sets every line after the first under the text of `head`. */
export function hang(head: Line, pieces: Line, width: number): Line[] {
  const indent = head.reduce((sum, { text }) => sum + columnsOf(text), 0);
  const margin = [say(' '.repeat(indent))];
  return wrap(pieces, Math.max(width - indent, 20)).map((line, index) => [...(index === 0 ? head : margin), ...line]);
}

/** Cells side by side, each wrapped in its own width. */
export function columns(cells: readonly { readonly pieces: Line; readonly width: number }[]): Line[] {
  const wrapped = cells.map(({ pieces, width }) => ({ width, lines: wrap(pieces, width) }));
  const height = Math.max(...wrapped.map(({ lines }) => lines.length));
  return Array.from({ length: height }, (_, row) =>
    wrapped.flatMap(({ width, lines }) => padded(lines[row] ?? [], width)),
  );
}

function padded(line: Line, width: number): Line {
  const used = line.reduce((sum, { text }) => sum + columnsOf(text), 0);
  return [...line, say(' '.repeat(Math.max(width - used, 0)))];
}

function tokens({ text, style }: Piece, width: number): Piece[] {
  return text
    .split(/(?<= )|(?= )/)
    .flatMap((token) => (columnsOf(token) > width ? cut(token, width) : token === '' ? [] : [token]))
    .map((token) => ({ text: token.startsWith(' ') ? ' ' : token, style }));
}

function cut(word: string, width: number): string[] {
  const parts: string[] = [];
  const points = [...word];
  while (points.length > 0) {
    let part = '';
    while (points[0] !== undefined && columnsOf(part + points[0]) <= width) part += points.shift();
    // A sign wider than the line still has to go somewhere.
    parts.push(part === '' ? (points.shift() ?? '') : part);
  }
  return parts;
}

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Extended_Pictographic}/u;

/** How many columns a terminal gives to a text. */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7E]*$/.test(text)) return text.length;
  return [...text].reduce(
    (sum, point) => sum + (/\p{M}/u.test(point) ? 0 : wide.test(point) && point > '\u1100' ? 2 : 1),
    0,
  );
}

/** As much of the end of a path as there is room for: it tells more than the beginning. */
export function tailOf(path: string, room: number): string {
  if (columnsOf(path) <= room) return path;
  const points = [...path];
  while (points.length > 0 && columnsOf(points.join('')) > room - 1) points.shift();
  return room > 0 ? `…${points.join('')}` : '';
}
