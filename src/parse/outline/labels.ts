import { oneOf } from '../../language/words.ts';
/** A number, letter or name that somebody typed before a clause: "4.2(b)", "ARTICLE IV", "§ 9", "R-12.". */
export interface Label {
  /** As printed, without the stop that follows it. */
  readonly text: string;
  /** Made comparable: Roman numerals and number words become digits, letters upper case in parts, "4.2(b)". */
  readonly number: string;
  /** Labels of one style count one level of a contract: `article`, `dec2`, `(a)`, `1.`. */
  readonly style: string;
  /** Lower case: `article`, `exhibit`; '' for a bare number. */
  readonly keyword: string;
  /** Where the words after the label begin, counted from the start of the block. */
  readonly length: number;
}

/** Keywords that open a document of its own inside the file. */
export const partWords = oneOf('part exhibit schedule addendum amendment attachment appendix annex rider');

const numberWords = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const keywords =
  'article|section|sec|§{1,2}|part|exhibit|schedule|addendum|attachment|appendix|annex|rider|chapter|clause|paragraph|item|box|question|amendment|form';
const named = new RegExp(
  `^(?<word>${keywords})(?![a-z])\\.?\\s*(?:(?:no|number)\\.?\\s*)?["“]?(?<value>(?:${numberWords.join('|')})\\b|[A-Z]{0,2}-?\\d{1,3}(?:[.-]\\d{1,3})*[A-Z]?|[IVXL]{1,6}\\b(?:\\.\\d{1,3})?|[A-Z]\\b(?:[.-]\\d{1,3})?)["”]?(?<groups>(?:\\([A-Za-z0-9]{1,4}\\))*)(?<stop>\\s*[.:)]|\\s*[—–]|\\s+-)?(?=\\s|$)`,
  'i',
);
const decimal =
  /^(?<value>\d{1,3}(?:\.\d{1,3}){1,4}|[IVXL]{1,5}\.\d{1,3}|[A-Z]\.\d{1,3})(?<groups>(?:\([A-Za-z0-9]{1,4}\))*)(?<stop>[.:)]|\s+[—–-])?(?=\s|$)/;
const prefixed =
  /^(?<value>[A-Z]{1,3}-?\d{1,3}(?:\.\d{1,3})*|\d{1,3}[A-Z])(?<groups>(?:\([A-Za-z0-9]{1,4}\))*)(?<stop>[.:)]|\s+[—–])(?=\s|$)/;
const prefixedDecimal = /^(?<value>[A-Z]{1,2}-\d{1,3}\.\d{1,3}|[A-Z]{1,2}\.\d{1,3}\.\d{1,3})(?<groups>)(?<stop>)(?=\s)/;
const whole =
  /^(?<value>\d{1,3}|[IVXL]{1,5})(?<groups>(?:\([A-Za-z0-9]{1,4}\))+|(?=[.):]))(?<stop>[.):]|\s+[—–])?(?=\s|$)/;
const bracketed =
  /^\((?<value>[A-Za-z]{1,2}|[ivxlIVXL]{1,5}|\d{1,2})\)(?<groups>(?:\([A-Za-z0-9]{1,4}\))*)(?<stop>)(?=\s|$)/;
const lettered = /^(?<value>[A-Za-z]|[ivxl]{2,5})(?<groups>)(?<stop>[.)]|\s+[—–])(?=\s|$)/;
const dash = /[—–-]\s*$/;
const beginsTitle = /^["“(*[]?[A-Z0-9§]|^["“]|^\[\[/;
const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** Reads the label at the start of a block, or null where the number belongs to the sentence ("30 days after …"). */
export function readLabel(text: string): Label | null {
  // "[11.4 Licensor may keep …]": a clause set in brackets, to show that it was struck or is still to be agreed.
  if (/^\[\d{1,3}\.\d/.test(text)) {
    const inside = readLabel(text.slice(1));
    return inside && { ...inside, length: inside.length + 1 };
  }
  const head = text.slice(0, 80);
  return (
    readNamed(head, text.length) ??
    readNumber(head, prefixedDecimal, 'pre') ??
    readNumber(head, decimal, 'dec') ??
    readNumber(head, prefixed, 'pre') ??
    readNumber(head, whole, 'int') ??
    readNumber(head, bracketed, 'bracket') ??
    readNumber(head, lettered, 'letter')
  );
}

/** "IV" → "4", "four" → "4", "b" → "B"; anything else as it is. */
function comparable(value: string): string {
  const word = numberWords.indexOf(value.toLowerCase());
  if (word >= 0) return String(word + 1);
  const [first = '', ...rest] = value.split('.');
  if (/^[IVXL]+$/i.test(first)) return [String(romanValue(first.toUpperCase())), ...rest].join('.');
  return value.toUpperCase();
}

/** What a reference such as "Section 6.1(b)" must equal: digits and letters, groups in lower case. */
export function numberOf(value: string, groups: string): string {
  return comparable(value) + groups.toLowerCase();
}

/** Styles of labels that number the items of a list rather than the clauses of a contract. */
export function isItemStyle(style: string): boolean {
  return !/^(?:dec|pre|[a-z§]{4,}|sec)/.test(style);
}

function readNamed(head: string, size: number): Label | null {
  const found = named.exec(head);
  const { word = '', value = '', groups = '', stop = '' } = found?.groups ?? {};
  if (found === null) return null;
  const rest = head.slice(found[0].length).trimStart();
  const last = found[0].length >= size;
  // "Section 9.1 yields to …" and "Part One and Part Two …" refer; "Section 9.1 Yield" and "PART ONE" name.
  if (!last && stop === '' && !beginsTitle.test(rest)) return null;
  // "Schedule 2 (Fees). The Board pays …" names it all the same.
  const titled = partWords.has(word.toLowerCase()) && /^\([A-Z][^()]{1,60}\)\.\s+\S/.test(rest);
  if (!last && stop === '' && rest.startsWith('(') && !rest.endsWith(')') && !titled) return null;
  if (/^[a-z]$/.test(value) && stop === '' && !last) return null;
  const keyword = word.toLowerCase().replace(/^§+$/, 'section').replace(/^sec$/, 'section');
  const depth = value.split('.').length;
  const label = found[0].slice(0, found[0].length - stop.length).trim();
  return {
    text: label,
    number: numberOf(value, groups),
    style: keyword === 'section' && depth > 1 ? `dec${depth}` : keyword,
    keyword,
    length: found[0].length,
  };
}

function readNumber(head: string, pattern: RegExp, family: string): Label | null {
  const found = pattern.exec(head);
  const { value = '', groups = '', stop = '' } = found?.groups ?? {};
  if (found === null) return null;
  const rest = head.slice(found[0].length).trimStart();
  if (family === 'dec' && stop === '' && groups === '' && rest !== '' && !beginsTitle.test(rest)) return null;
  if (family === 'pre' && dash.test(stop) && !/^[A-Z]/.test(rest)) return null;
  const text = found[0].slice(0, found[0].length - stop.length).trim();
  return {
    text,
    number: family === 'bracket' ? `(${value.toLowerCase()})${groups.toLowerCase()}` : numberOf(value, groups),
    style: styleOf(family, value, groups, stop.trim()),
    keyword: '',
    length: found[0].length,
  };
}

function styleOf(family: string, value: string, groups: string, stop: string): string {
  const tail = groups === '' ? '' : '+()';
  if (family === 'dec') return `dec${value.split('.').length}${tail}`;
  if (family === 'pre') return `pre${value.replace(/\d+/g, '#')}${tail}`;
  const shape = /^\d+$/.test(value)
    ? '1'
    : /^[ivxl]+$/.test(value)
      ? 'i'
      : /^[IVXL]+$/.test(value)
        ? 'I'
        : letterShape(value);
  const mark = stop === ')' || family === 'bracket' ? ')' : '.';
  return `${family === 'bracket' ? '(' : ''}${shape}${mark}${tail}`;
}

function letterShape(value: string): string {
  return value === value.toLowerCase() ? 'a' : 'A';
}

function romanValue(roman: string): number {
  let total = 0;
  for (let index = 0; index < roman.length; index += 1) {
    const here = romanDigits[roman.charAt(index)] ?? 0;
    const next = romanDigits[roman.charAt(index + 1)] ?? 0;
    total += here < next ? -here : here;
  }
  return total;
}
