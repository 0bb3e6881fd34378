import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

test.each([
  {
    name: 'items as blocks',
    text: 'Provider shall not:\n\n(a) sell data;\n\n(b) rent data.\n\nIt shall behave.',
    expected: [
      'Provider shall not:',
      'Provider shall not: » sell data;',
      'Provider shall not: » rent data.',
      'It shall behave.',
    ],
  },
  {
    name: 'words that enact a contract lead no list',
    text: 'NOW, THEREFORE, for good and valuable consideration, the parties agree as follows:\n\n1. Vendor keeps data.\n\n2. Vendor sells data.',
    expected: [
      'NOW, THEREFORE, for good and valuable consideration, the parties agree as follows:',
      'Vendor keeps data.',
      'Vendor sells data.',
    ],
  },
  {
    name: 'what the parties agree to do hangs on its lead',
    text: 'The parties agree as follows:\n\n(a) to keep data;\n\n(b) to sell data.',
    expected: [
      'The parties agree as follows:',
      'The parties agree as follows: » to keep data;',
      'The parties agree as follows: » to sell data.',
    ],
  },
  {
    name: 'a lead-in in capitals',
    text: 'VENDOR SHALL AT NO TIME —\n\n1. sell data;\n2. rent data.',
    expected: [
      'VENDOR SHALL AT NO TIME —',
      'VENDOR SHALL AT NO TIME — » sell data;',
      'VENDOR SHALL AT NO TIME — » rent data.',
    ],
  },
  {
    name: 'a clause that counts otherwise ends the list',
    text: '- (a) Vendor shall not:\n- (i) sell data;\n- (ii) rent data.\n- 5. Deletion\n\nVendor deletes it.',
    expected: [
      'Vendor shall not:',
      'Vendor shall not: » sell data;',
      'Vendor shall not: » rent data.',
      'Vendor deletes it.',
    ],
  },
  {
    name: 'an item without a stop leads no clause further out',
    text: '2. The Board may ask:\n\n   - by mail\n   - by fax\n\n3. Vendor shall tell it.\n\n4. Vendor shall behave.',
    expected: [
      'The Board may ask:',
      'The Board may ask: » by mail',
      'The Board may ask: » by fax',
      'Vendor shall tell it.',
      'Vendor shall behave.',
    ],
  },
  {
    name: 'a list begins with its first number',
    text: '(a) by mail\n\n(b) by fax\n\n7. Vendor shall tell the Board.',
    expected: ['by mail', 'by fax', 'Vendor shall tell the Board.'],
  },
  {
    name: 'a line that is no sentence leads nothing',
    text: '(as it was amended in 2020)\n\nEffective September 2, 2024\n\n1. Vendor shall tell the Board.\n\n2. Vendor shall behave.',
    expected: [
      '(as it was amended in 2020)',
      'Effective September 2, 2024',
      'Vendor shall tell the Board.',
      'Vendor shall behave.',
    ],
  },
  {
    name: 'the beginning of a sentence leads its items',
    text: 'In particular the Vendor\n\n(a) shall not sell data;\n\n(b) shall not rent data.',
    expected: [
      'In particular the Vendor',
      'In particular the Vendor » shall not sell data;',
      'In particular the Vendor » shall not rent data.',
    ],
  },
  {
    name: 'bullets below bullets',
    text: 'Vendor shall:\n\n- tell the Board:\n  - who;\n  - when;\n- write.',
    expected: [
      'Vendor shall:',
      'Vendor shall: » tell the Board:',
      'Vendor shall: » tell the Board: » who;',
      'Vendor shall: » tell the Board: » when;',
      'Vendor shall: » write.',
    ],
  },
  {
    name: 'items within a sentence',
    text: 'Vendor shall not: (a) sell data; (b) rent data; and (c) lend data, in each case for money.',
    expected: [
      'Vendor shall not:',
      'Vendor shall not: » sell data; « in each case for money.',
      'Vendor shall not: » rent data; and « in each case for money.',
      'Vendor shall not: » lend data « in each case for money.',
      'in each case for money.',
    ],
  },
  {
    name: 'numbers within a sentence',
    text: 'If data leaks, then 1. Vendor calls; and 2. Vendor writes.',
    expected: [
      'If data leaks, then',
      'If data leaks, then » Vendor calls; and',
      'If data leaks, then » Vendor writes.',
    ],
  },
  {
    name: 'words that close a list',
    text: 'Vendor shall not:\n\n- sell data\n- rent data\n\nwithout the written consent of the Board.',
    expected: [
      'Vendor shall not:',
      'Vendor shall not: » sell data « without the written consent of the Board.',
      'Vendor shall not: » rent data « without the written consent of the Board.',
      'without the written consent of the Board.',
    ],
  },
  {
    name: 'a paragraph that speaks of the items above it',
    text: 'Held here:\n\n- names\n- scores\n\nAll of these belong to the School.',
    expected: [
      'Held here:',
      'Held here: » names « All of these belong to the School.',
      'Held here: » scores « All of these belong to the School.',
      'All of these belong to the School.',
    ],
  },
  {
    name: 'letters that commas part are one sentence',
    text: 'Vendor may show data (a) to a court, (b) to a bound helper and (c) to the Board.',
    expected: ['Vendor may show data (a) to a court, (b) to a bound helper and (c) to the Board.'],
  },
  {
    name: 'references are no list',
    text: 'Vendor shall act under clauses (a) and (b); Section 4 (c) stays; see (d).',
    expected: ['Vendor shall act under clauses (a) and (b); Section 4 (c) stays; see (d).'],
  },
  {
    name: 'the next clause is no item',
    text: '4.1 Vendor shall do as follows:\n\n(a) call;\n\n(b) write.\n\n4.2 Vendor may rest.',
    expected: [
      'Vendor shall do as follows:',
      'Vendor shall do as follows: » call;',
      'Vendor shall do as follows: » write.',
      'Vendor may rest.',
    ],
  },
])('$name', async ({ text, expected }) => {
  expect(statements(await contract(text))).toEqual(expected);
});
