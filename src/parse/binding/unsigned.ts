import type { Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { isInside } from '../outline/sections.ts';
import { read } from '../outline/spans.ts';

/** Takes the force from pages that are left unsigned beside others that are signed. */
export function leaveUnsigned(value: string, statements: readonly Draft[], sections: readonly Section[]): void {
  leaveUnjoined(value, statements, sections);
  leaveAsTold(value, statements, sections);
}

const joins = /\b(?:joinders?|join(?:ing|s)?|accessions?|adherence|opt[- ]?ins?)\b/i;
const signature = /\b(?:signed|signature|by|for [^:;\n]{1,40})\W{0,4}(?<put>_{3,}|[^\n;|]{0,40})/gi;
const blank = /^[\s_.–—-]*_{3,}[\s_.]*$/;

/** No contract has more members; a file made to take time might. */
const mostPages = 200;

/**
 * Joinder pages side by side, of which one has blanks where the others are signed: nobody has joined by it, and what it adds
 * binds nobody. A form that nobody has signed yet is read as it stands.
 */
function leaveUnjoined(value: string, statements: readonly Draft[], sections: readonly Section[]): void {
  const pages = sections.flatMap((section, index) => (isJoinder(section, sections) ? [index] : [])).slice(0, mostPages);
  const signed = pages.map((index) => isSigned(value, sections[index]));
  if (!signed.includes(true)) return;
  const open = new Set(pages.filter((_, at) => signed[at] === false));
  if (open.size === 0) return;
  for (const one of statements) if (one.zone !== 'heading' && isInside(one.section, open, sections)) one.zone = 'note';
}

/** A page of its own: no part that holds others. */
function isJoinder(section: Section, sections: readonly Section[]): boolean {
  const above = section.parent === null ? '' : (sections[section.parent]?.title ?? '');
  if (!joins.test(section.title) && !(section.level > 2 && joins.test(above))) return false;
  const index = sections.indexOf(section);
  return !sections.some(({ parent }) => parent === index);
}

/** Whether its lines of signature are filled in; null where it has none. */
function isSigned(value: string, section: Section | undefined): boolean | null {
  const words = value.slice(section?.start ?? 0, section?.end ?? 0);
  const from = words.search(/\bsigned\b|\bsignatures?\b|\bby\s*:/i);
  if (from < 0) return null;
  const put = [...words.slice(from).matchAll(signature)].map((hit) => hit.groups?.['put'] ?? '');
  if (put.some((one) => blank.test(one))) return false;
  return put.some((one) => /\p{L}{3}/u.test(one)) ? true : null;
}

const page = String.raw`\b(?:(?:joinder |signature )?page|rider|sheet|addendum|supplement|exhibit|module|joinder|schedule|annex)`;
const noForce = String.raw`\b(?:(?:has|have|is of|of) no (?:force|effect)|binds? (?:nobody|no one|neither)|does not bind|is void|is no (?:part|term)|does not apply)\b`;
/** "A rider that nobody has signed has no effect", "An unsigned page binds no one". */
const told = new RegExp(
  String.raw`(?:\bunsigned (?<one>${page})|(?<other>${page})s?\b[^.;]{0,60}\b(?:nobody|no one|neither|only one|not|never)\b[^.;]{0,20}\bsigned)\b[^.;]{0,80}${noForce}`,
  'i',
);
/** A place for a name that nobody has put there. */
const open = /\b(?:signed|signature|by|for [^.;:]{1,40})\W{0,4}_{4,}/i;
const closed = /\b(?:signed|signature)\b|\/s\//i;

/** Takes the force from the pages that are left unsigned, where the contract says that they then have none and others are signed. */
function leaveAsTold(value: string, statements: readonly Draft[], sections: readonly Section[]): void {
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
