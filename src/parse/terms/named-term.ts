import type { Span } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';

/** What defining needs to know beside the statements. */
export interface Setting {
  readonly value: string;
  readonly isParty: (name: string) => boolean;
  /** Whether the statement stands under a title such as "Definitions". */
  readonly inGlossary: (statement: Draft) => boolean;
  /** Whether it is the first under its title, or of an answer. */
  readonly opens: (statement: Draft) => boolean;
  /** Run-in title of the statement's block, if it is the block's first statement and may be a term. */
  readonly titleOf: (statement: Draft) => Span | null;
}

/** A term that a sentence names, in the making. */
export interface Named {
  readonly names: string[];
  readonly start: number;
  readonly meaning: { start: number; end: number };
  readonly block: number;
  /** Whether the whole sentence is its definition, so that the next may go on with it. */
  readonly whole: boolean;
}

/** A term with its places in the text, where its words tell them from the start of the statement. */
export function shifted(statement: Draft, names: readonly string[], at: number, meaning: Span, whole: boolean): Named {
  const base = statement.start;
  return {
    names: [...names],
    start: base + at,
    meaning: { start: base + meaning.start, end: base + meaning.end },
    block: statement.block,
    whole,
  };
}

/** The names that stand between quotation marks, but for pronouns. */
export function namesIn(words: string): string[] {
  return [...words.matchAll(quotes)]
    .map(([, name = '']) => name.trim())
    .filter((name) => name !== '' && !pronoun.test(name));
}

/** Who speaks and who is spoken to is told by the parties, and no term. */
export const pronoun = /^(?:I|me|my|we|us|our|ours|you|your|yours)$/i;

const quotes = /["“]\s*(?:the |a |an |our |your )?([^"”]{1,80}?)[.,;]?\s*["”]/gi;

/** "Files / Records" and "Files or Records" give two names. */
export function namesOfTitle(words: string): string[] {
  const quoted = namesIn(words);
  if (quoted.length > 0) return quoted;
  return words
    .replace(/[.:—–]+$|["“”*]/g, '')
    .split(/\s*(?:\/| or )\s*/)
    .map((name) => name.trim());
}

/** A sentence that binds somebody tells what is done, and not what a word means. */
export const duty = /\b(?:shall|must|will|may not|agrees?)\b|\b(?:won|can|don|doesn)['’]t\b/i;
