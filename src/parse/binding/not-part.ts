import type { Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { hasVerb } from '../outline/lines.ts';
import { behind } from '../outline/references.ts';
import { isInside } from '../outline/sections.ts';
import { countWords, read } from '../outline/spans.ts';
import { type NamedParts, namedParts, opensPart } from './part-names.ts';
import { paper, refusedFrom } from './refusals.ts';

/** "does not apply to schools"; to a party it must be named. */
const notFor =
  /\b(?:do(?:es)?|shall|will) not apply(?: at all)? to (?:the |this |our |your )?(?<whom>[\w'’. -]{1,60}?)(?: at all)?\W*$/i;
const schools =
  /^(?:schools?|school accounts?|(?:school )?districts?|boards? of education|school (?:customers?|orders?|boards?)|(?:[a-z]+ )?(?:agreement|contract|order))$/i;
/** "Part B and Part C are your contract and Part A is not." */
const elliptical = new RegExp(
  String.raw`\b(?:${paper}|incorporated|apply|applies)\b[^.;]{0,30}?(?:\band|\bbut|\bwhile|,|;)\s+(?<rest>[^.;]{1,60}?) (?:is|are|do|does) not\W*$`,
  'i',
);
/** "Nothing in Annex Z is a term". */
const nothingIn =
  /\b(?:nothing|no (?:term|word|provision)) (?:that stands )?(?:in|on) (?<rest>[^.;]{1,60}?) (?:(?:is|forms|makes|shall be) (?:a |any )?(?:terms?|part|binding|agreed)\b|binds? (?:anybody|anyone|us|you|either|any)\b|(?:has|have|had|is of)(?: had)? (?:any |ever had any )?(?:further |legal |binding )?(?:force|effect)\b)/i;
const conditional =
  /\b(?:if|unless|except|save|until|when|where|whenever|to the extent|insofar|so far as|other than|only (?:a )?part|any (?:other )?)\b/i;
/** "If you order for a school, Part A is not your contract": that is so here. */
const forSchool = /^if [^,]*\b(?:schools?|boards?(?: of education)?|districts?)\b[^,]*, /i;
const opensSubject =
  /(?:^|[;:,]\s*(?:and |but )?|\b(?:and|but|(?:agrees?|agreed|acknowledges?|understands?) that)\s+)\W*(?:the |our |your |its |old |former |annexed |attached |whole of |text of |all of |these |this )*$/i;
/** "The answers in Annex 3", "everything in Annex 3": all that binds there. */
const allOf =
  /^\W*(?:(?:the |all |our |your |any )*(?:(?:questions and )?answers|contents?|whole|text|terms|provisions|conditions)|everything|all|what (?:is said|stands)) (?:in|of|on) (?:the )?$/i;
/** "The questions in Annex 3 and the answers to them"; of the questions alone, the answers bind. */
const asks = /^\W*(?:the |all |our |your )*questions (?:in|of|on) (?:the )?$/i;
const answers = /\b(?:and|nor) (?:the |their |any )?answers\b/i;
const pronoun = /^\W*(?:it|they|both|this)\b/i;
const articles = /^(?:the|a|an|our|your|its|their|any|all|attached|annexed|and|or|this|these|those|whole)$/;
/** One such word is enough to tell a paper by its title. */
const paperName =
  /^(?:background|recitals?|preamble|quotation|quote|proposal|bid|specimen|sample|brochure|commentary|e-?mails?|acknowledge?ment|invoice|example|correspondence)$/;

/** No contract says it more often; a file made to take time might. */
const mostParts = 200;

/**
 * Parts and papers of which the contract says that they are no part of it, or that they are for others than a school:
 * nothing in them binds. What a paper says of others from behind counts no more once it is set aside itself.
 */
export function leaveOut(
  value: string,
  statements: readonly Draft[],
  sections: readonly Section[],
  isParty: (name: string) => boolean,
): void {
  const out = new Set<number>();
  const blocks = new Set<number>();
  let carried = 0;
  statements.forEach((statement, at) => {
    if (statement.zone === 'heading' || statement.zone === 'struck' || statement.end - statement.start > 800) return;
    if (isInside(statement.section, out, sections) || blocks.has(statement.block)) return;
    const told = saysOf(read(value, statement), isParty);
    if (told === null || ++carried > mostParts) return;
    const subject = pronoun.test(told) ? sayBefore(value, statements, at) : told;
    const parts = partsIn(subject, sections);
    for (const section of [...parts.flatMap((one) => one.sections), ...titled(subject, statement, sections)])
      out.add(section);
    for (const block of openedBy(value, subject, parts, statements.slice(at + 1))) blocks.add(block);
  });
  if (out.size === 0 && blocks.size === 0) return;
  for (const one of statements)
    if (one.zone !== 'heading' && (blocks.has(one.block) || isInside(one.section, out, sections))) one.zone = 'note';
}

/** The sections titled like the subject; of those that say it of themselves, only a preface. */
function titled(subject: string, { section: own, end }: Draft, sections: readonly Section[]): number[] {
  const title = titleIn(subject);
  if (title.length === 0) return [];
  return sections.flatMap((section, index) => {
    const isOwn = isInside(own, new Set([index]), sections);
    // Papers are put behind the contract that speaks of them; what stands before it tells how it came about.
    const isPaper = section.start > end && !isOwn;
    return fits(title, section.title) && (isPaper || isPreface(section.title)) ? [index] : [];
  });
}

/** The blocks below the sentence that what it speaks of opens, though they are no section. */
function openedBy(value: string, subject: string, parts: readonly NamedParts[], below: readonly Draft[]): number[] {
  const names = new Set(parts.flatMap((one) => one.others));
  const title = titleIn(subject);
  return [
    ...(names.size === 0 ? [] : runsOpenedBy(value, below, names)),
    ...(title.length < 2 ? [] : below.filter((one) => isRunIn(value, one, title)).map((one) => one.block)),
  ];
}

/** What it is of which a sentence says that it is no part of the contract; null where it says so of nothing. */
function saysOf(sentence: string, isParty: (name: string) => boolean): string | null {
  const words = sentence.replace(forSchool, '');
  if (!/\bno(?:t|thing|ne|body)?\b|\bonly\b|\balone\b|\brefused\b|\brejected\b|\bneither\b|\bbinds?\b/i.test(words))
    return null;
  const nothing = nothingIn.exec(words);
  if (conditional.test(nothing === null ? words : words.replace(nothing[0], ''))) return null;
  // "Annex Z is old; nothing in it is a term."
  if (nothing !== null && nothing.index > 0 && pronoun.test(nothing.groups?.['rest'] ?? ''))
    return words.slice(0, nothing.index);
  const rest = elliptical.exec(words)?.groups?.['rest'] ?? nothing?.groups?.['rest'];
  if (rest !== undefined) return rest;
  const whom = notFor.exec(words);
  const name = whom?.groups?.['whom'] ?? '';
  if (whom !== null && (schools.test(name) || isParty(name))) return words.slice(0, whom.index);
  const from = refusedFrom(words);
  return from <= 0 ? null : words.slice(0, from);
}

/** "The Background tells how this came about. It binds nobody": what "it" is stands in the sentence before. */
function sayBefore(value: string, statements: readonly Draft[], at: number): string {
  const [before, own] = [statements[at - 1], statements[at]];
  if (before === undefined || before.block !== own?.block) return '';
  const words = read(value, before);
  const verb = /\b(?:is|are|was|were|has|have|tells?|shows?|stands?|comes?|gives?|says?)\b/.exec(words);
  return verb === null ? '' : words.slice(0, verb.index);
}

/** The parts that are its subject: "data listed in Exhibit A" is no part. */
function partsIn(subject: string, sections: readonly Section[]): NamedParts[] {
  return namedParts(subject, sections).filter(({ at, end }) => {
    const left = subject.slice(0, at);
    return (
      (opensSubject.test(left) || allOf.test(left) || (asks.test(left) && answers.test(subject))) &&
      behind(subject.slice(end)) === null
    );
  });
}

/** The blocks below "E-mail 5. From Ann to Bob", set like the text, as far as the next e-mail or the end of the section. */
function runsOpenedBy(value: string, statements: readonly Draft[], names: ReadonlySet<string>): number[] {
  const blocks: number[] = [];
  let opener: Draft | null = null;
  let block = -1;
  for (const one of statements) {
    if (one.block !== block) {
      const opened = opensPart(read(value, one));
      const isNext = opened !== null && opener !== null && opened.split(' ')[0] === kindAt(value, opener);
      if (opened !== null && names.has(opened)) opener = one;
      else if (isNext || one.section !== opener?.section) opener = null;
    }
    block = one.block;
    if (opener !== null) blocks.push(block);
  }
  return blocks;
}

function kindAt(value: string, opener: Draft): string {
  return opensPart(read(value, opener))?.split(' ')[0] ?? '';
}

/** The words of weight of what may be a title: "The printed conditions on it" → printed, conditions. */
function titleIn(subject: string): string[] {
  const [head = ''] = subject.split(
    /\s(?:on|in|of|at|to|for|that|which|who|attached|printed (?:on|in|at|behind|below)|stapled|behind|below|is|are|has|tells?)\b|[,;:(]/i,
  );
  if (countWords(head) > 6) return [];
  const all = titleWords(head);
  const [only = ''] = all;
  return all.length > 1 || paperName.test(only) ? all : [];
}

function titleWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}’'-]+/gu) ?? []).filter((word) => !articles.test(word));
}

function fits(title: readonly string[], words: string): boolean {
  const all = titleWords(words);
  return title.every((word) => all.includes(word)) && all.length <= title.length + 5;
}

function isPreface(title: string): boolean {
  return /^\W*(?:backgrounds?|recitals?|preamble|introduction|history)\W*$/i.test(title);
}

/** "Printed conditions of sale. 1. …" opens a paragraph that a sentence before speaks of. */
function isRunIn(value: string, one: Draft, title: readonly string[]): boolean {
  if (one.end - one.start > 80 || one.zone === 'note') return false;
  const words = read(value, one);
  return /[.:]$/.test(words) && !hasVerb(words) && fits(title, words);
}
