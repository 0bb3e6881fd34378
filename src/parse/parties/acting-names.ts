import { ofLexicon } from '../../language/of-lexicon.ts';
import type { Lexicon, Party } from '../../types.ts';
import { plain } from './proper-names.ts';
import { addSide, type Side } from './side.ts';

const modal =
  '(?:shall|will|must|may|agrees?|undertakes?|promises?|covenants?|warrants?|represents?|acknowledges?|accepts?|is to|are to|has no|does not|cannot)';

// They name so much else that only the contract itself may make them a party.
const everyday = /^(?:host|press|firm|member|city|town|recipient)$/i;

const commonStart =
  /^(?:new|school|district|schools|no|for|of|learning|south|east|west|old|regional|board|town|city|public|university|american|national|first|the|united|state|institute|college|center|school|saint|st|mount|great|data|student|learning|education|department)$/i;

/** "The Vendor shall …" in a contract that never says who the Vendor is. */
export function addRoleWords(sides: Side[], value: string, lexicon: Lexicon): void {
  const taken = new Set(sides.flatMap((side) => side.names.map(plain)));
  for (const role of ['contractor', 'board'] as const) {
    const words = roleWords(lexicon)[role];
    // Where the contract has given the side such a word, another has to act more than once to be its name too.
    const given = sides.some((one) => one.role === role && one.names.some((name) => words.plain.has(plain(name))));
    for (const [word, count] of actors(value, words)) {
      if (count < (given ? 2 : 1) || taken.has(plain(word))) continue;
      (sides.find((side) => side.role === role) ?? addSide(sides, role, null, '')).names.push(word);
    }
  }
}

/** The lexicon's words for a side. */
interface RoleWords {
  readonly plain: ReadonlySet<string>;
  /** As a side is written, with a capital or in capitals → with a capital. */
  readonly written: ReadonlyMap<string, string>;
  /** How long they are at most. */
  readonly longest: number;
}

const roleWords = ofLexicon((lexicon) => {
  const wordsOf = (role: Party['role']): RoleWords => {
    const listed = (lexicon.get(role) ?? []).filter((word) => !everyday.test(word));
    const written = listed.flatMap((word) => [titled(word), word.toUpperCase()]);
    return {
      plain: new Set(listed),
      written: new Map(written.map((form) => [form, titled(form)])),
      longest: Math.max(0, ...written.map((form) => form.length)),
    };
  };
  return { contractor: wordsOf('contractor'), board: wordsOf('board') };
});

const acting = new RegExp(`(?:'s|’s)? (?:(?:SHALL|WILL|MUST|MAY|AGREES)\\b|${modal}\\b)`, 'gu');

/** How often each word, with its capital, is who shall do something. */
function actors(value: string, { written, longest }: RoleWords): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { index } of value.matchAll(acting)) {
    const word = longestBefore(value, index, longest, written);
    if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** The longest of these words that ends at an offset. */
function longestBefore(
  value: string,
  end: number,
  longest: number,
  written: ReadonlyMap<string, string>,
): string | undefined {
  for (let start = Math.max(0, end - longest); start < end; start++) {
    if (isSmall(value.charCodeAt(start))) continue;
    const word = written.get(value.slice(start, end));
    if (word !== undefined && !/\p{L}$/u.test(value.slice(Math.max(0, start - 2), start))) return word;
  }
  return undefined;
}

/** A small letter or a space: none of these words begins with one. */
function isSmall(code: number): boolean {
  return (code >= 97 && code <= 122) || code === 32;
}

const ofPlace =
  /\b(?:education|schools|trustees|directors),? (?:of|for) (?:the )?(?:(?:town|city|borough|village) of )?([A-Z][\p{L}'’]+(?: [A-Z][\p{L}'’]+){0,2})$/iu;

/** "Orrery" for "Orrery Science, PBC", "Elm" for "Board of Education of the Town of Elm", if it acts under that name. */
export function addShortNames(side: Side, value: string): void {
  const [full = ''] = side.names.filter((name) => plain(name) === side.key);
  const place = side.role === 'board' ? ofPlace.exec(full)?.[1] : undefined;
  if (place !== undefined && !commonStart.test(place) && acts(value, place)) side.names.push(place);
  const tokens = full.replace(/,/g, '').split(' ');
  if (side.key === '' || tokens.length < 2) return;
  for (let size = 1; size < Math.min(tokens.length, 5); size += 1) {
    const short = tokens.slice(0, size).join(' ');
    if (size === 1 && (commonStart.test(short) || short.length < 3)) continue;
    if (/\b(?:of|the|for|No\.?|&)$/i.test(short) || short.split(' ').every((token) => commonStart.test(token)))
      continue;
    const forms = [...new Set([short, short.toUpperCase(), titled(short)])];
    if (!forms.some((form) => acts(value, form))) continue;
    side.names.push(short);
  }
}

const act = new RegExp(
  `(?:['’]s [a-z]|(?: and [A-Z]\\w+)? (?:${modal}|${modal.toUpperCase()}|is|IS|does|has|owns|OWNS|makes|DOES|doesn['’]t)(?![\\p{L}]))`,
  'uy',
);

/** Whether a name is followed by what it does or has, somewhere. */
function acts(value: string, name: string): boolean {
  for (let at = value.indexOf(name); at >= 0; at = value.indexOf(name, at + 1)) {
    act.lastIndex = at + name.length;
    if (!/\p{L}$/u.test(value.slice(Math.max(0, at - 2), at)) && act.test(value)) return true;
  }
  return false;
}

function titled(words: string): string {
  if (/^(?:lea|LEA|boe|BOE)$/.test(words)) return words.toUpperCase();
  return words.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
