import { expect, test } from 'vitest';
import { actorOf } from '../../../src/match/patterns/actor.ts';
import { atoms, pageOf } from '../support.ts';

/** Who does what the word names in a clause. */
async function actor(clause: string, word: string): Promise<string | null> {
  const page = await pageOf(clause);
  for (const at of page.binding) {
    const reading = page.reading(at);
    const found = reading.words.findIndex((one) => one.text === word);
    if (found >= 0) return actorOf(reading, found, atoms);
  }
  return 'no such word';
}

test.each([
  ['Vendor shall shield the records.', 'shield', 'CONTRACTOR'],
  ['The records shall be shielded by the Vendor.', 'shielded', 'CONTRACTOR'],
  ['The records of the District shall be shielded.', 'shielded', null],
  ['The District may ask at any time the Vendor shall shield the records.', 'shield', 'CONTRACTOR'],
  ['Both the District and the Vendor shall shield the records.', 'shield', 'BOTH'],
  ['The duties of the Vendor shall shield nobody.', 'shield', null],
  ['When your plan runs out we shield the records.', 'shield', 'CONTRACTOR'],
  ['When the plan of the District runs out Vendor shields the records.', 'shields', 'CONTRACTOR'],
  // A pronoun stands for the party that the sentence before is about.
  ['The Vendor keeps a log. It shall shield the records.', 'shield', 'CONTRACTOR'],
  ['The Vendor keeps a log. Nor shall it shield the records.', 'shield', 'CONTRACTOR'],
  ['The District keeps a log. It shall shield the records.', 'shield', 'BOARD'],
  ['The Vendor keeps a log. It shall be shielded.', 'shielded', null],
  ['A log is kept. It shall shield the records.', 'shield', null],
])('in "%s" who does "%s" is %s', async (clause, word, expected) => {
  expect(await actor(clause, word)).toBe(expected);
});
