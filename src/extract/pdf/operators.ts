import type { Glyph, TextState } from './glyphs.ts';
import { identity, type Matrix, matrixOf } from './matrix.ts';
import type { PdfJs } from './page.ts';

/** The graphics state, as far as text and ruling lines need it. */
export interface State extends TextState {
  ctm: Matrix;
  white: boolean;
}

/** What the operators of a page act upon. */
export interface Canvas {
  readonly save: () => void;
  readonly restore: () => void;
  readonly transform: (matrix: Matrix | null) => void;
  readonly mark: (marked: { readonly artifact?: boolean; readonly mark?: number }) => void;
  readonly beginProps: (list: readonly unknown[]) => void;
  readonly unmark: () => void;
  readonly set: (change: Partial<State>) => void;
  readonly setFont: (id: string, size: number) => void;
  readonly move: (x: number, y: number) => void;
  readonly leadingMove: (x: number, y: number) => void;
  readonly nextLine: () => void;
  readonly show: (glyphs: readonly (Glyph | number | null)[]) => void;
  readonly picture: () => void;
  readonly path: (
    fill: boolean,
    stroke: boolean,
    data: ArrayLike<number> | null,
    bounds: ArrayLike<number> | null,
  ) => void;
}

/** What each operator of pdf.js does, by its name. */
export const operators: Readonly<Record<string, (canvas: Canvas, args: readonly unknown[]) => void>> = {
  save(canvas) {
    canvas.save();
  },
  restore(canvas) {
    canvas.restore();
  },
  transform(canvas, args) {
    canvas.transform(matrixOf(args));
  },
  paintFormXObjectBegin(canvas, args) {
    canvas.save();
    canvas.transform(matrixOf(args[0]));
  },
  paintFormXObjectEnd(canvas) {
    canvas.restore();
  },
  beginMarkedContent(canvas, args) {
    const tag = args[0] as { name?: string } | string | undefined;
    const name = typeof tag === 'string' ? tag : tag?.name;
    canvas.mark(name === 'Artifact' ? { artifact: true, mark: -1 } : {});
  },
  beginMarkedContentProps(canvas, args) {
    canvas.beginProps(args);
  },
  endMarkedContent(canvas) {
    canvas.unmark();
  },
  beginText(canvas) {
    canvas.set({ matrix: identity, x: 0, y: 0, lineX: 0, lineY: 0 });
  },
  setFont(canvas, args) {
    canvas.setFont(String(args[0]), Number(args[1]));
  },
  setCharSpacing(canvas, args) {
    canvas.set({ charSpacing: Number(args[0]) });
  },
  setWordSpacing(canvas, args) {
    canvas.set({ wordSpacing: Number(args[0]) });
  },
  setHScale(canvas, args) {
    canvas.set({ scale: Number(args[0]) / 100 });
  },
  setLeading(canvas, args) {
    canvas.set({ leading: -Number(args[0]) });
  },
  setTextRise(canvas, args) {
    canvas.set({ rise: Number(args[0]) });
  },
  setTextRenderingMode(canvas, args) {
    canvas.set({ mode: Number(args[0]) });
  },
  setTextMatrix(canvas, args) {
    canvas.set({ matrix: matrixOf(args[0]) ?? identity, x: 0, y: 0, lineX: 0, lineY: 0 });
  },
  moveText(canvas, args) {
    canvas.move(Number(args[0]), Number(args[1]));
  },
  setLeadingMoveText(canvas, args) {
    canvas.leadingMove(Number(args[0]), Number(args[1]));
  },
  nextLine(canvas) {
    canvas.nextLine();
  },
  showText(canvas, args) {
    canvas.show((args[0] ?? []) as readonly (Glyph | number | null)[]);
  },
  setFillRGBColor(canvas, args) {
    canvas.set({ white: isWhite(args[0]) });
  },
  setFillColorN(canvas) {
    canvas.set({ white: false });
  },
  paintImageXObject(canvas) {
    canvas.picture();
  },
  paintImageMaskXObject(canvas) {
    canvas.picture();
  },
  paintInlineImageXObject(canvas) {
    canvas.picture();
  },
  constructPath(canvas, args) {
    const kind = pathKinds[Number(args[0])] ?? '';
    const data = (args[1] as readonly (ArrayLike<number> | null)[] | undefined)?.[0] ?? null;
    canvas.path(kind.includes('f'), kind.includes('s'), data, (args[2] ?? null) as ArrayLike<number> | null);
  },
};

// The numbers of pdf.js's path operators: 20 stroke, 21 closeStroke, 22 fill, 23 eoFill, 24–27 fill and stroke.
const pathKinds: Readonly<Record<number, string>> = {
  20: 's',
  21: 's',
  22: 'f',
  23: 'f',
  24: 'fs',
  25: 'fs',
  26: 'fs',
  27: 'fs',
};

function isWhite(color: unknown): boolean {
  return typeof color === 'string' && /^#f[b-f]f[b-f]f[b-f]$/i.test(color);
}

let known: ReadonlyMap<number, string> | undefined;

/** The names of pdf.js's operators by their numbers. */
export function operatorNames(pdfjs: PdfJs): ReadonlyMap<number, string> {
  known ??= new Map(Object.entries(pdfjs.OPS).map(([name, number]) => [Number(number), name]));
  return known;
}
