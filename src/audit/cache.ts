import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { type Examined, sha256 } from '../lint.ts';
import { codeFolder, version } from '../package.ts';
import type { Pack, Source } from '../types.ts';
import type { Examiner, RunSettings } from './audit.ts';
import { fromStored, type Stored, toStored } from './stored.ts';

/** Keeps what was found in files, and looks there first. The verdict is not kept: it hangs on the day and the facts. */
export async function cached(examiner: Examiner, folder: string, pack: Pack): Promise<Examiner> {
  const build = await buildOf(codeFolder);
  await sweep(folder);
  return async (source, settings) => {
    // Nobody wants the words of a locked file to lie about unlocked.
    if (settings.reading.passwords.length > 0) return examiner(source, settings);
    const own = settings.rules?.pack ?? pack;
    const key = keyOf(source, settings, [version, build, own.hash]);
    const file = join(folder, key.slice(0, 2), `${key}.json`);
    const known = await read(file, key, own);
    if (known !== null && known.sha256 === sha256(source.bytes)) return known;
    const examined = await examiner(source, settings);
    // A page that could not be read today may be read tomorrow, when OCR is installed.
    if (examined.text.pagesWithoutText.length === 0) await write(file, key, examined);
    return examined;
  };
}

function keyOf({ path, bytes }: Source, { reading, selfCheck, called }: RunSettings, made: readonly string[]): string {
  const { revisions, ocr } = reading;
  // The name decides between Markdown and plain text.
  const asked = JSON.stringify([selfCheck ?? false, called ?? null]);
  const parts = [...made, sha256(bytes), extname(path).toLowerCase(), revisions, ocr, asked];
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

/** An entry that is torn, changed or in another's place is no entry. */
async function read(file: string, key: string, pack: Pack): Promise<Examined | null> {
  const content = await readFile(file, 'utf8').catch(() => '');
  const end = content.indexOf('\n');
  const body = content.slice(end + 1);
  if (end === -1 || content.slice(0, end) !== seal(key, body)) return null;
  const stored: Stored = JSON.parse(body);
  return fromStored(stored, pack);
}

/** Another run may write the same entry at the same time: each writes its own file, and the last name stands. */
async function write(file: string, key: string, examined: Examined): Promise<void> {
  const body = JSON.stringify(toStored(examined));
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(temporary, `${seal(key, body)}\n${body}`, { mode: 0o600 });
    await rename(temporary, file);
  } catch {
    // A cache that cannot be written makes a run slow, not wrong.
    await rm(temporary, { force: true }).catch(() => {});
  }
}

function seal(key: string, body: string): string {
  return createHash('sha256').update(`${key}\n${body}`).digest('hex');
}

/** What tells one build of the linter from another of the same version, as in a checkout somebody works in. */
async function buildOf(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true })).toSorted();
  const marks = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(join(folder, file));
      return `${file} ${size} ${mtimeMs}`;
    }),
  );
  return createHash('sha256').update(marks.join('\n')).digest('hex');
}

const month = 30 * 24 * 3600 * 1000;

/** Once a day, takes out the entries that were written a month ago. */
async function sweep(folder: string): Promise<void> {
  const mark = join(folder, 'swept');
  const since = await ageOf(mark);
  if (since !== null && since < month / 30) return;
  try {
    const files = since === null ? [] : await entriesIn(folder);
    for (const file of files) if (((await ageOf(file)) ?? 0) > month) await rm(file, { force: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    // Touched and not written: the folder is the user's, and so may a file of that name be.
    await appendFile(mark, '');
    await utimes(mark, new Date(), new Date());
  } catch {
    // Somebody else sweeps, or nobody may.
  }
}

/** The files that `write` made. Somebody may have named a folder for the cache that holds things of their own. */
async function entriesIn(folder: string): Promise<string[]> {
  const folders = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isDirectory() && /^[0-9a-f]{2}$/.test(entry.name),
  );
  const lists = await Promise.all(
    folders.map(async ({ name }) =>
      (await readdir(join(folder, name), { withFileTypes: true }))
        .filter((entry) => entry.isFile() && entry.name.startsWith(name) && entryName.test(entry.name))
        .map((entry) => join(folder, name, entry.name)),
    ),
  );
  return lists.flat();
}

const entryName = /^[0-9a-f]{64}\.json(?:\.[0-9a-f]{12}\.tmp)?$/;

/** Milliseconds since a file was written; null where there is none. */
async function ageOf(file: string): Promise<number | null> {
  return stat(file).then(
    ({ mtimeMs }) => Date.now() - mtimeMs,
    () => null,
  );
}
