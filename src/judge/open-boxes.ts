import type { Contract, Note } from '../types.ts';

/** Fewer are blanks, or a form to be filled in later, such as an order to delete. */
const some = 8;

/** A form of which no box is ticked: ticks drawn by hand are not read, and what stands beside an open box binds nobody. */
export function openBoxes({ boxes }: Contract): Note[] {
  if (boxes.length < some || boxes.some(({ ticked }) => ticked)) return [];
  const message = `It has ${boxes.length} boxes and none is ticked, so that what they stand beside binds nobody here: if it was ticked by hand or in another file, read it yourself.`;
  return [{ id: 'open-boxes', rule: null, level: 'warning', message, evidence: [] }];
}
