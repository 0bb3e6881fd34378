import { UnreadableError } from '../errors.ts';
import type { PlainText, ReadOptions, Source } from '../types.ts';

/** Reads odt. */
export async function readOdt(_source: Source, _options: ReadOptions): Promise<PlainText> {
  throw new UnreadableError('This format cannot be read yet.');
}
