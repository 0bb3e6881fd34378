import { expect, test } from 'vitest';
import { type Column, columnsOf } from '../../../src/parse/tables/columns.ts';

const long = 'Vendor erases all that it holds within thirty days of the end of the contract.';
const read = (heads: readonly string[], ...rows: readonly (readonly string[])[]) =>
  columnsOf({ heads, rows, width: heads.length || (rows[0]?.length ?? 0) }, null, [], (name) => name === 'Acme');

test.each<[string, readonly Column[], readonly string[], readonly string[]]>([
  ['a requirement that nothing answers binds', ['label', 'binding'], ['No.', 'Requirement'], ['1', long]],
  ['one that is answered does not', ['law', 'binding'], ['Requirement', 'Response'], [long, long]],
  ['short ones name the rows', ['head', 'binding'], ['Requirement', 'Response'], ['Deletion', long]],
  ['words and what they mean', ['term', 'meaning'], ['Term', 'Meaning'], ['Files', long]],
  ['terms without a meaning are promises', ['head', 'binding'], ['Subject', 'Terms'], ['Deletion', long]],
  ['what a party does below its name', ['head', 'party'], ['Matter', 'Acme'], ['Deletion', long]],
  ['steps before who takes them', ['binding', 'who', 'binding'], ['Step', 'Who', 'By when'], [long, 'Acme', long]],
  ['who does what', ['who', 'binding'], ['Who', 'What'], ['Acme', long]],
  ['a promise in the name of who is bound', ['binding', 'binding'], ['Who', 'When'], [long, long]],
  ['what one side asks', ['label', 'question', 'binding'], ['Row', 'Buyer asks', 'Seller responds'], ['1', long, long]],
  ['who asks, and how, is no question', ['head', 'binding'], ['Request', 'Who asks, and how'], ['Deletion', long]],
  ['steps that are counted', ['label', 'head', 'binding'], ['Step', 'What', 'Within'], ['A', 'Call', '2 days']],
  ['words and their sense', ['term', 'meaning'], ['Word', 'Sense'], ['Files', long]],
  ['no heads, short cells first', ['head', 'binding'], [], ['Deletion', long]],
  ['no heads, numbers first', ['label', 'binding'], [], ['1.', long]],
])('%s', (_, expected, heads, row) => expect(read(heads, row)).toEqual(expected));

test('beside codes stands what is asked for, and behind them what is said of it', () => {
  const codes = { columns: [1], against: [], every: false, responses: new Map(), sides: new Map() };
  const grid = { heads: ['Requirement', 'Code', 'Comment'], rows: [[long, 'Y', long]], width: 3 };
  expect(columnsOf(grid, codes, [], () => false)).toEqual(['law', 'label', 'remark']);
});

test.each<[string, readonly Column[], readonly (readonly string[])[]]>([
  [
    'sides alone',
    ['who', 'binding'],
    [
      ['Acme', long],
      ['Both', long],
      ['Acme and both', long],
    ],
  ],
  [
    'no sides',
    ['head', 'binding'],
    [
      ['Deletion', long],
      ['Both', long],
      ['Law', long],
    ],
  ],
  [
    'letters that recur under a head that asks for them',
    ['who', 'binding'],
    [
      ['H', long],
      ['B', long],
      ['H', long],
      ['B', long],
    ],
  ],
  [
    'times do not recur',
    ['head', 'binding'],
    [
      ['May', long],
      ['June', long],
      ['July', long],
      ['May', long],
    ],
  ],
  ['one row is not enough', ['head', 'binding'], [['Acme', long]]],
  [
    'each of several, and one that is told elsewhere',
    ['who', 'binding'],
    [
      ['Each Acme', long],
      ['the selling Acme', long],
      ['Both, with every Acme', long],
      ['Each Town', long],
    ],
  ],
  [
    'most cells name things',
    ['head', 'binding'],
    [
      ['Acme', long],
      ['Deletion', long],
      ['Law', long],
    ],
  ],
])('a column tells who acts by its cells: %s', (_, expected, rows) =>
  expect(read(['Owed by', 'What is owed'], ...rows)).toEqual(expected));

test.each<[string, Column]>([
  ['To', 'label'],
  ['Owed to', 'label'],
  ['Side', 'who'],
])('to whom something is owed is not who owes it: %s', (head, expected) => {
  const rows = [
    ['Both', 'Acme', long],
    ['Acme', 'Both', long],
  ];
  expect(read(['By', head, 'The promise'], ...rows)).toEqual(['who', expected, 'binding']);
});

test('who is bound is told by the names below, whatever is said of the column', () => {
  const grid = {
    heads: ['Side', 'Undertaking'],
    rows: [
      ['Acme', long],
      ['Both', long],
    ],
    width: 2,
  };
  const said = ['Each line is an undertaking by the side in the left column.'];
  expect(columnsOf(grid, null, said, (name) => name === 'Acme')).toEqual(['who', 'binding']);
});
