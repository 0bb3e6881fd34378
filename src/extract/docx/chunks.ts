import { type Draft, draft, note } from '../blocks.ts';
import { decode } from '../decode.ts';
import type { Ledger } from '../ledger.ts';
import type { Package, Relation } from '../package.ts';
import { isHtml, isRtf, isZip } from '../signatures.ts';

/** What reads an included part. */
export interface ChunkReader {
  readonly ledger: Ledger;
  readonly docx: (bytes: Uint8Array) => Promise<Draft[]>;
}

/** Documents of other formats that Word shows inside this one ("altChunk"), by the id of their relation. */
export async function readChunks(
  parts: Package,
  relations: ReadonlyMap<string, Relation>,
  reader: ChunkReader,
): Promise<Map<string, Draft[]>> {
  const chunks = new Map<string, Draft[]>();
  for (const [id, { type, target }] of relations) {
    const bytes = type === 'aFChunk' ? parts.bytes(target) : null;
    if (bytes) chunks.set(id, await draftsOf(target, bytes, reader));
  }
  return chunks;
}

async function draftsOf(path: string, bytes: Uint8Array, reader: ChunkReader): Promise<Draft[]> {
  const source = { path, bytes };
  if (isZip(source)) return reader.docx(bytes);
  if (isHtml(source)) return (await import('../html/index.ts')).htmlDrafts(decode(bytes), reader.ledger);
  if (isRtf(source)) return (await import('../rtf/index.ts')).rtfDrafts(bytes, reader.ledger);
  if (/^mime-version:/i.test(decode(bytes.subarray(0, 100)))) {
    reader.ledger.add(note('included-part', 'An included web archive was not read.', 'warning'));
    return [];
  }
  const paragraphs = decode(bytes).split(/\r?\n\s*\r?\n/);
  return paragraphs.map((text) => draft([{ text }]));
}
