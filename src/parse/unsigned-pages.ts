import type { Section } from '../types.ts';
import type { Draft } from './drafts.ts';
import { isInside } from './sections.ts';

const joins = /\b(?:joinders?|join(?:ing|s)?|accessions?|adherence|opt[- ]?ins?)\b/i;
const signature = /\b(?:signed|signature|by|for [^:;\n]{1,40})\W{0,4}(?<put>_{3,}|[^\n;|]{0,40})/gi;
const blank = /^[\s_.–—-]*_{3,}[\s_.]*$/;

/** No contract has more members; a file made to take time might. */
const mostPages = 200;

/**
 * Joinder pages side by side, of which one has blanks where the others are signed: nobody has joined by it, and what it adds
 * binds nobody. A form that nobody has signed yet is read as it stands.
 */
export function leaveUnsigned(value: string, statements: readonly Draft[], sections: readonly Section[]): void {
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
