import { type Piece, plainly } from './page.ts';

interface Seen {
  readonly line: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly confidence: number;
  readonly text: string;
}

/** What holds for a whole page: how far lines sink, how tall type is for its width, dots a point. */
interface Sheet {
  readonly slope: number;
  readonly build: number;
  readonly scale: number;
}

/** Words recognised on a page, turned upright and straight, in points. */
export interface SeenPage {
  readonly pieces: Piece[];
  readonly width: number;
  readonly height: number;
}

/** Reads Tesseract's table of words; `scale` is dots a point. */
export function readSeen(tsv: string, scale: number): SeenPage {
  const rows = tsv.split('\n').map((line) => line.split('\t'));
  const page = rows.find((row) => row[0] === '1');
  const size = { width: Number(page?.[8] ?? 0), height: Number(page?.[9] ?? 0) };
  const words = rows.filter((row) => row[0] === '5' && (row[11] ?? '').trim() !== '').map(toSeen);
  const turn = turnOf(words);
  const upright = words.map((word) => turned(word, turn, size));
  const [width, height] = turn % 180 === 0 ? [size.width, size.height] : [size.height, size.width];
  const sheet = { slope: slopeOf(upright), build: middle(upright.map(buildOf)) ?? 2, scale };
  const lines = byLine(upright);
  const pieces = [...lines.values()].flatMap((line) => toPieces(line, sheet));
  return { pieces, width: width / scale, height: height / scale };
}

function toSeen(row: readonly string[]): Seen {
  const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = row.slice(6, 11).map(Number);
  return { line: row.slice(1, 5).join('.'), left, top, width, height, confidence, text: (row[11] ?? '').trim() };
}

/** How far the page has to be turned for its lines to run to the right: words of a line tell. */
function turnOf(words: readonly Seen[]): number {
  const votes = new Map<number, number>();
  words.forEach((word, index) => {
    const next = words[index + 1];
    if (next?.line !== word.line) return;
    const across = next.left + next.width / 2 - word.left - word.width / 2;
    const down = next.top + next.height / 2 - word.top - word.height / 2;
    const turn = Math.abs(across) >= Math.abs(down) ? (across > 0 ? 0 : 180) : down > 0 ? 90 : 270;
    votes.set(turn, (votes.get(turn) ?? 0) + 1);
  });
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function turned(word: Seen, turn: number, size: { readonly width: number; readonly height: number }): Seen {
  const { left, top, width, height } = word;
  if (turn === 180) return { ...word, left: size.width - left - width, top: size.height - top - height };
  if (turn === 90) return { ...word, left: top, top: size.width - left - width, width: height, height: width };
  if (turn === 270) return { ...word, left: size.height - top - height, top: left, width: height, height: width };
  return word;
}

/** By how much lines sink to the right, from the longer ones. */
function slopeOf(words: readonly Seen[]): number {
  const slopes: number[] = [];
  for (const line of byLine(words).values()) {
    const first = line[0];
    const last = line.at(-1);
    if (first === undefined || last === undefined || line.length < 5) continue;
    const across = last.left - first.left;
    if (across > 300) slopes.push((middleOf(last) - middleOf(first)) / across);
  }
  slopes.sort((a, b) => a - b);
  const slope = slopes[slopes.length >> 1] ?? 0;
  return Math.abs(slope) < 0.25 ? slope : 0;
}

// J hangs in many a book type.
const hangs = /[gjpqyJQ,;()[\]|]/;
const rises = /[A-Zbdfhijklt0-9()[\]|]/;

/** The size of type that a word's box speaks for, by which of its letters rise and hang. */
function emOf({ text, height }: Seen): number {
  const share = (rises.test(text) ? 0.73 : 0.55) + (hangs.test(text) ? 0.2 : 0);
  return height / share;
}

/** How tall a word's type is for its width. */
function buildOf(word: Seen): number {
  return (emOf(word) * word.text.length) / Math.max(1, word.width);
}

function middle(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}

/** Sizes near or under the usual one of all pages are that size: a box a dot higher makes no heading. */
export function evenOut(pages: readonly Piece[][]): Piece[][] {
  const usual = middle(pages.flatMap((pieces) => pieces.map(({ size }) => size))) ?? 12;
  return pages.map((pieces) =>
    pieces.map((piece) => {
      const steps = Math.max(0, Math.round(Math.log(piece.size / usual) / Math.log(1.35)));
      return { ...piece, size: usual * 1.35 ** steps };
    }),
  );
}

function byLine(words: readonly Seen[]): Map<string, Seen[]> {
  const lines = new Map<string, Seen[]>();
  for (const word of words) {
    const line = lines.get(word.line);
    if (line === undefined) lines.set(word.line, [word]);
    else line.push(word);
  }
  return lines;
}

function middleOf({ top, height }: Seen): number {
  return top + height / 2;
}

function toPieces(line: readonly Seen[], sheet: Sheet): Piece[] {
  const { slope, scale } = sheet;
  const straight = line.map((word) => ({ ...word, top: word.top - slope * word.left }));
  const { y, size } = (isRuled(line, sheet) ? fromTops : fromBottoms)(straight, sheet);
  return straight.map(({ left, width, text, confidence }) => ({
    text,
    x: left / scale,
    y: y / scale,
    end: (left + width) / scale,
    size: Math.max(4, size / scale),
    ...plainly,
    from: 'ocr' as const,
    confidence,
  }));
}

/** A line drawn below words is taken into their boxes, which are then too tall for their width. */
function isRuled(line: readonly Seen[], { build }: Sheet): boolean {
  return line.length > 2 && (middle(line.map(buildOf)) ?? 0) > build * 1.25;
}

interface Stand {
  readonly y: number;
  readonly size: number;
}

function fromBottoms(line: readonly Seen[]): Stand {
  const bottoms = line.filter(({ text }) => !hangs.test(text)).map(bottomOf);
  const y = middle(bottoms) ?? middle(line.map((word) => bottomOf(word) - emOf(word) * 0.2)) ?? 0;
  return { y, size: middle(line.map(emOf)) ?? 40 };
}

function fromTops(line: readonly Seen[], { build }: Sheet): Stand {
  const size = middle(line.map(({ width, text }) => (width / text.length) * build)) ?? 40;
  return { y: middle(line.map(({ top, text }) => top + size * (rises.test(text) ? 0.73 : 0.55))) ?? 0, size };
}

function bottomOf({ top, height }: Seen): number {
  return top + height;
}
