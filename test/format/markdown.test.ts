import { expect, test } from 'vitest';
import { markdown } from '../../src/format/markdown.ts';
import type { Checked, Note } from '../../src/types.ts';
import { lacking, report, unreadable, valid, waived } from './reports.ts';

test('one contract has its verdict for a title; of many, the worst comes first', () => {
  expect(read(lacking)).toMatch(/^## ✗ contracts\/brook\.docx: void unless amended/);
  const table = read(valid, lacking, unreadable)
    .split('\n')
    .filter((line) => line.startsWith('| contracts/'));
  expect(table.map((line) => line.split(' | ')[1])).toEqual([
    '? undetermined',
    '✗ void unless amended, notice is due',
    '✓ valid',
  ]);
});

test.each([
  ['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
  ['a | b', 'a \\| b'],
  ['**bold** _and_ `code`', '\\*\\*bold\\*\\* \\_and\\_ \\`code\\`'],
  ['[link](http://x.example)', '\\[link\\](http:<!-- -->//x.example)'],
  ['ask @everyone, see #12 and www.x.example', 'ask @<!-- -->everyone, see #<!-- -->12 and www<!-- -->.x.example'],
  ['# heading', '\\# heading'],
  ['1. item', '1\\. item'],
  ['&lt;b&gt;', '\\&lt;b\\&gt;'],
  ['two\nlines', 'two lines'],
])('%j of a contract is words', (reason, shown) => {
  const text = read({ ...valid, verdict: { ...valid.verdict, reasons: [reason] } });
  expect(text.split('\n')).toContain(`- ${shown}`);
});

test('what somebody accepted is marked so wherever it is told', () => {
  const note = {
    id: 'own-limit',
    rule: 'xx/sale',
    level: 'error',
    message: 'It takes 30 days.',
    evidence: [],
  } as const;
  const [accepted] = waived.findings.flatMap((finding) => finding.accepted ?? []);
  const told = (own: Note) => read({ ...waived, notes: [own] }).split('\n');
  expect(told(note)).toContain('> ⚠ It takes 30 days.');
  const lines = told({ ...note, ...(accepted && { accepted }) });
  expect(lines).toContain('> It takes 30 days. Accepted by D. Ellison until 2026-06-30: In the addendum.');
  expect(lines.filter((line) => line.startsWith('**')).map((line) => line.replace(/:.*/, ''))).toEqual([
    '**Forbidden conduct',
    '**Missing, accepted',
    '**Incomplete, accepted',
    '**Void term, accepted',
  ]);
  expect(lines.join('\n')).toContain('| ✗ missing, accepted | ! 1, 1 accepted |');
});

test('a comment has room for it, however many contracts there are', () => {
  const many = Array.from({ length: 400 }, (_, index) => ({ ...lacking, path: `contracts/${index}.docx` }));
  const text = read(...many);
  expect(text.length).toBeLessThanOrEqual(65_000);
  expect(text).toMatch(/The details of \d+ more would not fit here/);
  expect(text).toContain('200 more contracts are not in this table.');
});

test('a table of long rows leaves room for the rest, too, and says how many it leaves out', () => {
  const long = {
    ...lacking.verdict,
    state: 'unreadable',
    outcome: 'undetermined',
    reasons: ['@'.repeat(400)],
  } as const;
  const many = Array.from({ length: 150 }, (_, index) => ({
    ...lacking,
    path: `${'@'.repeat(90)}/${index}`,
    verdict: long,
  }));
  const text = read(...many);
  expect(text.length).toBeLessThanOrEqual(65_000);
  const rows = text.split('\n').filter((line) => line.startsWith('| @')).length;
  expect(rows).toBeGreaterThan(10);
  expect(text).toContain(`${150 - rows} more contracts are not in this table.`);
});

test('details that find no room take none from those that do, and the gravest come first', () => {
  const reasons = Array.from({ length: 900 }, (_, index) => `Reason ${index}: ${'word '.repeat(20)}`);
  const long = { ...valid, path: 'long.docx', verdict: { ...valid.verdict, reasons } };
  const text = read(valid, long, lacking);
  expect(text.length).toBeLessThanOrEqual(65_000);
  expect(text.split('\n').filter((line) => line.startsWith('### '))).toEqual([
    expect.stringContaining(lacking.path),
    expect.stringContaining(valid.path),
  ]);
  expect(text).toContain('The details of 1 more would not fit here');
});

test('a contract that is too long by itself is told as far as there is room', () => {
  const reasons = Array.from({ length: 2_000 }, (_, index) => `Reason ${index}: ${'word '.repeat(20)}`);
  const text = read({ ...lacking, verdict: { ...lacking.verdict, reasons } });
  expect(text.length).toBeLessThanOrEqual(65_000);
  expect(text.length).toBeGreaterThan(60_000);
  expect(text).toMatch(/Reason 0:[\s\S]+_\d+ more points on this contract would not fit here/);
  expect(text).toContain('not legal advice');
});

function read(...contracts: Checked[]): string {
  return markdown(report(...contracts), { color: false, width: 80, verbosity: 'normal' });
}
