import { stringify } from 'csv-stringify/sync';
import type { Formatter } from '../types.ts';
import { cell } from './escape.ts';
import { matrixOf } from './matrix.ts';
import { reasonsOf, shortId } from './verdict.ts';

/** A line a contract, a column a provision. */
export const csv: Formatter = (report) => {
  const { rules, rows } = matrixOf(report);
  const head = ['contract', 'outcome', 'state', 'entered', ...rules.map(({ id }) => shortId(id)), 'reasons'];
  const lines = rows.map(({ contract, cells }) => [
    cell(contract.path),
    contract.verdict.outcome,
    contract.verdict.state,
    contract.entered ?? '',
    ...cells.map(({ text }) => text),
    cell(reasonsOf(contract)),
  ]);
  return stringify([head, ...lines]);
};
