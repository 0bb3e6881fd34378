import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { Painter } from './painter.ts';

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

/** What pdf.js finds on a page. */
export interface OpenPage {
  readonly proxy: PDFPageProxy;
  readonly view: PageViewport;
  readonly drawing: Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;
  readonly annotations: Awaited<ReturnType<PDFPageProxy['getAnnotations']>>;
  readonly tags: Awaited<ReturnType<PDFPageProxy['getStructTree']>> | null;
}

/** Has pdf.js read a page; null where it is damaged. Only pdf.js is tried: a fault of ours must not pass for damage. */
export async function openPage(
  pdfjs: PdfJs,
  document: PDFDocumentProxy,
  page: number,
  tagged: boolean,
): Promise<OpenPage | null> {
  try {
    const proxy = await document.getPage(page);
    const view = proxy.getViewport({ scale: 1 });
    const drawing = await proxy.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE });
    const annotations = await proxy.getAnnotations().catch(() => []);
    const tags = tagged ? await proxy.getStructTree().catch(() => null) : null;
    return { proxy, view, drawing, annotations, tags };
  } catch {
    return null;
  }
}

/** Reads a page's drawing operators into pieces of text and ruling lines. */
export function readInk(pdfjs: PdfJs, { proxy, view, drawing }: OpenPage, layers: Layers | null): PageInk {
  const painter = new Painter(
    pdfjs,
    view,
    (id) => fontOf(proxy, id),
    (group) => layers?.isVisible(group) ?? true,
  );
  drawing.fnArray.forEach((operator, index) => {
    painter.paint(operator, drawing.argsArray[index]);
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
