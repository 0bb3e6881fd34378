import { expect, test } from 'vitest';
import { withoutRiders } from '../../src/language/riders.ts';
import { joined, words } from '../../src/language/words.ts';

test.each([
  ['Vendor may sell the data, to the extent permitted by applicable law.', 'vendor may sell the data .'],
  ['To the fullest extent permitted by law, Vendor may sell the data.', 'vendor may sell the data .'],
  ['Vendor may, where permitted by state law, sell the data.', 'vendor may sell the data .'],
  ['Vendor may sell the data unless prohibited by applicable federal or state law.', 'vendor may sell the data .'],
  [
    'Vendor shall, in compliance with all applicable laws and regulations, tell the Board.',
    'vendor shall tell the board .',
  ],
  ['Vendor shall erase the data at no additional cost to the Board.', 'vendor shall erase the data .'],
  ['Vendor shall erase the data (see Section 9), as further described in Exhibit 4.', 'vendor shall erase the data .'],
  ['Without limiting the foregoing, Vendor keeps a log.', 'vendor keeps a log .'],
  ['For the avoidance of doubt, the parties agree.', 'the parties agree .'],
  ['The parties hereby acknowledge and agree that Vendor keeps a log.', 'vendor keeps a log .'],
  [
    'Vendor shall tell the Board, and such notice shall not be construed as an admission of fault.',
    'vendor shall tell the board .',
  ],
  ['Vendor shall erase the data, and this Section shall survive termination.', 'vendor shall erase the data .'],
])('"%s" says "%s"', (sentence, said) => {
  expect(joined(withoutRiders(words(sentence)))).toBe(said);
});

// What limits, takes back or says what is done is no rider.
test.each([
  'Vendor shall not disclose data except to the extent permitted by law.',
  'Vendor may disclose data only to the extent permitted by law.',
  'A void term is enforced to the extent permitted by law and the rest stands.',
  'Vendor may keep data to the extent required by law.',
  'This Agreement is construed in accordance with the laws of the State of Texas.',
  'Vendor acts in compliance with all applicable laws, including FERPA.',
  'Vendor may sell the data at no less than cost.',
  'Two deletions a year are at no cost, except that more are billed.',
  'Vendor may use the data as described in Exhibit A.',
  'Vendor may sell the data without limiting itself to any buyer.',
  'Vendor may tell others, and such disclosure shall not be deemed a sale.',
  'The parties agree to comply with FERPA.',
])('"%s" has none', (sentence) => {
  const all = words(sentence);
  expect(withoutRiders(all)).toBe(all);
});
