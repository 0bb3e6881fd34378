import { expect, test } from 'vitest';
import { contract, quote } from '../contracts.ts';

test.each([
  ['"Pupil Data" means all data on pupils.', ['Pupil Data'], 'all data on pupils.'],
  ['“Pupil Data” and “Records” each refer to what pupils give.', ['Pupil Data', 'Records'], 'what pupils give.'],
  [
    '"Pupil Data" below is any data on a pupil. It includes names.',
    ['Pupil Data'],
    'any data on a pupil. It includes names.',
  ],
  [
    'Class Data is everything about your pupils that you enter.',
    ['Class Data'],
    'everything about your pupils that you enter.',
  ],
  // No capitals, no marks.
  ['By the notebooks we mean all data on pupils.', ['notebooks'], 'all data on pupils.'],
  ['When we say kid stuff, we mean all data on pupils.', ['kid stuff'], 'all data on pupils.'],
  ['Pupil stuff is our name for what we keep on pupils.', ['Pupil stuff'], 'what we keep on pupils.'],
  ['Bindery information: whatever we keep on pupils.', ['Bindery information'], 'whatever we keep on pupils.'],
  ['Lab records are every scrap that tells of a pupil.', ['Lab records'], 'every scrap that tells of a pupil.'],
  ['Each version of that file I will call the *Rider List*.', ['Rider List'], 'Each version of that file'],
  ['Kid stuff = anything we keep on pupils.', ['Kid stuff'], 'anything we keep on pupils.'],
  ["Check-in data is everything in Acme's keeping that tells of a pupil.", ['Check-in data'], 'that tells of a pupil.'],
  ['You need what we call the rider file: names of pupils.', ['rider file'], ': names of pupils.'],
  ['Notes and names of pupils are called pass records in this letter.', ['pass records'], 'Notes and names of pupils'],
  ['What comes to us from a pupil we call class data below.', ['class data'], 'What comes to us from a pupil'],
  ['We say kid stuff a lot. It means everything on pupils.', ['kid stuff'], 'It means everything on pupils.'],
  ['Reader data is anything that tells of a pupil.', ['Reader data'], 'anything that tells of a pupil.'],
  ['"Diner Data" = whatever points to a pupil.', ['Diner Data'], 'whatever points to a pupil.'],
  ['By "the Matter" shall be understood all data on pupils.', ['Matter'], 'all data on pupils.'],
  [
    'Names, scores and notes on pupils are called the "Study Files".',
    ['Study Files'],
    'Names, scores and notes on pupils',
  ],
  [
    'All of this is called "Class Files" if it relates to a pupil.',
    ['Class Files'],
    'All of this is called "Class Files" if it relates to a pupil.',
  ],
  [
    'Pupil-level data are files in which a line tells of a pupil.',
    ['Pupil-level data'],
    'files in which a line tells of a pupil.',
  ],
  ['We teach, and flock info is whatever tells of a pupil.', ['flock info'], 'whatever tells of a pupil.'],
  ["I'll call what we have on your pupils their sky logs, all of it.", ['sky logs'], 'what we have on your pupils'],
  ['Rosters and pages on pupils are called the *Job File*.', ['Job File'], 'Rosters and pages on pupils'],
  ['In this memorandum the Roll is that list of pupils.', ['Roll'], 'that list of pupils.'],
  [
    "**Locker records.** Each pupil's name, card, door and help calls.",
    ['Locker records'],
    "Each pupil's name, card, door and help calls.",
  ],
  [
    '**GATE RECORD.** So called here is anything that tells of a pupil.',
    ['GATE RECORD'],
    'So called here is anything that tells of a pupil.',
  ],
  [
    "**Planner files.** We've always used this phrase for what we hold on a pupil.",
    ['Planner files'],
    "We've always used this phrase for what we hold on a pupil.",
  ],
  [
    'Vendor holds the names of pupils. In this paper all of that, taken together, is "Pass Data".',
    ['Pass Data'],
    'Vendor holds the names of pupils. In this paper all of that, taken together,',
  ],
  ['Speech File in this agreement is every record of a pupil.', ['Speech File'], 'every record of a pupil.'],
  [
    '**What I shall call the session papers.** By that I mean the notes on a pupil.',
    ['session papers'],
    'By that I mean the notes on a pupil.',
  ],
  [
    "**Learner Record**: what Vendor's desk, or its staff, have that goes back to a pupil.",
    ['Learner Record'],
    "what Vendor's desk, or its staff, have that goes back to a pupil.",
  ],
  [
    'Names of pupils come to us. I will call the whole of that "the rider list," and mean to keep it.',
    ['rider list'],
    'Names of pupils come to us. I will',
  ],
  ['## A list of words\n\nClear Out is to give back all files.', ['Clear Out'], 'to give back all files.'],
  [
    '"Session records" comes up below. It means everything that tells of a pupil.',
    ['Session records'],
    'It means everything that tells of a pupil.',
  ],
  [
    'I call all of that, and any notes in which a pupil can be known, the "Case Materials".',
    ['Case Materials'],
    'all of that, and any notes in which a pupil can be known',
  ],
  [
    'Family papers. We will use that term for everything that tells of a pupil.',
    ['Family papers'],
    'We will use that term for everything that tells of a pupil.',
  ],
  [
    '## What do we mean by "class data"?\n\nAll that we learn of a pupil.',
    ['class data'],
    'All that we learn of a pupil.',
  ],
  ['"Promptly," wherever it stands with a capital letter, means within five days.', ['Promptly'], 'within five days.'],
  [
    "'Privacy Laws' means FERPA; the District's 'Files' are its own.",
    ['Privacy Laws'],
    "FERPA; the District's 'Files' are its own.",
  ],
  ['1.4 "**Notice Window**": the five days after a breach.', ['Notice Window'], 'the five days after a breach.'],
  [
    '## Words\n\nIn this license:\n\nReporting Span is the ten days after a breach.',
    ['Reporting Span'],
    'the ten days after a breach.',
  ],
  ['**Notice Window** means 72 hours.', ['Notice Window'], '72 hours.'],
  ['Vendor hosts the songs of pupils (the "Song Files").', ['Song Files'], 'Vendor hosts the songs of pupils'],
  ['In this letter, student data is all that we learn of a child.', ['student data'], 'all that we learn of a child.'],
  ['Learner Data (also called Records and Files) is kept here.', ['Learner Data', 'Records', 'Files'], 'is kept here.'],
  [
    'Whatever comes to you about a pupil I shall call a "reading record."',
    ['reading record'],
    'Whatever comes to you about a pupil',
  ],
  [
    'We keep what a pupil writes: all of it. We will call it "Reader Data."',
    ['Reader Data'],
    'We keep what a pupil writes: all of it. We will',
  ],
  [
    'We call it the Sign-In Book. It is every scrap about a pupil.',
    ['Sign-In Book'],
    '. It is every scrap about a pupil.',
  ],
  [
    'The file, and what a child tells you, make up the "Route Book."',
    ['Route Book'],
    'The file, and what a child tells you,',
  ],
  ['All that we notice about a child is what we call cove stuff.', ['cove stuff'], 'All that we notice about a child'],
  ['We call whatever a child draws, "the Art."', ['Art'], 'whatever a child draws'],
  [
    '**3. "Ride Facts."** By that we mean where a child boards.',
    ['Ride Facts'],
    'By that we mean where a child boards.',
  ],
  [
    '**5. Kid Stuff.** That\'s our name for all facts about a child.\n\nIn the Rider "Kid Stuff" means what it means in section 5.',
    ['Kid Stuff'],
    "That's our name for all facts about a child.",
  ],
  ['"Tide Log" has the meaning given in Schedule 2.', ['Tide Log'], 'given in Schedule 2.'],
  ['## Glossary\n\n- **Soon**: within two days.', ['Soon'], 'within two days.'],
  ['## Definitions\n\nPupil Data — all data on pupils.', ['Pupil Data'], 'all data on pupils.'],
  [
    'The terms pupil data and school record have the meanings given in the Act.',
    ['pupil data', 'school record'],
    'given in the Act.',
  ],
  ['What the game stores on each pupil is "Play Data".', ['Play Data'], 'What the game stores on each pupil'],
  [
    "# T\n\n## Notes and Names\n\nThat's what we call the pupil side of it: all that a pupil posts.",
    ['Notes and Names'],
    "That's what we call the pupil side of it: all that a pupil posts.",
  ],
  ['*the Catalog* is the software that finds books.', ['Catalog'], 'the software that finds books.'],
  [
    'The tapes and the sheets are together called the **Corpus**, so long as a pupil can be told from them.',
    ['Corpus'],
    'The tapes and the sheets are together called the Corpus, so long as a pupil can be told from them.',
  ],
  ['PUPIL DATA MEANS ALL DATA ON PUPILS.', ['PUPIL DATA'], 'ALL DATA ON PUPILS.'],
])('%s', async (text, names, meaning) => {
  const found = await contract(text);
  expect(found.terms.map((term) => [term.names, quote(found, term.meaning)])).toEqual([[names, meaning]]);
});

test('the items of a list belong to what it defines', async () => {
  const found = await contract('"Pupil Data" means:\n\n(a) names;\n\n(b) scores.\n\nVendor shall guard it.');
  expect(found.terms.map((term) => quote(found, term.meaning))).toEqual([expect.stringMatching(/names;\n.*scores\.$/)]);
});

test.each([
  'Vendor shall use means that keep all data on pupils safe.',
  'Pupil records are all encrypted in a way that is sound.',
  'This means that Vendor shall pay.',
  'A lower price means more pupils.',
  'the Catalog is the property of the Board.',
  '1. Definitions. None.',
  '"Promptly," when used of support calls, means within four hours.',
  '1. Law. All rights and duties of the parties are determined under the laws of Ohio.',
])('%s defines nothing', async (text) => {
  expect((await contract(text)).terms).toEqual([]);
});

test('a glossary of one sentence names each of its terms, and not what opens it', async () => {
  const found = await contract(
    '# AGREEMENT\n\n## 1. Definitions\n\n1.1 In this Agreement: Hosted Records are all records about pupils; End Date is the day on which it ends; and Charges are those in Schedule 2.',
  );
  expect(found.terms.map(({ names, meaning }) => [...names, quote(found, meaning)])).toEqual([
    ['Hosted Records', 'all records about pupils'],
    ['End Date', 'the day on which it ends'],
    ['Charges', 'those in Schedule 2.'],
  ]);
});

test('a glossary of names and colons, in the lines of one paragraph', async () => {
  const found = await contract(
    '# A\n\n## Definitions\n\n**Aims:** what it is for.\n**Pupil Data:** any data on pupils.',
  );
  expect(found.terms.map(({ names }) => names)).toEqual([['Aims'], ['Pupil Data']]);
});

test('what becomes of a thing is no part of what its name means', async () => {
  const found = await contract(
    '"Pupil Data" is whatever Vendor receives. It includes names. It stays the property of the Board.',
  );
  expect(found.statements.map(({ zone }) => zone)).toEqual(['definition', 'definition', 'operative']);
});

test('a promise that a meaning is said to be is no part of the meaning', async () => {
  const found = await contract(
    '"Safekeeping" means locks and codes that are sound. It is an undertaking of Vendor to the Board.',
  );
  expect(found.statements.map(({ zone }) => zone)).toEqual(['definition', 'operative']);
});

test('a definition that is struck for another gives no meaning', async () => {
  const found = await contract(
    '# AMENDMENT\n\n1. The definition of "Pupil Data" is struck, and this takes its place: "Pupil Data" means all data on pupils.',
  );
  expect(found.terms.map(({ meaning }) => quote(found, meaning))).toEqual(['all data on pupils.']);
});

test.each([
  'The words "the laws of Ohio" are taken out and the laws of Utah are put in.',
  'In Section 5 the words "the State of Utah" are put in their place, and so it reads.',
  '**Law.** Whatever you and we owe each other because of this page, Utah law decides it.',
])('no term: %s', async (text) => {
  const found = await contract(`# TERMS\n\n${text}`);
  expect(found.terms).toEqual([]);
  expect(found.statements.some(({ zone }) => zone === 'definition')).toBe(false);
});
