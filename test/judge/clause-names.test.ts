import { expect, test } from 'vitest';
import { clauseName, clauseNames } from '../../src/judge/clause-names.ts';
import { contract } from '../parse/contracts.ts';

const articles = (numbers: string) => `# AGREEMENT\n\n## Article I\n\n${numbers}\n\n## Article II\n\n${numbers}\n`;

test.each([
  ['a number that stands once', '1. One.\n\n2. Two.\n\n2.1 Of two.\n', ['§ 1', '§ 2', '§ 2.1']],
  [
    'articles that begin anew with their numbers',
    articles('1. One.\n\n2. Two.'),
    ['', 'Article I', 'Article I § 1', 'Article I § 2', 'Article II', 'Article II § 1', 'Article II § 2'],
  ],
  [
    'letters',
    articles('A. One.\n\nB. Two.'),
    ['', 'Article I', 'Article I A', 'Article I B', 'Article II', 'Article II A', 'Article II B'],
  ],
  [
    'titles without a number',
    '# AGREEMENT\n\n## Ownership\n\n1. One.\n\n## Breach\n\n1. One.\n\n2. Two.\n',
    ['', '', 'Ownership § 1', '', 'Breach § 1', 'Breach § 2'],
  ],
  [
    'items of what begins anew',
    '# AGREEMENT\n\n## Article I\n\n1. One.\n\n(a) Of one.\n\n## Article II\n\n1. One.\n',
    ['', 'Article I', 'Article I § 1', 'Article I § 1(a)', 'Article II', 'Article II § 1'],
  ],
  [
    'items below a title',
    '# AGREEMENT\n\n## Connecticut\n\n(a) One.\n\n(b) Two.\n',
    ['', '', 'Connecticut (a)', 'Connecticut (b)'],
  ],
  ['what no path tells apart', '1. One.\n\n1. One.\n', ['§ 1', '§ 1']],
  [
    'an outer number tells nothing of 4.2',
    '4. Four.\n\n4.2 Of four.\n\n5. Five.\n\n4.2 Again.\n',
    ['§ 4', '§ 4.2', '§ 5', '§ 5 § 4.2'],
  ],
])('%s', async (_, text, names) => {
  expect(clauseNames(await contract(text)).map(clauseName)).toEqual(names);
});
