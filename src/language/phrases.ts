import type { Word } from './words.ts';
import { oneOf, words } from './words.ts';

/** Words that may stand inside a phrase without changing it: "control of [the] data". */
export const light = oneOf('the a an any all such said each its their our your his her this that these those other');

interface Node {
  /** Null where the phrase ends, as most do. */
  next: Map<string, Node> | null;
  /** What follows an object: "hand … back". */
  apart: Node | null;
  readonly ids: number[];
}

/** A phrase found: `id` as given to `add`, and the words it covers (end exclusive). */
export interface Found {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

const none: readonly Found[] = [];

/** How many words may stand where a phrase has "…", and what none of them may be: the mark or verb of another clause. */
const object = 6;
const within = /^(?!(?:should|would|shall|will|may|can|must|if|which|who|to|is|are)$)['\p{L}\d]/u;

/**
 * Many phrases looked for at once, by stems; light words may stand between the words of a phrase. "…" in a phrase is for
 * the object that takes a verb apart ("hand … back"); what is found is then the verb alone.
 */
export class Phrases {
  /**
   * By first stem what may follow, as lines until a text has that stem: no contract has most of them. A line is the
   * other stems of a phrase, and its id.
   */
  private readonly firsts: Map<string, string | Node>;

  /** As kept by `entries`. */
  constructor(entries: Iterable<readonly [string, string]> = []) {
    this.firsts = new Map(entries);
  }

  add(phrase: string, id: number): void {
    const [first, ...rest] = words(phrase).map(({ stem }) => stem);
    if (first === undefined) return;
    const known = this.firsts.get(first);
    const line = [...rest, id].join(' ');
    if (typeof known === 'object') put(known, line);
    else this.firsts.set(first, known === undefined ? line : `${known}\n${line}`);
  }

  /** All that was added and no text has asked for yet. */
  entries(): [string, string][] {
    return [...this.firsts].flatMap(([first, lines]) => (typeof lines === 'string' ? [[first, lines]] : []));
  }

  /** What may follow a word that begins phrases; undefined for most words. */
  private opened(word: Pick<Word, 'stem'> | undefined): Node | undefined {
    if (!word) return undefined;
    const known = this.firsts.get(word.stem);
    return typeof known === 'string' ? this.grow(word.stem, known) : known;
  }

  private grow(first: string, lines: string): Node {
    const node = empty();
    for (const line of lines.split('\n')) put(node, line);
    this.firsts.set(first, node);
    return node;
  }

  /** Every occurrence that begins at word `at`. */
  at(text: readonly Pick<Word, 'stem' | 'text'>[], at: number): readonly Found[] {
    const first = this.opened(text[at]);
    if (!first) return none;
    const found: Found[] = [];
    follow(first, text, at, (ids, start, end) => {
      for (const id of ids) found.push({ id, start, end });
    });
    return found;
  }

  /** Tells the ids of all phrases that begin at word `at`, those that end together at once, the shorter ones first. */
  each(text: readonly Pick<Word, 'stem' | 'text'>[], at: number, tell: Tell): void {
    const first = this.opened(text[at]);
    if (first) follow(first, text, at, tell);
  }

  /** The longest occurrence that begins at word `at`, or undefined. */
  longest(text: readonly Pick<Word, 'stem' | 'text'>[], at: number): Found | undefined {
    return this.at(text, at).at(-1);
  }
}

type Tell = (ids: readonly number[], start: number, end: number) => void;

function follow(first: Node, text: readonly Pick<Word, 'stem' | 'text'>[], at: number, tell: Tell): void {
  let node = first;
  for (let i = at; i < text.length && i < at + 16; i++) {
    const word = text[i];
    if (!word) break;
    const next = i === at ? node : node.next?.get(word.stem);
    if (!next) {
      if (light.has(word.text)) continue;
      break;
    }
    node = next;
    if (node.ids.length > 0) tell(node.ids, at, i + 1);
    if (node.apart) tell(afterObject(node.apart, text, i + 1), at, i + 1);
    if (!node.next) break;
  }
}

function put(first: Node, line: string): void {
  const stems = line.split(' ');
  const id = Number(stems.pop());
  let node = first;
  for (const stem of stems) node = under(node, stem);
  if (!node.ids.includes(id)) node.ids.push(id);
}

/** The place for what follows a word in phrases, made where there is none. */
function under(node: Node, stem: string): Node {
  if (stem === '…') {
    node.apart ??= empty();
    return node.apart;
  }
  node.next ??= new Map();
  let next = node.next.get(stem);
  if (!next) {
    next = empty();
    node.next.set(stem, next);
  }
  return next;
}

function empty(): Node {
  return { next: null, apart: null, ids: [] };
}

/** The phrases whose last words follow an object of some words, which ends no later than its clause. */
function afterObject(node: Node, text: readonly Pick<Word, 'stem' | 'text'>[], from: number): readonly number[] {
  for (let i = from + 1; i < text.length && i <= from + object; i++) {
    if (!within.test(text[i - 1]?.text ?? '')) break;
    let here: Node | undefined = node;
    let k = i;
    while (here && here.ids.length === 0) here = here.next?.get(text[k++]?.stem ?? '');
    if (here) return here.ids;
  }
  return [];
}
