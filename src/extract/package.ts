import { inflateRawSync } from 'node:zlib';
import { UnreadableError } from '../errors.ts';
import { decode } from './decode.ts';
import { attribute, readXml } from './xml.ts';

/** The parts of a ZIP package, inflated when they are asked for. */
export interface Package {
  readonly names: readonly string[];
  /** The bytes of a part; null if there is none of this name. */
  readonly bytes: (name: string) => Uint8Array | null;
  /** The text of a part; null if there is none of this name. */
  readonly text: (name: string) => string | null;
}

/** Where a part points to. */
export interface Relation {
  /** The last word of the relation's type: `footnotes`, `header`, `image`. */
  readonly type: string;
  readonly target: string;
  readonly external: boolean;
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

// The longest real contracts have parts of some ten megabytes; a bomb has gigabytes.
const largestPart = 128 * 1024 * 1024;
const mostEntries = 20_000;

/** Opens a ZIP package. The sizes it declares are checked before anything is inflated, and hold while inflating. */
export function openPackage(bytes: Uint8Array): Package {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map(entriesOf(view).map((entry) => [entry.name.toLowerCase(), entry]));
  const read = (name: string): Uint8Array | null => {
    const entry = entries.get(name.toLowerCase());
    return entry ? inflate(view, entry) : null;
  };
  const text = (name: string): string | null => {
    const part = read(name);
    return part ? decode(part) : null;
  };
  return { names: [...entries.values()].map(({ name }) => name), bytes: read, text };
}

function damaged(cause?: unknown): UnreadableError {
  return new UnreadableError('The file is damaged: its ZIP package is broken or cut short.', { cause });
}

function entriesOf(view: DataView): Entry[] {
  try {
    const end = endRecord(view);
    const count = view.getUint16(end + 10, true);
    if (count > mostEntries) throw new UnreadableError('The ZIP package has too many parts for a contract.');
    const entries: Entry[] = [];
    let at = view.getUint32(end + 16, true);
    for (let index = 0; index < count; index++) {
      if (view.getUint32(at, true) !== 0x02014b50) throw damaged();
      const nameLength = view.getUint16(at + 28, true);
      entries.push({
        name: latinOrUtf8(view, at + 46, nameLength).replaceAll('\\', '/'),
        method: view.getUint16(at + 10, true),
        encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
      at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    }
    return entries;
  } catch (cause) {
    throw cause instanceof UnreadableError ? cause : damaged(cause);
  }
}

/** The record that ends a package, behind a comment of at most 64 KB. */
function endRecord(view: DataView): number {
  const last = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= last; at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw damaged();
}

function latinOrUtf8(view: DataView, at: number, length: number): string {
  return decode(new Uint8Array(view.buffer, view.byteOffset + at, length));
}

function inflate(view: DataView, entry: Entry): Uint8Array {
  if (entry.encrypted) throw new UnreadableError('The file is a ZIP package locked by a password.');
  if (entry.size > largestPart) throw tooLarge();
  try {
    const header = entry.offset;
    const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
    const packed = new Uint8Array(view.buffer, view.byteOffset + start, entry.packed);
    if (start + entry.packed > view.byteLength) throw damaged();
    if (entry.method === 0) return packed;
    if (entry.method !== 8) throw damaged();
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) });
  } catch (cause) {
    if (cause instanceof UnreadableError) throw cause;
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge();
    throw damaged(cause);
  }
}

function tooLarge(): UnreadableError {
  return new UnreadableError('A part of the ZIP package inflates to more than a contract can hold; it was not read.');
}

/** The relations of a part by their id; '' asks for those of the whole package. */
export function relationsOf(parts: Package, part: string): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const xml = parts.text(`${folder}_rels/${part.slice(slash)}.rels`);
  if (xml === null) return relations;
  readXml(xml, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const type = attribute(attributes, 'Type')?.split('/').at(-1) ?? '';
      const target = attribute(attributes, 'Target') ?? '';
      const external = attribute(attributes, 'TargetMode') === 'External';
      relations.set(attribute(attributes, 'Id') ?? '', {
        type,
        target: external ? target : resolvePart(folder, target),
        external,
      });
    },
    close() {},
  });
  return relations;
}

function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
