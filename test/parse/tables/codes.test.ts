import { expect, test } from 'vitest';
import { contract, quote, statements } from '../contracts.ts';

const rows = (codes: readonly string[], head = 'Response'): string =>
  [
    `| Row | Requirement | ${head} | Comment |`,
    '|---|---|---|---|',
    ...codes.map((code, at) => `| ${at + 1} | Vendor erases file ${at + 1}. | ${code} | Said of ${at + 1}. |`),
  ].join('\n');

test.each([
  {
    name: 'codes that the text explains',
    text: `A response of **C** ("comply") means that Vendor undertakes the requirement. **E** means that Vendor undertakes its comment in place of it. **N** means that it is not accepted. **R** means that the review is not finished.`,
    codes: ['C', 'E', 'N', 'R', 'C', 'C', 'C', 'C'],
    expected: ['Vendor erases file 1.', 'Said of 1.', 'Said of 2.', 'Vendor erases file 5.'],
  },
  {
    name: 'codes with a sign behind them, few rows and as many codes',
    text: `**"A"** means that Vendor takes on the requirement as written. **"A+"** means that it takes it on with whatever is added. **"P"** means that it proposes its words in place of the requirement. **"N"** means that it is not met.`,
    codes: ['A', 'A+', 'P', 'N'],
    expected: ['Vendor erases file 1.', 'Said of 1.', 'Vendor erases file 2.', 'Said of 2.', 'Said of 3.'],
  },
  {
    name: 'a code that keeps the words out, whatever else it is called',
    text: '**M** (comply with modification): the comment is the term, in place of the requirement. **C** means that Vendor complies.',
    codes: ['C', 'M', 'C', 'C'],
    expected: [
      'Vendor erases file 1.',
      'Said of 1.',
      'Said of 2.',
      'Vendor erases file 3.',
      'Said of 3.',
      'Vendor erases file 4.',
      'Said of 4.',
    ],
  },
  {
    name: 'codes of custom',
    text: 'Vendor fills in the table.',
    codes: ['Y', 'N', 'Y', 'N'],
    expected: ['Vendor erases file 1.', 'Said of 1.', 'Vendor erases file 3.', 'Said of 3.'],
  },
  {
    name: 'codes that the text turns round',
    text: 'Y = not offered; N = agreed.',
    codes: ['Y', 'N', 'Y', 'N'],
    expected: ['Vendor erases file 2.', 'Said of 2.'],
  },
  {
    name: 'codes that nobody explains',
    text: 'Vendor fills in the table.',
    codes: ['Q', 'Z', 'Q', 'Z'],
    expected: [],
  },
  {
    name: 'initials',
    text: 'By his initials an officer takes on what the row says.',
    codes: ['DK', '', 'DK', '*none*'],
    head: 'Initials',
    expected: ['Vendor erases file 1.', 'Said of 1.', 'Vendor erases file 3.', 'Said of 3.'],
  },
  {
    name: 'codes that accept with a change',
    text: 'A: accepted. M: accepted with modification; the remark prevails. X: not accepted.',
    codes: ['A', 'M', 'X', 'M', 'A', 'A'],
    expected: ['Vendor erases file 1.', 'Said of 1.', 'Vendor erases file 2.', 'Said of 2.', 'Vendor erases file 4.'],
  },
])('$name decide what binds', async ({ text, codes, head, expected }) => {
  const binding = statements(await contract(`${text}\n\n${rows(codes, head)}`)).filter((one) =>
    /^(?:Vendor erases|Said)/.test(one),
  );
  expect(binding.slice(0, expected.length || undefined)).toEqual(expected);
});

test('what is said beside a code in its cell', async () => {
  const found = await contract(
    [
      '- **A** (Accepted): adopted as written.',
      '- **M** (Modified): the remark is adopted in its stead.',
      '- **N** (Not accepted): no part of the contract.',
      '',
      '| No. | Specification | Code and remark |',
      '|---|---|---|',
      '| 1 | Vendor erases file 1. | A: at no cost. |',
      '| 2 | Vendor erases file 2. | M: Vendor hides file 2. |',
      '| 3 | Vendor erases file 3. | N: under review. |',
      '| 4 | Vendor erases file 4. | A |',
      '| 5 | Vendor erases file 5. | A |',
      '| 6 | Vendor erases file 6. | N |',
    ].join('\n'),
  );
  expect(statements(found).filter((one) => /file|cost|review/.test(one))).toEqual([
    'Vendor erases file 1.',
    'at no cost.',
    'Vendor hides file 2.',
    'Vendor erases file 4.',
    'Vendor erases file 5.',
  ]);
});

test('a question that states a term and gets no answer binds nobody', async () => {
  const found = await contract(
    '**C1. Who pays?**\n\nThe Board pays.\n\n**C2. Who owns it?**\n\nThe Board owns it.\n\n**C3. Term: "Ohio law governs." State whether you agree.**\n\n*(no response entered)*',
  );
  expect(statements(found)).toEqual(['The Board pays.', 'The Board owns it.']);
});

test('letters that name a side tell who acts', async () => {
  const found = await contract(
    [
      'This agreement is between Acme Software, Inc. ("AS") and the Elm Board of Education ("EB").',
      '',
      '| No. | Who | What |',
      '|---|---|---|',
      '| 1 | AS | Erase file 1 |',
      '| 2 | AS | Erase file 2 |',
      '| 3 | EB | Pay |',
      '| 4 | AS | Erase file 4 |',
    ].join('\n'),
  );
  expect(statements(found)).toEqual(['AS » Erase file 1', 'AS » Erase file 2', 'EB » Pay', 'AS » Erase file 4']);
});

test('each signer has a column of initials, and a row that nobody signed binds nobody', async () => {
  const found = await contract(
    [
      '| Line | Promise | Acme | Elm |',
      '|---|---|---|---|',
      '| 1 | Acme erases file 1. | A.F. | B. L. |',
      '| 2 | Elm erases file 2. | — | B.L. |',
      '| 3 | Acme sells file 3. | — | — |',
    ].join('\n'),
  );
  expect(statements(found)).toEqual(['Acme erases file 1.', 'Elm erases file 2.']);
});

test('a commitment between what is asked for and the initials answers it', async () => {
  const found = await contract(
    [
      '| No. | Requirement | Commitment | Acme | Elm |',
      '|---|---|---|---|---|',
      '| 1 | Say who owns the data. | The Board does. | A.F. | B.L. |',
      '| 2 | Last day for notice of a breach. | The sixth. | A.F. | B.L. |',
      '| 3 | Law that governs. | Ohio. | — | — |',
    ].join('\n'),
  );
  const answers = found.statements.filter(({ zone }) => zone === 'operative');
  expect(answers.map((one) => [quote(found, one.asked), quote(found, one)])).toEqual([
    ['Say who owns the data.', 'The Board does.'],
    ['Last day for notice of a breach.', 'The sixth.'],
  ]);
});

test.each([
  ['This row is to read: "Vendor hides file 2."', ['Vendor erases file 1.']],
  ['Forty days, please.', ['Vendor erases file 1.', 'Vendor erases file 2.']],
])('an accepted row that its remark words anew is not what it was: %s', async (remark, expected) => {
  const found = await contract(
    [
      'A: accepted. M: accepted with modification.',
      '',
      '| Row | Requirement | Response | Comment |',
      '|---|---|---|---|',
      '| 1 | Vendor erases file 1. | A | |',
      `| 2 | Vendor erases file 2. | M | ${remark} |`,
      '| 3 | Vendor is glad. | A | |',
      '| 4 | Vendor is sad. | A | |',
    ].join('\n'),
  );
  expect(statements(found).filter((one) => one.includes('erases'))).toEqual(expected);
});

test('a tick below Yes takes up what its row says, one below No and none do not', async () => {
  const found = await contract(
    [
      '| No. | Statement | Yes | No | Remarks |',
      '|---|---|---|---|---|',
      '| B1 | Vendor erases file 1. | X | | In a day. |',
      '| B2 | Vendor sells file 2. | | X | Never has. |',
      '| B3 | Vendor hides file 3. | | | |',
      '| B4 | File 4 | X | | |',
    ].join('\n'),
  );
  expect(statements(found)).toEqual(['Vendor erases file 1.', 'In a day.']);
});

test('a full ring marks who is bound, and an open one nobody', async () => {
  const found = await contract(
    [
      'This agreement is between Acme Software, Inc. ("AS") and the Elm Board of Education ("EB").',
      '',
      '| Row | What | AS | EB |',
      '|---|---|---|---|',
      '| 1 | Erase file 1 | ● | ○ |',
      '| 2 | Sell file 2 | – | ○ |',
      '| 3 | Train staff | ● | ● |',
    ].join('\n'),
  );
  expect(statements(found)).toEqual(['AS » Erase file 1', 'AS » Train staff', 'EB » Train staff']);
});

const sides = 'This order is between Acme Software, Inc. ("Seller") and the Elm Board of Education ("Buyer").';

test('a code that binds a side by name tells who acts, and one that takes out binds nobody', async () => {
  const found = await contract(
    [
      sides,
      '',
      '- **S** – binds Seller.',
      '- **B** – binds Buyer.',
      '- **SB** – binds Seller and Buyer, each of them.',
      '- **T** – a term, agreed by both.',
      '- **X** – taken out; what is printed has no effect.',
      '',
      '| No. | Code | Condition |',
      '|---|---|---|',
      '| 1 | S | Shall erase file 1. |',
      '| 2 | B | Shall pay for file 2. |',
      '| 3 | SB | Shall hide file 3. |',
      '| 4 | T | File 4 is blue. |',
      '| 5 | X | File 5 is sold. |',
      ...['S', 'S', 'B', 'T', 'X'].map((code, at) => `| ${at + 6} | ${code} | Shall shut door ${at + 6}. |`),
    ].join('\n'),
  );
  expect(statements(found).filter((one) => one.includes('ile '))).toEqual([
    'Seller » Shall erase file 1.',
    'Buyer » Shall pay for file 2.',
    'Seller » Shall hide file 3.',
    'Buyer » Shall hide file 3.',
    'File 4 is blue.',
  ]);
});

test('a key that is a table tells which requirement is declined', async () => {
  const found = await contract(
    [
      sides,
      '',
      '| Letter | Effect |',
      '|---|---|',
      '| **C** | Covenant. The requirement binds Seller. |',
      '| **X** | Declined. The requirement is no part of the contract. |',
      '',
      '| No. | Requirement | Letter |',
      '|---|---|---|',
      '| 1 | Seller shall erase file 1. | C |',
      '| 2 | Seller shall hide file 2. | C |',
      '| 3 | Seller may sell file 3. | X |',
      '| 4 | Seller shall lock file 4. | C |',
    ].join('\n'),
  );
  const bound = statements(found).filter((one) => one.includes('file '));
  expect(bound.some((one) => one.includes('file 1'))).toBe(true);
  expect(bound.some((one) => one.includes('file 3'))).toBe(false);
});

test('a code that says what a side thinks of the requirement binds it to nothing', async () => {
  const found = await contract(
    [
      sides,
      'C: Seller complies. N: Seller will not comply.',
      '',
      '| Row | Requirement | Code |',
      '|---|---|---|',
      ...['C', 'N', 'C', 'N'].map((code, at) => `| ${at + 1} | Seller erases file ${at + 1}. | ${code} |`),
    ]
      .join('\n\n')
      .replaceAll('|\n\n|', '|\n|'),
  );
  expect(statements(found).filter((one) => one.includes('file'))).toEqual([
    'Seller erases file 1.',
    'Seller erases file 3.',
  ]);
});

test('answers of one word take up, put other words in place, or decline', async () => {
  const found = await contract(
    [
      'MODIFY means that the words of the last column are the term, and those printed are not.',
      '',
      '| Line | Term asked for | Answer | Our wording |',
      '|---|---|---|---|',
      '| 1 | Vendor erases file 1. | ACCEPT | |',
      '| 2 | Vendor erases file 2. | MODIFY | Vendor hides file 2. |',
      '| 3 | Vendor erases file 3. | DECLINE | [We would rather keep file 3.] |',
      '| 4 | Vendor erases file 4. | ACCEPT | [A note on file 4.] |',
      '| 5 | Vendor erases file 5. | ACCEPT | |',
      '| 6 | Vendor erases file 6. | DECLINE | |',
    ].join('\n'),
  );
  expect(statements(found).filter((one) => one.includes('file'))).toEqual([
    'Vendor erases file 1.',
    'Vendor hides file 2.',
    'Vendor erases file 4.',
    'Vendor erases file 5.',
  ]);
});

test('words that answer at length are no codes', async () => {
  const found = await contract(
    [
      '| Line | Matter | Promise |',
      '|---|---|---|',
      '| 1 | File 1 | Accepted and erased by Vendor. |',
      '| 2 | File 2 | Vendor hides it. |',
      '| 3 | File 3 | Declined offers are kept by Vendor. |',
      '| 4 | File 4 | Vendor sells it. |',
    ].join('\n'),
  );
  expect(statements(found)).toHaveLength(4);
});

test('black squares below Yes and No are ticks', async () => {
  const found = await contract(
    [
      '| Line | Statement | Yes | No | Remark |',
      '|---|---|---|---|---|',
      '| 1 | You will erase file 1. | ■ | □ | |',
      '| 2 | You may sell file 2. | □ | ■ | No need. |',
    ].join('\n'),
  );
  expect(statements(found)).toEqual(['You will erase file 1.']);
});

const clauses = (told: string, second: string) =>
  [
    told,
    '',
    '| Line | Promise | Acme | Elm |',
    '|---|---|---|---|',
    '| 1 | Acme erases file 1. | AF | BL |',
    '| 2 | Acme sells file 2. | AF | |',
    '| 3 | Acme keeps file 3. | | |',
    '',
    second,
  ].join('\n');

test.each([
  [
    'both must put them, where it says so',
    clauses('A line is in only if both initials stand beside it.', 'AF = Ann Frost. BL = Bo Lund.'),
    ['Acme erases file 1.'],
  ],
  [
    'one is enough where it says nothing',
    clauses('The lines follow.', 'AF = Ann Frost. BL = Bo Lund.'),
    ['Acme erases file 1.', 'Acme sells file 2.'],
  ],
])('initials without stops are told by whose they are: %s', async (_, text, expected) => {
  expect(statements(await contract(text)).filter((words) => words.startsWith('Acme '))).toEqual(expected);
});

test('answers in capital words', async () => {
  const found = await contract(
    [
      '**MODIFY** means that the other words are the term, and the printed words are not.',
      '',
      '| Line | Term asked for | Answer | Other words |',
      '|---|---|---|---|',
      '| 1 | Acme shall erase file 1. | ACCEPT | |',
      '| 2 | Acme shall erase file 2. | MODIFY | Acme shall lock file 2. |',
      '| 3 | Acme shall erase file 3. | DECLINE | |',
      '| 4 | Acme shall erase file 4. | ACCEPT | |',
      '| 5 | Acme shall erase file 5. | ACCEPT | |',
      '| 6 | Acme shall erase file 6. | DECLINE | |',
    ].join('\n'),
  );
  expect(statements(found).filter((words) => words.startsWith('Acme '))).toEqual([
    'Acme shall erase file 1.',
    'Acme shall lock file 2.',
    'Acme shall erase file 4.',
    'Acme shall erase file 5.',
  ]);
});
