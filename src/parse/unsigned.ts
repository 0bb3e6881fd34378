import type { Section } from '../types.ts';
import type { Draft } from './drafts.ts';
import { isInside } from './sections.ts';
import { read } from './spans.ts';

const kind = String.raw`\b(?:(?:joinder |signature )?page|rider|sheet|addendum|supplement|exhibit|module|joinder|schedule|annex)`;
const noForce = String.raw`\b(?:(?:has|have|is of|of) no (?:force|effect)|binds? (?:nobody|no one|neither)|does not bind|is void|is no (?:part|term)|does not apply)\b`;
/** "A rider that nobody has signed has no effect", "An unsigned page binds no one". */
const told = new RegExp(
  String.raw`(?:\bunsigned (?<one>${kind})|(?<other>${kind})s?\b[^.;]{0,60}\b(?:nobody|no one|neither|only one|not|never)\b[^.;]{0,20}\bsigned)\b[^.;]{0,80}${noForce}`,
  'i',
);
/** A place for a name that nobody has put there. */
const open = /\b(?:signed|signature|by|for [^.;:]{1,40})\W{0,4}_{4,}/i;
const closed = /\b(?:signed|signature)\b|\/s\//i;

/** Takes the force from the pages that are left unsigned, where the contract says that they then have none and others are signed. */
export function leaveUnsigned(value: string, statements: readonly Draft[], sections: readonly Section[]): void {
  const clause = statements.find((one) => one.zone === 'operative' && told.test(read(value, one)));
  const groups = clause && told.exec(read(value, clause))?.groups;
  const word = (groups?.['one'] ?? groups?.['other'] ?? '').toLowerCase();
  if (word === '') return;
  const pages = sections.flatMap((section, index) => (isPage(section) ? [index] : []));
  const unsigned = new Set(pages.filter((page) => linesOf(page).some((line) => open.test(line))));
  // A draft that nobody has signed yet is read as it will stand.
  if (!pages.some((page) => !unsigned.has(page) && linesOf(page).some((line) => closed.test(line)))) return;
  for (const statement of statements)
    if (statement.zone === 'operative' && isInside(statement.section, unsigned, sections)) statement.zone = 'note';

  function isPage({ label, title, parent, start, end }: Section): boolean {
    const above = parent === null ? undefined : sections[parent];
    const isNamed = `${label} ${title}`.toLowerCase().includes(word);
    // "Part C. Joinder pages": the pages are what stands below.
    const holds = sections.some((one) => one.start > start && one.start < end);
    return isNamed ? !holds : (above?.title ?? '').toLowerCase().includes(`${word}s`);
  }

  function linesOf(page: number): string[] {
    const { start, end } = sections[page] ?? { start: 0, end: 0 };
    return value.slice(start, end).split('\n');
  }
}
