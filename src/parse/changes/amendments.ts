import type { Section, Span } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import type { Places, Reference } from '../outline/places.ts';
import { groupsIn } from '../outline/references.ts';
import { isInside } from '../outline/sections.ts';
import { firstFrom, read } from '../outline/spans.ts';
import { listsGone } from './amending.ts';

const passive =
  /\b(?:(?:is|are|shall be|was|were|being) (?:hereby |therefore |now )?(?:deleted|struck|stricken|removed|omitted|withdrawn|rescinded|repealed|replaced|superseded|taken out|crossed out|dropped|cancell?ed|annulled)|(?:shall be|is|are|has|have|shall have) of no (?:further )?(?:force|effect)|(?:(?:is|are) )?to be (?:deleted|struck(?: out)?|removed|omitted|replaced)|falls? away|no longer appl(?:y|ies)|(?:shall|do|does|will) not apply)(?=\W|$)/i;
/** "Section 8.1 shall now read: …": what it read before is gone. */
const restates =
  /\b(?:(?:(?:is|are|shall be) (?:hereby |now )?(?:(?:amended|revised|changed)(?: and restated)?|restated)(?: in (?:its|their) entirety)?,? (?:so as )?to|shall (?:hereafter |now |instead )?) ?read(?= (?:as follows|in (?:its|their) entirety)|\s*[:,“"])|(?:is|are|shall be) (?:hereby )?(?:amended and )?restated in (?:its|their) entirety\b)/i;
/** What may follow a clause that is struck whole: nothing, its paper, that it is so entirely. */
const whole = String.raw`\s*(?:$|[.,;]|of\b|in\b|and\b|wholly\b|entirely\b|altogether\b|completely\b|(?:with|by)\b(?= (?:the following|this|these)|\s*[:“"]))`;
const strikesWhole = new RegExp(String.raw`^\s*(?:\([^()]{0,80}\)\s*)?${whole}`, 'i');
/** "Replace Clause 4 with the following", at the head of a sentence: "Vendor removes Section 4 files" is told, not ordered. */
const ordersOut =
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
const mayStrike = /\b(?:strikes?|deletes?|replace|remove|omit|repeal|rescind|cancel|substitut\w+|put|insert\w*)\b/i;
const active = /\b(?:strikes?|deletes?)\s+(?:from [^,;.]{0,40},? )?(?:the )?(?:(?:whole|entirety|all) of (?:the )?)?$/i;
const inserted = /\b(?:is|are) (?:added|inserted)\b/i;
const amends =
  /^\W*(?:(?:(?:a |the )?new )?(?:sections?|articles?|paragraphs?|clauses?) [\w.]{1,6}\b[^.;]{0,120}\b(?:is|are) (?:hereby |therefore |now )?(?:deleted|struck|removed|replaced|amended|superseded|added|inserted)\b|(?:insert|strike|delete|add|replace)\b|(?:in|after|before) (?:sections?|articles?|paragraphs?|clauses?) [\w.]{1,6}\b[^.;]{0,120}\b(?:deleted|struck|removed|replaced|added|inserted|put)\b)/i;
/** It says what an old clause said only to take it away, and puts nothing in its place. */
const deletes =
  /^\W*(?:sections?|articles?|paragraphs?|clauses?|exhibits?|schedules?) [\w.]{1,6}\b.{0,80}\b(?:which|that)\b.{0,300}\b(?:is|are) (?:hereby |therefore |now )?(?:deleted|struck(?: out)?|stricken|removed|withdrawn|repealed|rescinded)(?: in (?:full|(?:its|their) entirety))?\W*$/is;
const marked = /\[\s*(?:deleted|struck|superseded|replaced|repealed|rescinded)\b[^\]]*\]\W*$/i;
// What may stand between the number of a clause and the verb that strikes it: its title, its paper, more numbers.
const onlyNames =
  /^(?:\s*\([^()]{0,80}\))?(?:,? (?:of|in|to) (?:the |this |our |your )?[^,;:]{1,60}?)?(?:\s*(?:,|and|or|through|to)+(?: and)? (?:the \w+ sentences? of )?(?:sections?|paragraphs?|articles?|clauses?)? ?[\w.()-]{1,12}(?:\s*\([^()]{0,80}\))?(?:,? (?:of|in|to) (?:the |this |our |your )?[^,;:]{1,60}?)?)*(?:,? as (?:it|they|the same) (?:now )?(?:stands?|appears?|reads?|is|are) (?:in|at|under) [^,;:]{1,60})?,?(?: in (?:its|their) entirety,?)?\s*$/i;
const subjectStarts =
  /(?:^|[,;:]\s*|\b(?:and|or|through|that|hereby|therefore)\s+|\b(?:part|exhibit|schedule|attachment|annex) \w{1,5}\s+)(?:the\s+)?$/i;
/** "What the License says at paragraph 14 about law is taken out", "what Section 6 says": all that stands there. */
const opensWhat =
  /\b(?:what|whatever|(?:all|everything) that) (?:[^,;:.]{1,60}? (?:says?|provides?|tells?|stands?|is (?:said|written)) (?:at|in|under) )?(?:the )?$/i;
const goesOn = /^(?: (?:says?|provides?|tells?))?(?: (?:about|on|of|as to) [\w'’ ]{1,40})?\s*$/i;
const toWhom = /^\s*to (?:the )?([\w'’. -]{1,60}?)(?=\s*(?:$|[.;,)]|\band\b|\bor\b))/i;
const thisPaper = /^this (?:[a-z]+ )?(?:agreement|contract|order|addendum|amendment|rider)$/i;

const leadsOn =
  /\b(?:with|by|following|follows|reads?|added|insert(?:ed)?|put in|substituted|(?:its|their) (?:place|stead|room))\b[^.;]{0,40}[:—–-]\W*$/i;
/** A copy that shows how the paper reads now, so that nothing in it is what was struck; not one of how it stood before. */
const conformed =
  /^(?!.*\b(?:stood|before|prior|previous|former|original|until)\b).*\b(?:(?:conformed|consolidated|compiled)\b.{0,40}\b(?:copy|text|version|terms|agreement|contract)|as (?:now )?(?:marked|conformed|(?:amended|changed|altered|revised)(?= (?:hereby|by this)\b|\W*$))|restated|as it (?:now )?reads|(?:stays?|remains?|still) in force)\b/i;
/** "III. What is added": what stands below it bears the numbers of what is struck, and is what now holds. */
const puttingIn =
  /^(?!.*\b(?:struck|deleted|removed|stood|old)\b).*\b(?:added|inserted|put in|new (?:text|wording|terms|sections?|clauses?|articles?|paragraphs?)|in (?:its|their) (?:place|stead))\b/i;
/** Characters between a clause and the one that it puts in: a break, a mark of quotation, a few words at most. */
const nearBelow = 60;

interface Context {
  readonly places: Places;
  readonly isParty: (name: string) => boolean;
}

/**
 * Marks as struck what another clause of the file deletes, replaces or takes all force from. `told`: the statements with the
 * words that they quote to delete them.
 */
export function strike(
  value: string,
  { told, statements }: { readonly told: readonly Draft[]; readonly statements: readonly Draft[] },
  sections: readonly Section[],
  context: Context,
): void {
  const struck = new Set<number>();
  const fresh = newSections(told, value, sections);
  // "7. Section 16 is deleted": what changes another paper is not the Section 7 that its neighbor deletes there.
  const amending = new Set<number>();
  for (const statement of told) {
    if (statement.end - statement.start > 1200) continue;
    const words = read(value, statement);
    if (statement.section !== null && marked.test(words)) struck.add(statement.section);
    if (statement.section !== null && amends.test(words)) amending.add(statement.section);
    for (const section of struckBy(value, statement, sections, context)) struck.add(section);
    for (const sentence of sentencesStruckBy(words, value, statement, statements, sections, context))
      if (!isInside(sentence.section, fresh, sections)) sentence.zone = 'struck';
    if (statement.zone === 'operative' && deletes.test(words)) statement.zone = 'struck';
  }
  const gone = between(value);
  for (const statement of statements) {
    const span = gone[firstFrom(gone, statement.start)];
    if (span && statement.zone !== 'heading' && statement.start >= span.start && statement.end <= span.end)
      statement.zone = 'struck';
  }
  mark(
    statements,
    new Set([...struck].filter((section) => !amending.has(section) && !isInside(section, fresh, sections))),
    sections,
  );
}

/** Whether a section stands in a conformed copy or below what is put in, and the clause that strikes it outside of that. */
export function isInForce(section: number, { section: own }: Draft, sections: readonly Section[]): boolean {
  for (let at: number | null = section; at !== null; at = sections[at]?.parent ?? null)
    if ([conformed, puttingIn].some((title) => title.test(sections[at]?.title ?? '')))
      return !isInside(own, new Set([at]), sections);
  return false;
}

const sign = /\[(end (?:of )?)?(?:struck|deleted|superseded)(?: out)?\]/gi;

/** What stands between signs of striking: "[STRUCK] … [END STRUCK]". */
function between(value: string): Span[] {
  const found: Span[] = [];
  let open = -1;
  for (const { 0: words, 1: ends, index } of value.matchAll(sign)) {
    if (ends === undefined) open = open < 0 ? index : open;
    else if (open >= 0) {
      found.push({ start: open, end: index + words.length });
      open = -1;
    }
  }
  return found;
}

function struckBy(value: string, statement: Draft, sections: readonly Section[], context: Context): number[] {
  const words = read(value, statement);
  // "C. Strike Section 8 wholly." seems to be the title of C.
  const orders =
    statement.zone === 'heading' && (/^\W*(?:strike|delete|replace|for)\b/i.test(words) || passive.test(words));
  if ((statement.zone !== 'operative' && !orders) || inserted.test(words)) return [];
  const anew = restates.exec(words);
  const verb = passive.exec(words) ?? anew;
  const isListed = /\d/.test(words) && listsGone(value, statement) && isNamesAlone(words);
  // Next to no statement strikes anything: its references need not be looked for.
  if (verb === null && !isListed && !mayStrike.test(words)) return [];
  const own = statement.section === null ? '' : (sections[statement.section]?.part ?? '');
  const named = [...context.places.clauses(words, own), ...papersStruckBy(value, words, context.places)];
  const found = isListed
    ? wholly(named)
    : named.length === 0 && strikesIt.test(words)
      ? namedAbove(value, statement, sections, context)
      : targets(words, verb, named, context.isParty);
  return found.filter(
    (section) =>
      !isInside(statement.section, new Set([section]), sections) &&
      !isInForce(section, statement, sections) &&
      // The new Sections 3.1 and 3.2 follow; the old ones stand in another paper.
      (anew === null || sections[section]?.part !== own),
  );
}

/** "Strike it, and write in its place", below "Section 14". */
const strikesIt = new RegExp(
  String.raw`^\W*(?:strike|delete|omit|remove|repeal|rescind|cancel|replace)(?: out)? (?:it|(?:this|the) (?:whole |entire )?(?:section|paragraph|clause|article)|the whole(?: of it)?)${whole}`,
  'i',
);

/** The one clause that the title above names: "7. Section 14." */
function namedAbove(
  value: string,
  { section, headings }: Draft,
  sections: readonly Section[],
  { places }: Context,
): number[] {
  const own = section === null ? '' : (sections[section]?.part ?? '');
  const title = headings.at(-1);
  return title === undefined ? [] : wholly(places.clauses(read(value, title), own));
}

/** "Strike Schedule 2": the paper of that name, unless the file has a new one that bears it. */
function papersStruckBy(value: string, words: string, places: Places): Reference[] {
  if (
    /\b(?:new|replac\w+|substitut\w+|insert\w*|supersed\w+|instead|place|stead|lieu|attached|restated|reads?)\b/i.test(
      words,
    )
  )
    return [];
  return places.papers(words).filter(({ at, end }) => {
    const before = words.slice(0, at);
    // "Section 2 of Annex 1", "in Annex 1" tell where; "shall see that Annex 1 is removed" is a duty.
    if (/\b(?:of|in|to|from|under|by|with|at|see) (?:the )?$|\b(?:shall|will|must|may|if|when|that)\b/i.test(before))
      return false;
    const name = words.slice(at, end).replace(/\s+/g, ' ').replace(/\W*$/, '');
    return !new RegExp(
      String.raw`\b(?:new|revised|restated|amended|replacement|following|attached) ${name}\b`,
      'i',
    ).test(value);
  });
}

/** Whether the words are the numbers of clauses, with their titles and their paper, and say nothing of them. */
function isNamesAlone(words: string): boolean {
  const groups = groupsIn(words);
  const between = groups.reduceRight((left, { at, end }) => left.slice(0, at) + left.slice(end), words);
  return groups.length > 0 && saysNothing.test(between.replace(/\([^()]{0,80}\)/g, ''));
}

const saysNothing =
  /^(?:[\s,;]|and\b|the (?:whole|entirety) of\b|all of\b)*(?:(?:of|in) (?:the |our |your )?[A-Z][\w’']*(?: [\w’']+){0,6})?,?\s*(?:entire|entirely|in full|whole|(?:each |all )?in (?:its|their) entirety)?\W*$/;

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const sentence = `(?<which>${ordinals.join('|')}|last|final|penultimate) (?<unit>sentence|paragraph)`;
const told = sentence.replace('which', 'told').replace('unit', 'kind');
const listed = sentence.replace('which', 'item').replace('unit', 'sort');
const ofSentence = new RegExp(String.raw`\b${sentence} (?:of|in|from) (?:the )?$`, 'i');
/** "In Section 4, strike the second sentence", "Paragraph 4: the second sentence is deleted"; "in Section 4, the second sentence", in a list. */
const thenSentence = new RegExp(
  String.raw`^\s*(?:\([^()]{0,80}\)\s*)?[:,—–-]\s*(?:(?:delete|strike|omit)s?(?: out)? the ${sentence}\b(?! of\b)|the (?:${told} (?:\([^()]{0,120}\) )?(?=(?:is|shall be) )|${listed}\W*$))`,
  'i',
);
const strikesSentence = new RegExp(String.raw`^\W*(?:delete|strike|omit)s?(?: out)? the ${sentence}\b(?! of\b)`, 'i');

/** "The second sentence of Section 4 is deleted." */
function sentencesStruckBy(
  words: string,
  value: string,
  statement: Draft,
  statements: readonly Draft[],
  sections: readonly Section[],
  context: Context,
): Draft[] {
  if (statement.zone !== 'operative' || !/\b(?:sentence|paragraph)\b/i.test(words)) return [];
  const own = statement.section === null ? '' : (sections[statement.section]?.part ?? '');
  const within = (section: number): readonly Draft[] =>
    section === statement.section ? [] : statements.filter((one) => one.section === section && one.zone !== 'heading');
  const named = context.places.clauses(words, own);
  const order = named.length === 0 ? strikesSentence.exec(words)?.groups : undefined;
  if (order !== undefined)
    return namedAbove(value, statement, sections, context).flatMap((section) =>
      unitAt(within(section), order['which'] ?? '', order['unit'] ?? ''),
    );
  return named.flatMap(({ section, at, end }) => {
    const before = words.slice(0, at);
    const which = ofSentence.exec(before);
    const then = which === null ? thenSentence.exec(words.slice(end, end + 160))?.groups : undefined;
    const name = which?.groups?.['which'] ?? then?.['which'] ?? then?.['told'] ?? then?.['item'];
    const unit = which?.groups?.['unit'] ?? then?.['unit'] ?? then?.['kind'] ?? then?.['sort'] ?? '';
    if (name === undefined) return [];
    const isGone =
      then?.['which'] !== undefined ||
      (then?.['item'] !== undefined && listsGone(value, statement)) ||
      (which !== null && [active, ordersOut].some((verb) => verb.test(before.slice(0, which.index)))) ||
      passive.test(words.slice(end, end + 160));
    return isGone ? unitAt(within(section), name, unit) : [];
  });
}

/** A sentence, or the sentences of a paragraph. */
function unitAt(all: readonly Draft[], name: string, unit: string): readonly Draft[] {
  if (!/paragraph/i.test(unit)) return sentenceAt(all, name);
  const firsts = all.filter((one, k) => one.block !== all[k - 1]?.block);
  const [first] = sentenceAt(firsts, name);
  return first === undefined ? [] : all.filter(({ block }) => block === first.block);
}

/** The second, or the last but one, of the statements; none where there are not so many. */
export function sentenceAt(all: readonly Draft[], name: string): Draft[] {
  const which = name.toLowerCase();
  const place = ordinals.indexOf(which);
  return all.slice(place === -1 ? (which === 'penultimate' ? -2 : -1) : place).slice(0, 1);
}

/** "Section 9.1 is replaced with:" strikes the old clause, not the new one of that number below it. */
function newSections(told: readonly Draft[], value: string, sections: readonly Section[]): ReadonlySet<number> {
  const ends = told.flatMap((one) => (one.zone !== 'heading' && leadsOn.test(read(value, one)) ? [one.end] : []));
  const found = new Set<number>();
  let next = 0;
  for (const end of ends.sort((a, b) => a - b)) {
    while (next < sections.length && (sections[next]?.start ?? 0) < end) next += 1;
    if ((sections[next]?.start ?? Number.POSITIVE_INFINITY) - end < nearBelow) found.add(next);
  }
  return found;
}

function mark(statements: readonly Draft[], struck: ReadonlySet<number>, sections: readonly Section[]): void {
  if (struck.size === 0) return;
  for (const statement of statements) {
    if (statement.zone !== 'heading' && isInside(statement.section, struck, sections)) statement.zone = 'struck';
  }
}

/** The sections that the words strike. */
function targets(
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
function wholly(named: readonly Reference[]): number[] {
  return named.filter((one) => named.filter(({ at }) => at === one.at).length === 1).map(({ section }) => section);
}

/** "does not apply to the District" takes all force from a clause; "… to records that parents keep" only narrows it. */
function lapses(words: string, verb: RegExpExecArray, isParty: (name: string) => boolean): boolean {
  if (!/not apply$|no longer/i.test(verb[0])) return true;
  const rest = words.slice(verb.index + verb[0].length);
  if (/^\W*$/.test(rest)) return true;
  const whom = toWhom.exec(rest)?.[1]?.trim() ?? '';
  return whom !== '' && (isParty(whom) || thisPaper.test(whom));
}
