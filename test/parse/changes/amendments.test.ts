import { expect, test } from 'vitest';
import { contract, quote, statements } from '../contracts.ts';

const main = '\n\n## ATTACHMENT 1: MAIN TERMS\n\n**6.** Vendor owns all data.\n\n**7.** Vendor shall pay.';

test.each([
  ['1. Section 6 is deleted.', ['Vendor owns all data.']],
  ['1. Section 6 of the Main Terms is deleted and replaced by: "Vendor owns none."', ['Vendor owns all data.']],
  ['1. Paragraph 6 of Attachment 1 is struck.', ['Vendor owns all data.']],
  ['1. Section 6 shall be of no force.', ['Vendor owns all data.']],
  ['1. Section 6, under which Vendor had a say, comes out together with Form D.', ['Vendor owns all data.']],
  ['1. Section 6 is taken out entirely.', ['Vendor owns all data.']],
  ['1. Section 6 ("Data") is struck out.', ['Vendor owns all data.']],
  ['1. Sections 5 and 6 of the Main Terms, as they stand in Attachment 1, are struck out.', ['Vendor owns all data.']],
  [
    '1. What Section 6 says about data is taken out, and this is put in: "Vendor owns none."',
    ['Vendor owns all data.'],
  ],
  ['1. What Section 6 says about data applies, and no fee is taken out.', []],
  ['1. Section 6 does not apply to the District.', ['Vendor owns all data.']],
  ['1. Section 6 does not apply to records that parents keep.', []],
  ['1. Section 6 of the Web Terms is deleted.', []],
  ['1. In Section 6 the words "all data" become "no data".', []],
  ['1. If they differ, this Amendment overrides Section 6.', []],
  ['1. Data is deleted under Section 6.', []],
  ['1. In Section 6, the optional words do not apply.', []],
  ['1. Section 6 will not apply to Uncapped Claims.', []],
  ['1. **Section 6 is struck out whole.** In its stead:\n\n> **6.** Vendor rests.', ['Vendor owns all data.']],
  ['1. **Section 6.** Strike it, and put nothing in its place.', ['Vendor owns all data.']],
  [
    '1. **Section 6.** Strike the whole of Section 6 and put in its place:\n\n> "6.1 Vendor rests on Sundays, on holidays and on whatever day the clerk has told it of."',
    ['Vendor owns all data.'],
  ],
  ['1. **Section 6.** Strike it from the list.', []],
  ['## Struck out\n\n(a) the whole of Section 6;', ['Vendor owns all data.']],
  ['## Strikings\n\nOut of Attachment 1 come, entire: **Section 6**.', ['Vendor owns all data.']],
  ['## Struck out\n\nSections 6 (Ownership) and 7 of the Main Terms', ['Vendor owns all data.', 'Vendor shall pay.']],
  ['## Struck out\n\n- Section 6, as to data of last year', []],
  ['## Struck out or added\n\n- Section 6', []],
  [
    '1. Sections 6 (Ownership) and 7 of the Main Terms are deleted in their entirety.',
    ['Vendor owns all data.', 'Vendor shall pay.'],
  ],
])('%s', async (clause, struck) => {
  expect(
    statements(
      await contract(
        `# AMENDMENT\n\nThis is between the Elm Board of Education (the "District") and Acme, Inc.\n\n${clause}${main}`,
      ),
      'struck',
    ),
  ).toEqual(struck);
});

const four =
  '\n\n## ATTACHMENT 1: MAIN TERMS\n\n**4. Data.** Vendor keeps files. Vendor sells files.\n\nVendor hides files. Vendor lends files.';

test.each([
  ['1. In Section 4, the second sentence (the one on selling) is struck out.', ['Vendor sells files.']],
  ['1. **Section 4.** Strike the last sentence ("Vendor lends files.").', ['Vendor lends files.']],
  ['## Struck out\n\n(a) in Section 4, the second sentence;', ['Vendor sells files.']],
  ['## Struck out\n\n(a) in Section 4, the second paragraph.', ['Vendor hides files.', 'Vendor lends files.']],
  ['## Kept\n\n(a) in Section 4, the second sentence;', []],
  ['1. **Section 4.** Read the last sentence twice.', []],
])('a sentence or a paragraph of a clause: %s', async (clause, struck) => {
  const found = await contract(`# AMENDMENT\n\nBetween the Elm Board of Education and Acme, Inc.\n\n${clause}${four}`);
  expect(statements(found, 'struck')).toEqual(struck);
  expect(found.unread).toEqual([]);
});

test.each([
  [
    'Sections 4 and 9(b) of the Agreement, as they stand in the Annex, are struck out.',
    ['(b) Ohio law binds Vendor.', 'It does so always.'],
  ],
  ['Section 9(d) is struck out.', []],
  ['Vendor shall ask whether Section 9(b) applies.', []],
])('an item of a clause that runs on: %s', async (clause, struck) => {
  const found = await contract(
    `# AMENDMENT\n\nBetween the Elm Board of Education and Acme, Inc.\n\n1. ${clause}\n\n## ANNEX: The Agreement as it stood\n\n**9. Law.** (a) Utah law governs. (b) Ohio law binds Vendor. It does so always. (c) Vendor rests.`,
  );
  expect(statements(found, 'struck')).toEqual(struck);
});

test.each([
  ['Old text', ['"Vendor owns all files."']],
  ['New text', []],
])('clauses that a table quotes under "%s"', async (head, struck) => {
  const found = await contract(
    `# AMENDMENT\n\nBetween the Elm Board of Education and Acme, Inc.\n\n| Section | ${head} |\n|---|---|\n| 4(b) | "Vendor owns all files." |\n| 15 | "Vendor pays." |\n\nSections 4(b) and 6 are deleted in full. Section 15 stays.`,
  );
  expect(statements(found, 'struck')).toEqual(struck);
});

test('what changes another paper is not struck by the number that it bears', async () => {
  const found = await contract(
    '# AMENDMENT\n\nOf the Licence of 2016:\n\n**1. Section 2 (Use)** is deleted and replaced by:\n\n> "2. Vendor uses nothing."\n\n**2. Section 9 (Law)** is deleted and replaced by:\n\n> "9. Vendor obeys."',
  );
  expect(statements(found, 'struck')).toEqual([]);
});

test('a clause that is to read anew is not the new one below', async () => {
  const found = await contract(
    '# AMENDMENT\n\n1. Sections 3.1 and 3.2 are amended to read in their entirety as follows:\n\n3.1 Vendor pays.\n\n3.2 Vendor rests.',
  );
  expect(statements(found, 'struck')).toEqual([]);
});

test('an old clause that is told to be taken away is no term', async () => {
  const found = await contract(
    '# AMENDMENT\n\n1. Article 7 of the 2021 Agreement, which let Vendor keep files, is struck out in full.\n\n2. Vendor pays.',
  );
  expect(statements(found)).toEqual(['Vendor pays.']);
});

test.each([
  ['Section 4.2 of the Agreement is deleted.', ['Vendor may keep records.']],
  ['Section 4.2 of the Order is deleted.', []],
])('clauses run on in one paragraph: %s', async (clause, struck) => {
  const found = await contract(
    `# AMENDMENT\n\n1. ${clause}\n\n## EXHIBIT 1\n\n### SERVICES AGREEMENT OF 2021\n\n**ARTICLE 4. DATA.** 4.1 Vendor shall lock the door. 4.2 *Archive.* Vendor may keep records. 4.3 Vendor shall report under 4.2 each year.`,
  );
  expect(statements(found, 'struck')).toEqual(struck);
});

test.each([
  ['1. Section 9.1 is replaced with:\n\n> 9.1 Vendor shall lock the door.', []],
  ['1. Section 9.1 is deleted.\n\n9.1 Vendor keeps the key.', ['Vendor keeps the key.']],
])('a number that the new clause bears: %s', async (clause, struck) => {
  const found = await contract(`# AMENDMENT\n\nThis is between the Elm Board of Education and Acme, Inc.\n\n${clause}`);
  expect(statements(found, 'struck')).toEqual(struck);
});

test.each([
  // The number that an item of the amendment bears, and that of the clause it puts in.
  ['1. Section 2 is struck out.\n\n2. A new Section 7 is added:\n\n> "7. Vendor shall pay."'],
  ['1. Section 7 is struck out.\n\n2. After Section 6 there is added:\n\n> "7. Vendor shall pay. Vendor may rest."'],
  [
    '1. The second sentence of Section 7 is struck.\n\n2. Section 7 is replaced by the following:\n\n> 7. Vendor shall pay. Vendor may rest.',
  ],
  // A list of clauses of one paper, and the letter's own clause of that number.
  ['1. Paragraph 2 ("Use") and paragraph 5 of the 2017 Agreement are deleted.\n\n2. Vendor shall pay.'],
  [
    '1. Section 3 is struck, and the new Section 3 is put in its place.\n\n# THE AGREEMENT AS AMENDED\n\n**3.** Vendor shall pay.',
  ],
  ['1. Section 3 is struck.\n\n# THE AGREEMENT AS CHANGED\n\n**3.** Vendor shall pay.'],
  ['1. Section 3 is replaced by the text shown.\n\n# AGREEMENT (restated)\n\n**3.** Vendor shall pay.'],
])('what an amendment says itself is not what it strikes: %j', async (clause) => {
  const found = await contract(`# AMENDMENT\n\nThis is between the Elm Board of Education and Acme, Inc.\n\n${clause}`);
  expect(statements(found, 'struck')).toEqual([]);
});

test('a clause marked as deleted where it stands', async () => {
  const found = await contract('**4. Records.** Vendor may keep records. [Deleted by the Renewal.]');
  expect(statements(found)).toEqual([]);
});

test.each([
  ['If they differ, this Agreement prevails over the Main Terms.', ''],
  ['If this page and Attachment 1 disagree, Attachment 1 controls.', 'ATTACHMENT 1'],
  ['In case of conflict the Main Terms are to be followed.', 'ATTACHMENT 1'],
  ['Should the two be inconsistent, this Agreement shall control.', ''],
  ['Nothing in Attachment 1 prevails over this Agreement where they differ.', ''],
])('%s', async (clause, part) => {
  const found = await contract(`# AGREEMENT\n\n${clause}${main}`);
  expect(found.precedence.map((one) => [quote(found, one), ...one.parts])).toEqual([[clause, part]]);
});

test.each([
  'Connecticut law prevails over conflicting law.',
  'The Board has control over which of them differ.',
  'Vendor has exclusive control over all the marks that differ.',
  'The Board keeps control over the files wherever they differ.',
  'Neither title nor control passes to Vendor, and neither Board has any over the other.',
  'Vendor has no paper of its own that outranks a setting of the Board.',
  'The law of Connecticut, leaving out its conflict rules, shall govern this Agreement.',
  'Where teacher and family disagree your own records policy is followed.',
  'If the two disagree about sessions, the IEP is followed.',
])('%s ranks no paper', async (clause) => {
  expect((await contract(clause)).precedence).toEqual([]);
});

test.each([
  [
    'the paper named, and not the new clause of that number',
    '## How this amendment works\n\n1. Articles 4 and 5 of the Original are struck out and replaced by those below.\n\n## Restated articles\n\n### Article 4. Files\n\nVendor shall lock the door.\n\n### Article 5. Law\n\nOhio is far.\n\n## Annex 1. THE ORIGINAL (2017)\n\n### Article 4. Data\n\nVendor may keep records.\n\n### Article 5. Place\n\nVendor sits in Utah.',
    ['Vendor may keep records.', 'Vendor sits in Utah.'],
  ],
  [
    'what stands between signs',
    '1. Vendor shall pay.\n\n[STRUCK] 2. Vendor may keep records. [END STRUCK]\n\n3. Vendor shall report.',
    ['[STRUCK] 2.', 'Vendor may keep records.', '[END STRUCK]'],
  ],
])('struck: %s', async (_, text, struck) => {
  const found = await contract(
    `# SECOND AMENDMENT\n\nThis is between the Elm Board of Education and Acme, Inc.\n\n${text}`,
  );
  expect(statements(found, 'struck')).toEqual(struck);
});

test.each([
  'attached as Annex 1 (the "2021 Terms")',
  '(together, the "2021 Terms"), a copy of which is attached as Annex 1',
])('a paper by the name that it is given: %s', async (told) => {
  const found = await contract(
    `# AMENDMENT\n\nThe parties amend their contract ${told}.\n\n1. Section 6 of the 2021 Terms is deleted.\n\n2. Section 7 of the Web Terms is deleted.\n\n# ANNEX 1: HOSTED SERVICES\n\n**6.** Vendor owns all data.\n\n**7.** Vendor shall pay.`,
  );
  expect(statements(found, 'struck')).toEqual(['Vendor owns all data.']);
});

test('what is quoted of a clause to strike it does not hide which clause it is', async () => {
  const found = await contract(
    '# AMENDMENT\n\n1. Section 6 ("Vendor owns all the data that pupils enter") is deleted in its entirety.\n\n2. Clauses 7.1 and 7.2 of the Master are struck out.\n\n# ANNEX 1: THE MASTER\n\n**6.** Vendor owns all data.\n\n**7. More.** [7.1 Vendor may keep data.] [7.2 Vendor may sell data.] 7.3 Vendor shall pay.',
  );
  expect(statements(found, 'struck').slice(1)).toEqual([
    'Vendor owns all data.',
    'Vendor may keep data.]',
    'Vendor may sell data.]',
  ]);
  expect(statements(found)).toEqual(['Vendor shall pay.']);
});

test.each([
  [
    'a paper by its year',
    '## Part I — The 2019 Agreement as it stood\n\n**4.** Vendor owns all data.\n\n**5.** Vendor shall pay.\n\n## Part II — What is struck\n\n2.1 Section 4 of the 2019 Agreement is deleted.',
  ],
  [
    'an annex that says which paper it is below its title',
    '1. Paragraph 4 of the Licence is struck out.\n\n## ANNEX\n\n*The Licence of 2020, as it stood.*\n\n4. Vendor owns all data.\n\n5. Vendor shall pay.',
  ],
  [
    'a sentence among the clauses that are struck',
    '## I. AGREEMENT\n\n**§ 4.** Vendor owns all data.\n\n**§ 5.** Vendor shall pay. Vendor rests.\n\n## II. AMENDMENT\n\n**A. Struck out.** Section 4 and the last sentence of section 5 are deleted in full.',
  ],
])('struck in %s', async (_, text) => {
  const found = await contract(
    `# SECOND AMENDMENT\n\nThis is between the Elm Board of Education and Acme, Inc.\n\n${text}`,
  );
  const struck = statements(found, 'struck');
  expect(struck).toContain('Vendor owns all data.');
  expect(struck).not.toContain('Vendor shall pay.');
});

test('a clause that was put between two others is struck by its number', async () => {
  const found = await contract(
    '# AMENDMENT\n\n1. § 6A is deleted.\n\n## ANNEX: TERMS\n\n§ 6. Vendor shall pay.\n\n§ 6A. *Files.* Vendor owns all data.',
  );
  expect(statements(found, 'struck')).toEqual(['Vendor owns all data.']);
});

test.each([
  ['a conformed copy of what is now in force', 'ANNEX: CONFORMED COPY', []],
  ['a copy of the paper as it stood', 'ANNEX: CONFORMED COPY OF THE TERMS AS THEY STOOD', ['Vendor owns none.']],
])('a clause is struck in %s', async (_, title, struck) => {
  const found = await contract(
    `# AMENDMENT\n\nThis is between the Elm Board of Education and Acme, Inc.\n\n1. Section 4 is struck and a new one written.\n\n## ${title}\n\n**4.** Vendor owns none.\n\n**5.** Vendor shall pay.`,
  );
  expect(statements(found, 'struck')).toEqual(struck);
});

test('a conformed copy that stands before the amendment is amended', async () => {
  const found = await contract(
    'This is between the Elm Board of Education and Acme, Inc.\n\n## Part One: Agreement of 2019 (conformed copy)\n\n**4.** Vendor owns it.\n\n**5.** Vendor shall pay.\n\n## Part Two: Amendment\n\n**A.** Section 4 is struck out in its entirety.',
  );
  expect(statements(found, 'struck')).toEqual(['Vendor owns it.']);
});

test.each([
  ['what is put in', 'What is added', []],
  ['what was struck, told as it stood', 'Old text, added for reading', ['Vendor owns none.']],
])('a clause of the same number is struck below a title of %s', async (_, title, struck) => {
  const found = await contract(
    `# AMENDMENT\n\nThis is between the Elm Board of Education and Acme, Inc.\n\n## I. What is struck\n\nSections 4 and 5 are deleted in full.\n\n## II. ${title}\n\n**Section 4.** Vendor owns none.\n\n**Section 6.** Vendor shall pay.`,
  );
  expect(statements(found, 'struck')).toEqual(struck);
});

const lettered = (clause: string) =>
  contract(
    `# AMENDMENT\n\nThis is between the Elm Board of Education and Acme, Inc.\n\n${clause}\n\n## ANNEX 1: THE LICENSE AS IT STOOD\n\nC.2 Vendor owns all data. Vendor sells it.\n\nD.2 Vendor shall pay.\n\n### Doors\n\n2. Vendor shall lock the door.\n\n**Schedule 2 (Offers).** Vendor may write to pupils.\n\n**Schedule 3 (Hours).** Vendor answers at nine.`,
  );

test.each([
  ['1. Paragraph D.2: delete in its entirety.', ['Vendor shall pay.']],
  ['1. Strike Paragraph D.2 whole. Insert: "D.2 The Board pays."', ['Vendor shall pay.']],
  [
    '**1. Section 2.** Strike and insert:\n\n> "2. The Board locks the door of each room at the end of each and every day."',
    ['Vendor shall lock the door.'],
  ],
  ['1. Paragraph D.2 (Pay): strike, and put in: "D.2 The Board shall pay."', ['Vendor shall pay.']],
  ['1. Strike Paragraph D.2 wholly and insert: "D.2 The Board pays."', ['Vendor shall pay.']],
  ['1. Paragraph C.2: delete the second sentence.', ['Vendor sells it.']],
  ['1. In Paragraph C.2, strike the last sentence.', ['Vendor sells it.']],
  ['1. Paragraph C.2: the second sentence is deleted.', ['Vendor sells it.']],
  ['1. Section 2 is deleted.', ['Vendor shall lock the door.']],
  ['1. Strike Schedule 2 (Offers). Nothing takes its place.', ['Vendor may write to pupils.']],
  ['1. Paragraph D.2 is cancelled.', ['Vendor shall pay.']],
  ['1. Paragraph D.2 to be omitted.', ['Vendor shall pay.']],
  ['1. Paragraph D.2 falls away.', ['Vendor shall pay.']],
  ['1. Paragraph D.2 shall read: "D.2 The Board pays."', ['Vendor shall pay.']],
  ['1. Paragraph D.2 is amended and restated in its entirety to read as follows: "D.2 None."', ['Vendor shall pay.']],
  ['1. Replace Paragraph D.2 with the following: "D.2 None."', ['Vendor shall pay.']],
  ['1. Remove Paragraph D.2 in its entirety.', ['Vendor shall pay.']],
  ['1. For Paragraph D.2 substitute: "D.2 The Board pays."', ['Vendor shall pay.']],
  ['1. Omit the last sentence of Paragraph C.2.', ['Vendor sells it.']],
  // Near misses.
  ['1. Paragraph D.2 is amended to add a day.', []],
  ['1. Paragraph D.2 shall read well.', []],
  ['1. Replace Paragraph D.2 files with copies.', []],
  ['1. For Paragraph D.2 Vendor shall pay.', []],
  ['1. Vendor shall remove Paragraph D.2, if asked.', []],
  ['## Strike\n\n1. Section 9 of Schedule 2 is deleted whole.', []],
  ['1. Paragraph D.2: delete the words about money.', []],
  ['1. Paragraph D.2: delete data each June.', []],
  ['1. Paragraph C.2: the second sentence stays.', []],
  ['1. Strike Schedule 2, and insert the new Schedule 2 that is attached.', []],
  ['1. Vendor shall see that Schedule 2 is removed.', []],
  ['1. Vendor shall strike a balance with Schedule 2 in mind.', []],
])('an amendment that orders: %s', async (clause, struck) => {
  expect(statements(await lettered(clause), 'struck')).toEqual(struck);
});

test.each([
  ['If two papers disagree, the one with the lower number prevails.', 'EXHIBIT B'],
  ['If two papers differ, that which stands first in the list prevails.', 'EXHIBIT B'],
  // "This" one prevails, whatever the list says.
  ['If two papers differ, this Agreement prevails.', ''],
])('of papers in order of precedence the first prevails: %s', async (clause, part) => {
  const found = await contract(
    `# AGREEMENT\n\n**Papers, in order of precedence:**\n\n1. Exhibit B;\n\n2. Exhibit A.\n\n${clause}\n\n## EXHIBIT A – PRICE\n\nVendor shall pay.\n\n## EXHIBIT B – DATA\n\nVendor shall erase.`,
  );
  expect(found.precedence.map((one) => one.parts)).toEqual([[part]]);
});

test('a clause that only strikes says nothing of its own, though what it strikes is in no paper here', async () => {
  const found = await contract(
    '# AMENDMENT\n\nThis is between the Elm Board of Education and Acme, Inc.\n\n1. Section 6.3, under which the Board could ask for deletion, comes out together with Form D.\n\n2. Section 7.1 stays.',
  );
  expect(statements(found).join()).not.toContain('deletion');
  expect(statements(found).join()).toContain('stays');
});

test('a clause that only strikes says nothing by the titles of what it strikes', async () => {
  const found = await contract(
    '# AMENDMENT\n\n1. Section 7 (*Vendor archive*) is struck.\n\n2. Section 8 (Law) is struck, and Vendor shall pay.\n\n# ANNEX 1: THE MASTER\n\n**7.** Vendor may keep data.\n\n**8.** Utah law governs.',
  );
  expect(statements(found)).toEqual(['Section 8 (Law) is struck, and Vendor shall pay.']);
});

const oldPaper =
  '\n\n### THE AGREEMENT AS IT STOOD\n\n**1. Use.** Vendor may use data for teaching. Vendor may use data for trade.\n\n**2. Keeping.** Vendor may keep data.';

test.each([
  [
    'below the clause that it names',
    '**1. Section 2 (Keeping).** Struck entire. In its place: nothing.',
    ['Vendor may keep data.'],
  ],
  ['a sentence of it', '**1. Section 1 (Use).** The second sentence is struck.', ['Vendor may use data for trade.']],
  [
    'beside other words of it',
    '**1.** In Section 1, "teaching" is struck and "classes" is inserted, and the last sentence (beginning "Vendor may use data for tr") is struck.',
    ['Vendor may use data for trade.'],
  ],
  [
    'by how it begins',
    '**1.** In Section 1 the sentence beginning "Vendor may use data for trade" is struck out.',
    ['Vendor may use data for trade.'],
  ],
])('what is struck %s of an old paper with the same numbers', async (_, clause, struck) => {
  const found = await contract(`## AMENDMENT\n\n${clause}\n\n**2. Price.** The price is ten dollars.${oldPaper}`);
  expect(statements(found, 'struck').filter((words) => !words.startsWith('"'))).toEqual(struck);
});

test('lines that bear the sign of striking are struck', async () => {
  const found = await contract(
    '## AMENDMENT\n\n## The old paper\n\n*Sections marked ¶ stay. Sections marked ✗ are struck.*\n\n¶ **1. Use.** Vendor may teach.\n\n✗ **2. Keeping.** Vendor may keep data. Vendor may sell it.',
  );
  expect(statements(found, 'struck')).toEqual(['✗ 2.', 'Keeping.', 'Vendor may keep data.', 'Vendor may sell it.']);
  expect(statements(found)).toContain('Vendor may teach.');
});

test('what is listed as gone is struck with what it quotes, and what is put in under the same number holds', async () => {
  const found = await contract(
    '## AMENDMENT\n\n### What comes out\n\nThe following is struck:\n\n(a) in Section 2, "Vendor may keep all the data";\n\n(b) Section 3.\n\n### What goes in\n\n**New Section 3. Law.** Utah law governs.\n\n### The old paper\n\n**3. Law.** Ohio law governs.',
  );
  expect(statements(found, 'struck')).toEqual([
    'The following is struck: » "Vendor may keep all the data"',
    'Ohio law governs.',
  ]);
  expect(statements(found)).toContain('Utah law governs.');
});

/** Articles that each begin anew with their numbers, and an exhibit that changes them. */
const form = (order: string) =>
  `# AGREEMENT

Between the Elm Board of Education ("LEA") and Acme, Inc. ("Provider").

## ARTICLE IV: DUTIES

1. Provider shall obey.

2. Provider may keep data.

## ARTICLE VII: MISCELLANEOUS

1. Ohio law governs.

2. Provider may assign it.

## ARTICLE VIII: TRADE

(a) Provider may sell data.

(b) Provider may lend data.

## EXHIBIT "H": ADDITIONAL TERMS

${order}
`;

test.each([
  ['1. Article VII, Section 1 (Law) is deleted.', ['Ohio law governs.']],
  ['1. Section 2 of Article IV is deleted in its entirety.', ['Provider may keep data.']],
  ['1. Article VIII(b) is deleted in its entirety.', ['Provider may lend data.']],
  ['1. **Article IV, Section 2.** Section 2 is deleted in its entirety.', ['Provider may keep data.']],
  // Several clauses bear the number.
  ['1. Section 2 is deleted.', []],
])('of articles that begin anew with their numbers the one that is named is struck: %s', async (order, struck) => {
  expect(statements(await contract(form(order)), 'struck')).toEqual(struck);
});

test('a paper is found by its short name', async () => {
  const found = await contract(
    '# ORDER\n\nThis order and the Master Subscription Agreement ("MSA") are the contract.\n\n1. Section 2 of the MSA is deleted.\n\n2. The Board shall pay.\n\n## MASTER SUBSCRIPTION AGREEMENT\n\n1. Vendor shall serve.\n\n2. Ohio law governs.\n',
  );
  expect(statements(found, 'struck')).toEqual(['Ohio law governs.']);
});

test('of a form State or special terms prevail over the standard clauses, and of these the first named', async () => {
  const found = await contract(
    '# AGREEMENT\n\nIf they conflict, the State or Special Provisions will control, and as between Exhibit "G" and Exhibit "H", Exhibit "G" will control.\n\n1. Vendor shall serve.\n\n## EXHIBIT "G-CT": SUPPLEMENTAL STATE TERMS\n\n1. Vendor shall erase.\n\n## EXHIBIT "H": ADDITIONAL TERMS OR MODIFICATIONS\n\n1. Vendor may keep.\n',
  );
  const [g, h] = ['EXHIBIT "G-CT": SUPPLEMENTAL STATE TERMS', 'EXHIBIT "H"'];
  expect(found.precedence.map((one) => one.parts)).toEqual([[g, h], [g]]);
});

test('"the Agreement" is what is amended, and no amendment to it', async () => {
  const found = await contract(
    '# LICENSE AGREEMENT\n\n1. Vendor shall serve.\n\n2. Ohio law governs.\n\n# FIRST AMENDMENT TO LICENSE AGREEMENT\n\n1. The Board shall pay.\n\n# SECOND AMENDMENT TO LICENSE AGREEMENT\n\n1. Section 2 of the Agreement is deleted.\n',
  );
  expect(statements(found, 'struck')).toEqual(['Ohio law governs.']);
});

test.each([
  'Article IV is amended by adding the following at the end: "Vendor may keep data."',
  'Section 2 is deleted in its entirety and replaced with the following: "Vendor may keep data."',
])('what an order puts in stands by itself: %s', async (order) => {
  expect(statements(await contract(`# AMENDMENT\n\n1. ${order}\n`))).toContain('"Vendor may keep data."');
});
