import type { InputFormat, Source } from '../types.ts';
import { isHtml, isMarkdownName, isOle, isOpenDocument, isPdf, isRtf, isText, isZip } from './signatures.ts';

type Extract = InputFormat['extract'];

/** The formats that can be read, asked in this order. Readers load when they are needed: a cold start counts. */
export const formats: readonly InputFormat[] = [
  lazy('pdf', isPdf, async () => (await import('./pdf/index.ts')).pdf.extract),
  lazy('odt', isOpenDocument, async () => (await import('./odt/index.ts')).readOdt),
  lazy('docx', isZip, async () => (await import('./docx/index.ts')).readDocx),
  lazy('doc', isOle, async () => (await import('./doc.ts')).readDoc),
  lazy('rtf', isRtf, async () => (await import('./rtf/index.ts')).readRtf),
  lazy('html', isHtml, async () => (await import('./html/index.ts')).readHtml),
  lazy('markdown', isMarkdown, async () => (await import('./markdown/index.ts')).readMarkdown),
  lazy('text', isText, async () => (await import('./text/index.ts')).readText),
];

function isMarkdown(source: Source): boolean {
  return isMarkdownName(source.path) && isText(source);
}

function lazy(name: InputFormat['name'], accepts: InputFormat['accepts'], load: () => Promise<Extract>): InputFormat {
  return { name, accepts, extract: async (source, options) => (await load())(source, options) };
}
