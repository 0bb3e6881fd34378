import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { UnreadableError } from '../../src/errors.ts';
import { docx, noteIds, p, read } from './support.ts';

const ole = (name: string) =>
  Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Uint8Array(600),
    ...Buffer.from(name, 'utf16le'),
  ]);
const whole = docx(p('Body.'));
const entity = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
const withEntity = zipSync({
  'word/document.xml': strToU8(`${entity}<document><body><p><r><t>&b;</t></r></p></body></document>`),
});

test.each([
  ['an empty file', 'a.docx', new Uint8Array(), /empty/],
  ['white space alone', 'a.txt', strToU8(' \n \n'), /no text/],
  ['a locked DOCX', 'a.docx', ole('EncryptedPackage'), /password/],
  ['an old Word file', 'a.doc', ole('WordDocument'), /save it as DOCX/],
  ['another old Office file', 'a.doc', ole('Workbook'), /no Word document/],
  ['a truncated DOCX', 'a.docx', whole.subarray(0, whole.length - 40), /damaged/],
  ['a ZIP that is no DOCX', 'a.docx', zipSync({ 'a.txt': strToU8('x') }), /no DOCX/],
  ['a spreadsheet', 'a.docx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /spreadsheet/],
  ['broken XML', 'a.docx', docx('<w:p>'), /damaged/],
  ['entities', 'a.docx', withEntity, /entities/],
  ['a DOCX of pictures', 'a.docx', docx('<w:p/>'), /pictures/],
  ['a picture', 'a.pdf', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), /PNG picture/],
  ['binary data', 'a.txt', Uint8Array.from({ length: 400 }, (_, index) => index % 7), /none of PDF/],
  ['a log-in page', 'a.pdf', strToU8('<!doctype html><form>Name <input> <input type="password"></form>'), /password/],
])('%s is refused with a sentence', async (_, path, bytes, message) => {
  const error = await read(path, bytes).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(UnreadableError);
  expect(String(error)).toMatch(message);
});

test('a ZIP bomb is refused by its declared size, and by its real one', async () => {
  const honest = zipSync({ 'word/document.xml': new Uint8Array(130 * 1024 * 1024) });
  const lying = Uint8Array.from(honest);
  const view = new DataView(lying.buffer);
  for (let at = lying.length - 22; at > 0; at--) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
  }
  for (const bomb of [honest, lying]) await expect(read('a.docx', bomb)).rejects.toThrow(/inflates/);
});

test('a wrong extension is told', async () => {
  const text = await read('contract.pdf', docx(p('Body.')));
  expect([text.format, noteIds(text)]).toEqual(['docx', ['wrong-extension']]);
});

test.each([
  [
    'deep nesting',
    docx(`${'<w:sdt><w:sdtContent>'.repeat(20_000)}${p('Deep.')}${'</w:sdtContent></w:sdt>'.repeat(20_000)}`),
    'a.docx',
  ],
  [
    'deep tables',
    docx(`${'<w:tbl><w:tr><w:tc>'.repeat(2_000)}${p('Deep.')}${'</w:tc></w:tr></w:tbl>'.repeat(2_000)}`),
    'a.docx',
  ],
  ['a very long line', strToU8(`Data ${'x'.repeat(3_000_000)} **end`), 'a.md'],
  ['very many blanks', strToU8(`A ${'_'.repeat(100_000)} ${'[ '.repeat(100_000)} ${'*a '.repeat(100_000)}`), 'a.md'],
  ['very many list marks', strToU8(`${'(a) '.repeat(200_000)}`), 'a.txt'],
  ['deep RTF', strToU8(`{\\rtf1 ${'{'.repeat(100_000)}Deep.${'}'.repeat(100_000)}}`), 'a.rtf'],
  ['deep HTML', strToU8(`<html>${'<div>'.repeat(10_000)}Deep.`), 'a.html'],
])('%s takes no time', async (_, bytes, path) => {
  const start = performance.now();
  await read(path, bytes);
  expect(performance.now() - start).toBeLessThan(8_000);
});
