import type { Run } from '../blocks.ts';
import { decodeEntities } from '../entities.ts';

/** What the inline markup of a paragraph left out. */
export interface Inline {
  readonly runs: Run[];
  /** Labels of the footnotes it refers to. */
  readonly footnotes: string[];
  readonly struck: boolean;
}

interface Token {
  text: string;
  /** Emphasis delimiters waiting for their other half. */
  readonly delimiter: '' | '*' | '_';
  readonly opens: boolean;
  readonly closes: boolean;
  /** +1 where bold begins, -1 where it ends. */
  strong: number;
}

// In order: escape, code, HTML tag or comment or autolink, picture, link, reference, footnote, struck text, delimiters.
const special = new RegExp(
  [
    '\\\\([!-/:-@[-`{-~])',
    '(`+)([^`]+)\\2(?!`)',
    '<!--[\\s\\S]*?-->',
    '<((?:https?:\\/\\/|mailto:|ftp:)?[^\\s<>]{1,500}[@:.][^\\s<>]{1,500})>',
    '<\\/?([a-zA-Z][a-zA-Z0-9]*)(?:\\s[^<>]{0,1000})?\\/?>',
    '!\\[([^\\[\\]]{0,1000})\\](?:\\([^()]{0,2000}\\)|\\[[^\\[\\]]{0,200}\\])?',
    '\\[\\^([^\\s\\[\\]]{1,100})\\]',
    '\\]\\((?:[^()\\n]|\\([^()\\n]{0,500}\\)){0,2000}\\)(?:\\{[^{}]{0,200}\\})?',
    '\\]\\{[.#][^{}]{0,200}\\}',
    '\\]\\[([^\\[\\]]{0,200})\\]',
    '~~',
    '\\*+|_+',
    '[\\[\\]]',
  ].join('|'),
  'g',
);

/** Words of a Markdown paragraph without its markup: links give their text, struck text goes, bold is told. */
export function inlineRuns(text: string, references: ReadonlySet<string>): Inline {
  const scanner = new Scanner(text, references);
  pairDelimiters(scanner.tokens);
  return { runs: toRuns(scanner.tokens), footnotes: scanner.footnotes, struck: scanner.struck };
}

class Scanner {
  readonly tokens: Token[] = [];
  readonly footnotes: string[] = [];
  struck = false;
  readonly #text: string;
  readonly #references: ReadonlySet<string>;
  readonly #brackets: Token[] = [];
  #striking = -1;

  constructor(text: string, references: ReadonlySet<string>) {
    this.#text = text;
    this.#references = references;
    let at = 0;
    for (const match of text.matchAll(special)) {
      if (match.index > at) this.#push(decodeEntities(text.slice(at, match.index)));
      at = match.index + match[0].length;
      this.#take(match);
    }
    if (at < text.length) this.#push(decodeEntities(text.slice(at)));
  }

  #push(text: string, extra: Partial<Token> = {}): Token {
    const token: Token = { text, delimiter: '', opens: false, closes: false, strong: 0, ...extra };
    this.tokens.push(token);
    return token;
  }

  #take(match: RegExpExecArray): void {
    const [whole, escaped, , code, autolink, tag, , footnote, reference] = match;
    const literal = escaped ?? code ?? autolink?.replace(/^mailto:/, '');
    if (literal !== undefined) this.#push(literal);
    else if (tag !== undefined) this.#tag(tag.toLowerCase(), whole.startsWith('</'));
    else if (footnote !== undefined) this.footnotes.push(footnote);
    else if (whole === '[') this.#brackets.push(this.#push('['));
    else if (whole.startsWith(']')) this.#closeBracket(whole, reference);
    else if (whole === '~~') this.#strike();
    else if (/^[*_]/.test(whole)) this.#delimiter(whole, match.index);
  }

  #tag(name: string, closes: boolean): void {
    if (name === 'br') this.#push(' ');
    else if (name === 'b' || name === 'strong') this.#push('', { strong: closes ? -1 : 1 });
    else if (name === 'del' || name === 's' || name === 'strike') this.#strike();
  }

  #closeBracket(whole: string, reference: string | undefined): void {
    const open = this.#brackets.pop();
    const isShort = whole === ']' || reference?.trim() === '';
    const label = isShort && this.tokens.at(-2) === open ? this.tokens.at(-1)?.text : reference;
    const isLink = whole === ']' || reference !== undefined ? this.#references.has(lower(label)) : true;
    if (open && isLink) open.text = '';
    else this.#push(whole);
  }

  #strike(): void {
    if (this.#striking < 0) {
      this.#striking = this.tokens.length;
      return;
    }
    this.tokens.length = this.#striking;
    this.#striking = -1;
    this.struck = true;
  }

  #delimiter(run: string, index: number): void {
    // Four or more are a blank to be filled in.
    if (run.length > 3) {
      this.#push(run);
      return;
    }
    const before = this.#text[index - 1] ?? ' ';
    const after = this.#text[index + run.length] ?? ' ';
    const left = flanks(after, before);
    const right = flanks(before, after);
    const inWord = run.startsWith('_') && left && right;
    const opens = left && (!inWord || /\p{P}/u.test(before));
    const closes = right && (!inWord || /\p{P}/u.test(after));
    this.#push(run, { delimiter: run.startsWith('*') ? '*' : '_', opens, closes });
  }
}

function lower(label: string | undefined): string {
  return label?.trim().toLowerCase() ?? '';
}

/** Whether a delimiter leans on the character on its inner side. */
function flanks(inner: string, outer: string): boolean {
  return !/\s/.test(inner) && (!/\p{P}/u.test(inner) || /[\s\p{P}\p{S}]/u.test(outer));
}

/** One pass with a stack for each delimiter: linear, and unmatched delimiters stay as they are written. */
function pairDelimiters(tokens: readonly Token[]): void {
  const stacks = { '*': [] as Token[], _: [] as Token[] };
  for (const token of tokens) {
    if (token.delimiter === '') continue;
    const stack = stacks[token.delimiter];
    if (token.closes) closeWith(token, stack);
    if (token.opens && token.text !== '') stack.push(token);
  }
}

function closeWith(token: Token, stack: Token[]): void {
  for (let opener = stack.at(-1); opener && token.text !== ''; opener = stack.at(-1)) {
    const used = Math.min(opener.text.length, token.text.length) >= 2 ? 2 : 1;
    opener.text = opener.text.slice(used);
    token.text = token.text.slice(used);
    if (used === 2) {
      opener.strong += 1;
      token.strong -= 1;
    }
    if (opener.text === '') stack.pop();
  }
}

function toRuns(tokens: readonly Token[]): Run[] {
  const runs: Run[] = [];
  let depth = 0;
  for (const { text, strong } of tokens) {
    if (strong < 0) depth += strong;
    if (text !== '') runs.push({ text, strong: depth > 0 });
    if (strong > 0) depth += strong;
  }
  return runs;
}
