import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { Painter } from './pdf-painter.ts';

/** The part of pdf.js that is used, as imported. */
export type PdfJs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** A stretch of glyphs on one baseline. Coordinates are points in a frame where the text runs to the right, y down. */
export interface Piece {
  text: string;
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  end: number;
  readonly size: number;
  readonly bold: boolean;
  /** Degrees by which the frame is turned against the page as shown; 0 for upright text. */
  readonly angle: number;
  /** Id of the marked content it stands in; -1 outside. */
  readonly mark: number;
  /** Marked as no part of the document's content: running heads, line numbers, repeated table heads. */
  readonly artifact: boolean;
  /** Cannot be seen: painted with no ink, in white on white, or off the page. */
  hidden: boolean;
  /** Drawn with no ink at all, as the text layer of a scan is. */
  readonly inkless: boolean;
  struck: boolean;
  /** Where it came from, if not from the page's own text. */
  readonly from: 'text' | 'form' | 'ocr';
  /** OCR: 0 to 100. */
  readonly confidence?: number;
}

/** What a piece is that a form or OCR gave: upright, in plain sight, and part of the content. */
export const plainly = {
  bold: false,
  angle: 0,
  mark: -1,
  artifact: false,
  hidden: false,
  inkless: false,
  struck: false,
} as const;

/** A straight ruling line or thin filled bar; level ones have `y === y2`. */
export interface Rule {
  readonly x: number;
  readonly y: number;
  readonly x2: number;
  readonly y2: number;
}

/** What stands on a page as shown, upright, origin at the top left. */
export interface PageInk {
  readonly width: number;
  readonly height: number;
  readonly pieces: Piece[];
  readonly rules: readonly Rule[];
  /** Share of the page that pictures cover, at most 1. */
  readonly pictured: number;
  /** Shapes painted. */
  readonly drawn: number;
}

type Layers = Awaited<ReturnType<PDFDocumentProxy['getOptionalContentConfig']>>;

/** Reads a page's drawing operators into pieces of text and ruling lines. */
export async function readInk(pdfjs: PdfJs, page: PDFPageProxy, layers: Layers | null): Promise<PageInk> {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
  const painter = new Painter(
    pdfjs,
    viewport,
    (id) => fontOf(page, id),
    (group) => layers?.isVisible(group) ?? true,
  );
  list.fnArray.forEach((operator, index) => {
    painter.paint(operator, list.argsArray[index]);
  });
  return painter.done();
}

/** What the painter has to know of a font. */
export interface Font {
  readonly name: string;
  readonly bold: boolean;
  readonly scale: number;
  readonly vertical: boolean;
  readonly type3: boolean;
  readonly vmetrics: readonly number[];
}

const heavy = /bold|black|heavy|semibold|demi/i;

function fontOf(page: PDFPageProxy, id: string): Font | null {
  if (!page.commonObjs.has(id)) return null;
  const font = page.commonObjs.get(id) as {
    name?: string;
    bold?: boolean;
    black?: boolean;
    fontMatrix?: number[];
    vertical?: boolean;
    isType3Font?: boolean;
    defaultVMetrics?: number[];
  };
  const name = font.name ?? '';
  return {
    name,
    bold: font.bold === true || font.black === true || heavy.test(name),
    scale: font.fontMatrix?.[0] ?? 0.001,
    vertical: font.vertical === true,
    type3: font.isType3Font === true,
    vmetrics: font.defaultVMetrics ?? [],
  };
}
