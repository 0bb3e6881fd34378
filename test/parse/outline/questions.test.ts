import { expect, test } from 'vitest';
import { contract, quote } from '../contracts.ts';

test.each([
  [
    '## Do you sell data?\n\nNo. Never.',
    [
      ['Do you sell data?', 'No.'],
      ['Do you sell data?', 'Never.'],
    ],
  ],
  ['**Do you sell data?**\n\nNo.', [['Do you sell data?', 'No.']]],
  [
    '**B-1. Do you sell data?**\n\nNo.\n\n**B-2. Please describe deletion.**\n\nWe wipe.',
    [
      ['Do you sell data?', 'No.'],
      ['Please describe deletion.', 'We wipe.'],
    ],
  ],
  [
    '**B-1. Do you sell data?**\n\nNo.\n\n**B-2. Describe how a parent or guardian may see what you hold and have it corrected.**\n\nAt the office.',
    [
      ['Do you sell data?', 'No.'],
      ['Describe how a parent or guardian may see what you hold and have it corrected.', 'At the office.'],
    ],
  ],
  ['Q: Who owns it? A: The Board, always.', [['Who owns it?', 'The Board, always.']]],
  [
    'Requirement 21. State that Utah law governs. Response: See 1.5 as to the courts.',
    [['Requirement 21. State that Utah law governs.', 'See 1.5 as to the courts.']],
  ],
  ['Requirement 22. State that the rest stands. Response:', []],
  ['Q: Who owns it?\n\nA: The Board, always.', [['Who owns it?', 'The Board, always.']]],
  ['1. Do you sell data?\n\nVendor response: No.', [['Do you sell data?', 'No.']]],
  ['| Question | Answer |\n|---|---|\n| Is it sold? | Yes. |', [['Is it sold?', 'Yes.']]],
  ['## Do you sell data?\n\nTBD', []],
  ['| Question | Answer |\n|---|---|\n| Is it sold? | [ ] |', []],
  ['## Who owns it?\n\n## Data\n\nVendor shall pay.', [['', 'Vendor shall pay.']]],
])('%s', async (text, expected) => {
  const found = await contract(text);
  const answers = found.statements.filter(({ zone }) => zone === 'operative');
  expect(answers.map((statement) => [quote(found, statement.asked), quote(found, statement)])).toEqual(expected);
});

test('a ticked box binds and an open one does not', async () => {
  const found = await contract('[x] Vendor shall encrypt data.\n\n[ ] Vendor shall sell data.');
  expect(found.statements.map((statement) => [statement.zone, quote(found, statement)])).toEqual([
    ['operative', 'Vendor shall encrypt data.'],
    ['note', 'Vendor shall sell data.'],
  ]);
});
