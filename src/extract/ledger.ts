import type { Note } from '../types.ts';
import { note, type Revision } from './blocks.ts';

/** Keeps count of what is not read as it stands, for the notes about the document. */
export class Ledger {
  pictures = 0;
  /** Pages that are nothing but a picture. */
  readonly picturePages = new Set<number>();
  comments = 0;
  readonly #left = { struck: new Omitted(), hidden: new Omitted() };
  readonly #changes = { insertion: 0, deletion: 0, move: 0 };
  readonly #authors = new Set<string>();
  readonly #others: Note[] = [];

  /** Text left out because it is struck through or hidden. */
  leave(why: 'struck' | 'hidden', text: string): void {
    this.#left[why].add(text);
  }

  /** The block is at its end: what is left out next is another passage. */
  endBlock(): void {
    this.#left.struck.end();
    this.#left.hidden.end();
  }

  change(kind: 'insertion' | 'deletion' | 'move', { author }: Revision): void {
    this.#changes[kind] += 1;
    if (author !== null) this.#authors.add(author);
  }

  add(other: Note): void {
    if (!this.#others.some(({ id, message }) => id === other.id && message === other.message)) this.#others.push(other);
  }

  /** Notes in a fixed order: revisions, then what was left out. */
  notes(revisions: 'accepted' | 'original'): Note[] {
    const notes = [...this.#revisionNotes(revisions)];
    const { struck, hidden } = this.#left;
    if (struck.text !== '')
      notes.push(note('struck-text', `Struck-through text was left out: ${struck.quote()}.`, 'warning'));
    if (hidden.text !== '') notes.push(note('hidden-text', `Hidden text was left out: ${hidden.quote()}.`, 'warning'));
    if (this.comments > 0) {
      const [what, was] = this.comments === 1 ? ['1 comment', 'is'] : [`${this.comments} comments`, 'are'];
      notes.push(note('comments', `The file has ${what}, which ${was} no part of the contract and not read.`));
    }
    if (this.picturePages.size > 0) {
      const pages = [...this.picturePages].map(String);
      const [which, is] = pages.length === 1 ? ['Page', 'is a picture'] : ['Pages', 'are pictures'];
      const message = `${which} ${list(pages)} ${is}, which is not read in this format: save the file as a PDF to have the text recognised.`;
      notes.push(note('pages-without-text', message, 'warning'));
    }
    if (this.pictures > 0) {
      const what = this.pictures === 1 ? '1 picture' : `${this.pictures} pictures`;
      notes.push(note('pictures', `The file has ${what}; text in pictures is not read.`));
    }
    return [...notes, ...this.#others];
  }

  #revisionNotes(revisions: 'accepted' | 'original'): Note[] {
    const counted = Object.entries(this.#changes)
      .filter(([, count]) => count > 0)
      .map(([kind, count]) => `${count} ${kind}${count === 1 ? '' : 's'}`);
    if (counted.length === 0) return [];
    const authors = [...this.#authors];
    const by = authors.length > 0 ? ` by ${list(authors.slice(0, 5))}${authors.length > 5 ? ' and others' : ''}` : '';
    const view = revisions === 'accepted' ? 'with the changes accepted' : 'as it was before the changes';
    return [
      note('tracked-changes', `The file has tracked changes (${list(counted)}${by}); it was read ${view}.`, 'warning'),
    ];
  }
}

class Omitted {
  text = '';

  #ended = false;

  add(text: string): void {
    if (text.trim() === '' || this.text.length > 200) return;
    this.text += this.#ended ? ` … ${text}` : text;
    this.#ended = false;
  }

  end(): void {
    this.#ended = this.text !== '';
  }

  quote(): string {
    const words = this.text.replace(/\s+/g, ' ').trim();
    return `“${words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words}”`;
  }
}

function list(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
