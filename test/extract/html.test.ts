import { expect, test } from 'vitest';
import { marked, noteIds, outline, read } from './support.ts';

const html = (body: string) =>
  read(
    'a.html',
    `<!DOCTYPE html><html><head><title>T</title><style>@charset "utf-8"; @media print{.b{display:none}} .gone{display:none}</style></head><body>${body}</body></html>`,
  );

test('a page is read as its visitor sees it', async () => {
  const text = await html(
    '<nav>Home</nav><script>x()</script><h1>Terms</h1><p>We <b>never</b> sell&nbsp;data &mdash; &sect;&#32;4.</p><ol type="a" start="2"><li>one<ul><li>inner</li></ul></li><li><p>two</p><p>more</p></li></ol><blockquote>Quoted.</blockquote>a<br>b<br><br>c<p class="b">d</p>',
  );
  expect(outline(text)).toEqual([
    'heading 1: Terms',
    'paragraph: We never sell data — § 4.',
    'item 0: b. one',
    'item 1: inner',
    'item 0: c. two',
    'paragraph: more',
    'paragraph (quote): Quoted.',
    'paragraph: a b',
    'paragraph: c',
    'paragraph: d',
  ]);
  expect(marked(text, 'strong')).toEqual(['never']);
});

test('hidden and struck text goes with a note', async () => {
  const text = await html(
    '<p>Kept<span style="display: none"> one</span><span hidden> two</span><span class="gone"> three</span><s> four</s></p>',
  );
  expect([text.value, noteIds(text)]).toEqual(['Kept', ['struck-text', 'hidden-text']]);
});

test('tables with spans, and form values', async () => {
  const text = await html(
    '<table><thead><tr><th>Data</th><th>Term</th></tr></thead><tr><td rowspan="2">Names</td><td>30 days</td></tr><tr><td><input type="checkbox" checked> none</td></tr></table><p>Mail: <input type="email" value="a@b.example"> <select><option>No<option selected>Yes</select></p>',
  );
  expect(outline(text)).toEqual([
    'row head: Data | Term',
    'row: Names | 30 days',
    'row: Names | [x] none',
    'paragraph: Mail: a@b.example Yes',
  ]);
});

test('HTML saved under another name is told by its bytes', async () => {
  const text = await read('contract.pdf', '<html><body><p>Provider shall delete data.</p></body></html>');
  expect([text.format, noteIds(text)]).toEqual(['html', ['wrong-extension']]);
});

test('preformatted text is read as plain text', async () => {
  expect((await html('<pre>1. Term\n\nThis agreement\nends.</pre>')).value).toBe('1. Term\nThis agreement ends.');
});

test('a table in preformatted text has all its cells', async () => {
  const text = await html(
    '<pre>Terms\n\nData       Kept     Why\nName       no       nobody asks\nGrade      a term   for reports\n\nThe end.</pre><p>More.</p>',
  );
  expect(text.value.split('\n')).toEqual([
    'Terms',
    'Data | Kept | Why',
    'Name | no | nobody asks',
    'Grade | a term | for reports',
    'The end.',
    'More.',
  ]);
  expect(text.blocks.filter(({ kind }) => kind === 'row')).toHaveLength(3);
});
