import { ofLexicon } from '../../language/of-lexicon.ts';
import { oneOf, words } from '../../language/words.ts';
import type { Lexicon } from '../../types.ts';
import type { Role } from '../patterns/atoms.ts';
import { type Given, type Named, named } from './named.ts';

/** `no-role` holds phrases that have a role's word in them and name nobody: "school day", "board of directors". */
const lexiconRoles: readonly (readonly [string, Role | null])[] = [
  ['contractor', 'CONTRACTOR'],
  ['board', 'BOARD'],
  ['board-officer', 'BOARD'],
  ['both', 'BOTH'],
  ['DATA', 'DATA'],
  ['DEID', 'DEID'],
  ['FAMILY', 'FAMILY'],
  ['THIRD', 'THIRD'],
  ['OTHER', 'OTHER'],
  ['no-role', null],
];

/** "presses the button", "hosts the data": a party only with a capital. */
const alsoVerbs = oneOf('press host');

/** The lexicon's words for roles. */
export const lexiconNames = ofLexicon(
  (lexicon): Named =>
    named(
      lexiconRoles.flatMap(([concept, role]) =>
        (lexicon.get(concept) ?? []).map(
          (phrase): Given => [
            phrase,
            {
              role,
              term: -1,
              capital: alsoVerbs.has(phrase),
              ...(concept === 'board-officer' ? { officer: true } : {}),
            },
          ],
        ),
      ),
    ),
);

const stemsByConcept = ofLexicon(() => new Map<string, Set<string>>());

/** Stems of the one-word phrases of a concept. */
export function stems(lexicon: Lexicon, concept: string): ReadonlySet<string> {
  const byConcept = stemsByConcept(lexicon);
  let found = byConcept.get(concept);
  if (!found) {
    found = new Set();
    for (const phrase of lexicon.get(concept) ?? []) {
      const [first, second] = words(phrase);
      if (first && !second) found.add(first.stem);
    }
    byConcept.set(concept, found);
  }
  return found;
}
