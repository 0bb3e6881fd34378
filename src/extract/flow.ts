import { type Draft, draft, plain, type Revision, type Run } from './blocks.ts';
import type { Ledger } from './ledger.ts';
import { bulletOf, isClause } from './line-starts.ts';
import { type Cell, type Row, tableDrafts } from './table-drafts.ts';

/** How a stretch of text looks. */
export interface Look {
  readonly strong?: boolean;
  readonly struck?: boolean;
  readonly hidden?: boolean;
  readonly inserted?: Revision | null;
}

/** What the block that is being written will be. */
export interface Shape {
  readonly kind: 'heading' | 'paragraph' | 'item';
  readonly level: number;
  /** The number that the format prints before it, with its space. */
  readonly label?: string;
}

interface Frame {
  readonly container: Draft['container'];
  readonly drafts: Draft[];
  runs: Run[];
  after: Draft[];
  shape: Shape;
  quote: boolean;
  page: number | null;
}

interface Table {
  readonly number: number;
  readonly rows: Row[];
  cells: Cell[];
  head: boolean;
  cell: { span: number; continued: boolean };
}

const paragraph: Shape = { kind: 'paragraph', level: 0 };

/** Takes text as it flows out of a format with markup and puts it into blocks, cells and asides. */
export class Flow {
  /** The page that is being written; null where the format has none. */
  page: number | null = null;
  readonly ledger: Ledger;
  readonly #frames: Frame[] = [newFrame('body')];
  readonly #tables: Table[] = [];
  #tableCount = 0;

  constructor(ledger: Ledger) {
    this.ledger = ledger;
  }

  /** Closes everything and gives the drafts. */
  finish(): Draft[] {
    while (this.#tables.length > 0) {
      this.closeCell();
      this.closeRow();
      this.closeTable();
    }
    while (this.#frames.length > 1) this.closeAside();
    this.end();
    return this.#frame.drafts;
  }

  get inTable(): boolean {
    return this.#tables.length > 0;
  }

  /** Whether the block at hand has words yet. */
  get isOpen(): boolean {
    return this.#frame.runs.some(({ text }) => text.trim() !== '');
  }

  /** The words of the block at hand. */
  get words(): string {
    return plain(this.#frame.runs);
  }

  get #frame(): Frame {
    return this.#frames.at(-1) ?? newFrame('body');
  }

  /** Ends the block at hand and begins one of this shape. */
  begin(shape: Shape = paragraph): void {
    this.end();
    this.#frame.shape = shape;
  }

  /** Says what the block at hand is, now that its words are known. */
  shape(shape: Shape): void {
    this.#frame.shape = shape;
  }

  /** The block at hand is a quotation. */
  asQuote(): void {
    this.#frame.quote = true;
  }

  write(text: string, look: Look = {}): void {
    if (text === '') return;
    if (look.hidden || look.struck) {
      this.ledger.leave(look.hidden ? 'hidden' : 'struck', text);
      return;
    }
    const frame = this.#frame;
    if (frame.page === null && text.trim() !== '') frame.page = this.page;
    frame.runs.push({ text, strong: look.strong === true, inserted: look.inserted ?? null });
  }

  /** Ends the block at hand. */
  end(): void {
    const frame = this.#frame;
    const { runs, after, shape, page, quote } = frame;
    const container = quote && frame.container === 'body' ? 'quote' : frame.container;
    frame.runs = [];
    frame.after = [];
    frame.shape = paragraph;
    frame.page = null;
    frame.quote = false;
    const found = shaped(runs, shape, this.inTable);
    if (found) frame.drafts.push({ ...found, page, container });
    frame.drafts.push(...after);
    this.ledger.endBlock();
  }

  /** Text that stands beside the block at hand and is read after it: a footnote, a text box. */
  openAside(container: Draft['container']): void {
    this.#frames.push(newFrame(container));
  }

  closeAside(): void {
    this.end();
    if (this.#frames.length < 2) return;
    const drafts = this.#frames.pop()?.drafts ?? [];
    this.#frame.after.push(...drafts);
  }

  /** Text that stands in the flow but is of another kind: a quotation. */
  openContainer(container: Draft['container']): void {
    this.end();
    this.#frames.push(newFrame(container));
  }

  closeContainer(): void {
    this.end();
    if (this.#frames.length < 2) return;
    const drafts = this.#frames.pop()?.drafts ?? [];
    this.#frame.drafts.push(...drafts);
  }

  openTable(): void {
    this.end();
    this.#tableCount += 1;
    this.#tables.push({
      number: this.#tableCount,
      rows: [],
      cells: [],
      head: false,
      cell: { span: 1, continued: false },
    });
  }

  openRow(head: boolean): void {
    const table = this.#tables.at(-1);
    if (table) Object.assign(table, { cells: [], head });
  }

  openCell(span: number, continued: boolean): void {
    const table = this.#tables.at(-1);
    if (table) table.cell = { span, continued };
    this.#frames.push(newFrame(this.#frame.container));
  }

  closeCell(): void {
    const table = this.#tables.at(-1);
    if (!table || this.#frames.length < 2) return;
    this.end();
    const drafts = this.#frames.pop()?.drafts ?? [];
    table.cells.push({ drafts, ...table.cell });
  }

  /** A cell that another one covers, from above or from its left. */
  coveredCell(fromAbove = true): void {
    this.#tables.at(-1)?.cells.push({ drafts: [], span: 1, continued: fromAbove });
  }

  closeRow(): void {
    const table = this.#tables.at(-1);
    if (table && table.cells.length > 0) table.rows.push({ cells: table.cells, head: table.head, shaded: false });
    if (table) table.cells = [];
  }

  closeTable(): void {
    const table = this.#tables.pop();
    if (table) this.#frame.drafts.push(...tableDrafts(table.rows, table.number));
  }
}

function newFrame(container: Draft['container']): Frame {
  return { container, drafts: [], runs: [], after: [], shape: paragraph, quote: false, page: null };
}

const typedBullet = /^[•·▪▫◦‣●○■➢✓\uf0b7\uf0a7]\s+/;

/** A block of this shape; null if it has no words. A clause in a heading's clothes is no heading. */
export function shaped(runs: readonly Run[], shape: Shape, inTable: boolean): Draft | null {
  const text = plain(runs);
  const label = shape.label ?? '';
  // A line drawn with dashes.
  if (/^[-–—=~]{3,}$/.test(text)) return null;
  // The number of an empty paragraph means something only as a row's number in a table.
  if (text === '' && !(inTable && label !== '')) return null;
  const labelled = label === '' ? runs : [{ text: label, strong: runs[0]?.strong === true }, ...runs];
  if (shape.kind === 'heading' && !isClause(text, label !== '') && !inTable) {
    return draft(labelled, { kind: 'heading', level: shape.level });
  }
  const bullet = label === '' ? bulletIn(text, shape.kind) : '';
  const bare = bullet === '' ? labelled : withoutStart(runs, bullet.length);
  if (shape.kind === 'item') return draft(bare, { kind: 'item', level: shape.level });
  if (bullet === '' && label === '') return draft(bare);
  // A numbered clause in a heading's clothes stands as deep as the heading would.
  return draft(bare, { kind: 'item', level: shape.kind === 'heading' ? shape.level - 1 : 0 });
}

/** A bullet that was typed; a dash is one only where the layout says so too. */
function bulletIn(text: string, kind: Shape['kind']): string {
  return ((kind === 'item' ? bulletOf(text) : typedBullet.exec(text)?.[0]) ?? '').trim();
}

function withoutStart(runs: readonly Run[], length: number): Run[] {
  let rest = length;
  return runs.map((run) => {
    const text = rest > 0 ? run.text.trimStart() : run.text;
    const cut = Math.min(rest, text.length);
    rest -= cut;
    return { ...run, text: text.slice(cut) };
  });
}
