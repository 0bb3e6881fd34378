import { expect, test } from 'vitest';
import { contract } from './contracts.ts';

const times = (count: number, make: (index: number) => string, glue: string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(glue);

// Twice the text may take about twice the time; a quadratic step would take minutes at these sizes.
test.each([
  ['definitions', times(10_000, (index) => `"Term ${index}" means thing ${index} that Vendor holds.`, '\n\n')],
  ['companies', times(5_000, (index) => `Acme${index} Labs, Inc. ("Acme${index}") hosts.`, '\n\n')],
  ['blanks', `Name: ${'_'.repeat(1_000_000)}`],
  ['blank lines to sign', times(20_000, () => 'By: ______', '\n\n')],
  ['stops', '.'.repeat(1_000_000)],
  ['one line', 'Provider shall not sell Student Data to anyone. '.repeat(20_000)],
  ['capitals', 'PROVIDER SHALL NOT SELL STUDENT DATA '.repeat(27_000)],
  ['open quotes', '"a '.repeat(300_000)],
  ['open brackets', '(a '.repeat(300_000)],
  ['boxes', '[ ] lend '.repeat(110_000)],
  ['signs of striking', '[STRUCK] a '.repeat(90_000)],
  ['notes', 'The notes in the '.repeat(60_000)],
  ['dates', 'January 3, 2024 '.repeat(50_000)],
  ['items', `Vendor shall:\n\n${times(20_000, (index) => `- do thing ${index};`, '\n')}`],
  [
    'clauses that strike',
    times(10_000, (index) => `${index % 900}.1 Section ${(index * 7) % 900}.1 is deleted.`, '\n\n'),
  ],
])('a megabyte of %s is read in time', { timeout: 20_000 }, async (_, text) => {
  expect((await contract(text)).text.value.length).toBeGreaterThan(0);
});
