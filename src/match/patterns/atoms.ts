import { Phrases } from '../../language/phrases.ts';
import { words } from '../../language/words.ts';
import type { Lexicon } from '../../types.ts';

/** Atoms as the build keeps them. */
export interface KeptAtoms {
  readonly names: readonly string[];
  readonly lists: readonly (readonly number[])[];
  readonly concepts: readonly (readonly [string, string])[];
}

/**
 * The vocabulary of a pack with a number for each thing a pattern can ask for: a role (`DATA`), a concept of the
 * lexicon (`{delete}`) or a plain word by its stem.
 */
export class Atoms {
  readonly concepts: Phrases;
  private readonly ids = new Map<string, number>();
  private readonly names: string[] = [];
  private readonly byStem = new Map<string, readonly number[]>();
  /** Every list of atoms that is asked for, told by its place. */
  readonly lists: (readonly number[])[] = [];
  private readonly known = new Map<string, readonly number[]>();
  private readonly places = new Map<readonly number[], number>();

  readonly lexicon: Lexicon;

  /** `kept` is what another of the same lexicon held. */
  constructor(lexicon: Lexicon, kept?: KeptAtoms) {
    this.lexicon = lexicon;
    this.concepts = new Phrases(kept?.concepts);
    for (const name of kept?.names ?? []) this.id(name);
    for (const list of kept?.lists ?? []) this.list(list);
    if (kept) return;
    for (const role of roles) this.id(role);
    for (const [name, phrases] of lexicon) {
      const id = this.id(name);
      // Who and what is meant, and not the word, decides a role: the student of "student data" is no FAMILY.
      if ((roles as readonly string[]).includes(name)) continue;
      for (const phrase of phrases) this.concepts.add(phrase, id);
    }
  }

  /** All that it takes to make the same again. */
  kept(): KeptAtoms {
    return { names: this.names, lists: this.lists, concepts: this.concepts.entries() };
  }

  /** Id of a role or concept by its name; undefined if the lexicon has none of that name. */
  concept(name: string): number | undefined {
    return this.ids.get(name);
  }

  /** Id of a plain word. */
  word(text: string): number {
    // "'s" alone would be read as a mark and a word.
    const [first] = text === "'s" ? [] : words(text);
    return this.id(`"${first?.stem ?? text}`);
  }

  id(name: string): number {
    let id = this.ids.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.ids.set(name, id);
      this.names.push(name);
      if (name.startsWith('"')) this.byStem.set(name.slice(1), [id]);
    }
    return id;
  }

  get count(): number {
    return this.names.length;
  }

  name(id: number): string {
    return this.names[id] ?? '';
  }

  /** The one list of these atoms: who asks for the same is answered once. */
  list(ids: readonly number[]): readonly number[] {
    const key = ids.join(' ');
    const known = this.known.get(key);
    if (known) return known;
    this.known.set(key, ids);
    this.places.set(ids, this.lists.push(ids) - 1);
    return ids;
  }

  /** Place of a list that `list` gave. */
  placeOf(list: readonly number[]): number {
    const place = this.places.get(list);
    if (place === undefined) throw new RangeError(`no list of ${list}`);
    return place;
  }

  /** The plain words that patterns ask for, by stem. */
  stems(): ReadonlyMap<string, readonly number[]> {
    return this.byStem;
  }
}

export const roles = ['CONTRACTOR', 'BOARD', 'BOTH', 'FAMILY', 'DATA', 'DEID', 'THIRD', 'OTHER'] as const;
export type Role = (typeof roles)[number];
