import { UnreadableError } from '../../errors.ts';
import type { PlainText, ReadOptions, Source } from '../../types.ts';
import { plainText } from '../blocks.ts';
import { decode } from '../decode.ts';
import { Flow } from '../flow.ts';
import { Ledger } from '../ledger.ts';
import { marginSentences } from '../margins.ts';
import { openPackage, type Package } from '../package.ts';
import { isZip } from '../signatures.ts';
import { readXml } from '../xml.ts';
import { OdtReader } from './reader.ts';
import { OdtStyles } from './styles.ts';

/** Reads an OpenDocument text, from its package or from its flat XML form. */
export async function readOdt(source: Source, { revisions }: ReadOptions): Promise<PlainText> {
  const { content, sheet } = partsOf(source);
  const ledger = new Ledger();
  const styles = new OdtStyles();
  readXml(content, styles);
  if (sheet !== null) readXml(sheet, styles);
  const flow = new Flow(ledger);
  const hasPages = content.includes(':soft-page-break');
  if (hasPages) flow.page = 1;
  readXml(content, new OdtReader({ flow, styles, revisions, part: 'body' }));
  const drafts = flow.finish();
  const margin = new Flow(new Ledger());
  readXml(sheet ?? content, new OdtReader({ flow: margin, styles, revisions, part: 'margins' }));
  const notes = ledger.notes(revisions);
  const all = [...drafts, ...marginSentences(margin.finish())];
  return plainText(source.path, 'odt', { drafts: all, notes, pages: hasPages ? flow.page : null });
}

function partsOf(source: Source): { content: string; sheet: string | null } {
  if (!isZip(source)) return { content: decode(source.bytes), sheet: null };
  const parts = openPackage(source.bytes);
  refuseOthers(parts);
  const content = parts.text('content.xml');
  if (content === null) throw new UnreadableError('The file is damaged: the OpenDocument package has no content.');
  return { content, sheet: parts.text('styles.xml') };
}

function refuseOthers(parts: Package): void {
  if (parts.text('META-INF/manifest.xml')?.includes('encryption-data')) {
    throw new UnreadableError('The ODT is protected by a password; save it without one and try again.');
  }
  const kind = parts.text('mimetype')?.trim() ?? '';
  if (!/opendocument\.text/.test(kind)) {
    throw new UnreadableError('The file is an OpenDocument file but no text; save the contract as ODT, DOCX or PDF.');
  }
}
