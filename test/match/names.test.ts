import { expect, test } from 'vitest';
import { extract } from '../../src/extract/index.ts';
import { words } from '../../src/language/words.ts';
import { resolveNames } from '../../src/match/names.ts';
import { parse } from '../../src/parse/index.ts';
import { loadReady } from '../../src/ready.ts';

const pack = await loadReady(new URL('../../rules/ct', import.meta.url).pathname);
const sides = 'This is between Owl Games, Inc. ("Vendor") and the Elm Board of Education ("Buyer").\n\n';

/** What the first term that a text defines stands for. */
async function roleOf(text: string): Promise<string | null> {
  const bytes = new TextEncoder().encode(sides + text);
  const read = await extract({ path: 'c.md', bytes }, { passwords: [], revisions: 'accepted', ocr: 'off' });
  return resolveNames(parse(read, pack.lexicon), pack.lexicon).termRoles.at(-1) ?? null;
}

/** What a name stands for, whoever told it. */
async function roleOfName(text: string, name: string): Promise<string | null> {
  const bytes = new TextEncoder().encode(sides + text);
  const read = await extract({ path: 'c.md', bytes }, { passwords: [], revisions: 'accepted', ocr: 'off' });
  const { own } = resolveNames(parse(read, pack.lexicon), pack.lexicon);
  const [hit] = own.phrases.at(words(name), 0);
  return hit ? (own.list[hit.id]?.role ?? null) : null;
}

test.each([
  ['"Pupil Data" means all data about a pupil.', 'DATA'],
  ['"The Corpus" means video of lessons, transcripts and test results of named pupils.', 'DATA'],
  ['"Pupil Readings" are the height, weight and heart rate of a pupil, and any other information.', 'DATA'],
  ['"Licensed Content" means the lessons that Vendor shows to users of the School.', null],
  ['"User Content" means what users upload.', 'DATA'],
  ['"Content" means what teachers and other users upload.', 'DATA'],
  ['"Footage" means video and location data in which a pupil may be recognized.', 'DATA'],
  ['"Buyer Records" are the folders and every copy of them.', 'DATA'],
  ['"Extract" means the file in which a student could be identified.', 'DATA'],
  ['"Account Data" means data about a pupil. "Patron Records" means Account Data and its copies.', 'DATA'],
  ['"Ghost Corpus" means results by which no pupil can any longer be identified.', 'DEID'],
  ['"Merchant Data" means settlement and stock figures that identify no pupil.', null],
  ['"Vendor Materials" means the exercises, letter models and their records.', 'OTHER'],
  ['"Event" means the release of records of a pupil to a stranger.', null],
  ['"Platform" means the software that holds records of pupils.', null],
  ['"Buyer Portal" means the page that shows the records.', null],
])('%s is %s', async (text, expected) => {
  expect(await roleOf(text)).toBe(expected);
});

test.each([
  [
    'The app keeps each child\'s taps. We call these the "Play Records." Play Records stay. Play Records go. Play Records end.',
    'Play Records',
  ],
  ['Of "reader files" every pupil has one. Reader files stay, reader files go, reader files end.', 'reader files'],
  ['"Records of Students" means what names a pupil.', 'Records of Students'],
])('%s is about the data', async (text, name) => {
  expect(await roleOfName(text, name)).toBe('DATA');
});

test.each([
  [
    'Billing Records stay. Billing Records go. Billing Records end. Billing Records are kept of each pupil.',
    'Billing Records',
  ],
  ['Play Records stay. Play Records go. Play Records end. Play Records are of horses.', 'Play Records'],
  ['Play Records of a pupil stay.', 'Play Records'],
])('%s is not', async (text, name) => {
  expect(await roleOfName(text, name)).not.toBe('DATA');
});
