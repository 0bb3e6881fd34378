import { expect, test } from 'vitest';
import { fits } from '../../../src/match/patterns/fit.ts';
import { compilePattern } from '../../../src/match/patterns/pattern.ts';
import { atoms, pageOf } from '../support.ts';

/** Whether a pattern fits a clause of a contract between the Board and the Vendor. */
async function fitting(source: string, clause: string): Promise<boolean> {
  const pattern = compilePattern(source, atoms);
  const page = await pageOf(clause);
  return page.binding.some((at) => fits(pattern, page.reading(at)) !== undefined);
}

test.each([
  ['CONTRACTOR ~ {own} ~ DATA', 'Vendor agrees that the Board owns Student Data.', true],
  ['CONTRACTOR ~<BOARD> {own} ~ DATA', 'Vendor agrees that the Board owns Student Data.', false],
  ['CONTRACTOR ~<BOARD> {own} ~ DATA', 'Vendor owns Student Data.', true],
  ['CONTRACTOR ~~<BOARD|sell> {own}', 'Vendor sells what it owns.', false],
  ["DATA ~ BOARD 's (. | and)", "Student Data is and stays the District's.", true],
  ["DATA ~ BOARD 's (. | and)", "Student Data is in the District's keeping.", false],
  ['^ ~3 {own} ~ DATA', 'Under this agreement and its exhibits the Board owns Student Data.', false],
  ['^ ~4 {own} ~ DATA', 'Only the Board owns Student Data.', true],
  ['{keep-safe}', 'Protected student data is sorted by grade.', false],
  ['must protect DATA', 'Vendor must protect student data.', true],
  ['^ DATA', 'Protected student data is kept.', true],
  ['CONTRACTOR {own}', 'It is known that publishers own titles and companies own marks.', false],
  ['kept for CONTRACTOR', 'The data is kept for hosting and publishing.', false],
  ['DATA ~ {own}', "A pupil's evaluation is owned by the Board.", true],
  ['^ BOARD $', 'The District.', true],
  ['^ BOARD $', 'The District pays.', false],
  ['(BOARD $ | BOARD ~ for) lunch', 'The District lunch.', false],
  ['(BOARD $ | BOARD ~ for) lunch', 'The District pays for lunch.', true],
  ['{own} purposes', 'Vendor keeps scores for its own purposes.', false],
  ['DATA ~ {own}', "Student Data is the District's own.", true],
  ['DATA! ~ {delete}', 'Whatever pupils type is deleted.', true],
  ['{delete} DATA!', 'We delete everything that we hold about your students.', true],
  ['{delete} DATA!', 'We delete everything that we hold about your buses.', false],
  ['{give-back} ~ DATA', 'Vendor shall hand the records of pupils back.', true],
  ['{give-back} ~ DATA', 'Vendor shall hand the records of pupils to its host.', false],
  ['DATA! ~ {delete}', 'Any content your students post is deleted.', true],
  ['DATA! ~ {delete}', 'Whatever the Board ordered is deleted.', false],
  ['DATA! ~ {delete}', 'Performance data on each learner is deleted.', true],
  ['DATA! ~ {delete}', 'Performance data is deleted.', false],
  ['DATA! ~ {delete}', 'All data entered into the Service is deleted.', true],
])('%s in "%s": %s', async (source, clause, fit) => {
  expect(await fitting(source, clause)).toBe(fit);
});

test.each([
  ['{delete ~4 DATA', '{', 1],
  ['delete} ~4 DATA', '}', 7],
  ['~<BOARD delete', '~', 1],
  ['~x delete', '~', 1],
  ['DATA ~ x$', '$', 9],
  ['DATA ~4x delete', '~', 6],
  ['DATA <BOARD> delete', '<', 6],
])('%s is refused for its %s at %i', (source, character, place) => {
  expect(() => compilePattern(source, atoms)).toThrow(`"${character}", character ${place} of the pattern`);
});

test.each(['BOARD ~<SCHOOL> {own}', '{owning}', '(a | b', '{own} $ BOARD'])('%s is refused', (source) => {
  expect(() => compilePattern(source, atoms)).toThrow();
});
