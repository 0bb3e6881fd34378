import { copyFile, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { folderOf } from '../load/folders.ts';
import { runIn } from './run.ts';

const day = ['--as-of', '2026-01-01', '--no-cache'];
const waiver = ['--reason', 'Old.', '--approver', 'D. Ellison', '--expires', '2026-12-31'];

/** A contract with which the law is content and the configuration is not. */
async function folderWith(config: string): Promise<string> {
  const folder = await folderOf({ '.dpa-lint.yml': `${config}\n` });
  await copyFile('fixtures/valid/lakeview-storygrove.docx', `${folder}/a.docx`);
  return folder;
}

const configs: readonly [rule: string, config: string][] = [
  ['breach-30-days', 'limits: { breach-30-days: 5 }'],
  ['operator-security', 'severity: { operator-security: error }'],
];

test.each(configs)('what fails by the configuration is told in a line and in a table: %s', async (rule, config) => {
  const folder = await folderWith(config);
  const quiet = await runIn(folder, 'DIR/a.docx', '-q', ...day);
  expect(quiet).toMatchObject({
    code: 1,
    stdout: `✓ DIR/a.docx: valid (against the configuration: ${rule})\n`,
  });
  const csv = await runIn(folder, 'DIR/a.docx', '-f', 'csv', ...day);
  expect(csv.stdout).toContain(`no term conflicts. Against the configuration: ${rule}.`);
});

test.each(configs)('what fails by the configuration can be known before, and waived: %s', async (rule, config) => {
  const folder = await folderWith(config);
  await runIn(folder, 'baseline', 'DIR/a.docx', '--baseline', 'DIR/b.json', ...day);
  const known = JSON.parse(await readFile(`${folder}/b.json`, 'utf8')).findings;
  expect(known).toContainEqual(expect.objectContaining({ rule: `ct/${rule}`, kind: 'note' }));
  const based = await runIn(folder, 'DIR/a.docx', '-q', '--baseline', 'DIR/b.json', ...day);
  expect(based).toMatchObject({ code: 0, stdout: '✓ DIR/a.docx: valid (all accepted)\n' });
  expect(await runIn(folder, 'waive', 'DIR/a.docx', rule, ...waiver, ...day)).toMatchObject({ code: 0, stderr: '' });
  const waived = await runIn(folder, 'DIR/a.docx', '-f', 'json', ...day);
  const [document] = JSON.parse(waived.stdout).documents;
  expect(waived.code).toBe(0);
  expect(document.notes).toContainEqual(
    expect.objectContaining({
      rule: `ct/${rule}`,
      level: 'error',
      waived: expect.objectContaining({ reason: 'Old.' }),
    }),
  );
  expect((await runIn(folder, 'DIR/a.docx', ...day)).stdout).toMatch(/accepted +By D\. Ellison/);
  expect((await runIn(folder, 'DIR/a.docx', '-q', '--audit', ...day)).stdout).not.toContain('accepted');
});

test('a warning that fails a run can be known before, and is said to fail it', async () => {
  const folder = await folderWith('severity: { operator-security: warning }\nfail-on: note');
  const failed = await runIn(folder, 'DIR/a.docx', '-q', ...day);
  expect(failed).toMatchObject({
    code: 1,
    stderr: 'dpa-lint: 1 contract fails for warnings alone, as --fail-on note asks\n',
  });
  await runIn(folder, 'baseline', 'DIR/a.docx', '--baseline', 'DIR/b.json', ...day);
  expect(await runIn(folder, 'DIR/a.docx', '-q', '--baseline', 'DIR/b.json', ...day)).toMatchObject({ code: 0 });
});
