import type { Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { isInside } from '../outline/sections.ts';
import { stateByCode, stateByName, stateNames } from '../parties/state-names.ts';

const state = `(?:the )?(?:state of )?(?:(?<name>${stateNames.join('|')})|(?<code>${[...stateByCode.keys()].join('|')}))`;
const paper =
  '(?:pages?|supplements?|riders?|addend(?:um|a)|annex|exhibit|schedule|appendix|attachment|terms|provisions|modules?|amendments?|clauses)';
/** "Supplement RI", "Exhibit G: Texas", "Schedule NY (New York)", "Massachusetts Rider", "Terms for New York districts". */
const titles = [
  `^${paper}(?: [A-Z0-9][\\w.-]{0,3})?(?:\\s*[:.(—–-]\\s*|\\s+(?:for|of|in)\\s+|\\s+)${state}\\)?(?:(?:[:.,—–-]| for| only)?(?: [\\w'’]+){0,6})\\W*$`,
  `^${state}(?:[ -]specific)?(?: (?:law|state))? ${paper}\\W*$`,
].map((title) => new RegExp(title, 'i'));

/**
 * Papers of a form for several States, of which one is the board's: the clauses that stand under another State's title bind
 * nobody here.
 */
export function setAside(statements: readonly Draft[], sections: readonly Section[], boardState: string | null): void {
  if (boardState === null) return;
  const ofState = sections.map((section) => stateOf(section));
  if (!ofState.includes(boardState)) return;
  const elsewhere = new Set(ofState.flatMap((named, at) => (named !== null && named !== boardState ? [at] : [])));
  if (elsewhere.size === 0) return;
  for (const statement of statements)
    if (statement.zone !== 'heading' && isInside(statement.section, elsewhere, sections)) statement.zone = 'note';
}

function stateOf({ label, title }: Section): string | null {
  const words = `${label} ${title}`.trim();
  for (const pattern of titles) {
    const { name, code } = pattern.exec(words)?.groups ?? {};
    // "in" and "or" are words before they are Indiana and Oregon.
    if (code !== undefined && code === code.toUpperCase()) return stateByCode.get(code) ?? null;
    if (name !== undefined) return stateByName.get(name.toLowerCase()) ?? null;
  }
  return null;
}
