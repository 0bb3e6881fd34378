import type { Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import type { Places, Reference } from '../outline/places.ts';
import { isInside } from '../outline/sections.ts';
import { read } from '../outline/spans.ts';
import type { Table } from '../tables/tables.ts';

/** Where clauses and the rows of tables stand that others strike. */
export interface Context {
  readonly places: Places;
  readonly isParty: (name: string) => boolean;
  readonly tables: ReadonlyMap<number, Table>;
}

/** Words that say of what stands before them that it is gone. */
export const passive =
  /\b(?:(?:is|are|shall be|was|were|being) (?:hereby |therefore |now )?(?:deleted|struck|stricken|removed|omitted|withdrawn|rescinded|repealed|replaced|superseded|taken out|crossed out|dropped|cancell?ed|annulled)|(?:shall be|is|are|has|have|shall have) of no (?:further )?(?:force|effect)|(?:(?:is|are) )?to be (?:deleted|struck(?: out)?|removed|omitted|replaced)|falls? away|comes? out|no longer appl(?:y|ies)|(?:shall|do|does|will) not apply)(?=\W|$)/i;
/** What may follow a clause that is struck whole: nothing, its paper, that it is so entirely. */
export const whole = String.raw`\s*(?:$|[.,;]|of\b|in\b|and\b|whole\b|entire\b|outright\b|wholly\b|entirely\b|altogether\b|completely\b|(?:with|by)\b(?= (?:the following|this|these)|\s*[:“"]))`;
const strikesWhole = new RegExp(String.raw`^\s*(?:\([^()]{0,80}\)\s*)?${whole}`, 'i');
/** "Replace Clause 4 with the following", at the head of a sentence: "Vendor removes Section 4 files" is told, not ordered. */
export const ordersOut =
  /^\W*(?:hereby )?(?:replace|remove|omit|repeal|rescind|cancel)\s+(?:from [^,;.]{0,40},? )?(?:the )?(?:(?:whole|entirety|all) of (?:the )?)?$/i;
/** "For Clause 4 substitute". */
const opensFor = /^\W*(?:for|in place of|instead of) (?:the )?$/i;
const thenPut =
  /^\s*(?:\([^()]{0,80}\))?,? ?(?:substitute|put|insert|there (?:is|shall be) (?:substituted|inserted|put))\b/i;
/** "Paragraph 4 (Term): delete in its entirety": the clause first, and then what is done with it. */
const thenStruck = new RegExp(
  String.raw`^\s*(?:\([^()]{0,80}\)\s*)?[:—–-]\s*(?:delete|strike)(?: out)?(?: (?:it|(?:this|the) (?:whole |entire )?(?:section|paragraph|clause|article)))?(?: in (?:its entirety|full|whole))?${whole}(?! (?:part|the|words?)\b)`,
  'i',
);
/** Words right before what they strike. */
export const active =
  /\b(?:strikes?|deletes?)\s+(?:from [^,;.]{0,40},? )?(?:the )?(?:(?:whole|entirety|all) of (?:the )?)?$/i;
// What may stand between the number of a clause and the verb that strikes it: its title, its paper, more numbers.
const onlyNames =
  /^(?:\s*\([^()]{0,80}\))?(?:, (?:under|by|in|of|through) which [^.;]{1,120},)?(?:,? (?:of|in|to) (?:the |this |our |your )?[^,;:]{1,60}?)?(?:\s*(?:,|and|or|through|to)+(?: and)? (?:the \w+ sentences? of )?(?:sections?|paragraphs?|articles?|clauses?)? ?[\w.()-]{1,12}(?:\s*\([^()]{0,80}\))?(?:,? (?:of|in|to) (?:the |this |our |your )?[^,;:]{1,60}?)?)*(?:,? as (?:it|they|the same) (?:now )?(?:stands?|appears?|reads?|is|are) (?:in|at|under) [^,;:]{1,60})?,?(?: in (?:its|their) entirety,?)?\s*$/i;
const subjectStarts =
  /(?:^|[,;:]\s*|\b(?:and|or|through|that|hereby|therefore)\s+|\b(?:part|exhibit|schedule|attachment|annex) \w{1,5}\s+)(?:the\s+)?(?:(?:whole|entirety|all) of (?:the )?)?$/i;
/** "What the License says at paragraph 14 about law is taken out", "what Section 6 says": all that stands there. */
const opensWhat =
  /\b(?:what|whatever|(?:all|everything) that) (?:[^,;:.]{1,60}? (?:says?|provides?|tells?|stands?|is (?:said|written)) (?:at|in|under) )?(?:the )?$/i;
const goesOn = /^(?: (?:says?|provides?|tells?))?(?: (?:about|on|of|as to) [\w'’ ]{1,40})?\s*$/i;
const toWhom = /^\s*to (?:the )?([\w'’. -]{1,60}?)(?=\s*(?:$|[.;,)]|\band\b|\bor\b))/i;
const thisPaper = /^this (?:[a-z]+ )?(?:agreement|contract|order|addendum|amendment|rider)$/i;

/** The sections that the words strike. */
export function targets(
  words: string,
  verb: RegExpExecArray | null,
  references: readonly Reference[],
  isParty: (name: string) => boolean,
): number[] {
  const hit = references.filter(({ at, end }) => {
    const before = words.slice(Math.max(0, at - 60), at);
    const after = words.slice(end, end + 160);
    const opening = words.slice(0, at);
    if (active.test(before) || ordersOut.test(opening)) return strikesWhole.test(after);
    if (opensFor.test(opening)) return thenPut.test(after);
    if (opening.trim() === '' && thenStruck.test(after)) return true;
    if (verb === null || end > verb.index || verb.index - end > 240) return false;
    const between = words.slice(end, verb.index);
    const whole = subjectStarts.test(before) ? onlyNames.test(between) : opensWhat.test(before) && goesOn.test(between);
    return whole && lapses(words, verb, isParty);
  });
  return wholly(hit);
}

/** A number that several clauses bear strikes none: a wrong one would hide a term. */
export function wholly(named: readonly Reference[]): number[] {
  return named.filter((one) => named.filter(({ at }) => at === one.at).length === 1).map(({ section }) => section);
}

/**
 * The clauses that words of a statement name. Of several that bear a number, those of the old paper: not those that stand
 * beside the statement, or below it and are put in.
 */
export function clausesNamed(
  words: string,
  { section: from }: Draft,
  sections: readonly Section[],
  { places }: Context,
): Reference[] {
  const { part = '', parent = null } = from === null ? {} : (sections[from] ?? {});
  const isBelow = ({ section }: Reference) => from !== null && isInside(section, new Set([from]), sections);
  const named = places.clauses(words, part);
  const isBeside = ({ section }: Reference) => from !== null && sections[section]?.parent === parent;
  const isNear = (one: Reference) => isBeside(one) || isBelow(one);
  return named.filter((one) => !isNear(one) || named.every((other) => other.at !== one.at || isNear(other)));
}

/** "Article VII, Section 7. Section 7 is deleted.": of several that bear the number, the one that the title names. */
export function asTitled(named: readonly Reference[], titled: readonly number[]): Reference[] {
  const isTitled = ({ section }: Reference) => titled.includes(section);
  return named.filter((one) => isTitled(one) || !named.some((other) => other.at === one.at && isTitled(other)));
}

/** "does not apply to the District" takes all force from a clause; "… to records that parents keep" only narrows it. */
function lapses(words: string, verb: RegExpExecArray, isParty: (name: string) => boolean): boolean {
  if (!/not apply$|no longer/i.test(verb[0])) return true;
  const rest = words.slice(verb.index + verb[0].length);
  if (/^\W*$/.test(rest)) return true;
  const whom = toWhom.exec(rest)?.[1]?.trim() ?? '';
  return whom !== '' && (isParty(whom) || thisPaper.test(whom));
}

/** The one clause that the title above names: "7. Section 14." */
export function namedAbove(value: string, statement: Draft, sections: readonly Section[], context: Context): number[] {
  const title = statement.headings.at(-1);
  return title === undefined ? [] : wholly(clausesNamed(read(value, title), statement, sections, context));
}
