import type { Span } from '../../types.ts';
import { trim } from '../outline/spans.ts';

/**
 * What a coded answer does with the requirement of its row: takes it up, takes it up as its comment changes it, puts its
 * comment in its place, or neither.
 */
export type Response = 'taken' | 'changed' | 'instead' | 'none';

interface Entry extends Span {
  readonly words: string;
}

/** `a response of C ("comply") means that Vendor undertakes …`, `Y = yes`. The span is that of what it means. */
function entryOf(value: string, code: string): Entry | null {
  const sign = code.replace('+', String.raw`\+`);
  const found =
    new RegExp(
      String.raw`(?<![\p{L}\d])${sign}["”’*]*\s*(?:\(["“']?(?<name>[^)]{2,40})\))?\s*(?:means?\b(?: that)?|stands for|is|=|:|–|—)\s*(?<meaning>[^.;|\n]{2,200})`,
      'u',
    ).exec(value) ?? new RegExp(String.raw`\n${sign} \| (?<meaning>[^.;|\n]{8,200})`, 'u').exec(value);
  if (found === null) return null;
  const { name = '', meaning = '' } = found.groups ?? {};
  const end = found.index + found[0].length;
  // "MODIFY means that …" is a word that tells something itself.
  const itself = code.length > 3 ? code : '';
  return { words: `${itself} ${name} ${meaning}`, start: end - meaning.length, end };
}

/** What the text tells that an answer by a code does. */
export function legendOf(value: string, code: string): Response | null {
  const words = entryOf(value, code)?.words;
  if (words === undefined) return null;
  if (/\bpending\b|\bnot (?:yet )?(?:finished|decided|known)|\bto be\b|\blater\b/i.test(words)) return 'none';
  // "taken out of this order; the printed words have no effect"
  if (
    /\b(?:taken|left|struck|crossed) out\b|\bdeleted\b|\bstruck\b|\bwithdrawn\b|\bomitted\b|\bno effect\b/i.test(words)
  )
    return 'none';
  if (/\bin place of\b|\breplaces?\b/i.test(words)) return 'instead';
  if (/\baccept|\bagree|\bcompl|\btakes? (?:it )?on\b/i.test(words) && withMore.test(words)) return 'changed';
  if (/\bexcept|\binstead|\bin place of|\balternativ|\bmodif|\bpartial|\bin part\b|\bwith changes/i.test(words))
    return 'instead';
  if (/\bnot\b|\bdeclin|\breject|\bnon-?compl|\bcannot\b|\bunable\b|\bno\b/i.test(words)) return 'none';
  return takesUp.test(words) || /\byes\b|\bmeets?\b|\bconfirm/i.test(words) ? 'taken' : null;
}

/** "with changes", "with whatever is added" */
const withMore =
  /\bmodif|\bwith (?:\w+ )?changes?\b|\bwith (?:what(?:ever)?|the words?) (?:is |are )?(?:added|written|said)\b/i;
const takesUp = /\bcompl|\baccept|\bagree|\bundertak|\b(?:takes?|taken|taking) (?:it |them |this )?(?:on|up)\b/i;

const binding =
  /^(?:it )?(?:binds?|bound|obliges?|(?:a |the |an )?(?:duty|obligation|promise|undertaking) (?:of|on|for)|(?:falls|rests|lies) (?:on|upon|with))\s+(?:only\s+)?/i;
const alone = /\s+(?:(?:is|are) bound|alone|only)\b.*$/i;

/** The names of the sides whom a code binds: "S – binds Supplier", "SB = Supplier and Buyer, each of them". */
export function sidesIn(value: string, code: string, isParty: (name: string) => boolean): Span[] {
  const entry = entryOf(value, code);
  if (entry === null) return [];
  const meaning = value.slice(entry.start, entry.end);
  const from = entry.start + (binding.exec(meaning)?.[0].length ?? 0);
  const names = value
    .slice(from, entry.end)
    .replace(alone, '')
    .replace(/\band\b/g, ',,,');
  const parts = [...names.matchAll(/[^,+&/]+/g)].map(({ 0: part, index }) =>
    trim(value, from + index, from + index + part.length),
  );
  // "Supplier's price list" names no side, nor does "a term that Supplier may change".
  const isSide = ({ start, end }: Span) => isParty(value.slice(start, end).replace(/^the /i, ''));
  const [first] = parts;
  return first !== undefined && isSide(first) ? parts.filter(isSide) : [];
}

/** What a mark below the name of a side makes of the row: whether the side is bound by it or may do it, and by what verb. */
export interface Burden {
  readonly binds: boolean;
  /** "Must", "shall not", "may", as the key says it. */
  readonly verb: Span | null;
}

const modal =
  /\b(?:bound not to|refrains? from|keeps? from|abstains? from|(?:shall|must|will) (?:help|assist)\b(?! to)|(?:shall|must|will|may)(?: (?:never|not))?(?= (?:do|carry|see|perform|act|let|be)\b))/di;
const binds =
  /\b(?:shall|must|will|bound|owes?|promises?|does|has to|is to(?! be\b)|decides?|own say|undertakes?|obliged|charges)\b/i;
const bindsNot =
  /\b(?:no|neither) (?:burden|duty|obligation|part)\b|\b(?:says|means|asks) nothing\b|\bnot bound\b(?! not\b)/i;

/** "must do it", "must help", "no duty" */
const opensDuty =
  /^\W*(?:(?:must|shall|will|may|has to|is to) (?:not )?(?:do|see|help|assist|carry|perform)|no duty)\b/i;

/** "D (does): this party is bound to do what the line says", also as a row: "M | that side must do the act". */
export function burdenOf(value: string, code: string): Burden | null {
  const told = new RegExp(
    String.raw`(?:^|[\n.;,(*"“] ?)${code}(?![\p{L}\d])["”’*]*\s*(?:\([^)]{2,40}\))?\s*(?:means?(?: that)?|stands for|is|[=:–—|])?\s*(?<meaning>[^.;|\n]{5,200}(?:; it\b[^.;|\n]{5,200})?)`,
    'dgu',
  );
  for (const { groups, indices } of value.matchAll(told)) {
    const found = burdenIn(groups?.['meaning'] ?? '', indices?.groups?.['meaning']?.[0] ?? 0);
    if (found !== null) return found;
  }
  return null;
}

function burdenIn(meaning: string, start: number): Burden | null {
  if (
    !opensDuty.test(meaning) &&
    !/\b(?:party|side|bound|obliged|obligation|dut(?:y|ies)|burden|row|line|act)\b/i.test(meaning)
  )
    return null;
  if (bindsNot.test(meaning)) return { binds: false, verb: null };
  const [from, to] = modal.exec(meaning)?.indices?.[0] ?? [];
  if (from !== undefined && to !== undefined) return { binds: true, verb: { start: start + from, end: start + to } };
  return binds.test(meaning) ? { binds: true, verb: null } : null;
}
