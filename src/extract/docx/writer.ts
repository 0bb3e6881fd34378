import { type Draft, draft, type Revision } from '../blocks.ts';
import { Paragraph, paragraphDraft } from './paragraph.ts';
import type { Story } from './story.ts';
import { setLook, type TextLook } from './styles.ts';
import { DocxTable } from './table.ts';

interface RunState {
  styleId: string | null;
  readonly look: TextLook;
}

/** Puts the words of a story where they belong: into paragraphs, those into cells and text boxes. */
export class StoryWriter {
  /** Characters written so far. */
  written = 0;
  /** The insertions that the words stand in, outermost first. */
  readonly inserted: Revision[] = [];
  readonly deleted: Revision[] = [];
  page = 1;
  readonly #story: Story;
  readonly #sinks: Draft[][] = [[]];
  readonly #containers: Draft['container'][];
  readonly #paragraphs: Paragraph[] = [];
  readonly #runs: RunState[] = [];
  readonly #tables: DocxTable[] = [];
  /** For each open row: the page it begins on, and the last one that a cell of it ends on. */
  readonly #rowPages: { first: number; last: number }[] = [];
  #carried: Paragraph | null = null;

  constructor(story: Story) {
    this.#story = story;
    this.#containers = [story.container];
  }

  get paragraph(): Paragraph | undefined {
    return this.#paragraphs.at(-1);
  }

  get table(): DocxTable | undefined {
    return this.#tables.at(-1);
  }

  get inBox(): boolean {
    return this.#containers.length > 1;
  }

  end(): Draft[] {
    this.#flush();
    return this.#sinks[0] ?? [];
  }

  openParagraph(): void {
    this.#paragraphs.push(new Paragraph(this.#story.styles.normal));
  }

  closeParagraph(): void {
    const paragraph = this.#paragraphs.pop();
    if (!paragraph) return;
    this.#story.ledger.endBlock();
    const carried = this.#carried;
    this.#carried = null;
    if (carried) {
      paragraph.runs.unshift(...carried.runs);
      paragraph.after.unshift(...carried.after);
      paragraph.page = carried.page ?? paragraph.page;
    }
    if (paragraph.runsIn) this.#carried = this.#runIn(paragraph);
    else if (paragraph.joinsNext) this.#carried = paragraph;
    else this.#lay(paragraph);
  }

  openRun(): void {
    this.#runs.push({ styleId: null, look: {} });
  }

  closeRun(): void {
    this.#runs.pop();
  }

  /** A property of the run at hand. */
  look(name: string, on: boolean): void {
    const run = this.#runs.at(-1);
    if (run) setLook(run.look, name, on);
  }

  runStyle(id: string): void {
    const run = this.#runs.at(-1);
    if (run) run.styleId = id;
  }

  /** Words of the paragraph at hand, if they are to be seen and not struck out. */
  write(text: string): void {
    const paragraph = this.paragraph;
    if (!paragraph || text === '') return;
    const look = this.#lookOf(paragraph);
    if (look.hidden || look.struck || look.doubleStruck) {
      this.#story.ledger.leave(look.hidden ? 'hidden' : 'struck', text);
      return;
    }
    this.written += text.length;
    if (paragraph.page === null && this.#story.pages !== 'none' && text.trim() !== '') paragraph.page = this.page;
    const [inserted, deleted] = [this.inserted.at(-1) ?? null, this.deleted.at(-1) ?? null];
    paragraph.runs.push({ text, strong: look.bold === true, inserted, deleted });
  }

  /** Drafts that follow the paragraph at hand: its footnotes and text boxes. */
  hang(drafts: readonly Draft[]): void {
    (this.paragraph?.after ?? this.#sink()).push(...drafts);
  }

  /** Drafts that stand in the text itself. */
  include(drafts: readonly Draft[]): void {
    this.#flush();
    this.#sink().push(...drafts);
  }

  openBox(): void {
    this.#sinks.push([]);
    // In a margin it is still the margin that counts.
    this.#containers.push(this.#story.container === 'body' ? 'textbox' : this.#story.container);
  }

  closeBox(): void {
    this.#flush();
    this.#containers.pop();
    this.hang(this.#sinks.pop() ?? []);
  }

  openTable(): void {
    this.#flush();
    this.#story.tables.count += 1;
    this.#tables.push(new DocxTable(this.#story.tables.count));
  }

  openRow(): void {
    this.#rowPages.push({ first: this.page, last: this.page });
    this.table?.openRow();
  }

  /** The cells of a row stand side by side: each begins on the page of the row. */
  openCell(): void {
    this.#sinks.push([]);
    this.page = this.#rowPages.at(-1)?.first ?? this.page;
    this.table?.openCell();
  }

  closeCell(): void {
    this.#flush();
    const pages = this.#rowPages.at(-1);
    if (pages) pages.last = Math.max(pages.last, this.page);
    this.table?.closeCell(this.#sinks.length > 1 ? (this.#sinks.pop() ?? []) : []);
  }

  closeRow(): void {
    this.page = this.#rowPages.pop()?.last ?? this.page;
    this.table?.closeRow();
  }

  closeTable(): void {
    this.#sink().push(...(this.#tables.pop()?.drafts() ?? []));
  }

  #sink(): Draft[] {
    return this.#sinks.at(-1) ?? [];
  }

  #lookOf(paragraph: Paragraph): TextLook {
    const { styles } = this.#story;
    const run = this.#runs.at(-1);
    const base = styles.get(paragraph.styleId);
    if (!run || (run.styleId === null && isEmpty(run.look))) return base;
    if (run.styleId === null) return { ...base, ...run.look };
    const { bold, struck, doubleStruck, hidden } = styles.get(run.styleId);
    return { ...base, ...defined({ bold, struck, doubleStruck, hidden }), ...run.look };
  }

  #lay(paragraph: Paragraph): void {
    const found = paragraphDraft(paragraph, this.#layout());
    if (found) this.#sink().push(found);
    this.#sink().push(...paragraph.after);
  }

  #layout() {
    const { styles, numbering, container } = this.#story;
    return { styles, numbering, container: this.#containers.at(-1) ?? container, inTable: this.#tables.length > 0 };
  }

  /** A run-in heading keeps its number and stands out in the paragraph that it begins. */
  #runIn(paragraph: Paragraph): Paragraph {
    const heading = paragraphDraft(paragraph, this.#layout())?.cells[0] ?? [];
    const runs = [...heading.map((run) => ({ ...run, strong: true })), { text: ' ' }];
    paragraph.runs.splice(0, paragraph.runs.length, ...runs);
    return paragraph;
  }

  #flush(): void {
    const carried = this.#carried;
    this.#carried = null;
    if (!carried) return;
    this.#sink().push(draft(carried.runs, { page: carried.page, container: this.#containers.at(-1) ?? 'body' }));
    this.#sink().push(...carried.after);
  }
}

function defined(look: Record<string, boolean | undefined>): TextLook {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}

function isEmpty(look: TextLook): boolean {
  for (const _ in look) return false;
  return true;
}
