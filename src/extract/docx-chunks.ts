import { type Draft, draft, note } from './blocks.ts';
import { decode } from './decode.ts';
import { type PackageOptions, readParts } from './docx.ts';
import { openPackage, type Package, type Relation } from './package.ts';
import { isHtml, isRtf, isZip } from './signatures.ts';

// A document may include itself.
const deepest = 3;

/** Documents of other formats that Word shows inside this one ("altChunk"), by the id of their relation. */
export async function readChunks(
  parts: Package,
  relations: ReadonlyMap<string, Relation>,
  options: PackageOptions,
): Promise<Map<string, Draft[]>> {
  const chunks = new Map<string, Draft[]>();
  for (const [id, { type, target }] of relations) {
    const bytes = type === 'aFChunk' ? parts.bytes(target) : null;
    if (bytes) chunks.set(id, await draftsOf(target, bytes, options));
  }
  return chunks;
}

async function draftsOf(path: string, bytes: Uint8Array, options: PackageOptions): Promise<Draft[]> {
  const source = { path, bytes };
  if (isZip(source)) {
    if (options.depth >= deepest) return [];
    return (await readParts(openPackage(bytes), { ...options, depth: options.depth + 1 })).drafts;
  }
  if (isHtml(source)) return (await import('./html.ts')).htmlDrafts(decode(bytes), options.ledger);
  if (isRtf(source)) return (await import('./rtf.ts')).rtfDrafts(bytes, options.ledger);
  if (/^mime-version:/i.test(decode(bytes.subarray(0, 100)))) {
    options.ledger.add(note('included-part', 'An included web archive was not read.', 'warning'));
    return [];
  }
  const paragraphs = decode(bytes).split(/\r?\n\s*\r?\n/);
  return paragraphs.map((text) => draft([{ text }]));
}
