import { termAt } from '../names/name-at.ts';
import type { Page } from '../page.ts';

/**
 * Definitions that say what somebody does or may do. "“Alliance Sharing” means giving named answers to institutions" binds nobody
 * by itself, and lets it be done once a term names it without denying it, or another such definition does.
 */
export class Deeds {
  /** Statements of definitions, whatever they define. */
  readonly definitions: readonly number[];
  private readonly page: Page;
  private found: ReadonlySet<number> | null = null;

  constructor(page: Page) {
    this.page = page;
    const { statements } = page.reader.contract;
    this.definitions = [...statements.keys()].filter((at) => statements[at]?.zone === 'definition');
  }

  /** Those of them that let something be done. */
  get done(): ReadonlySet<number> {
    this.found ??= new Set(this.definitions.length === 0 ? [] : this.find());
    return this.found;
  }

  /** Whether what a statement of a definition tells is let be done. */
  isDone(at: number): boolean {
    return this.done.has(at);
  }

  /** From what terms of the contract name to what the definitions of that name in turn, each once. */
  private find(): number[] {
    const defining = this.statementsByTerm();
    const done = new Set<number>();
    const open = this.page.binding.flatMap((at) => this.namedIn(at));
    for (let term = open.pop(); term !== undefined; term = open.pop()) {
      if (done.has(term)) continue;
      done.add(term);
      for (const at of defining.get(term) ?? [])
        open.push(...this.namedIn(at).filter((other) => other !== term && !defining.get(other)?.includes(at)));
    }
    const told = new Set([...done].flatMap((term) => defining.get(term) ?? []));
    return this.definitions.filter((at) => told.has(at));
  }

  /** Terms that a statement names without denying them. */
  private namedIn(at: number): number[] {
    const { words, standing } = this.page.reading(at);
    const found = new Set<number>();
    words.forEach((word, k) => {
      const term = word.kind === 'word' && !standing[k]?.denied ? termAt(this.page.reader, words, k) : undefined;
      if (term) found.add(term.index);
    });
    return [...found];
  }

  /** The statements of definitions in which the meaning of a term stands. */
  private statementsByTerm(): Map<number, number[]> {
    const { contract, names } = this.page.reader;
    const found = new Map<number, number[]>();
    contract.terms.forEach(({ meaning }, term) => {
      if (names.termRoles[term] !== null) return;
      const own: number[] = [];
      for (let k = this.firstFrom(meaning.start); k < this.definitions.length; k++) {
        const at = this.definitions[k] ?? 0;
        if ((contract.statements[at]?.start ?? 0) >= meaning.end) break;
        own.push(at);
      }
      found.set(term, own);
    });
    return found;
  }

  /** The first definition that ends behind a place. */
  private firstFrom(place: number): number {
    const { statements } = this.page.reader.contract;
    let [low, high] = [0, this.definitions.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((statements[this.definitions[middle] ?? 0]?.end ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
