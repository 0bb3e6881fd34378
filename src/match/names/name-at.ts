import { light } from '../../language/phrases.ts';
import type { Word } from '../../language/words.ts';
import { oneOf } from '../../language/words.ts';
import type { Reader } from '../reading.ts';
import type { Name, Named } from './named.ts';

/** The longest name at a word ("this Rider" is a paper, "a rider" a child); the contract's own wins over the lexicon's of the same length. */
export function nameAt(reader: Reader, text: readonly Word[], at: number): { name: Name; end: number } | undefined {
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
    if (isNumber(text, at, candidate.end)) continue;
    if (name.participle && text[at]?.text !== name.participle) continue;
    if (last && isOthers(name, last)) continue;
    // "the District's data officer" is one who is told, and no data.
    if (name.role === 'DATA' && posts.has(text[candidate.end]?.text ?? '')) continue;
    return { name, end: candidate.end };
  }
  return undefined;
}

/** "Exhibit B" is no "B", and neither is that of "B. Jones"; that at the head of a column stands apart from what follows. */
function isNumber(text: readonly Word[], at: number, end: number): boolean {
  const [word, next] = [text[at], text[end]];
  if (word?.text.length !== 1 || end > at + 1) return false;
  if (numbered.has(text[at - 1]?.text ?? '')) return true;
  return next?.kind === 'word' && next.capital && next.start > word.end && next.start - word.end <= nearestName;
}

/** Characters between an initial and the name, at most: ". ". */
const nearestName = 2;

const numbered = oneOf(
  'exhibit schedule table part section annex appendix attachment column row line item grade class type form level option',
);

/** The defined term that stands at a word. */
export function termAt(reader: Reader, text: readonly Word[], at: number): { index: number; end: number } | undefined {
  const named = nameAt(reader, text, at);
  return named && named.name.term >= 0 ? { index: named.name.term, end: named.end } : undefined;
}

const posts = oneOf(
  'lead officer manager steward custodian coordinator contact team director liaison administrator clerk specialist',
);

/** "companies that belong to its network" are others than the Company; "customers" are all that buy, this one too. */
function isOthers({ role, word = '' }: Name, last: Word): boolean {
  if (role !== 'CONTRACTOR' && role !== 'BOARD') return false;
  // "hosting" and "publishing" are what is done.
  if (last.text.endsWith('ing') && !word.endsWith('ing')) return true;
  if (last.capital || word.endsWith('s') || !last.text.endsWith('s')) return false;
  return role === 'CONTRACTOR' || otherBuyers.has(last.text);
}

const otherBuyers = oneOf('members purchasers buyers licensees agencies cities towns boards academies');

/** "Provider", "Seller", "University": a party named by what it does or is; "Colleges" that begin a sentence are many. */
export function namesParty({ names }: Reader, name: Name | undefined, word: Word): boolean {
  const byWhat = name?.role === 'CONTRACTOR' || (name?.role === 'BOARD' && name.agent !== undefined);
  return name !== undefined && byWhat && ((word.capital && !word.text.endsWith('s')) || names.own.list.includes(name));
}
