import { standings } from '../language/force.ts';
import { light, Phrases } from '../language/phrases.ts';
import type { Word } from '../language/words.ts';
import { words } from '../language/words.ts';
import type { Contract, Lexicon, Party, Term } from '../types.ts';
import { wordsIn } from './amended.ts';
import type { Role } from './atoms.ts';
import { bareName, candidates, persons, sides } from './company.ts';
import type { Scales } from './weigh.ts';

/** What a name in this contract stands for. */
export interface Name {
  readonly role: Role | null;
  /** Index into `Contract.terms`; -1 if it is no defined term. */
  readonly term: number;
  /** "Press", "Box": a party's own name counts only with its capital. */
  readonly capital: boolean;
  /** Its last word as written. */
  readonly word?: string;
  /** "evaluator", "provider": the word as written, since "evaluation" and "provide" share its stem. */
  readonly agent?: string;
  /** "Superintendent": who acts for a party, and is not the party itself. */
  readonly officer?: boolean;
  /** "protected" of "protected data": the word as written, since who must "protect data" does not name it. */
  readonly participle?: string;
}

/** Names by their phrases; the id of a phrase is the place of its name in the list. */
export interface Named {
  readonly phrases: Phrases;
  readonly list: readonly Name[];
}

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

/** A name as written, and what it stands for. */
type Given = readonly [string, Name];

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
  return given;
}

/** "The Studio:" above its name; in a sentence its article is no part of it. */
function withoutArticle(name: string): string {
  return name.replace(/^(?:the|an?) (?=\S)/iu, '');
}

/** From which weight on the company of a name tells what it stands for, where the contract declares nothing of it. */
const sure = 0.8;
/** The same where no other name has that role, or where next to nothing speaks for what the contract seems to declare. */
const likely = 0.5;
const unlikely = 0.1;
/** … and the name stands there so many times. */
const enough = 5;

/** Names of a side or the data that are not declared, or seem to be declared as the other side. */
function likelyNames(contract: Contract, declared: readonly Given[], shared: Named, naming: Scales): Given[] {
  const byKey = new Map([...declared].reverse().map(([name, one]) => [stemsOf(bareName(name)), one]));
  const weighed = candidates(contract).map(({ name, count, features }) => {
    const weights = naming.weigh(features);
    const before = byKey.get(stemsOf(bareName(name)));
    const weightOf = (role: Role) => weights[naming.place(role) ?? -1] ?? 0;
    // A term that the contract defines is not what the word means elsewhere.
    return { name, count, before, now: before ? before.role : roleIn(shared, name), weightOf };
  });
  const isLikely = ({ count, now, weightOf }: (typeof weighed)[number], role: Role): boolean => {
    if (now === null) return weightOf(role) >= sure;
    const isOtherSide = (now === 'CONTRACTOR' && role === 'BOARD') || (now === 'BOARD' && role === 'CONTRACTOR');
    return isOtherSide && count >= enough && weightOf(now) <= unlikely && weightOf(role) >= likely;
  };
  const known = new Set(declared.map(([, { role }]) => role));
  return sides.flatMap((role) => {
    const [best] = weighed.filter(({ now }) => now === null).sort((a, b) => b.weightOf(role) - a.weightOf(role));
    const found = weighed.filter((one) => isLikely(one, role));
    if (found.length === 0 && !known.has(role) && best && best.weightOf(role) >= likely) found.push(best);
    return found.map(({ name, before }): Given => {
      const capital = role !== 'DATA' && words(name).length < 3;
      return [name, before ? { ...before, role } : { role, term: -1, capital }];
    });
  });
}

/** Names that differ in number or case alone are one. */
function stemsOf(parts: readonly Word[]): string {
  return parts.map(({ stem }) => stem).join(' ');
}

/** What the whole of a name stands for in any contract; null if nothing. */
function roleIn({ phrases, list }: Named, name: string): Role | null {
  const parts = words(name);
  const whole = phrases.at(parts, 0).find(({ start, end }) => start === 0 && end === parts.length);
  return whole ? (list[whole.id]?.role ?? null) : null;
}

function named(names: readonly (readonly [string, Name])[]): Named {
  const phrases = new Phrases();
  const list: Name[] = [];
  const taken = new Set<string>();
  for (const [phrase, name] of names) {
    const parts = words(phrase);
    const key = stemsOf(parts);
    if (!key || taken.has(key)) continue;
    taken.add(key);
    phrases.add(phrase, list.length);
    const first = parts.length > 1 ? (parts[0]?.text ?? '') : '';
    const last = parts.at(-1)?.text ?? '';
    list.push({
      ...name,
      word: last,
      ...(/(?:er|or)$/u.test(last) ? { agent: last } : {}),
      ...(first.endsWith('ed') ? { participle: first } : {}),
    });
  }
  return { phrases, list };
}

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
const ofLexicon = new WeakMap<Lexicon, Named>();

/** "presses the button", "hosts the data": a party only with a capital. */
const alsoVerbs = new Set(['press', 'host']);

/** The lexicon's words for roles: made once for all contracts. */
function lexiconNames(lexicon: Lexicon): Named {
  let found = ofLexicon.get(lexicon);
  if (!found) {
    const names = lexiconRoles.flatMap(([concept, role]) =>
      (lexicon.get(concept) ?? []).map((phrase): [string, Name] => [
        phrase,
        { role, term: -1, capital: alsoVerbs.has(phrase), ...(concept === 'board-officer' ? { officer: true } : {}) },
      ]),
    );
    found = named(names);
    ofLexicon.set(lexicon, found);
  }
  return found;
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

/** "Requesting school system: Stony Ledge Board of Education (the "System")". */
function isOnlyBoard({ parties, text: { value } }: Contract, { meaning }: Term): boolean {
  const said = value.slice(meaning.start, meaning.end);
  const board = parties.find(({ role }) => role === 'board')?.names.find((name) => said.includes(name));
  return board !== undefined && said.length < board.length + 40;
}

const memberBoard = /\b(?:board|district|lea|school system|supervisory union)s?$/u;
const dataName = /\b(?:data|records?|information|content|files?|material|matter|property)$/u;

/** Some terms are told by other terms: "Patron Records" means Account Data and Transaction Data. */
function rolesOfTerms(contract: Contract, lexicon: Lexicon): (Role | null)[] {
  const { terms, text } = contract;
  const roles = terms.map((term) => roleOfTerm(contract, term, lexicon));
  const known = terms.flatMap(({ names }, index) => (roles[index] === 'DATA' ? names : []));
  return terms.map((term, index) => {
    const role = roles[index] ?? null;
    const own = term.names.join(' ').toLowerCase();
    if (role !== null) return role;
    if (memberBoard.test(own)) return 'BOARD';
    if (!dataName.test(own) && isOnlyBoard(contract, term)) return 'BOARD';
    const meaning = text.value.slice(term.meaning.start, term.meaning.end);
    if (dataName.test(own) && known.some((name) => meaning.includes(name))) return 'DATA';
    return null;
  });
}

/**
 * A term is student data if its meaning joins the student and a word for data, or if the board's or its users' uploads
 * are what it means; it is de-identified if it says that nobody can be told from it.
 */
function roleOfTerm(contract: Contract, term: Term, lexicon: Lexicon): Role | null {
  const meaning = wordsIn(contract, term.meaning);
  const own = term.names.join(' ').toLowerCase();
  const said = contract.text.value.slice(term.meaning.start, term.meaning.end).toLowerCase();
  if (/de-?\s?identif|anonym|aggregat|statistic/u.test(own) || namesNobody.test(said)) return 'DEID';
  if (
    /\b(service|system|platform|software|product|application|incident|breach|event|day|purpose|law|act|party|user|fee|term|order|agreement|subcontractor|subprocessor|vendor|period|window|program)s?$/u.test(
      own,
    )
  )
    return null;
  const has = (concept: string, text: readonly Word[]): boolean =>
    text.some((word) => stems(lexicon, concept).has(word.stem));
  const name = words(own);
  const ofStudents = has('FAMILY', name);
  const student = ofStudents || speaksOf(meaning, stems(lexicon, 'FAMILY'));
  if (isOfFamily(name, meaning, stems(lexicon, 'FAMILY'), stems(lexicon, 'data-noun'))) return 'FAMILY';
  // "Authorized Work" is a task; "Pupil Work" is what pupils make.
  const named = stems(lexicon, 'data-noun').has(headOf(name)?.stem ?? '') && (ofStudents || !/\bworks?$/u.test(own));
  if (has('other-modifier', name) && !student) return 'OTHER';
  if (!student && partyNames(contract, 'contractor').some((party) => own.startsWith(`${party} `))) return 'OTHER';
  // "Disposal" means doing something to records; "Protected Matter" means all that is held about a pupil: the first
  // words of the meaning tell a thing from an act.
  const thing =
    has('data-noun', meaning.slice(0, 9)) ||
    meaning.slice(0, 4).some((word) => universal.has(word.text)) ||
    lists(meaning, stems(lexicon, 'data-noun'), stems(lexicon, 'personal-noun'));
  // "Student Readings" are a student's height, heart rate and any other information.
  const ofTheirs = ofStudents && has('data-noun', meaning);
  if (student && (named || ((thing || ofTheirs) && !acts.test(own)))) return 'DATA';
  if (named && namesSomeone.test(contract.text.value.slice(term.meaning.start, term.meaning.end))) return 'DATA';
  if (named && isOfUsers(own, said)) return 'DATA';
  // "Buyer Records", where the Buyer is the board.
  if (named && partyNames(contract, 'board').some((board) => own.startsWith(`${board} `))) return 'DATA';
  return null;
}

/** What the customer or its users put in. "Licensed Content" is what they are shown, "User Content" what they put in. */
function isOfUsers(own: string, said: string): boolean {
  if (shown.test(own) && !putInBy.test(said)) return false;
  return /\b(customer|client|user|school|district|board|subscriber|you|your|users|covered|protected)\b/u.test(
    `${own} ${said}`,
  );
}

const shown = /^(?!.*\b(?:user|customer|client|subscriber|school|district|board|your)s?\b).*\b(?:content|materials?)$/u;
const putInBy =
  /\b(?:submit|upload|enter|input|post|creat|provid|furnish|suppl|transmit|send|sent|shar)\w*\b[^.;]{0,80}\b(?:by|from)\b|\b(?:customers?|clients?|users?|schools?|districts?|boards?|subscribers?|you)\b[^.;]{0,40}\b(?:submit|upload|enter|input|post|create|provide|furnish|supply|transmit|send|share)s?\b/u;

/** In small letters. */
function partyNames({ parties }: Contract, role: Party['role']): string[] {
  return parties.flatMap((party) => (party.role === role ? party.names.map((name) => name.toLowerCase()) : []));
}

/** "bank and inventory figures that identify no pupil" are not about pupils. */
function speaksOf(meaning: readonly Word[], persons: ReadonlySet<string>): boolean {
  const standing = standings(meaning);
  return meaning.some((word, at) => persons.has(word.stem) && !standing[at]?.denied);
}

/** In a contract with a school, whoever is named in what is kept may be a pupil: "each purchase with the name of the patron". */
const namesSomeone =
  /\b(?:names?|account numbers?|identity|identities) of (?:the |each |every |a |an |such )?(?:patron|diner|rider|passenger|cardholder|account holder|reader|borrower|member|participant|individual|person|examinee|player|camper|visitor)s?\b/i;

/** "Records of Students" are records. */
function headOf(name: readonly Word[]): Word | undefined {
  const of = name.findIndex((word) => word.text === 'of');
  return of > 0 ? name[of - 1] : name.at(-1);
}

/** "Learner", "Family Member"; "Adult" where it means a parent or guardian, but not "Roster", a student's name. */
function isOfFamily(
  name: readonly Word[],
  meaning: readonly Word[],
  family: ReadonlySet<string>,
  nouns: ReadonlySet<string>,
): boolean {
  const last = headOf(name);
  if (last && family.has(last.stem)) return true;
  if (last?.stem === 'member' && family.has(name.at(-2)?.stem ?? '')) return true;
  const head = meaning.findIndex((word) => word.kind === 'word' && !light.has(word.text) && word.text !== 'every');
  const next = meaning[head + 1];
  return (
    head >= 0 &&
    head < 3 &&
    // The Family Educational Rights and Privacy Act.
    !meaning.some((word) => word.text === 'act') &&
    family.has(meaning[head]?.stem ?? '') &&
    next?.text !== "'s" &&
    !nouns.has(next?.stem ?? '') &&
    !nouns.has(last?.stem ?? '')
  );
}

/** "by which no pupil can any longer be identified", "cannot be traced to a student". */
const namesNobody =
  /\bno (?:\w+,? (?:or )?){1,6}can (?:\w+ ){0,4}(?:identified|recogni[sz]ed|told)|\bcan(?:not|'t|’t| no longer)(?: \w+){0,3} (?:be )?(?:used to identify|identify|identified|traced|linked)|\bdoes not (?:\w+ )?identif|(?<!\bnot (?:been |yet been |being )?)\bstripped of (?:every|all|any)/u;

/** "video of lessons, transcripts, test results of named pupils": a list of such things is one. */
function lists(meaning: readonly Word[], nouns: ReadonlySet<string>, personal: ReadonlySet<string>): boolean {
  const [first] = meaning.filter((word) => word.kind === 'word' && !light.has(word.text));
  if (!first || deeds.test(first.text)) return false;
  const found = new Set(meaning.slice(0, 40).map(({ stem }) => (nouns.has(stem) || personal.has(stem) ? stem : '')));
  return found.size > 2;
}

const deeds =
  /^(?:un\w+|notice|notification|release|disclosure|acquisition|access|use|loss|theft|breach|sharing|collection|person|people|compan\w+|employee|staff|student|pupil|child|day|period|time|service|software|app|act|law|event|incident|any|each|every)$/u;
const universal = new Set(['everything', 'anything', 'whatever', 'all']);
const acts =
  /(ing|al|ion|ure|use|ment|(?:us|stor|leak|dam)age|ance|purposes?|notices?|\bact|ferpa|laws?|users?|members?)$/u;

const cache = new WeakMap<Lexicon, Map<string, Set<string>>>();

/** Stems of the one-word phrases of a concept. */
export function stems(lexicon: Lexicon, concept: string): ReadonlySet<string> {
  let byConcept = cache.get(lexicon);
  if (!byConcept) {
    byConcept = new Map();
    cache.set(lexicon, byConcept);
  }
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
