import type { Party } from '../../types.ts';
import { plain, quoteForPattern } from './proper-names.ts';

/** What is asked of a stretch of text by the names of the parties. */
export interface Undertaking {
  /** Whether the words are nothing but a name of a party ("The Company"). */
  readonly isParty: (name: string) => boolean;
  /** Whether a party binds itself in the sentence: a name or a pronoun of its own, with a verb of duty. */
  readonly undertakes: (words: string) => boolean;
  /** Whether a party of this contract is named in the words as such: "Vendor may", "of the Board", not "a vendor may". */
  readonly namesParty: (words: string) => boolean;
}

/** What no sentence lacks in which somebody binds himself; most lack it. */
const binds = /shall|will|must|may not|agree|undertake|promise|covenant|is bound|are bound|['’]ll/iu;

/** Names as they are written of one: "Vendor", "the Board", but not "a vendor" or "every Vendor". */
export function asProperNames(names: readonly string[]): RegExp {
  const proper = names.filter((name) => /^\p{Lu}/u.test(name)).map(quoteForPattern);
  return new RegExp(
    `(?<!\\b(?:[Aa]n?|[Aa]ny|[Ee]very|[Ee]ach|[Nn]o|[Aa]ll) )(?<![\\p{L}])(?:${proper.join('|') || '$.'})(?![\\p{L}])`,
    'u',
  );
}

/** Made ready to ask by the names that the parties were found to have. */
export function undertakingOf(parties: readonly Party[]): Undertaking {
  const names = new Set(parties.flatMap((party) => party.names.map(plain)));
  const listed = [...names]
    .filter((name) => name.length > 1)
    .sort((one, other) => other.length - one.length)
    .map(quoteForPattern);
  const own = parties
    .filter((party) => party.role === 'contractor')
    .flatMap((party) => party.names.map(plain))
    .map(quoteForPattern);
  // A vendor's own policy is its practice; only a law's or a board's asking is nobody's promise.
  const practice = new RegExp(
    `^(?:the )?(?:${own.join('|') || '$.'}|our)(?:['’]s)? (?:own )?(?:[\\p{L}-]+ ){0,3}(?:polic(?:y|ies)|rules|practices?|standards|procedures?)\\b`,
    'iu',
  );
  const bound = new RegExp(
    `(?<![\\p{L}])(?:${listed.length > 0 ? `(?:the )?(?:${listed.join('|')})|` : ''}we|you|the parties|both parties|each party|it|they) (?:(?:hereby|also|therefore|accordingly|likewise) )?(?:shall|will|must|may not|agrees?|undertakes?|promises?|covenants?|warrants?|is bound|are bound)\\b|\\b(?:we|you)['’]ll\\b`,
    'iu',
  );
  // "The Act shall be complied with by Vendor": what is to be obeyed, and by whom.
  const obeyed = new RegExp(
    `\\b(?:shall|will|must) be (?:\\w+ )?(?:complied with|observed|obeyed|followed|kept|honored|adhered to|abided by),? (?:\\w+ )?by (?:the )?(?:${[...listed, 'us', 'both', 'each of us', 'the parties'].join('|')})(?![\\p{L}])`,
    'iu',
  );
  const named = asProperNames(
    parties.flatMap((party) => party.names.map((name) => name.replace(/^(?:the|our|your) /iu, ''))),
  );
  return {
    namesParty: (words) => named.test(words.slice(0, 4000)),
    isParty: (name) => names.has(plain(name.replace(/^for\s+/i, ''))),
    undertakes: (words) => {
      const head = words.slice(0, 4000);
      return (binds.test(head) && (bound.test(head) || obeyed.test(head))) || practice.test(words);
    },
  };
}
