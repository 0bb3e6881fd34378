import { compose, type Matrix } from './matrix.ts';
import type { Font, Piece } from './page.ts';

/** A glyph as pdf.js lists it in a `showText` operator. */
export interface Glyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** The text part of the graphics state. */
export interface TextState {
  font: Font | null;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  matrix: Matrix;
  lineX: number;
  lineY: number;
  x: number;
  y: number;
}

interface Around {
  readonly mark: number;
  readonly artifact: boolean;
  readonly hidden: boolean;
}

interface Sheet {
  readonly width: number;
  readonly height: number;
}

/** A gap of this many ems is a space between words, and of `wide` ems a break between pieces. */
const space = 0.15;
const wide = 1.2;

/** Lays out the glyphs of one operator, moves the text position on, and gives the pieces. */
export function writeGlyphs(
  glyphs: readonly (Glyph | number | null)[],
  state: TextState,
  around: Around,
  page: { readonly ctm: Matrix; readonly sheet: Sheet },
): Piece[] {
  const { font } = state;
  if (font === null) return [];
  const pen = new Pen(state, font, around, page);
  let at = 0;
  const unit = state.size * font.scale;
  const away = font.vertical ? 1 : -1;
  for (const glyph of glyphs) {
    if (glyph === null) continue;
    if (typeof glyph === 'number') {
      at += (away * glyph * state.size) / 1000;
      continue;
    }
    const vmetric = font.vertical ? (glyph.vmetric ?? font.vmetrics) : [];
    const width = font.vertical ? -(vmetric[0] ?? glyph.width) : glyph.width;
    const advance = Math.abs(width * unit) * Math.sign(width * unit || 1);
    pen.write(glyph, at, at + advance);
    at += advance + (font.vertical ? -1 : 1) * ((glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing) * 1;
  }
  if (font.vertical) state.y -= at;
  else state.x += at * state.scale;
  return pen.off ? [] : pen.pieces;
}

class Pen {
  readonly pieces: Piece[] = [];
  private piece: Piece | null = null;
  private spaced = false;
  private last = { text: '', at: Number.NEGATIVE_INFINITY };
  private readonly origin: [number, number];
  private readonly unit: number;
  private readonly em: number;
  private readonly angle: number;
  private readonly bold: boolean;
  private readonly hidden: boolean;
  /** Beyond the page's edge, where printers put their marks. */
  readonly off: boolean;
  private readonly inkless: boolean;
  private readonly around: Around;

  constructor(state: TextState, font: Font, around: Around, { ctm, sheet }: { ctm: Matrix; sheet: Sheet }) {
    const matrix = compose(ctm, state.matrix);
    const x = state.x;
    const y = state.y + state.rise;
    const [a, b, c, d, e, f] = matrix;
    const turn = state.size < 0 && !font.vertical ? -1 : 1;
    const dx = (font.vertical ? -c : a * state.scale) * turn;
    const dy = (font.vertical ? -d : b * state.scale) * turn;
    this.unit = lengthOf(dx, dy) * turn || 1;
    this.em = Math.abs(state.size) * lengthOf(c, d) * (font.type3 ? Math.min(1, Math.abs(font.scale) * 1000) : 1) || 1;
    this.angle = angleOf(dx, dy);
    const px = a * x + c * y + e;
    const py = b * x + d * y + f;
    this.origin = turned(px, py, this.angle);
    this.bold = font.bold || state.mode === 2;
    this.inkless = state.mode === 3 || state.mode === 7;
    const off = px < -2 || py < -2 || px > sheet.width + 2 || py > sheet.height + 2;
    this.hidden = around.hidden || this.inkless || this.em < 1;
    this.off = off;
    this.around = around;
  }

  write(glyph: Glyph, from: number, to: number): void {
    const text = glyph.unicode;
    if (text.trim() === '') {
      this.spaced = true;
      return;
    }
    const start = this.origin[0] + from * this.unit;
    const end = this.origin[0] + to * this.unit;
    // A glyph drawn once more over itself is fake bold.
    if (text === this.last.text && Math.abs(start - this.last.at) < this.em * 0.12 && !this.spaced) return;
    this.last = { text, at: start };
    const gap = this.piece === null ? 0 : start - this.piece.end;
    if (this.piece === null || gap > wide * this.em || gap < -0.6 * this.em) this.open(start);
    else if (this.spaced || gap > space * this.em) this.add(' ');
    this.add(text);
    if (this.piece !== null) this.piece.end = Math.max(this.piece.end, end);
    this.spaced = false;
  }

  private add(text: string): void {
    if (this.piece !== null) this.piece.text += text;
  }

  private open(start: number): void {
    this.piece = {
      text: '',
      x: start,
      y: this.origin[1],
      end: start,
      size: this.em,
      bold: this.bold,
      angle: this.angle,
      mark: this.around.mark,
      artifact: this.around.artifact,
      hidden: this.hidden,
      inkless: this.inkless,
      struck: false,
      from: 'text',
    };
    this.pieces.push(this.piece);
  }
}

/** Math.hypot guards against numbers that no page has, and takes ten times as long. */
function lengthOf(x: number, y: number): number {
  return Math.sqrt(x * x + y * y);
}

/** Degrees, in steps of five; text that runs almost level is level. */
function angleOf(dx: number, dy: number): number {
  if (dy === 0 && dx > 0) return 0;
  const degrees = Math.round((Math.atan2(dy, dx) * 180) / Math.PI);
  return Math.abs(degrees) <= 3 ? 0 : (((Math.round(degrees / 5) * 5) % 360) + 360) % 360;
}

/** A point of the page in the frame of text that runs at an angle to it. */
export function turned(x: number, y: number, angle: number): [number, number] {
  if (angle === 0) return [x, y];
  const radians = (angle * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  return [x * cos + y * sin, y * cos - x * sin];
}
