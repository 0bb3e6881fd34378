import { fileURLToPath } from 'node:url';
import type { Note, ReadOptions, Source } from '../../types.ts';
import { isGarbled } from './garbled.ts';
import { note, pagesText } from './notes.ts';
import { type Engine, findEngine, install, type Layout } from './ocr.ts';
import { lacksLabels, marginOf, withLabels } from './ocr-labels.ts';
import { evenOut, readSeen, type SeenPage } from './ocr-words.ts';
import { counts, type PageRead } from './read.ts';

/** What became of the pages that have no text of their own. */
export interface Recognised {
  readonly pages: readonly PageRead[];
  /** Those without text still, and those that are damaged. */
  readonly without: readonly number[];
  readonly notes: readonly Note[];
  /** What to tell if the whole document came to nothing. */
  readonly advice: string | null;
}

type Why = 'picture' | 'garbled' | 'forced' | null;

/** Recognises the text of pages that are pictures, or whose text is not language. */
export async function recognise(
  source: Source,
  pages: readonly PageRead[],
  password: string | null,
  options: ReadOptions,
): Promise<Recognised> {
  const why = new Map(pages.map((read) => [read, options.ocr === 'force' ? 'forced' : whyNot(read)] as const));
  // Nobody can draw a damaged page to recognise it: it is lost already.
  const wanted = pages.filter((read) => why.get(read) !== null && !read.broken);
  if (wanted.length === 0) return { pages, without: numbersOf(pages.filter(isBroken)), notes: [], advice: null };
  const engine = options.ocr === 'off' ? null : await findEngine();
  const seen =
    engine === null ? new Map<PageRead, PageRead>() : await lookAt(engine, source, wanted, password, options);
  const done = pages.map((read) => seen.get(read) ?? (why.get(read) === 'garbled' ? emptied(read) : read));
  const without = done.filter((read, index) => read.broken || isMissing(read, why.get(pages[index] ?? read) ?? null));
  const lost = numbersOf(without.filter((read) => !read.broken));
  return { pages: done, without: numbersOf(without), ...tell({ pages, why, seen, lost, engine, options }) };
}

function isBroken({ broken }: PageRead): boolean {
  return broken;
}

function numbersOf(pages: readonly PageRead[]): number[] {
  return pages.map(({ page }) => page);
}

/** Why a page's own text does not serve; null if it does. */
function whyNot({ ink }: PageRead): Why {
  const text = ink.pieces
    .filter((piece) => counts(piece) && piece.from === 'text')
    .map((piece) => piece.text)
    .join(' ');
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').length;
  if (isGarbled(text) || (letters === 0 && /[\p{Cc}\p{Co}]/u.test(text))) return 'garbled';
  if (letters === 0) return ink.pictured > 0.02 || ink.drawn > 40 ? 'picture' : null;
  return letters < 150 && ink.pictured > 0.5 ? 'picture' : null;
}

function isBlank({ ink }: PageRead): boolean {
  return !ink.pieces.some(counts);
}

/** Whether a page that needed recognition still has no text. */
function isMissing(read: PageRead, why: Why): boolean {
  return (
    why !== null &&
    (isBlank(read) ||
      (why === 'picture' && !read.ink.pieces.some((piece) => piece.from === 'ocr') && read.ink.pictured > 0.5))
  );
}

function emptied(read: PageRead): PageRead {
  return {
    ...read,
    tagged: null,
    ink: { ...read.ink, pieces: read.ink.pieces.filter((piece) => piece.from === 'form') },
  };
}

interface Outcome {
  readonly pages: readonly PageRead[];
  readonly why: ReadonlyMap<PageRead, Why>;
  readonly seen: ReadonlyMap<PageRead, PageRead>;
  readonly lost: readonly number[];
  readonly engine: Engine | null;
  readonly options: ReadOptions;
}

function tell({ pages, why, seen, lost, engine, options }: Outcome): { notes: Note[]; advice: string | null } {
  const notes: Note[] = [];
  const garbled = pages.filter((read) => why.get(read) === 'garbled').map(({ page }) => page);
  if (garbled.length > 0) {
    notes.push(
      note(
        'garbled-text',
        `The text of ${pagesText(garbled)} is stored in a way that gives no words, so it was not used.`,
        'warning',
      ),
    );
  }
  const done = [...seen.values()];
  if (done.length > 0 && engine !== null) {
    const sure = done.flatMap(({ ink }) => ink.pieces.flatMap((piece) => piece.confidence ?? []));
    const mean = Math.round(sure.reduce((sum, each) => sum + each, 0) / Math.max(1, sure.length));
    const where = pagesText(done.map(({ page }) => page));
    notes.push(
      note(
        'ocr',
        `Text was recognised from pictures (OCR) on ${where}, with a mean confidence of ${mean} %: check findings that rest on it.`,
        'warning',
      ),
    );
  }
  if (lost.length === 0) return { notes, advice: null };
  const doing =
    options.ocr === 'off'
      ? 'text recognition is off: leave out --ocr off to read them'
      : engine === null
        ? `there is no text recognition on this machine: to read them, run ${install}`
        : 'text recognition found no words on them: look at them yourself';
  const them = lost.length === 1 ? doing.replace(/\bthem\b/g, 'it') : doing;
  const message = `No text could be read on ${pagesText(lost)}; ${them}.`;
  notes.push(note('pages-without-text', message, 'warning'));
  return { notes, advice: message };
}

/** Dots an inch that Tesseract reads best. */
const fineness = 300;
/** More dots than this are a poster, and would fill the memory. */
const mostDots = 30_000_000;

async function lookAt(
  engine: Engine,
  source: Source,
  wanted: readonly PageRead[],
  password: string | null,
  options: ReadOptions,
): Promise<Map<PageRead, PageRead>> {
  const { PDFParse } = await import('pdf-parse');
  const parser = new PDFParse({
    data: new Uint8Array(source.bytes),
    verbosity: 0,
    ...dataPaths(),
    ...(password === null ? {} : { password }),
  });
  const found = new Map<PageRead, SeenPage>();
  const look = async (read: PageRead, layout: Layout): Promise<SeenPage> => {
    options.signal?.throwIfAborted();
    options.onProgress?.(`recognising text on page ${read.page}${layout === 'page' ? '' : ' again, for its numbers'}`);
    const { width, height } = read.ink;
    const scale = Math.min(fineness / 72, Math.sqrt(mostDots / (width * height)));
    const words = await wordsOn(read.page, scale, layout).catch(() => {
      // A page that cannot be recognised stays without text; being told to stop is another matter.
      options.signal?.throwIfAborted();
      return '';
    });
    return readSeen(words, scale);
  };
  // pdf-parse draws one page at a time; recognising the one before goes on meanwhile.
  let drawing: Promise<unknown> = Promise.resolve();
  const wordsOn = async (page: number, scale: number, layout: Layout): Promise<string> => {
    const pictures = drawing
      .catch(() => undefined)
      .then(() => parser.getScreenshot({ partial: [page], scale, imageDataUrl: false, imageBuffer: true }));
    drawing = pictures;
    const png = (await pictures).pages[0]?.data;
    return png === undefined ? '' : engine.recognise(png, layout, options.signal);
  };
  const inTurn = async (reads: readonly PageRead[], work: (read: PageRead) => Promise<void>): Promise<void> => {
    const queue = [...reads];
    const worker = async (): Promise<void> => {
      for (let read = queue.shift(); read !== undefined; read = queue.shift()) await work(read);
    };
    await Promise.all(Array.from({ length: Math.min(engine.atOnce, reads.length) }, worker));
  };
  try {
    await inTurn(wanted, async (read) => {
      const page = await look(read, 'page');
      if (page.pieces.length > 0) found.set(read, page);
    });
    const margin = marginOf([...found.values()]);
    const doubtful = [...found].filter(([, page]) => lacksLabels(page, margin));
    await inTurn(
      doubtful.map(([read]) => read),
      async (read) => {
        const page = found.get(read);
        if (page !== undefined) found.set(read, withLabels(page, await look(read, 'column')));
      },
    );
  } finally {
    await Promise.all([parser.destroy(), engine.close()]);
  }
  const sure = wanted.filter((read) => found.has(read));
  const even = evenOut(sure.map((read) => found.get(read)?.pieces ?? []));
  return new Map(
    sure.map((read, index) => {
      const pieces = [...(even[index] ?? []), ...read.added.pieces];
      return [read, { ...read, tagged: null, ink: { ...read.ink, ...found.get(read), pieces } }];
    }),
  );
}

/** Where pdf.js finds the fonts, maps and decoders that it does not carry in its code. */
export function dataPaths(): {
  readonly cMapUrl: string;
  readonly cMapPacked: boolean;
  readonly standardFontDataUrl: string;
  readonly wasmUrl: string;
} {
  const path = (folder: string): string =>
    fileURLToPath(new URL(`${folder}/`, import.meta.resolve('pdfjs-dist/package.json')));
  return {
    cMapUrl: path('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: path('standard_fonts'),
    wasmUrl: path('wasm'),
  };
}
