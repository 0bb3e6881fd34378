import { cp, readFile, writeFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import * as api from '../src/index.ts';
import { linesAt, makePdf, updated } from './extract/make-pdf.ts';
import { folderOf } from './load/folders.ts';

const contract = { path: 'order.txt', bytes: new TextEncoder().encode('The Vendor delivers chairs to the School.') };

test('these names are public, and no others', () => {
  expect(Object.keys(api).sort()).toEqual([
    'UnreadableError',
    'UsageError',
    'exitCode',
    'format',
    'formats',
    'lint',
    'version',
  ]);
});

test('a contract in memory is judged, and its report printed', async () => {
  const report = await api.lint(contract, { asOf: '2026-01-01' });
  expect(report.contracts.map(({ path, verdict }) => [path, verdict.state])).toEqual([['order.txt', 'notice-due']]);
  expect(api.exitCode(report.contracts)).toBe(1);
  expect(JSON.parse(await api.format(report, 'json')).asOf).toBe('2026-01-01');
});

test('facts and profile are taken into account', async () => {
  const { contracts, profile } = await api.lint(contract, { profile: 'statute', facts: { entered: '2015-01-01' } });
  expect([profile, contracts[0]?.verdict.state, contracts[0]?.entered]).toEqual([
    'statute',
    'before-the-act',
    '2015-01-01',
  ]);
});

test('a contract that cannot be read is undetermined; nothing to read is a mistake', async () => {
  const { contracts } = await api.lint({ path: 'empty.pdf', bytes: new Uint8Array() });
  expect(contracts[0]?.verdict).toMatchObject({ outcome: 'undetermined', state: 'unreadable' });
  expect(api.exitCode(contracts)).toBe(3);
  expect(api.exitCode([])).toBe(3);
  await expect(api.lint([])).rejects.toThrow(api.UsageError);
  await expect(api.lint('no-such-file.pdf')).rejects.toThrow('no such file');
  await expect(api.lint(contract, { profile: 'none' })).rejects.toThrow('policy');
});

test('a contract of which a page is damaged is undetermined', async () => {
  const pages = [linesAt(72, 700, ['The Vendor delivers chairs.']), linesAt(72, 600, ['It may sell Student Data.'])];
  const bytes = updated(makePdf({ pages }), 7, () => 'null');
  const { contracts } = await api.lint({ path: 'order.pdf', bytes });
  expect(contracts[0]).toMatchObject({ pagesWithoutText: [2], verdict: { outcome: 'undetermined' } });
  expect(api.exitCode(contracts)).toBe(3);
});

test('rules that were broken are read anew once they are mended', async () => {
  const folder = await folderOf({});
  await cp('rules', folder, { recursive: true });
  const file = `${folder}/ct/ferpa.yml`;
  const whole = await readFile(file, 'utf8');
  const judged = () => api.lint(contract, { rules: `${folder}/ct`, asOf: '2026-01-01' });
  await writeFile(file, whole.replace('kind:', 'kin:'));
  await expect(judged()).rejects.toThrow(api.UsageError);
  await writeFile(file, whole);
  expect((await judged()).contracts).toHaveLength(1);
});

test('an unknown format is a mistake', async () => {
  await expect(api.format(await api.lint(contract), 'toString')).rejects.toThrow(api.UsageError);
});
