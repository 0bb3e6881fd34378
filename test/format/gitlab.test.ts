import { expect, test } from 'vitest';
import { gitlab } from '../../src/format/gitlab.ts';
import type { Checked } from '../../src/types.ts';
import { hostile, lacking, report, unreadable, valid } from './reports.ts';

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

test('a valid contract gives an empty list', () => {
  expect(read(valid)).toEqual([]);
});

function read(...contracts: Checked[]): Entry[] {
  return JSON.parse(gitlab(report(...contracts), { color: false, width: 80, verbosity: 'normal' }));
}
