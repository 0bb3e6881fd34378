import { standings } from '../../language/force.ts';
import { light } from '../../language/phrases.ts';
import { joined, oneOf, type Word, words } from '../../language/words.ts';
import type { Contract, Lexicon, Party, Term } from '../../types.ts';
import type { Role } from '../patterns/atoms.ts';
import { wordsIn } from './amended.ts';
import { stems } from './lexicon-names.ts';

const memberBoard = /\b(?:board|district|lea|school system|supervisory union)s?$/u;
const dataName = /\b(?:data|records?|information|content|files?|material|matter|property)$/u;
const deidentified = /de-?\s?identif|anonym|aggregat|statistic/u;
/** "by which no pupil can any longer be identified", "cannot be traced to a student", "cells of fewer than ten pupils suppressed". */
const namesNobody =
  /\bno (?:\w+,? (?:or )?){1,6}can (?:\w+ ){0,4}(?:identified|recogni[sz]ed|told)|\bcan(?:not|'t|’t| no longer)(?: \w+){0,3} (?:be )?(?:used to identify|identify|identified|traced|linked)|\bdoes not (?:\w+ )?identif|(?<!\bnot (?:been |yet been |being )?)\bstripped of (?:every|all|any)|\bcells?\b[^.;]{0,50}\b(?:fewer|less) than\b|^\W*(?:[\w'’-]+ ){1,5}from which\b(?=[^.;]{0,260}\b(?:all|any|every|each)\b)[^.;]{3,260}\b(?:has|have|is|are) (?:been )?(?:removed|stripped|taken (?:out|away)|deleted|erased)/u;
/** "Student Data means … It does not include data that cannot be used to identify a student." */
const leavesOut =
  /\b(?:(?:do|does|shall|will) not (?:include|mean|cover|extend to|refer to)|excludes?|excluding|other than|except|but not)\b/u;
/** In a contract with a school, whoever is named in what is kept may be a pupil: "each purchase with the name of the patron". */
const namesSomeone =
  /\b(?:names?|account numbers?|identity|identities) of (?:the |each |every |a |an |such )?(?:patron|diner|rider|passenger|cardholder|account holder|reader|borrower|member|participant|individual|person|examinee|player|camper|visitor)s?\b/u;
/** What is neither data nor somebody, whatever its meaning speaks of. */
const otherThing =
  /\b(?:service|system|platform|software|product|application|incident|breach|event|day|purpose|law|act|party|user|fee|term|order|agreement|subcontractor|subprocessor|vendor|period|window|program)s?$/u;
/** "What the children write", "all we have on your students". */
const keptOf =
  /^\W*(?:what|all that|all) (?:[\w']+ ){1,4}?(?:holds?|keeps?|has|have|knows?|writes?|draws?|sends?|types?|enters?|makes?|uploads?|collects?|learns?|stores?)\b/u;
/** Names of what is done, or of who does it. */
const deedName =
  /(?:ing|al|ion|ure|use|ment|(?:us|stor|leak|dam)age|ance|purposes?|notices?|\bact|laws?|users?|members?)$/u;
/** Words that begin the meaning of a deed, or of somebody. */
const opensDeed =
  /^(?:un\w+|notice|notification|release|disclosure|acquisition|access|use|loss|theft|breach|sharing|collection|person|people|compan\w+|employee|staff|student|pupil|child|day|period|time|service|software|app|act|law|event|incident|any|each|every)$/u;
/** No contract gives the data so many names; each term is held against all of them. */
const mostNames = 100;
const universal = oneOf('everything anything whatever all');

/** What each defined term of a contract stands for; null for what is neither a side nor the data. */
export function rolesOfTerms(contract: Contract, lexicon: Lexicon): (Role | null)[] {
  const { terms } = contract;
  const first = terms.map((term) => roleOfTerm(contract, term, lexicon));
  const namesOf = (roles: readonly (Role | null)[]) =>
    terms.flatMap(({ names }, index) => (roles[index] === 'DATA' ? names : []));
  const given = namesOf(first).slice(0, mostNames);
  const roles = terms.map((term, index) => {
    const role = first[index] ?? null;
    return role === 'DATA' && isDoneWith(contract, term, given, lexicon) ? null : role;
  });
  const known = namesOf(roles);
  return terms.map((term, index) => {
    const role = roles[index] ?? null;
    const own = nameOf(term);
    if (role !== 'DATA' && isOfContractors(contract, term)) return 'CONTRACTOR';
    if (role !== null) return role;
    // Told twice, once in passing: "Badge data" and "badge data".
    if (known.some((name) => name.toLowerCase() === own)) return 'DATA';
    if (memberBoard.test(own)) return 'BOARD';
    if (!dataName.test(own)) return isOnlyBoard(contract, term) ? 'BOARD' : null;
    // Some terms are told by other terms: "Patron Records" means Account Data and Transaction Data.
    return known.some((name) => meaningOf(contract, term).includes(name)) ? 'DATA' : null;
  });
}

/**
 * A term is student data if its meaning joins the student and a word for data, or if the board's or its users' uploads
 * are what it means; it is de-identified if it says that nobody can be told from it.
 */
function roleOfTerm(contract: Contract, term: Term, lexicon: Lexicon): Role | null {
  const own = nameOf(term);
  const said = meaningOf(contract, term).toLowerCase();
  if (deidentified.test(own) || namesNobody.test(said.split(leavesOut)[0] ?? said)) return 'DEID';
  if (otherThing.test(own)) return null;
  const name = words(own);
  const meaning = wordsIn(contract, term.meaning);
  // "This Student Data Privacy Agreement (the "DPA")".
  if (otherThing.test(headWords(meaning).at(-1)?.text ?? '')) return null;
  const family = stems(lexicon, 'FAMILY');
  const nouns = stems(lexicon, 'data-noun');
  const ofStudents = holds(name, family);
  const student = ofStudents || speaksOf(meaning, family);
  if (isOfFamily(name, meaning, family, nouns)) return 'FAMILY';
  // "Authorized Work" is a task; "Pupil Work" is what pupils make.
  const named = nouns.has(headOf(name)?.stem ?? '') && (ofStudents || !/\bworks?$/u.test(own));
  const ofParty = (role: Party['role']) => partyNames(contract, role).some((party) => own.startsWith(`${party} `));
  if (!student && (holds(name, stems(lexicon, 'other-modifier')) || ofParty('contractor'))) return 'OTHER';
  // "Student Readings" are a student's height, heart rate and any other information.
  const ofTheirs = ofStudents && holds(meaning, nouns);
  const isThing = ofTheirs || meansThing(meaning, nouns, stems(lexicon, 'personal-noun'));
  const isDeed = deedName.test(own) || stems(lexicon, 'act-name').has(name.at(-1)?.stem ?? '');
  if (student && (named || (isThing && !isDeed))) return 'DATA';
  // "Buyer Records", where the Buyer is the board.
  return named && (namesSomeone.test(said) || isOfUsers(own, said) || ofParty('board')) ? 'DATA' : null;
}

/**
 * "Strikeout" is "the deletion of Pupil Material", "Lockup" "the condition in which Pupil Material is kept": where its
 * meaning speaks of data by a name that is given to them, and is no data itself, a term says what is done with them.
 */
function isDoneWith(contract: Contract, term: Term, known: readonly string[], lexicon: Lexicon): boolean {
  const nouns = stems(lexicon, 'data-noun');
  const family = stems(lexicon, 'FAMILY');
  if (
    holds(
      term.names.flatMap((name) => words(name)),
      new Set([...nouns, ...family]),
    )
  )
    return false;
  const meaning = wordsIn(contract, term.meaning);
  const personal = stems(lexicon, 'personal-noun');
  const head = headWords(meaning);
  if (universal.has(head[0]?.text ?? '') || holds(head, new Set([...nouns, ...personal, ...family]))) return false;
  if (!deedName.test(head.at(-1)?.text ?? '') && isListOf(meaning, nouns, personal)) return false;
  const said = meaningOf(contract, term);
  return known.some((name) => !term.names.includes(name) && /^[A-Z]/u.test(name) && said.includes(name));
}

/** "The part of the Case Data that …" is of the data. */
const partOf =
  /^(?:part|portion|whole|all|any|some|each|every|copy|copies|set|subset|collection|list|body|sum|total|piece|item|scrap|kind|sort|contents?)$/u;
const endsHead =
  /^(?:of|in|to|from|by|with|for|on|upon|about|under|at|into|that|which|who|whom|whose|where|when|whereby|[,.;:(])$/u;

/** The words with which a meaning begins, as far as they say what kind of thing it is. */
function headWords(meaning: readonly Word[]): readonly Word[] {
  let from = meaning.findIndex(({ kind, text }) => kind === 'word' && !light.has(text));
  if (from < 0) return [];
  for (;;) {
    const length = meaning.slice(from).findIndex(({ text }) => endsHead.test(text));
    const head = meaning.slice(from, length < 0 ? meaning.length : from + length);
    // "Driving the robots", "having in force", "Pupil Material's having been taken" are deeds.
    if (/(?<!th)ing$/u.test(head[0]?.text ?? '')) return [];
    const owned = head.findIndex(({ text }) => text === "'s");
    if (owned >= 0) return head.slice(owned + 1);
    if (length < 0 || meaning[from + length]?.text !== 'of' || !partOf.test(head.at(-1)?.text ?? '')) return head;
    from += length + 1;
  }
}

/** In small letters. */
function nameOf({ names }: Term): string {
  return names.join(' ').toLowerCase();
}

function meaningOf({ text }: Contract, { meaning }: Term): string {
  return text.value.slice(meaning.start, meaning.end);
}

/** In small letters. */
function partyNames({ parties }: Contract, role: Party['role']): string[] {
  return parties.flatMap((party) => (party.role === role ? party.names.map((name) => name.toLowerCase()) : []));
}

function holds(text: readonly Word[], wanted: ReadonlySet<string>): boolean {
  return text.some(({ stem }) => wanted.has(stem));
}

/** "Requesting school system: Stony Ledge Board of Education (the "System")". */
function isOnlyBoard(contract: Contract, term: Term): boolean {
  const said = meaningOf(contract, term);
  const board = contract.parties.find(({ role }) => role === 'board')?.names.find((name) => said.includes(name));
  return board !== undefined && said.length < board.length + 40;
}

/** "Ashlar and Pinna are together called the “Makers”". */
function isOfContractors(contract: Contract, term: Term): boolean {
  const said = meaningOf(contract, term);
  const named = contract.parties.filter(
    ({ role, names }) => role === 'contractor' && names.some((name) => said.includes(name)),
  );
  return named.length > 1 && said.length < longestList;
}

/** Characters in which several companies are listed. */
const longestList = 120;

/** What the customer or its users put in. "Licensed Content" is what they are shown, "User Content" what they put in. */
function isOfUsers(own: string, said: string): boolean {
  if (promotes.test(said)) return false;
  if (shown.test(own) && !putInBy.test(said)) return false;
  return /\b(customer|client|user|school|district|board|subscriber|you|your|users|covered|protected)\b/u.test(
    `${own} ${said}`,
  );
}

/** "Partner Materials" that a customer gives to be advertised with: its name and logo. */
const promotes = /\b(?:logos?|trademarks?|masthead|(?:to|help \w+) (?:market|promote|advertise))\b/u;
const shown = /^(?!.*\b(?:user|customer|client|subscriber|school|district|board|your)s?\b).*\b(?:content|materials?)$/u;
const putInBy =
  /\b(?:submit|upload|enter|input|post|creat|provid|furnish|suppl|transmit|send|sent|shar)\w*\b[^.;]{0,80}\b(?:by|from)\b|\b(?:customers?|clients?|users?|schools?|districts?|boards?|subscribers?|you)\b[^.;]{0,40}\b(?:submit|upload|enter|input|post|create|provide|furnish|supply|transmit|send|share)s?\b/u;

/** "bank and inventory figures that identify no pupil" are not about pupils. */
function speaksOf(meaning: readonly Word[], persons: ReadonlySet<string>): boolean {
  const standing = standings(meaning);
  return meaning.some((word, at) => persons.has(word.stem) && !standing[at]?.denied);
}

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

/**
 * "Disposal" means doing something to records; "Protected Matter" means all that is held about a pupil: the first words
 * of the meaning tell a thing from an act. "Video of lessons, transcripts, test results": a list of such things is one.
 */
function meansThing(meaning: readonly Word[], nouns: ReadonlySet<string>, personal: ReadonlySet<string>): boolean {
  if (
    keptOf.test(joined(meaning.slice(0, 9))) ||
    holds(meaning.slice(0, 9), nouns) ||
    meaning.slice(0, 4).some(({ text }) => universal.has(text))
  )
    return true;
  const first = meaning.find((word) => word.kind === 'word' && !light.has(word.text));
  if (!first || opensDeed.test(first.text)) return false;
  return isListOf(meaning, nouns, personal);
}

function isListOf(meaning: readonly Word[], nouns: ReadonlySet<string>, personal: ReadonlySet<string>): boolean {
  const found = new Set(meaning.slice(0, 40).map(({ stem }) => (nouns.has(stem) || personal.has(stem) ? stem : '')));
  return found.size > 2;
}
