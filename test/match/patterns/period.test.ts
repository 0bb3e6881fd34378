import { expect, test } from 'vitest';
import { compilePattern } from '../../../src/match/patterns/pattern.ts';
import { fitsPeriod, type PeriodCheck } from '../../../src/match/patterns/period.ts';
import { atoms, pageOf } from '../support.ts';

const id = (name: string): number => atoms.concept(name) ?? -1;
const kinds = [...atoms.lexicon.keys()].filter((name) => name.startsWith('kind-')).map(id);

const free: Pick<PeriodCheck, 'where' | 'unless'> = { where: null, unless: [] };

/** What the limits of a clause come to for student information, at 30 days. */
async function judged(clause: string, tied: Pick<PeriodCheck, 'where' | 'unless'> = free): Promise<string> {
  const page = await pageOf(clause);
  const test = {
    limit: 30,
    business: 20,
    covers: [id('kind-information')],
    kinds,
    data: atoms.id('DATA'),
    aside: [id('follow-up')],
    ...tied,
  };
  const fits = (want: 'within' | 'over'): boolean =>
    page.binding.some((at) => fitsPeriod({ ...test, want }, page.reading(at), page.headings(at)) !== undefined);
  return `${fits('within') ? 'within' : ''}${fits('over') ? 'over' : ''}`;
}

test.each([
  ['Vendor shall notify the Board within 30 days.', 'within'],
  ['Vendor shall notify the Board within 45 days.', 'over'],
  ['Notice comes in 30 days for student information and 60 days for the rest.', 'within'],
  ['Notice of a breach of directory information comes in 50 days.', ''],
  ['Notice of a breach of data, directory information included, comes in 20 days.', 'within'],
  ['Notice of a breach of data, directory information and homework included, comes in 20 days.', 'within'],
  ['Within 20 days at the outside, student information having leaked, notice comes.', 'within'],
  ['If student information other than directory information or student work leaks, notice comes in 20 days.', 'within'],
  ['Where nothing more than directory information leaks, notice comes in 50 days.', ''],
  ['Notice of a breach comes in no event past the ninth day.', 'within'],
  ['Vendor gives notice within ten days and pays for a year of credit monitoring.', 'within'],
  ['Vendor has had no breach in the last five years.', ''],
  ["Either side may leave on 90 days' notice.", ''],
  ['| Kind | Limit |\n|---|---|\n| Student information | 20 days |\n| Directory information | 50 days |', 'within'],
])('%s: %s', async (clause, expected) => {
  expect(await judged(clause)).toBe(expected);
});

test.each([
  ['Vendor shall delete the data within 45 days and notify the Board.', ''],
  ['Vendor shall delete the data within 45 days and notify the Board within 10 days.', 'within'],
  ['Vendor shall notify the Board within 10 days and delete the data within 45 days.', 'within'],
  ['Vendor shall notify the Board within 45 days and delete the data within 10 days.', 'over'],
])('the time for telling: %s: %s', async (clause, expected) => {
  const where = [compilePattern('{tell} ~20<delete> #', atoms)];
  const unless = [compilePattern('{delete} ~8<tell> #', atoms)];
  expect(await judged(clause, { where, unless })).toBe(expected);
});

test('an article is a section with its sisters', async () => {
  const clause =
    '### 7. Incidents\n\n7.1 Data may be stolen.\n\n7.2 Notice comes at once.\n\n### 8. Fees\n\n8.1 Fees fall due.';
  const page = await pageOf(clause);
  const { contract } = page.reader;
  const of = (words: string): number =>
    contract.statements.findIndex(({ start, end }) => contract.text.value.slice(start, end).includes(words));
  expect(page.inArticle(of('Notice comes'))).toContain(of('be stolen'));
  expect(page.inArticle(of('Notice comes'))).not.toContain(of('Fees fall'));
});
