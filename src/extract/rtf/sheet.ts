import { decodeAs } from '../decode.ts';
import { symbolCharacter } from '../symbols.ts';
import { encodingOfCharset, encodingOfPage } from './state.ts';

/** The tables at the head of an RTF file: fonts with their encodings, styles by name, authors of changes. */
export class RtfSheet {
  readonly authors: string[] = [];
  #encoding = 'windows-1252';
  readonly #charsets = new Map<number, number>();
  readonly #fonts = new Map<number, string>();
  readonly #headings = new Map<number, number>();
  #font = 0;
  #style = 0;
  #name = '';

  /** A control word inside one of the tables, or before them. */
  word(word: string, number: number | null): void {
    const value = number ?? 0;
    if (word === 'ansicpg') this.#encoding = encodingOfPage(value);
    else if (word === 'mac') this.#encoding = 'macintosh';
    else if (word === 'f') this.#font = value;
    else if (word === 'fcharset') this.#charsets.set(this.#font, value);
    else if (word === 's') this.#style = value;
  }

  /** Text inside one of the tables; a semicolon ends each entry. */
  text(table: string, text: string): void {
    const [first = '', ...rest] = text.split(';');
    this.#name += first;
    for (const next of rest) {
      this.#enter(table, this.#name.trim());
      this.#name = next;
    }
  }

  #enter(table: string, name: string): void {
    if (table === 'authors') this.authors.push(name);
    else if (table === 'fonts') this.#fonts.set(this.#font, name);
    else if (table === 'styles') {
      const level = /^title$/i.test(name) ? 1 : Number(/^heading (\d)/i.exec(name)?.[1] ?? 0);
      if (level > 0) this.#headings.set(this.#style, level);
    }
  }

  headingOf(style: number): number | null {
    return this.#headings.get(style) ?? null;
  }

  /** Bytes as their font means them. */
  decode(bytes: Uint8Array, font: number): string {
    const charset = this.#charsets.get(font) ?? 0;
    if (charset === 2) return [...bytes].map((byte) => symbolCharacter(this.#fonts.get(font) ?? '', byte)).join('');
    return decodeAs(encodingOfCharset(charset) ?? this.#encoding, bytes);
  }
}
