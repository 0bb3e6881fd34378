import { expect, test } from 'vitest';
import { gitlab } from '../../src/format/gitlab.ts';
import type { Checked, PlainText } from '../../src/types.ts';
import { hostile, lacking, report, unreadable, valid } from './reports.ts';

const nothingRead: PlainText = {
  path: 'contracts/brook.docx',
  format: 'docx',
  value: '',
  blocks: [],
  marks: [],
  pages: null,
  pagesWithoutText: [],
  notes: [],
};

interface Entry {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

test('every entry has what GitLab asks for', () => {
  const entries = read(lacking, unreadable, hostile);
  expect(entries.map(({ severity }) => severity)).toEqual([
    'critical',
    'info',
    'critical',
    'critical',
    'critical',
    'minor',
    'blocker',
  ]);
  for (const { description, check_name, fingerprint, location } of entries) {
    expect([description, check_name, fingerprint, location.path]).not.toContain('');
    expect(location.lines.begin).toBe(1);
  }
});

test('no two entries have a fingerprint in common, in many contracts of the same words', () => {
  const prints = read(lacking, { ...lacking, path: 'contracts/other.docx' }).map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(prints.length);
});

/** The contract with another clause where it may sell data. */
function selling(clause: string): Checked {
  const text: PlainText = { ...nothingRead, value: clause };
  const findings = lacking.findings.map((finding) => ({
    ...finding,
    conflicts: finding.conflicts.slice(0, 1).map((one) => ({
      ...one,
      start: 0,
      end: clause.length,
      quote: clause.slice(0, 400),
      overriddenBy: null,
    })),
    evidence: [],
    notes: [],
  }));
  return { ...lacking, text, findings };
}

const prints = (contract: Checked) => read(contract).map(({ fingerprint }) => fingerprint);
const long = `As Section 4 says, Vendor may sell Student Data ${'to any partner that it thinks fit, '.repeat(12)}`;

test('a fingerprint survives that clauses get other numbers', () => {
  expect(prints(selling(`4. ${long} at will.`))).toEqual(prints(selling(`5. ${long.replace('4', '5')} at will.`)));
});

test('a fingerprint is of the whole clause, beyond what is quoted', () => {
  expect(prints(selling(`${long} at will.`))).not.toEqual(prints(selling(`${long} with consent.`)));
});

test('a valid contract gives an empty list', () => {
  expect(read(valid)).toEqual([]);
});

function read(...contracts: Checked[]): Entry[] {
  return JSON.parse(gitlab(report(...contracts), { color: false, width: 80, verbosity: 'normal' }));
}
