import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { marked, noteIds, outline, read } from './support.ts';

const names = ['office', 'style', 'text', 'table', 'draw', 'fo', 'dc']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ');
const styles =
  '<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="S"><style:text-properties style:text-line-through-style="solid"/></style:style><style:style style:name="V"><style:text-properties text:display="none"/></style:style><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>';

function odt(body: string): Uint8Array {
  const content = `<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(content),
  });
}

test('headings, lists, spans, notes and asides', async () => {
  const text = await read(
    'a.odt',
    odt(
      '<text:h text:outline-level="1">Terms</text:h><text:list text:style-name="L"><text:list-item><text:p>One<text:s/><text:span text:style-name="B">bold</text:span></text:p><text:list><text:list-item><text:p>in</text:p></text:list-item></text:list></text:list-item></text:list><text:p>See<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> on.</text:p><text:p>Kept<text:span text:style-name="S"> a</text:span><text:span text:style-name="V"> b</text:span><office:annotation><text:p>no</text:p></office:annotation></text:p>',
    ),
  );
  expect(outline(text)).toEqual([
    'heading 1: Terms',
    'item 0: 1. One bold',
    'item 1: (a) in',
    'paragraph: See on.',
    'paragraph (footnote): A note.',
    'paragraph: Kept',
  ]);
  expect([marked(text, 'strong'), noteIds(text)]).toEqual([['bold'], ['struck-text', 'hidden-text', 'comments']]);
});

test('tables with head rows and covered cells', async () => {
  const cell = (words: string, more = '') => `<table:table-cell ${more}><text:p>${words}</text:p></table:table-cell>`;
  const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
  const text = await read(
    'a.odt',
    odt(
      `<table:table><table:table-header-rows>${row(cell('Data'), cell('Term'))}</table:table-header-rows>${row(cell('Names', 'table:number-rows-spanned="2"'), cell('30 days'))}${row('<table:covered-table-cell/>', cell('60 days'))}</table:table>`,
    ),
  );
  expect(outline(text)).toEqual(['row head: Data | Term', 'row: Names | 30 days', 'row: Names | 60 days']);
});

test('tracked changes in both views', async () => {
  const info =
    '<office:change-info><dc:creator>Ann</dc:creator><dc:date>2024-03-01T10:00:00</dc:date></office:change-info>';
  const bytes = odt(
    `<text:tracked-changes><text:changed-region text:id="i"><text:insertion>${info}</text:insertion></text:changed-region><text:changed-region text:id="d"><text:deletion>${info}<text:p>may</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>Provider <text:change text:change-id="d"/><text:change-start text:change-id="i"/>shall not<text:change-end text:change-id="i"/> sell.</text:p>`,
  );
  const text = await read('a.odt', bytes);
  expect(text.value).toBe('Provider shall not sell.');
  expect(text.marks[0]).toMatchObject({ kind: 'inserted', author: 'Ann', date: '2024-03-01' });
  expect(text.notes[0]?.message).toContain('1 insertion and 1 deletion by Ann');
  expect((await read('a.odt', bytes, { revisions: 'original' })).value).toBe('Provider may sell.');
});
