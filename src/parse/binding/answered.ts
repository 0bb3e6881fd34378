import type { Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import type { Line } from '../outline/lines.ts';
import type { Places } from '../outline/places.ts';
import { isInside } from '../outline/sections.ts';
import type { Codes, Response } from '../tables/codes.ts';
import { answerOf } from '../tables/codes.ts';
import { cellText } from '../tables/grid.ts';
import type { Table } from '../tables/tables.ts';

/** What the row of a table answers to a clause that stands elsewhere: "R8 | M | …". */
export interface Answered {
  readonly section: number;
  readonly response: Response;
}

/** A number that names a clause, with no words of its own. */
const number =
  /^(?:(?:section|paragraph|clause|article|item|no\.?|§) ?)?(?<number>[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3})*)\.?$/i;

/** Where the rows of a table stand, and what they may name. */
interface Setting {
  readonly value: string;
  readonly sectionOf: readonly (number | null)[];
  readonly sections: readonly Section[];
  readonly places: Places;
}

/** The clauses that tables answer by codes, by the block of the row that answers. */
export function answeredClauses(tables: ReadonlyMap<number, Table>, setting: Setting): ReadonlyMap<number, Answered> {
  const found = new Map<number, Answered>();
  for (const table of new Set(tables.values())) {
    if (!answersNumbers(table)) continue;
    const answers = table.rows.map((row) => [row.index, answeredBy(row, table.codes, setting)] as const);
    // Numbers that name no clause number the rows.
    if (answers.filter(([, one]) => one !== null).length < answers.length / 2) continue;
    for (const [row, one] of answers) if (one !== null) found.set(row, one);
  }
  return found;
}

function answeredBy(row: Line, codes: Codes | null, { value, sectionOf, sections, places }: Setting): Answered | null {
  const cells = row.block.cells.map((cell) => cellText(value, cell));
  const named = number.exec(cells[0] ?? '')?.groups?.['number'];
  if (named === undefined || codes === null) return null;
  const own = sectionOf[row.index] ?? null;
  const part = own === null ? '' : (sections[own]?.part ?? '');
  const [clause, ...others] = places
    .clauses(`Section ${named}`, part)
    .filter(({ section }) => !isInside(own, new Set([section]), sections));
  if (clause === undefined || others.length > 0) return null;
  return { section: clause.section, response: answerOf(codes, cells) };
}

/** "No. | Letter | Remark": nothing in the rows could be answered but what they name. */
function answersNumbers({ codes, columns }: Table): boolean {
  return codes !== null && columns[0] === 'label' && columns.every((one) => one === 'label' || one === 'remark');
}

/** Takes the force from the clauses that the rows decline, or put other words in the place of. */
export function decline(
  statements: readonly Draft[],
  answers: ReadonlyMap<number, Answered>,
  sections: readonly Section[],
): void {
  const declined = new Set(
    [...answers.values()].flatMap(({ section, response }) =>
      response === 'none' || response === 'instead' ? [section] : [],
    ),
  );
  if (declined.size === 0) return;
  for (const statement of statements)
    if (statement.zone === 'operative' && isInside(statement.section, declined, sections))
      statement.zone = 'explanation';
}
