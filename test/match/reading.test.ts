import { expect, test } from 'vitest';
import { atoms, pageOf } from './support.ts';

/** What "you" stands for in a question to which the contractor answers. */
async function addressed(question: string): Promise<string> {
  const page = await pageOf(`Q: ${question}\n\nA: We explain that below.`);
  for (const at of page.binding) {
    const asked = page.asked(at);
    const you = asked?.words.findIndex((word) => /^yours?$|^you$/u.test(word.text)) ?? -1;
    if (!asked || you < 0) continue;
    const named = (['CONTRACTOR', 'BOARD'] as const).find((role) =>
      asked.hits.get(atoms.id(role))?.some((hit) => hit.start === you),
    );
    return named ?? 'nobody';
  }
  return 'no question';
}

test.each([
  ["Do you sell our students' data?", 'CONTRACTOR'],
  ['What will you do with our records?', 'CONTRACTOR'],
  ['How will you use student data?', 'CONTRACTOR'],
  ['Do we sell your data?', 'BOARD'],
  ['Who owns your data?', 'BOARD'],
  ['May you use our records for purposes of your own?', 'CONTRACTOR'],
  ['May you use pupil records for purposes of your own?', 'CONTRACTOR'],
])('in "%s" you are the %s', async (question, role) => {
  expect(await addressed(question)).toBe(role);
});

test.each([
  ['Vendor answers within five school days.', 'BOARD', []],
  ['Vendor is a school official.', 'BOARD', []],
  ['Provider will not mine the records.', 'CONTRACTOR', ['provider']],
  ["Vendor's board of directors meets in June.", 'BOARD', []],
  ['The school answers within five days.', 'BOARD', ['school']],
  ['Hosts keep to this Rider.', 'FAMILY', []],
  ['Drivers see where a rider boards.', 'FAMILY', ['rider']],
  ['Vendor calls the Superintendent.', 'BOARD', ['superintendent']],
  ['Its Vice President for Schools writes.', 'BOARD', []],
  ['Vendor deletes the records.', 'DATA', ['records']],
  ['Vendor keeps student data at its discretion and logs its deletion.', 'DATA', ['student', 'its']],
  ['Vendor keeps student data under this Agreement.', 'DATA', ['student']],
  ['Vendor keeps information about its staff and copies of invoices.', 'DATA', []],
  ['Vendor tells each pupil what information it keeps.', 'DATA', ['information', 'it']],
] as const)('in "%s" the %s is %j', async (clause, role, named) => {
  const page = await pageOf(clause);
  const at = page.binding.find(
    (one) => page.reading(one).words.at(-1)?.end === page.reader.contract.text.value.indexOf(clause) + clause.length,
  );
  const { hits, words } = page.reading(at ?? -1);
  expect((hits.get(atoms.id(role)) ?? []).map((hit) => words[hit.start]?.text)).toEqual(named);
});

test.each([
  ['De-identified data may be kept. Vendor may sell such data.', 'DEID'],
  ['Student data may be kept. Vendor may sell such data.', 'DATA'],
  // It speaks of pupils' data after what was de-identified.
  ['De-identified data is no student data. Vendor may sell such data.', 'DATA'],
])('in "%s" what is sold is %s', async (clause, role) => {
  const page = await pageOf(clause);
  const at = page.binding.find((one) => page.reading(one).words.some(({ text }) => text === 'sell')) ?? -1;
  const { hits, words } = page.reading(at);
  const last = words.findLastIndex(({ text }) => text === 'data');
  const found = (['DATA', 'DEID'] as const).filter((one) =>
    hits.get(atoms.id(one)).some(({ end }) => end === last + 1),
  );
  expect(found).toEqual([role]);
});

test.each([
  [
    'Vendor may sell it, and Vendor shall have no liability.',
    ['Vendor may sell it ,', 'Vendor shall have no liability .'],
  ],
  ['Vendor sells it and the Board shall pay.', ['Vendor sells it', 'the Board shall pay .']],
  ['Vendor may sell it and lend it.', []],
  ['Vendor may sell what the Board shall name.', []],
  // Each recipient by itself.
  [
    'We share it with banks that help us and with shops.',
    ['We share it with banks that help us', 'We share it with shops .'],
  ],
  [
    'We share it with banks, with shops, and with farms.',
    ['We share it with banks', 'We share it with shops ,', 'We share it with farms .'],
  ],
  ['We share it with banks and deal with shops.', []],
])('the clauses of "%s" that "and" joins are read by themselves', async (clause, clauses) => {
  const page = await pageOf(clause);
  const { value } = page.reader.contract.text;
  const joined = page
    .clausesIn(['operative'])
    .filter((at) => value.slice(page.statement(at).start, page.statement(at).end) === clause)
    .map((at) =>
      page
        .reading(at)
        .words.map(({ start, end }) => value.slice(start, end))
        .join(' '),
    );
  expect(joined).toEqual(clauses);
});

test.each([
  ['"Learner" means a student whose records the Board keeps.', 'Learner', 'FAMILY'],
  ['"Adult" means a parent or guardian of a pupil.', 'Adult', 'FAMILY'],
  ['"Roster" means the data on the students of a class.', 'Roster', 'DATA'],
])('in %s the term "%s" is %s', async (clause, name, role) => {
  const { contract, names } = (await pageOf(clause)).reader;
  expect(names.termRoles[contract.terms.findIndex((term) => term.names.includes(name))]).toBe(role);
});

test.each([
  ['"Roster Facts" are those of the records that are directory information.', true],
  ['"Roster Facts" are records of pupils, directory information included.', false],
  ['"Roster Facts" are directory information and the marks of pupils.', false],
])('whether %s is of directory information alone: %s', async (clause, expected) => {
  const { contract, carried } = (await pageOf(clause)).reader;
  const term = contract.terms.findIndex(({ names }) => names.includes('Roster Facts'));
  expect(carried[term]?.includes(atoms.concept('kind-directory') ?? -1)).toBe(expected);
});

test.each([
  ['"Pupil Files" means records of pupils, excluding directory information.', 'but-kind-directory', true],
  [
    '"Pupil Files" means records of pupils, including, but not limited to, directory information.',
    'but-kind-directory',
    false,
  ],
  ['"Pupil Files" means files to which California law applies.', 'other-state', true],
  ['"Pupil Files" has the meaning given in the California Education Code.', 'other-state', false],
])('%s carries %s: %s', async (clause, concept, expected) => {
  const { contract, carried } = (await pageOf(clause)).reader;
  const term = contract.terms.findIndex(({ names }) => names.includes('Pupil Files'));
  expect(carried[term]?.includes(atoms.concept(concept) ?? -1)).toBe(expected);
});

test.each([
  ['"Permitted Uses" means lessons and our legitimate business.', true],
  ['"Permitted Uses" means lessons and Business Operations. "Business Operations" means any lawful activity.', true],
  ['"Permitted Uses" means lessons and reports.', false],
])('what %s carries into a sentence: %s', async (definition, swallows) => {
  const clause = 'Vendor acts for the Permitted Uses.';
  const page = await pageOf(`${definition}\n\n${clause}`);
  const end = page.reader.contract.text.value.indexOf(clause) + clause.length;
  const at = page.binding.find((one) => page.reading(one).words.at(-1)?.end === end);
  expect(page.reading(at ?? -1).hits.has(atoms.id('swallows'))).toBe(swallows);
});

test.each([
  ['Vendor shall report within ten days any loss of pupil data (an "Incident").', 'Incident', 0],
  ['Vendor shall report within ten days (the "Reporting Period").', 'Reporting Period', 1],
])('how many lengths of time a term carries that is named in passing: %s', async (clause, name, count) => {
  const { contract, termQuantities } = (await pageOf(clause)).reader;
  expect(termQuantities[contract.terms.findIndex(({ names }) => names.includes(name))]).toHaveLength(count);
});

/** How the words of the question "… sell …?" stand in the statement that answers it; undefined where they are no part of it. */
async function answered(question: string, answer: string): Promise<boolean | undefined> {
  const page = await pageOf(`Q: ${question}\n\nA: ${answer}`);
  const replies = page.binding.filter((at) => page.asked(at)).map((at) => page.reading(at));
  const told = replies.find(({ words }) => words.some((word) => word.text === 'sell'));
  return told?.standing[told.words.findIndex((word) => word.text === 'sell')]?.denied;
}

test.each([
  ['Does the Vendor sell pupil records?', 'No.', true],
  ['Does the Vendor sell pupil records?', 'Under no circumstances.', true],
  ['Does the Vendor sell pupil records?', 'It does not, and no one may.', true],
  ['Does the Vendor sell pupil records?', 'It does, for a fee.', false],
  ['Will the Vendor sell pupil records?', 'Vendor will, for a fee.', false],
  ['Will the Vendor sell pupil records?', 'The Vendor will not.', true],
  ['Will anybody sell pupil records?', 'Nobody will.', true],
  ['Will anybody sell pupil records?', 'No one will.', true],
  ['Will the Vendor sell pupil records?', 'Only others do.', undefined],
  ['Will the Vendor sell pupil records?', 'District answers: no, it will not.', true],
  ['Will the Vendor sell pupil records?', 'Agreed by both. The fee is below.', false],
  ['Will the Vendor sell pupil records?', 'Agreed on by nobody.', undefined],
  ['Will the Vendor undertake to sell pupil records?', 'We so undertake.', false],
  ['True or false: does the Vendor sell pupil records?', 'False. Nobody does.', true],
  ['How do you sell pupil records?', "We don't.", true],
  ['Who may not sell pupil records?', 'You may not, and neither may we.', undefined],
  ["Others sell pupil records, don't they?", 'They do. We are not others.', undefined],
])('%s %s', async (question, answer, denied) => {
  expect(await answered(question, answer)).toBe(denied);
});
