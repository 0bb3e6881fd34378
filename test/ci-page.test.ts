import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { withWalkthrough } from '../scripts/walkthrough.ts';

const page = await readFile('docs/ci.md', 'utf8');

test('the walk-through on the page is what the command says', async () => {
  expect(await withWalkthrough(page)).toBe(page);
  // A scan; all accepted; a new contract; its waiver; the waivers ended.
  const codes = [...page.matchAll(/\$ echo \$\?\n(\d)/g)].map(([, code]) => code);
  expect(codes).toEqual(['3', '0', '1', '0', '1']);
  const [first = ''] = page.split('$ echo');
  expect(first.match(/^[✓✗?] contracts/gm)).toHaveLength(30);
}, 600_000);

test('the snippets on the page, the action and the hook are YAML that says what it should', async () => {
  for (const [, text = ''] of page.matchAll(/```yaml\n([\s\S]*?)```/g)) expect(parse(text)).toBeTypeOf('object');
  const action = parse(await readFile('action.yml', 'utf8'));
  expect(action.runs.using).toBe('composite');
  for (const name of Object.keys(action.inputs)) {
    expect(JSON.stringify(action.runs.steps)).toContain(`inputs.${name}`);
  }
  const [hook] = parse(await readFile('.pre-commit-hooks.yaml', 'utf8'));
  expect(hook.entry).toBe('dpa-lint');
  expect('contracts/a.PDF').toMatch(new RegExp(hook.files.replace('(?i)', ''), 'i'));
});

test('no workflow on the page uploads a run in which only what changed was judged', () => {
  const workflows = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text));
  const steps = workflows.flatMap(({ jobs }) => jobs?.contracts?.steps ?? []);
  const uploads = steps.filter(({ with: inputs }) => inputs?.sarif !== undefined);
  expect(uploads).toHaveLength(1);
  expect(JSON.stringify(uploads)).not.toContain('--since');
});
