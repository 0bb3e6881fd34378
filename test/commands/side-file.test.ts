import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { readSideFile } from '../../src/commands/side-file.ts';
import { samplePack } from '../judge/samples.ts';
import { complaint, folderOf } from '../load/folders.ts';
import { bareContract, runIn } from './run.ts';

test('the facts beside a contract are read', async () => {
  const folder = await folderOf({ 'a.pdf.dpa.yml': 'entered: 2023-07-01\n' });
  expect(await readSideFile(`${folder}/a.pdf`, samplePack)).toEqual({ facts: { entered: '2023-07-01' }, waivers: [] });
});

test('a contract needs no side file', async () => {
  const folder = await folderOf({});
  expect(await readSideFile(`${folder}/a.pdf`, samplePack)).toEqual({ facts: {}, waivers: [] });
});

test('a side file that cannot be read is not passed over', async () => {
  const folder = await folderOf({ 'a.pdf.dpa.yml/inside': '' });
  expect(await complaint(readSideFile(`${folder}/a.pdf`, samplePack), folder)).toBe(
    'UsageError: ./a.pdf.dpa.yml: the file cannot be read',
  );
});

test.each([
  ['a.md.dpa.yml', ''],
  ['.dpa-lint.yml', null],
  ['base.yml', 'extends: ./base.yml'],
  ['waivers.yml', 'waivers: ./waivers.yml'],
  ['known.json', 'baseline: ./known.json'],
])('a named pipe in place of %s is refused, not waited for', async (name, config) => {
  const folder = await folderOf({ 'a.md': bareContract, ...(config !== null && { '.dpa-lint.yml': `${config}\n` }) });
  execFileSync('mkfifo', [`${folder}/${name}`]);
  expect(await runIn(folder, 'DIR/a.md')).toEqual({
    code: 2,
    stdout: '',
    stderr: `dpa-lint: DIR/${name}: this is a named pipe, not a file\n`,
  });
});

test('what a shell makes of <(…) is read', async () => {
  const folder = await folderOf({ 'a.md': bareContract });
  const command = 'node bin/dpa-lint.js config print "$0/a.md" --config <(echo profile: statute)';
  expect(execFileSync('bash', ['-c', command, folder], { encoding: 'utf8' })).toMatch(/profile: statute +# .*:1/);
});
