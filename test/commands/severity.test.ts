import { expect, test } from 'vitest';
import { folderOf } from '../load/folders.ts';
import { bareContract, runIn } from './run.ts';

const day = ['--as-of', '2026-01-01'] as const;

interface Document {
  readonly verdict: { readonly outcome: string; readonly state: string; readonly lacking: readonly string[] };
  readonly results: readonly { readonly rule: string; readonly lowered?: unknown; readonly elements: object }[];
  readonly notes: readonly { readonly id: string; readonly level: string; readonly rule: string | null }[];
}

async function judged(config: string, text: string, ...argv: readonly string[]) {
  const folder = await folderOf({ 'dpa.yml': `${config}\n`, 'a.md': text });
  const words = ['DIR/a.md', '--config', 'DIR/dpa.yml', '-f', 'json', ...day, ...argv];
  const { stdout, stderr, code } = await runIn(folder, ...words);
  const [document] = stdout === '' ? [] : (JSON.parse(stdout).documents as Document[]);
  return { document, stderr, code };
}

const all = [
  ...['ownership', 'deletion-request', 'authorized-use', 'review-correct', 'security', 'breach-procedure'],
  ...['no-retention', 'ferpa', 'governing-law', 'severability', 'no-advertising', 'breach-30-days', 'breach-60-days'],
];
const everyRule = (severity: string) => `severity: { ${all.map((rule) => `${rule}: ${severity}`).join(', ')} }`;

test('what the law asks for is not taken lightly by a slip, and never changes the verdict', async () => {
  const refused = await judged('severity: { ferpa: warning }', bareContract);
  expect(refused.stderr).toContain('DIR/dpa.yml:1:13: the law asks for "ferpa"');
  expect(refused.code).toBe(2);
  for (const severity of ['warning', 'note']) {
    const { document, code } = await judged(`allow-weaker: true\n${everyRule(severity)}`, bareContract);
    expect(document?.verdict).toMatchObject({ outcome: 'void', state: 'notice-due' });
    expect(document?.verdict.lacking).toHaveLength(13);
    expect(document?.results[0]?.lowered).toEqual({ severity, where: 'DIR/dpa.yml:2' });
    expect(document?.notes).toContainEqual(expect.objectContaining({ id: 'accepted' }));
    expect(code).toBe(0);
  }
});

test.each([
  ['a lowered rule fails where warnings do', everyRule('warning'), ['--fail-on', 'note'], 1],
  ['a note fails nowhere', 'severity: { ferpa: note }', ['--rule', 'ferpa', '--fail-on', 'incomplete'], 0],
  ['the auditor sees the law alone', everyRule('note'), ['--audit'], 1],
  ['one rule that is not lowered is enough', everyRule('note').replace('ferpa: note', 'ferpa: error'), [], 1],
])('%s', async (_, config, argv, expected) => {
  const { code } = await judged(`allow-weaker: true\n${config}`, bareContract, ...argv);
  expect(code).toBe(expected);
});

test('a rule that is off is a rule that nobody looked at', async () => {
  const fixture = 'fixtures/valid/lakeview-storygrove.docx';
  const folder = await folderOf({ 'dpa.yml': 'severity: { ferpa: off }\n' });
  const { stdout, code } = await runIn(folder, fixture, '--config', 'DIR/dpa.yml', '-q', ...day);
  expect([code, stdout]).toEqual([3, expect.stringContaining('undetermined')]);
});

test('advice weighs what its reader says', async () => {
  const fixture = 'fixtures/valid/lakeview-storygrove.docx';
  const run = async (severity: string) => {
    const folder = await folderOf({ 'dpa.yml': `severity: { operator-security: ${severity} }\n` });
    const { stdout, code } = await runIn(folder, fixture, '--config', 'DIR/dpa.yml', '-f', 'json', ...day);
    const [document] = JSON.parse(stdout).documents as Document[];
    const note = document?.notes.find(({ rule }) => rule === 'ct/operator-security');
    return [note?.level, document?.verdict.outcome, code];
  };
  expect(await run('error')).toEqual(['error', 'valid', 1]);
  expect(await run('warning')).toEqual(['warning', 'valid', 0]);
  expect(await run('note')).toEqual(['info', 'valid', 0]);
  expect(await run('off')).toEqual([undefined, 'valid', 0]);
});

test.each([
  [5, ['own-limit'], 1],
  [10, [], 0],
  [29, [], 0],
])('a limit of %s days that the board sets is told, fails and voids nothing', async (days, ids, expected) => {
  const fixture = 'fixtures/valid/lakeview-storygrove.docx';
  const folder = await folderOf({ 'dpa.yml': `limits: { breach-30-days: ${days} }\n` });
  for (const jobs of [[], ['--jobs', '1']]) {
    const words = [fixture, '--config', 'DIR/dpa.yml', '-f', 'json', '--no-cache', ...day, ...jobs];
    const { stdout, code } = await runIn(folder, ...words);
    const [document] = JSON.parse(stdout).documents as Document[];
    expect(document?.verdict.outcome).toBe('valid');
    expect(document?.notes.filter(({ level }) => level === 'error').map(({ id }) => id)).toEqual(ids);
    expect(code).toBe(expected);
  }
});

test.each([
  ['limits: { breach-30-days: 40 }', '40 days are no stricter than the 30 of the law'],
  ['limits: { ferpa: 3 }', '"ct/ferpa" asks for no limit of days'],
  ['limits: { breach-30-day: 3 }', 'no rule "breach-30-day"; did you mean "breach-30-days"?'],
  ['limits: { breach-30-days: 0 }', 'expected days, 1 or more'],
  ['severity: { ferpaa: off }', 'no rule "ferpaa"; did you mean "ferpa"?'],
  ['severity: { ferpa: warn }', '"warn" is none of off, note, warning, error'],
  ['parties: { vendor: Acme }', 'unknown key "vendor"'],
])('%j is refused', async (config, told) => {
  const { stderr, code } = await judged(config, bareContract);
  expect(stderr).toContain(told);
  expect(code).toBe(2);
});

const strangers = `# Order of May 2024

This order is made between Quillmark and Fernhollow.

1. Fernhollow owns all Roster Files and they are under its control; Roster Files are not the property of Quillmark or under its control.
`;

test('parties that the text does not tell are told by the configuration, for the paths that it names', async () => {
  const told = 'parties: { contractor: Quillmark, board: [Fernhollow], data: Roster Files }';
  const elements = async (config: string, ...argv: readonly string[]) => {
    const { document } = await judged(config, strangers, ...argv);
    return document?.results.find(({ rule }) => rule === 'ct/ownership')?.elements;
  };
  const there = { property: 'present', control: 'present' };
  expect(await elements('profile: policy')).toMatchObject({ property: 'missing' });
  expect(await elements(told)).toEqual(there);
  expect(await elements(told, '--jobs', '1')).toEqual(there);
  expect(await elements(`overrides: [{ files: "*.md", ${told} }]`)).toEqual(there);
  expect(await elements(`overrides: [{ files: "*.txt", ${told} }]`)).not.toEqual(there);
  expect(await elements(told.replace('Quillmark, board: [Fernhollow]', 'Fernhollow, board: Quillmark'))).not.toEqual(
    there,
  );
});

test('each path may have rules of its own', async () => {
  const rule = (id: string) => `id: ${id}
kind: required
title: Chairs are delivered
citation: Board policy 1
certainty: statute
profiles: [policy]
basis: none
message: No chairs.
why: Pupils sit.
fix: The Vendor delivers chairs.
about: chairs
elements:
  chairs: { title: chairs, ways: ["(deliver | delivers) ~3 chairs"] }
`;
  const pack = `id: ours\ntitle: Ours\nlaw_as_of: 2024-12-31\neffective: 2018-07-01\nstate: Connecticut\nprofiles: [policy]\ndefault_profile: policy\ncure_days: 30\nexemption: {}\norder: []\n`;
  const folder = await folderOf({
    '.dpa-lint.yml': 'overrides: [{ files: "chairs/**", rules: ./ours }]\n',
    'ours/pack.yml': pack,
    'ours/chairs.yml': rule('chairs'),
    'chairs/a.md': bareContract,
    'else/a.md': bareContract,
  });
  for (const jobs of [[], ['--jobs', '2']]) {
    const { stdout, stderr } = await runIn(
      folder,
      'DIR/chairs',
      'DIR/else',
      '-f',
      'json',
      '--no-cache',
      ...day,
      ...jobs,
    );
    expect(stderr).toBe('');
    const documents = JSON.parse(stdout).documents as Document[];
    expect(documents.map(({ results }) => results.map(({ rule: id }) => id.split('/')[0])[0])).toEqual(['ours', 'ct']);
  }
});

test('more warnings than are allowed fail', async () => {
  const folder = await folderOf({ 'dpa.yml': 'severity: { operator-security: warning }\n' });
  const words = ['fixtures/valid/lakeview-storygrove.docx', '--config', 'DIR/dpa.yml', '-q', ...day];
  expect((await runIn(folder, ...words, '--max-warnings', '1')).code).toBe(0);
  const none = await runIn(folder, ...words, '--max-warnings', '0');
  expect(none).toMatchObject({ code: 1, stderr: 'dpa-lint: 1 warnings are more than --max-warnings 0\n' });
});
