import { UnreadableError } from '../../errors.ts';
import type { PlainText, ReadOptions, Source } from '../../types.ts';
import { type Draft, note, plainText } from '../blocks.ts';
import { Ledger } from '../ledger.ts';
import { marginSentences } from '../margins.ts';
import { openPackage, type Package, type Relation, relationsOf } from '../package.ts';
import { readXml } from '../xml.ts';
import { readStory } from './body.ts';
import { readChunks } from './chunks.ts';
import { readFootnotes } from './footnotes.ts';
import { readNumbering } from './numbering.ts';
import type { Story } from './story.ts';
import { readStyles } from './styles.ts';

/** Reads a DOCX as Word shows it: with its automatic numbers, in one view of its tracked changes. */
export async function readDocx({ path, bytes }: Source, { revisions }: ReadOptions): Promise<PlainText> {
  const ledger = new Ledger();
  const { drafts, pages } = await readParts(openPackage(bytes), { revisions, ledger, depth: 0 });
  const pagesWithoutText = [...ledger.picturePages].sort((a, b) => a - b);
  return plainText(path, 'docx', { drafts, notes: ledger.notes(revisions), pages, pagesWithoutText });
}

// A document may include itself.
const deepest = 3;

/** How a package is read; `depth` counts documents inside documents. */
interface PackageOptions {
  readonly revisions: ReadOptions['revisions'];
  readonly ledger: Ledger;
  readonly depth: number;
}

/** The drafts of a DOCX package: its body, then what its headers and footers promise. */
async function readParts(parts: Package, options: PackageOptions): Promise<{ drafts: Draft[]; pages: number | null }> {
  const { ledger, revisions } = options;
  const main = mainPart(parts);
  const xml = parts.text(main);
  if (xml === null) throw new UnreadableError(otherPackage(parts));
  const relations = relationsOf(parts, main);
  const partOf = (type: string): string | null => {
    const target = [...relations.values()].find((relation) => relation.type === type)?.target;
    return target === undefined ? null : parts.text(target);
  };
  const styles = readStyles(partOf('styles'));
  const newCounter = readNumbering(partOf('numbering'), styles);
  const tables = { count: 0 };
  const story = (rest: Partial<Story>): Story => {
    const none = { notes: new Map(), chunks: new Map(), pages: 'none' as const, container: 'body' as const };
    return { styles, numbering: newCounter(), ledger, revisions, tables, ...none, ...rest };
  };
  const notes = new Map([
    ...readFootnotes(partOf('footnotes'), 'footnote', story),
    ...readFootnotes(partOf('endnotes'), 'endnote', story),
  ]);
  const docx = async (bytes: Uint8Array): Promise<Draft[]> => {
    if (options.depth >= deepest) return [];
    return (await readParts(openPackage(bytes), { ...options, depth: options.depth + 1 })).drafts;
  };
  const chunks = await readChunks(parts, relations, { ledger, docx });
  const pages = pagesToldBy(xml);
  const body = readStory(xml, story({ notes, chunks, pages }));
  ledger.comments += count(partOf('comments'), 'comment');
  noteAttachments(parts, ledger);
  return {
    drafts: [...body.drafts, ...marginDrafts(parts, relations, story)],
    pages: pages === 'none' && ledger.picturePages.size === 0 ? null : body.lastPage,
  };
}

function mainPart(parts: Package): string {
  const relation = [...relationsOf(parts, '').values()].find(({ type }) => type === 'officeDocument');
  return relation?.target ?? 'word/document.xml';
}

function otherPackage({ names }: Package): string {
  const holds = (folder: string) => names.some((name) => name.startsWith(folder));
  if (holds('xl/')) return 'The file is a spreadsheet (XLSX); save the contract as DOCX or PDF.';
  if (holds('ppt/')) return 'The file is a presentation (PPTX); save the contract as DOCX or PDF.';
  return 'The file is a ZIP archive but no DOCX; unpack it and check the contract in it.';
}

function pagesToldBy(xml: string): Story['pages'] {
  if (xml.includes('lastRenderedPageBreak')) return 'rendered';
  return /<\w+:br\s[^<>]*type="page"|pageBreakBefore/.test(xml) ? 'explicit' : 'none';
}

/** Running heads and page numbers are no part of the text; a sentence that stands in a margin is. */
function marginDrafts(
  parts: Package,
  relations: ReadonlyMap<string, Relation>,
  story: (rest: Partial<Story>) => Story,
): Draft[] {
  const drafts = (['header', 'footer'] as const).flatMap((container) => {
    const targets = [...relations.values()].filter(({ type }) => type === container).map(({ target }) => target);
    return targets.flatMap((target) => readStory(parts.text(target) ?? '<none/>', story({ container })).drafts);
  });
  return marginSentences(drafts);
}

function count(xml: string | null, element: string): number {
  let found = 0;
  if (xml === null) return 0;
  readXml(xml, {
    open(name) {
      if (name === element) found += 1;
    },
    close() {},
  });
  return found;
}

function noteAttachments({ names }: Package, ledger: Ledger): void {
  const embedded = names.filter((name) => /^word\/embeddings\/[^/]+$/.test(name));
  if (embedded.length === 0) return;
  const what = embedded.length === 1 ? '1 embedded file was' : `${embedded.length} embedded files were`;
  ledger.add(note('attachments', `${what} not read: ${embedded.slice(0, 5).map(baseName).join(', ')}.`));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
