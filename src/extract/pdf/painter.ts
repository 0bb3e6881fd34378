import type { PageViewport } from 'pdfjs-dist';
import { type Glyph, writeGlyphs } from './glyphs.ts';
import { apply, compose, identity, type Matrix, matrixOf } from './matrix.ts';
import { type Canvas, operatorNames, operators, type State } from './operators.ts';
import type { Font, PageInk, PdfJs, Piece, Rule } from './page.ts';

interface Marked {
  readonly mark: number;
  readonly artifact: boolean;
  readonly hidden: boolean;
}

const outside: Marked = { mark: -1, artifact: false, hidden: false };

/** Follows the graphics state of one page and gathers what it draws. */
export class Painter implements Canvas {
  private state: State;
  private readonly saved: State[] = [];
  private readonly marked: Marked[] = [];
  private readonly pieces: Piece[] = [];
  private readonly whites: Piece[] = [];
  private readonly rules: Rule[] = [];
  private readonly grounds: [number, number, number, number][] = [];
  private pictured = 0;
  private drawn = 0;
  /** A map was set and nothing drawn with it yet: what stays of a picture that pdf.js was told not to decode. */
  private awaited = false;
  private readonly names: ReadonlyMap<number, string>;
  private readonly view: PageViewport;
  private readonly font: (id: string) => Font | null;
  private readonly visible: (group: unknown) => boolean;

  constructor(
    pdfjs: PdfJs,
    view: PageViewport,
    font: (id: string) => Font | null,
    visible: (group: unknown) => boolean,
  ) {
    this.names = operatorNames(pdfjs);
    this.view = view;
    this.font = font;
    this.visible = visible;
    this.state = {
      ctm: matrixOf(view.transform) ?? identity,
      white: false,
      font: null,
      size: 0,
      charSpacing: 0,
      wordSpacing: 0,
      scale: 1,
      leading: 0,
      rise: 0,
      mode: 0,
      matrix: identity,
      lineX: 0,
      lineY: 0,
      x: 0,
      y: 0,
    };
  }

  /** Takes the next operator of the page. */
  paint(operator: number, args: unknown): void {
    const name = this.names.get(operator);
    if (name === undefined) return;
    const list = (args ?? []) as unknown[];
    operators[name]?.(this, list);
  }

  /** What the page came to. */
  done(): PageInk {
    this.settle();
    const { width, height } = this.view;
    for (const piece of this.whites) {
      const x = (piece.x + piece.end) / 2;
      const y = piece.y - piece.size / 3;
      if (!this.grounds.some(([left, top, right, bottom]) => x > left && x < right && y > top && y < bottom)) {
        piece.hidden = true;
      }
    }
    return {
      width,
      height,
      pieces: this.pieces,
      rules: this.rules,
      pictured: Math.min(1, this.pictured / (width * height)),
      drawn: this.drawn,
    };
  }

  save(): void {
    this.saved.push({ ...this.state });
  }

  restore(): void {
    this.settle();
    const saved = this.saved.pop();
    if (saved !== undefined) this.state = saved;
  }

  transform(matrix: Matrix | null): void {
    if (matrix === null) return;
    this.state.ctm = compose(this.state.ctm, matrix);
    this.awaited = true;
  }

  /** Counts the picture that an unused map tells of. */
  private settle(): void {
    if (this.awaited) this.picture();
    this.awaited = false;
  }

  mark(marked: Partial<Marked>): void {
    this.marked.push({ ...(this.marked.at(-1) ?? outside), ...marked });
  }

  unmark(): void {
    this.marked.pop();
  }

  beginProps(list: readonly unknown[]): void {
    if (list[0] === 'OC') this.mark(this.visible(list[1]) ? {} : { hidden: true });
    else if (list[0] === 'Artifact') this.mark({ artifact: true, mark: -1 });
    else this.mark(typeof list[1] === 'number' ? { mark: list[1], artifact: false } : {});
  }

  setFont(id: string, size: number): void {
    this.state.font = this.font(id);
    this.state.size = size;
  }

  set(change: Partial<State>): void {
    Object.assign(this.state, change);
  }

  move(x: number, y: number): void {
    const { state } = this;
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
    state.y = state.lineY;
  }

  nextLine(): void {
    this.move(0, this.state.leading);
  }

  leadingMove(x: number, y: number): void {
    this.state.leading = y;
    this.move(x, y);
  }

  show(glyphs: readonly (Glyph | number | null)[]): void {
    this.awaited = false;
    const around = this.marked.at(-1) ?? outside;
    const pieces = writeGlyphs(glyphs, this.state, around, { ctm: this.state.ctm, sheet: this.view });
    // Glyphs that stand for no character are shapes: the page has to be looked at.
    if (pieces.length === 0 && glyphs.length > 3 && glyphs.filter((glyph) => typeof glyph === 'object').length > 3)
      this.drawn += 50;
    for (const piece of pieces) {
      this.pieces.push(piece);
      if (this.state.white && piece.angle === 0) this.whites.push(piece);
    }
  }

  picture(): void {
    this.awaited = false;
    const [left, top, right, bottom] = this.box([0, 0, 1, 1]);
    if (right - left < 8 || bottom - top < 8) return;
    this.grounds.push([left, top, right, bottom]);
    const across = Math.min(right, this.view.width) - Math.max(left, 0);
    const down = Math.min(bottom, this.view.height) - Math.max(top, 0);
    this.pictured += Math.max(0, across) * Math.max(0, down);
  }

  path(fill: boolean, stroke: boolean, data: ArrayLike<number> | null, bounds: ArrayLike<number> | null): void {
    this.awaited = false;
    if (data === null || bounds === null || !(fill || stroke)) return;
    this.drawn++;
    const [left, top, right, bottom] = this.box(bounds);
    if (fill && !this.state.white) {
      if (right - left > 3 && bottom - top > 3) this.grounds.push([left, top, right, bottom]);
      else this.rule(left, top, right, bottom);
    }
    if (stroke) this.strokes(data);
  }

  private strokes(data: ArrayLike<number>): void {
    let from: [number, number] = [0, 0];
    let start = from;
    for (let at = 0; at < data.length; ) {
      const kind = data[at];
      const width = kind === 2 ? 6 : kind === 3 ? 4 : kind === 4 ? 0 : 2;
      const to = kind === 4 ? start : apply(this.state.ctm, data[at + width - 1] ?? 0, data[at + width] ?? 0);
      if (kind === 0) start = to;
      else if (kind === 1 || kind === 4) this.rule(from[0], from[1], to[0], to[1]);
      from = to;
      at += width + 1;
    }
  }

  private rule(x: number, y: number, x2: number, y2: number): void {
    const across = Math.abs(x2 - x);
    const down = Math.abs(y2 - y);
    if (across > 3 && down <= 3) {
      this.rules.push({ x: Math.min(x, x2), y: (y + y2) / 2, x2: Math.max(x, x2), y2: (y + y2) / 2 });
    } else if (down > 3 && across <= 3) {
      this.rules.push({ x: (x + x2) / 2, y: Math.min(y, y2), x2: (x + x2) / 2, y2: Math.max(y, y2) });
    }
  }

  private box(bounds: ArrayLike<number>): [number, number, number, number] {
    const one = apply(this.state.ctm, bounds[0] ?? 0, bounds[1] ?? 0);
    const two = apply(this.state.ctm, bounds[2] ?? 0, bounds[3] ?? 0);
    return [Math.min(one[0], two[0]), Math.min(one[1], two[1]), Math.max(one[0], two[0]), Math.max(one[1], two[1])];
  }
}
