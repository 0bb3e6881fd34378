import { expect, test } from 'vitest';
import { marked, noteIds, outline, read } from './support.ts';

const md = (text: string) => read('a.md', text);

test('blocks come without their marks', async () => {
  const text = await md(
    [
      '# Agreement #',
      '',
      'Between **Acme** ("Provider")',
      'and _the Board_.',
      '',
      'Terms',
      '-----',
      '',
      '1. First',
      '2. Second',
      '   - inner',
      '',
      '---',
      '',
      '> Quoted **words**',
      '> go on.',
      '',
      '- [x] ticked',
    ].join('\n'),
  );
  expect(outline(text)).toEqual([
    'heading 1: Agreement',
    'paragraph: Between Acme ("Provider") and the Board.',
    'heading 2: Terms',
    'item 0: 1. First',
    'item 0: 2. Second',
    'item 1: inner',
    'paragraph (quote): Quoted words go on.',
    'item 0: [x] ticked',
  ]);
  expect(marked(text, 'strong')).toEqual(['Acme', 'words']);
});

test('tables: pipes, escaped pipes, grids', async () => {
  const text = await md(
    '| Data | Term |\n|---|:-:|\n| a \\| b | **30** days |\n\n+-----+-----+\n| x   | y    |\n| z   |     |\n+=====+=====+\n| 1   | 2   |\n+-----+-----+\n',
  );
  expect(outline(text)).toEqual(['row head: Data | Term', 'row: a | b | 30 days', 'row head: x z | y', 'row: 1 | 2']);
  expect(text.blocks[1]?.cells.map(({ start, end }) => text.value.slice(start, end))).toEqual(['a | b', '30 days']);
});

test.each([
  [
    'links',
    'See [our *policy*](https://a.b/c_(d) "t") and [terms][1].\n\n[1]: https://x.y',
    'See our policy and terms.',
  ],
  ['addresses', 'Write to <privacy@acme.example>.', 'Write to privacy@acme.example.'],
  ['escapes', '1986\\. A \\*star\\* and \\[x\\]', '1986. A *star* and [x]'],
  ['brackets that are no link', '[Reserved] and [INSERT EMAIL]', '[Reserved] and [INSERT EMAIL]'],
  ['blanks', 'By: ________ and snake_case_name', 'By: ________ and snake_case_name'],
  ['code, entities, tags', '`a*b` &amp; &sect; 4 <span class="x">c</span><br>d', 'a*b & § 4 c d'],
  ['comments', 'Kept <!-- not\n\nkept --> too', 'Kept too'],
  ['a lone star', 'a * b ** c *d', 'a * b ** c *d'],
  ['bold inside words', '**S**tudent', 'Student'],
])('inline: %s', async (_, text, words) => {
  expect((await md(text)).value).toBe(words);
});

test('struck text goes with a note', async () => {
  const text = await md('Provider ~~may~~ shall not sell.');
  expect([text.value, noteIds(text)]).toEqual(['Provider shall not sell.', ['struck-text']]);
});

test('front matter is left out, footnotes follow their block', async () => {
  const text = await md('---\ntitle: X\n---\nOne.[^a]\n\nTwo.\n\n[^a]: A note\n    goes on.\n');
  expect(outline(text)).toEqual(['paragraph: One.', 'paragraph (footnote): A note goes on.', 'paragraph: Two.']);
  expect(noteIds(text)).toEqual(['front-matter']);
});

test('a clause in a paragraph is no list unless the line before has ended', async () => {
  const text = await md('as set out in\n(b) above, Provider shall:\n(a) delete;\n(b) return.');
  expect(text.value).toBe('as set out in (b) above, Provider shall:\n(a) delete;\n(b) return.');
});
