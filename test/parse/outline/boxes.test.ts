import { expect, test } from 'vitest';
import { boxAlone, choices, opensWithBox } from '../../../src/parse/outline/boxes.ts';
import { contract, quote } from '../contracts.ts';

test.each([
  ['[x] Yes [ ] No', ['+Yes', '-No']],
  ['Use: ☒ teaching. ☐ research.', ['Use:', '+teaching.', '-research.']],
  ['Name ☒ Address ☐', ['+Name', '-Address']],
  ['Time: [ ] Within 30 days [ ] Within ____ days', ['Time:', '-Within 30 days', '-Within ____ days']],
  ['It tells: [X] the board; [ ] the press', ['It tells:', '+the board;', '-the press']],
  ['[x]', []],
])('%s', (text, expected) => {
  const found = choices(text, { start: 0, end: text.length });
  const marks = { true: '+', false: '-', null: '' };
  expect(found?.map(({ start, end, ticked }) => `${marks[`${ticked}`]}${text.slice(start, end)}`)).toEqual(expected);
});

test.each([
  'within [ ] days of the request',
  'shall pay [X] dollars and [ ] cents',
  'as told in [1] and (x)',
])('no box: %s', (text) => expect(choices(text, { start: 0, end: text.length })).toBeNull());

test.each([
  ['☒', true],
  ['[ ]', false],
  ['[ ] [x]', true],
  ['☐ other', null],
])('alone: %s', (text, expected) => expect(boxAlone(text)).toBe(expected));

test('a line that opens with a box is no title', () => {
  expect(['[x] Deletion', '☐ Deletion', 'Deletion [x]'].map(opensWithBox)).toEqual([true, true, false]);
});

test('a contract tells its boxes', async () => {
  const found = await contract('Use: ☒ teaching. ☐ research.\n\nWithin [ ] days.');
  expect(found.boxes.map((box) => [quote(found, box), box.ticked])).toEqual([
    ['[x]', true],
    ['[ ]', false],
    ['[ ]', false],
  ]);
});

const binding = async (text: string) => {
  const found = await contract(text);
  return found.statements.filter(({ zone }) => zone === 'operative').map((statement) => quote(found, statement));
};

test.each([
  [
    'what no tick takes up binds nobody',
    'Ads ☐ Vendor shall show ads. ☒ Vendor shall show no ads.',
    ['Vendor shall show no ads.'],
  ],
  [
    'a row',
    '| Data | Shared |\n|---|---|\n| Vendor will share names | ☐ |\n| Vendor will share grades | ☒ |',
    ['Vendor will share grades'],
  ],
  ['a tick below No', '| Term | Yes | No |\n|---|---|---|\n| Vendor may sell data. | ☐ | ☒ |', []],
  [
    'what an open box offers under a title of its own',
    '- [ ] **3-D Letter.** Vendor shall write in ten days. Vendor shall call.\n- [x] **3-E Ads.** Vendor shows none.',
    ['Vendor shows none.'],
  ],
  [
    'what the last of several open boxes offers',
    'Services: ☒ Door Kiosk ☐ Bonus Club. *Merchants aim coupons at pupils.* ☐ No. Vendor shall pay.',
    ['Vendor shall pay.'],
  ],
  [
    'a cell',
    '| Term | Choice |\n|---|---|\n| Deletion | ☒ Vendor shall delete data. ☐ Vendor shall keep data. |',
    ['Vendor shall delete data.'],
  ],
])('%s', async (_, text, expected) => {
  expect((await binding(text)).filter((words) => words.startsWith('Vendor'))).toEqual(expected);
});
