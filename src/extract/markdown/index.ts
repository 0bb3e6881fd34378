import { UnreadableError } from '../../errors.ts';
import type { PlainText, Source } from '../../types.ts';
import { type Draft, draft, note, plainText, type Run, rowDraft } from '../blocks.ts';
import { decode, isBinary } from '../decode.ts';
import { shaped } from '../flow.ts';
import { type Element, elementsOf } from './elements.ts';
import { inlineRuns } from './inline.ts';

/** Reads Markdown as its reader would see it: the words without the marks. */
export async function readMarkdown({ path, bytes }: Source): Promise<PlainText> {
  const text = decode(bytes);
  if (isBinary(text)) throw new UnreadableError('The file is no text: it holds control characters.');
  const lines = withoutComments(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')).split('\n');
  const body = withoutFrontMatter(lines);
  const { rest, references, footnotes } = withoutDefinitions(body);
  const reader = new Reader(references, footnotes);
  for (const element of elementsOf(rest)) reader.add(element);
  reader.addUnusedFootnotes();
  const notes = reader.struck ? [note('struck-text', 'Struck-through text was left out.', 'warning')] : [];
  if (body.length < lines.length) notes.push(note('front-matter', 'The front matter of the file was left out.'));
  return plainText(path, 'markdown', { drafts: reader.drafts, notes });
}

class Reader {
  readonly drafts: Draft[] = [];
  struck = false;
  readonly #references: ReadonlySet<string>;
  readonly #footnotes: Map<string, string>;

  constructor(references: ReadonlySet<string>, footnotes: Map<string, string>) {
    this.#references = references;
    this.#footnotes = footnotes;
  }

  add(element: Element): void {
    const { container } = element;
    const called: string[] = [];
    if (element.kind === 'row') {
      const { table, head } = element;
      const cells = element.cells.map((cell) => this.#inline(cell, called));
      this.drafts.push(rowDraft(cells, { table, head, container }));
    } else {
      const { kind, level } = element;
      const found = shaped(this.#inline(element.text, called), { kind, level }, false);
      if (found) this.drafts.push({ ...found, container });
    }
    for (const label of called) this.#addFootnote(label);
  }

  addUnusedFootnotes(): void {
    for (const label of [...this.#footnotes.keys()]) this.#addFootnote(label);
  }

  #addFootnote(label: string): void {
    const text = this.#footnotes.get(label);
    if (text === undefined) return;
    this.#footnotes.delete(label);
    this.drafts.push(draft(this.#inline(text, []), { container: 'footnote' }));
  }

  #inline(text: string, called: string[]): Run[] {
    const { runs, footnotes, struck } = inlineRuns(text, this.#references);
    called.push(...footnotes);
    if (struck) this.struck = true;
    return runs;
  }
}

function withoutComments(text: string): string {
  if (!text.includes('<!--')) return text;
  let kept = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return kept + text.slice(at);
    kept += text.slice(at, start);
    at = end + 3;
  }
}

/** YAML between two rules at the very top is about the file, not in the contract. */
function withoutFrontMatter(lines: readonly string[]): readonly string[] {
  if (lines[0]?.trim() !== '---') return lines;
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const isYaml = end > 0 && lines.slice(1, end).every((line) => /^(?:[\w-]+:(?:\s|$)|\s+\S|- |#|\s*$)/.test(line));
  return isYaml ? lines.slice(end + 1) : lines;
}

/** Takes out the definitions of link targets and footnotes. */
function withoutDefinitions(lines: readonly string[]) {
  const references = new Set<string>();
  const footnotes = new Map<string, string>();
  const rest: string[] = [];
  let open: string | null = null;
  for (const line of lines) {
    const footnote = /^ {0,3}\[\^([^\]\s]{1,100})\]:\s*(.*)$/.exec(line);
    const link = /^ {0,3}\[([^\]^][^\]]{0,200})\]:\s*<?\S+>?(?:\s+["'(].*)?\s*$/.exec(line);
    if (footnote) {
      open = footnote[1] ?? '';
      footnotes.set(open, footnote[2] ?? '');
    } else if (link) {
      references.add((link[1] ?? '').trim().toLowerCase());
      open = null;
    } else if (open !== null && /^(?: {4}|\t)\s*\S/.test(line)) {
      footnotes.set(open, `${footnotes.get(open)} ${line.trim()}`);
    } else {
      if (line.trim() !== '') open = null;
      rest.push(line);
    }
  }
  return { rest, references, footnotes };
}
