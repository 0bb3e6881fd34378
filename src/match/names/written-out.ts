import type { Word } from '../../language/words.ts';
import type { Contract } from '../../types.ts';
import type { Role } from '../patterns/atoms.ts';
import type { Reader } from '../reading.ts';
import { wordsIn } from './amended.ts';
import { termAt } from './name-at.ts';

/** A meaning of more words is a clause of its own; a statement with its terms written out goes no further than this. */
const longestMeaning = 90;
const longestStatement = 240;

/** What is done to data, what is bought, when, by whom and on what paper: what its definition tells says nothing of a duty that names it. */
const things =
  /\b(?:services?|systems?|platforms?|software|products?|programs?|sites?|websites?|apps?|applications?|content|materials?|documentation|manuals?|equipment|devices?|tools?|days?|hours?|dates?|years?|months?|terms?|periods?|fees?|prices?|charges?|orders?|forms?|schedules?|exhibits?|agreements?|contracts?|addend(?:um|a)|riders?|part(?:y|ies)|persons?|signator(?:y|ies)|officers?|contacts?|liaisons?|representatives?|users?|staff|personnel|subcontractors?|subprocessors?|affiliates?|schools?|process(?:es|ing)?|controllers?|processors?|licen[cs]e)$/iu;

/** "GDPR" is short for a law, and no duty that names it says what its law says. */
const abbreviation = /^[A-Z]{3,6}$/u;
const ofLaw = /\b(?:act|law|laws|regulation|directive|code|statute)\b/iu;

/** The meanings that may stand in place of their terms, by index of `Contract.terms`; null for the others. */
export function meaningsOf(contract: Contract, termRoles: readonly (Role | null)[]): (readonly Word[] | null)[] {
  return contract.terms.map(({ names, meaning, start }, index) => {
    if (termRoles[index] !== null || names.some((name) => things.test(headOf(name)))) return null;
    const { value } = contract.text;
    if (names.some((name) => abbreviation.test(name)) && ofLaw.test(value.slice(meaning.start, meaning.end)))
      return null;
    // 'the Family Educational Rights and Privacy Act ("FERPA")' gives a name to what it says, and no meaning to a name.
    const next = value.slice(meaning.end, meaning.end + 80);
    if (start === meaning.start && names.some((name) => next.includes(name))) return null;
    const said = wordsIn(contract, meaning);
    const from = said.findIndex(({ kind }) => kind === 'word');
    if (isBought(said.slice(Math.max(0, from)))) return null;
    return from < 0 || said.length - from > longestMeaning || said.length - from < 3 ? null : said.slice(from);
  });
}

/** "Pathways" is "Acme's career planning site", "a program that shows stories": what is bought, whatever it is called. */
function isBought(meaning: readonly Word[]): boolean {
  const end = meaning.findIndex(({ text }) => endsHead.test(text));
  return bought.test((end < 0 ? meaning : meaning.slice(0, end)).at(-1)?.text ?? '');
}

const endsHead = /^(?:of|in|to|from|by|with|for|on|at|that|which|who|whose|where|when|named|called|[,.;:(])$/u;
const bought =
  /^(?:services?|systems?|platforms?|software|products?|programs?|sites?|websites?|apps?|applications?|games?|equipment|devices?|tools?)$/u;

/** "Law of the Contract" is a law. */
export function headOf(name: string): string {
  return name.split(/ of /u)[0] ?? name;
}

/** A statement with its defined terms written out, as the contract says that they are to be read; null where it uses none. */
export function writtenOut(reader: Reader, text: readonly Word[]): Word[] | null {
  if (reader.meanings.every((meaning) => meaning === null)) return null;
  const found: Word[] = [];
  let changed = false;
  for (let at = 0; at < text.length; at++) {
    const word = text[at];
    if (!word) break;
    const term = word.capital ? termAt(reader, text, at) : undefined;
    const meaning = term && reader.meanings[term.index];
    if (!meaning) {
      found.push(word);
      continue;
    }
    found.push(...(meaning.at(-1)?.kind === 'mark' ? meaning.slice(0, -1) : meaning));
    changed = true;
    at = term.end - 1;
  }
  return changed && found.length <= longestStatement ? found : null;
}
