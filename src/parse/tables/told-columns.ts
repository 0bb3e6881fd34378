import type { Column } from './columns.ts';

const titled = '(?:headed|titled|marked|called|labell?ed)';
/** "The left column", "the second column". */
const placed =
  /\b(left|first|second|third|fourth|middle|center|right|last)(?:[- ]?hand)?\s+columns?\b|\bcolumns?\s+(?:on|at|to)\s+the\s+(left|right|middle)\b/gi;
const headed = new RegExp(String.raw`\bcolumns?\s+(?:${titled}\s+["“*]?|["“])([^"”*.,;]{2,60})["”*]?`, 'gi');
/** "The columns headed Draft and Remark are kept for history", "the columns “Draft” and “Remark” are": as far as the verb. */
const headedSeveral = new RegExp(
  String.raw`\bcolumns (?:${titled}\b|(?=["“]))(.{2,120}?)\b(?:are|is|ha(?:ve|s)|do(?:es)?|shall|will|may|shows?|tells?|binds?|gives?|forms?)\b`,
  'i',
);
const naming = new RegExp(String.raw`\bcolumns? (?:${titled}\b|["“])`, 'i');
const tellsWho = /\b(?:named|listed|shown|identified|given|appears?)\s+in\s+the\s+(?:\w+\s+)?column/i;
const denies =
  /\bnot\b|\bnobody\b|\bno one\b|n['’]t\b|\bno part\b|\bneither\b|\borientation\b|\breference\b|\binformation only\b|\bexplains?\b|\bparaphrases?\b|\btells? what the law\b|\bimposes? no(?:thing)?\b|\bnothing in\b|\bwithdrawn\b|\bsuperseded\b|\bno (?:legal )?(?:force|effect)\b|\bconvenience\b/i;
const binds =
  /\bbinds?\b|\bbinding\b|\bbound by\b|\bpromis|\boperative\b|\bundertak|\bobligat|\bagreed\b|\bforms? part\b|\bin force\b/i;

/** Whether words name a column by its head, which tells it wherever they stand. */
export function namesColumn(words: string): boolean {
  return naming.test(words);
}

/** What the columns are for by the sentences around them, the last that tells of a column. */
export function told(columns: readonly Column[], heads: readonly string[], around: readonly string[]): Column[] {
  let found = [...columns];
  for (const sentence of around)
    for (const index of mentioned(sentence, heads))
      if (index >= 0 && index < found.length) found = toldOf(index, sentence, found);
  return found;
}

function toldOf(index: number, sentence: string, columns: Column[]): Column[] {
  if (tellsWho.test(sentence)) return columns.with(index, 'who');
  if (denies.test(sentence)) return columns.with(index, columns[index] === 'remark' ? 'remark' : 'law');
  if (!binds.test(sentence)) return columns;
  const alone = /\b(?:only|alone|solely)\b/i.test(sentence);
  return columns.map((column): Column => (alone && column === 'binding' ? 'remark' : column)).with(index, 'binding');
}

/** The columns that a sentence names, by their place or by their head. */
function mentioned(sentence: string, heads: readonly string[]): number[] {
  const named = heads.map((head) => head.toLowerCase());
  const isNamed = (index: number) => sentence.toLowerCase().includes(named[index] || '|');
  const places = [...sentence.matchAll(placed)].map(([, one, other]) =>
    placeOf(one ?? other ?? '', heads.length, isNamed, (index) => (named[index] ?? '').length <= 3),
  );
  const titles = [...sentence.matchAll(headed)].map(([, title = '']) => named.indexOf(title.trim().toLowerCase()));
  const several = headedSeveral.exec(sentence)?.[1]?.toLowerCase() ?? '';
  const listed = named.flatMap((name, index) => (name.length > 2 && several.includes(name) ? [index] : []));
  return [...places, ...titles, ...listed];
}

function placeOf(
  word: string,
  count: number,
  isNamed: (index: number) => boolean,
  isNumbering: (index: number) => boolean,
): number {
  const place = word.toLowerCase();
  // "The left column is our form" beside one of numbers is that headed "Our form".
  if (place === 'left') return count > 2 && !isNamed(0) && isNumbering(0) && isNamed(1) ? 1 : 0;
  if (place === 'middle' || place === 'center') {
    const right = Math.floor(count / 2);
    // Of four columns two are in the middle: "The middle column is a caption" stands for that headed "Caption".
    return count % 2 === 1 ? right : ([right - 1, right].find(isNamed) ?? -1);
  }
  return place === 'right' || place === 'last' ? count - 1 : ['first', 'second', 'third', 'fourth'].indexOf(place);
}
