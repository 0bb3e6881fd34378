// By which words a clause is known again: in a waiver, in a baseline, and by the tools that take our reports.

/**
 * The words with nothing that a new page, a new line, a new number or another quotation mark changes: neither the
 * clause's own label nor the numbers of those that it refers to.
 */
export function clauseWords(clause: string): string {
  const words = plain(clause).trim().replace(ownLabel, '').replace(references, unnumbered);
  return bare(words.toLowerCase());
}

/** The words as marks were made of them before lists of numbers and lettered papers were known; such marks still hold. */
export function formerClauseWords(clause: string): string {
  const words = plain(clause).toLowerCase().trim();
  return bare(words.replace(formerLabel, '').replace(formerReference, '$1'));
}

function plain(clause: string): string {
  return clause.normalize('NFKC').replaceAll('\u00AD', '');
}

function bare(words: string): string {
  return words.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

// "(b)", "(ii)(A)", as many as there are.
const inner = String.raw`(?:\s?\([A-Za-z0-9]{1,4}\))`;
// "4.2(b)", "12a", "IV", "A", "A.1". A small letter alone may be a word: "each section a party signs". A statute goes by a
// number with a hyphen ("§ 12-345"), and no length of time is a place: "under Sections 3 and 4 or 30 days after".
const unit = String.raw`\s*(?:%|percent|\(\d+\)|(?:(?:business|calendar|school|working)\s+)?(?:minute|hour|day|week|month|year)s?\b)`;
const number = String.raw`(?:\d+(?:\.\d+)*[a-z]?|[IVXLC]+|[ivx]+|[A-Z](?:[.-]?\d+(?:\.\d+)*)?)(?![\w-]|\.\d)(?!${unit})${inner}*`;
const place = `(?:${number}|${inner}+)`;
const papers = 'exhibit|schedule|annex|appendix|attachment|addendum|amendment';
const one = `section|sec\\.|article|art\\.|clause|paragraph|para\\.|subsection|subparagraph|${papers}|§`;
const many = `sections|secs\\.|articles|arts\\.|clauses|paragraphs|paras\\.|subsections|subparagraphs|exhibits|schedules|annexes|appendices|attachments|§§+`;

const ownLabel = new RegExp(
  String.raw`^(?:\[\d+\]|(?:${cased(one)})\s*${place}[.:)]?|\d+(?:\.\d+)+[.)]?|\d+[.)]|[IVXivx]+[.)]|[A-Za-z][.)]|[A-Z](?:\.\d+)+[.)]?)?${inner}*\s+`,
);

const joint = String.raw`(?:\s*,\s*(?:(?:and|or)\s+)?|\s+(?:and|or|to|through|&)\s+|\s*–\s*)`;
const before = String.raw`(?:\b|(?<=^|\s|\())`;

// A list needs a word in the plural before it, or "3 and 4" may be no list.
const references = new RegExp(
  [
    String.raw`${before}(?<range>${cased(many)})\s*(?<from>\d{1,2})-(?<to>\d{1,2})(?![\w-]|\.\d)`,
    String.raw`${before}(?<many>${cased(many)})\s*(?<list>${place}(?:${joint}${place})*)`,
    String.raw`${before}(?<one>${cased(one)})\s*${place}`,
  ].join('|'),
  'g',
);
const eachPlace = new RegExp(place, 'g');

type Groups = Readonly<Record<'range' | 'from' | 'to' | 'many' | 'list' | 'one', string | undefined>>;

/** Each number of a list leaves a mark, so that a longer list is other words. */
function unnumbered(whole: string, ...rest: readonly unknown[]): string {
  const { range, from, to, many: words, list = '', one: word } = rest.at(-1) as Groups;
  if (word !== undefined) return `${word} `;
  if (words !== undefined) return `${words} ${list.replace(eachPlace, ' x ')} `;
  // Numbers far apart are a statute's: "§§ 10-76".
  const length = Number(to) - Number(from);
  return length > 0 && length < 10 ? `${range} x x ` : whole;
}

/** A word with or without a capital. */
function cased(words: string): string {
  return words.replace(/(^|\|)([a-z])([^|]*)/g, (_, bar: string, first: string, rest: string) => {
    const capital = `${first.toUpperCase()}${rest}`;
    return `${bar}${first}${rest}|${capital}|${capital.toUpperCase()}`;
  });
}

const formerLabel =
  /^(?:(?:section|article|clause|§+)\s*[\divx.]+\.?|\d+(?:\.\d+)+[.)]?|\d+[.)]|[ivx]+[.)]|[a-z][.)])?(?:\s*\([a-z0-9]{1,4}\))*\s+/;
const formerReference =
  /(\b(?:sections?|articles?|clauses?|paragraphs?)|§+)\s*(?:\d+(?:\.\d+)*|[ivx]+)(?![\w-])(?:\([a-z0-9]{1,4}\))*/g;
