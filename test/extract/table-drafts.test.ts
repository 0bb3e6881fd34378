import { expect, test } from 'vitest';
import { holdsLabels } from '../../src/extract/table-drafts.ts';

const answers = [
  ['1.1', 'Who owns the data?', 'The Board, and nobody else.'],
  ['1.2', 'When is it deleted?', 'Within ten days of a request by its data officer.'],
];
const codes = [
  ['4.1', 'Delete on request', 'C'],
  ['4.2', 'Keep secure', 'F'],
  ['4.3', 'Tell of a breach', 'C'],
];

test.each([
  [['No.', 'Question', 'Answer'], answers, true],
  [['Ref.', 'Asked', 'Answered'], answers, true],
  [['Row', 'Requirement', 'Resp.'], codes, true],
  [['#', 'Requirement', ''], codes, true],
  [['Topic', 'Requirement', ''], codes, false],
  [['4.0', 'Give notice', 'C'], codes, false],
  [['No.', 'Is the data kept?', 'It is not.'], answers, false],
  [['No.', 'Question', 'Answer'], answers.slice(0, 1), false],
])('whether %j is a head', (first, rest, expected) => {
  expect(holdsLabels(first, rest)).toBe(expected);
});
