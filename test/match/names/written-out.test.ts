import { expect, test } from 'vitest';
import { match, openReader } from '../../../src/match/index.ts';
import { writtenOut } from '../../../src/match/names/written-out.ts';
import type { Role } from '../../../src/match/patterns/atoms.ts';
import { read, readWrittenOut } from '../../../src/match/reading.ts';
import { compiled, contractOf } from '../support.ts';

const sides = '# Agreement\n\nBetween Acme Inc. ("Vendor") and the Elm Board of Education ("Board").\n\n';

test.each([
  [
    '"Prompt Notice" means a letter sent within ten days.',
    'Vendor gives Prompt Notice.',
    'vendor give letter send within ten dai .',
  ],
  ['"Prompt Notice" means a letter sent within ten days.', 'Vendor gives prompt notice.', null],
  ['"Learning Software" means a program that shows stories.', 'Vendor runs Learning Software.', null],
  ['"Storyland" means Acme\'s own program that shows stories.', 'Vendor owns Storyland.', null],
  ['"Student Data" means information about students.', 'Vendor keeps Student Data.', null],
  ['"GDPR" means the regulation of the European Union on data.', 'Vendor complies with GDPR.', null],
  ['The Family Educational Rights and Privacy Act ("FERPA") is a law.', 'Vendor complies with FERPA.', null],
])('%s %s', async (definition, duty, expected) => {
  const contract = await contractOf(`${sides}${definition}\n\n${duty}`);
  const reader = openReader(contract, compiled.atoms);
  const found = contract.statements.findLast(({ zone }) => zone === 'operative');
  const { value } = contract.text;
  const { words } = await import('../../../src/language/words.ts');
  const said = found ? words(value.slice(found.start, found.end), found.start) : [];
  const out = writtenOut(reader, said)?.map(({ stem }) => stem) ?? null;
  expect(out?.filter((stem) => stem !== 'a').join(' ') ?? null).toBe(expected);
});

test('a duty that names a defined notice has its time, and the statement is the duty', async () => {
  const contract = await contractOf(
    sides +
      '"Prompt Notice" means a letter to the Board within ten days after Vendor discovers it.\n\n"Leak" means an unauthorized release of student data of any kind.\n\nOf each Leak Vendor shall give Prompt Notice.',
  );
  const found = match(contract, compiled).matches.find(
    ({ rule, part }) => rule === 'ct/breach-30-days' && part === 'element',
  );
  const { start, end } = contract.statements[found?.statement ?? -1] ?? { start: 0, end: 0 };
  expect(contract.text.value.slice(start, end)).toBe('Of each Leak Vendor shall give Prompt Notice.');
});

test('what bars a sentence as it stands is not gone when its terms are written out', async () => {
  const contract = await contractOf(
    sides +
      '"Investigation Report" means the last paper of the team about a Leak.\n\n"Leak" means an unauthorized release of student data of any kind.\n\nOf each Leak Vendor shall notify the Board within ten days after its team issues its Investigation Report.',
  );
  const found = match(contract, compiled).matches.filter(
    ({ rule, part }) => rule === 'ct/breach-30-days' && part === 'element',
  );
  expect(found).toEqual([]);
});

test.each([
  ['Home Law', 'the law of the State in which Vendor has its principal office, Ohio', true],
  ['Home Law', 'the law of Connecticut', false],
])('a term that conflicts by what is defined: %s is %s', async (name, meaning, expected) => {
  const contract = await contractOf(
    `"${name}" means ${meaning}.\n\nThis Agreement and the rights and duties of the parties are governed by ${name}.`,
  );
  const conflicts = match(contract, compiled).matches.filter(
    ({ rule, part }) => rule === 'ct/governing-law' && part === 'conflict',
  );
  expect(conflicts.length > 0).toBe(expected);
});

test.each([
  ['No.', false],
  ['The Registrar sends Prompt Notice to families.', true],
])('the question of "%s" is written out: %s', async (answer, expected) => {
  const contract = await contractOf(
    sides +
      `"Prompt Notice" means a letter sent within ten days.\n\n**Will Vendor give Prompt Notice of a Leak?**\n\n${answer}`,
  );
  const reader = openReader(contract, compiled.atoms);
  const context = { topics: new Set<Role>(), subject: null, banned: false, nobodys: false };
  const statement = contract.statements.findLast(({ asked }) => asked !== null);
  if (!statement) throw new Error('no answer');
  const out = readWrittenOut(reader, statement, read(reader, statement, context), context);
  expect(out !== null).toBe(expected);
});

test('what a ban is said to cover is banned where a term is written out, too', async () => {
  const contract = await contractOf(
    `${sides}"Prompt Notice" means a letter sent within ten days.\n\nThat covers a Prompt Notice of a Leak.`,
  );
  const reader = openReader(contract, compiled.atoms);
  const statement = contract.statements.at(-1);
  if (!statement) throw new Error('no statement');
  const denied = (banned: boolean) => {
    const context = { topics: new Set<Role>(), subject: null, banned, nobodys: false };
    return readWrittenOut(reader, statement, read(reader, statement, context), context)?.standing.some(
      (one) => one.denied,
    );
  };
  expect([denied(true), denied(false)]).toEqual([true, false]);
});
