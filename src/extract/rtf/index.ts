import type { PlainText, ReadOptions, Source } from '../../types.ts';
import { type Draft, plainText } from '../blocks.ts';
import { Flow } from '../flow.ts';
import { Ledger } from '../ledger.ts';
import { marginSentences } from '../margins.ts';
import { RtfReader } from './reader.ts';

/** Reads RTF, with the list numbers that its writer printed into it. */
export async function readRtf({ path, bytes }: Source, { revisions }: ReadOptions): Promise<PlainText> {
  const ledger = new Ledger();
  const drafts = read(bytes, ledger, revisions);
  return plainText(path, 'rtf', { drafts, notes: ledger.notes(revisions) });
}

/** The drafts of RTF that is part of another document. */
export function rtfDrafts(bytes: Uint8Array, ledger: Ledger): Draft[] {
  return read(bytes, ledger, 'accepted');
}

function read(bytes: Uint8Array, ledger: Ledger, revisions: ReadOptions['revisions']): Draft[] {
  const flow = new Flow(ledger);
  const reader = new RtfReader(flow, revisions);
  // One character for each byte: what the bytes mean depends on the font.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  reader.read(text);
  const drafts = flow.finish();
  const isMargin = ({ container }: Draft) => container === 'header' || container === 'footer';
  return [...drafts.filter((each) => !isMargin(each)), ...marginSentences(drafts.filter(isMargin))];
}
