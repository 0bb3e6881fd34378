import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

const parties = 'This is between Elm Board of Education ("Board") and Acme Labs, Inc. ("Vendor").\n\n';

test.each([
  ['WHEREAS, Vendor shall be good; and', 'recital'],
  ['## Recitals\n\nThe law is dear to us.', 'recital'],
  ['## Whereas\n\n(1) the law is dear to us;', 'recital'],
  ['## Contents\n\n- Deletion of data\n- Security of data', 'contents'],
  ['Security of data ........ 7', 'contents'],
  ['## Deletion\n\n[Reserved]', 'reserved'],
  ['## Deletion\n\nIntentionally omitted.', 'reserved'],
  ['[Note to draft: Vendor shall delete it.]', 'note'],
  ['Drafting note: say here that Vendor shall delete it.', 'note'],
  ['## Annex\n\nThis Annex is not part of this Agreement.\n\nVendor may sell data.', 'note'],
  ['## Attached: SPECIMEN – as others filled it in\n\nVendor may sell data.', 'note'],
  ['## Annex 1 (no part of this contract)\n\nVendor may sell data.', 'note'],
  ['State law requires a contract to say who owns the data.', 'explanation'],
  ['In the 2016 text, now superseded, data was kept for ten years; that has no force.', 'explanation'],
  ['Vendor proposed its usual license, under which Ohio law would have applied.', 'explanation'],
  ['Answer coming soon!', 'note'],
  ["Vendor's counsel to supply wording.", 'note'],
  ['Dr. Lee asked whether the files become the property of Vendor.', 'explanation'],
  ['Paragraph 4 let Vendor print the files.', 'explanation'],
  ['In Oregon, the law requires a contract to say who owns the data.', 'explanation'],
  ['FERPA requires a contract to say who sees the data.', 'explanation'],
  ['C.G.S. 10-1 requires a contract to say so.', 'explanation'],
  ['Under the Act a contractor must delete data.', 'explanation'],
  ['Under the Act, every vendor may keep data.', 'explanation'],
  ['**How we may use data.**', 'heading'],
  ["The District's policy calls for deletion in ten days.", 'explanation'],
  ['The Act says that its rules shall be observed by a vendor.', 'explanation'],
  ['The customers concerned were told within two days.', 'explanation'],
  ['Once, the letter was out in an hour.', 'explanation'],
  ['IN WITNESS WHEREOF, they sign.\n\nBy: ____________ Chair', 'signature'],
  ['"Soon" means within two days.', 'definition'],
])('%s is %s', async (text, zone) => {
  const found = await contract(parties + text);
  expect(statements(found, zone)).not.toEqual([]);
  expect(statements(found)).toEqual([]);
});

test.each([
  'Were a court to void a term, that would leave the others.',
  'Vendor shall keep what was given.',
  'The price was set for all of it: should a court void a term, nothing of it stands.',
  'The law of Connecticut says what we owe you.',
  'The laws of Connecticut shall govern what Acme may ask of the Board.',
  'Seller acts on the data as the Board directs.',
  'The Act shall be complied with by Vendor.',
  // By a law that is said to allow it, but of this Vendor.
  'Pursuant to state law, Vendor may sell data.',
  'In accordance with applicable law, all data become the property of Vendor.',
  // A name in brackets makes no preamble of what is given or allowed.
  'The Board hereby assigns to Vendor all rights in data (the "Assignment").',
  'Vendor may sell data (collectively, the "Sale").',
])('%s is operative', async (text) => expect(statements(await contract(parties + text))).toEqual([text]));

test.each([
  'Vendor may sell data.',
  'The Board waives its right to ask for deletion.',
  'We sell data to farms.',
])('%s is operative in bold, too', async (text) =>
  expect(statements(await contract(`${parties}**${text}**`))).toEqual([text]));

test('what is said of choices is not said of the form in which they stand', async () => {
  const found = await contract(
    `# Form\n\n${parties}A choice that is not marked is not part of the agreement.\n\n## Use\n\nVendor sells nothing.`,
  );
  expect(statements(found)).toContain('Vendor sells nothing.');
});

test('a title that speaks of specimens is that of a clause', async () => {
  const found = await contract(`${parties}## Specimens of plants\n\nVendor shall return them.`);
  expect(statements(found)).toContain('Vendor shall return them.');
});

test.each([
  ['Words that they took out are ~~struck~~ and are no part of the agreement.', 'Vendor sells nothing.'],
  ['The passages in italics are no part of this Agreement.', 'Vendor sells nothing.'],
  ['Words that the parties put in stand in [brackets].', '[Vendor sells nothing.]'],
])('%s leaves the clauses below it', async (key, clause) => {
  const found = await contract(`# Form\n\n## As changed\n\n${key}\n\n${parties}${clause}`);
  expect(statements(found)).toContain(clause);
});

test.each([
  [
    'a duty as to an old paper',
    'In the 2016 text Vendor shall put its new address.',
    'In the 2016 text Vendor shall put its new address.',
  ],
  ['a duty to pay', 'Vendor shall pay what would have applied.', 'Vendor shall pay what would have applied.'],
  [
    'a clause titled "Contents"',
    '3.4 *Contents.* The notice shall name the students.',
    'The notice shall name the students.',
  ],
  ['a section on samples', '## Sample exchange\n\nVendor may sell recordings.', 'Vendor may sell recordings.'],
  [
    'what is said of things that are others',
    '## Law\n\nConnecticut law governs. Licenses that the Board takes from others are no part of these terms.',
    'Connecticut law governs.',
  ],
  [
    'what stands below a word on headings',
    '## General\n\nHeadings are for convenience only. Connecticut law governs this Agreement.',
    'Connecticut law governs this Agreement.',
  ],
  [
    "what stands below a word on a side's other paper",
    "## Conditions\n\nVendor's web terms are not part of this order.\n\n### Data\n\nVendor shall sell no data.",
    'Vendor shall sell no data.',
  ],
])('%s binds', async (_, text, clause) => {
  expect(statements(await contract(parties + text))).toContain(clause);
});

test.each([
  '## Sample\n\nVendor may sell.',
  '## Forms\n\nThe letters that follow are no part of this Agreement.\n\nVendor may sell.',
  '## Annex\n\nThis Annex, which binds nobody, is no part of this Agreement.\n\nVendor may sell.',
  '## Sample letter\n\nVendor may sell.',
  '## How it works today\n\nWhat follows is a sketch. It is no part of this Agreement.\n\nVendor may sell.',
  '## Background facts\n\nBackground facts are given for information only.\n\nVendor may sell.',
  '## Superseded\n\nVendor may sell.',
])('%j binds nobody', async (text) => {
  expect(statements(await contract(parties + text))).toEqual([]);
});

test('clauses numbered under "Signature page" bind', async () => {
  const found = await contract(
    `${parties}## Signature page\n\n(please return)\n\n1. Vendor sells nothing.\n\n2. Vendor pays.`,
  );
  expect(statements(found)).toEqual(['Vendor sells nothing.', 'Vendor pays.']);
});

test.each([
  ['As the Act requires, Vendor shall delete data.'],
  ['Vendor shall do so as C.G.S. § 1 requires.'],
  ['State law requires deletion, and Vendor shall delete data.'],
  ['Connecticut law governs this Agreement.'],
  ['What statute requires to be kept is kept.'],
  ['Vendor policy requires that all data be kept.'],
])('%s binds', async (text) => {
  expect(statements(await contract(parties + text))).toEqual([text]);
});

test.each([
  'WHEREAS, all is well;\n\nNOW, THEREFORE, the parties agree as follows:\n\n1. Vendor shall pay.',
  '## Recitals\n\n(1) all is well;\n\n1. Vendor shall pay.',
])('recitals end where the parties agree or clauses begin: %j', async (text) => {
  expect(statements(await contract(text))).toContainEqual(expect.stringContaining('Vendor shall pay.'));
});

test('a background that promises binds', async () => {
  const found = await contract(`${parties}## Background\n\nWith that in view Vendor promises to obey the law.`);
  expect(statements(found)).toEqual(['With that in view Vendor promises to obey the law.']);
});

test('paragraphs of a kind that the contract says bind nobody', async () => {
  const found = await contract(
    'Side notes are printed for convenience and are no part of the agreement.\n\nVendor shall erase it.\n\nSide note. Vendor shall not sell it.\n\nNote: Vendor shall lend it.',
  );
  expect(statements(found)).toEqual([
    'Side notes are printed for convenience and are no part of the agreement.',
    'Vendor shall erase it.',
    'Vendor shall lend it.',
  ]);
});

test('a contract for interpretation is no glossary', async () => {
  const found = await contract('# Contract for Interpretation\n\n## Loss\n\nAcme shall tell of it.');
  expect(statements(found)).toEqual(['Acme shall tell of it.']);
});

test('a model agreement that was signed binds, a sample set into it does not', async () => {
  const found = await contract(
    '# Connecticut Model Agreement\n\n## 1. Use\n\nAcme shall teach.\n\n## Sample letter\n\nAcme shall tell you of it.',
  );
  expect(statements(found)).toEqual(['Acme shall teach.']);
});

test.each([
  ['Whereas Vendor has merged, the parties agree:', 'operative'],
  ['Whereas the parties agree that files matter;', 'recital'],
])('under "%s" a clause is %s', async (lead, zone) => {
  const found = await contract(`# AMENDMENT\n\n${parties}\n\n${lead}\n\n**1.** Vendor sells nothing.`);
  const clause = zone === 'recital' ? lead : `${lead} » Vendor sells nothing.`;
  expect(statements(found, zone)).toContain(clause);
});

test('who is asked whether something is so may be bound to say it', async () => {
  const said = 'If the Board asked whether files were lost, Vendor shall say so.';
  expect(statements(await contract(said))).toEqual([said]);
});
