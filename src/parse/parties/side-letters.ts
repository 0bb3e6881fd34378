import type { Party } from '../../types.ts';
import { read } from '../outline/spans.ts';
import type { Table } from '../tables/tables.ts';
import { plain } from './proper-names.ts';

/** "H", "BOE". */
const letters = /^[A-Z]{1,3}$/;

/** The parties with the letters that stand for them in a column of who is bound: "H" for "Harkness". */
export function withLetters(value: string, parties: readonly Party[], tables: Iterable<Table>): Party[] {
  const found = new Set([...new Set(tables)].flatMap((table) => lettersIn(value, table)));
  const owners = new Map(
    [...found].flatMap((one) => {
      const owning = parties.filter(({ names }) => names.some((name) => begins(name, one)));
      return new Set(owning.map(({ role }) => role)).size === 1 ? [[one, owning[0]] as const] : [];
    }),
  );
  return parties.map((party) => {
    const own = [...owners].filter(([, owner]) => owner === party).map(([one]) => one);
    return { ...party, names: [...party.names, ...own.filter((one) => !party.names.includes(one))] };
  });
}

function lettersIn(value: string, { rows, columns }: Table): string[] {
  const who = columns.indexOf('who');
  return rows
    .flatMap(({ block }) => block.cells[who] ?? [])
    .flatMap((cell) => read(value, cell).split(/[^A-Za-z]+/))
    .filter((one) => letters.test(one));
}

/** "Harkness Attendance Company" begins with H and with HAC. */
function begins(name: string, one: string): boolean {
  const all = plain(name).split(' ');
  const first = all.filter((word) => !/^(?:of|the|and|for)$/.test(word)).map((word) => word[0]);
  return first.join('').toUpperCase().startsWith(one);
}
