import { strToU8, zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { UnreadableError } from '../src/errors.ts';
import { extract } from '../src/extract/index.ts';
import { judge } from '../src/judge/index.ts';
import { quantities } from '../src/language/quantities.ts';
import { stem } from '../src/language/stem.ts';
import { words } from '../src/language/words.ts';
import { type CompiledPack, match } from '../src/match/index.ts';
import { parse } from '../src/parse/index.ts';
import { compileReady, loadReady } from '../src/ready.ts';
import { docx, p } from './extract/support.ts';

// Files made to hurt: none may take long, fall over or read anything but itself.
let compiled: CompiledPack;
beforeAll(async () => {
  compiled = compileReady(await loadReady(new URL('../rules/ct', import.meta.url).pathname));
});

/** Milliseconds from the bytes to the findings, and what was read: the sentence for people where nothing was. */
async function timed(path: string, content: string | Uint8Array): Promise<{ time: number; said: string }> {
  const bytes = typeof content === 'string' ? strToU8(content) : content;
  const start = performance.now();
  const said = await extract({ path, bytes }).then(
    (text) => {
      const contract = parse(text, compiled.pack.lexicon);
      judge(contract, compiled.pack.rules, match(contract, compiled));
      return text.value;
    },
    (error: unknown) => {
      if (error instanceof UnreadableError) return error.message;
      throw error;
    },
  );
  return { time: performance.now() - start, said };
}

const body = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) });
const external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
const laughs = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n + 1} "&a${n};&a${n};">`).join('')}]>`;
const wordXml = (entity: string): string => `<document><body><p><r><t>&${entity};</t></r></p></body></document>`;
const odtXml = (entity: string): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(`${laughs}<office:document-content><text:p>&${entity};</text:p></office:document-content>`),
  });

test.each([
  ['an external entity in DOCX', 'a.docx', body(external + wordXml('a')), /entities/],
  ['a billion laughs in DOCX', 'a.docx', body(laughs + wordXml('a30')), /entities/],
  ['a billion laughs in ODT', 'a.odt', odtXml('a30'), /entities/],
  ['HTML nested 100,000 deep', 'a.html', `<html>${'<div>'.repeat(100_000)}Deep.`, /nests its tags/],
  ['a page tree that loops', 'a.pdf', loopingPages(), /damaged|no text/],
])('%s is refused at once', async (_, path, bytes, message) => {
  const { time, said } = await timed(path, bytes);
  expect(said).toMatch(message);
  expect(time).toBeLessThan(2_000);
});

// Every object has these without saying so; a contract for "a website constructor" may.
const inherited = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__proto__'];
const about = inherited
  .map((word) => `"${word}" means ${word}. The ${word} shall ${word} ${word}'s &${word};.`)
  .join(' ');

test.each([
  ['text', 'a.txt', `1. ${about}\n\n${inherited.map((word) => `${word}: ${word}`).join('\n')}`],
  [
    'Markdown',
    'a.md',
    `# constructor\n\n${about}\n\n| constructor | toString |\n| --- | --- |\n| valueOf | constructor |`,
  ],
  ['HTML', 'a.html', `<html><constructor type="constructor">${about}<ol type="constructor"><li>constructor</ol>`],
  ['RTF', 'a.rtf', `{\\rtf1\\constructor {\\*\\constructor x}${about}\\par}`],
  ['DOCX', 'a.docx', docx(p(about.replaceAll('&', '&amp;')))],
  ['a file by the name', 'a.constructor', about],
])('words that every object inherits are words: %s', async (_, path, content) => {
  expect((await timed(path, content)).said).toContain('The constructor shall constructor');
});

test.each([
  'constructor',
  'toString',
  'valueOf',
  '__proto__',
  'hasownproperty',
])('%s has a stem and is no unit', (word) => {
  expect(typeof stem(word)).toBe('string');
  expect(quantities(words(`30 ${word}`))).toEqual([]);
  expect(quantities(words(`30 ${word} days`))).toEqual([]);
});

test('a ZIP bomb is refused in under a second, whether it owns up to its size or not', async () => {
  const honest = zipSync({ 'word/document.xml': new Uint8Array(200 * 1024 * 1024) });
  const lying = Uint8Array.from(honest);
  const view = new DataView(lying.buffer);
  for (let at = lying.length - 22; at > 0; at--)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100_000_000, true);
  for (const bomb of [honest, lying]) {
    const { time, said } = await timed('a.docx', bomb);
    expect(said).toMatch(/inflates/);
    expect(time).toBeLessThan(1_000);
  }
});

const deep = 100_000;
const clause = 'The Contractor shall delete student data within ten days.';

test.each([
  ['tables nested 3,000 deep', 'a.html', `<html>${'<table><tr><td>'.repeat(3_000)}${clause}`],
  ['lists nested 4,000 deep', 'a.html', `<html>${'<ul><li>'.repeat(4_000)}${clause}`],
  ['quotes nested 100,000 deep', 'a.md', `${'> '.repeat(deep)}${clause}`],
  ['brackets nested 100,000 deep', 'a.txt', `${'('.repeat(deep)}${clause}${')'.repeat(deep)}`],
  ['content controls nested 20,000 deep', 'a.docx', docx(nested('w:sdt', 'w:sdtContent', 20_000))],
  ['groups nested 100,000 deep', 'a.rtf', `{\\rtf1 ${'{'.repeat(deep)}${clause}${'}'.repeat(deep)}}`],
  ['a line of a megabyte', 'a.txt', `${clause} `.repeat(18_000)],
  ['a word of a megabyte', 'a.txt', `${clause} ${'x'.repeat(1_000_000)}`],
  ['a million blanks', 'a.txt', `${clause}${' '.repeat(1_000_000)}${clause}`],
  ['a million blank lines', 'a.md', `${clause}${'\n'.repeat(1_000_000)}${clause}`],
  ['4,000 blanks in a row, many times', 'a.txt', `${clause}${' '.repeat(4_000)}\n`.repeat(200)],
  [
    'absurd section numbers',
    'a.txt',
    `99999999.99999999.1 ${clause}\n\n12345678(z)(zz)(9999) ${clause}\n\n`.repeat(500),
  ],
  ['a section number of 100,000 steps', 'a.txt', `${'1.'.repeat(deep)} ${clause}`],
  ['ten thousand definitions', 'a.md', definitions(10_000)],
  ['ten thousand quotation marks', 'a.txt', `${'"A '.repeat(10_000)} means ${'“B '.repeat(10_000)}`],
  ['a list under a lead of 130,000 words', 'a.txt', `${'the data '.repeat(65_000)}:\n\n${items(1)}`],
  [
    'a style sheet of 300,000 characters that never opens',
    'a.html',
    `<style>${'p>b '.repeat(75_000)}</style><p>${clause}`,
  ],
  ['a style sheet nested 100,000 deep', 'a.html', `<style>${'a{'.repeat(deep)}${'}'.repeat(deep)}</style><p>${clause}`],
  ['a style sheet that never closes', 'a.html', `<style>${'@media x{/*'.repeat(20_000)}</style><p>${clause}`],
  ['four thousand sections that each conflict', 'a.md', conflicting(4_000)],
  ['a list of ten thousand items', 'a.txt', `The Contractor shall not:\n\n${items(10_000)}`],
])('%s takes a few seconds at most', async (_, path, content) => {
  const { time, said } = await timed(path, content);
  expect(said).not.toBe('');
  expect(time).toBeLessThan(8_000);
});

function nested(outer: string, inner: string, depth: number): string {
  return `${`<${outer}><${inner}>`.repeat(depth)}${p(clause)}${`</${inner}></${outer}>`.repeat(depth)}`;
}

function definitions(count: number): string {
  return Array.from(
    { length: count },
    (_, n) => `"Thing ${n}" means each Thing ${n + 1} that is student data.\n\n`,
  ).join('');
}

function conflicting(count: number): string {
  return Array.from(
    { length: count },
    (_, n) => `**${n + 1}. Law.** This Agreement is governed by the laws of the State of Minnesota.\n\n`,
  ).join('');
}

function items(count: number): string {
  return Array.from({ length: count }, (_, n) => `(${n + 1}) sell student data of kind ${n};\n\n`).join('');
}

/** A PDF whose tree of pages holds itself. */
function loopingPages(): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 3/Kids[3 0 R]>>',
    '<</Type/Pages/Count 3/Parent 2 0 R/Kids[2 0 R 3 0 R]>>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  return strToU8(
    `${pdf}xref\n0 4\n0000000000 65535 f \n${table}trailer<</Size 4/Root 1 0 R>>\nstartxref\n${pdf.length}\n%%EOF`,
  );
}
