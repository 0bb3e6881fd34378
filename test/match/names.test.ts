import { expect, test } from 'vitest';
import { extract } from '../../src/extract/index.ts';
import { words } from '../../src/language/words.ts';
import { resolveNames } from '../../src/match/names.ts';
import { Scales } from '../../src/match/weigh.ts';
import { parse } from '../../src/parse/index.ts';
import { loadReady } from '../../src/ready.ts';
import type { Contract } from '../../src/types.ts';

const pack = await loadReady(new URL('../../rules/ct', import.meta.url).pathname);
const sides = 'This is between Owl Games, Inc. ("Vendor") and the Elm Board of Education ("Buyer").\n\n';

async function contractOf(text: string): Promise<Contract> {
  const bytes = new TextEncoder().encode(sides + text);
  const read = await extract({ path: 'c.md', bytes }, { passwords: [], revisions: 'accepted', ocr: 'off' });
  return parse(read, pack.lexicon);
}

/** What the first term that a text defines stands for. */
async function roleOf(text: string): Promise<string | null> {
  return resolveNames(await contractOf(text), pack.lexicon, null).termRoles.at(-1) ?? null;
}

/** What a name stands for, whoever told it. */
async function roleOfName(text: string, name: string, naming: Scales | null): Promise<string | null> {
  const { own } = resolveNames(await contractOf(text), pack.lexicon, naming);
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
  ['"Pupil Files" means data on pupils, metadata that have not been stripped of all names included.', 'DATA'],
  ['"Ghost Corpus" means results by which no pupil can any longer be identified.', 'DEID'],
  ['"Merchant Data" means settlement and stock figures that identify no pupil.', null],
  ['"Vendor Materials" means the exercises, letter models and their records.', 'OTHER'],
  ['"Event" means the release of records of a pupil to a stranger.', null],
  ['"Platform" means the software that holds records of pupils.', null],
  ['"Buyer Portal" means the page that shows the records.', null],
])('%s is %s', async (text, expected) => {
  expect(await roleOf(text)).toBe(expected);
});

/** Who roars is the contractor, who is asked the board; what is milked is the data. */
const naming = new Scales({
  parts: ['CONTRACTOR', 'BOARD', 'DATA'],
  bias: [-300, -300, -300],
  features: { '>roar': [0, 900], '<ask': [1, 900], '<milk': [2, 900], '==bale': [2, 350], '>moo': [0, 900, 2, -900] },
});

test.each([
  ['The Meadow roars. We hear Meadow. Meadow ends.', 'Meadow', 'CONTRACTOR'],
  ['You ask Meadow. We hear Meadow. Meadow ends.', 'Meadow', 'BOARD'],
  ['"Meadow" means green. We milk Meadow.', 'Meadow', 'DATA'],
  ['Of "green herds" we milk green herds, and green herds moan.', 'green herds', 'DATA'],
  // Not often enough, and never with a capital inside of a sentence.
  ['You ask Meadow. Meadow ends.', 'Meadow', null],
  // Nothing speaks for a role.
  ['We hear Meadow. Meadow ends. Meadow grows.', 'Meadow', null],
  // Declared as one side, and everything speaks for the other.
  ['You ask Vendor. You ask the Vendor of Vendor. You ask Vendor. You ask Vendor.', 'Vendor', 'BOARD'],
  // … but seldom.
  ['You ask Vendor. You ask the Vendor of Vendor.', 'Vendor', 'CONTRACTOR'],
  // Declared as one side, and something speaks for it.
  ['You ask Vendor. Vendor roars.', 'Vendor', 'CONTRACTOR'],
  // The data has no other name, so that half is enough; next to a declared one it is not.
  ['Bale is dry. A dry Bale is a Bale.', 'Bale', 'DATA'],
  ['"Student Data" means data about students. Bale is dry. A dry Bale is a Bale.', 'Bale', null],
])('by its company, %s: %s', async (text, name, role) => {
  expect(await roleOfName(text, name, naming)).toBe(role);
});

test('a defined term that is the data by its company is so wherever the term is asked for', async () => {
  const text = await contractOf('"Meadow" means green. We milk Meadow.');
  expect(resolveNames(text, pack.lexicon, null).termRoles).toEqual([null]);
  expect(resolveNames(text, pack.lexicon, naming).termRoles).toEqual(['DATA']);
});

test('"Records of Students" is about the data', async () => {
  expect(await roleOfName('"Records of Students" means what names a pupil.', 'Records of Students', null)).toBe('DATA');
});
