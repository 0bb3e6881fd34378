import type { Draft } from '../outline/drafts.ts';
import { hasVerb } from '../outline/lines.ts';
import { countWords, read, trim } from '../outline/spans.ts';
import { duty, type Named, namesOfTitle, type Setting, shifted } from './named-term.ts';
import { namesKept, plainTerm, saidBefore } from './plain-terms.ts';

const bare =
  /^(?:The term |The phrase |The word )?((?!(?:I|We|You|They) refer)(?:[A-Z][\w'’/&-]*)(?: (?:of|and|the|or|for|to|[A-Z][\w'’/&-]*)){0,6}) (?:means?|MEANS?|shall mean|SHALL MEAN|refers? to|REFERS? TO)\b/;

/** "Class data means …"; in "Vendor shall use means that …" the means are none. */
const plainWords =
  /^(?!An? |At |If |In |As )([A-Z][\w'’-]*(?: (?!(?:shall|will|must|may|can)\b)[a-z'’-]+){0,3}) means\b(?! (?:of|by which)\b)/;

/** "Class Data is everything about your students that …" names a term and says what it takes in. */
const allThat =
  /^((?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*){1,4}) (?:is|are) (?:everything|anything|all|any|whatever|what)\b(?! (?:right|time|case|that matters))/;

/** "Reader data is anything that …": an everyday word for it, in small letters. */
const anyThat =
  /^([A-Z][\w'’-]*(?: [a-z][\w'’-]*){0,2}) (?:is|are) (?:everything|anything|whatever|all) (?:at all )?(?:that|which|about|of|you|we|your|our)\b/;

/** `"Diner Data" = whatever the system holds`. */
const equals = /^["“]([^"”]{2,60})["”] ?(?:=|—|–|:) ?(?=\S)/;

const inThis =
  /^(?!For (?:our|my|its|their) part\b)(?:In|For|Throughout|Under|As used in)\b[^,"“]{0,50}\b(?:this|these|our|the) (?:letter|agreement|terms|form|page|policy|contract|rider|addendum|order|table|schedule|memorandum|document|part|section|questions)\b[^,"“]{0,20}, ((?:the )?[A-Za-z'’ -]{3,40}?) (?:means?|is|are|refers? to)\b/;

/** "In this memorandum the Roll is that list and any copy of it." */
const inThisOne =
  /^In (?:this|these|our|the) (?:letter|agreement|terms|form|page|policy|contract|rider|addendum|order|schedule|memorandum|document|part|section) the ([A-Z][\w'’-]*(?: [A-Z][\w'’-]*)?) (?:is|are|means?) (?=(?:that|those|the|all|any|every|everything|whatever)\b)/;

/** "Speech File in this agreement is every record …" */
const inThisBehind =
  /^([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){0,3}) in (?:this|these|our) (?:letter|agreement|terms|form|page|policy|contract|rider|addendum|order|memorandum|document) (?:is|are|means?) (?=(?:the|all|any|each|every|everything|whatever|what)\b)/;

/** "the Catalog is the software …", in small letters at the head of a line: an entry of a list of names. */
const listedName =
  /^the ([A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of)){0,3}) (?:is|are|means?) (?=(?:an?|the|any|all|each|every|everything|whatever|what|those|one)\b)(?!the property\b)/;

const namedList =
  /^(?:In this \w+,? )?(?:The )?(?:terms?|words?|expressions?|phrases?) ([\p{L}][^.;:"“]{3,200}?) (?:carr(?:y|ies)|ha(?:s|ve)|bears?) (?:the |their )?(?:same )?meanings?\b/u;

const glossed =
  /^([A-Z][\w'’ /-]{1,50}?)(?:: (?=\S)| (?:—|–|=) (?=\S)| (?:is|are) (?=(?:an?|the|any|all|each|every|those|one|that|what|to)\b))/;

const pronoun =
  /^(?:Please|See|For|It|This|That|They|These|Those|Which|What|He|She|We|You|Nothing|There|Who|Whatever)$/;

/** Terms that stand without quotation marks: as a title, before a colon, with a capital, in plain words. */
export function unquotedTerms(words: string, statement: Draft, setting: Setting): Named[] {
  const meant = setting.opens(statement) ? nameMeant(statement, setting.value) : null;
  if (meant !== null) return [shifted(statement, [meant], 0, { start: 0, end: words.length }, true)];
  const title = titleMeant(words, statement, setting);
  if (title !== null)
    return [shifted(statement, namesOfTitle(title.replace(shallCall, '')), 0, { start: 0, end: words.length }, true)];
  const said = equals.exec(words);
  if (said !== null) return [shifted(statement, [said[1] ?? ''], 0, trim(words, said[0].length, words.length), true)];
  const listed = namedList.exec(words);
  if (listed !== null) {
    const names = (listed[1] ?? '').split(/,\s*(?:and |or )?|\s+and\s+|\s+or\s+/);
    return [shifted(statement, names, 0, trim(words, listed[0].length, words.length), true)];
  }
  const several = setting.inGlossary(statement) ? glossary(words, statement) : [];
  if (several.length > 1) return several;
  const everywhere = [bare, plainWords, inThis, inThisOne, inThisBehind, allThat, anyThat, listedName];
  const patterns = setting.inGlossary(statement) && !fateOf.test(words) ? [...everywhere, glossed] : everywhere;
  for (const pattern of patterns) {
    const hit = pattern.exec(words);
    const name = hit?.[1] ?? '';
    if (hit === null || pronoun.test(name.split(' ')[0] ?? '') || /["“]/.test(hit[0])) continue;
    // "Elm may have it for the asking: its clerk sends a note."
    if (pattern === glossed && /\b(?:may|can|shall|will|must|is|are|has|have)\b/.test(name)) continue;
    return [
      shifted(
        statement,
        [name.replace(/^(?:the|a|an)\s+/i, '')],
        words.indexOf(name),
        trim(words, meaningFrom(hit[0]), words.length),
        true,
      ),
    ];
  }
  const plain = plainTerm(words);
  if (plain === null || setting.isParty(plain.name)) return [];
  const { name, at, meaning } = plain;
  return [shifted(statement, [name], at, trim(words, meaning.start, meaning.end), meaning.start > at)];
}

/** Where the meaning begins: at "everything about …", which is part of it, else after the verb. */
function meaningFrom(found: string): number {
  const all = /\b(?:everything|anything|whatever|all|any|what)\b(?=[^"]*$)/.exec(found.slice(1));
  return all === null ? found.length : all.index + 1;
}

/** "Hosted Records are all records that …; End Date is the day on which …; Charges are those in Schedule 2": one sentence. */
function glossary(words: string, statement: Draft): Named[] {
  const pieces = [...words.matchAll(/[^;]+/g)];
  return pieces.flatMap((piece) => {
    const [said] = piece;
    const from = piece.index + (said.length - said.replace(/^\s*(?:and\s+)?/, '').length);
    const one = words.slice(from, piece.index + said.length);
    const hit = glossed.exec(one);
    const name = hit?.[1] ?? '';
    if (hit === null || pronoun.test(name.split(' ')[0] ?? '')) return [];
    return [shifted(statement, [name], from, trim(words, from + hit[0].length, from + one.length), true)];
  });
}

/** "What I shall call the session papers" */
const shallCall = /^what (?:I|we) (?:shall |will )?(?:call|name) (?:the |our )?/i;

/** The title of a statement, if the statement says what it means. */
function titleMeant(words: string, statement: Draft, setting: Setting): string | null {
  const above = namesAbove.test(words) && setting.opens(statement) ? statement.headings.at(-1) : undefined;
  const span = setting.titleOf(statement) ?? above ?? null;
  if (span === null) return null;
  const title = read(setting.value, span);
  if (backward.test(words) || usesFor.test(words)) return title;
  if (duty.test(words.replace(dutyWithin, '')) || fateOf.test(words)) return null;
  // '1.4 "Notice Window": …' is a term by its marks, wherever it stands; '"13. Standing.' is the title of a clause that is put in.
  const isTerm =
    setting.inGlossary(statement) ||
    /^["“](?!\W*\w{1,4}[.)] )/.test(title) ||
    (namesKept(title) && listsOfPupils(words));
  // "Storybox: anything that we get from a child in your schools."
  const names = allOf.test(words) && !saysOf.test(words) && !takesUp.test(words);
  return isTerm || (names && countWords(title) <= 4) ? title : null;
}

/** "What Maker must do to the Files", "a person who will pick up the telephone": a duty within a meaning is not that of the sentence. */
const dutyWithin =
  /\b(?:that|which|who|[Ww]hat|[Ww]hatever)(?: (?:the |an? )?[A-Z][\w'’-]*){0,3} (?:shall|must|will|may not)\b/g;

/** "Elm Property: Meal Files are the property of Elm" tells what becomes of another thing, and not what its title means. */
const fateOf =
  /^(?:(?:The|All) )?[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)+ (?:(?:is|are|remains?|stays?)(?: and (?:remains?|stays?))? (?:the (?:\w+ )?property|under the control|owned)|belongs? to)\b/;

/** "Locker records. Each student's name, card number, door and help calls." tells of what is kept, and of nothing that is done. */
function listsOfPupils(words: string): boolean {
  return (
    !hasVerb(words) &&
    words.split(',').length > 2 &&
    /\b(?:students?|pupils?|child(?:ren)?|learners?|kids?)\b/i.test(words)
  );
}

const allOf =
  /^(?!(?:any|every|all) (?:times?|moments?|days?|cases?|events?|ways?|reasons?|terms?|provisions?|parts?|portions?|pieces?|clauses?|sections?|sentences?|paragraphs?|promises?|disputes?|notices?|amendments?)\b)(?:any|every|all|anything|everything|whatever|anything at all) (?:\w+ ){0,3}?(?:that|which|about|of|on|by|from|you|we)\b|^what (?:[\w'’,-]+ ){1,12}?(?:has|have|holds?|keeps?) (?:that|about|of|on|from)\b/i;

/** "All rights and duties of the parties are determined under …" is a sentence, and names nothing. */
const saysOf =
  /^(?:(?!\b(?:that|which|who|whose|whatever|what|where|you|we|it|they|he|she)\b)[^.,;:]){6,120}?\b(?:is|are|shall|will|must|may) /i;

/** "Whatever we owe each other, Connecticut law decides it": so does one that comes back to what it opened with. */
const takesUp = /^[^.;:]{6,200}, [^.,;:]{3,60} (?:it|them|that|those|these)\.?$/i;

/** "That's what we call the pupil side of it", first below a heading. */
const namesAbove =
  /^(?:That|This|It|Those|These)(?: is| are|['’]s) (?:what we call|our (?:name|word|term|phrase|shorthand) for)\b/;

const backward =
  /^(?:By (?:that|this|it|these|those)|This|That|It|They|These|The (?:phrase|term|word|name|expression))\b[^.]{0,20}\b(?:we mean|means?|is meant|covers|includes|(?:name|word|term|phrase|shorthand|label) (?:that )?(?:we use )?for|(?:is|are|['’]s) (?:what|how) we (?:call|say|mean by|refer to))\b|^So called\b[^.;:]{0,40}? (?:is|are)\b/;

/** The name whose meaning the title above, or the question, asks for. */
function nameMeant({ asked, headings }: Draft, value: string): string | null {
  for (const span of [asked, headings.at(-1)]) {
    const name = span ? meantBy.exec(read(value, span))?.[1] : undefined;
    if (name !== undefined) return name;
  }
  return null;
}

/** 'What do you mean by "class data"?', 'What we mean by "Files"': what stands below is what it means. */
const meantBy =
  /^\W*(?:(?:\d|Q)\S*\s+)?what (?:do|does|am|I|we|is|are|it)\b[^"“]{0,40}["“](?:the )?([^"”]{2,60}?)[.,?]?["”]\W*$/i;

/** "Family papers. We'll use that term for everything that …": the name is a sentence of its own. */
export function namedBefore(words: string, statement: Draft, before: Draft | null, value: string): Named[] {
  if (before === null || before.block !== statement.block) return [];
  const said = read(value, before).replace(/[*_]/g, '');
  const quoted = meansAll.test(words) ? /^["“]([^"”]{2,60})["”]/.exec(said)?.[1] : undefined;
  const name = quoted ?? (usesFor.test(words) ? said : meansAll.test(words) ? (saidBefore(said) ?? '') : '');
  return name === '' || countWords(name) > 4
    ? []
    : [shifted(statement, namesOfTitle(name), 0, { start: 0, end: words.length }, true)];
}

/** '"Session records" comes up below. It means everything that …' */
const meansAll =
  /^(?:It|This|That|They) (?:means?|takes? in|covers?|is|are) (?:everything|anything|all|any|whatever)\b/;

const usesFor =
  /^(?:We|I)(?:['’]ll| will| shall| have|['’]ve)?(?: always| long)? used? (?:that|this) (?:term|word|phrase|name|expression) for\b/;
