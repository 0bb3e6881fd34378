import { light } from '../language/phrases.ts';
import type { Quantity } from '../language/quantities.ts';
import type { Word } from '../language/words.ts';
import type { Atoms, Role } from './atoms.ts';
import { type Hit, Hits } from './hits.ts';
import type { Name, Named } from './names.ts';
import { stems } from './names.ts';
import type { Context, Reader } from './reading.ts';

interface Mentions {
  readonly hits: Hits;
  /** Indexes of words at which a party is named. */
  readonly parties: readonly number[];
  /** Lengths of time that defined terms stand for. */
  readonly quantities: readonly Quantity[];
}

const first = new Set(['we', 'us', 'our', 'ours', 'ourselves', 'me', 'my', 'myself']);
const second = new Set(['you', 'your', 'yours', 'yourself', 'yourselves']);
const pronouns = new Set([
  'it',
  'they',
  'them',
  'these',
  'those',
  'this',
  'same',
  'either',
  'both',
  'its',
  'their',
  'which',
  'ones',
  'thereof',
  'therein',
  'thereto',
  'therewith',
]);
/** In a contract with a school, bare "data" and "records" are pupils' unless something else is said of them. */
const bareData = new Set(['data', 'records', 'record']);
/** "Information" and "copies" are so only where pupils or their data are spoken of. */
const bareThings = new Set(['information', 'files', 'file', 'content', 'copies', 'copy']);

/** Who and what a stretch of text speaks of, concepts and plain words included. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: one pass over the words, each case one kind of mention
export function mentions(
  reader: Reader,
  text: readonly Word[],
  context: Context,
  /** Words of the customer's mouth, where "you" is the contractor. */
  customer: { readonly from: number; readonly to: number } | null = null,
): Mentions {
  const { atoms } = reader;
  const hits = new Hits(atoms.count);
  const parties: number[] = [];
  const lengths: Quantity[] = [];
  const roleAt: (Role | null)[] = new Array(text.length).fill(null);
  const role = (name: Role, start: number, end: number, weak = false): void => {
    hits.put([atoms.id(name)], start, end, weak);
    for (let k = start; k < end; k++) roleAt[k] = name;
    if (!weak && (name === 'CONTRACTOR' || name === 'BOARD' || name === 'BOTH')) parties.push(start);
  };

  let free = 0;
  // "Student Health Information" may be a contract's name for all of it, and then tells of no part.
  let isTerm = false;
  let epithet = false;
  const concepts = (ids: readonly number[], start: number, end: number): void => {
    if (epithet && end === start + 1) return;
    hits.put(isTerm && start < free && isWithinName(start, end, free) ? kindsAmong(ids, atoms) : ids, start, end);
  };
  for (let i = 0; i < text.length; i++) {
    const word = text[i];
    if (!word) break;
    hits.put(reader.stems.get(word.stem) ?? none, i, i + 1);
    const named = i < free ? undefined : nameAt(reader, text, i);
    // "Protected Matter" says nothing of protecting, "Seller" nothing of a sale.
    epithet = isAdjectiveOwn(text, i) || named?.name.participle !== undefined || namesParty(reader, named?.name, word);
    atoms.concepts.each(text, i, concepts);
    if (i < free) continue;
    isTerm = (named?.name.term ?? -1) >= 0;
    if (named) {
      const { name, end } = named;
      if (name.role) role(name.role, i, end, name.officer);
      if (name.term >= 0) {
        hits.put(reader.carried[name.term] ?? none, i, end);
        for (const quantity of reader.termQuantities[name.term] ?? []) lengths.push({ ...quantity, start: i, end });
      }
      free = end;
    } else {
      const turned = customer !== null && i >= customer.from && i < customer.to;
      if (first.has(word.text) || isI(text, i)) role(turned ? reader.names.you : reader.names.we, i, i + 1);
      else if (second.has(word.text)) role(turned ? reader.names.we : reader.names.you, i, i + 1);
    }
  }
  dataNouns(reader, text, roleAt, context.topics, role);
  if (context.subject) subjectPronoun(text, context.subject, roleAt, role);
  pronounsOf(text, context.topics, roleAt, role);
  for (const name of ['BOARD', 'CONTRACTOR', 'FAMILY'] as const) {
    const id = atoms.id(name);
    const list = hits.get(id);
    const isAside = (hit: Hit): boolean =>
      isSetAside(text, hit) || (name !== 'CONTRACTOR' && ownsNextData(text, roleAt, hit));
    if (list.some((hit) => isAside(hit) || isOfPost(text, hit)))
      hits.replace(
        id,
        list.filter((hit) => !isOfPost(text, hit)).map((hit) => (isAside(hit) ? { ...hit, weak: true } : hit)),
      );
  }
  return { hits, parties, quantities: lengths };
}

const none: readonly number[] = [];

/** Words within a defined name tell nothing … */
function isWithinName(start: number, end: number, free: number): boolean {
  return end > start + 1 && end <= free;
}

/** … but for the kind of data that they tell. */
function kindsAmong(ids: readonly number[], atoms: Atoms): readonly number[] {
  return ids.filter((id) => atoms.name(id).startsWith('kind-'));
}

/** "the District's student data", "student progress data" speak of data: whose it is does not act there. */
function ownsNextData(text: readonly Word[], roleAt: readonly (Role | null)[], { end }: Hit): boolean {
  const possessive = text[end]?.text === "'s";
  // "pupil" may stand before its noun as it is, "pupils" and "your" do not.
  if (!possessive && (roleAt[end - 1] !== 'FAMILY' || text[end - 1]?.text.endsWith('s'))) return false;
  const from = possessive ? end + 1 : end;
  for (let k = from; k < from + (possessive ? 3 : 2); k++) {
    if (roleAt[k] === 'DATA') return true;
    const word = text[k];
    if (roleAt[k] !== null || word?.kind !== 'word' || prepositions.has(word.text) || word.text === 'of') return false;
    if (!possessive && /[^s]s$|ed$/u.test(word.text)) return false;
  }
  return false;
}

/** "its Vice President for Schools" is one person, and no school. */
function isOfPost(text: readonly Word[], { start }: Hit): boolean {
  return (
    text[start - 1]?.text === 'for' &&
    /^(?:president|director|manager|officer|head|lead|liaison)$/u.test(text[start - 2]?.text ?? '')
  );
}

/** "the District, not the Vendor, owns it": who is named to be set aside does not act either. */
function isSetAside(text: readonly Word[], { start, end }: Hit): boolean {
  const before = light.has(text[start - 1]?.text ?? '') ? start - 2 : start - 1;
  const after = text[end]?.text;
  return text[before]?.text === 'not' && text[before - 1]?.text === ',' && after === ',';
}

/** "I will keep them", but not the numeral of "Part I" and "(i)". */
function isI(text: readonly Word[], at: number): boolean {
  if (text[at]?.text !== 'i' || !text[at]?.capital || text[at + 1]?.kind !== 'word') return false;
  return !/^(?:part|article|section|exhibit|schedule|annex|appendix|title|chapter|table|phase|type|class|level|grade)$/u.test(
    text[at - 1]?.text ?? '',
  );
}

/** "Provider", "Seller", "University": a party named by what it does or is; "Colleges" that begin a sentence are many. */
function namesParty({ names }: Reader, name: Name | undefined, word: Word): boolean {
  const byWhat = name?.role === 'CONTRACTOR' || (name?.role === 'BOARD' && name.agent !== undefined);
  return name !== undefined && byWhat && ((word.capital && !word.text.endsWith('s')) || names.own.list.includes(name));
}

const ofWhom = new Set(['its', 'their', 'our', 'your', 'his', 'her', 'my', "'s", 'whose']);

/** "its own purposes" says nothing of owning; "the records are the District's own." does. */
function isAdjectiveOwn(text: readonly Word[], at: number): boolean {
  if (text[at]?.text !== 'own') return false;
  const next = text[at + 1];
  const before = text[at - 1];
  // The apostrophe of "pupils' own work" is no word; it leaves a gap.
  const plural = before?.text.endsWith('s') && (text[at]?.start ?? 0) - before.end > 1;
  return (
    (ofWhom.has(before?.text ?? '') || plural === true) &&
    next?.kind === 'word' &&
    next.text !== 'and' &&
    next.text !== 'or'
  );
}

/** The longest name at a word ("this Rider" is a paper, "a rider" a child); the contract's own wins over the lexicon's of the same length. */
function nameAt(reader: Reader, text: readonly Word[], at: number): { name: Name; end: number } | undefined {
  if (light.has(text[at]?.text ?? '')) return undefined;
  const own = longestName(reader.names.own, text, at);
  const shared = longestName(reader.names.shared, text, at);
  return shared && (!own || shared.end > own.end) ? shared : own;
}

function longestName(
  { phrases, list }: Named,
  text: readonly Word[],
  at: number,
): { name: Name; end: number } | undefined {
  const candidates = phrases.at(text, at);
  for (let k = candidates.length - 1; k >= 0; k--) {
    const candidate = candidates[k];
    const name = candidate && list[candidate.id];
    if (!name) continue;
    if (name.capital && !text[at]?.capital) continue;
    if (name.role === 'FAMILY' && text[at]?.capital && text[at]?.text === 'rider') continue;
    const last = text[candidate.end - 1];
    if (name.agent && last && last.text !== name.agent && last.text !== `${name.agent}s`) continue;
    if (name.participle && text[at]?.text !== name.participle) continue;
    if (last && isOthers(name, last)) continue;
    // "the District's data officer" is one who is told, and no data.
    if (name.role === 'DATA' && posts.has(text[candidate.end]?.text ?? '')) continue;
    return { name, end: candidate.end };
  }
  return undefined;
}

/** The defined term that stands at a word. */
export function termAt(reader: Reader, text: readonly Word[], at: number): { index: number; end: number } | undefined {
  const named = nameAt(reader, text, at);
  return named && named.name.term >= 0 ? { index: named.name.term, end: named.end } : undefined;
}

const posts = new Set([
  'lead',
  'officer',
  'manager',
  'steward',
  'custodian',
  'coordinator',
  'contact',
  'team',
  'director',
  'liaison',
  'administrator',
  'clerk',
  'specialist',
]);

/** "companies that belong to its network" are others than the Company; "customers" are all that buy, this one too. */
function isOthers({ role, word = '' }: Name, last: Word): boolean {
  if (role !== 'CONTRACTOR' && role !== 'BOARD') return false;
  // "hosting" and "publishing" are what is done.
  if (last.text.endsWith('ing') && !word.endsWith('ing')) return true;
  if (last.capital || word.endsWith('s') || !last.text.endsWith('s')) return false;
  return role === 'CONTRACTOR' || otherBuyers.has(last.text);
}

const otherBuyers = new Set([
  'members',
  'purchasers',
  'buyers',
  'licensees',
  'agencies',
  'cities',
  'towns',
  'boards',
  'academies',
]);

type PutRole = (name: Role, start: number, end: number, weak?: boolean) => void;

const openers = new Set(['what', 'whatever', 'everything', 'anything', 'nothing', 'all']);

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

const prepositions = new Set(['in', 'to', 'from', 'by', 'with', 'for', 'on', 'upon', 'over', 'about', 'under']);

/** "records of pupils", "your students' names", "the data": words for data, told apart by whose they are. */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a table of what a word before or after the noun tells
function dataNouns(
  reader: Reader,
  text: readonly Word[],
  roleAt: readonly (Role | null)[],
  topics: ReadonlySet<Role>,
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
    else if (bareData.has(word.text) || (isAboutPupils && bareThings.has(word.text))) role('DATA', i, i + 1, true);
  }
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
const entered = new Set([
  'entered',
  'uploaded',
  'submitted',
  'input',
  'inputted',
  'typed',
  'posted',
  'keyed',
  'collected',
  'gathered',
  'captured',
]);
const about = new Set(['on', 'about', 'regarding', 'concerning', 'for', 'of', 'to']);

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

const determiners = new Set([
  'the',
  'a',
  'an',
  'all',
  'any',
  'each',
  'every',
  'such',
  'that',
  'those',
  'these',
  'this',
]);

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

/** "Its deletion" may be the data's; "its discretion" and "their staff" are somebody's, and "this Agreement" is a paper. */
const somebodys =
  /^(?:sole|own|best|reasonable|discretion|judg(?:e)?ment|option|expense|cost|affiliates?|subsidiar(?:y|ies)|parents?|staff|employees?|agents?|personnel|officers?|directors?|business|products?|services?|customers?|clients?|partners?|obligations?|dut(?:y|ies)|rights?|successors?|website|systems?)$/u;
const papers =
  /^(?:agreement|contract|addendum|rider|amendment|exhibit|schedule|annex|appendix|section|article|paragraph|clause|part|letter|order|terms?|policy|provisions?|part(?:y|ies)|day|date|time|purposes?)$/u;

function isDetermined(text: readonly Word[], at: number): boolean {
  const word = text[at]?.text ?? '';
  const next = text[at + 1]?.text ?? '';
  return word === 'its' || word === 'their' ? somebodys.test(next) : papers.test(next);
}

/** A pronoun may stand for the data when the text has just spoken of data; that is a weak mention. */
function pronounsOf(
  text: readonly Word[],
  topics: ReadonlySet<Role>,
  roleAt: readonly (Role | null)[],
  role: PutRole,
): void {
  let data = topics.has('DATA');
  for (let i = 0; i < text.length; i++) {
    if (roleAt[i] === 'DATA') data = true;
    else if (roleAt[i] === 'OTHER' || roleAt[i] === 'DEID') data = false;
    else if (data && roleAt[i] === null && pronouns.has(text[i]?.text ?? '') && !isDetermined(text, i))
      role('DATA', i, i + 1, true);
  }
}

const leadIns = new Set([
  'and',
  'but',
  'nor',
  'further',
  'furthermore',
  'also',
  'moreover',
  'accordingly',
  'however',
  ',',
]);
const modals = new Set([
  'shall',
  'will',
  'must',
  'may',
  'can',
  'cannot',
  'could',
  'would',
  'should',
  'does',
  'do',
  'did',
  'has',
  'had',
]);
const undertakes =
  /^(?:agrees?|undertakes?|covenants?|promises|warrants?|commits?|acts?|keeps?|holds?|uses?|collects?|retains?|claims?|acquires?|takes?|maintains?|deletes?|returns?|notifies|never|also|further|hereby)$/u;

/** "It shall return …" after a sentence about Vendor speaks of Vendor; "It shall be returned" does not. */
function subjectPronoun(text: readonly Word[], subject: Role, roleAt: (Role | null)[], role: PutRole): void {
  let at = 0;
  while (leadIns.has(text[at]?.text ?? '')) at++;
  // "Nor shall it …"
  const turned = modals.has(text[at]?.text ?? '');
  if (turned) at++;
  const word = text[at]?.text;
  if ((word !== 'it' && word !== 'they') || roleAt[at] !== null) return;
  const next = text[at + 1]?.text ?? '';
  const acts = turned ? next !== 'be' : (modals.has(next) && text[at + 2]?.text !== 'be') || undertakes.test(next);
  if (acts) role(subject, at, at + 1);
}
