import { expect, test } from 'vitest';
import { normalised } from '../../src/accept/clause.ts';

test.each([
  ['14.2 Vendor may sell Student Data.', '15.3 Vendor may sell Student Data.'],
  ['14. Vendor may sell data.', 'Vendor may sell data.'],
  ['(b) Vendor may sell data.', '(c) Vendor may sell data.'],
  ['4.2(b) Vendor may sell data.', '4.1(a) Vendor may sell data.'],
  ['Section 4. Vendor may sell data.', 'Section 5. Vendor may sell data.'],
  ['Vendor may sell “data”\nas Section 4.2(a) says.', 'vendor may  sell "data" as Section 5 says.'],
  ['Under Article IV Vendor may.', 'Under Article V Vendor may.'],
  ['The state\u00ADment', 'The statement'],
])('%j is the same clause as %j', (a, b) => {
  expect(normalised(a)).toBe(normalised(b));
});

test.each([
  ['30 days after the end the data goes.', '60 days after the end the data goes.'],
  ['Vendor may sell data.', 'Vendor may not sell data.'],
  ['As § 10-234 says.', 'As § 12-234 says.'],
  ['These clauses civil courts read.', 'These clauses courts read.'],
  ['A vendor may sell.', 'Vendor may sell.'],
])('%j is another clause than %j', (a, b) => {
  expect(normalised(a)).not.toBe(normalised(b));
});
