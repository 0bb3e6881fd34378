import type { Word } from './words.ts';
import { words } from './words.ts';

/** Words that may stand inside a phrase without changing it: "control of [the] data". */
export const light: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'any',
  'all',
  'such',
  'said',
  'each',
  'its',
  'their',
  'our',
  'your',
  'his',
  'her',
  'this',
  'that',
  'these',
  'those',
  'other',
]);

interface Node {
  readonly next: Map<string, Node>;
  readonly ids: number[];
}

/** A phrase found: `id` as given to `add`, and the words it covers (end exclusive). */
export interface Found {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** Many phrases looked for at once, by stems; light words may stand between the words of a phrase. */
export class Phrases {
  private readonly root: Node = { next: new Map(), ids: [] };

  add(phrase: string, id: number): void {
    let node = this.root;
    for (const { stem } of words(phrase)) {
      let next = node.next.get(stem);
      if (!next) {
        next = { next: new Map(), ids: [] };
        node.next.set(stem, next);
      }
      node = next;
    }
    if (node !== this.root && !node.ids.includes(id)) node.ids.push(id);
  }

  /** Every occurrence that begins at word `at`. */
  at(text: readonly Pick<Word, 'stem' | 'text'>[], at: number): Found[] {
    const found: Found[] = [];
    let node: Node | undefined = this.root;
    for (let i = at; i < text.length && i < at + 16; i++) {
      const word = text[i];
      if (!word) break;
      const next: Node | undefined = node.next.get(word.stem);
      if (!next) {
        if (i > at && light.has(word.text)) continue;
        break;
      }
      node = next;
      for (const id of node.ids) found.push({ id, start: at, end: i + 1 });
    }
    return found;
  }

  /** The longest occurrence that begins at word `at`, or undefined. */
  longest(text: readonly Pick<Word, 'stem' | 'text'>[], at: number): Found | undefined {
    return this.at(text, at).at(-1);
  }
}
