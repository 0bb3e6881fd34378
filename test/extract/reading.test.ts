import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { UnreadableError } from '../../src/errors.ts';
import { outline, read } from './support.ts';

// Beside each awkward file stands what a person would read in it.
const folder = 'fixtures/reading';
const mine = /\.(?:docx|odt|rtf|html|md|txt)$|^(?:login-page|named-pdf)\.pdf$/;
const files = (await readdir(folder)).filter((file) => mine.test(file));

test.each(files)('%s', async (file) => {
  const bytes = await readFile(`${folder}/${file}`);
  await expect(await told(file, bytes)).toMatchFileSnapshot(`../../${folder}/${file}.out`);
});

async function told(file: string, bytes: Uint8Array): Promise<string> {
  try {
    const text = await read(file, bytes);
    const notes = text.notes.map(({ level, id, message }) => `${level} ${id}: ${message}`);
    return `${[...outline(text), '', ...notes].join('\n').trim()}\n`;
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    return `unreadable: ${error.message}\n`;
  }
}
