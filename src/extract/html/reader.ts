import { UnreadableError } from '../../errors.ts';
import type { Draft, Revision } from '../blocks.ts';
import { checkMark } from '../docx/fields.ts';
import { Flow, type Look, type Shape } from '../flow.ts';
import type { Ledger } from '../ledger.ts';
import { textDrafts } from '../text/index.ts';
import { HiddenBySheet, type HtmlAttributes, HtmlLists, HtmlSpans } from './state.ts';

interface Open {
  readonly name: string;
  readonly look: Look;
  readonly skip: boolean;
}

// What a visitor does not read as text of the page.
const unread = new Set(
  'script noscript template head title nav svg iframe object audio video canvas button datalist menu map'.split(' '),
);
const blocks = new Set(
  'address article aside center dd details div dl dt fieldset figcaption figure footer form header legend main p section summary'.split(
    ' ',
  ),
);

/** Browsers stop at 512; deeper than this a page is damaged or made to hurt, and takes time by the square. */
const deepest = 20_000;

/** Hears the tags of a page and lets its text flow. */
export class HtmlReader {
  asksForPassword = false;
  readonly #flow: Flow;
  readonly #stack: Open[] = [];
  readonly #lists = new HtmlLists();
  readonly #spans: HtmlSpans[] = [];
  readonly #sheet = new HiddenBySheet();
  #inHead = 0;
  #breaks = 0;
  #style: string | null = null;
  #preformatted: string | null = null;
  #option: { text: string; selected: boolean; chosen: string | null } | null = null;

  constructor(ledger: Ledger) {
    this.#flow = new Flow(ledger);
  }

  finish(): Draft[] {
    return this.#flow.finish();
  }

  open(name: string, attributes: HtmlAttributes): void {
    const parent = this.#stack.at(-1);
    const skip = parent?.skip === true || unread.has(name) || attributes.role === 'navigation';
    const look = this.#lookOf(name, attributes, parent?.look ?? {});
    if (!isVoid(name)) this.#stack.push({ name, look, skip });
    if (this.#stack.length > deepest)
      throw new UnreadableError(
        `The web page nests its tags more than ${deepest} deep; it is damaged, so save it anew.`,
      );
    if (name === 'style') this.#style = '';
    else if (!skip) this.#element(name, attributes, look);
  }

  close(name: string): void {
    const open = this.#stack.at(-1);
    if (isVoid(name) || open?.name !== name) return;
    if (name === 'style') {
      this.#sheet.add(this.#style ?? '');
      this.#style = null;
    } else if (!open.skip) this.#closeElement(name);
    this.#stack.pop();
  }

  text(text: string): void {
    if (this.#style !== null) this.#style += text;
    const open = this.#stack.at(-1);
    if (open?.skip || this.#style !== null) return;
    if (this.#option) this.#option.text += text;
    else if (this.#preformatted !== null) this.#preformatted += text;
    else {
      if (text.trim() !== '') this.#breaks = 0;
      this.#flow.write(text, open?.look);
    }
  }

  #element(name: string, attributes: HtmlAttributes, look: Look): void {
    const flow = this.#flow;
    const level = /^h([1-6])$/.exec(name)?.[1];
    if (level !== undefined) flow.begin({ kind: 'heading', level: Number(level) });
    else if (blocks.has(name)) this.#startBlock();
    else if (name === 'br') this.#lineBreak();
    else if (name === 'hr') flow.begin();
    else if (name === 'ul' || name === 'ol') {
      flow.begin();
      this.#lists.open(name, attributes);
    } else if (name === 'li') flow.begin(this.#lists.item(attributes));
    else if (name === 'blockquote') flow.openContainer('quote');
    else if (name === 'pre') {
      flow.begin();
      this.#preformatted = '';
    } else if (name === 'img') flow.ledger.pictures += 1;
    else if (/^(?:input|select|option)$/.test(name)) this.#formElement(name, attributes, look);
    else this.#tablePart(name, attributes);
  }

  #closeElement(name: string): void {
    const flow = this.#flow;
    if (/^h[1-6]$/.test(name) || blocks.has(name) || name === 'li') flow.end();
    else if (name === 'ul' || name === 'ol') {
      flow.end();
      this.#lists.close();
    } else if (name === 'blockquote') flow.closeContainer();
    else if (name === 'pre') this.#closePreformatted();
    else if (name === 'select' || name === 'option') this.#closeChoice(name);
    else if (name === 'thead') this.#inHead -= 1;
    else if (name === 'td' || name === 'th') flow.closeCell();
    else if (name === 'tr') {
      this.#spans.at(-1)?.rest(flow);
      flow.closeRow();
    } else if (name === 'table') {
      this.#spans.pop();
      flow.closeTable();
    }
  }

  /** A paragraph inside an item or a heading goes on with it while that has no words. */
  #startBlock(): void {
    if (this.#flow.isOpen) this.#flow.begin();
  }

  /** One break is a line, two are a paragraph. */
  #lineBreak(): void {
    this.#breaks += 1;
    if (this.#preformatted !== null) this.#preformatted += '\n';
    else if (this.#breaks > 1) this.#flow.begin();
    else this.#flow.write(' ');
  }

  #tablePart(name: string, attributes: HtmlAttributes): void {
    const flow = this.#flow;
    if (name === 'table') {
      flow.openTable();
      this.#spans.push(new HtmlSpans());
    } else if (name === 'thead') this.#inHead += 1;
    else if (name === 'tr') {
      this.#spans.at(-1)?.newRow();
      flow.openRow(this.#inHead > 0);
    } else if (name === 'td' || name === 'th') {
      if (!flow.inTable) flow.begin();
      else this.#spans.at(-1)?.cell(flow, Number(attributes.colspan) || 1, Number(attributes.rowspan) || 1);
    }
  }

  #formElement(name: string, attributes: HtmlAttributes, look: Look): void {
    const type = attributes.type?.toLowerCase() ?? 'text';
    if (name === 'option') {
      if (this.#option) Object.assign(this.#option, { text: '', selected: 'selected' in attributes });
    } else if (name === 'select') this.#option = { text: '', selected: false, chosen: null };
    else if (type === 'password') this.asksForPassword = true;
    else if (type === 'checkbox' || type === 'radio') this.#flow.write(`${checkMark('checked' in attributes)} `, look);
    else if (/^(?:text|email|tel|date|number|url)$/.test(type))
      this.#flow.write(` ${attributes.value || '____'} `, look);
  }

  /** A choice shows the option that is selected, or else its first. */
  #closeChoice(name: string): void {
    const option = this.#option;
    if (!option) return;
    if (name === 'option') {
      if (option.selected || option.chosen === null) option.chosen = option.text;
    } else {
      this.#option = null;
      this.#flow.write(` ${option.chosen ?? ''} `);
    }
  }

  #closePreformatted(): void {
    const text = this.#preformatted ?? '';
    this.#preformatted = null;
    let table = 0;
    for (const each of textDrafts(text).drafts) {
      if (table !== 0 && each.table !== table) this.#flow.closeTable();
      if (each.kind !== 'row') {
        this.#flow.begin({ kind: each.kind, level: each.level } satisfies Shape);
        for (const run of each.cells[0] ?? []) this.#flow.write(run.text);
      } else {
        if (each.table !== table) this.#flow.openTable();
        this.#typedRow(each);
      }
      table = each.table;
    }
    if (table !== 0) this.#flow.closeTable();
    this.#flow.end();
  }

  #typedRow({ head, cells }: Draft): void {
    this.#flow.openRow(head);
    for (const cell of cells) {
      this.#flow.openCell(1, false);
      for (const run of cell) this.#flow.write(run.text);
      this.#flow.closeCell();
    }
    this.#flow.closeRow();
  }

  #lookOf(name: string, attributes: HtmlAttributes, look: Look): Look {
    const style = attributes.style?.toLowerCase() ?? '';
    const weight = /font-weight\s*:\s*(\w+)/.exec(style)?.[1];
    const strong =
      weight === undefined ? /^(?:b|strong|th)$/.test(name) || look.strong : /^(?:bold|[6-9]00)/.test(weight);
    return {
      strong: strong === true,
      struck: look.struck === true || /^(?:del|s|strike)$/.test(name) || /text-decoration[^;]*line-through/.test(style),
      hidden: look.hidden === true || isHidden(name, attributes, style) || this.#sheet.hides(name, attributes),
      inserted: name === 'ins' ? insertion(attributes) : (look.inserted ?? null),
    };
  }
}

function isHidden(name: string, attributes: HtmlAttributes, style: string): boolean {
  if ('hidden' in attributes || (name === 'dialog' && !('open' in attributes))) return true;
  return /(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)/.test(style);
}

function insertion(attributes: HtmlAttributes): Revision {
  return { author: attributes.cite ?? null, date: attributes.datetime?.slice(0, 10) ?? null };
}

function isVoid(name: string): boolean {
  return /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/.test(name);
}
