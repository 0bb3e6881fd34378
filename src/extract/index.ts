import { UnreadableError } from '../errors.ts';
import type { FileFormat, PlainText, ReadOptions, Source } from '../types.ts';
import { note } from './blocks.ts';
import { formats } from './formats.ts';
import { startsWith } from './signatures.ts';

/** How a file is read where nobody says otherwise: with its changes accepted, and no page recognised. */
export const plainly: ReadOptions = { passwords: [], revisions: 'accepted', ocr: 'off' };

/** Reads the words out of a file, whatever its name says it is. Throws `UnreadableError` rather than give no text. */
export async function extract(source: Source, options: ReadOptions = plainly): Promise<PlainText> {
  if (source.bytes.length === 0) throw new UnreadableError('The file is empty.');
  const format = formats.find(({ accepts }) => accepts(source));
  if (format === undefined) throw new UnreadableError(unknownKind(source));
  const text = await format.extract(source, options);
  if (!/[\p{L}\p{N}]/u.test(text.value)) throw new UnreadableError(noText(text));
  return { ...text, notes: [...misnamed(source.path, text.format), ...text.notes] };
}

const pictures: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
];

function unknownKind({ bytes }: Source): string {
  const picture = pictures.find(([signature]) => startsWith(bytes, signature));
  if (picture) return `The file is a ${picture[1]} picture; save it as a PDF to have its text recognised.`;
  return 'The file is none of PDF, DOCX, ODT, RTF, HTML, Markdown and plain text, or it is damaged.';
}

function noText({ format, pages }: PlainText): string {
  const where = pages ? ` on its ${pages === 1 ? 'page' : `${pages} pages`}` : '';
  const why = format === 'pdf' || format === 'docx' || format === 'odt' ? '; it may hold pictures alone' : '';
  return `The file has no text${where}${why}.`;
}

const titles: Readonly<Record<FileFormat, string>> = {
  pdf: 'PDF',
  docx: 'DOCX',
  doc: 'Word 97–2003',
  odt: 'OpenDocument',
  rtf: 'RTF',
  html: 'HTML',
  markdown: 'Markdown',
  text: 'plain text',
};

const extensions: ReadonlyMap<string, FileFormat> = new Map(
  Object.entries({
    pdf: 'pdf',
    docx: 'docx',
    docm: 'docx',
    doc: 'doc',
    odt: 'odt',
    rtf: 'rtf',
    html: 'html',
    htm: 'html',
  }),
);

/** A contract that is not what its name says may be the wrong file: a log-in page saved as .pdf. */
function misnamed(path: string, format: FileFormat) {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const claimed = extensions.get(extension);
  if (claimed === undefined || claimed === format) return [];
  const message = `The file is named .${extension} but is ${titles[format]}; it was read as ${titles[format]}.`;
  return [note('wrong-extension', message, 'warning')];
}
