import type { Block, FileFormat, Mark, Note, PlainText } from '../types.ts';
import { typed } from './glyphs.ts';

/** Who made a tracked change, and when. */
export interface Revision {
  readonly author: string | null;
  readonly date: string | null;
}

/** A stretch of text with one look. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  readonly inserted?: Revision | null;
  readonly deleted?: Revision | null;
}

/** A block as a reader found it, before it has its place in the text. */
export interface Draft {
  readonly kind: Block['kind'];
  readonly level: number;
  readonly page: number | null;
  readonly container: Block['container'];
  readonly table: number;
  readonly head: boolean;
  /** Rows: the runs of each cell. Others: one entry. */
  readonly cells: readonly (readonly Run[])[];
}

/** A draft with the usual values for what is not named. */
export function draft(runs: readonly Run[], rest: Partial<Omit<Draft, 'cells'>> = {}): Draft {
  return { kind: 'paragraph', level: 0, page: null, container: 'body', table: 0, head: false, ...rest, cells: [runs] };
}

/** A table row as a draft. */
export function rowDraft(cells: readonly (readonly Run[])[], rest: Partial<Omit<Draft, 'cells'>> = {}): Draft {
  return { kind: 'row', level: 0, page: null, container: 'body', table: 0, head: false, ...rest, cells };
}

/** The words of runs, spaces made single. */
export function plain(runs: readonly Run[]): string {
  return squeeze(runs.map((run) => run.text).join('')).trim();
}

/** Lays drafts out as one text: a line each, with the places of blocks, cells and marks. */
export function assemble(drafts: readonly Draft[]): Pick<PlainText, 'value' | 'blocks' | 'marks'> {
  const page = new Page();
  for (const each of drafts) page.add(each);
  return { value: page.parts.join(''), blocks: page.blocks, marks: page.marks };
}

/** What the readers of formats without OCR have in common. */
export function plainText(
  path: string,
  format: FileFormat,
  read: Pick<PlainText, 'notes'> &
    Partial<Pick<PlainText, 'pages' | 'pagesWithoutText'>> & { drafts: readonly Draft[] },
): PlainText {
  const { drafts, notes, pages = null, pagesWithoutText = [] } = read;
  return { path, format, ...assemble(drafts), pages, pagesWithoutText, notes };
}

/** A note about the document. */
export function note(id: string, message: string, level: Note['level'] = 'info'): Note {
  return { id, rule: null, level, message, evidence: [] };
}

class Page {
  readonly parts: string[] = [];
  readonly blocks: Block[] = [];
  readonly marks: Mark[] = [];
  #length = 0;
  #open: { kind: Mark['kind']; start: number; end: number; revision: Revision } | null = null;

  add(each: Draft): void {
    const cells = each.cells.map(tidyRuns);
    if (cells.every((runs) => runs.length === 0)) return;
    if (this.blocks.length > 0) this.#write('\n');
    const start = this.#length;
    const spans = cells.map((runs, index) => {
      if (index > 0) this.#write(' | ');
      const from = this.#length;
      this.#mark(runs, from);
      for (const run of runs) this.#write(run.text);
      return { start: from, end: this.#length };
    });
    const { kind, level, page, container, table, head } = each;
    const isRow = kind === 'row';
    const place = { start, end: this.#length, page, container };
    this.blocks.push({
      ...place,
      kind,
      level,
      table: isRow ? table : 0,
      head: isRow && head,
      cells: isRow ? spans : [],
      origin: 'text',
    });
  }

  #write(text: string): void {
    this.parts.push(text);
    this.#length += text.length;
  }

  #mark(runs: readonly Run[], from: number): void {
    this.#markStretches(runs, from, 'strong', (run) => (run.strong ? { author: null, date: null } : null));
    this.#markStretches(runs, from, 'inserted', (run) => run.inserted ?? null);
    this.#markStretches(runs, from, 'deleted', (run) => run.deleted ?? null);
  }

  /** Neighbouring runs with the same property make one mark. */
  #markStretches(runs: readonly Run[], from: number, kind: Mark['kind'], of: (run: Run) => Revision | null): void {
    let at = from;
    for (const run of runs) {
      const revision = of(run);
      if (!revision || (this.#open && !sameRevision(this.#open.revision, revision))) this.#close();
      if (revision && !this.#open) this.#open = { kind, start: at, end: at, revision };
      at += run.text.length;
      if (this.#open) this.#open.end = at;
    }
    this.#close();
  }

  #close(): void {
    const open = this.#open;
    this.#open = null;
    if (!open || open.end === open.start) return;
    const { kind, start, end, revision } = open;
    this.marks.push({ kind, start, end, author: revision.author, date: revision.date, confidence: null });
  }
}

function sameRevision(a: Revision, b: Revision): boolean {
  return a.author === b.author && a.date === b.date;
}

/** Single spaces across the borders of runs, none at the ends. */
function tidyRuns(runs: readonly Run[]): Run[] {
  const tidy: Run[] = [];
  let afterSpace = true;
  for (const run of runs) {
    let text = squeeze(run.text);
    if (afterSpace && text.startsWith(' ')) text = text.slice(1);
    if (text === '') continue;
    afterSpace = text.endsWith(' ');
    tidy.push({ ...run, text });
  }
  const last = tidy.at(-1);
  if (last && afterSpace) {
    tidy.pop();
    if (last.text.length > 1) tidy.push({ ...last, text: last.text.slice(0, -1) });
  }
  return tidy;
}

/** Whole words: no soft hyphens or zero-width characters, ligatures spelt out, every white space a single space. */
function squeeze(text: string): string {
  // Most runs need nothing; this is the innermost loop of every reader.
  if (!/ {2}|[^ -~]/.test(text)) return text;
  const spaced = text.replace(/\s+/g, ' ');
  if (!/[^ -\u00ac\u00ae-\u024f\u2012-\u2027]/.test(spaced)) return spaced;
  return typed(spaced)
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/g, '')
    .replace(/[☐❏❑□]/g, '[ ]')
    .replace(/[☑☒✅🗷🗹]/gu, '[x]')
    .replace(controls, '')
    .replace(/ {2,}/g, ' ');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes.
const controls = /[\u0000-\u001f\u007f-\u009f]/g;
