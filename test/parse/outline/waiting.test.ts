import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

/** A section whose sentence stands above subsections, with an item in each. */
const under = (waiting: string, item: string, after = '') =>
  `# Terms\n\n## 4. Uses\n\n${waiting}\n\n### 4.1 Trade\n\n- ${item}\n\n### 4.2 Study\n\n- mine the records\n\n${after}`;

test.each([
  [
    'Vendor shall not:',
    'sell the records',
    ['Vendor shall not: » sell the records', 'Vendor shall not: » mine the records'],
  ],
  [
    'Vendor agrees to:',
    'sell the records',
    ['Vendor agrees to: » sell the records', 'Vendor agrees to: » mine the records'],
  ],
  // An item with a verb of its own says by itself what it says.
  [
    'Vendor shall not:',
    'Vendor shall lock the records',
    ['Vendor shall lock the records', 'Vendor shall not: » mine the records'],
  ],
  // A sentence that ends waits for nothing.
  ['Vendor shall not sell.', 'sell the records', ['sell the records', 'mine the records']],
])('"%s" governs the items of the subsections below it: %s', async (waiting, item, expected) => {
  expect(statements(await contract(under(waiting, item))).slice(1)).toEqual(expected);
});

test('it governs nothing of the next section', async () => {
  const found = await contract(under('Vendor shall not:', 'sell', '## 5. Care\n\nVendor keeps a log.\n\n- of visits'));
  expect(statements(found).at(-1)).not.toContain('shall not');
});
