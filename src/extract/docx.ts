import { UnreadableError } from '../errors.ts';
import type { PlainText, ReadOptions, Source } from '../types.ts';

/** Reads docx. */
export async function readDocx(_source: Source, _options: ReadOptions): Promise<PlainText> {
  throw new UnreadableError('This format cannot be read yet.');
}
