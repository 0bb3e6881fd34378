import { Parser } from 'htmlparser2';
import { UnreadableError } from '../../errors.ts';
import type { PlainText, ReadOptions, Source } from '../../types.ts';
import { type Draft, plainText } from '../blocks.ts';
import { decode } from '../decode.ts';
import { Ledger } from '../ledger.ts';
import { HtmlReader } from './reader.ts';

/** Reads a saved web page as its visitor would see it. */
export async function readHtml({ path, bytes }: Source, { revisions }: ReadOptions): Promise<PlainText> {
  const ledger = new Ledger();
  const reader = read(decode(bytes), ledger);
  const drafts = reader.finish();
  const text = plainText(path, 'html', { drafts, notes: ledger.notes(revisions) });
  if (reader.asksForPassword && text.value.length < 3000) {
    throw new UnreadableError('The file is a web page that asks for a password, not a contract.');
  }
  return text;
}

/** The drafts of HTML that is part of another document. */
export function htmlDrafts(html: string, ledger: Ledger): Draft[] {
  return read(html, ledger).finish();
}

function read(html: string, ledger: Ledger): HtmlReader {
  const reader = new HtmlReader(ledger);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text),
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(html);
  return reader;
}
