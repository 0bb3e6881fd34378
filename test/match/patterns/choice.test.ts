import { expect, test } from 'vitest';
import type { DutyTest } from '../../../src/match/patterns/duty.ts';
import { leftToChoice } from '../../../src/match/patterns/duty.ts';
import { atoms, pageOf } from '../support.ts';

/** The words that leave the telling, or all that is said of the contractor, to its choice; '' if nothing does. */
async function left(clause: string, action: readonly string[]): Promise<string> {
  const page = await pageOf(clause);
  const at = page.binding.find((one) => {
    const { start, end } = page.statement(one);
    return page.reader.contract.text.value.slice(start, end) === clause;
  });
  if (at === undefined) throw new Error(`not read as one statement: ${clause}`);
  const check: DutyTest = {
    actor: action.length > 0 ? ['CONTRACTOR', 'UNKNOWN'] : ['CONTRACTOR', 'BOTH'],
    force: null,
    action: action.map((word) => atoms.word(word)),
    object: null,
    target: null,
  };
  const reading = page.reading(at);
  const found = leftToChoice(check, reading, atoms);
  return found
    ? reading.words
        .slice(found.start, found.end)
        .map((word) => word.text)
        .join(' ')
    : '';
}

test.each([
  ['Vendor may notify the District.', 'notify'],
  ['The District may be notified.', 'notified'],
  ['Vendor shall notify the District, and may notify parents.', ''],
  ['Vendor may not notify the press.', ''],
  ['Ten days are the most that may pass before Vendor notifies the District.', ''],
  ["Vendor's right to speak ends, and Vendor notifies the District.", ''],
])('%s', async (clause, expected) => {
  expect(await left(clause, ['notify'])).toBe(expected);
});

test.each([
  ['When Vendor learns of a breach, Vendor may ring the District.', 'vendor may'],
  ['Vendor may ring, but Vendor shall write.', ''],
  ['Vendor deletes the records, and Vendor may say so.', ''],
  ['Vendor may not keep the records.', ''],
])('all that is said of the contractor: %s', async (clause, expected) => {
  expect(await left(clause, [])).toBe(expected);
});
