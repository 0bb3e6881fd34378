import { expect, test } from 'vitest';
import { underDenial } from '../../src/language/denial.ts';
import { standings } from '../../src/language/force.ts';
import { words } from '../../src/language/words.ts';

test.each([
  ['Vendor shall keep the data secure.', ''],
  ['Vendor shall not keep the data secure.', 'not keep the data secure'],
  ['Vendor is not bound to keep it safe.', 'not bound to keep it safe'],
  // What tells more of a thing that there is not.
  ['Vendor shall not use locks that are meant to keep it safe.', 'not use locks that are meant to keep it safe'],
  [
    'Vendor shall not sell data that the Board provides, and shall keep it safe.',
    'not sell data that the board provides , and',
  ],
  // A limit of time is owed with what is not lacked.
  ['Notice is given without fuss, and within 96 hours.', 'without fuss ,'],
  ['Vendor shall not sleep on it, and within ten days tells the Board.', 'not sleep on it ,'],
  ['Vendor gives notice without dragging its feet, and within ten days.', ''],
  ['Not above a week after it learns of it, Vendor tells the Board.', ''],
  ['Data is kept without leave, and consent of the Board.', 'without leave , and consent of the board'],
  // What a relative or a condition denies ends with it.
  ['For whatever the screen cannot reach, Vendor deletes the data.', 'not reach ,'],
  ['For anything that the screen cannot reach she writes to Vendor.', 'not reach'],
  ['It was seen in a manner that nobody authorized, the office tells the Board.', 'that nobody authorized ,'],
  ['Our law, and not that of Utah, governs the contract.', 'not that of utah ,'],
  ['It was seen by somebody not entitled to it: Vendor telephones the Board.', 'not entitled to it'],
  ['The duty not to delay, is ten days.', 'not to delay ,'],
  // Limits of time are owed.
  ['Vendor writes, and in no case after the fourth day from discovery.', ''],
  ['Vendor writes, and under no circumstances more than five days after discovery.', ''],
  ['Vendor shall in no event after termination use the data.', 'in no event after termination use the data'],
  // Denied twice over.
  ['Vendor may not leave the error uncorrected.', ''],
  ['Neither side may do anything that is not in compliance with the Act.', ''],
  ['Vendor shall not violate the Act.', ''],
  ['Vendor shall not let ten days go by without telling the Board.', ''],
  ['Vendor shall not let others pass data on.', 'not let others pass data on'],
])('%s', (sentence, expected) => {
  const text = words(sentence);
  const denied = underDenial(text, standings(text));
  expect(text.flatMap((word, at) => (denied[at] ? [word.text] : [])).join(' ')).toBe(expected);
});
