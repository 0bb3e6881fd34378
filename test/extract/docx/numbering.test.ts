import { expect, test } from 'vitest';
import { formatNumber } from '../../../src/extract/number-formats.ts';
import { docx, outline, p, read } from '../support.ts';

function level(ilvl: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${ilvl}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

function list(levels: string, nums = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'): string {
  return `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${nums}`;
}

const n = (ilvl: number, numId = 1) => `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`;

async function lines(body: string, numbering: string, styles?: string): Promise<string[]> {
  return outline(await read('a.docx', docx(body, { numbering, ...(styles === undefined ? {} : { styles }) })));
}

test('multi-level numbers are printed as Word shows them', async () => {
  const numbering = list(
    level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2') + level(2, 'lowerLetter', '%1.%2(%3)'),
  );
  const body = [
    p('One', n(0)),
    p('Two', n(0)),
    p('Sub', n(1)),
    p('Deep', n(2)),
    p('Deeper', n(2)),
    p('Sub', n(1)),
    p('Deep', n(2)),
  ];
  expect(await lines(body.join(''), numbering)).toEqual([
    'item 0: 1. One',
    'item 0: 2. Two',
    'item 1: 2.1 Sub',
    'item 2: 2.1(a) Deep',
    'item 2: 2.1(b) Deeper',
    'item 1: 2.2 Sub',
    'item 2: 2.2(a) Deep',
  ]);
});

test('legal numbering shows outer Roman numbers as digits', async () => {
  const numbering = list(level(0, 'upperRoman', 'ARTICLE %1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'));
  expect(await lines(p('TERM', n(0)) + p('Start', n(1)), numbering)).toEqual([
    'item 0: ARTICLE I TERM',
    'item 1: 1.1 Start',
  ]);
});

test('a list goes on after another that shares its kind, and restarts where it says so', async () => {
  const nums =
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>' +
    '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>';
  const numbering = list(level(0, 'decimal', '%1.'), nums);
  const body = p('a', n(0)) + p('b', n(0, 2)) + p('c', n(0, 3)) + p('d', n(0, 3));
  expect(await lines(body, numbering)).toEqual(['item 0: 1. a', 'item 0: 2. b', 'item 0: 7. c', 'item 0: 8. d']);
});

test('a level that never restarts goes on under the next outer number', async () => {
  const numbering = list(level(0, 'decimal', '%1.') + level(1, 'decimal', '§ %2', '<w:lvlRestart w:val="0"/>'));
  const body = p('a', n(0)) + p('b', n(1)) + p('c', n(0)) + p('d', n(1));
  expect(await lines(body, numbering)).toEqual(['item 0: 1. a', 'item 1: § 1 b', 'item 0: 2. c', 'item 1: § 2 d']);
});

test('styles bear numbers, and a heading keeps its own', async () => {
  const numbering = list(
    level(0, 'decimal', '%1.', '<w:pStyle w:val="H1"/>') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="H2"/>'),
  );
  const styles =
    '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const clause = 'Provider shall delete Student Data within thirty days of a written request by the Board.';
  const body = p('Deletion', '<w:pStyle w:val="H1"/>') + p(clause, '<w:pStyle w:val="H2"/>');
  expect(await lines(body, numbering, styles)).toEqual(['heading 1: 1. Deletion', `item 1: 1.1 ${clause}`]);
});

test('bullets, hidden numbers and a number of zero print nothing', async () => {
  const numbering = list(level(0, 'bullet', '·') + level(1, 'decimal', '%2.', '<w:rPr><w:vanish/></w:rPr>'));
  const body = p('a', n(0)) + p('b', n(1)) + p('c', n(0, 0));
  expect(await lines(body, numbering)).toEqual(['item 0: a', 'item 1: b', 'paragraph: c']);
});

test('a suffix of nothing puts the words right behind the number', async () => {
  const numbering = list(level(0, 'decimal', '%1)', '<w:suff w:val="nothing"/>'));
  expect(await lines(p(' a', n(0)), numbering)).toEqual(['item 0: 1) a']);
});

test.each([
  ['upperRoman', 49, 'XLIX'],
  ['lowerRoman', 4, 'iv'],
  ['upperLetter', 28, 'BB'],
  ['lowerLetter', 3, 'c'],
  ['decimalZero', 7, '07'],
  ['ordinal', 12, '12th'],
  ['ordinal', 22, '22nd'],
  ['cardinalText', 21, 'Twenty-one'],
  ['ordinalText', 20, 'Twentieth'],
  ['ordinalText', 3, 'Third'],
  ['numberInDash', 5, '- 5 -'],
  ['chicago', 6, '††'],
  ['upperRoman', 99_999_999, '99999999'],
  ['lowerLetter', 99_999_999, '99999999'],
])('%s %d', (format, value, printed) => {
  expect(formatNumber(value, format)).toBe(printed);
});
