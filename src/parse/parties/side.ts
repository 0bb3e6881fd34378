import type { Party, Span } from '../../types.ts';

/** One side as it is put together from what the text calls it. */
export interface Side {
  role: Party['role'];
  names: string[];
  person: Party['person'];
  span: Span | null;
  /** Its full name as names are compared; '' while none is known. */
  key: string;
}

/** A side of which nothing but a place is known yet. */
export function addSide(sides: Side[], role: Party['role'], span: Span | null, key: string): Side {
  const side: Side = { role, names: [], person: '', span, key };
  sides.push(side);
  return side;
}
