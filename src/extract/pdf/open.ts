import type { PDFDocumentProxy } from 'pdfjs-dist';
import { UnreadableError } from '../../errors.ts';
import type { Source } from '../../types.ts';
import type { PdfJs } from './page.ts';

let loaded: Promise<PdfJs> | undefined;

/** Loads pdf.js when the first PDF comes: it is slow to load. */
export function loadPdfJs(): Promise<PdfJs> {
  loaded ??= quietly(() => import('pdfjs-dist/legacy/build/pdf.mjs'));
  return loaded;
}

/** pdf.js warns on the console while it loads where canvas parts are missing; nothing of that is for people. */
async function quietly<T>(load: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await load();
  } finally {
    console.warn = warn;
    keepPush();
  }
}

const nativePush = Object.getOwnPropertyDescriptor(Array.prototype, 'push');

/** pdf.js brings polyfills along, one of which makes `push` of every array in the program several times slower. */
function keepPush(): void {
  if (nativePush !== undefined) Object.defineProperty(Array.prototype, 'push', nativePush);
}

/** Pages beyond this are taken for a damaged page tree. */
const mostPages = 20_000;

/** Opens a PDF with the first password that fits. Throws `UnreadableError` with what to do. */
export async function openPdf(
  pdfjs: PdfJs,
  source: Source,
  passwords: readonly string[],
): Promise<{ document: PDFDocumentProxy; password: string | null }> {
  for (const password of [null, ...passwords]) {
    const document = await open(pdfjs, source, password);
    if (document === 'locked') continue;
    if (document.numPages < 1) {
      await document.loadingTask.destroy();
      throw damaged();
    }
    if (document.numPages > mostPages) {
      await document.loadingTask.destroy();
      throw new UnreadableError(
        `The PDF says it has ${document.numPages} pages, which no contract has; it is damaged, so ask for it again.`,
      );
    }
    return { document, password };
  }
  throw new UnreadableError(
    passwords.length === 0
      ? 'The PDF is locked with a password; give it with --password.'
      : 'The PDF is locked and none of the passwords given with --password opens it.',
  );
}

async function open(pdfjs: PdfJs, { bytes }: Source, password: string | null): Promise<PDFDocumentProxy | 'locked'> {
  const task = pdfjs.getDocument({
    // A copy, since pdf.js takes the buffer away.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    // Pictures are not looked at here, so none is decoded.
    maxImageSize: 1,
    ...(password === null ? {} : { password }),
  });
  try {
    const document = await task.promise;
    // The worker's part was loaded only now.
    keepPush();
    return document;
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException') return 'locked';
    throw damaged();
  }
}

function damaged(): UnreadableError {
  return new UnreadableError(
    'The PDF is damaged or was cut off, so it cannot be opened; ask for it again or save it anew.',
  );
}
