import { expect, test } from 'vitest';
import { rolesOfTerms } from '../../../src/match/names/term-roles.ts';
import { contractOf, pack } from '../support.ts';

const sides = 'This is between Owl Games, Inc. ("Vendor") and the Elm Board of Education ("Buyer").\n\n';

/** What the last term that a text defines stands for. */
async function roleOf(text: string): Promise<string | null> {
  return rolesOfTerms(await contractOf(sides + text), pack.lexicon).at(-1) ?? null;
}

test.each([
  ['"Pupil Data" means all data about a pupil.', 'DATA'],
  ['"The Corpus" means video of lessons, transcripts and test results of named pupils.', 'DATA'],
  ['"Pupil Readings" are the height, weight and heart rate of a pupil, and any other information.', 'DATA'],
  ['"Licensed Content" means the lessons that Vendor shows to users of the School.', null],
  ['"User Content" means what users upload.', 'DATA'],
  ['"User Materials" means what the School provides to help Vendor promote the Service, such as its logo.', null],
  ['"Content" means what teachers and other users upload.', 'DATA'],
  ['"Footage" means video and location data in which a pupil may be recognized.', 'DATA'],
  ['"Buyer Records" are the folders and every copy of them.', 'DATA'],
  ['"Extract" means the file in which a student could be identified.', 'DATA'],
  ['"Account Data" means data about a pupil. "Patron Records" means Account Data and its copies.', 'DATA'],
  ['"Pupil Files" means data on pupils, metadata that have not been stripped of all names included.', 'DATA'],
  ['"Ghost Corpus" means results by which no pupil can any longer be identified.', 'DEID'],
  [
    '"Pupil Data" means all data about a pupil. It does not include data that cannot be used to identify a pupil.',
    'DATA',
  ],
  ['"Pupil Data" means data about pupils, excluding files in which no pupil can be identified.', 'DATA'],
  ['"Bare Data" is data from which names and any other item that tells of a pupil have been removed.', 'DEID'],
  ['"Board Tables" are tables by grade in which any cell of fewer than ten pupils is suppressed.', 'DEID'],
  ['"Thin Data" is data about pupils from which names have been removed.', 'DATA'],
  ['This Student Data Privacy Agreement (the "DPA") is made today.', null],
  ['Vendor runs a student information system (the "SIS").', null],
  ['"Merchant Data" means settlement and stock figures that identify no pupil.', null],
  ['"Vendor Materials" means the exercises, letter models and their records.', 'OTHER'],
  ['"Pupil Matter" means all data on a pupil. "Strikeout" is the deletion of Pupil Matter on request.', null],
  ['"Pupil Matter" means all data on a pupil. "Lockup" is the condition in which Pupil Matter is kept.', null],
  ['"Pupil Matter" means all data on a pupil. "Escape" means Pupil Matter\'s having been taken.', null],
  ['"Pupil Matter" means all data on a pupil. "Loot" is the part of the data in Pupil Matter that is lost.', 'DATA'],
  ['"Pupil Matter" means all data on a pupil. "Loot" is anything a pupil may lose of Pupil Matter.', 'DATA'],
  ['"Event" means the release of records of a pupil to a stranger.', null],
  ['"Platform" means the software that holds records of pupils.', null],
  ['"Buyer Portal" means the page that shows the records.', null],
])('%s is %s', async (text, expected) => {
  expect(await roleOf(text)).toBe(expected);
});
