import type { Block } from '../../types.ts';
import { endsWhole } from '../line-starts.ts';
import { gridRows, isDelimiterRow, isGridRule, isPipeRow, pipeCells } from './tables.ts';

/** A Markdown block with its inline markup still in it. */
export type Element =
  | {
      readonly kind: 'heading' | 'paragraph' | 'item';
      readonly level: number;
      readonly text: string;
      readonly container: Block['container'];
    }
  | {
      readonly kind: 'row';
      readonly table: number;
      readonly head: boolean;
      readonly cells: readonly string[];
      readonly container: Block['container'];
    };

/** Parts lines of Markdown into its blocks. */
export function elementsOf(lines: readonly string[]): Element[] {
  const parser = new Parser();
  for (let index = 0; index < lines.length; ) index = parser.step(lines, index);
  parser.end();
  return parser.elements;
}

const listMark =
  /^(\s*)([-*+•]|\d{1,9}[.)]|\(?(?:[A-Za-z]{1,2}|[ivx]{1,5})\)|[a-z]\.(?=\s)|[A-Z]\.(?=\s\s))(\s+)(?=\S)/;

class Parser {
  readonly elements: Element[] = [];
  #paragraph: string[] = [];
  #open: { kind: 'paragraph' | 'item'; level: number } = { kind: 'paragraph', level: 0 };
  #quoted = false;
  /** Columns at which the items of the open lists begin, outermost first. */
  #columns: number[] = [];
  #tables = 0;
  #afterBlank = true;
  #fence = '';

  /** Reads the line at `index`, or the table that begins there, and gives the next index. */
  step(lines: readonly string[], index: number): number {
    const { quoted, line } = unquote(lines[index] ?? '');
    if (quoted !== this.#quoted && (quoted || line.trim() === '' || this.#afterBlank)) this.end();
    if (quoted) this.#quoted = true;
    else if (this.#paragraph.length === 0) this.#quoted = false;
    const after = this.#special(lines, index, line);
    if (after > index) return after;
    if (line.trim() === '') {
      this.end();
      this.#afterBlank = true;
      return index + 1;
    }
    this.#textLine(line);
    this.#afterBlank = false;
    return index + 1;
  }

  /** Closes the open paragraph. */
  end(): void {
    if (this.#paragraph.length > 0) this.#push({ ...this.#open, text: this.#paragraph.join(' ') });
    this.#paragraph = [];
    this.#open = { kind: 'paragraph', level: 0 };
  }

  #push(element: { kind: 'heading' | 'paragraph' | 'item'; level: number; text: string }): void {
    this.elements.push({ ...element, container: this.#quoted ? 'quote' : 'body' });
  }

  /** Everything that is no running text. */
  #special(lines: readonly string[], index: number, line: string): number {
    const fence = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '' && (this.#fence === '' || fence.startsWith(this.#fence))) {
      this.end();
      this.#fence = this.#fence === '' ? fence : '';
      return index + 1;
    }
    if (this.#fence !== '') {
      this.#push({ kind: 'paragraph', level: 0, text: line.trim() });
      return index + 1;
    }
    if (this.#underlined(line) || this.#heading(line)) return index + 1;
    if (
      /^\s{0,3}([-*_])(?:\s*\1){2,}\s*$/.test(line) ||
      /^\s*<\/?(?:div|center|details|p|a)\b[^<>]*>\s*$/i.test(line)
    ) {
      this.end();
      return index + 1;
    }
    return this.#table(lines, index, line);
  }

  #heading(line: string): boolean {
    const [, hashes = '', text = ''] = /^\s{0,3}(#{1,6})(?:\s+(.*))?$/.exec(line) ?? [];
    if (hashes === '') return false;
    this.end();
    this.#columns = [];
    this.#push({ kind: 'heading', level: hashes.length, text: text.replace(/\s#+\s*$|\{#?[^{}]*\}\s*$/, '') });
    return true;
  }

  /** A paragraph with "===" or "---" under it is a heading. */
  #underlined(line: string): boolean {
    const [, bar = ''] = /^\s{0,3}(=+|-{2,})\s*$/.exec(line) ?? [];
    if (bar === '' || this.#paragraph.length === 0 || this.#open.kind !== 'paragraph') return false;
    const text = this.#paragraph.join(' ');
    this.#paragraph = [];
    this.#push({ kind: 'heading', level: bar.startsWith('=') ? 1 : 2, text });
    return true;
  }

  #table(lines: readonly string[], index: number, line: string): number {
    const isGrid = isGridRule(line);
    const hasHead = isDelimiterRow(unquote(lines[index + 1] ?? '').line);
    if (!isGrid && !(isPipeRow(line) && (hasHead || /^\s*\|.*\|\s*$/.test(line)))) return index;
    this.end();
    this.#tables += 1;
    const body: string[] = [];
    let at = index;
    for (; at < lines.length; at++) {
      const row = unquote(lines[at] ?? '').line;
      if (!(isGrid ? /^\s*[+|]/.test(row) : isPipeRow(row))) break;
      body.push(row);
    }
    if (isGrid) this.#rows(gridRows(body));
    else {
      const rows = body.filter((row) => !isDelimiterRow(row));
      this.#rows(rows.map((row, number) => ({ head: number === 0 && hasHead, cells: pipeCells(row) })));
    }
    return at;
  }

  #rows(rows: readonly { readonly head: boolean; readonly cells: readonly string[] }[]): void {
    const container = this.#quoted ? 'quote' : 'body';
    for (const row of rows) this.elements.push({ kind: 'row', table: this.#tables, container, ...row });
  }

  #textLine(line: string): void {
    const item = this.#itemOf(line);
    if (item) {
      this.end();
      this.#open = { kind: 'item', level: item.level };
      this.#paragraph.push(item.text);
      return;
    }
    // White space before a line continues its list; a line that begins at the margin after a blank ends it.
    if (this.#paragraph.length === 0 && !/^\s/.test(line)) this.#columns = [];
    this.#paragraph.push(line.trim());
  }

  #itemOf(line: string): { level: number; text: string } | null {
    const [whole = '', indent = '', mark = '', gap = ''] = listMark.exec(line) ?? [];
    const column = indent.replace(/\t/g, '    ').length;
    const isBullet = /^[-*+•]$/.test(mark);
    const isNumber = /^(?:\d|\(?[a-z]{1,4}\))/i.test(mark);
    const isFirst = /^1[.)]$/.test(mark);
    if (whole === '' || !this.#beginsItem(isBullet || isFirst, isNumber, column)) return null;
    while (this.#columns.length > 0 && (this.#columns.at(-1) ?? 0) > column) this.#columns.pop();
    if (this.#columns.at(-1) !== column) this.#columns.push(column);
    const text = line.slice(whole.length);
    return { level: this.#columns.length - 1, text: isBullet ? text : `${mark}${gap}${text}` };
  }

  /** Inside a paragraph a number or letter may be there by chance; a bullet, a 1, or an item after an item, is not. */
  #beginsItem(isSure: boolean, isNumber: boolean, column: number): boolean {
    const before = this.#paragraph.at(-1);
    if (before === undefined || isSure) return true;
    if (isNumber && this.#open.kind === 'item' && this.#columns.includes(column)) return true;
    return endsWhole(before);
  }
}

function unquote(line: string): { quoted: boolean; line: string } {
  let rest = line;
  while (/^ {0,3}>/.test(rest)) rest = rest.replace(/^ {0,3}> ?/, '');
  return { quoted: rest !== line, line: rest };
}
