import { expect, test } from 'vitest';
import { contract, statements } from '../contracts.ts';

test.each([
  ['Vendor keeps nothing. The one exception is a log.', 'Vendor keeps nothing. » The one exception is a log.'],
  ['Vendor keeps nothing. There are two exceptions: logs.', 'Vendor keeps nothing. » There are two exceptions: logs.'],
  ['Vendor sells nothing. This does not apply to logs.', 'Vendor sells nothing. » This does not apply to logs.'],
  [
    'Vendor sells nothing. This restriction shall not apply to logs.',
    'Vendor sells nothing. » This restriction shall not apply to logs.',
  ],
  ['Vendor sells nothing. Except that logs may go.', 'Vendor sells nothing. » Except that logs may go.'],
  // Each of these is whole by itself.
  ['Vendor keeps nothing. Except as agreed, Vendor pays.', 'Except as agreed, Vendor pays.'],
  ['Vendor keeps nothing. This does not end the term.', 'This does not end the term.'],
  ['Vendor keeps logs. This data does not include names.', 'This data does not include names.'],
  ['Vendor keeps nothing. Exceptional logs are kept.', 'Exceptional logs are kept.'],
])('"%s" reads its second sentence as "%s"', async (text, second) => {
  expect(statements(await contract(text))).toEqual([text.slice(0, text.indexOf('. ') + 1), second]);
});

test('an exception does not take from another section', async () => {
  const found = await contract('# 1. Sale\n\nVendor sells nothing.\n\n# 2. Logs\n\nThe one exception is a log.');
  expect(statements(found)).toEqual(['Vendor sells nothing.', 'The one exception is a log.']);
});
