import { UnreadableError } from '../errors.ts';
import type { PlainText, Source } from '../types.ts';

/** Tells a locked DOCX from a file of Word 97 to 2003; neither is read. */
export async function readDoc({ bytes }: Source): Promise<PlainText> {
  if (holds(bytes, 'EncryptedPackage')) {
    throw new UnreadableError('The DOCX is protected by a password; save it without one in Word and try again.');
  }
  if (holds(bytes, 'WordDocument')) {
    throw new UnreadableError('The file is a Word 97–2003 document (.doc); save it as DOCX and try again.');
  }
  throw new UnreadableError('The file is an old Office file but no Word document; save the contract as DOCX or PDF.');
}

/** Names in the container's directory are UTF-16. */
function holds(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'));
}
