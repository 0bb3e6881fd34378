import { expect, test } from 'vitest';
import { contract, quote, statements } from '../contracts.ts';

const table = (...rows: string[]): string => {
  const [head = '', ...body] = rows;
  return [head, head.replace(/[^|]+/g, '---'), ...body].join('\n');
};

test.each([
  {
    name: 'reads only the column that binds',
    text: `The left column tells what counsel asks for and is nobody's promise. Only the middle column binds.\n\n${table(
      '| Law | Promise | Proof |',
      '| Data is not sold to anyone at all, ever | Vendor sells none. | Log |',
    )}`,
    expected: [
      "The left column tells what counsel asks for and is nobody's promise.",
      'Only the middle column binds.',
      'Vendor sells none.',
    ],
  },
  {
    name: 'takes up what the law asks for where the answer accepts it',
    text: table(
      '| Legal requirement | Vendor response |',
      '| The contractor must not sell any student record. | Agreed. |',
      '| The contractor must delete all data in thirty days. | Not accepted. |',
    ),
    expected: ['The contractor must not sell any student record. « Agreed.', 'Agreed.', 'Not accepted.'],
  },
  {
    name: 'makes one statement of a row of fragments',
    text: table('| Event | Vendor tells | When |', '| Leak | the Director of IT by phone | never later than 5 days |'),
    expected: ['the Director of IT by phone | never later than 5 days'],
  },
  {
    name: 'makes one statement of a step, who takes it and its time',
    text: table('| Step | What | Who | Within |', '| A | First notice | the Lead to the Board | 72 hours |'),
    expected: ['First notice | the Lead to the Board | 72 hours'],
  },
  {
    name: 'leads from "as follows" into the rows',
    text: `Vendor shall report as follows.\n\n${table('| Step | Limit |', '| Letter to the Board | 7 days |')}`,
    expected: ['Vendor shall report as follows.', 'Vendor shall report as follows » Letter to the Board | 7 days'],
  },
  {
    name: 'puts the party of the row before its duty',
    text: `Every row binds the party named in the second column.\n\n${table(
      '| No. | Who | Undertaking | How |',
      '| 1 | Company | Delete data when asked. | In ten days. The District keeps a log. |',
    )}`,
    expected: [
      'Every row binds the party named in the second column.',
      'Company » Delete data when asked. | In ten days.',
      'Company » Delete data when asked. » The District keeps a log.',
    ],
  },
  {
    name: 'reads a column for each party',
    text: `Acme, Inc. ("Vendor") and Elm Board of Education ("Board") agree.\n\n${table(
      '| Matter | Vendor | Board |',
      '| Use | Uses it to teach. | Tells teachers. |',
    )}`,
    expected: ['Vendor » Uses it to teach.', 'Board » Tells teachers.'],
  },
  {
    name: 'reads the short names of the sides as who is bound, and not as answers',
    text: `Acme Voice, Inc. ("AV") and Elm Board of Education ("EBE") agree.\n\n${table(
      '| No. | Who | What | Details |',
      '| 1 | AV | Sell no files | Absolute |',
      '| 2 | EBE | Pay the fee | Nine dollars |',
      '| 3 | AV | Guard the files | By locks |',
      '| 4 | EBE | Name a clerk | One |',
    )}`,
    expected: [
      'AV » Sell no files | Absolute',
      'EBE » Pay the fee | Nine dollars',
      'AV » Guard the files | By locks',
      'EBE » Name a clerk | One',
    ],
  },
  {
    name: 'reads letters that recur under “Duty” as who is bound',
    text: `Acme, Inc. ("AC") and Elm Board of Education ("EB") agree.\n\n${table(
      '| Ref | Duty | Text |',
      '| 1 | A | Guard the files by locks. |',
      '| 2 | E | Pay what is due in July. |',
      '| 3 | A | Delete the files when asked. |',
      '| 4 | E | Name a clerk for this. |',
    )}`,
    expected: [
      'A » Guard the files by locks.',
      'E » Pay what is due in July.',
      'A » Delete the files when asked.',
      'E » Name a clerk for this.',
    ],
  },
  {
    name: 'gives a row that both sides owe to each',
    text: `Acme, Inc. ("Vendor") and Elm Board of Education ("Board") agree.\n\n${table(
      '| By | Undertaking |',
      '| Vendor | to keep the files safe |',
      '| Vendor+Board | to obey the Act |',
    )}`,
    expected: ['Vendor » to keep the files safe', 'Vendor » to obey the Act', 'Board » to obey the Act'],
  },
  {
    name: 'reads who is responsible in a matrix of responsibilities',
    text: `Acme, Inc. (Acme) and Elm Ferry Board of Education (EFBOE) agree.\n\n${table(
      '| Row | What | Acme | EFBOE |',
      '| 1 | Guard the files. | R | I |',
      '| 2 | Name a clerk. | – | R/A |',
      '| 3 | Pay for it. | C | R |',
    )}`,
    expected: ['Acme » Guard the files.', 'EFBOE » Name a clerk.', 'EFBOE » Pay for it.'],
  },
  {
    name: 'reads ticks below the names of the sides',
    text: `Between Elm Board of Education (column B) and Acme, Inc. (column C).\n\n${table(
      '| Row | Obligation | B | C |',
      '| 1 | Delete the files when asked | | X |',
      '| 2 | Obey the Act | X | X |',
      '| 3 | No outage was had | | |',
    )}`,
    expected: ['C » Delete the files when asked', 'B » Obey the Act', 'C » Obey the Act'],
  },
  {
    name: 'reads dots below the names of the sides, where an open one only tells',
    text: `Between Elm Board of Education (column EB) and Acme, Inc. (column AI).\n\n${table(
      '| Row | What | AI | EB |',
      '| 1 | Delete the files when asked | ● | ○ |',
      '| 2 | Obey the Act | ● | ● |',
      '| 3 | Sell the files | – | – |',
      '| 4 | Guard the files | ○ | ● |',
    )}`,
    expected: ['AI » Delete the files when asked', 'AI » Obey the Act', 'EB » Obey the Act', 'EB » Guard the files'],
  },
  {
    name: 'puts the verb before what a mark binds to, where the key says it',
    text: `Elm Board of Education ("EB") and Acme, Inc. ("AI"). X: the party above shall do what stands beside it.\n\n${table(
      '| Row | What | AI | EB |',
      '| 1 | Delete the files when asked | X | |',
      '| 2 | Obey the Act | | X |',
    )}`,
    expected: [
      'X: the party above shall do what stands beside it.',
      'AI » shall » Delete the files when asked',
      'EB » shall » Obey the Act',
    ],
  },
  {
    name: 'reads what both sides have agreed beside ticks, and titles of rows as titles',
    text: `Acme, Inc. ("Acme") and Elm Board of Education ("Elm") agree.\n\n${table(
      '| Label | What is done or agreed | Acme | Elm |',
      '| 1. Use | Teach with the files. | ✓ | – |',
      '| 2. Owner | The files are Elm property. | agreed | agreed |',
      '| 3. Old | The files were Acme property. | – | – |',
    )}`,
    expected: ['Acme » Teach with the files.', 'The files are Elm property.'],
  },
  {
    name: 'reads a letter that alone marks who is bound',
    text: `Acme, Inc. ("Acme") and Elm Board of Education ("Elm") agree.\n\n${table(
      '| Row | What is to be done | Acme | Elm |',
      '| 1 | Delete the files when asked | B | – |',
      '| 2 | Obey the Act | B | B |',
      '| 3 | Supply a coach | – | B |',
    )}`,
    expected: [
      'Acme » Delete the files when asked',
      'Acme » Obey the Act',
      'Elm » Obey the Act',
      'Elm » Supply a coach',
    ],
  },
  {
    name: 'reads letters by their key: what a side is to do, and what it is to keep from',
    text: `Acme, Inc. ("Acme") and Elm Board of Education ("Elm") agree. **D** (*does*): this party is bound to do what the line says. **N** (*does not*): this party is bound not to do it.\n\n${table(
      '| Line | What | Acme | Elm |',
      '| 1 | Guard the files with all the care that it has | D/2 | – |',
      '| 2 | Use the files for anything but teaching its classes | N | – |',
      '| 3 | Obey the Act in all that it does with the files | D | D |',
    )}`,
    expected: [
      'D (does): this party is bound to do what the line says.',
      'N (does not): this party is bound not to do it.',
      'Acme » Guard the files with all the care that it has',
      'Acme » bound not to » Use the files for anything but teaching its classes',
      'Acme » Obey the Act in all that it does with the files',
      'Elm » Obey the Act in all that it does with the files',
    ],
  },
  {
    name: 'reads letters by a key that is a table, with the verb that it says',
    text: `Between the Elm Board of Education (the Board) and Acme, LLC (Acme).\n\n${table(
      '| Letter | Meaning |',
      '| M | that side must do the act |',
      '| W | that side may do it within the words of the row |',
      '| C | that side is to be consulted; it is not bound to do it |',
    )}\n\n${table(
      '| No. | Act | Acme | Board |',
      '| 1 | Keep files safe | M | C |',
      '| 2 | Use files to ring up meals | W | – |',
    )}`,
    expected: ['Acme » must » Keep files safe', 'Acme » may » Use files to ring up meals'],
  },
  {
    name: 'reads letters that must do it or must help, below sides of which one is each of several',
    text: `Acme, LLC (Acme) and the Elm Board of Education ("Member Board").\n\nD = must do it. H = must help.\n\n${table(
      '| No. | Act | Acme | Each Member Board |',
      '| 1 | Keep files safe | D | – |',
      '| 2 | Show files to parents | H | D |',
    )}`,
    expected: [
      'D = must do it.',
      'H = must help.',
      'Acme » must » Keep files safe',
      'Acme » must help » Show files to parents',
      'Each Member Board » must » Show files to parents',
    ],
  },
  {
    name: 'takes the longest column for what is done, beside who does it and when',
    text: `Acme, Inc. ("Acme") and Elm Board of Education ("Elm") agree.\n\n${table(
      '| Line | What | By | When |',
      '| A1 | Put the files to work for calling and to no other work at all | Acme | always |',
      '| A2 | Answer each call of the district for erasure of the files | Acme | 10 days |',
    )}`,
    expected: [
      'Acme » Put the files to work for calling and to no other work at all | Acme | always',
      'Acme » Answer each call of the district for erasure of the files | Acme | 10 days',
    ],
  },
  {
    name: 'leads from the verb over a column into its cells',
    text: `Acme, Inc. ("Acme") and Elm Board of Education ("Member") agree.\n\n${table(
      '| Row | Concerning | Acme shall | Each Member must |',
      '| a | Law | Obey the Act | Obey the Act |',
      '| b | End | Be without files in ten days | – |',
    )}`,
    expected: [
      'Acme shall » Obey the Act',
      'Each Member must » Obey the Act',
      'Acme shall » Be without files in ten days',
    ],
  },
  {
    name: 'leaves whole sentences below "What Acme promises" as they are',
    text: `Acme, Inc. ("Acme") and Elm Board of Education ("Elm") agree.\n\n${table(
      '| Matter | What Acme promises |',
      '| Law | We obey the Act. |',
    )}`,
    expected: ['We obey the Act.'],
  },
  {
    name: 'reads a form without a head row',
    text: '| Fee | Nine dollars |\n|---|---|\n| Term | One year |',
    expected: ['One year'],
  },
])('$name', async ({ text, expected }) => {
  expect(statements(await contract(text))).toEqual(expected);
});

test('the row head is a heading and the column head is what is asked', async () => {
  const found = await contract(table('| Topic | Our commitment |', '| Deletion | We shall delete it. |'));
  const [statement] = found.statements.filter(({ zone }) => zone === 'operative');
  expect(statement?.headings.map((span) => quote(found, span))).toEqual(['Deletion']);
  expect(quote(found, statement?.asked ?? null)).toBe('Our commitment');
});

test('a table of words and meanings defines', async () => {
  const found = await contract(table('| Word | Meaning |', '| Soon | Within two days |'));
  expect(found.terms.map(({ names, meaning }) => [names, quote(found, meaning)])).toEqual([
    [['Soon'], 'Within two days'],
  ]);
  expect(statements(found, 'definition')).toEqual(['Soon | Within two days']);
});

test('a table of signatures binds nobody', async () => {
  const found = await contract(
    table('| For the Board | For the Vendor |', '| ________ | ________ |', '| Chair | President |'),
  );
  expect(statements(found)).toEqual([]);
});

test.each([
  [
    'what is charged for stands with the charge',
    'Deletion of pupil files | $95 each',
    ['Deletion of pupil files | $95 each'],
  ],
  [
    'what stands behind the charge is not lost',
    'Deletion of pupil files | $95 each | in advance',
    ['Deletion of pupil files | $95 each | in advance'],
  ],
  [
    'a price that says when it is due is a price',
    'Deletion of pupil files | $95 each, invoiced before the work is done',
    ['Deletion of pupil files | $95 each, invoiced before the work is done'],
  ],
  ['a promise with a sum in it is no price', 'Deletion | Vendor shall pay $95 each', ['Vendor shall pay $95 each']],
  ['a price by itself is no price of something', '$5 | $95 each', ['$95 each']],
])('%s', async (_, row, expected) => {
  const found = await contract(`| Item | Price | Due |\n|---|---|---|\n| ${row} |\n| Setup | free | now |`);
  expect(statements(found).filter((one) => one.includes('$95'))).toEqual(expected);
});

test('a row whose own box is open is not chosen', async () => {
  const found = await contract(
    table('| Box | Option |', '| [X] | Vendor shall train. |', '| [ ] | Vendor shall show panels. |'),
  );
  expect(statements(found)).toEqual(['Vendor shall train.']);
});

test('columns told by their heads anywhere, and a draft that its row adopts', async () => {
  const found = await contract(
    [
      'The columns headed Draft and Remark are kept to show how the settled text came about, but impose no duty.',
      ...['One.', 'Two.', 'Three.', 'Four.', 'Five.'].map((one) => `\n${one}`),
      '',
      table(
        '| Topic | Draft | Remark | Settled |',
        '| Use | Vendor shall use it to teach. | Fine. | As drafted. |',
        '| Sale | Vendor shall not sell it. | No. | Withdrawn. |',
      ),
    ].join('\n'),
  );
  expect(statements(found).filter((one) => /drafted|Vendor/.test(one))).toEqual([
    'Vendor shall use it to teach. « As drafted.',
    'As drafted.',
  ]);
});

test.each([
  ['Days, counted from the find', '20', '20 Days, counted from the find'],
  ['Latest day after the find', 'the 20th', 'the 20th day after the find'],
  ['Latest day after the find', 'the fortieth', 'the fortieth day after the find'],
  ['Days after the find', '20 days', '20 days after the find'],
  ['Price', '20', '20'],
])('what a figure counts stands over it: %s | %s', async (head, cell, expected) => {
  const found = await contract(
    `# AGREEMENT\n\n${table(`| What got away | ${head} |`, `| Names | ${cell} |`, '| Photos | 40 |')}`,
  );
  const [told] = found.statements.filter(({ start, end }) => quote(found, { start, end }) === cell);
  const parts = told === undefined ? [] : [told, ...(told.tail === null ? [] : [told.tail])];
  expect(parts.map((part) => quote(found, part)).join(' ')).toBe(expected);
});

test('a number with its title is the title of its row', async () => {
  const found = await contract(
    `Acme, Inc. ("Vendor") and Elm Board of Education ("Board") agree.\n\n${table('| No. | Vendor | Board |', '| 2.1 FERPA | Shall comply | Shall comply |', '| 2.2 Rent | Shall pay | Shall collect |')}`,
  );
  const [first] = found.statements.filter((one) => quote(found, one) === 'Shall comply');
  expect(first?.headings.map((span) => quote(found, span))).toEqual(['2.1 FERPA']);
});
