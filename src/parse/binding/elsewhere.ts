import type { Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { isInside } from '../outline/sections.ts';
import { read } from '../outline/spans.ts';
import { stateByCode, stateByName, stateNames } from '../parties/state-names.ts';

const state = `(?:the )?(?:state of )?(?:(?<name>${stateNames.join('|')})|(?<code>${[...stateByCode.keys()].join('|')}))`;
const paper =
  '(?:pages?|supplements?|riders?|addend(?:um|a)|annex|exhibit|schedule|appendix|attachment|terms|provisions|modules?|amendments?|clauses)';
/** "Supplement RI", "Exhibit G: Texas", "Schedule NY (New York)", "Massachusetts Rider", "Terms for New York districts". */
const titles = [
  `^${paper}(?: [A-Z0-9][\\w.-]{0,3})?(?:\\s*[:.(—–-]\\s*|\\s+(?:for|of|in)\\s+|\\s+)${state}\\)?(?:(?:[:.,—–-]| for| only)?(?: [\\w'’]+){0,6})\\W*$`,
  `^${state}(?:[ -]specific)?(?: (?:law|state))? ${paper}\\W*$`,
].map((title) => new RegExp(title, 'i'));

/** "California", "Part 2. Massachusetts.", "State Rider — Illinois", "New York districts", where what stands above is of States. */
const bare = new RegExp(
  `^(?:(?:state )?${paper}(?:\\s+[A-Z0-9][\\w.]{0,3})?|part\\s+[\\w.]{1,4})?[\\s:.—–-]*${state}(?:\\s+(?:public )?(?:schools|districts|customers|members|agencies|educational agencies|leas|residents))?(?:\\s+only)?\\W*$`,
  'i',
);
/** "Supplemental State Terms", "State Riders", "Supplement by State". */
const ofStates = new RegExp(`\\bstates?\\b.*\\b${paper}\\b|\\b${paper}\\b.*\\bstates?\\b`, 'i');

/**
 * Papers of a form for several States: what stands under the title of another State than the board's binds nobody here. One
 * other State alone, beside none of the board's, may be the vendor's own.
 */
export function setAside(
  value: string,
  statements: readonly Draft[],
  sections: readonly Section[],
  boardState: string | null,
): void {
  if (boardState === null) return;
  const ofSection = statesOf(sections);
  const ofHeading = statements.map((one) => stateAbove(value, one));
  const named = new Set([...ofSection, ...ofHeading].filter((one) => one !== null));
  if (!named.has(boardState) && named.size < 2) return;
  const isOther = (one: string | null | undefined) => one !== null && one !== undefined && one !== boardState;
  const elsewhere = new Set(ofSection.flatMap((one, at) => (isOther(one) ? [at] : [])));
  for (const [at, statement] of statements.entries())
    if (statement.zone !== 'heading' && (isOther(ofHeading[at]) || isInside(statement.section, elsewhere, sections)))
      statement.zone = 'note';
}

/** The State of each section by its title, under what it stands in or, in text whose titles are all of one depth, what stands before. */
function statesOf(sections: readonly Section[]): (string | null)[] {
  let lead: Section | null = null;
  return sections.map((section) => {
    const own = `${section.label} ${section.title}`;
    const before: string = lead?.level === section.level ? lead.title : '';
    const state = stateOf(own, `${titleOf(sections, section.parent)} ${before}`);
    if (ofStates.test(own) && state === null) lead = section;
    else if (state === null && lead !== null && section.level <= lead.level) lead = null;
    return state;
  });
}

function titleOf(sections: readonly Section[], at: number | null): string {
  const { label = '', title = '' } = at === null ? {} : (sections[at] ?? {});
  return `${label} ${title}`;
}

/** The State that is named by the titles above a statement, or by the first cell of its row. */
function stateAbove(value: string, { headings }: Draft): string | null {
  for (const [at, heading] of headings.entries()) {
    const above = at === 0 ? '' : read(value, headings[at - 1] ?? heading);
    const found = stateOf(read(value, heading), above);
    if (found !== null) return found;
  }
  return null;
}

/** `above`: the title of what it stands in. */
function stateOf(title: string, above: string): string | null {
  const words = title.trim();
  if (words.length > longestTitle) return null;
  const patterns = ofStates.test(above) || /^state\s/i.test(words) ? [...titles, bare] : titles;
  for (const pattern of patterns) {
    const { name, code } = pattern.exec(words)?.groups ?? {};
    // "in" and "or" are words before they are Indiana and Oregon.
    if (code !== undefined && code === code.toUpperCase()) return stateByCode.get(code) ?? null;
    if (name !== undefined) return stateByName.get(name.toLowerCase()) ?? null;
  }
  return null;
}

const longestTitle = 120;
