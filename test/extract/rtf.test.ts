import { expect, test } from 'vitest';
import { marked, noteIds, outline, read } from './support.ts';

const head =
  '{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}{\\f2\\fcharset2 Wingdings;}}{\\stylesheet{\\s1 heading 1;}}{\\*\\revtbl{Unknown;}{Ann;}}{\\info{\\title No}}';
const rtf = (body: string, rest = {}) => read('a.rtf', `{\\rtf1\\ansi\\ansicpg1252${head}${body}}`, rest);

test('characters: code pages, Unicode with its fallback, signs', async () => {
  const text = await rtf(
    "Caf\\'e9\\'92s \\u8220?x\\u8221? {\\uc2 \\u1044\\'c4\\'c4} {\\f1\\'c4} 10\\_234\\~a\\emdash b \\{c\\} {\\f2\\'a8}",
  );
  expect(text.value).toBe('Café’s “x” Д Д 10-234 a—b {c} [ ]');
});

test('headings, printed list numbers, bullets, bold', async () => {
  const text = await rtf(
    '\\pard\\s1 Terms\\par\\pard{\\listtext 1.\\tab}\\ilvl0 One\\par{\\pntext\\bullet\\tab}Two {\\b bold}\\par\\pard Three\\par',
  );
  expect(outline(text)).toEqual(['heading 1: Terms', 'item 0: 1. One', 'item 0: Two bold', 'paragraph: Three']);
  expect(marked(text, 'strong')).toEqual(['bold']);
});

test('struck and hidden text, pictures and comments', async () => {
  const text = await rtf('Kept{\\strike  one}{\\v  two}{\\pict 0123}{\\*\\annotation no} here\\par');
  expect([text.value, noteIds(text)]).toEqual(['Kept here', ['struck-text', 'hidden-text', 'comments', 'pictures']]);
});

test('tracked changes in both views', async () => {
  const body = 'Provider {\\deleted\\revauthdel1 may}{\\revised\\revauth1 shall not} sell.\\par';
  const text = await rtf(body);
  expect([text.value, text.marks[0]?.author]).toEqual(['Provider shall not sell.', 'Ann']);
  expect((await rtf(body, { revisions: 'original' })).value).toBe('Provider may sell.');
});

test('tables, footnotes, fields, headers', async () => {
  const text = await rtf(
    '{\\header Running head\\par}\\trowd\\trhdr\\cellx1\\cellx2\\pard\\intbl Data\\cell Term\\cell\\row\\trowd\\cellx1\\cellx2\\intbl Names\\cell 30 days\\cell\\row\\pard See{\\footnote A note.} {\\field{\\*\\fldinst REF x}{\\fldrslt Section 4}}.\\par',
  );
  expect(outline(text)).toEqual([
    'row head: Data | Term',
    'row: Names | 30 days',
    'paragraph: See Section 4.',
    'paragraph (footnote): A note.',
  ]);
});
