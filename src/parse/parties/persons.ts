import type { Party } from '../../types.ts';
import type { Line } from '../outline/lines.ts';
import { isFromBoard, senderOf } from './letters.ts';
import type { ProperName } from './proper-names.ts';
import { addSide, type Side } from './side.ts';

/** Who says "we": told by the text, else the sender of a letter, else the vendor in terms of its own. */
export function addPersons(sides: Side[], value: string, lines: readonly Line[], named: readonly ProperName[]): void {
  const board = sides.find((side) => side.role === 'board');
  const told = sides.find((side) => side.person !== '');
  const many = (pattern: RegExp): boolean => [...value.slice(0, 200_000).matchAll(pattern)].length >= 3;
  if (told === undefined && !many(/\b(?:we|our|us|my)\b/gi) && !many(/\bI [a-z]/g)) return;
  const isBoards = told === undefined && isFromBoard(value, lines, named);
  const sender = isBoards ? undefined : senderOf(value, lines, named);
  // A board writes to somebody whom it names nowhere but in the address.
  const contractor =
    sides.find((side) => side.role === 'contractor') ?? (isBoards ? addSide(sides, 'contractor', null, '') : undefined);
  const wes =
    told?.person === 'we'
      ? told.role
      : told?.person === 'you'
        ? opposite(told.role)
        : isBoards || sender?.kind === 'board'
          ? 'board'
          : 'contractor';
  const we = wes === 'board' ? board : contractor;
  const you = wes === 'board' ? contractor : board;
  if (we !== undefined && we.person === '') we.person = 'we';
  if (you !== undefined && you.person === '' && many(/\byou(?:r|rs)?\b/gi)) you.person = 'you';
}

function opposite(role: Party['role']): Party['role'] {
  return role === 'board' ? 'contractor' : 'board';
}
