import { expect, test } from 'vitest';
import { junit } from '../../src/format/junit.ts';
import type { Checked } from '../../src/types.ts';
import { hostile, lacking, report, unreadable, valid } from './reports.ts';
import { all, type Element, parseXml, values } from './xml.ts';

test('a suite is a contract, a case a rule, and the counts are right at every level', () => {
  const root = read(valid, lacking, unreadable);
  const suites = all(root, 'testsuite');
  expect(values(suites, 'name')).toEqual([valid.path, lacking.path, unreadable.path]);
  expect(values(suites, 'tests')).toEqual(['3', '3', '1']);
  for (const element of [root, ...suites]) {
    const { tests, failures, errors, skipped } = element.attributes;
    const counted = ['testcase', 'failure', 'error', 'skipped'].map((name) => String(all(element, name).length));
    expect([tests, failures, errors, skipped]).toEqual(counted);
  }
});

test('what lacks or clashes is a failure, once for each rule', () => {
  const failures = all(read(lacking), 'failure');
  expect(values(failures, 'type')).toEqual(['incomplete', 'missing', 'forbidden-conduct']);
  expect(failures[1]?.text).toContain('§ 15: “This Order is governed by the laws of Delaware.”');
});

test('what could not be judged is an error, not a failure', () => {
  const root = read(unreadable);
  expect(all(root, 'failure')).toEqual([]);
  expect(values(all(root, 'error'), 'message')).toEqual(['The file is damaged.']);
});

test('a contract that the law does not cover fails nothing, and passes nothing', () => {
  const verdict = { ...lacking.verdict, outcome: 'not-covered', state: 'exempt' } as const;
  const root = read({ ...lacking, verdict });
  expect(all(root, 'failure')).toEqual([]);
  expect(all(root, 'skipped')).toHaveLength(3);
});

test('a provision that the profile does not ask for is skipped', () => {
  const [first, ...rest] = valid.findings;
  if (first === undefined) throw new Error('no finding');
  const asked = { ...first, required: 'missing', rule: { ...first.rule, profiles: ['other'] } } as const;
  const root = read({ ...valid, findings: [asked, ...rest] });
  expect(values(all(root, 'skipped'), 'message')).toEqual(['not asked for in the profile policy']);
});

test('signs of XML and of terminals in a contract are words', () => {
  const evil = { ...hostile, path: 'a<b>&"\'\uFFFF]]>.pdf', verdict: { ...hostile.verdict, reasons: ['<!--&amp;'] } };
  const root = read(evil);
  expect(values(all(root, 'testsuite'), 'name')).toEqual(['a<b>&"\']]>.pdf']);
  expect(all(root, 'system-out')[0]?.text).toContain('<!--&amp;');
  expect(root.text).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
});

function read(...contracts: Checked[]): Element {
  return parseXml(junit(report(...contracts), { color: false, width: 80, verbosity: 'normal' }));
}
