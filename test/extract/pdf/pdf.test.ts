import { describe, expect, test } from 'vitest';
import { UnreadableError } from '../../../src/errors.ts';
import { plainly } from '../../../src/extract/index.ts';
import { pdf } from '../../../src/extract/pdf/index.ts';
import type { PlainText, ReadOptions } from '../../../src/types.ts';
import { linesAt, type Made, makePdf, updated } from '../make-pdf.ts';

function read(made: Made, rest: Partial<ReadOptions> = {}): Promise<PlainText> {
  return pdf.extract({ path: 'contract.pdf', bytes: makePdf(made) }, { ...plainly, ...rest });
}

function shown({ blocks, value }: PlainText): string[] {
  return blocks.map(({ kind, start, end }) => `${kind}: ${value.slice(start, end)}`);
}

const prose = [
  'Provider shall keep all student data safe and shall not sell',
  'it to any person for any purpose whatever, and shall destroy',
  'it within thirty days.',
];

describe('blocks', () => {
  test('joins lines into paragraphs and keeps headings', async () => {
    const text = await read({
      pages: [
        [
          { x: 72, y: 720, text: 'ARTICLE IV. DUTIES', size: 14, bold: true },
          ...linesAt(72, 690, prose),
          ...linesAt(72, 630, ['4.2 Notice. Provider shall notify the Board of any breach', 'without delay.']),
        ],
      ],
    });
    expect(shown(text)).toEqual([
      'heading: ARTICLE IV. DUTIES',
      `paragraph: ${prose.join(' ')}`,
      'paragraph: 4.2 Notice. Provider shall notify the Board of any breach without delay.',
    ]);
    expect(text.marks.filter(({ kind }) => kind === 'strong')).toHaveLength(1);
    expect(text.pages).toBe(1);
  });

  test('keeps list items apart, with their depth', async () => {
    const items = [
      ...linesAt(72, 700, ['Provider shall not do any of the following things at any time:']),
      ...linesAt(90, 680, ['(a) sell student data;', '(b) advertise by it; or']),
      ...linesAt(108, 652, ['(i) to parents or']),
      ...linesAt(90, 638, ['(c) keep it.']),
    ];
    const { blocks } = await read({ pages: [items] });
    expect(blocks.map(({ kind, level }) => `${kind} ${level}`)).toEqual([
      'paragraph 0',
      'item 0',
      'item 0',
      'item 1',
      'item 0',
    ]);
  });

  test('reads text in the order in which it stands, however the file draws it', async () => {
    const lines = linesAt(72, 700, prose);
    const text = await read({ pages: [[...lines].reverse()] });
    expect(text.value).toBe(prose.join(' '));
  });

  test('reads columns one after the other', async () => {
    const left = [
      'The left column opens here and',
      'goes on for some lines, so that',
      'its text is plainly prose which',
      'ends after the fourth line.',
    ];
    const right = [
      'Then the right column follows',
      'and it too has lines enough to',
      'be told from the cells of any',
      'table that one may think of.',
    ];
    const { value } = await read({ pages: [[...linesAt(72, 700, left), ...linesAt(330, 700, right)]] });
    expect(value.replace(/\n/g, ' ')).toBe([...left, ...right].join(' '));
  });

  test('goes on over the page where the sentence does, past running heads, feet and page numbers', async () => {
    const head = { x: 72, y: 760, text: 'CONFIDENTIAL Student Data Agreement', size: 9 };
    const foot = (page: number) => ({ x: 290, y: 30, text: `Page ${page} of 2`, size: 9 });
    const pages = [
      [head, ...linesAt(72, 120, prose.slice(0, 2)), foot(1)],
      [head, ...linesAt(72, 700, prose.slice(2)), foot(2)],
    ];
    expect((await read({ pages })).value).toBe(prose.join(' '));
  });

  test('leaves out line numbers', async () => {
    const lines = Array.from(
      { length: 8 },
      (_, index) => `line of the pleading that says the thing numbered ${'abcdefgh'[index]}`,
    );
    const numbers = linesAt(
      50,
      700,
      lines.map((_, index) => String(index + 1)),
    );
    const { value } = await read({ pages: [[...numbers, ...linesAt(72, 700, lines)]] });
    expect(value.replace(/\n/g, ' ')).toBe(lines.join(' '));
  });

  test('reads turned pages', async () => {
    const lines = prose.map((text, index) => `BT /F1 11 Tf 0 1 -1 0 ${100 + index * 14} 72 Tm (${text}) Tj ET`);
    expect((await read({ pages: [lines], rotate: 90 })).value).toBe(prose.join(' '));
  });
});

describe('tables', () => {
  const ruled = (y: number): string => `0.5 w 72 ${y} m 540 ${y} l S`;

  test('keeps the cells of a row together over wrapped lines', async () => {
    const page = [
      ...[715, 690, 645, 615].map(ruled),
      ...linesAt(78, 700, ['What'], { bold: true }),
      ...linesAt(300, 700, ['Who'], { bold: true }),
      ...linesAt(78, 675, ['Deletion of student data on', 'request of the Board']),
      ...linesAt(300, 675, ['Provider, within', 'ten days']),
      ...linesAt(78, 630, ['Notice of breach']),
      ...linesAt(300, 630, ['Provider']),
    ];
    const text = await read({ pages: [page] });
    expect(shown(text)).toEqual([
      'row: What | Who',
      'row: Deletion of student data on request of the Board | Provider, within ten days',
      'row: Notice of breach | Provider',
    ]);
    expect(text.blocks.map(({ head, table }) => [head, table])).toEqual([
      [true, 1],
      [false, 1],
      [false, 1],
    ]);
    expect(text.blocks[2]?.cells.map(({ start, end }) => text.value.slice(start, end))).toEqual([
      'Notice of breach',
      'Provider',
    ]);
  });

  test('sets a title apart from the head row below it, and keeps wrapped rows whole among rows of one line', async () => {
    const row = (y: number, left: string, right: string) => [
      ...(left === '' ? [] : [{ x: 72, y, text: left }]),
      { x: 300, y, text: right },
    ];
    const text = await read({
      pages: [
        [
          { x: 72, y: 700, text: 'Annex 1. Terms' },
          ...row(684, 'Term', 'Meaning'),
          ...row(666, 'Business day', 'A day that is no holiday'),
          ...row(648, 'Notice Period', 'Forty-five business days, counted'),
          ...row(634, '', 'from the discovery'),
          ...row(616, 'Study', 'The work in Article 2'),
        ],
      ],
    });
    expect(shown(text)).toEqual([
      expect.stringMatching(/^(?:heading|paragraph): Annex 1. Terms$/),
      'row: Term | Meaning',
      'row: Business day | A day that is no holiday',
      'row: Notice Period | Forty-five business days, counted from the discovery',
      'row: Study | The work in Article 2',
    ]);
  });
});

describe('words', () => {
  test.each([
    [['the obli-', 'gation of a party is an obligation'], 'the obligation of a party is an obligation'],
    [['under section 10-', '234aa of the statutes'], 'under section 10-234aa of the statutes'],
    [['a non-', 'exclusive licence to use it'], 'a non-exclusive licence to use it'],
  ])('joins %j', async (lines, joined) => {
    const { value } = await read({ pages: [linesAt(72, 700, lines)] });
    expect(value.replace(/\n/g, ' ')).toBe(joined);
  });

  test('takes text drawn twice over itself once', async () => {
    const line = { x: 72, y: 700, text: 'Provider owns nothing.' };
    expect((await read({ pages: [[line, { ...line, x: 72.4 }]] })).value).toBe('Provider owns nothing.');
  });
});

describe('what is no part of the text', () => {
  test('leaves out struck-out text and says so', async () => {
    const text = await read({
      pages: [
        [...linesAt(72, 700, ['Provider may sell data.', 'Provider keeps data safe.']), '1 w 70 703.5 m 200 703.5 l S'],
      ],
    });
    expect(text.value).toBe('Provider keeps data safe.');
    expect(text.notes.map(({ id, message }) => `${id} ${message}`).join()).toMatch(
      /struck-text .*Provider may sell data/,
    );
  });

  test('leaves out text that cannot be seen', async () => {
    const text = await read({
      pages: [['1 g', ...linesAt(72, 700, ['Provider owns nothing.']), '0 g', ...linesAt(72, 650, ['Seen.'])]],
    });
    expect(text.value).toBe('Seen.');
    expect(text.notes[0]?.id).toBe('hidden-text');
  });

  test('notes comments', async () => {
    const annotations = ['/Subtype /Text /Rect [10 10 30 30] /Contents (Is this agreed?)'];
    const text = await read({ pages: [linesAt(72, 700, prose)], annotations });
    expect(text.value).not.toMatch(/agreed/);
    expect(text.notes[0]).toMatchObject({ id: 'comments', message: expect.stringMatching(/Is this agreed\?/) });
  });
});

describe('forms', () => {
  test('gives the values of fields and ticked boxes where they stand', async () => {
    const annotations = [
      '/Subtype /Widget /FT /Tx /T (mail) /V (privacy@provider.example) /Rect [200 695 400 712]',
      '/Subtype /Widget /FT /Btn /T (sell) /V /Yes /AS /Yes /AP << /N << /Yes 3 0 R >> >> /Rect [72 668 84 680]',
      '/Subtype /Widget /FT /Btn /T (keep) /V /Off /AS /Off /AP << /N << /Yes 3 0 R >> >> /Rect [72 648 84 660]',
    ];
    const page = [
      ...linesAt(72, 700, ['Deletion requests go to:']),
      ...linesAt(92, 670, ['Data is sold.']),
      ...linesAt(92, 650, ['Data is kept.']),
    ];
    const { value } = await read({ pages: [page], annotations, form: true });
    expect(value).toMatch(/Deletion requests go to:.*privacy@provider\.example/);
    expect(value).toMatch(/\[x\] Data is sold\./);
    expect(value).toMatch(/\[ \] Data is kept\./);
  });
});

describe('files that cannot be read', () => {
  const fails = (bytes: Uint8Array) => pdf.extract({ path: 'contract.pdf', bytes }, plainly);

  test.each([
    ['cut off', makePdf({ pages: [linesAt(72, 700, prose)] }).subarray(0, 60)],
    ['no PDF inside', new Uint8Array(Buffer.from('%PDF-1.4\nhello'))],
    [
      'a page tree that loops',
      new Uint8Array(
        Buffer.from(
          Buffer.from(makePdf({ pages: [[]] }))
            .toString('latin1')
            .replace('/Kids [5 0 R]', '/Kids [2 0 R]'),
          'latin1',
        ),
      ),
    ],
    ['no text', makePdf({ pages: [[]] })],
  ])('%s: one plain sentence', async (_, bytes) => {
    const error = await fails(bytes).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UnreadableError);
    expect(String(error)).toMatch(/^UnreadableError: The PDF [^\n]+\.$/);
  });

  test('names the pages that are pictures and what would read them', async () => {
    const picture = 'q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q';
    const text = await read({ pages: [linesAt(72, 700, prose), [picture]] });
    expect(text.pagesWithoutText).toEqual([2]);
    expect(text.notes.at(-1)).toMatchObject({
      id: 'pages-without-text',
      message: expect.stringMatching(/page 2; .*--ocr off/),
    });
  });

  test.each(['off', 'auto', 'force'] as const)('a damaged page counts as one without text (OCR %s)', async (ocr) => {
    const whole = makePdf({ pages: [linesAt(72, 700, prose), linesAt(72, 600, ['Signed.'])] });
    const bytes = updated(whole, 7, () => 'null');
    const text = await pdf.extract({ path: 'contract.pdf', bytes }, { ...plainly, ocr });
    expect(text.pagesWithoutText).toEqual([2]);
    expect(text.notes.map(({ id, message }) => `${id}: ${message}`)).toContain(
      'page-damaged: Damaged and not read: page 2.',
    );
  });

  test('a file of which every page is damaged is refused as damaged', async () => {
    const bytes = updated(makePdf({ pages: [linesAt(72, 700, prose)] }), 5, () => 'null');
    await expect(fails(bytes)).rejects.toThrow(/damaged/);
  });

  test('stops when told to', async () => {
    await expect(read({ pages: [linesAt(72, 700, prose)] }, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});

describe('files that people keep', () => {
  const pages = [linesAt(72, 700, prose)];
  const whole = prose.join(' ');

  test('opens with the password of its user, or with none where only its owner has one', async () => {
    const open = { pages, lock: { user: '', owner: 'secret' } };
    const locked = { pages, lock: { user: 'letmein', owner: 'secret' } };
    expect((await read(open)).value).toBe(whole);
    expect((await read(locked, { passwords: ['wrong', 'letmein'] })).value).toBe(whole);
    await expect(read(locked)).rejects.toThrow(/locked with a password; give it with --password/);
    await expect(read(locked, { passwords: ['wrong'] })).rejects.toThrow(/none of the passwords/);
  });

  test('names what is attached', async () => {
    const { value, notes } = await read({ pages, attached: 'rider.pdf' });
    expect(value).toBe(whole);
    expect(notes.map(({ message }) => message)).toEqual(['Files attached to the PDF were not read: rider.pdf.']);
  });

  test('reads what an update at the end of the file has made of it', async () => {
    const bytes = updated(makePdf({ pages }), 6, (body) => body.replace('thirty days', 'twenty days'));
    const { value } = await pdf.extract({ path: 'contract.pdf', bytes }, plainly);
    expect(value).toBe(whole.replace('thirty', 'twenty'));
  });

  test('does not use text whose letters are shifted', async () => {
    const shift = (text: string): string =>
      text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 3));
    const lines = [...prose, ...prose, ...prose].map(shift);
    const text = await read({ pages: [linesAt(72, 700, prose), linesAt(72, 700, lines)] });
    expect(text.value).toBe(whole);
    expect(text.pagesWithoutText).toEqual([2]);
    expect(text.notes.map(({ id }) => id)).toEqual(['garbled-text', 'pages-without-text']);
  });
});
