import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

const parties = 'This is between Elm Board of Education ("Board") and Acme Labs, Inc. ("Vendor").';
const kept = 'Vendor shall delete all.';
const other = 'Vendor may sell files.';

function annexed(told: string, title: string): string {
  return `# ORDER\n\n${parties}\n\n## Terms\n\n${told}\n\n${kept}\n\n## ${title}\n\n${other}`;
}

test.each([
  ['by its letter', annexed('Annex Z is not part of this Order.', 'Annex Z: The 2019 terms')],
  ['by its number, among others', annexed('Exhibits 3 and 4 form no part of this Order.', 'Exhibit 4: Old prices')],
  ['for history', annexed('Annex Z is printed for history only.', 'Annex Z')],
  ['refused', annexed('The quotation is refused.', 'ACME QUOTATION 7')],
  ['by its title', annexed('The standard conditions of Acme are no part of this Order.', 'Standard conditions')],
  ['in the next sentence', annexed('Annex Z tells how we met. It binds nobody.', 'Annex Z')],
  ['nothing in it has force', annexed('Nothing in Annex Z has had any force since the signing.', 'Annex Z')],
  ['nothing in it', annexed('Annex Z is old; nothing in it is a term.', 'Annex Z')],
  ['beside what is', annexed('Part B is your contract and Part A is not.', 'Part A. At home')],
  [
    'for one who orders for a school',
    annexed('If you order for a school, Part A is no part of your contract.', 'Part A'),
  ],
  [
    'all that is in it',
    annexed('The answers in Annex Z were asked for and neither they nor we bind anybody.', 'Annex Z'),
  ],
  ['questions with their answers', annexed('The questions in Annex Z and the answers to them bind nobody.', 'Annex Z')],
  ['for homes', annexed('Part A is for home users only.', 'Part A')],
  ['not for schools', annexed('Part A does not apply to schools.', 'Part A')],
  ['not for the board', annexed('Part A does not apply to the Board.', 'Part A')],
])('sets aside a part of which the contract says so: %s', async (_, text) => {
  const found = statements(await contract(text));
  expect(found).toContain(kept);
  expect(found).not.toContain(other);
});

test.each([
  ['under a condition', annexed('Annex Z is not part of this Order unless signed.', 'Annex Z')],
  ['of what is in it', annexed('The prices in Annex Z are not part of this Order.', 'Annex Z')],
  ['of something else', annexed('Annex Z is not part of the price.', 'Annex Z')],
  ['of another part', annexed('Annex Y is not part of this Order.', 'Annex Z')],
  ['of it in another paper', annexed('Section 4 of the Old Order is no part of this Order.', '4. Files')],
  ['that it is', annexed('Annex Z is part of this Order.', 'Annex Z')],
  ['of headings', annexed('The headings are no part of this Order.', 'Notices and headings')],
  ['of the questions in it', annexed('The questions in Annex Z bind nobody.', 'Annex Z')],
  ['of what it shows', annexed('Words that Annex Z strikes are no part of this Order.', 'Annex Z')],
  ['of something that is part of another', annexed('Grades are part of files; old mail is not.', 'Old mail')],
  ['of what is left', annexed('Nothing of the files is left with us in May.', 'The files')],
  ['of some words', annexed('Annex Z does not apply to files that parents keep.', 'Annex Z')],
])('reads a part of which the contract does not say so: %s', async (_, text) => {
  expect(statements(await contract(text))).toContain(other);
});

test('a paragraph that opens with the words of what is refused', async () => {
  const found = await contract(
    annexed(
      'The printed conditions on it are refused.',
      `Offer\n\n12 seats.\n\n*Printed conditions of sale.* 1. ${other}`,
    ).replace(/\n\n[^\n]*$/, ''),
  );
  expect(statements(found, 'note')).toContain(`1. ${other}`);
  expect(statements(found)).toContain('12 seats.');
});

test('an e-mail that is set like the text goes as far as the next', async () => {
  const found = await contract(
    `${annexed(
      'E-mail 2 is printed only for the file.',
      `Letters\n\nE-mail 1. From Ann.\n\n${kept}\n\nE-mail 2. From Bob.`,
    )}\n\nE-mail 3. From Ann.\n\nVendor shall pay.`,
  );
  expect(statements(found)).not.toContain(other);
  expect(statements(found)).toContain('Vendor shall pay.');
});

test('a paper that is set aside sets aside no other', async () => {
  const found = await contract(
    `# ORDER\n\n${parties}\n\nAnnex A is no part of this Order.\n\n## Annex A\n\nAnnex B is no part of this Order.\n\n## Annex B\n\n${kept}`,
  );
  expect(statements(found)).toContain(kept);
});

const list = (boxes: string): string =>
  `# ORDER\n\n${parties}\n\n${boxes}\n\n## Exhibit A\n\n${kept}\n\n## Exhibit B\n\n${other}`;

test.each([
  ['one is ticked', '- ☒ Exhibit A – Price\n- ☐ Exhibit B – Sponsors', [kept]],
  ['none is ticked', '- ☐ Exhibit A – Price\n- ☐ Exhibit B – Sponsors', [kept, other]],
  [
    'a box ends the line above its title',
    '| Health | ☐ |\n|---|---|\n| Names | ☒ |\n| Lunch | ☐ |\n\n☒ Exhibit A',
    [kept, other],
  ],
  ['a sentence stands beside the box', '- ☒ Exhibit A – Price\n- ☐ Exhibit B is not attached', [kept, other]],
])('exhibits beside boxes, where %s', async (_, boxes, expected) => {
  const found = statements(await contract(list(boxes)));
  expect(found.filter((words) => words === kept || words === other)).toEqual(expected);
});

test('the name of a paper beside a ticked box is no clause', async () => {
  const found = await contract(list('- [x] Exhibit A – Requests for deletion\n- [ ] Exhibit B – Sponsors'));
  expect(statements(found)).not.toContain('Exhibit A – Requests for deletion');
});

const page = (signed: string) => `Adds: ${other} Signed: ${signed}`;

test.each([
  ['one is blank', 'Ann Frost, Chair', '________', []],
  ['all are blank', '________', '________', [other, other]],
  ['all are signed', 'Ann Frost, Chair', 'Bo Lund, Chair', [other, other]],
])('joinder pages of which %s', async (_, first, second, expected) => {
  const found = await contract(
    `# ORDER\n\n${parties}\n\n## Joinder page of Elm\n\n${page(first).replace(other, kept)}\n\n## Joinder page of Oak\n\n${page(second)}\n\n## Joinder page of Ash\n\n${page(second)}`,
  );
  expect(
    statements(found)
      .filter((words) => words.includes(other))
      .map(() => other),
  ).toEqual(expected);
});
