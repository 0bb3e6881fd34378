import { strToU8, zipSync } from 'fflate';
import { extract, plainly } from '../../src/extract/index.ts';
import type { PlainText, ReadOptions } from '../../src/types.ts';

/** Reads text or bytes as a file of this name. */
export function read(path: string, content: string | Uint8Array, rest: Partial<ReadOptions> = {}): Promise<PlainText> {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  return extract({ path, bytes }, { ...plainly, ...rest });
}

/** Blocks as lines: what they are, then their words. */
export function outline({ value, blocks }: PlainText): string[] {
  return blocks.map((block) => {
    const depth = block.kind === 'heading' || block.kind === 'item' ? ` ${block.level}` : block.head ? ' head' : '';
    const where = block.container === 'body' ? '' : ` (${block.container})`;
    return `${block.kind}${depth}${where}: ${value.slice(block.start, block.end)}`;
  });
}

/** Marks as lines. */
export function marked({ value, marks }: PlainText, kind: string): string[] {
  return marks.filter((mark) => mark.kind === kind).map(({ start, end }) => value.slice(start, end));
}

/** Ids of the notes. */
export function noteIds({ notes }: PlainText): string[] {
  return notes.map(({ id }) => id);
}

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const more =
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml"';

/** What a DOCX may hold beside its body; XML without the outermost element. */
export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  readonly footer?: string;
  /** File name in `word/`, its text. */
  readonly chunk?: readonly [string, string];
}

const roots = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
  header: 'hdr',
  footer: 'ftr',
};

/** A small DOCX with this body. */
export function docx(body: string, parts: DocxParts = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    '_rels/.rels': strToU8(relations([['d', 'officeDocument', 'word/document.xml']])),
    'word/document.xml': strToU8(xml('document', `<w:body>${body}</w:body>`)),
  };
  const links: [string, string, string][] = [];
  for (const [name, root] of Object.entries(roots)) {
    const content = parts[name as keyof typeof roots];
    if (content === undefined) continue;
    files[`word/${name}.xml`] = strToU8(xml(root, content));
    links.push([name, name, `${name}.xml`]);
  }
  if (parts.chunk) {
    files[`word/${parts.chunk[0]}`] = strToU8(parts.chunk[1]);
    links.push(['chunk', 'aFChunk', parts.chunk[0]]);
  }
  files['word/_rels/document.xml.rels'] = strToU8(relations(links));
  return zipSync(files);
}

function xml(root: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${w} ${more}>${content}</w:${root}>`;
}

function relations(links: readonly (readonly [string, string, string])[]): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const each = links.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}

/** A paragraph: its words, its properties, the properties of its run. */
export function p(text: string, properties = '', look = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${r(text, look)}</w:p>`;
}

/** A run. */
export function r(text: string, look = ''): string {
  return `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A table of cells, each of them XML. */
export function table(...rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;
}
