import type { Draft } from '../blocks.ts';
import { checkMark } from '../docx/fields.ts';
import type { Flow, Look } from '../flow.ts';
import { type Attributes, attribute, type XmlHandler } from '../xml.ts';
import { OdtChanges } from './changes.ts';
import { OdtLists } from './lists.ts';
import type { OdtStyles } from './styles.ts';

/** What the reader of one part needs. */
export interface OdtPart {
  readonly flow: Flow;
  readonly styles: OdtStyles;
  readonly revisions: 'accepted' | 'original';
  readonly part: 'body' | 'margins';
}

// Their text is about the document, or is shown elsewhere.
const skipped = new Set([
  'annotation',
  'note-citation',
  'ruby-text',
  'title',
  'desc',
  'scripts',
  'table-of-content-source',
  'alphabetical-index-source',
  'bibliography-source',
]);

const asides: ReadonlyMap<string, Draft['container']> = new Map([
  ['note-body', 'footnote'],
  ['text-box', 'textbox'],
]);

/** Hears the XML of an OpenDocument text and lets its text flow. */
export class OdtReader implements XmlHandler {
  readonly #flow: Flow;
  readonly #styles: OdtStyles;
  readonly #part: OdtPart['part'];
  readonly #lists: OdtLists;
  readonly #changes: OdtChanges;
  readonly #looks: Look[] = [];
  readonly #checks = new Map<string, boolean>();
  #inPart = 0;
  #inParagraph = 0;
  #skip = 0;
  #head = false;
  /** Columns that the last wide cell still takes. */
  #covered = 0;
  /** How deep in paragraphs the text around each open aside is. */
  readonly #paragraphs: number[] = [];

  constructor({ flow, styles, revisions, part }: OdtPart) {
    this.#flow = flow;
    this.#styles = styles;
    this.#part = part;
    this.#lists = new OdtLists(styles);
    this.#changes = new OdtChanges(flow.ledger, revisions);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#changes.open(name, attributes)) return;
    if (this.#skip > 0 || skipped.has(name)) {
      if (name === 'annotation') this.#flow.ledger.comments += 1;
      this.#skip += 1;
      return;
    }
    if (this.#isPart(name)) {
      this.#inPart += 1;
      if (this.#part === 'margins') this.#flow.openContainer(name.startsWith('header') ? 'header' : 'footer');
    } else if (this.#inPart > 0) this.#openText(name, attributes);
  }

  close(name: string): void {
    if (this.#changes.close(name)) return;
    if (this.#skip > 0) this.#skip -= 1;
    else if (this.#isPart(name)) {
      this.#inPart -= 1;
      if (this.#part === 'margins') this.#flow.closeContainer();
    } else if (this.#inPart > 0) this.#closeText(name);
  }

  text(value: string): void {
    if (this.#changes.text(value) || this.#skip > 0 || this.#inParagraph === 0) return;
    this.#write(value);
  }

  #isPart(name: string): boolean {
    return this.#part === 'body' ? name === 'text' : /^(?:header|footer)(?:-left|-first)?$/.test(name);
  }

  #write(text: string): void {
    if (this.#changes.leavesOut) return;
    this.#flow.write(text, { ...this.#looks.at(-1), inserted: this.#changes.inserted });
  }

  #openText(name: string, attributes: Attributes): void {
    const flow = this.#flow;
    const aside = asides.get(name);
    if (name === 'p' || name === 'h') this.#openParagraph(name, attributes);
    else if (/^(?:span|a|hidden-text|section)$/.test(name)) this.#openSpan(name, attributes);
    else if (name === 's' || name === 'tab' || name === 'line-break') this.#write(' ');
    else if (name === 'change') this.#write(this.#changes.deleted(attribute(attributes, 'change-id') ?? ''));
    else if (name === 'soft-page-break' && flow.page !== null) flow.page += 1;
    else if (name.startsWith('list')) this.#openListPart(name, attributes);
    else if (aside !== undefined) this.#openAside(aside);
    else if (name === 'image') flow.ledger.pictures += 1;
    else if (name === 'checkbox' || name === 'control') this.#formPart(name, attributes);
    else this.#openTablePart(name, attributes);
  }

  #openListPart(name: string, attributes: Attributes): void {
    if (name === 'list') this.#lists.openList(attributes);
    else if (name === 'list-item') this.#lists.openItem(attributes);
    else if (name === 'list-header') this.#lists.openHeader();
  }

  /** Check boxes are defined before the text, which then shows them by their id. */
  #formPart(name: string, attributes: Attributes): void {
    if (name === 'checkbox') this.#checks.set(attribute(attributes, 'id') ?? '', isChecked(attributes));
    else this.#writeCheck(attribute(attributes, 'control') ?? '');
  }

  #openTablePart(name: string, attributes: Attributes): void {
    const flow = this.#flow;
    if (name === 'table') flow.openTable();
    else if (name === 'table-header-rows') this.#head = true;
    else if (name === 'table-row') {
      this.#covered = 0;
      flow.openRow(this.#head);
    } else if (name === 'table-cell') {
      this.#covered = Number(attribute(attributes, 'number-columns-spanned') ?? 1) - 1;
      flow.openCell(1, false);
    } else if (name === 'covered-table-cell') {
      flow.coveredCell(this.#covered <= 0);
      this.#covered -= 1;
      this.#skip = 1;
    }
  }

  #closeText(name: string): void {
    const flow = this.#flow;
    if (name === 'p' || name === 'h') this.#closeParagraph();
    else if (/^(?:span|a|hidden-text|section)$/.test(name)) this.#looks.pop();
    else if (name === 'list') this.#lists.closeList();
    else if (name === 'note-body' || name === 'text-box') this.#closeAside();
    else if (name === 'table-header-rows') this.#head = false;
    else if (name === 'table-cell') flow.closeCell();
    else if (name === 'table-row') flow.closeRow();
    else if (name === 'table') flow.closeTable();
  }

  #openParagraph(name: string, attributes: Attributes): void {
    const style = attribute(attributes, 'style-name');
    const outline = name === 'h' ? Number(attribute(attributes, 'outline-level') ?? 1) : null;
    this.#inParagraph += 1;
    this.#looks.push(this.#lookOf(style));
    // A paragraph that was inserted has no break of its own in the original view.
    if (this.#changes.leavesOut) return;
    const isQuote = this.#part === 'body' && this.#styles.isQuote(style);
    this.#flow.begin(this.#lists.shape(outline, style));
    if (isQuote) this.#flow.asQuote();
  }

  #closeParagraph(): void {
    this.#inParagraph -= 1;
    this.#looks.pop();
    if (!this.#changes.leavesOut) this.#flow.end();
  }

  #openSpan(name: string, attributes: Attributes): void {
    if (name === 'span') this.#looks.push(this.#lookOf(attribute(attributes, 'style-name')));
    else {
      const hides = name === 'hidden-text' || attribute(attributes, 'display') === 'none';
      this.#looks.push({ ...this.#looks.at(-1), ...(hides ? { hidden: true } : {}) });
    }
  }

  #lookOf(style: string | undefined): Look {
    const outer = this.#looks.at(-1);
    const { bold, struck, hidden } = this.#styles.look(style);
    return {
      strong: bold ?? outer?.strong ?? false,
      struck: struck ?? outer?.struck ?? false,
      hidden: hidden === true || outer?.hidden === true,
    };
  }

  #openAside(container: Draft['container']): void {
    this.#flow.openAside(container);
    this.#paragraphs.push(this.#inParagraph);
    this.#inParagraph = 0;
  }

  #closeAside(): void {
    this.#flow.closeAside();
    this.#inParagraph = this.#paragraphs.pop() ?? 0;
  }

  #writeCheck(control: string): void {
    const checked = this.#checks.get(control);
    if (checked !== undefined) this.#write(checkMark(checked));
  }
}

function isChecked(attributes: Attributes): boolean {
  return (attribute(attributes, 'current-state') ?? attribute(attributes, 'state')) === 'checked';
}
