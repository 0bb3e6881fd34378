import { light } from '../../language/phrases.ts';
import type { Word } from '../../language/words.ts';
import { oneOf } from '../../language/words.ts';
import type { Role } from '../patterns/atoms.ts';
import type { Context, Reader } from '../reading.ts';
import { stems } from './lexicon-names.ts';

/** Notes that words speak of a role. */
export type PutRole = (role: Role, start: number, end: number, weak?: boolean) => void;

/** In a contract with a school, bare "data" and "records" are pupils' unless something else is said of them. */
const bareData = oneOf('data records record');
/** "Information" and "copies" are so only where pupils or their data are spoken of. */
const bareThings = oneOf('information files file content copies copy');

export const prepositions = oneOf('in to from by with for on upon over about under');

/** "such data", after a sentence about data of nobody. */
const pointers = oneOf('such this that these those');

const openers = oneOf('what whatever everything anything nothing all');

/** "records of pupils", "your students' names", "the data": words for data, told apart by whose they are. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a table of what a word before or after the noun tells
export function dataNouns(
  reader: Reader,
  text: readonly Word[],
  roleAt: readonly (Role | null)[],
  { topics, nobodys }: Pick<Context, 'topics' | 'nobodys'>,
  role: PutRole,
): void {
  const isPupils = (one: Role | null): boolean => one === 'DATA' || one === 'FAMILY';
  const isAboutPupils = topics.has('DATA') || topics.has('FAMILY') || roleAt.some(isPupils);
  const nouns = stems(reader.atoms.lexicon, 'data-noun');
  const personal = stems(reader.atoms.lexicon, 'personal-noun');
  const others = stems(reader.atoms.lexicon, 'other-modifier');
  for (let i = 0; i < text.length; i++) {
    const word = text[i];
    if (!word) continue;
    if (openers.has(word.text) && opensData(text, roleAt, i)) role('DATA', i, i + 1);
    if (personal.has(word.stem) && roleAt[i] === null && word.text !== 'named') {
      const whose = [1, 2, 3].map((back) => roleAt[i - back]).find((one) => one !== null && one !== undefined);
      if ((whose === 'FAMILY' && possessor(text, roleAt, i, others) === 'student') || isOfFamily(text, roleAt, i))
        role('DATA', i, i + 1);
      continue;
    }
    if (!nouns.has(word.stem)) continue;
    if (roleAt[i] === 'OTHER' && (aboutStudent(text, roleAt, i) || isFamilyOwn(roleAt, i))) role('DATA', i, i + 1);
    if (roleAt[i] !== null) continue;
    const whose = possessor(text, roleAt, i, others);
    if (whose === 'other' && !(text[i + 1]?.text !== 'for' && aboutStudent(text, roleAt, i))) continue;
    if (
      whose === 'student' ||
      ofStudent(text, roleAt, i) ||
      givenByStudent(text, roleAt, i) ||
      isAboutFamily(text, roleAt, i) ||
      isPutIn(text, i)
    )
      role('DATA', i, i + 1);
    else if (nobodys && pointers.has(text[i - 1]?.text ?? '')) role('DEID', i - 1, i + 1);
    else if (bareData.has(word.text) || (isAboutPupils && bareThings.has(word.text))) role('DATA', i, i + 1, true);
  }
}

/** "whatever your students type", "everything that we hold about them"; "What is kept about them?" only asks. */
function opensData(text: readonly Word[], roleAt: readonly (Role | null)[], at: number): boolean {
  const asks = text[at]?.text === 'what' && text[at - 1]?.kind !== 'word';
  return givenByStudent(text, roleAt, at) || (!asks && isAboutFamily(text, roleAt, at));
}

/** "everything that we hold about your students" is data of theirs. */
function isAboutFamily(text: readonly Word[], roleAt: readonly (Role | null)[], at: number): boolean {
  for (let k = at + 1; k < text.length && k < at + 8; k++) {
    const role = roleAt[k];
    if (text[k]?.kind !== 'word' || role === 'DATA' || role === 'DEID' || role === 'OTHER') return false;
    if (text[k]?.text !== 'to' && about.has(text[k]?.text ?? '') && roleAt.slice(k + 1, k + 5).includes('FAMILY'))
      return true;
  }
  return false;
}

/** "logs of pupils", "names and telephone numbers of students": with only nouns in a row between, and articles. */
function isOfFamily(text: readonly Word[], roleAt: readonly (Role | null)[], at: number): boolean {
  for (let k = at + 1; k < text.length && k < at + 7; k++) {
    const word = text[k]?.text ?? '';
    if (word === 'of') {
      const next = light.has(text[k + 1]?.text ?? '') ? k + 2 : k + 1;
      return roleAt[next] === 'FAMILY';
    }
    if (k === at + 1 && word !== 'and' && word !== ',' && word !== 'or') return false;
    if (roleAt[k] !== null && roleAt[k] !== undefined) return false;
  }
  return false;
}

const put =
  /^(puts?|enters?|uploads?|submits?|gives?|types?|writes?|posts?|shares?|sends?|creates?|makes?|hands?|inputs?|supply|supplies|loads?|stores?|records?|contributes?|does|do|tells?|draws?|provides?|written|wrote|drawn|said|done|made|typed|given|posted|uploaded|submitted|entered|created|shared|searched|read|watched|bought|eaten|chosen|answered|recorded)$/u;
const entered = oneOf('entered uploaded submitted input inputted typed posted keyed collected gathered captured');
const about = oneOf('on about regarding concerning for of to');

/** "whatever your students type", "what pupils give us". */
function givenByStudent(text: readonly Word[], roleAt: readonly (Role | null)[], at: number): boolean {
  for (let k = at + 1; k < text.length && k < at + 4; k++) {
    if (text[k]?.kind === 'mark') return false;
    if (roleAt[k] === 'FAMILY') return text.slice(k + 1, k + 9).some((word) => put.test(word.text));
  }
  return false;
}

/** "performance data on each learner" is about the learner, however it is called. */
function aboutStudent(text: readonly Word[], roleAt: readonly (Role | null)[], at: number): boolean {
  return about.has(text[at + 1]?.text ?? '') && roleAt.slice(at + 2, at + 6).includes('FAMILY');
}

/** "student usage data" is the student's. */
function isFamilyOwn(roleAt: readonly (Role | null)[], at: number): boolean {
  let first = at;
  while (roleAt[first - 1] === 'OTHER') first--;
  return roleAt[first - 1] === 'FAMILY';
}

/** "all data entered into the Service", "content that is uploaded". */
function isPutIn(text: readonly Word[], at: number): boolean {
  return text.slice(at + 1, at + 4).some((word) => entered.has(word.text));
}

/** "identifiable usage records", but not "non-identifiable". */
function isIdentifiable(text: readonly Word[], at: number): boolean {
  const before = text[at - 1]?.text;
  return text[at]?.text === 'identifiable' && before !== 'non' && before !== 'not';
}

const determiners = oneOf('the a an all any each every such that those these this');

// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a table of what a word before or after the noun tells
function possessor(
  text: readonly Word[],
  roleAt: readonly (Role | null)[],
  at: number,
  others: ReadonlySet<string>,
): 'student' | 'other' | null {
  let determined = false;
  for (let k = at - 1; k >= 0 && k > at - 4; k--) {
    const word = text[k];
    if (!word || (k === at - 1 && word.text === ',')) break;
    if (determiners.has(word.text)) determined = true;
    // "Company in the data": a company's name before a preposition does not say whose the data is.
    if (k < at - 1 && prepositions.has(text[k + 1]?.text ?? '')) break;
    const role = roleAt[k];
    // "the children's account information".
    const before = text[k - 1]?.text === "'s" ? k - 2 : k - 1;
    // "Vendor deletes the records", "business with all data": an article begins the words that tell whose they are.
    if (others.has(word.stem) && !determined)
      return roleAt[before] === 'FAMILY' || isIdentifiable(text, k - 1) ? 'student' : 'other';
    if (role === 'FAMILY' || role === 'DATA') return 'student';
    const possessive = text[k + 1]?.text === "'s" || word.text === 'your' || word.text === 'our' || k === at - 1;
    if (role === 'BOARD' && possessive) return 'student';
    if (role === 'DEID' || role === 'OTHER' || role === 'THIRD') return 'other';
    if (role === 'CONTRACTOR' && possessive) return 'other';
    if (word.kind === 'mark' && word.text !== ',') break;
  }
  return null;
}

function ofStudent(text: readonly Word[], roleAt: readonly (Role | null)[], at: number): boolean {
  for (let k = at + 1; k < text.length && k < at + 8; k++) {
    const word = text[k];
    if (!word || word.text === ';' || word.text === '.' || word.text === ':') return false;
    if (roleAt[k] === 'FAMILY') return true;
    if (roleAt[k] === 'CONTRACTOR' || roleAt[k] === 'BOARD') return false;
  }
  return false;
}
