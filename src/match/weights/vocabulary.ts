/**
 * What may stand before a word to make it something else: nothing, that it is denied, left to choice, in the heading, in the
 * question, in the statement before and in the one after.
 */
export const marks = ['', '!', '?', '#', '@', '<', '>'] as const;

/** A number for each mark and word of a contract, so that what is said can be compared and looked up without its text. */
export class Vocabulary {
  private readonly known: ReadonlyMap<string, number>;
  private readonly others = new Map<string, number>();

  /** `known`: words that have their numbers in every contract, from `numbered`. */
  constructor(known: ReadonlyMap<string, number> = numbered([])) {
    this.known = known;
  }

  /** The number of a word. */
  of(word: string): number {
    let number = this.known.get(word) ?? this.others.get(word);
    if (number === undefined) {
      number = this.known.size + this.others.size;
      this.others.set(word, number);
    }
    return number;
  }

  /** All marks and words in the order of their numbers. */
  texts(): string[] {
    return [...this.known.keys(), ...this.others.keys()];
  }
}

/** The marks and these words, numbered. */
export function numbered(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...marks, ...words].map((text, number) => [text, number]));
}
