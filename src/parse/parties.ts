import { ofLexicon } from '../language/of-lexicon.ts';
import type { Called, Lexicon, Party, PlainText, Span } from '../types.ts';
import { aliasesOf } from './aliases.ts';
import { asTold, nobodyTold, sideTold } from './called.ts';
import type { Line } from './lines.ts';
import type { Alias, ProperName } from './proper-names.ts';
import { plain, properNames, quoteForPattern } from './proper-names.ts';
import { boardState } from './states.ts';

/** The two sides, and the State of the board. */
export interface Sides {
  readonly parties: readonly Party[];
  readonly boardState: string | null;
  /** Whether the words are nothing but a name of a party ("The Company"). */
  readonly isParty: (name: string) => boolean;
  /** Whether a party binds itself in the sentence: a name or a pronoun of its own, with a verb of duty. */
  readonly undertakes: (words: string) => boolean;
  /** Where the text gives the parties their names. */
  readonly spans: readonly Span[];
}

/** More names than any contract has parties: a directory of companies must not make the search quadratic. */
const mostParties = 24;

type Builder = { role: Party['role']; names: string[]; person: Party['person']; span: Span | null; key: string };

const modal =
  '(?:shall|will|must|may|agrees?|undertakes?|promises?|covenants?|warrants?|represents?|acknowledges?|accepts?|is to|are to|has no|does not|cannot)';
// They name so much else that only the contract itself may make them a party.
const everyday = /^(?:host|press|firm|member|city|town|recipient)$/i;
const commonStart =
  /^(?:new|school|district|schools|no|for|of|learning|south|east|west|old|regional|board|town|city|public|university|american|national|first|the|united|state|institute|college|center|school|saint|st|mount|great|data|student|learning|education|department)$/i;

/** Finds who contracts with whom, under every name the text gives them, and under those that somebody told. */
export function parties(text: PlainText, lines: readonly Line[], lexicon: Lexicon, called: Called = nobodyTold): Sides {
  const named = properNames(text.value, lexicon);
  const aliases = asTold(aliasesOf(text.value, lines, named, lexicon), called);
  const builders = gather(aliases, told(called));
  tellCenter(builders);
  addUnnamed(builders, text.value, lines, named);
  addRoleWords(builders, text.value, lexicon);
  for (const builder of builders) addShortNames(builder, text.value);
  settleShared(builders);
  addPersons(builders, text.value, lines, named);
  const found = builders.map(({ role, names, person, span }): Party => ({ role, names: unique(names), person, span }));
  const boards = named.filter((name) => name.kind === 'board');
  const others = named.filter((name) => name.kind !== 'board');
  return {
    parties: found,
    boardState: boardState(text.value, lines, boards, others),
    spans: aliases.map(({ span }) => span),
    ...questionsAbout(found),
  };
}

/** Sides that somebody told. They have a key, so that no guess is made at whom the text may mean. */
function told(called: Called): Builder[] {
  return (['contractor', 'board'] as const).flatMap((role) => {
    const { names, person } = sideTold(called, role);
    if (names.length === 0 && person === '') return [];
    return [{ role, names: [...names], person, span: null, key: plain(names[0] ?? '') }];
  });
}

function gather(aliases: readonly Alias[], builders: Builder[]): Builder[] {
  for (const alias of aliases) {
    if (alias.role === null || builders.length >= mostParties) continue;
    const key = alias.entity === null ? '' : plain(alias.entity.text);
    const builder = builders.find((one) => belongs(one, alias, key)) ?? add(builders, alias.role, alias.span, key);
    if (builder.key === '') builder.key = key;
    if (alias.entity !== null) builder.names.push(alias.entity.text);
    builder.names.push(...alias.names);
    if (builder.person === '') builder.person = alias.person;
  }
  return builders;
}

function belongs(builder: Builder, alias: Alias, key: string): boolean {
  if (builder.role !== alias.role) return false;
  if (key === '' || builder.key === '') return true;
  return builder.key === key || builder.key.includes(key) || key.includes(builder.key) || shares(builder, alias);
}

function shares(builder: Builder, alias: Alias): boolean {
  return alias.names.some((name) => builder.names.some((one) => plain(one) === plain(name)));
}

function add(builders: Builder[], role: Party['role'], span: Span | null, key: string): Builder {
  const builder: Builder = { role, names: [], person: '', span, key };
  builders.push(builder);
  return builder;
}

const center = /\b(?:service (?:center|agency)|collaborative|cooperative|consortium)\b/;

/** A regional service center is a board to a company, and to a board the one that serves it. */
function tellCenter(builders: readonly Builder[]): void {
  if (builders.some(({ role }) => role === 'contractor')) return;
  const [served, ...others] = [...builders].sort(
    (one, two) => Number(center.test(one.key)) - Number(center.test(two.key)),
  );
  const [serving] = others;
  if (served && serving && others.length === 1 && center.test(serving.key) && !center.test(served.key))
    serving.role = 'contractor';
}

/** A side that the contract names but gives no other name: the first such name at its head, or under it. */
function addUnnamed(builders: Builder[], value: string, lines: readonly Line[], named: readonly ProperName[]): void {
  const endOf = (line: number): number =>
    lines[Math.max(0, Math.min(lines.length - 1, line))]?.span.end ?? value.length;
  const top = endOf(12);
  const head = endOf(40);
  // In between stand hosts, insurers and other strangers.
  const foot = Math.max(head, endOf(lines.length - 25));
  for (const role of ['contractor', 'board'] as const) {
    const own = builders.find((builder) => builder.role === role);
    if (own !== undefined && own.key !== '') continue;
    const fits = named.filter((name) => (name.kind === 'board') === (role === 'board'));
    const sure = fits.filter((name) => name.kind !== 'organisation');
    const first =
      fits.find((name) => name.end < head && tradesAs(value, name)) ??
      sure.find((name) => name.end < head) ??
      fits.find((name) => name.end < top) ??
      (role === 'contractor' ? letterhead(value, lines, named) : undefined) ??
      sure.find((name) => name.start > foot);
    if (first === undefined) continue;
    const builder = own ?? add(builders, role, { start: first.start, end: first.end }, '');
    builder.key = plain(first.text);
    builder.names.unshift(first.text);
    builder.span ??= { start: first.start, end: first.end };
  }
}

/** "HALCYON SCHOOL PORTRAITS" above the date of a letter to a board: a firm whose name says no "Inc.". */
function letterhead(value: string, lines: readonly Line[], named: readonly ProperName[]): ProperName | undefined {
  const dear = lines.findIndex(({ span }, at) => at < 40 && /^Dear\b/.test(value.slice(span.start, span.start + 5)));
  const [first] = lines;
  const opens = lines[dear]?.span.start ?? 0;
  if (first === undefined || dear < 3 || !named.some(({ kind, start }) => kind === 'board' && start < opens))
    return undefined;
  const [text = ''] = value.slice(first.span.start, first.span.end).replace(/[*_.]/g, '').split('\n');
  const isName = /^[A-Z][\p{L}'’&]*(?: (?:of|and|&|the|[A-Z][\p{L}'’&]*)){1,5}$/u.test(text);
  const isPaper =
    /\b(?:agreement|contract|letter|addendum|memorandum|proposal|quotation|terms|board|schools?$|district)\b/i.test(
      text,
    );
  return isName && !isPaper
    ? { kind: 'company', text, start: first.span.start, end: first.span.start + text.length }
    : undefined;
}

function tradesAs(value: string, name: ProperName): boolean {
  return /\b(?:doing business as|d\/b\/a|dba|trading as)\s+$/i.test(
    value.slice(Math.max(0, name.start - 24), name.start),
  );
}

/** "The Vendor shall …" in a contract that never says who the Vendor is. */
function addRoleWords(builders: Builder[], value: string, lexicon: Lexicon): void {
  const taken = new Set(builders.flatMap((builder) => builder.names.map(plain)));
  for (const role of ['contractor', 'board'] as const) {
    const words = roleWords(lexicon)[role];
    // Where the contract has given the side such a word, another has to act more than once to be its name too.
    const given = builders.some((one) => one.role === role && one.names.some((name) => words.plain.has(plain(name))));
    for (const [word, count] of actors(value, words)) {
      if (count < (given ? 2 : 1) || taken.has(plain(word))) continue;
      (builders.find((builder) => builder.role === role) ?? add(builders, role, null, '')).names.push(word);
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

/** "Orrery" for "Orrery Science, PBC", if it acts under that name. */
function addShortNames(builder: Builder, value: string): void {
  const [full = ''] = builder.names.filter((name) => plain(name) === builder.key);
  const tokens = full.replace(/,/g, '').split(' ');
  if (builder.key === '' || tokens.length < 2) return;
  for (let size = 1; size < Math.min(tokens.length, 5); size += 1) {
    const short = tokens.slice(0, size).join(' ');
    if (size === 1 && (commonStart.test(short) || short.length < 3)) continue;
    if (/\b(?:of|the|for|No\.?|&)$/i.test(short) || short.split(' ').every((token) => commonStart.test(token)))
      continue;
    const forms = [...new Set([short, short.toUpperCase(), titled(short)])];
    if (!forms.some((form) => acts(value, form))) continue;
    builder.names.push(short);
  }
}

/** "The Foundry", beside "The Schools" above the signatures, is still of Sprocket Foundry Cooperative. */
function settleShared(builders: readonly Builder[]): void {
  const isOwn = ({ key }: Builder, name: string) => ` ${key} `.includes(` ${plain(name)} `);
  for (const one of builders)
    for (const other of builders)
      if (one.role !== other.role) one.names = one.names.filter((name) => isOwn(one, name) || !isOwn(other, name));
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

/** Who says "we": told by the text, else the sender of a letter, else the vendor in terms of its own. */
function addPersons(builders: Builder[], value: string, lines: readonly Line[], named: readonly ProperName[]): void {
  const contractor = builders.find((builder) => builder.role === 'contractor');
  const board = builders.find((builder) => builder.role === 'board');
  const told = builders.find((builder) => builder.person !== '');
  const many = (pattern: RegExp): boolean => [...value.slice(0, 200_000).matchAll(pattern)].length >= 3;
  if (told === undefined && !many(/\b(?:we|our|us|my)\b/gi) && !many(/\bI [a-z]/g)) return;
  const sender = senderOf(value, lines, named);
  const wes =
    told?.person === 'we'
      ? told.role
      : told?.person === 'you'
        ? opposite(told.role)
        : sender?.kind === 'board'
          ? 'board'
          : 'contractor';
  const we = wes === 'board' ? board : contractor;
  const you = wes === 'board' ? contractor : board;
  if (we !== undefined && we.person === '') we.person = 'we';
  if (you !== undefined && you.person === '' && many(/\byou(?:r|rs)?\b/gi)) you.person = 'you';
}

const closing =
  /^(?:sincerely|yours|respectfully|cordially|very truly|truly|with (?:best|kind|warm|many|my)|best|faithfully|regards)\b/i;

/** Who writes a letter: the name of its head, above the date and the addressee, else that below "Sincerely". */
function senderOf(value: string, lines: readonly Line[], named: readonly ProperName[]): ProperName | undefined {
  const at = (index: number): string => value.slice(lines[index]?.span.start, lines[index]?.span.end);
  const dear = lines.findIndex((_, index) => index < 40 && /^Dear\b/.test(at(index)));
  if (dear <= 0) return undefined;
  const opens = lines[dear]?.span.start ?? 0;
  const above = named.filter((name) => name.end < opens);
  const [first] = above;
  const top = lines[Math.min(2, dear)]?.span.start ?? 0;
  if (first !== undefined && (above.length > 1 || (dear > 3 && first.start < top))) return first;
  const end = lines.findIndex((_, index) => index > dear && closing.test(at(index)));
  const below = end > 0 ? named.find((name) => name.start > (lines[end]?.span.start ?? 0)) : undefined;
  // The board that is greeted signs below, too: it takes up the offer of somebody who goes by no firm's name.
  if (below !== undefined && !(first?.kind === 'board' && below.kind === 'board')) return below;
  // One name above "Dear" is whom it greets, and the other side writes.
  return first?.kind === 'board' ? named.find((name) => name.kind !== 'board') : first;
}

function opposite(role: Party['role']): Party['role'] {
  return role === 'board' ? 'contractor' : 'board';
}

/** What no sentence lacks in which somebody binds himself; most lack it. */
const binds = /shall|will|must|may not|agree|undertake|promise|covenant|is bound|are bound|['’]ll/iu;

function questionsAbout(found: readonly Party[]): Pick<Sides, 'isParty' | 'undertakes'> {
  const names = new Set(found.flatMap((party) => party.names.map(plain)));
  const listed = [...names]
    .filter((name) => name.length > 1)
    .sort((one, other) => other.length - one.length)
    .map(quoteForPattern);
  const own = found
    .filter((party) => party.role === 'contractor')
    .flatMap((party) => party.names.map(plain))
    .map(quoteForPattern);
  // A vendor's own policy is its practice; only a law's or a board's asking is nobody's promise.
  const practice = new RegExp(
    `^(?:the )?(?:${own.join('|') || '$.'}|our)(?:['’]s)? (?:own )?(?:[\\p{L}-]+ ){0,3}(?:polic(?:y|ies)|rules|practices?|standards|procedures?)\\b`,
    'iu',
  );
  const bound = new RegExp(
    `(?<![\\p{L}])(?:${listed.length > 0 ? `(?:the )?(?:${listed.join('|')})|` : ''}we|you|the parties|both parties|each party|it|they) (?:(?:hereby|also|therefore|accordingly|likewise) )?(?:shall|will|must|may not|agrees?|undertakes?|promises?|covenants?|warrants?|is bound|are bound)\\b|\\b(?:we|you)['’]ll\\b`,
    'iu',
  );
  return {
    isParty: (name) => names.has(plain(name.replace(/^for\s+/i, ''))),
    undertakes: (words) => {
      const head = words.slice(0, 4000);
      return (binds.test(head) && bound.test(head)) || practice.test(words);
    },
  };
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.replace(/^the\s+/i, '');
    return key.length > 1 && !seen.has(key) && seen.add(key) !== undefined;
  });
}

function titled(words: string): string {
  return words === 'lea' || words === 'LEA'
    ? 'LEA'
    : words === 'boe' || words === 'BOE'
      ? 'BOE'
      : words.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}
