import { termAt } from './name-at.ts';
import type { Page } from './page.ts';

/**
 * Definitions that say what somebody may do. "“Alliance Sharing” means giving named answers to institutions" binds nobody by
 * itself, and lets it be done once a term names it without denying it, or another such definition does.
 */
export class Deeds {
  private readonly page: Page;
  private readonly known = new Map<number, boolean>();

  constructor(page: Page) {
    this.page = page;
  }

  /** Statements of definitions, whatever they define. */
  get definitions(): number[] {
    const { statements } = this.page.reader.contract;
    return [...statements.keys()].filter((at) => statements[at]?.zone === 'definition');
  }

  /** Those of them that let something be done. */
  get done(): number[] {
    return this.definitions.filter((at) => this.isDone(at));
  }

  /** Whether what a statement of a definition tells is let be done. */
  isDone(at: number): boolean {
    return this.termsOf(at).some((term) => this.isNamed(term));
  }

  private termsOf(at: number): number[] {
    const { contract, names } = this.page.reader;
    const own = contract.statements[at];
    return contract.terms.flatMap(({ meaning }, term) =>
      own && names.termRoles[term] === null && meaning.start < own.end && meaning.end > own.start ? [term] : [],
    );
  }

  private isNamed(term: number): boolean {
    let named = this.known.get(term);
    if (named === undefined) {
      // A definition that leads back to this one names nobody who does it.
      this.known.set(term, false);
      named = this.page.reader.contract.statements.some((_, at) => this.names(at, term));
      this.known.set(term, named);
    }
    return named;
  }

  private names(at: number, term: number): boolean {
    const { reader } = this.page;
    const zone = reader.contract.statements[at]?.zone;
    if (zone !== 'operative' && zone !== 'definition') return false;
    const { words, standing } = this.page.reading(at);
    const isThere = words.some((_, k) => !standing[k]?.denied && termAt(reader, words, k)?.index === term);
    return isThere && (zone === 'operative' || (!this.termsOf(at).includes(term) && this.isDone(at)));
  }
}
