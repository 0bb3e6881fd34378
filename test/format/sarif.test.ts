import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { expect, test } from 'vitest';
import { sarif } from '../../src/format/sarif.ts';
import type { Checked, Report } from '../../src/types.ts';
import { hostile, lacking, report, unreadable, valid, waived } from './reports.ts';

test.each<[string, Report]>([
  ['valid', report(valid)],
  ['void', report(lacking)],
  ['unreadable', report(unreadable)],
  ['waived', report(waived)],
  ['mixed', report(valid, lacking, unreadable, hostile)],
  ['empty', report()],
])('the report of a %s contract fits the schema of SARIF 2.1.0', (_, given) => {
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  // The schema says it is of draft 4, but uses nothing of it that later drafts changed.
  const { $schema: _schema, id: _id, ...rest } = schema;
  const check = ajv.compile(rest);
  check(logOf(given));
  expect(check.errors ?? []).toEqual([]);
});

test('every result names its file and one of the rules', () => {
  const { results = [], tool, artifacts = [] } = runOf(report(valid, lacking, unreadable));
  expect(results).toHaveLength(5);
  for (const { locations = [], ruleId, ruleIndex = -1 } of results) {
    const file = locations[0]?.physicalLocation?.artifactLocation;
    expect(file).toEqual({ uri: 'contracts/brook.docx', index: 1 });
    expect(locations[0]?.physicalLocation?.region).toEqual({ startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 });
    expect(artifacts[1]?.location?.uri).toBe(file?.uri);
    expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
  }
});

test('what is missing is nowhere; what is wrong has a clause', () => {
  const [, , missing, clash] = resultsOf(lacking);
  expect(missing?.locations?.[0]).not.toHaveProperty('logicalLocations');
  expect(missing?.message.text).toContain('Missing: ');
  expect(clash?.locations?.[0]?.logicalLocations).toEqual([{ name: '§ 15', kind: 'clause' }]);
  expect(clash?.message.text).toContain('§ 15: “This Order is governed by the laws of Delaware.”');
});

test('a fingerprint follows the words of the clause and not their place', () => {
  const [sale] = lacking.findings.slice(-1);
  const [conflict] = sale?.conflicts ?? [];
  if (sale === undefined || conflict === undefined) throw new Error('no conflict in the report');
  const moved = {
    ...conflict,
    section: '99',
    start: 7,
    end: 9,
    quote: conflict.quote.toUpperCase().replace(' ', '\n'),
  };
  const other = { ...conflict, quote: 'Vendor may rent Student Data.' };
  const prints = (...conflicts: (typeof conflict)[]) =>
    resultsOf({ ...lacking, findings: [{ ...sale, conflicts }] }).map((one) => one.partialFingerprints);
  expect(prints(moved)).toEqual(prints(conflict));
  expect(prints(other)).not.toEqual(prints(conflict));
  expect(new Set(prints(conflict, moved).map((one) => JSON.stringify(one))).size).toBe(2);
});

test('every result is ready for suppressions', () => {
  expect(resultsOf(lacking).map(({ suppressions }) => suppressions)).toEqual([[], [], [], [], []]);
});

test('a contract that could not be judged makes the run unsuccessful; that nothing had changed does not', () => {
  const [invocation] = runOf(report(valid, unreadable)).invocations ?? [];
  expect(invocation?.executionSuccessful).toBe(false);
  expect(invocation?.toolExecutionNotifications).toMatchObject([
    { level: 'error', message: { text: 'Not judged. The file is damaged.' } },
  ]);
  expect(runOf(report(valid)).invocations?.[0]?.executionSuccessful).toBe(true);
  expect(runOf(report()).invocations?.[0]?.executionSuccessful).toBe(true);
});

test('nothing of a contract that the law does not cover is an error', () => {
  const verdict = { ...lacking.verdict, outcome: 'not-covered', state: 'exempt' } as const;
  expect(new Set(resultsOf({ ...lacking, verdict }).map(({ level }) => level))).toEqual(new Set(['note']));
});

test('what was accepted is there, suppressed and no error', () => {
  const told = resultsOf(waived).map(({ ruleId, level, suppressions = [] }) => [
    ruleId,
    level,
    ...suppressions.map(({ status, justification }) => `${status}: ${justification}`),
  ]);
  expect(told).toEqual([
    ['xx/ownership', 'note', 'accepted: By D. Ellison until 2026-06-30: In the addendum.'],
    ['xx/ownership', 'note'],
    ['xx/governing-law', 'warning'],
    ['xx/governing-law', 'note', 'accepted: It was there when the baseline was written.'],
    ['xx/sale', 'error'],
  ]);
});

test('no words of a contract become a link', () => {
  const words = 'See [our terms](https://evil.example) and [1](1).';
  const [finding] = lacking.findings.slice(-1);
  const conflicts = (finding?.conflicts ?? []).map((conflict) => ({ ...conflict, quote: words }));
  const text = JSON.stringify(
    logOf(report({ ...lacking, findings: finding === undefined ? [] : [{ ...finding, conflicts }] })),
  );
  expect(text).toContain('[our terms] (https://evil.example)');
  expect(text).not.toContain('](');
});

test.each([
  ['./a b/c#d.pdf', 'a%20b/c%23d.pdf'],
  ['..\\x\\y.pdf', '../x/y.pdf'],
  ['/srv/§.pdf', 'file:///srv/%C2%A7.pdf'],
  ['C:\\in\\y.pdf', 'file:///C:/in/y.pdf'],
  ['a:b.pdf', 'a%3Ab.pdf'],
])('the path %s is the reference %s', (path, uri) => {
  expect(runOf(report({ ...valid, path })).artifacts?.[0]?.location?.uri).toBe(uri);
});

test('no string of the log holds a control', () => {
  const strings: string[] = [];
  JSON.parse(sarif(report(hostile, unreadable), { color: false, width: 80, verbosity: 'normal' }), (_, value) => {
    if (typeof value === 'string') strings.push(value);
  });
  expect(strings.filter((one) => /[\p{Cc}\p{Cf}]/u.test(one.replaceAll('\n', '')))).toEqual([]);
});

function logOf(given: Report): Log {
  return JSON.parse(sarif(given, { color: false, width: 80, verbosity: 'normal' }));
}

function runOf(given: Report): Run {
  const [run] = logOf(given).runs;
  if (run === undefined) throw new Error('no run');
  return run;
}

function resultsOf(contract: Checked): Result[] {
  return runOf(report(contract)).results ?? [];
}

test('a report stays within what GitHub takes, and says what it left out', () => {
  const many = Array.from({ length: 5200 }, () => lacking);
  const run = runOf(report(valid, ...many));
  const { results = [], invocations = [], tool } = run;
  expect(results).toHaveLength(25_000);
  expect(results.filter(({ level }) => level === 'error').length).toBeGreaterThan(15_000);
  expect(invocations[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
    '1000 results are left out, the least grave ones: GitHub takes 25000 and would refuse them all. Other formats have them.',
  );
  for (const { properties } of tool.driver.rules ?? []) expect(properties?.tags?.length).toBeLessThanOrEqual(20);
});
