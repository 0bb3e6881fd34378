import type { Source } from '../types.ts';
import { decode, isBinary } from './decode.ts';

/** Whether the bytes begin with these characters, each one byte. */
export function startsWith(bytes: Uint8Array, signature: string): boolean {
  if (bytes.length < signature.length) return false;
  for (let index = 0; index < signature.length; index++) {
    if (bytes[index] !== signature.charCodeAt(index)) return false;
  }
  return true;
}

/** A PDF's mark may stand after some junk, as readers of PDF allow. */
export function isPdf({ bytes }: Source): boolean {
  return latin(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** A ZIP package, also a damaged one. */
export function isZip({ bytes }: Source): boolean {
  return startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06');
}

/** The first entry of an OpenDocument package is its media type, not compressed; or it is the flat XML form. */
export function isOpenDocument(source: Source): boolean {
  const head = latin(source.bytes.subarray(0, 2048));
  if (isZip(source)) return head.includes('mimetypeapplication/vnd.oasis.opendocument');
  return /<office:document[\s>]/.test(head);
}

/** The container of Word 97 to 2003, which also wraps encrypted DOCX files. */
export function isOle({ bytes }: Source): boolean {
  return startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
}

export function isRtf({ bytes }: Source): boolean {
  return /^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(latin(bytes.subarray(0, 64)));
}

/** A page or a fragment of HTML. Markdown may begin with a fragment, so there only a whole page counts. */
export function isHtml({ path, bytes }: Source): boolean {
  const head = decode(bytes.subarray(0, 4096))
    .replace(/<\?xml[^>]*>|<!--[\s\S]*?-->/g, '')
    .trimStart();
  if (/^<(?:!doctype\s+html|html|head|body)\b/i.test(head)) return true;
  return (
    !isMarkdownName(path) &&
    /^<(?:[a-z]+:)?(?:title|meta|link|style|script|div|p|h[1-6]|table|span|ul|ol|center|font|article|section|main|header|nav|form|a|b|strong|em|i|br|hr)\b[^<]*>/i.test(
      head,
    )
  );
}

export function isMarkdownName(path: string): boolean {
  return /\.(?:md|markdown|mdown|mkdn?|mdx|qmd)$/i.test(path);
}

/** Whether the bytes can be decoded to words. */
export function isText({ bytes }: Source): boolean {
  const text = decode(bytes.subarray(0, 8192));
  return !isBinary(text);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
