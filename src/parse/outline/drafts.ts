import type { Span, Statement, Zone } from '../../types.ts';

/** A statement in the making; a later step may only change what it is for. */
export type Draft = { -readonly [Key in keyof Statement]: Statement[Key] };

/** A statement over `span` that shares all else with `base`. */
export function draft(base: Draft, span: Span, zone: Zone = base.zone): Draft {
  return { ...base, start: span.start, end: span.end, zone };
}
