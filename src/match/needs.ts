import { type Atoms, roles } from './atoms.ts';
import type { Piece } from './pattern.ts';

/**
 * What a statement cannot lack for a pattern to fit it: an atom of each list, and of each choice what one of its ways needs.
 * Told by the alternatives as they are written, since the sequences that they make ask for the same atoms again and again.
 */
export interface Needs {
  /** Places of lists of atoms, the rarest first; `aTime` for a length of time. */
  readonly lists: readonly number[];
  readonly choices: readonly (readonly Needs[])[];
}

export const aTime = -1;

export function needsOf(pieces: readonly Piece[], atoms: Atoms): Needs {
  const lists = new Set<number>();
  const choices: Needs[][] = [];
  for (const piece of pieces) {
    if (piece.kind === 'step') lists.add(piece.ids ? atoms.place(piece.ids) : aTime);
    if (piece.kind !== 'either') continue;
    const ways = piece.ways.map((way) => needsOf(way, atoms));
    // "[promptly]" is nothing that a statement must hold.
    if (ways.some((way) => way.lists.length + way.choices.length === 0)) continue;
    const list = oneList(ways, atoms);
    if (list) lists.add(atoms.place(list));
    else choices.push(ways);
  }
  return { lists: rarestFirst([...lists], atoms), choices };
}

/** "(delete | {return})": ways of one list each are one list. */
function oneList(ways: readonly Needs[], atoms: Atoms): number[] | null {
  const ids = new Set<number>();
  for (const { lists, choices } of ways) {
    const [place = aTime] = lists;
    if (place === aTime || lists.length > 1 || choices.length > 0) return null;
    for (const id of atoms.listAt(place)) ids.add(id);
  }
  return [...ids].sort((one, other) => one - other);
}

/** Parties and data stand everywhere; what may be said in many ways is said more often than what may not. */
function rarestFirst(lists: readonly number[], atoms: Atoms): number[] {
  const isCommon = (place: number) => atoms.listAt(place).some((id) => everywhere.has(atoms.name(id)));
  const bySize = (one: number, other: number) => atoms.listAt(one).length - atoms.listAt(other).length;
  return [...lists.filter((place) => !isCommon(place)).sort(bySize), ...lists.filter((place) => isCommon(place))];
}

const everywhere: ReadonlySet<string> = new Set(roles);
