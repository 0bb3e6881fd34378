import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { csv } from '../../src/format/csv.ts';
import type { Checked } from '../../src/types.ts';
import { lacking, report, unreadable, valid } from './reports.ts';

test('a line a contract, a column a provision', () => {
  expect(read(valid, lacking, unreadable)).toMatchObject([
    {
      contract: 'contracts/acme.pdf',
      outcome: 'valid',
      ownership: 'present (§ 4.1, p. 3)',
      'governing-law': 'present (§ 9, p. 7)',
      sale: 'none found',
    },
    {
      contract: 'contracts/brook.docx',
      outcome: 'void',
      state: 'notice-due',
      entered: '2023-07-01',
      ownership: 'incomplete (§ 2.1)',
      'governing-law': 'missing; void term (§ 15)',
      sale: 'forbidden conduct (§ 14.2)',
    },
    { outcome: 'undetermined', ownership: 'undetermined', 'governing-law': 'undetermined', sale: 'undetermined' },
  ]);
});

test.each([
  '=1+1.pdf',
  '+1.pdf',
  '-1.pdf',
  '@SUM(A1).pdf',
  '\t=1.pdf',
  '\r=1.pdf',
  '＝1.pdf',
])('the path %j is no formula', (path) => {
  const [{ contract } = {}] = read({ ...valid, path });
  expect(contract).toMatch(/^'/);
});

test('quotes, commas and line ends come back as they were, or as spaces', () => {
  const reasons = ['It says "no", twice.', 'And\nthen some.'];
  const [row] = read({ ...valid, path: 'a, "b".pdf', verdict: { ...valid.verdict, reasons } });
  expect(row).toMatchObject({ contract: 'a, "b".pdf', reasons: 'It says "no", twice. And then some.' });
});

function read(...contracts: Checked[]): Record<string, string>[] {
  const text = csv(report(...contracts), { color: false, width: 80, verbosity: 'normal' });
  return parse(text, { columns: true }) as Record<string, string>[];
}
