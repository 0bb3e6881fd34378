import type { Draft } from '../blocks.ts';
import { checkMark } from '../docx/fields.ts';
import type { Flow, Shape } from '../flow.ts';
import { bulletOf, enumeratorOf } from '../line-starts.ts';
import { RtfSheet } from './sheet.ts';
import { inner, newParagraph, newState, type RtfState, rtfDate } from './state.ts';
import { RtfTables } from './tables.ts';
import { asideOf, type FieldState, ownTables, setField, setRtfProperty, signs, starred, unread } from './words.ts';

// A control word, a byte in hex, a control symbol, a brace, or text.
const token = /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([\s\S])|[{}]|[^\\{}\r\n]+/gi;

/** Follows the groups and words of an RTF file and lets its text flow. */
export class RtfReader {
  readonly #flow: Flow;
  readonly #original: boolean;
  #tables: RtfTables;
  readonly #sheet = new RtfSheet();
  readonly #stack: { state: RtfState; end: (() => void) | null }[] = [];
  #state = newState();
  #end: (() => void) | null = null;
  #starred = false;
  /** Characters still to be passed over after a `\u`. */
  #pass = 0;
  #bytes: number[] = [];
  #label = '';
  #tracked = '';
  #beforeUpr: RtfState['to'] = 'text';
  #field: FieldState | null = null;

  constructor(flow: Flow, revisions: 'accepted' | 'original') {
    this.#flow = flow;
    this.#original = revisions === 'original';
    this.#tables = new RtfTables(flow);
  }

  read(text: string): void {
    token.lastIndex = 0;
    for (let match = token.exec(text); match !== null; match = token.exec(text)) {
      const [, word, number] = match;
      if (word === 'bin') token.lastIndex += Math.max(0, Number(number ?? 0));
      else if (word !== undefined) this.#word(word, number === undefined ? null : Number(number));
      else this.#sign(match);
    }
    this.#endParagraph();
  }

  #sign([whole, , , hex, symbol]: RegExpExecArray): void {
    if (hex !== undefined) this.#byte(Number.parseInt(hex, 16));
    else if (symbol !== undefined) this.#symbol(symbol);
    else if (whole === '{') this.#openGroup();
    else if (whole === '}') this.#closeGroup();
    else this.#raw(whole);
  }

  #word(word: string, number: number | null): void {
    this.#flushBytes();
    const state = this.#state;
    const isStarred = this.#starred;
    const sign = signs.get(word);
    this.#starred = false;
    if (word === 'u') this.#unicode(number ?? 0);
    else if (state.to === 'fonts' || state.to === 'styles' || word === 'ansicpg')
      this.#tableWord(word, number, isStarred);
    else if (this.#destination(word, isStarred)) return;
    else if (sign !== undefined) this.#write(sign);
    else if (!setRtfProperty(state, word, number)) this.#layoutWord(word, number);
  }

  /** Words of the file's own tables; starred styles are for characters, whose numbers are others. */
  #tableWord(word: string, number: number | null, isStarred: boolean): void {
    if (isStarred && word !== 'fontemb') this.#state.to = 'nowhere';
    else this.#sheet.word(word, number);
  }

  #unicode(number: number): void {
    this.#write(String.fromCharCode(number & 0xffff));
    this.#pass = this.#state.fallback;
  }

  /** Whether the word begins a group of its own kind. */
  #destination(word: string, isStarred: boolean): boolean {
    const state = this.#state;
    const to = state.to === 'text' ? ownTables.get(word) : undefined;
    const aside = state.to === 'text' ? asideOf(word) : null;
    if (word === 'formfield') this.#openField();
    else if (word === 'upr' || word === 'ud') this.#alternative(word);
    else if (to !== undefined) state.to = to;
    else if (aside !== null) this.#openAside(aside);
    else if (unread.has(word) || (isStarred && !starred.has(word))) this.#leave(word);
    else return false;
    return true;
  }

  /** The same text twice: for readers without Unicode, then for those with it. */
  #alternative(word: string): void {
    if (word === 'upr') this.#beforeUpr = this.#state.to;
    this.#state.to = word === 'upr' ? 'nowhere' : this.#beforeUpr;
  }

  #leave(word: string): void {
    const { ledger } = this.#flow;
    if (this.#state.to === 'text' && word === 'pict') ledger.pictures += 1;
    if (this.#state.to === 'text' && word === 'annotation') ledger.comments += 1;
    this.#state.to = 'nowhere';
  }

  #openAside(container: Draft['container']): void {
    const tables = this.#tables;
    this.#flow.openAside(container);
    this.#tables = new RtfTables(this.#flow);
    this.#state.paragraph = newParagraph();
    const label = this.#label;
    this.#label = '';
    this.#end = () => {
      this.#endParagraph();
      this.#tables.settle(newParagraph());
      this.#flow.closeAside();
      this.#tables = tables;
      this.#label = label;
    };
  }

  /** A check box shows its own state, or else its first one. */
  #openField(): void {
    const field = { type: 0, result: 25, preset: 0 };
    this.#state.to = 'nowhere';
    this.#field = field;
    this.#end = () => {
      this.#field = null;
      if (field.type !== 1) return;
      this.#tables.settle(this.#state.paragraph);
      this.#flow.write(checkMark((field.result === 25 ? field.preset : field.result) === 1));
    };
  }

  #layoutWord(word: string, number: number | null): void {
    if (this.#field) setField(this.#field, word, number ?? 0);
    else if (this.#state.to !== 'text') return;
    else if (word === 'par' || word === 'sect' || word === 'page') this.#endParagraph();
    else if (word === 'cell' || word === 'nestcell') {
      this.#endParagraph();
      this.#tables.endCell();
    } else if (word === 'row' || word === 'nestrow') this.#tables.endRow();
    else this.#tables.define(word);
  }

  #openGroup(): void {
    this.#flushBytes();
    this.#stack.push({ state: this.#state, end: this.#end });
    this.#state = inner(this.#state);
    this.#end = null;
    this.#starred = false;
    this.#pass = 0;
  }

  #closeGroup(): void {
    this.#flushBytes();
    this.#end?.();
    const outer = this.#stack.pop();
    if (!outer) return;
    this.#state = outer.state;
    this.#end = outer.end;
    this.#pass = 0;
  }

  #symbol(symbol: string): void {
    this.#flushBytes();
    if (symbol === '*') this.#starred = true;
    else if (symbol === '~') this.#write(' ');
    else if (symbol === '_') this.#write('-');
    else if (symbol === '\n' || symbol === '\r') this.#endParagraph();
    else if (/[\\{}]/.test(symbol)) this.#write(symbol);
  }

  #byte(byte: number): void {
    if (this.#pass > 0) this.#pass -= 1;
    else this.#bytes.push(byte);
  }

  /** Text between words: plain letters, or bytes of the font's encoding. */
  #raw(text: string): void {
    const from = Math.min(this.#pass, text.length);
    this.#pass -= from;
    const rest = text.slice(from);
    if (/^[\x20-\x7f\t]*$/.test(rest)) {
      this.#flushBytes();
      this.#write(rest);
    } else for (let index = 0; index < rest.length; index++) this.#bytes.push(rest.charCodeAt(index));
  }

  #flushBytes(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    this.#write(this.#sheet.decode(bytes, this.#state.font));
  }

  #write(text: string): void {
    const state = this.#state;
    if (text === '' || state.to === 'nowhere') return;
    if (state.to === 'label') this.#label += text;
    else if (state.to !== 'text') this.#sheet.text(state.to, text);
    else if (this.#isInView(text)) {
      this.#tables.settle(state.paragraph);
      const author = this.#sheet.authors[state.author] ?? null;
      const inserted = state.inserted ? { author, date: rtfDate(state.date) } : null;
      this.#flow.write(text, { strong: state.bold, struck: state.struck, hidden: state.hidden, inserted });
    }
  }

  /** Counts a tracked change where it begins, and tells whether the view that is read has it. */
  #isInView(text: string): boolean {
    const { inserted, deleted, author } = this.#state;
    const kind = deleted ? 'deletion' : inserted ? 'insertion' : '';
    const key = `${kind}${author}`;
    if (kind !== '' && key !== this.#tracked && text.trim() !== '') {
      this.#flow.ledger.change(kind, { author: this.#sheet.authors[author] ?? null, date: null });
    }
    this.#tracked = kind === '' ? '' : key;
    return kind === '' || (kind === 'deletion') === this.#original;
  }

  #endParagraph(): void {
    this.#flushBytes();
    const { paragraph, to } = this.#state;
    if (to !== 'text') return;
    if (this.#flow.isOpen || paragraph.inTable) this.#tables.settle(paragraph);
    this.#flow.shape(this.#shape());
    this.#label = '';
    this.#flow.end();
  }

  #shape(): Shape {
    const { outline, style, level, left, first } = this.#state.paragraph;
    const printed = this.#label.trim();
    const heading = outline >= 0 && outline < 9 ? outline + 1 : this.#sheet.headingOf(style);
    const label = /[\p{L}\p{N}]/u.test(printed) ? `${printed} ` : '';
    if (heading !== null) return { kind: 'heading', level: heading, label };
    if (printed !== '') return { kind: 'item', level, label };
    const text = this.#flow.words;
    const hangs = first < 0 && (bulletOf(text) !== '' || enumeratorOf(text) !== '');
    return hangs ? { kind: 'item', level: Math.max(0, Math.round(left / 360) - 1) } : { kind: 'paragraph', level: 0 };
  }
}
