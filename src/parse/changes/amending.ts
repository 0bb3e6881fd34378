import type { Draft } from '../outline/drafts.ts';
import { read } from '../outline/spans.ts';

/** What is done with words that go out of a clause: they are "struck out", "taken out". */
export const takenOut =
  '(?:deleted|struck(?: out| through)?|stricken|removed|omitted|withdrawn|rescinded|repealed|replaced|superseded|taken out|crossed out|cut out|dropped)';

/** With those that others take the place of: they are "changed". */
export const reworded = '(?:changed|amended|revised|corrected|restated)';

/** With those that come: they are "written in". */
export const putIn =
  '(?:inserted|added|substituted(?! (?:by|with)\\b)|written in|(?:put|set) in(?: (?:its|their) (?:place|stead|room))?)';

/** To take words out. */
export const takeOut =
  '(?:delet(?:es?|ing)|str(?:ikes?|iking)(?: out)?|remov(?:es?|ing)|omit(?:s|ting)?|replac(?:es?|ing)|(?:tak(?:es?|ing)|cross(?:es|ing)?|cut(?:s|ting)?) out)';

/** "1. Strikings", "Out of the Annex come, entire:": clauses that are no more than named below are gone. */
const titlesGone =
  /^(?!.*\b(?:add|added|insert\w*|replac\w*|new|chang\w*|amend\w*)\b).*\b(?:strik(?:e|es|ing|ings)|struck|stricken|deletions|repeals?|(?:text|words|sections?|clauses?|paragraphs?|articles?|terms?|provisions?) (?:that are |to be |now |hereby )?(?:deleted|removed|taken out|repealed)|what (?:comes?|goes|is (?:deleted|removed|taken)) out|what is (?:deleted|removed|repealed)|out of (?:the )?[A-Z].{0,30} (?:comes?|goes?))\b/iu;

/** Whether it stands under words that say that what is named below them is gone. */
export function listsGone(value: string, { headings, lead }: Draft): boolean {
  return [...headings.slice(-2), ...lead.slice(-1)].some((span) => titlesGone.test(read(value, span)));
}

const unit = '(?:first|second|third|fourth|fifth|sixth|last|final|penultimate) (?:sentence|paragraph)';
const strikesUnit = new RegExp(
  String.raw`^\W*(?:delete|strike|omit|remove|repeal|cancel|replace)(?: out)? (?:it\b|the (?:whole\b|${unit}\b))`,
  'i',
);

/** "Strike it", "Strike the last sentence (“Vendor may …”)": not words of it. */
export function isOfUnit(text: string): boolean {
  return strikesUnit.test(text);
}
