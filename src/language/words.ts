import type { Span } from '../types.ts';
import { stem } from './stem.ts';

/** A word, number or mark of punctuation. Contractions are taken apart: "won't" gives "will" and "not" over one span. */
export interface Word extends Span {
  /** Lower case, straight apostrophes, contractions written out. */
  readonly text: string;
  /** Porter stem of a word; the text itself for numbers and punctuation. */
  readonly stem: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Written with a capital first letter. */
  readonly capital: boolean;
}

const pieces = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*|\d+(?:[.,:/-]\d+)*|[^\s\p{L}\p{M}\d]/gu;

const written: Readonly<Record<string, readonly string[]>> = {
  cannot: ['can', 'not'],
  "can't": ['can', 'not'],
  "won't": ['will', 'not'],
  "shan't": ['shall', 'not'],
  "ain't": ['be', 'not'],
  "let's": ['let', 'us'],
};
const endings: Readonly<Record<string, string>> = {
  "'ll": 'will',
  "'ve": 'have',
  "'re": 'are',
  "'d": 'would',
  "'m": 'am',
};
/** After these "'s" is "is"; after any other word it is taken for the possessive. */
const isHosts = new Set([
  'it',
  'that',
  'there',
  'what',
  'here',
  'who',
  'he',
  'she',
  'where',
  'this',
  'nobody',
  'nothing',
  'everything',
]);

/** Takes `text` apart; offsets are shifted by `from`. */
export function words(text: string, from = 0): Word[] {
  const found: Word[] = [];
  for (const match of text.matchAll(pieces)) {
    const raw = match[0];
    const start = from + match.index;
    const end = start + raw.length;
    const first = raw.charCodeAt(0);
    if (first >= 48 && first <= 57) found.push({ text: raw, stem: raw, kind: 'number', capital: false, start, end });
    else if (isLetter(first) || /^\p{L}/u.test(raw)) addWord(found, raw, start, end);
    // The apostrophe of "students' work" and the points of "U.S.C." and "help@vendor.com" say nothing that the words do not.
    else if (!(isWithin(raw, text[end - from], found.at(-1)) && found.at(-1)?.end === start))
      found.push({ text: raw, stem: raw, kind: 'mark', capital: false, start, end });
  }
  return found;
}

function isWithin(mark: string, next: string | undefined, before: Word | undefined): boolean {
  if (mark === "'" || mark === '’') return true;
  return mark === '.' && before?.kind === 'word' && (before.end - before.start === 1 || /\p{Ll}/u.test(next ?? ''));
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

/** What is known of a run of letters wherever it stands. */
interface Form {
  readonly parts: readonly Pick<Word, 'text' | 'stem'>[];
  readonly capital: boolean;
}

const forms = new Map<string, Form>();

function addWord(found: Word[], raw: string, start: number, end: number): void {
  let form = forms.get(raw);
  if (!form) {
    form = formOf(raw);
    forms.set(raw, form);
  }
  const { parts, capital } = form;
  for (const { text, stem } of parts) found.push({ text, stem, kind: 'word', capital, start, end });
}

function formOf(raw: string): Form {
  const lower = raw.toLowerCase().replaceAll('’', "'");
  const parts = expand(lower).map((text) => ({ text, stem: text === "'s" ? text : stem(text) }));
  return { parts, capital: raw[0] !== raw[0]?.toLowerCase() };
}

function expand(word: string): readonly string[] {
  if (!word.includes("'")) return written[word] ?? hyphens(word);
  const whole = written[word];
  if (whole) return whole;
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const cut = word.lastIndexOf("'");
  const [host, ending] = [word.slice(0, cut), word.slice(cut)];
  const full = endings[ending];
  if (full) return [host, full];
  if (ending === "'s") return isHosts.has(host) ? [host, 'is'] : [...hyphens(host), "'s"];
  return hyphens(word);
}

/** Compounds are read as their parts ("student-generated" as "student generated"), so that spelling does not matter. */
function hyphens(word: string): readonly string[] {
  return word.includes('-') ? word.split('-') : [word];
}
