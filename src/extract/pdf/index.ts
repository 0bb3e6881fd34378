import { UnreadableError } from '../../errors.ts';
import type { InputFormat, Note, PlainText, ReadOptions, Source } from '../../types.ts';
import { knownIn, toDrafts } from './flow.ts';
import { notesOf } from './notes.ts';
import { partArticles } from './ocr-articles.ts';
import { mendNumbers } from './ocr-numbers.ts';
import { loadPdfJs, openPdf } from './open.ts';
import { recognise } from './pictures.ts';
import { type PageRead, readPage, toPageFlows } from './read.ts';
import { attendingStrays } from './strays.ts';
import { layOut } from './text.ts';

/** PDF: text in reading order from where it stands, tags where the file has them, OCR where there is no text. */
export const pdf: InputFormat = {
  name: 'pdf',
  accepts: ({ bytes }) => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'),
  extract: (source, options) => attendingStrays(() => extractPdf(source, options)),
};

async function extractPdf(source: Source, options: ReadOptions): Promise<PlainText> {
  options.signal?.throwIfAborted();
  const pdfjs = await loadPdfJs();
  const { document, password } = await openPdf(pdfjs, source, options.passwords);
  try {
    const [layers, marks, attached] = await Promise.all([
      document.getOptionalContentConfig().catch(() => null),
      document.getMarkInfo().catch(() => null),
      document.getAttachments().catch(() => null),
    ]);
    const tagged = marks?.Marked === true;
    const pages: PageRead[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      options.signal?.throwIfAborted();
      pages.push(await readPage(pdfjs, document, number, { layers, tagged }));
    }
    const seen = await recognise(source, pages, password, options);
    const flows = toPageFlows(seen.pages);
    const { value, blocks, marks: found } = layOut(partArticles(mendNumbers(toDrafts(flows, knownIn(flows)))));
    if (!/[\p{L}\p{N}]/u.test(value)) throw new UnreadableError(seen.advice ?? nothing(pages));
    const notes: Note[] = [...notesOf(seen.pages, Object.keys(attached ?? {})), ...seen.notes];
    const { numPages } = document;
    return {
      path: source.path,
      format: 'pdf',
      value,
      blocks,
      marks: found,
      pages: numPages,
      pagesWithoutText: seen.without,
      notes,
    };
  } finally {
    await document.loadingTask.destroy();
  }
}

function nothing(pages: readonly PageRead[]): string {
  const all = pages.length === 1 ? 'page' : `${pages.length} pages`;
  if (pages.some(({ broken }) => broken))
    return `The PDF is damaged, and nothing could be read on its ${all}; ask for it again or save it anew.`;
  return `The PDF has no text on its ${all}; check that it is the right file.`;
}
