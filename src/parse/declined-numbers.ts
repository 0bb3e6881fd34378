import type { Section } from '../types.ts';
import { answerOf } from './codes.ts';
import type { Draft } from './drafts.ts';
import { cellText } from './grid.ts';
import { numberOf } from './labels.ts';
import { byNumber } from './part-names.ts';
import { isInside } from './sections.ts';
import type { Table } from './tables.ts';

/**
 * "R15 | D | We post no bonds": a sheet of answers that names requirements by the numbers that they bear elsewhere. Those
 * that are declined are no terms.
 */
export function leaveDeclined(
  value: string,
  tables: Iterable<Table>,
  statements: readonly Draft[],
  sections: readonly Section[],
): void {
  const declined = new Set<string>();
  for (const table of new Set(tables)) for (const number of declinedIn(value, table)) declined.add(number);
  if (declined.size === 0) return;
  const bearing = byNumber(sections);
  const out = new Set(
    [...declined].flatMap((number) => {
      const [only, other] = bearing.get(number) ?? [];
      return only === undefined || other !== undefined ? [] : [only];
    }),
  );
  for (const one of statements) if (one.zone !== 'heading' && isInside(one.section, out, sections)) one.zone = 'note';
}

function declinedIn(value: string, { codes, columns, rows }: Table): string[] {
  // Where a row says itself what is asked for, its number is its own.
  const isSheet = columns[0] === 'label' && columns.every((column) => column === 'label' || column === 'remark');
  if (codes === null || !isSheet) return [];
  return rows.flatMap(({ block }) => {
    const cells = block.cells.map((cell) => cellText(value, cell));
    const [number = ''] = cells;
    return /\d/.test(number) && answerOf(codes, cells) === 'none' ? [numberOf(number, '')] : [];
  });
}
