import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

test.each([
  [
    '1.2 **Strike** Section 6(b) of the 2019 Terms ("Vendor may mine it for any end") and **insert**: "(b) Vendor pays."',
    '"Vendor may mine it for any end"',
  ],
  [
    '1.3 **Strike** the last sentence of Section 9 ("Vendor owns all of it now") and **insert**: "Vendor pays."',
    '"Vendor owns all of it now"',
  ],
  ['Section 9 ("Vendor owes no notice to anybody") is deleted.', '("Vendor owes no notice to anybody"'],
  ['The sentence that reads "Vendor may keep it all" is deleted.', '"Vendor may keep it all"'],
  [
    'Section 4, which reads "Ohio law governs this paper," is deleted and replaced with: "4. Utah law governs."',
    '"Ohio law governs this paper,"',
  ],
  ['The following is deleted: "7.1 Vendor owns the data." It is replaced with:', '"7.1 Vendor owns the data."'],
  [
    'The following words are deleted: "Vendor owns it. Vendor keeps it." Vendor pays.',
    '"Vendor owns it. Vendor keeps it."',
  ],
  [
    'The following sentence is deleted:\n\n> "Vendor owns all the data."\n\nVendor pays.',
    '"Vendor owns all the data."',
  ],
  ['The parties strike the words "as Vendor alone sees fit".', '"as Vendor alone sees fit"'],
  ['Section 8 is amended by striking out the words "Ohio law governs it."', '"Ohio law governs it."'],
  ['Strike from Section 8 the words "the laws of Ohio".', '"the laws of Ohio"'],
  ['The words "the laws of Ohio" are taken out.', '"the laws of Ohio"'],
  ['Vendor strikes out for a new market the words "as Vendor sees fit".', ''],
  ['## Text struck\n\nSection 5 is deleted. In its place: "5. Vendor owns none of it."', ''],
  ['## Deletion\n\nThe clerk presses "Take out all of it".', ''],
  // What is put in the place of the old text stands, and so does a name in quotation marks.
  ['Section 5 is deleted and the following is put in its place: "Vendor owns none of it."', ''],
  ['Section 5 is deleted and replaced with: "Vendor owns none of it."', ''],
  ['Records of the "Reading Corner" are deleted each July.', ''],
  ['Data is "deleted" once nobody can read it again.', ''],
])('of "%s" the words %s are struck', async (text, expected) => {
  expect(statements(await contract(text), 'struck').join(' ')).toBe(expected.replace(/^\(/, ''));
});

test.each([
  [
    'Strike Section 4.2, which read: "Vendor owns all the data." Insert: "Vendor owns none."',
    '"Vendor owns all the data."',
  ],
  ['Section 4.2 read: "Vendor owns all the data." It is struck.', '"Vendor owns all the data."'],
  ['Section 4.2 shall read: "Vendor owns none of the data." It is new.', ''],
])('a section that is struck by its number is quoted for that: %s', async (text, expected) => {
  expect(statements(await contract(text), 'struck').join(' ')).toBe(expected);
});

test.each([
  ['A new Section 11.1: "The clerk may lock the door."', '"The clerk may lock the door."'],
  ['Insert at the end of Section 1: "5A.1 The clerk may rest."', '"5A.1 The clerk may rest."'],
  ['Vendor shall print in Section 3: "The clerk may rest."', 'Vendor shall print in Section 3: "The clerk may rest."'],
])('what says that a sentence is put in is no part of it: %s', async (text, expected) => {
  expect(statements(await contract(`# AMENDMENT\n\n${text}`))).toEqual([expected]);
});

test('words that a clause is said to have read, and that are struck next', async () => {
  const found = await contract(
    '# AMENDMENT\n\n1. **Section 3 read:** "Vendor owns all the data." Those words are struck.',
  );
  expect(statements(found, 'struck')).toEqual(['"Vendor owns all the data."']);
});

test('words quoted below a title that strikes them are struck', async () => {
  const found = await contract(
    '# AMENDMENT\n\n## Paragraphs struck\n\n**A-1.** Paragraph 4.6, which read: "Vendor owns all the data."',
  );
  expect(statements(found, 'struck')).toEqual(['"Vendor owns all the data."']);
});

test('a clause of the paper that its title names is struck', async () => {
  const found = await contract(
    '# RIDER\n\nR-1. Section 2 (Law) of the Standard License is stricken.\n\n# STANDARD LICENSE OF ACME\n\n1. **Fees.** Licensee pays.\n\n2. **Law.** Ohio law governs.',
  );
  expect(statements(found, 'struck')).toEqual(['Ohio law governs.']);
});
