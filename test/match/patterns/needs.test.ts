import { expect, test } from 'vitest';
import { Atoms } from '../../../src/match/patterns/atoms.ts';
import { needsOf } from '../../../src/match/patterns/needs.ts';
import { compilePattern } from '../../../src/match/patterns/pattern.ts';

const atoms = new Atoms(new Map([['sell', ['sell', 'rent']]]));

/** By sequence, the first atom of each list that is asked for. */
function asked(source: string): string[][] {
  const { lists, sequences } = needsOf([compilePattern(source, atoms)], atoms);
  const rowOf = ({ starts, items }: typeof lists, at: number) => [...items.subarray(starts[at], starts[at + 1])];
  return Array.from({ length: sequences.starts.length - 1 }, (_, at) =>
    rowOf(sequences, at).map((list) => atoms.name(rowOf(lists, list)[0] ?? -1)),
  );
}

test.each([
  ['any {sell}', [['"ani', 'sell']]],
  // What may be left out is not asked for.
  ['[any] {sell}', [['sell']]],
  ['(any | all) {sell}', [['"ani', 'sell']]],
  ['DATA ~ DATA', [['DATA']]],
  // Where there are several ways, each that asks for something else.
  ['(any DATA | {sell}) [DATA]', [['sell'], ['"ani', 'DATA']]],
  [
    '{sell} (any DATA | all BOARD)',
    [
      ['sell', '"ani', 'DATA'],
      ['sell', '"all', 'BOARD'],
    ],
  ],
])('%s', (source, wanted) => {
  expect(
    asked(source)
      .map((one) => one.toSorted())
      .toSorted(),
  ).toEqual(wanted.map((one) => one.toSorted()).toSorted());
});
