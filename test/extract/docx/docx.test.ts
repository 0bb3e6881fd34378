import { Document, Packer, Paragraph, TextRun } from 'docx';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { docx, marked, noteIds, outline, p, r, read, table } from '../support.ts';

const by = 'w:author="Ann" w:date="2024-03-01T10:00:00Z"';
const ins = (content: string) => `<w:ins w:id="1" ${by}>${content}</w:ins>`;
const del = (text: string) => `<w:del w:id="2" ${by}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

test('words, tabs, breaks and hyphens', async () => {
  const body = `<w:p>${r('END')}<w:r><w:br/><w:t>NEXT</w:t><w:tab/><w:t>10</w:t><w:noBreakHyphen/><w:t>234</w:t></w:r>${r(' edu')}<w:r><w:softHyphen/><w:t>ca\u00adtion ﬁle</w:t></w:r></w:p>`;
  expect((await read('a.docx', docx(body))).value).toBe('END NEXT 10-234 education file');
});

test('tracked changes: the accepted view, with marks and a note', async () => {
  const body = `<w:p>${r('Provider ')}${del('may')}${ins(r('shall not'))}${r(' sell data.')}</w:p>`;
  const text = await read('a.docx', docx(body));
  expect(text.value).toBe('Provider shall not sell data.');
  expect(text.marks).toEqual([
    { kind: 'inserted', start: 9, end: 18, author: 'Ann', date: '2024-03-01', confidence: null },
  ]);
  expect(text.notes[0]).toMatchObject({
    id: 'tracked-changes',
    level: 'warning',
    message: 'The file has tracked changes (1 insertion and 1 deletion by Ann); it was read with the changes accepted.',
  });
});

test('tracked changes: the original view', async () => {
  const body = `<w:p>${r('Provider ')}${del('may')}${ins(r('shall not'))}${r(' sell data.')}</w:p>`;
  const text = await read('a.docx', docx(body), { revisions: 'original' });
  expect(text.value).toBe('Provider may sell data.');
  expect(text.marks).toEqual([
    { kind: 'deleted', start: 9, end: 12, author: 'Ann', date: '2024-03-01', confidence: null },
  ]);
});

test('a deleted paragraph mark joins two paragraphs, a deleted row goes, moved text stands once', async () => {
  const mark = `<w:rPr><w:del w:id="3" ${by}/></w:rPr>`;
  const row = `<w:tbl><w:tr><w:trPr><w:del w:id="4" ${by}/></w:trPr><w:tc>${p('x')}</w:tc><w:tc>${p('y')}</w:tc></w:tr><w:tr><w:tc>${p('a')}</w:tc><w:tc>${p('b')}</w:tc></w:tr></w:tbl>`;
  const moved = `<w:p><w:moveFrom w:id="5" ${by}>${r('Moved.')}</w:moveFrom></w:p><w:p><w:moveTo w:id="6" ${by}>${r('Moved.')}</w:moveTo></w:p>`;
  const body = p('One ', mark) + p('two.') + row + moved;
  expect((await read('a.docx', docx(body))).value).toBe('One two.\na | b\nMoved.');
  expect((await read('a.docx', docx(body), { revisions: 'original' })).value).toBe('One\ntwo.\nx | y\na | b\nMoved.');
});

test('struck, double-struck and hidden text is left out, also by style, and told', async () => {
  const styles =
    '<w:style w:type="character" w:styleId="Gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Sub"><w:name w:val="Sub"/><w:basedOn w:val="Gone"/></w:style>';
  const body = `<w:p>${r('Kept')}${r(' struck', '<w:strike/>')}${r(' twice', '<w:dstrike/>')}${r(' hidden', '<w:rStyle w:val="Sub"/>')}${r(' shown', '<w:rStyle w:val="Sub"/><w:vanish w:val="0"/>')}</w:p>`;
  const text = await read('a.docx', docx(body, { styles }));
  expect(text.value).toBe('Kept shown');
  expect(noteIds(text)).toEqual(['struck-text', 'hidden-text']);
  expect(text.notes[0]?.message).toContain('“struck twice”');
});

test('tables: rows of cells, head rows, merged cells, inner tables', async () => {
  const bold = (text: string) => p(text, '', '<w:b/>');
  const inner = table([p('in 1'), p('in 2')]);
  const merged = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>';
  const goesOn = '<w:tcPr><w:vMerge/></w:tcPr>';
  const body = table(
    [bold('Data'), bold('Term')],
    [merged + p('Records'), p('30 days')],
    [goesOn + p(''), p('60 days') + inner],
  );
  const text = await read('a.docx', docx(body));
  expect(outline(text)).toEqual([
    'row head: Data | Term',
    'row: Records | 30 days',
    'row: Records | 60 days',
    'row: in 1 | in 2',
  ]);
  expect(text.blocks.map((block) => block.table)).toEqual([1, 1, 1, 2]);
  expect(text.blocks[1]?.cells.map(({ start, end }) => text.value.slice(start, end))).toEqual(['Records', '30 days']);
});

test('a table of one column is a box of text', async () => {
  expect(outline(await read('a.docx', docx(table([p('First.') + p('Second.')]))))).toEqual([
    'paragraph: First.',
    'paragraph: Second.',
  ]);
});

test('footnotes and endnotes follow the block that refers to them', async () => {
  const notes = (kind: string, text: string) =>
    `<w:${kind} w:id="0" w:type="separator">${p('---')}</w:${kind}><w:${kind} w:id="2">${p(text)}</w:${kind}>`;
  const body = `<w:p>${r('Data')}<w:r><w:footnoteReference w:id="2"/></w:r>${r(' are kept')}<w:r><w:endnoteReference w:id="2"/></w:r>${r('.')}</w:p>${p('Next.')}`;
  const text = await read(
    'a.docx',
    docx(body, { footnotes: notes('footnote', 'A foot.'), endnotes: notes('endnote', 'An end.') }),
  );
  expect(outline(text)).toEqual([
    'paragraph: Data are kept.',
    'paragraph (footnote): A foot.',
    'paragraph (footnote): An end.',
    'paragraph: Next.',
  ]);
});

test('headers and footers: sentences are kept, running heads are not', async () => {
  const footer = p('The Connecticut addendum governs and prevails over every other term of this agreement.');
  const text = await read('a.docx', docx(p('Body.'), { header: p('Acme Learning – Confidential'), footer }));
  expect(outline(text).map((line) => line.slice(0, 40))).toEqual([
    'paragraph: Body.',
    'paragraph (footer): The Connecticut adde',
  ]);
});

test('a text box stands once, after its paragraph', async () => {
  const box = (tag: string) => `<${tag}><w:txbxContent>${p('In the box.')}</w:txbxContent></${tag}>`;
  const body = `<w:p>${r('Around.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${box('wps:txbx')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('v:textbox')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
  expect(outline(await read('a.docx', docx(body)))).toEqual(['paragraph: Around.', 'paragraph (textbox): In the box.']);
});

test('check boxes, form fields and content controls', async () => {
  const old = (checked: string) =>
    `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/>${checked}</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const control = `<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent>${r('☒')}</w:sdtContent></w:sdt>`;
  const blank = `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click here')}</w:sdtContent></w:sdt>`;
  const list =
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Yes"/><w:listEntry w:val="No"/></w:ddList></w:ffData></w:fldChar></w:r>';
  const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>';
  const body = `<w:p>${old('<w:checked/>')}${r(' a ')}${old('')}${r(' b ')}${control}${r(' c ')}${symbol}${r(' d ')}${blank}${r(' ')}${list}</w:p>`;
  expect((await read('a.docx', docx(body))).value).toBe('[x] a [ ] b [x] c [ ] d [Click here] No');
});

test('fields show their result, not their code', async () => {
  const body = `<w:p>${r('See ')}<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r('Section 4')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${r('.')}</w:p>`;
  expect((await read('a.docx', docx(body))).value).toBe('See Section 4.');
});

test('an included HTML part is read in its place', async () => {
  const body = `${p('Before.')}<w:altChunk r:id="chunk"/>${p('After.')}`;
  const text = await read(
    'a.docx',
    docx(body, { chunk: ['afchunk.html', '<html><body><p>Inside.</p></body></html>'] }),
  );
  expect(text.value).toBe('Before.\nInside.\nAfter.');
});

test('a style separator makes a run-in heading', async () => {
  const styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>';
  const body =
    p('Security.', '<w:pStyle w:val="H"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>') +
    p('Provider shall encrypt data.');
  const text = await read('a.docx', docx(body, { styles }));
  expect(outline(text)).toEqual(['paragraph: Security. Provider shall encrypt data.']);
  expect(marked(text, 'strong')).toEqual(['Security.']);
});

test('pages come from the breaks of the last layout; cells side by side do not add up', async () => {
  const turn = '<w:r><w:lastRenderedPageBreak/></w:r>';
  const cell = `<w:p>${r('a')}${turn}${r('b')}</w:p>`;
  const body = `${p('One.')}<w:p>${turn}${r('Two.')}</w:p>${table([cell, cell])}${p('Three.')}`;
  const text = await read('a.docx', docx(body));
  expect(text.blocks.map(({ page }) => page)).toEqual([1, 2, 2, 3]);
  expect(text.pages).toBe(3);
});

test('comments are noted and not read', async () => {
  const text = await read('a.docx', docx(p('Body.'), { comments: `<w:comment w:id="1">${p('Really?')}</w:comment>` }));
  expect([text.value, noteIds(text)]).toEqual(['Body.', ['comments']]);
});

test('marks follow bold runs, and words equal those of another reader', async () => {
  const paragraphs = ['Term. ', 'This agreement ends in June.'].map(
    (text, index) => new TextRun({ text, bold: index === 0 }),
  );
  const file = await Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph({ children: paragraphs }), new Paragraph('Second.')] }] }),
  );
  const text = await read('a.docx', file);
  expect(marked(text, 'strong').map((words) => words.trim())).toEqual(['Term.']);
  const other = await mammoth.extractRawText({ buffer: file });
  expect(text.value.split(/\s+/)).toEqual(other.value.trim().split(/\s+/));
});

const drawn = (kind: string, width: number, height: number): string =>
  `<w:p><w:r><w:drawing><wp:${kind} xmlns:wp="wp"><wp:extent cx="${width * 914_400}" cy="${height * 914_400}"/><a:blip xmlns:a="a" r:embed="p1"/></wp:${kind.split(' ')[0]}></w:drawing></w:r></w:p>`;
const turn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

test.each([
  { what: 'a page that is a picture is unread', kind: 'inline', size: [6.5, 9], unread: [2] },
  { what: 'a logo is not', kind: 'inline', size: [6.5, 1], unread: [] },
  { what: 'what lies behind the text is not', kind: 'anchor behindDoc="1"', size: [8.5, 11], unread: [] },
] as const)('$what', async ({ kind, size, unread }) => {
  const text = await read(
    'a.docx',
    docx(p('Provider shall teach.') + turn + drawn(kind, size[0], size[1]) + turn + p('The end.')),
  );
  expect(text.pagesWithoutText).toEqual(unread);
  expect(text.notes.map(({ id, message }) => [id, message])).toEqual([
    unread.length === 0
      ? ['pictures', 'The file has 1 picture; text in pictures is not read.']
      : [
          'pages-without-text',
          'Page 2 is a picture, which is not read in this format: save the file as a PDF to have the text recognised.',
        ],
  ]);
});
