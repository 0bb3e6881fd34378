import type { Span } from '../types.ts';
import { stem } from './stem.ts';

/** A list of words, as it is written down. */
export function oneOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

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

const piece = /[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*|\d+(?:[.,:/-]\d+)*|[^\s\p{L}\p{M}\d]/uy;

const written: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    cannot: ['can', 'not'],
    "can't": ['can', 'not'],
    "won't": ['will', 'not'],
    "shan't": ['shall', 'not'],
    "ain't": ['be', 'not'],
    "let's": ['let', 'us'],
  }),
);
const endings: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "'ll": 'will',
    "'ve": 'have',
    "'re": 'are',
    "'d": 'would',
    "'m": 'am',
  }),
);
/** After these "'s" is "is"; after any other word it is taken for the possessive. */
const isHosts = oneOf('it that there what here who he she where this nobody nothing everything');

/** Words as one line, in small letters and with a space before each mark, for what a pattern asks of them. */
export function joined(words: readonly Pick<Word, 'text'>[]): string {
  return words.map(({ text }) => text).join(' ');
}

/** Takes `text` apart; offsets are shifted by `from`. */
export function words(text: string, from = 0): Word[] {
  const found = wordsWithin(text, { start: 0, end: text.length });
  return from === 0 ? found : found.map((word) => ({ ...word, start: word.start + from, end: word.end + from }));
}

/** Takes a span of a text apart where it stands. */
export function wordsWithin(text: string, { start, end }: Span): Word[] {
  const found: Word[] = [];
  for (let at = start; at < end; ) {
    const code = text.charCodeAt(at);
    if (isSpace(code)) {
      at++;
      continue;
    }
    const next = endOfPiece(text, at, end);
    // White space outside of ASCII is no piece.
    if (next > at) addPiece(found, text, at, next, next < end ? text[next] : undefined);
    at = Math.max(next, at + 1);
  }
  return found;
}

/** Where the piece that begins at `at` ends. Most are plain letters, for which the pattern takes far longer than a look. */
function endOfPiece(text: string, at: number, last: number): number {
  const first = text.charCodeAt(at);
  if (isLetter(first)) {
    let end = at;
    let next = first;
    for (;;) {
      while (isLetter(next)) next = codeAt(text, ++end, last);
      if (!isJoint(next)) break;
      const after = codeAt(text, end + 1, last);
      if (!isLetter(after)) {
        next = after;
        break;
      }
      end += 2;
      next = codeAt(text, end, last);
    }
    if (!mayBeForeign(next)) return end;
  } else if (!isDigit(first) && !mayBeForeign(first)) return at + 1;
  return at + pieceAt(text, at, last);
}

/** NaN past the end, as of any text. */
function codeAt(text: string, at: number, last: number): number {
  return at < last ? text.charCodeAt(at) : Number.NaN;
}

/** The length of the piece by the pattern, which may not look further than the span. */
function pieceAt(text: string, at: number, last: number): number {
  piece.lastIndex = at;
  const length = piece.exec(text)?.[0].length ?? 0;
  return at + length > last ? pieceAt(text.slice(at, last), 0, last - at) : length;
}

function addPiece(found: Word[], text: string, start: number, end: number, next: string | undefined): void {
  const raw = text.slice(start, end);
  const first = raw.charCodeAt(0);
  if (isDigit(first)) found.push({ text: raw, stem: raw, kind: 'number', capital: false, start, end });
  else if (isLetter(first) || (first > 127 && /^\p{L}/u.test(raw))) addWord(found, raw, start, end);
  // The apostrophe of "students' work" and the points of "U.S.C." and "help@vendor.com" say nothing that the words do not.
  else if (!(isWithin(raw, next, found.at(-1)) && found.at(-1)?.end === start))
    found.push({ text: raw, stem: raw, kind: 'mark', capital: false, start, end });
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** A hyphen or an apostrophe. */
function isJoint(code: number): boolean {
  return code === 45 || code === 39 || code === 8217;
}

/** Neither ASCII nor a dash, quotation mark or dot of general punctuation. */
function mayBeForeign(code: number): boolean {
  return code > 127 && (code < 0x2010 || code > 0x2027);
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
/** No language has so many; broken files bring new ones for ever. */
const mostForms = 50_000;

function addWord(found: Word[], raw: string, start: number, end: number): void {
  let form = forms.get(raw);
  if (!form) {
    form = formOf(raw);
    if (forms.size >= mostForms) forms.clear();
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
  if (!word.includes("'")) return written.get(word) ?? hyphens(word);
  const whole = written.get(word);
  if (whole) return whole;
  if (word.endsWith("n't")) return [word.slice(0, -3), 'not'];
  const cut = word.lastIndexOf("'");
  const [host, ending] = [word.slice(0, cut), word.slice(cut)];
  const full = endings.get(ending);
  if (full) return [host, full];
  if (ending === "'s") return isHosts.has(host) ? [host, 'is'] : [...hyphens(host), "'s"];
  return hyphens(word);
}

/** Compounds are read as their parts ("student-generated" as "student generated"), so that spelling does not matter. */
function hyphens(word: string): readonly string[] {
  return word.includes('-') ? word.split('-') : [word];
}
