import type { Word } from '../../language/words.ts';
import { oneOf } from '../../language/words.ts';
import type { Role } from '../patterns/atoms.ts';
import type { PutRole } from './data-words.ts';

const first = oneOf('we us our ours ourselves me my myself');
const second = oneOf('you your yours yourself yourselves');

/** What may stand for the data. */
const pronouns = oneOf(
  'it they them these those this same either both its their which ones thereof therein thereto therewith',
);

/** Whether a word is of who speaks or of who is spoken to. */
export function personAt(text: readonly Word[], at: number): 'we' | 'you' | null {
  const word = text[at]?.text ?? '';
  if (first.has(word) || isI(text, at)) return 'we';
  return second.has(word) ? 'you' : null;
}

/** "I will keep them", but not the numeral of "Part I" and "(i)". */
function isI(text: readonly Word[], at: number): boolean {
  if (text[at]?.text !== 'i' || !text[at]?.capital || text[at + 1]?.kind !== 'word') return false;
  return !/^(?:part|article|section|exhibit|schedule|annex|appendix|title|chapter|table|phase|type|class|level|grade)$/u.test(
    text[at - 1]?.text ?? '',
  );
}

/** A pronoun may stand for the data when the text has just spoken of data; that is a weak mention. */
export function pronounsOf(
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

const leadIns = oneOf('and but nor further furthermore also moreover accordingly however ,');
const modals = oneOf('shall will must may can cannot could would should does do did has had');
const undertakes =
  /^(?:agrees?|undertakes?|covenants?|promises|warrants?|commits?|acts?|keeps?|holds?|uses?|collects?|retains?|claims?|acquires?|takes?|maintains?|deletes?|returns?|notifies|never|also|further|hereby)$/u;

/** "It shall return …" after a sentence about Vendor speaks of Vendor; "It shall be returned" does not. */
export function subjectPronoun(text: readonly Word[], subject: Role, roleAt: (Role | null)[], role: PutRole): void {
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
