import { expect, test } from 'vitest';
import { exitCode, lint } from '../src/index.ts';
import { bareContract } from './commands/run.ts';
import { folderOf } from './load/folders.ts';

test('what a side file waives is accepted for a program too', async () => {
  const waiver = '{ rule: ferpa, reason: Old., approver: D. Ellison, expires: 2026-06-30 }';
  const folder = await folderOf({ 'a.md': bareContract, 'a.md.dpa.yml': `waivers: [${waiver}]\n` });
  const { contracts } = await lint(`${folder}/a.md`, { asOf: '2026-01-01' });
  const accepted = contracts[0]?.findings.filter((finding) => finding.accepted !== undefined);
  expect(accepted?.map(({ rule }) => rule.id)).toEqual(['ct/ferpa']);
  expect(exitCode(contracts)).toBe(1);
});
