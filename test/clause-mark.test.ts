import { expect, test } from 'vitest';
import { clauseWords } from '../src/clause-mark.ts';

test.each([
  ['14.2 Vendor may sell Student Data.', '15.3 Vendor may sell Student Data.'],
  ['14. Vendor may sell data.', 'Vendor may sell data.'],
  ['(b) Vendor may sell data.', '(c) Vendor may sell data.'],
  ['4.2(b) Vendor may sell data.', '4.1(a) Vendor may sell data.'],
  ['Section 4. Vendor may sell data.', 'Section 5. Vendor may sell data.'],
  ['Vendor may sell “data”\nas Section 4.2(a) says.', 'vendor may  sell "data" as Section 5 says.'],
  ['Under Article IV Vendor may.', 'Under Article V Vendor may.'],
  ['As Sections 3 and 4 say.', 'As Sections 4 and 5 say.'],
  ['As Sections 3, 4(a), and 5 say.', 'As Sections 4, 5(b), and 6 say.'],
  ['As Sections 3 through 5 say.', 'As Sections 4 through 6 say.'],
  ['As §§ 3-5 say.', 'As §§ 4-6 say.'],
  ['As §§ 3–5 say.', 'As §§ 4–6 say.'],
  ['As Sec. 3 says.', 'As Sec. 4 says.'],
  ['AS SECTION A.1 SAYS.', 'AS SECTION B.2 SAYS.'],
  ['As in Exhibit A.', 'As in Exhibit B.'],
  ['As in paragraph (b) above.', 'As in paragraph (c) above.'],
  ['As in subsection (a)(1).', 'As in subsection (b)(2).'],
  ['[11] Vendor may sell data.', '[12] Vendor may sell data.'],
  ['Sec. 3 Vendor may sell data.', 'Sec. 4 Vendor may sell data.'],
  ['A.1 Vendor may sell data.', 'B.2 Vendor may sell data.'],
  ['The state\u00ADment', 'The statement'],
])('%j is the same clause as %j', (a, b) => {
  expect(clauseWords(a)).toBe(clauseWords(b));
});

test.each([
  ['30 days after the end the data goes.', '60 days after the end the data goes.'],
  ['Vendor may sell data.', 'Vendor may not sell data.'],
  ['As § 10-234 says.', 'As § 12-234 says.'],
  ['These clauses civil courts read.', 'These clauses courts read.'],
  ['As Sections 3 and 4 say.', 'As Sections 3, 4 and 5 say.'],
  ['Under Section 4 or 30 days after it.', 'Under Section 4 or 60 days after it.'],
  ['Under Sections 3 and 4, or 30 days after.', 'Under Sections 3 and 4, or 60 days after.'],
  ['Under Sections 3 and 4, 30 (thirty) days after.', 'Under Sections 3 and 4, 60 (sixty) days after.'],
  ['As §§ 10-76 say.', 'As §§ 10-79 say.'],
  ['As §§ 10-234aa to 10-234dd say.', 'As §§ 10-234aa to 10-234ee say.'],
  ['In each section a party signs.', 'In each section b party signs.'],
  ['[11 days] Vendor may.', '[12 days] Vendor may.'],
  ['A vendor may sell.', 'Vendor may sell.'],
])('%j is another clause than %j', (a, b) => {
  expect(clauseWords(a)).not.toBe(clauseWords(b));
});
