import type { Span } from '../types.ts';
import type { Codes } from './codes.ts';
import { cellText, codesOf, initialsOf, ticksOf } from './codes.ts';
import type { Line } from './lines.ts';
import { hasVerb } from './lines.ts';
import { countWords, read } from './spans.ts';

/**
 * What a column of a table is for. `law` and `remark` bind nobody: the one tells what somebody asks for, and an answer
 * beside it may take it up; the other points at evidence or notes. `party`: its head names who is bound.
 */
export type Column =
  | 'label'
  | 'who'
  | 'head'
  | 'question'
  | 'term'
  | 'meaning'
  | 'law'
  | 'remark'
  | 'party'
  | 'binding';

export interface Table {
  readonly rows: readonly Line[];
  readonly columns: readonly Column[];
  /** Cells of the head row; empty where the table has none. */
  readonly heads: readonly Span[];
  readonly signature: boolean;
  readonly codes: Codes | null;
}

const kinds: readonly (readonly [Column, RegExp])[] = [
  [
    'label',
    /^(?:no\.?|nos\.?|#|nr\.?|row|ref\.?|line|id|number|section|sec\.?|article|§|q\.?(?: ?no\.?)?|item no\.?|)$/i,
  ],
  [
    'who',
    /^(?:who|party|by whom|responsible(?: party)?|obligor|bound(?: party)?|who (?:is bound|does it|acts)|whose duty)$/i,
  ],
  ['question', /\bquestions?\b|\bquery\b|\binquiry\b|^(?:what )?(?:we|the (?:district|board|school|lea)) asks?\b/i],
  ['meaning', /\bmeanings?\b|\bdefinitions?\b|\bwhat (?:we|it|they|this) means?\b|\bstands for\b|\bis defined as\b/i],
  ['term', /^(?:defined )?(?:terms?|words?|expressions?|phrases?)$/i],
  [
    'remark',
    /\bevidence\b|\bproof\b|\b(?:how|who|when)\b.*\b(?:check|verif|test|audit)(?:s|ed|ied|ies)?\b|\bnotes?\b|\bcomments?\b|\bremarks?\b|\bwhere to (?:look|find)\b|\bauditor\b|\bsee also\b|\bcross-?references?\b|\breferences?\b|\bcitations?\b|\bsources?\b|\brationale\b|\bwhy\b|\bexplanation\b|\bbackground\b|\bguidance\b|\bexamples?\b/i,
  ],
  [
    'law',
    /\blaws?\b|\blegal\b|\bstatut|\bregulat|\bact\b|\b(?:policy|state|board|district|contract)?\s*requirements?\b|\bwhat [^|]{0,40}\b(?:requires?|asks?|expects?|wants?)\b|\bpolicy\b|\bstandards?\b|\bcriteri/i,
  ],
  [
    'binding',
    /\bpromis|\bcommit|\bobligat|\bundertak|\bresponse|\banswer|\breply|\breplies|\bterms?\b|\bdut(?:y|ies)\b|\bagreed?\b|\bhow\b|\bwhen\b|\bdeadline|\btime\b|\bdue\b|\bactions?\b|\bprocedure|\bprovisions?\b|\bclause|\blanguage\b|\b(?:will|shall|must|does)\b|\bday\b/i,
  ],
  [
    'head',
    /^(?:matter|subject|topic|items?|area|category|field|kind|type|event|role|severity|issue|heading|element|data|information|what|measure)s?$/i,
  ],
];
const signed = /^_{4,}$|^\/s\/|^(?:by|signed|signature|name|title|date)\s*:|^signed\b/i;
const places: Readonly<Record<string, (count: number) => number>> = {
  left: () => 0,
  first: () => 0,
  second: () => 1,
  third: () => 2,
  fourth: () => 3,
  middle: (count) => Math.floor(count / 2),
  center: (count) => Math.floor(count / 2),
  right: (count) => count - 1,
  last: (count) => count - 1,
};
const placed =
  /\b(left|first|second|third|fourth|middle|center|right|last)(?:[- ]?hand)?\s+columns?\b|\bcolumns?\s+(?:on|at|to)\s+the\s+(left|right|middle)\b/gi;
const headedSeveral =
  /\bcolumns (?:headed|titled|marked|called|labell?ed)\b(.{2,120}?)\b(?:are|is|ha(?:ve|s)|do(?:es)?|shall|will|may|shows?|tells?|binds?|gives?|forms?)\b/i;
const headed = /\bcolumns?\s+(?:headed|titled|marked|called|labell?ed)\s+["“*]?([^"”*.,;]{2,60})["”*]?/gi;
const denies =
  /\bnot\b|\bnobody\b|\bno one\b|n['’]t\b|\bno part\b|\bneither\b|\borientation\b|\breference\b|\binformation only\b|\bexplains?\b|\bparaphrases?\b|\btells? what the law\b|\bimposes? no(?:thing)?\b|\bno (?:legal )?(?:force|effect)\b|\bconvenience\b/i;
const binds = /\bbinds?\b|\bbinding\b|\bpromis|\boperative\b|\bundertak|\bobligat|\bagreed\b|\bforms? part\b/i;

const measure = /^[^.;]{0,40}(?:\d|\b(?:hours?|days?|weeks?|months?|years?)\b)[^.;]{0,30}$/i;

/** Tells the columns of a table by what the text around it says, then by their heads, then by their cells. */
export function readTable(
  value: string,
  rows: readonly Line[],
  around: readonly string[],
  isParty: (name: string) => boolean,
): Table {
  const head = rows[0]?.block.head === true && !isDataRow(value, rows, isParty) ? rows[0] : undefined;
  const heads = head?.block.cells ?? [];
  const body = head === undefined ? rows : rows.slice(1);
  const count = Math.max(0, ...rows.slice(0, 50).map((row) => row.block.cells.length));
  const columns = Array.from({ length: count }, (_, index): Column => {
    const cell = heads[index];
    const title = cell === undefined ? '' : read(value, cell).trim();
    return byHead(title, isParty) ?? byCells(value, body, index, count);
  });
  const named = heads.map((cell) => read(value, cell).toLowerCase());
  const codes = ticksOf(value, body, named) ?? initialsOf(value, body, named) ?? codesOf(value, body, count);
  const settled = settle(byText(columns, named, around), value, body);
  return {
    rows: body,
    columns: codes === null ? settled : coded(columns, codes),
    heads,
    codes,
    signature: isSignature(value, rows, heads, isParty),
  };
}

/**
 * Beside codes every other column is what is asked for, or what is said of the answer; between what is asked for and the
 * code stands what is promised ("Requirement | Commitment | Initials").
 */
function coded(columns: readonly Column[], { columns: codes }: Codes): Column[] {
  const first = Math.min(...codes);
  const asks = columns.findIndex((one) => one === 'law' || one === 'question' || one === 'head');
  return columns.map((one, index) => {
    if (codes.includes(index)) return 'label';
    if (index > first) return 'remark';
    if (one === 'binding' && asks >= 0 && asks < index) return 'binding';
    return one === 'binding' || one === 'head' ? 'law' : one;
  });
}

function byHead(title: string, isParty: (name: string) => boolean): Column | null {
  if (title !== '' && isParty(title)) return 'party';
  if (title === '') return null;
  return kinds.find(([, pattern]) => pattern.test(title))?.[0] ?? null;
}

function byCells(value: string, body: readonly Line[], index: number, count: number): Column {
  if (index >= Math.min(2, count - 1)) return 'binding';
  const cells = body.slice(0, 20).map((row) => cellText(value, row.block.cells[index]));
  if (cells.every((cell) => cell.length <= 6 && !/[a-z]{3}/.test(cell))) return 'label';
  if (index > 0) return 'binding';
  const short = cells.filter((cell) => countWords(cell) <= 8 && !/[.;]$/.test(cell)).length;
  return short >= cells.length * 0.7 ? 'head' : 'binding';
}

/** A file's "head" row that is nothing but the first row of a form ("Subscriber | Board of Education of …"). */
function isDataRow(value: string, rows: readonly Line[], isParty: (name: string) => boolean): boolean {
  const cells = (rows[0]?.block.cells ?? []).map((cell) => cellText(value, cell));
  const [, second = ''] = cells;
  if (cells.length !== 2 || second === '') return false;
  if (kinds.some(([column, pattern]) => column !== 'label' && pattern.test(second)) || isParty(second)) return false;
  if (/\d/.test(second)) return true;
  // Over a column of figures and times stands a head, however long.
  const measured = rows.slice(1).every((row) => measure.test(cellText(value, row.block.cells[1])));
  return !(rows.length > 2 && measured) && (countWords(second) > 4 || second.includes(','));
}

function byText(columns: readonly Column[], named: readonly string[], around: readonly string[]): Column[] {
  const settled = [...columns];
  for (const sentence of around) {
    const denied = denies.test(sentence);
    for (const index of mentioned(sentence, named)) {
      if (index >= 0 && index < settled.length) tell(settled, index, sentence, denied);
    }
  }
  return settled;
}

/** What a sentence says of the column that it names. */
function tell(columns: Column[], index: number, sentence: string, denied: boolean): void {
  if (/\b(?:named|listed|shown|identified|given|appears?)\s+in\s+the\s+\w+\s+column/i.test(sentence))
    columns[index] = 'who';
  else if (denied) columns[index] = columns[index] === 'remark' ? 'remark' : 'law';
  else if (binds.test(sentence)) onlyThis(columns, index, /\b(?:only|alone|solely)\b/i.test(sentence));
}

function onlyThis(columns: Column[], index: number, alone: boolean): void {
  columns.forEach((column, at) => {
    if (at === index) columns[at] = 'binding';
    else if (alone && column === 'binding') columns[at] = 'remark';
  });
}

function mentioned(sentence: string, named: readonly string[]): number[] {
  const found: number[] = [];
  for (const [, one, other] of sentence.matchAll(placed))
    found.push(places[(one ?? other ?? '').toLowerCase()]?.(named.length) ?? -1);
  for (const [, title = ''] of sentence.matchAll(headed)) found.push(named.indexOf(title.trim().toLowerCase()));
  // "The columns headed Draft and Remark are kept for history": as far as the verb.
  const several = headedSeveral.exec(sentence)?.[1]?.toLowerCase() ?? '';
  named.forEach((name, index) => {
    if (name.trim().length > 2 && several.includes(name.trim())) found.push(index);
  });
  return found;
}

/** Requirements bind where nothing answers them; and short ones are no more than the names of the rows. */
function settle(columns: Column[], value: string, body: readonly Line[]): Column[] {
  const has = (column: Column): boolean => columns.includes(column);
  const answered = has('binding') || has('party');
  const who = columns.indexOf('who');
  return columns.map((column, index) => {
    // "The party named in the third column": its cells name a party, or promise in its name.
    if (column === 'who' && !namesRows(value, body, index)) return 'binding';
    // Beside a column that names who acts, "What" is what they do, not the name of the row.
    if (column === 'head' && who >= 0 && index > who) return 'binding';
    if (column === 'term' && !has('meaning')) return has('binding') && index === 0 ? 'head' : 'binding';
    if (column === 'meaning' && index === 0) return 'binding';
    return column === 'law' ? settleLaw(value, body, index, answered) : column;
  });
}

function settleLaw(value: string, body: readonly Line[], index: number, answered: boolean): Column {
  if (!answered) return 'binding';
  return namesRows(value, body, index) ? 'head' : 'law';
}

function namesRows(value: string, body: readonly Line[], index: number): boolean {
  const cells = body.slice(0, 20).map((row) => cellText(value, row.block.cells[index]));
  return cells.filter((cell) => countWords(cell) <= 6 && !hasVerb(cell)).length >= cells.length * 0.8;
}

function isSignature(
  value: string,
  rows: readonly Line[],
  heads: readonly Span[],
  isParty: (name: string) => boolean,
): boolean {
  const cells = rows.slice(0, 12).flatMap((row) => row.block.cells.map((cell) => cellText(value, cell)));
  if (rows.length > 12 || cells.some((cell) => countWords(cell) > 14)) return false;
  const titled =
    heads.length >= 2 && heads.every((cell) => /^for\b/i.test(cellText(value, cell)) || isParty(cellText(value, cell)));
  return (titled && rows.length <= 6) || cells.filter((cell) => signed.test(cell)).length >= 2;
}
