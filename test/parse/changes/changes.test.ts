import { expect, test } from 'vitest';
import { contract, quote, statements } from '../contracts.ts';

const paper = `# AGREEMENT

This is between the Elm Board of Education (the "District") and Acme, Inc. (the "Vendor").

**1. Use.** Vendor shall not sell data. Vendor may share data with partners.

**2. Notice.** Vendor shall tell the District within ten (10) days.

**3. Law.** The laws of Ohio govern, and Ohio courts decide.

**4. Staff.** Vendor and the District train staff.

`;

const read = async (clause: string) => {
  const found = await contract(`${paper}**5. Amendment.** ${clause}`);
  return {
    changes: found.changes.map(({ at, by }) => [quote(found, at), by && quote(found, by)]),
    unread: found.unread.map((span) => quote(found, span)),
  };
};

const ten = [['ten (10)', 'ninety (90)']];
const ohio = [
  ['Ohio', 'Utah'],
  ['Ohio', 'Utah'],
];

test.each<[string, (string | null)[][]]>([
  ['In Section 2, the words “ten (10)” are deleted and replaced with “ninety (90)”.', ten],
  ['Section 2 is amended by striking “ten (10)” and inserting “ninety (90)” in its place.', ten],
  ['Section 2 is hereby amended by replacing the words "ten (10)" with the words "ninety (90)."', ten],
  ['Section 2 is amended by substituting “ninety (90)” for “ten (10)”.', ten],
  ['The phrase “ten (10)” in Section 2 is changed to “ninety (90)”.', ten],
  ['In Section 2, “ten (10)” becomes “ninety (90)”.', ten],
  ['In Section 2, “ten (10)” shall be read as “ninety (90)”.', ten],
  ['In Section 2, replace “ten (10)” with “ninety (90)”.', ten],
  ['In Section 2, for “ten (10)” read “ninety (90)”.', ten],
  ['In Section 2, the words “ten (10)” come out and the words “ninety (90)” go in.', ten],
  ['In Section 2, strike “ten (10)”. Insert in its place: “ninety (90)”.', ten],
  [
    'In Section 2, strike “ten (10)” and “within”. Insert in place of the first: “ninety (90)”.',
    [['within', null], ...ten],
  ],
  ['In Section 1, everything from “share data” to the end is deleted.', [['share data with partners.', null]]],
  [
    'In Section 1 ("Use") everything after the words “share data” is struck out and the following inserted: “with nobody”.',
    [[' with partners.', 'with nobody']],
  ],
  ['In Section 1, the words from “share data” to the end are struck.', [['share data with partners.', null]]],
  ['In Section 2 the words beginning “within” and ending with “days” are deleted.', [['within ten (10) days', null]]],
  [
    'In Section 2, strike the words from “within” through “days” and insert “at once”.',
    [['within ten (10) days', 'at once']],
  ],
  ['In Section 1, strike everything after the words “share data”.', [[' with partners.', null]]],
  ['The words “ten (10)” in Section 2 are struck and “ninety (90)” is inserted.', ten],
  ['Section 2 is amended to change “ten (10)” to “ninety (90)”.', ten],
  ['Each reference to “Ohio” in this Agreement is replaced with “Utah”.', ohio],
  ['The reference to “Ohio” in Section 3 is replaced with “Utah”.', ohio],
  ['In Section 1, the word “not” is deleted.', [['not', null]]],
  ['In § 2, “ten (10)” is struck out and “ninety (90)” is written in.', ten],
  ['In Section 4, “and the District” is struck.', [['and the District', null]]],
  ['The phrase ‘and the District’ is hereby removed from Section 4.', [['and the District', null]]],
  ['Section 2 [Notice] shall be amended so that “ten (10)” reads “ninety (90)”.', ten],
  ['Sections 2 and 3 are each amended by striking “ten (10)” and inserting “ninety (90)”.', ten],
  ['In Section 2, “ten (10)” shall be deemed replaced by “ninety (90)”.', ten],
  ['Section 4 is amended by inserting “never” after “District”.', [['', 'never']]],
  ['Section 4 is amended by adding the words “or its agents” before “train”.', [['', 'or its agents']]],
])('%s', async (clause, changes) => {
  expect(await read(clause)).toEqual({ changes, unread: [] });
});

test('a list of changes under one lead', async () => {
  const found = await read(
    'Section 2 is amended:\n\n(a) by striking “Vendor” and inserting “Acme”; and\n\n(b) by replacing “ten (10)” with “ninety (90)”.',
  );
  expect(found.changes).toEqual([['Vendor', 'Acme'], ...ten]);
});

test.each([
  'Under Section 1, Vendor shall delete “Student Data”.',
  'Vendor shall delete “Student Data” named in a request under Section 1.',
  'Sections that speak of “data” are read broadly.',
  'If Section 1 is amended by deleting “data”, the parties shall meet.',
  'Vendor shall amend its charter to delete every reference to “Ohio”.',
  'The words “in writing” include e-mail.',
  'In the Web Terms, the words “ten (10)” are replaced with “ninety (90)”.',
  'Section 2 of the Web Terms is amended by striking “ten (10)” and inserting “ninety (90)”.',
])('changes no words here: %s', async (clause) => {
  expect(await read(clause)).toEqual({ changes: [], unread: [] });
});

test('words that do not stand where they should are told', async () => {
  const clause = 'In Section 2, the words “five (5) days” are replaced with “ninety (90) days”.';
  expect(await read(clause)).toEqual({ changes: [], unread: [clause] });
});

test('a change that is understood in part is carried out so far, and told', async () => {
  const clause = 'In Section 2, “ten (10)” is replaced by “ninety (90)”, and “moons” is deleted.';
  expect(await read(clause)).toEqual({ changes: ten, unread: [clause] });
});

test('a clause that only changes words binds nobody by those', async () => {
  const found = await contract(`${paper}**5. Amendment.** In Section 1, the word “not” is deleted. Vendor pays.`);
  expect(statements(found).at(-1)).toBe('Vendor pays.');
  expect(statements(found, 'explanation')).toEqual(['In Section 1, the word “not” is deleted.']);
});

test.each([
  ['The first sentence of Section 1 is deleted.', ['Vendor shall not sell data.']],
  [
    'The last sentence in Section 1 is deleted and replaced with: “Vendor shares nothing.”',
    ['Vendor may share data with partners.'],
  ],
  ['Delete the second sentence of Section 1.', ['Vendor may share data with partners.']],
  ['The second sentence of Section 1 remains.', []],
])('%s', async (clause, struck) => {
  expect(statements(await contract(`${paper}**5. Amendment.** ${clause}`), 'struck')).toEqual(struck);
});

test('a quotation without a word stands nowhere', async () => {
  const found = await contract(
    '# AMENDMENT\n\n1. Vendor shall put “ , ” for a stop in what it prints.\n\n## ANNEX 1: THE LEASE\n\n1. Vendor shall run.',
  );
  expect(found.changes).toEqual([]);
});
