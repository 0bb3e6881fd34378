import { execFileSync } from 'node:child_process';
import { chmod, copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type ActionJob, runAction } from '../scripts/action-steps.ts';
import { folderOf } from './load/folders.ts';

const action = process.cwd();
// The dependencies are there; `npm run ready` installs them as a runner would.
const skip = ['Install'];

async function repository() {
  const folder = await folderOf({ 'work/contracts/.keep': '', 'tools/gh': '#!/bin/sh\necho "gh $*"\n' });
  const workspace = join(folder, 'work');
  await copyFile('fixtures/void/lakeview-storygrove.pdf', join(workspace, 'contracts/old one.pdf'));
  await copyFile('fixtures/valid/lakeview-storygrove.docx', join(workspace, 'contracts/new.docx'));
  await chmod(join(folder, 'tools/gh'), 0o755);
  execFileSync('git', ['init', '-q', workspace]);
  const run = (inputs: ActionJob['inputs'] = {}, github: ActionJob['github'] = {}) =>
    runAction({ action, workspace, temp: join(folder, 'temp'), inputs, github, tools: join(folder, 'tools'), skip });
  return { workspace, run };
}

test('the action reports a void contract, and fails when its reports are out', async () => {
  const { workspace, run } = await repository();
  const inputs = { paths: 'contracts', sarif: 'out.sarif', args: '--as-of=2026-01-01\n--fail-on=void' };
  const { code, outputs, log, summary, steps } = await run(inputs);
  expect(log).toContain('::error file=contracts/old one.pdf,title=Missing');
  expect(code).toBe(1);
  expect(outputs).toMatchObject({ 'exit-code': '1', sarif: './out.sarif' });
  expect(summary).toContain('contracts/old one.pdf');
  expect(await readFile(outputs.report ?? '', 'utf8')).toContain('contracts/old one.pdf');
  expect(JSON.parse(await readFile(join(workspace, 'out.sarif'), 'utf8')).version).toBe('2.1.0');
  expect(steps.at(-1)).toBe('Verdict');
  expect(steps.filter((step) => step.includes('@')).map((step) => step.split('@')[0])).toEqual([
    'actions/setup-node',
    'actions/cache',
    'github/codeql-action/upload-sarif',
  ]);
});

test.each([
  ['a valid contract', { paths: 'contracts/new.docx' }, 0],
  ['paths of which one has a space', { paths: 'contracts/new.docx\ncontracts/old one.pdf' }, 1],
  ['no such path', { paths: 'none' }, 2],
  ['a path that looks like an option', { paths: '--help' }, 2],
  ['an option that is none', { paths: 'contracts', args: '--fail-onn=void' }, 2],
  ['a folder to start from', { paths: 'new.docx', 'working-directory': 'contracts' }, 0],
])('%s', async (_, inputs, expected) => {
  const { run } = await repository();
  const { code, outputs } = await run(inputs);
  expect([code, outputs['exit-code']]).toEqual([expected, String(expected)]);
});

test('a pull request gets one comment, where it was asked for', async () => {
  const { run } = await repository();
  const github = { 'event.number': '7', repository: 'district/contracts' };
  const { log, outputs } = await run({ paths: 'contracts', comment: 'true' }, github);
  expect(log).toContain(
    `gh pr comment 7 --repo district/contracts --body-file ${outputs.report} --edit-last --create-if-none`,
  );
  expect((await run({ paths: 'contracts' }, github)).log).not.toContain('gh pr');
  expect((await run({ paths: 'contracts', comment: 'true' })).log).not.toContain('gh pr');
  expect((await run({ paths: 'none', comment: 'true' }, github)).log).not.toContain('gh pr');
});

test('whatever the action uses is pinned to a commit, and no expression stands in a script', async () => {
  const { runs } = parse(await readFile('action.yml', 'utf8'));
  for (const { uses, run } of runs.steps) {
    if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/);
    expect(run ?? '').not.toContain('${{');
  }
});

test('the page names every input and output', async () => {
  const page = await readFile('docs/ci.md', 'utf8');
  const { inputs, outputs } = parse(await readFile('action.yml', 'utf8'));
  for (const name of [...Object.keys(inputs), ...Object.keys(outputs)]) expect(page).toContain(`\`${name}\``);
});

test('the hook hands all files to one run', async () => {
  const [hook] = parse(await readFile('.pre-commit-hooks.yaml', 'utf8'));
  expect(hook).toMatchObject({ entry: 'dpa-lint', language: 'node', require_serial: true });
  const { bin } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(Object.keys(bin)).toContain(hook.entry);
  // What npm prints while it packs is taken for the name of the package.
  expect(await readFile('.npmrc', 'utf8')).toContain('foreground-scripts=false');
});
