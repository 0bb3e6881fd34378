import { expect, test } from 'vitest';
import { exitCode, warnings } from '../src/exit-code.ts';
import type { Checked, Finding } from '../src/types.ts';
import { bareContract, runIn } from './commands/run.ts';
import { lacking, valid } from './format/reports.ts';
import { folderOf } from './load/folders.ts';

/** What the contract that lacks provisions would be, were none of them asked for in its profile. */
const unasked = (finding: Finding): Finding => ({ ...finding, rule: { ...finding.rule, profiles: ['policy'] } });
const lacks: Checked = {
  ...valid,
  profile: 'statute',
  findings: lacking.findings.map((finding) => unasked({ ...finding, conflicts: [] })),
};

test.each(['incomplete', 'note'] as const)('what the profile does not ask for fails nothing at %s', (level) => {
  expect(exitCode([lacks], level)).toBe(0);
  expect(exitCode([{ ...lacks, profile: 'policy' }], level)).toBe(1);
});

test('what the profile does not ask for is no warning where it is taken lightly', () => {
  const accepted = { by: 'severity', severity: 'warning', where: 'a.yml:1' } as const;
  const lowered = { ...lacks, findings: lacks.findings.map((finding) => ({ ...finding, accepted })) };
  expect([warnings(lowered), warnings({ ...lowered, profile: 'policy' })]).toEqual([0, 2]);
});

test.each([
  ['--out-of-scope', 'It sells chairs.'],
  ['--entered', '2017-01-01'],
])('what the law does not cover fails nothing: %s %s', async (...flags) => {
  const sells = '# Order\n\nThe Vendor may sell Student Data to any partner. The School pays in May 2024.\n';
  const folder = await folderOf({ 'a.md': bareContract, 'b.md': sells });
  for (const level of ['conflict', 'incomplete', 'note']) {
    const { code, stdout } = await runIn(folder, 'DIR', '-q', '--no-config', ...flags, '--fail-on', level);
    expect([code, stdout]).toEqual([0, expect.stringContaining('not covered')]);
  }
});
