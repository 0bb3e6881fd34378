import { expect, test } from 'vitest';
import { words } from '../../../src/language/words.ts';
import { resolveNames } from '../../../src/match/names/names.ts';
import { Scales } from '../../../src/match/weights/weigh.ts';
import { contractOf, pack } from '../support.ts';

const sides = 'This is between Owl Games, Inc. ("Vendor") and the Elm Board of Education ("Buyer").\n\n';

/** What a name stands for, whoever told it. */
async function roleOfName(text: string, name: string, naming: Scales | null): Promise<string | null> {
  const { own } = resolveNames(await contractOf(sides + text), pack.lexicon, naming);
  const [hit] = own.phrases.at(words(name), 0);
  return hit ? (own.list[hit.id]?.role ?? null) : null;
}

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
  const text = await contractOf(`${sides}"Meadow" means green. We milk Meadow.`);
  expect(resolveNames(text, pack.lexicon, null).termRoles).toEqual([null]);
  expect(resolveNames(text, pack.lexicon, naming).termRoles).toEqual(['DATA']);
});

test('"Records of Students" is about the data', async () => {
  expect(await roleOfName('"Records of Students" means what names a pupil.', 'Records of Students', null)).toBe('DATA');
});

test.each([
  ['"Diver Records" means records of pupils who dive. A diver\'s parents may ask.', 'diver', 'FAMILY'],
  ['"Diver Records" means records of pupils who dive. Young divers are told.', 'divers', 'FAMILY'],
  // Nothing tells that a diver is a child; a roster is not, and neither is who buys.
  ['"Diver Records" means records of pupils who dive. A diver may ask.', 'diver', null],
  ['"Client Data" means data of pupils. A client who pays may ask.', 'client', null],
  ["A diver's parents may ask.", 'diver', null],
])('pupils by what the data are called after, %s: %s', async (text, name, role) => {
  expect(await roleOfName(text, name, null)).toBe(role);
});
