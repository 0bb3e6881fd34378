import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

const names = async (markdown: string) => (await contract(markdown)).terms.flatMap((term) => term.names);

test.each([
  'In this licence:',
  'In this Agreement, the following words have these meanings:',
  'For purposes of these terms, unless the context shows otherwise:',
  'As used in the present contract:',
])('"%s" opens a list of what words mean and is none of them', async (opener) => {
  const text = `# LICENCE\n\n## 1. Names\n\n${opener}\n\nSite Records are all that pupils enter.\n\nEnd Date is the day on which it ends.`;
  expect(await names(text)).toEqual(['Site Records', 'End Date']);
});

const entry = (word: string) => `**${word}.** A thing of the kind ${word.toLowerCase()}.`;

test.each([
  ['six words in their order', ['Alarm', 'Book', 'Coat', 'Door', 'Ear', 'Fade'], 6],
  ['eleven with one out of its place', [...'ABCDEFGHIK', 'J'].map((letter) => `${letter}ew`), 11],
  ['five', ['Alarm', 'Book', 'Coat', 'Door', 'Ear'], 0],
  ['six in another order', ['Book', 'Alarm', 'Coat', 'Door', 'Ear', 'Fade'], 0],
  ['titles that bear letters', [...'ABCDEFG'].map((letter) => `Note ${letter}`), 0],
])('titles in the order of the alphabet are a glossary: %s', async (_, titles, count) => {
  expect(await names(`# LICENCE\n\n## Lexicon\n\n${titles.map(entry).join('\n\n')}`)).toHaveLength(count);
});

test.each([
  ['**Fade.** What Maker must do to Files at the end: wipe them.', ['Fade']],
  ['**Fade.** Maker must wipe Files at the end.', []],
])('%s: a duty within a meaning is not that of the sentence', async (text, expected) => {
  expect(await names(`# LICENCE\n\n## 1. Definitions\n\n${text}`)).toEqual(expected);
});

test('a clause that is put in has a title, and no word, in its marks of quotation', async () => {
  const text =
    '# AMENDMENT\n\nThese are added:\n\n"**13. Standing.** Files are not property of Maker.\n\n**1.4 "Notice Window":** ten days."';
  expect(await names(text)).toEqual(['Notice Window']);
});

test('a meaning goes on from case to case', async () => {
  const found = await contract(
    '## Definitions\n\n**Prompt.** In the case of money, within a month. In the case of a leak, within a day.',
  );
  expect(found.terms.map(({ meaning }) => found.text.value.slice(meaning.start, meaning.end))).toEqual([
    'In the case of money, within a month. In the case of a leak, within a day.',
  ]);
});

test('without one, such sentences define nothing', async () => {
  expect(await names('# LICENCE\n\n## 1. Names\n\nEnd Date is the day on which it ends.')).toEqual([]);
});

test('a title below "Definitions" is a term, and "Definitions" is none', async () => {
  expect(
    await names(
      '# LICENCE\n\n## 1. Definitions\n\n**1.1 Definitions.** Read them.\n\n**1.2 Files.** What pupils make.',
    ),
  ).toEqual(['Files']);
});

test.each([
  'Terms of this Renewal',
  'Terms of this Order',
])('"%s" are clauses, and their titles no terms', async (title) => {
  expect(await names(`# RENEWAL\n\n## ${title}\n\n**B-1. Law.** Connecticut law governs this Renewal.`)).toEqual([]);
});

test.each([
  'Refrain from advertising by means of files.',
  '**Taking out.** Any time you want a part of the file removed, have the clerk send a note.',
])('%s defines nothing', async (text) => expect(await names(`# LETTER\n\n${text}`)).toEqual([]));

const rows =
  '| Term | Meaning |\n|---|---|\n| Leak | a loss of files. Seller shall mend it. |\n| Soon | within a day. |';

test.each([
  ['The Glossary is operative.', ['Seller shall mend it.']],
  ['What the Glossary says of anybody binds him.', ['Seller shall mend it.']],
  ['The Glossary is not binding.', []],
  ['Seller keeps a glossary.', []],
])('%s: what a table of words says that somebody shall do', async (said, expected) => {
  const found = await contract(`${said}\n\n## Glossary\n\n${rows}`);
  expect(statements(found).filter((one) => one.includes('mend'))).toEqual(expected);
  expect(found.terms.map(({ names }) => names)).toEqual([['Leak'], ['Soon']]);
});

test('what becomes of another thing is a term of the contract, and not what the title means', async () => {
  const found = await contract(
    '## Glossary\n\n**Elm Property**: Meal Files are the property of Elm.\n\n**Meal Files**: files that tell of meals.\n\n**Leak**: a loss of Meal Files.',
  );
  expect(statements(found)).toEqual(['Meal Files are the property of Elm.']);
  expect(found.terms.map(({ names }) => names)).toEqual([['Meal Files'], ['Leak']]);
});

test.each([
  ['Elm may have it for the asking: its clerk sends a note.', []],
  ['Leak: a loss of files.', ['Leak']],
])('in a glossary, what somebody may do is no word: %s', async (text, expected) => {
  expect(await names(`## Glossary\n\n${text}`)).toEqual(expected);
});
