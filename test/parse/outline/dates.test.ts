import { expect, test } from 'vitest';
import { contract } from '../contracts.ts';

test.each([
  ['This Agreement is entered into as of the 3rd day of March, 2023.', 'signed 2023-03-03'],
  ['Contract made the third day of May, 2024.', 'signed 2024-05-03'],
  ['Dated as of March 11, 2024', 'dated 2024-03-11'],
  ['**Effective Date:** 3/1/2023', 'effective 2023-03-01'],
  ['It takes effect on 2023-03-01.', 'effective 2023-03-01'],
  ['Last revised July 2024', 'amended 2024-07-01'],
  ['Accepted on the web for Elm on January 22, 2024.', 'accepted 2024-01-22'],
  ['It was renewed on July 1, 2025.', 'renewed 2025-07-01'],
  ['It expires on June 30, 2026.', 'expires 2026-06-30'],
  ['For the Board: Ann Roe, Superintendent, Aug. 5, 2024', 'signed 2024-08-05'],
  ['By: ____________ Date: 7/10/2025', 'signed 2025-07-10'],
  ['August 5, 2024', 'dated 2024-08-05'],
])('%s', async (text, expected) => {
  const { dates } = await contract(text);
  expect(dates.map(({ kind, date }) => `${kind} ${date}`)).toEqual([expected]);
});

test.each([
  'Vendor shall report by March 3, 2025.',
  'The law binds contracts entered into on or after July 1, 2018.',
  'Version 2024-13-45.',
])('%s is no date of the contract', async (text) => {
  expect((await contract(text)).dates).toEqual([]);
});
