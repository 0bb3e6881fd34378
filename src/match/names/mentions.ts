import { light } from '../../language/phrases.ts';
import type { Quantity } from '../../language/quantities.ts';
import type { Word } from '../../language/words.ts';
import { oneOf } from '../../language/words.ts';
import type { Atoms, Role } from '../patterns/atoms.ts';
import { type Hit, Hits } from '../patterns/hits.ts';
import type { Context, Reader } from '../reading.ts';
import { dataNouns, prepositions } from './data-words.ts';
import { nameAt, namesParty } from './name-at.ts';
import { personAt, pronounsOf, subjectPronoun } from './pronouns.ts';

interface Mentions {
  readonly hits: Hits;
  /** Indexes of words at which a party is named. */
  readonly parties: readonly number[];
  /** Lengths of time that defined terms stand for. */
  readonly quantities: readonly Quantity[];
}

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
      if (name.role && !(name.role === 'DEID' && isEitherWay(text, i))) role(name.role, i, end, name.officer);
      if (name.term >= 0) {
        hits.put(reader.carried[name.term] ?? none, i, end);
        for (const quantity of reader.termQuantities[name.term] ?? []) lengths.push({ ...quantity, start: i, end });
      }
      free = end;
    } else {
      const turned = customer !== null && i >= customer.from && i < customer.to;
      const person = personAt(text, i);
      if (person !== null) role((person === 'we') === turned ? reader.names.you : reader.names.we, i, i + 1);
    }
  }
  dataNouns(reader, text, roleAt, context, role);
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

/** "Student Data, whether or not de-identified", "identifiable or de-identified": all of it. */
function isEitherWay(text: readonly Word[], at: number): boolean {
  const before = [3, 2, 1].map((back) => text[at - back]?.text ?? '');
  return before.join(' ') === 'whether or not' || (before[2] === 'or' && /^identif/.test(before[1] ?? ''));
}

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

const ofWhom = oneOf("its their our your his her my 's whose");

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
