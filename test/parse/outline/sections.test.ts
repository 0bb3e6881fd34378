import { expect, test } from 'vitest';
import { contract, quote } from '../contracts.ts';

const text = `# DATA AGREEMENT

## ARTICLE I. USE

**1.1 Purpose.** Vendor shall teach.

(a) It shall not sell data.

(b) It shall not rent data.

## ARTICLE II

SECURITY

2.1 Vendor shall lock the door.

## Exhibit G: Connecticut Terms

1. Vendor shall delete data.
`;

test('outlines by headings and by typed numbers', async () => {
  const { sections } = await contract(text);
  expect(sections.map(({ label, title, level, part }) => [label, title, level, part])).toEqual([
    ['', 'DATA AGREEMENT', 1, ''],
    ['ARTICLE I', 'USE', 2, ''],
    ['1.1', 'Purpose', 3, ''],
    ['1.1(a)', '', 4, ''],
    ['1.1(b)', '', 4, ''],
    ['ARTICLE II', '', 2, ''],
    ['', 'SECURITY', 3, ''],
    ['2.1', '', 4, ''],
    ['Exhibit G', 'Connecticut Terms', 2, 'Exhibit G'],
    ['1', '', 3, 'Exhibit G'],
  ]);
});

test('the title right below the number of an annex is its own', async () => {
  const { sections } = await contract(
    '# AMENDMENT\n\n1. It ends.\n\n## ANNEX 1\n\n## LICENCE\n\n7. It starts.\n\n## ANNEX 2\n\nNone.\n',
  );
  expect(sections.map(({ label, title, part }) => [label, title, part])).toEqual([
    ['', 'AMENDMENT', ''],
    ['1', '', ''],
    ['ANNEX 1', '', 'ANNEX 1'],
    ['', 'LICENCE', 'ANNEX 1'],
    ['7', '', 'ANNEX 1'],
    ['ANNEX 2', '', 'ANNEX 2'],
  ]);
});

test('a statement stands under the titles above it, not under that of the document', async () => {
  const found = await contract(text);
  const rent = found.statements.find((statement) => quote(found, statement).includes('rent'));
  expect(rent?.headings.map((span) => quote(found, span))).toEqual(['USE', 'Purpose.']);
});

test.each([
  ['**Publicity.** Neither party shall advertise.', 'Publicity.', 'Neither party shall advertise.'],
  ['7. Security. Vendor shall lock it.', 'Security', 'Vendor shall lock it.'],
  ['4.4 *Deletion on request.* The Board may ask.', 'Deletion on request', 'The Board may ask.'],
  ['- **2.1 Account Data** We collect names.', 'Account Data', 'We collect names.'],
  ['**11. Law.** ~~Ohio law governs.~~ **Utah law shall govern it.** Pay.', 'Law.', 'Utah law shall govern it.'],
  ['Governing Law: Connecticut law governs.', 'Governing Law', 'Connecticut law governs.'],
])('reads the run-in heading of %s', async (line, title, words) => {
  const found = await contract(`# A\n\n${line}`);
  const [statement] = found.statements.filter(({ zone }) => zone === 'operative');
  expect(statement?.headings.map((span) => quote(found, span))).toEqual([title]);
  expect(quote(found, statement ?? null)).toBe(words);
});

test.each([
  '1.2 **Strike** Section 6 of the lease.',
  '9(b). The Company is a corporation of Maine.',
  '3. Vendor shall pay. It shall pay soon.',
  'Net 30. It is due.',
  '## We use the data that we collect only for the following purposes:\n\n- grading\n- reports',
])('finds no heading in %s', async (line) => {
  const found = await contract(line);
  expect(found.statements.filter(({ zone }) => zone === 'heading')).toEqual([]);
});

test.each([
  ['ARTICLE 4. DATA. 4.1 One thing. 4.2 *Archive.* Another. 4.3 A third.', ['ARTICLE 4', '4.1', '4.2', '4.3']],
  ['2.1 One thing. 2.2 Another.', ['2.1', '2.2']],
  // Numbers that do not count on from .1 refer.
  ['Vendor shall obey Section 3. 4.2 Percent is due. 4.3 Percent more.', []],
  ['The fee is $4.1 Million. 4.2 Million follow.', []],
])('clauses that run on in one paragraph: %s', async (paragraph, labels) => {
  const { sections } = await contract(paragraph);
  expect(sections.map(({ label }) => label)).toEqual(labels);
});

test.each([
  ['5. Deletion on request\n\nThe Board may ask Vendor to delete student data.', 'Deletion on request'],
  ['5. How data is deleted\n\nThe Board may ask Vendor to delete student data.', 'How data is deleted'],
  ['5. Deletion on request\n\n5.1 The Board may ask Vendor to delete student data.', 'Deletion on request'],
  ['5. Deletion on request\n\n6. The Board may ask Vendor to delete student data.', ''],
  ['5. Data is deleted on request\n\nThe Board may ask Vendor to delete it.', ''],
  ['5. Deletion on request.\n\nThe Board may ask Vendor to delete it.', ''],
  ['Vendor collects:\n\n1. Name and grade\n\nThe Board may ask Vendor to delete it.', ''],
  ['4. Test scores of each year\n\n5. Deletion on request\n\nThe Board may ask Vendor to delete it.', ''],
])('tells a numbered title in the type of the text by what follows: %j', async (body, title) => {
  const { sections } = await contract(`Agreement between Vendor and the Board.\n\n${body}`);
  expect(sections.find(({ label }) => label === '5' || label === '1')?.title).toBe(title);
});

test.each([
  [
    '1. Within 48 hours of discovery: Vendor telephones the Board.',
    'Within 48 hours of discovery: Vendor telephones the Board.',
  ],
  [
    '**Not later than ten days after a breach:** Vendor writes.',
    'Not later than ten days after a breach: Vendor writes.',
  ],
  ['1. Within the building: no smoking is allowed.', 'no smoking is allowed.'],
  ['1. Thirty days: how to cancel. Write to us.', 'how to cancel.'],
])('a time before a colon begins the sentence, and is no title: %s', async (text, first) => {
  const found = await contract(`# TERMS\n\n${text}`);
  const operative = found.statements.find(({ zone }) => zone === 'operative');
  expect(operative && quote(found, operative)).toBe(first);
});

test('a schedule that is titled in brackets before its text is no part of the last clause', async () => {
  const { sections } = await contract(
    '# LICENSE\n\n1. Vendor pays.\n\n2. Vendor rests.\n\n**Schedule 1 (Help).** Vendor answers.\n\nSchedule 1 (as amended) binds.',
  );
  expect(sections.map(({ label, title, level }) => [label, title, level])).toEqual([
    ['', 'LICENSE', 1],
    ['1', '', 2],
    ['2', '', 2],
    ['Schedule 1', 'Help', 2],
  ]);
});

test.each([
  '## ATTACHMENT: the Agreement as it stood before this Amendment',
  '## COPY OF THE AGREEMENT OF AUGUST 11, 2014',
  '# ANNEX 1\n\n## Consolidated 2019 Agreement (as it stood)',
])('a paper that is annexed under %s is a part of its own', async (title) => {
  const { sections } = await contract(`# AMENDMENT\n\n1. It ends.\n\n${title}\n\n7. It starts.`);
  const [first, last] = [sections.find(({ label }) => label === '1'), sections.at(-1)];
  expect([first?.part, last?.label]).toEqual(['', '7']);
  expect(last?.part).toMatch(/^(?:ATTACHMENT|COPY|ANNEX 1$)/);
});

test('a clause in double brackets has its number', async () => {
  const { sections } = await contract('**5.2** Vendor pays.\n\n**5.3** [[Vendor rests.]]');
  expect(sections.map(({ label }) => label)).toEqual(['5.2', '5.3']);
});

test('"Section 8.2." before an order is its title', async () => {
  const found = await contract('**4.** *Section 8.2.* For "ten" read "nine."');
  expect(found.statements.map(({ headings }) => headings.map((span) => quote(found, span)))).toContainEqual([
    'Section 8.2',
  ]);
});
