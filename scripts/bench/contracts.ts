import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { extract } from '../../src/extract/index.ts';

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** Contracts of a folder that can be read without OCR, no two alike; of the fixtures, copies that differ in a byte. */
export async function contractsFrom(given: string | undefined, count: number, place: string): Promise<string[]> {
  const folder = join(place, 'contracts');
  await mkdir(folder);
  const sources = await readable(given ?? fixtures);
  const files: string[] = [];
  for (let copy = 0; files.length < count && (copy === 0 || given === undefined); copy += 1) {
    for (const source of sources.slice(0, count - files.length)) {
      const extension = extname(source);
      const file = join(folder, `${basename(source, extension)}-${files.length}${extension}`);
      if (copy === 0) await copyFile(source, file);
      else await writeFile(file, other(await readFile(source), extension, copy));
      files.push(file);
    }
  }
  return files;
}

async function readable(folder: string): Promise<string[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => /\.(?:pdf|docx)$/.test(name)).sort();
  const seen = new Set<string>();
  const files: string[] = [];
  for (const path of names.map((name) => join(folder, name))) {
    const bytes = await readFile(path);
    const text = await extract({ path, bytes }).catch(() => null);
    const known = bytes.toString('latin1');
    if (text === null || text.pagesWithoutText.length > 0 || seen.has(known)) continue;
    seen.add(known);
    files.push(path);
  }
  return files;
}

/** The same contract in other bytes, so that a cache does not take it for the first. */
function other(bytes: Buffer, extension: string, copy: number): Buffer {
  const comment = Buffer.from(`%${String(copy).padStart(6, '0')}\n`);
  if (extension === '.pdf') return Buffer.concat([bytes, comment]);
  // The comment of a ZIP file stands at its end, after its length.
  const length = Buffer.alloc(2);
  length.writeUInt16LE(comment.length);
  return Buffer.concat([bytes.subarray(0, -2), length, comment]);
}
