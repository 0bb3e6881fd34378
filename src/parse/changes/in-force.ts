import type { Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { isInside } from '../outline/sections.ts';
import { read } from '../outline/spans.ts';

const leadsOn =
  /\b(?:with|by|following|follows|reads?|added|insert(?:ed)?|put in|substituted|(?:its|their) (?:place|stead|room))\b[^.;]{0,40}[:—–-]\W*$/i;
/** A copy that shows how the paper reads now, so that nothing in it is what was struck; not one of how it stood before. */
const conformed =
  /^(?!.*\b(?:stood|before|prior|previous|former|original|until)\b).*\b(?:(?:conformed|consolidated|compiled)\b.{0,40}\b(?:copy|text|version|terms|agreement|contract)|as (?:now )?(?:marked|conformed|(?:amended|changed|altered|revised)(?= (?:hereby|by this)\b|\W*$))|restated|(?:as|how|what) it (?:now )?(?:reads|says)|(?:stays?|remains?|still) in force)\b/i;
/** "III. What is added": what stands below it bears the numbers of what is struck, and is what now holds. */
const puttingIn =
  /^(?!.*\b(?:struck|deleted|removed|stood|old)\b).*\b(?:(?:goes|comes) in\b|added|inserted|put in|new (?:text|wording|terms|sections?|clauses?|articles?|paragraphs?)|in (?:its|their) (?:place|stead))\b/i;
/** Characters between a clause and the one that it puts in: a break, a mark of quotation, a few words at most. */
const nearBelow = 60;

/**
 * Whether a section stands in a conformed copy or below what is put in, and the clause that strikes it outside of that. A
 * copy that stands before the clause shows how the paper read until then.
 */
export function isInForce(section: number, { section: own, start }: Draft, sections: readonly Section[]): boolean {
  for (let at: number | null = section; at !== null; at = sections[at]?.parent ?? null) {
    const { title = '', start: opens = 0 } = sections[at] ?? {};
    if (puttingIn.test(title) || (conformed.test(title) && opens > start))
      return !isInside(own, new Set([at]), sections);
  }
  return false;
}

/** "Section 9.1 is replaced with:" strikes the old clause, not the new one of that number below it. */
export function newSections(told: readonly Draft[], value: string, sections: readonly Section[]): ReadonlySet<number> {
  const ends = told.flatMap((one) => (one.zone !== 'heading' && leadsOn.test(read(value, one)) ? [one.end] : []));
  const found = new Set<number>();
  let next = 0;
  for (const end of ends.sort((a, b) => a - b)) {
    while (next < sections.length && (sections[next]?.start ?? 0) < end) next += 1;
    if ((sections[next]?.start ?? Number.POSITIVE_INFINITY) - end < nearBelow) found.add(next);
  }
  return found;
}
