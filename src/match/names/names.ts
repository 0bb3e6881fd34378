import { words } from '../../language/words.ts';
import type { Contract, Lexicon, Party } from '../../types.ts';
import type { Role } from '../patterns/atoms.ts';
import type { Scales } from '../weights/weigh.ts';
import { persons } from './company.ts';
import { lexiconNames } from './lexicon-names.ts';
import { likelyNames } from './likely-names.ts';
import { type Given, type Named, named } from './named.ts';
import { pupilsNames } from './pupils-name.ts';
import { rolesOfTerms } from './term-roles.ts';

/** The names of a contract: parties, defined terms, and the lexicon's words for roles, the contract's own first. */
export interface Names {
  /** Names that the contract gives, then the lexicon's. */
  readonly own: Named;
  readonly shared: Named;
  /** Who speaks as "we", who is spoken to as "you". */
  readonly we: Role;
  readonly you: Role;
  /** Whether each term is student data and so on; by index of `Contract.terms`. */
  readonly termRoles: readonly (Role | null)[];
}

/** Reads off what every name of a contract stands for. `naming` weighs the company of names; without it only what is declared counts. */
export function resolveNames(contract: Contract, lexicon: Lexicon, naming: Scales | null): Names {
  const termRoles = rolesOfTerms(contract, lexicon);
  const shared = lexiconNames(lexicon);
  const declared = declaredNames(contract, lexicon, termRoles);
  const found = naming ? likelyNames(contract, declared, shared, naming) : [];
  for (const [, { term, role }] of found) if (term >= 0) termRoles[term] = role;
  const we = speaker(contract.parties, 'we');
  const you = speaker(contract.parties, 'you');
  return {
    own: named([...found, ...declared]),
    shared,
    we: we ?? (you === 'CONTRACTOR' ? 'BOARD' : 'CONTRACTOR'),
    you: you ?? (we === 'BOARD' ? 'CONTRACTOR' : 'BOARD'),
    termRoles,
  };
}

/** What the contract itself says of its names: the data, the parties, the defined terms. */
function declaredNames(contract: Contract, lexicon: Lexicon, termRoles: readonly (Role | null)[]): Given[] {
  const generic = new Set(
    [...(lexicon.get('contractor') ?? []), ...(lexicon.get('board') ?? [])].map((phrase) => phrase.toLowerCase()),
  );
  const given = contract.dataNames.map((name): Given => [name, { role: 'DATA', term: -1, capital: false }]);
  for (const party of contract.parties) {
    for (const name of party.names.map(withoutArticle)) {
      if (persons.has(name.toLowerCase())) continue;
      const capital = !generic.has(name.toLowerCase()) && words(name).length < 3;
      given.push([name, { role: roleOfParty(party), term: -1, capital }]);
    }
  }
  contract.terms.forEach((term, index) => {
    const said = contract.text.value.slice(term.meaning.start, term.meaning.end);
    for (const name of term.names) {
      const isOfficer = posts.test(name) && ofBoard.test(said);
      const role = isOfficer ? 'BOARD' : (termRoles[index] ?? null);
      given.push([
        withoutArticle(name),
        { role, term: index, capital: false, ...(isOfficer ? { officer: true } : {}) },
      ]);
    }
  });
  const data = given.flatMap(([name, { role }]) => (role === 'DATA' ? [name] : []));
  for (const name of pupilsNames(contract, data)) given.push([name, { role: 'FAMILY', term: -1, capital: false }]);
  return given;
}

/** "The Studio:" above its name; in a sentence its article is no part of it. */
function withoutArticle(name: string): string {
  return name.replace(/^(?:the|an?) (?=\S)/iu, '');
}

/** "the District's Director of Technology (the "Privacy Lead")" acts for the board. */
const posts =
  /\b(?:lead|officer|coordinator|director|contact|liaison|administrator|representative|designee|manager)$/iu;
const ofBoard = /\b(?:board|district|school|superintendent|principal)(?:['’]s)?\b/iu;

function roleOfParty(party: Party): Role {
  return party.role === 'contractor' ? 'CONTRACTOR' : 'BOARD';
}

function speaker(parties: readonly Party[], person: 'we' | 'you'): Role | undefined {
  const party = parties.find((one) => one.person === person);
  return party && roleOfParty(party);
}
