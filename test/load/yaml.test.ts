import { expect, test } from 'vitest';
import { bareContract, runIn } from '../commands/run.ts';
import { folderOf } from './folders.ts';

test.each([
  '',
  '\n',
  '# Nothing yet.\n',
  '---\n',
])('a configuration and a side file may say nothing: %j', async (text) => {
  const folder = await folderOf({ 'a.md': bareContract, '.dpa-lint.yml': text, 'a.md.dpa.yml': text });
  expect(await runIn(folder, 'DIR/a.md', '-q', '--as-of', '2026-01-01')).toMatchObject({ code: 1, stderr: '' });
});

test('each unknown key is told at its own line', async () => {
  const config = 'profil: policy\nocr: auto\n"fail\\"on": void\n';
  const folder = await folderOf({ 'a.md': bareContract, '.dpa-lint.yml': config });
  const { stderr } = await runIn(folder, 'DIR/a.md', '-q');
  expect(stderr.trim().split('\n')).toEqual([
    expect.stringMatching(/\.dpa-lint\.yml:1:1: unknown key "profil"; did you mean "profile"\? Allowed: /),
    expect.stringMatching(/\.dpa-lint\.yml:3:1: unknown key "fail\\"on"; did you mean "fail-on"\? Allowed: /),
  ]);
});
