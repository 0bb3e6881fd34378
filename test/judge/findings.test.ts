import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { judge } from '../../src/judge/index.ts';
import type { Contract, Element, Mark, Match, Matched, Rule, Span } from '../../src/types.ts';
import { sampleRule } from './samples.ts';

const sentences = [
  'The District owns Student Data.',
  'Provider controls Student Data.',
  'Provider acts at the direction of the District.',
];

const element = (name: string): Element => ({
  name,
  title: name,
  exact: false,
  express: [],
  ways: [],
  partly: [],
  needs: [],
  expects: [],
  unless: [],
});

const ownership = sampleRule('ownership', {
  elements: [element('property'), element('control')],
  conflicts: [
    {
      name: 'takes',
      why: 'The contractor takes it.',
      everyday: false,
      counted: false,
      takes: [],
      apart: false,
      ways: [],
      needs: [],
      frame: [],
      unless: [],
    },
  ],
  notes: [{ id: 'odd', level: 'info', message: 'Odd wording.', ways: [], unless: [] }],
});

/** A contract of one sentence a block and a section, two of them in the main terms and the last in an exhibit. */
function contractOf(lines: readonly string[], marks: readonly Mark[] = []): Contract {
  const value = lines.join('\n');
  const spans = lines.map((line, index): Span => {
    const start = lines.slice(0, index).reduce((length, each) => length + each.length + 1, 0);
    return { start, end: start + line.length };
  });
  return {
    text: {
      path: 'contract.txt',
      format: 'text',
      value,
      blocks: spans.map((span, index) => ({
        ...span,
        kind: 'paragraph',
        level: 0,
        page: index + 1,
        container: 'body',
        table: 0,
        head: false,
        cells: [],
        origin: 'text',
      })),
      marks,
      pages: lines.length,
      pagesWithoutText: [],
      notes: [],
    },
    sections: spans.map((span, index) => ({
      ...span,
      label: `${index + 1}`,
      title: '',
      level: 1,
      parent: null,
      part: index === spans.length - 1 ? 'Exhibit A' : '',
    })),
    statements: spans.map((span, index) => ({
      ...span,
      block: index,
      section: index,
      zone: 'operative',
      lead: [],
      tail: null,
      headings: [],
      asked: null,
    })),
    parties: [],
    terms: [],
    dataNames: [],
    precedence: [],
    changes: [],
    unread: [],
    boxes: [],
    dates: [],
    boardState: null,
  };
}

const contract = contractOf(sentences);

function fits(part: Match['part'], name: string, statement: number, whole = true): Match {
  return { rule: ownership.id, part, name, statement, whole, spans: [] };
}

function judged(matches: readonly Match[], rule: Rule = ownership, others: Partial<Matched> = {}, on = contract) {
  const [finding] = judge(on, [rule], { matches, nearest: [], ...others });
  if (finding === undefined) throw new Error('one rule, no finding');
  return finding;
}

describe('required', () => {
  test.each<[string, Match[], string]>([
    ['every element wholly', [fits('element', 'property', 0), fits('element', 'control', 2)], 'present'],
    ['one statement for both', [fits('element', 'property', 0), fits('element', 'control', 0)], 'present'],
    ['one element alone', [fits('element', 'property', 0)], 'incomplete'],
    ['one partly', [fits('element', 'property', 0), fits('element', 'control', 2, false)], 'incomplete'],
    ['only one, and partly', [fits('element', 'control', 2, false)], 'incomplete'],
    ['nothing', [], 'missing'],
    ['only notes', [fits('note', 'odd', 0)], 'missing'],
  ])('%s', (_, matches, required) => {
    expect(judged(matches).required).toBe(required);
  });

  test('a whole supply elsewhere makes up for a partial one', () => {
    const { elements } = judged([fits('element', 'control', 0, false), fits('element', 'control', 2)]);
    expect(elements).toEqual({ property: 'missing', control: 'present' });
  });

  test('a term that conflicts supplies nothing', () => {
    const { required, conflicts, evidence } = judged([
      fits('element', 'property', 1),
      fits('element', 'control', 2),
      fits('conflict', 'takes', 1),
    ]);
    expect(required).toBe('incomplete');
    expect(conflicts.map(({ quote, why }) => [quote, why])).toEqual([[sentences[1], 'The contractor takes it.']]);
    expect(evidence.map(({ quote }) => quote)).toEqual([sentences[2]]);
  });

  test('two limits of time are none: a standing conflict takes an element away, an overridden one does not', () => {
    const strict = { ...ownership, conflicts: ownership.conflicts.map((one) => ({ ...one, takes: ['property'] })) };
    const matches = [fits('element', 'property', 0), fits('element', 'control', 0), fits('conflict', 'takes', 1)];
    expect(judged(matches, strict).elements).toEqual({ property: 'missing', control: 'present' });
    const ranked = { ...contract, precedence: [{ parts: ['Rider'], start: 0, end: 5 }] };
    expect(judged(matches, strict, {}, ranked).elements).toEqual({ property: 'present', control: 'present' });
  });

  test.each([
    [false, 'incomplete'],
    [true, 'present'],
  ])('what a conflict in the same paragraph takes back, if it is not apart (%s), is %s', (apart, expected) => {
    const oneParagraph: Contract = {
      ...contract,
      statements: contract.statements.map((statement) => ({ ...statement, block: 0 })),
    };
    const { required, elements } = judged(
      [fits('element', 'property', 0), fits('element', 'control', 0), fits('conflict', 'takes', 1)],
      { ...ownership, conflicts: ownership.conflicts.map((one) => ({ ...one, apart })) },
      {},
      oneParagraph,
    );
    expect([required, elements['property']]).toEqual([expected, expected]);
  });

  test('it may be present and conflict elsewhere: two axes', () => {
    const { required, conflicts } = judged([
      fits('element', 'property', 0),
      fits('element', 'control', 2),
      fits('conflict', 'takes', 1),
    ]);
    expect([required, conflicts.length]).toEqual(['present', 1]);
  });

  test('matches of other rules do not count', () => {
    expect(judged([{ ...fits('element', 'property', 0), rule: 'xx/other' }]).required).toBe('missing');
  });

  test.each(['forbidden', 'advice'] as const)('kind %s asks for nothing', (kind) => {
    expect(judged([], { ...ownership, kind }).required).toBe('not-required');
  });

  test('more matches that conflict with nothing never make a finding worse', () => {
    const rank = { missing: 0, incomplete: 1, present: 2, 'not-required': 3 };
    const anyMatch = fc
      .tuple(fc.constantFrom('property', 'control'), fc.nat(2), fc.boolean())
      .map(([name, statement, whole]) => fits('element', name, statement, whole));
    fc.assert(
      fc.property(fc.array(anyMatch), anyMatch, (matches, more) => {
        expect(rank[judged([...matches, more]).required]).toBeGreaterThanOrEqual(rank[judged(matches).required]);
      }),
    );
  });
});

describe('evidence', () => {
  test('has the sentence, its page and its section, in the order of the text', () => {
    const { evidence } = judged([fits('element', 'control', 2), fits('element', 'property', 0)]);
    expect(evidence).toEqual([
      { start: 0, end: 31, quote: sentences[0], page: 1, section: '1', caution: '' },
      { start: 64, end: 111, quote: sentences[2], page: 3, section: '3', caution: '' },
    ]);
  });

  test('is told once for a statement that supplies two elements', () => {
    expect(judged([fits('element', 'property', 0), fits('element', 'control', 0)]).evidence).toHaveLength(1);
  });

  test('takes the label of the nearest section that has one', () => {
    const nested = contractOf(sentences);
    const inner = { start: 0, end: 31, label: '', title: 'Data', level: 2, parent: 0, part: '' };
    const { evidence } = judged(
      [fits('element', 'property', 0)],
      ownership,
      {},
      {
        ...nested,
        sections: [...nested.sections, inner],
      },
    );
    expect(evidence[0]?.section).toBe('1');
  });

  test('is cut at word ends, and not before the words that decide', () => {
    const sentence = `${'whereas '.repeat(80)}Provider owns it ${'and so forth '.repeat(40)}.`;
    const long = contractOf([sentence]);
    const at = sentence.indexOf('Provider');
    const plain = judged([fits('element', 'property', 0)], ownership, {}, long).evidence[0]?.quote ?? '';
    expect(plain).toMatch(/^whereas .*whereas …$/);
    expect(plain.length).toBeLessThanOrEqual(402);
    const match = { ...fits('element', 'property', 0), spans: [{ start: at, end: at + 8 }] };
    expect(judged([match], ownership, {}, long).evidence[0]?.quote).toMatch(
      /^… whereas .*Provider owns it and so .* …$/,
    );
  });

  test.each<[string, Partial<Mark>, string]>([
    [
      'who and when',
      { kind: 'inserted', author: 'A. Counsel', date: '2024-02-01' },
      'inside a tracked insertion (A. Counsel, 2024-02-01)',
    ],
    ['nobody', { kind: 'inserted' }, 'inside a tracked insertion'],
    ['OCR', { kind: 'ocr', confidence: 71.6 }, 'recognised from a picture (72 % sure)'],
    ['bold type', { kind: 'strong' }, ''],
    ['a mark elsewhere', { kind: 'inserted', start: 40, end: 50 }, ''],
  ])('cautions: %s', (_, mark, caution) => {
    const marked = contractOf(sentences, [
      { start: 4, end: 9, kind: 'strong', author: null, date: null, confidence: null, ...mark },
    ]);
    expect(judged([fits('element', 'property', 0)], ownership, {}, marked).evidence[0]?.caution).toBe(caution);
  });
});

describe('a clause on precedence', () => {
  const clause = { start: 64, end: 111, parts: ['Exhibit A'] };

  test('overrides a conflict outside the part that prevails, which stays a conflict', () => {
    const { conflicts } = judged([fits('conflict', 'takes', 1)], ownership, {}, { ...contract, precedence: [clause] });
    expect(conflicts[0]?.overriddenBy?.quote).toBe(sentences[2]);
  });

  test('does not override what stands in that part', () => {
    const { conflicts } = judged([fits('conflict', 'takes', 2)], ownership, {}, { ...contract, precedence: [clause] });
    expect(conflicts[0]?.overriddenBy).toBeNull();
  });
});

describe('beside the two axes', () => {
  test('the nearest passages tell only what is still lacking', () => {
    const nearest = [
      { rule: ownership.id, lacks: ['property', 'control'], statement: 1, start: 32, end: 63 },
      { rule: ownership.id, lacks: ['property'], statement: 2, start: 64, end: 111 },
      { rule: 'xx/other', lacks: ['control'], statement: 2, start: 64, end: 111 },
    ];
    const finding = judged([fits('element', 'property', 0)], ownership, { nearest });
    expect(finding.nearest.map(({ quote, lacks }) => [quote, lacks])).toEqual([[sentences[1], ['control']]]);
  });

  test('a note that several statements fit is told once, with all of them', () => {
    const { notes } = judged([fits('note', 'odd', 2), fits('note', 'odd', 0)]);
    expect(notes).toMatchObject([{ id: 'odd', rule: 'xx/ownership', level: 'info', message: 'Odd wording.' }]);
    expect(notes[0]?.evidence.map(({ start }) => start)).toEqual([0, 64]);
  });

  test.each<[string, Match[], string[]]>([
    ['followed', [fits('element', 'property', 0), fits('element', 'control', 2)], []],
    ['followed in part', [fits('element', 'property', 0)], ['warning']],
    ['passed over', [], ['info']],
  ])('advice that is %s', (_, matches, levels) => {
    const { notes } = judged(matches, { ...ownership, kind: 'advice' });
    expect(notes.map(({ level }) => level)).toEqual(levels);
  });
});
