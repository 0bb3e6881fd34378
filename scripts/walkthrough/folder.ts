// The thirty contracts of the walk-through: one text under many names, some of it older, and files of other formats.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from '../../src/extract/index.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));

const vendors = [
  ...[
    'Amberlane',
    'Birchwick',
    'Cloverfield',
    'Dunmore',
    'Everhart',
    'Fernleigh',
    'Glassbrook',
    'Hollowell',
    'Inkberry',
  ],
  ...[
    'Juniper Row',
    'Kestrel',
    'Larkspur',
    'Millrace',
    'Northgate',
    'Orchard Lane',
    'Pinecrest',
    'Quillworth',
    'Rowan',
  ],
  ...['Saltmarsh'],
];
/** Signed on a form that had no word on what becomes of the rest if a provision falls. */
const oldForm = ['Thistledown', 'Underhill', 'Vinewood', 'Whitcombe'];

/** Files as they are, under the names that a business office gives them. */
const files: Readonly<Record<string, string>> = {
  'storygrove-2025.docx': 'valid/lakeview-storygrove.docx',
  'storygrove-2025-signed.pdf': 'alike/valid.pdf',
  'maplecroft-2025.odt': 'alike/valid.odt',
  'oakhaven-2024.rtf': 'alike/valid.rtf',
  'web-terms.html': 'alike/valid.html',
  'lakeview-order.pdf': 'void/lakeview-storygrove.pdf',
  'scan-2022.pdf': 'unreadable/scan.pdf',
};

/** Writes the folder. */
export async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const lines = await textOf('valid/lakeview-storygrove.docx');
  const old = lines.filter((line) => !line.startsWith('11.2 '));
  const write = (vendor: string, year: number, of: readonly string[]) =>
    writeFile(join(folder, `${vendor.toLowerCase().replaceAll(' ', '-')}-${year}.md`), markdown(vendor, of));
  for (const vendor of vendors) await write(vendor, 2025, lines);
  for (const vendor of oldForm) await write(vendor, 2023, old);
  for (const [name, fixture] of Object.entries(files)) await copyFile(join(fixtures, fixture), join(folder, name));
}

/** What comes later: a contract with a term more. */
export async function orderWith(term: string): Promise<string> {
  return markdown('Yarrow', [...(await textOf('valid/lakeview-storygrove.docx')), term]);
}

/** A better copy of the scan. */
export const rescanned = join(fixtures, 'alike/valid.pdf');

/** What became of the order: signed anew, as the law wants it. */
export const amended = join(fixtures, 'alike/valid.pdf');

async function textOf(fixture: string): Promise<string[]> {
  const path = join(fixtures, fixture);
  return (await extract({ path, bytes: await readFile(path) })).value.split('\n');
}

function markdown(vendor: string, lines: readonly string[]): string {
  const name = lines.join('\n\n').replaceAll('Storygrove', vendor);
  return `${name.replaceAll('storygrove.example', `${vendor.toLowerCase().replaceAll(' ', '')}.example`)}\n`;
}
