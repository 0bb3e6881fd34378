import { expect, test } from 'vitest';
import { readSideFile } from '../../src/commands/side-file.ts';
import { samplePack } from '../judge/samples.ts';
import { complaint, folderOf } from '../load/folders.ts';

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
