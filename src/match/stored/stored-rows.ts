import type { Rows } from './rows.ts';

/** Rows as the build keeps them: the bytes of their numbers in base 64. */
export interface StoredRows {
  readonly starts: string;
  readonly items: string;
}

/** What `rowsFrom` reads. */
export function storedRows({ starts, items }: Rows): StoredRows {
  return { starts: storedNumbers(starts), items: storedNumbers(items) };
}

/** The rows again. */
export function rowsFrom({ starts, items }: StoredRows): Rows {
  return { starts: new Int32Array(numbersFrom(starts)), items: new Int32Array(numbersFrom(items)) };
}

/** The bytes of numbers, for `numbersFrom`. */
export function storedNumbers({ buffer, byteOffset, byteLength }: Int32Array | Int16Array | Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

/** The bytes again, for an array of the same kind. */
export function numbersFrom(text: string): ArrayBuffer {
  // A small buffer lies somewhere in a pool, where numbers may not begin.
  return new Uint8Array(Buffer.from(text, 'base64')).buffer;
}
