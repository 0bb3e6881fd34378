import { strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { outline, read } from './support.ts';

test('wrapped lines are joined, and words cut at a line end are made whole', async () => {
  const text = await read(
    'a.txt',
    'Provider shall not use Student Data for any edu-\ncational purpose that is not state-of-\nthe-art under section 10-\n234aa of the statutes.\n\nNext paragraph.\n',
  );
  expect(text.value).toBe(
    'Provider shall not use Student Data for any educational purpose that is not state-of-the-art under section 10-234aa of the statutes.\nNext paragraph.',
  );
});

test('clauses, bullets and titles stand apart without blank lines', async () => {
  const text = await read(
    'a.txt',
    [
      'STUDENT DATA AGREEMENT',
      '1. OWNERSHIP',
      '1.1 Student Data belongs to the Board, and the Provider shall not claim any part of it;',
      'the Provider shall not:',
      '(a) sell Student Data to anybody for any purpose whatever, not even in part; or',
      '(b) rent it.',
      '- a bullet of some length that goes on and on until the line is full and then',
      '  ends',
    ].join('\n'),
  );
  expect(outline(text)).toEqual([
    'heading 1: STUDENT DATA AGREEMENT',
    'heading 2: 1. OWNERSHIP',
    'paragraph: 1.1 Student Data belongs to the Board, and the Provider shall not claim any part of it; the Provider shall not:',
    'item 0: (a) sell Student Data to anybody for any purpose whatever, not even in part; or',
    'item 0: (b) rent it.',
    'item 0: a bullet of some length that goes on and on until the line is full and then ends',
  ]);
});

test('form feeds part pages; a page number goes and the sentence runs on', async () => {
  const text = await read('a.txt', 'First page ends in the\n\n2\n\f\nmiddle of a sentence.\n\nThe end.');
  expect(text.value).toBe('First page ends in the middle of a sentence.\nThe end.');
  expect([text.pages, text.blocks.map(({ page }) => page)]).toEqual([2, [1, 2]]);
});

test('lines of a table stay lines', async () => {
  const text = await read(
    'a.txt',
    'Data element      Collected      Kept\nName              yes            30 days\nGrade             no             never\n',
  );
  expect(text.blocks).toHaveLength(3);
});

const words = 'The Board’s data – all of it';
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, 'utf16le'));
const swapped = (bytes: Uint8Array) => Uint8Array.from(Buffer.from(bytes).swap16());

test.each([
  ['UTF-8', strToU8(words)],
  ['UTF-8 with a mark', strToU8(`\ufeff${words}`)],
  ['UTF-16 LE with a mark', utf16(`\ufeff${words}`)],
  ['UTF-16 BE with a mark', swapped(utf16(`\ufeff${words}`))],
  ['UTF-16 LE', utf16(words)],
  ['UTF-16 BE', swapped(utf16(words))],
  ['Windows-1252', Uint8Array.from(Buffer.from(words.replace('’', '\x92').replace('–', '\x96'), 'latin1'))],
])('%s', async (_, bytes) => {
  expect((await read('a.txt', bytes)).value).toBe(words);
});
