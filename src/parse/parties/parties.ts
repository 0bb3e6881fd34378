import type { Called, Lexicon, Party, PlainText, Span } from '../../types.ts';
import type { Line } from '../outline/lines.ts';
import { addRoleWords, addShortNames } from './acting-names.ts';
import { aliasesOf } from './aliases.ts';
import { asTold, nobodyTold, sideTold } from './called.ts';
import { letterhead } from './letters.ts';
import { addPersons } from './persons.ts';
import type { Alias, ProperName } from './proper-names.ts';
import { plain, properNames } from './proper-names.ts';
import { addSide, type Side } from './side.ts';
import { boardState } from './states.ts';
import { type Undertaking, undertakingOf } from './undertaking.ts';

/** The two sides, and the State of the board. */
export interface Sides extends Undertaking {
  readonly parties: readonly Party[];
  readonly boardState: string | null;
  /** Where the text gives the parties their names. */
  readonly spans: readonly Span[];
}

/** More names than any contract has parties: a directory of companies must not make the search quadratic. */
const mostParties = 24;

/** Finds who contracts with whom, under every name the text gives them, and under those that somebody told. */
export function parties(text: PlainText, lines: readonly Line[], lexicon: Lexicon, called: Called = nobodyTold): Sides {
  const named = properNames(text.value, lexicon);
  const aliases = asTold(aliasesOf(text.value, lines, named, lexicon), called);
  const sides = gather(aliases, told(called));
  tellCenter(sides);
  addUnnamed(sides, text.value, lines, named);
  addRoleWords(sides, text.value, lexicon);
  for (const side of sides) addShortNames(side, text.value);
  addKinds(sides, text.value);
  settleShared(sides);
  addPersons(sides, text.value, lines, named);
  const found = sides.map(({ role, names, person, span }): Party => ({ role, names: unique(names), person, span }));
  const boards = named.filter((name) => name.kind === 'board');
  const others = named.filter((name) => name.kind !== 'board');
  return {
    parties: found,
    boardState: boardState(text.value, lines, boards, others),
    spans: aliases.map(({ span }) => span),
    ...undertakingOf(found),
  };
}

/** Sides that somebody told. They have a key, so that no guess is made at whom the text may mean. */
function told(called: Called): Side[] {
  return (['contractor', 'board'] as const).flatMap((role) => {
    const { names, person } = sideTold(called, role);
    if (names.length === 0 && person === '') return [];
    return [{ role, names: [...names], person, span: null, key: plain(names[0] ?? '') }];
  });
}

function gather(aliases: readonly Alias[], sides: Side[]): Side[] {
  for (const alias of aliases) {
    if (alias.role === null || sides.length >= mostParties) continue;
    const key = alias.entity === null ? '' : plain(alias.entity.text);
    const side = sides.find((one) => belongs(one, alias, key)) ?? addSide(sides, alias.role, alias.span, key);
    if (side.key === '') side.key = key;
    if (alias.entity !== null) side.names.push(alias.entity.text);
    side.names.push(...alias.names);
    if (side.person === '') side.person = alias.person;
  }
  return sides;
}

function belongs(side: Side, alias: Alias, key: string): boolean {
  if (side.role !== alias.role) return false;
  if (key === '' || side.key === '') return true;
  return side.key === key || side.key.includes(key) || key.includes(side.key) || shares(side, alias);
}

function shares(side: Side, alias: Alias): boolean {
  return alias.names.some((name) => side.names.some((one) => plain(one) === plain(name)));
}

const center = /\b(?:service (?:center|agency)|collaborative|cooperative|consortium)\b/;

/** A regional service center is a board to a company, and to a board the one that serves it. */
function tellCenter(sides: readonly Side[]): void {
  if (sides.some(({ role }) => role === 'contractor')) return;
  const [served, ...others] = [...sides].sort(
    (one, two) => Number(center.test(one.key)) - Number(center.test(two.key)),
  );
  const [serving] = others;
  if (served && serving && others.length === 1 && center.test(serving.key) && !center.test(served.key))
    serving.role = 'contractor';
}

/** A side that the contract names but gives no other name: the first such name at its head, or under it. */
function addUnnamed(sides: Side[], value: string, lines: readonly Line[], named: readonly ProperName[]): void {
  const endOf = (line: number): number =>
    lines[Math.max(0, Math.min(lines.length - 1, line))]?.span.end ?? value.length;
  const top = endOf(12);
  const head = endOf(40);
  // In between stand hosts, insurers and other strangers.
  const foot = Math.max(head, endOf(lines.length - 25));
  for (const role of ['contractor', 'board'] as const) {
    const own = sides.find((side) => side.role === role);
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
    const side = own ?? addSide(sides, role, { start: first.start, end: first.end }, '');
    side.key = plain(first.text);
    side.names.unshift(first.text);
    side.span ??= { start: first.start, end: first.end };
  }
}

function tradesAs(value: string, name: ProperName): boolean {
  return /\b(?:doing business as|d\/b\/a|dba|trading as)\s+$/i.test(
    value.slice(Math.max(0, name.start - 24), name.start),
  );
}

/** "First Firm" and "Second Firm" together are "the Firms", and each of them is a Firm. */
function addKinds(sides: readonly Side[], value: string): void {
  for (const role of ['contractor', 'board'] as const) {
    const own = sides.filter((side) => side.role === role);
    const kinds = own.map(({ names }) => new Set(names.flatMap((name) => ofKind.exec(name)?.[1] ?? [])));
    for (const [at, side] of own.entries())
      for (const kind of kinds[at] ?? []) {
        const isShared = kinds.filter((others) => others.has(kind)).length > 1;
        if (isShared && new RegExp(`\\b(?:[Tt]he|[Bb]oth|[Nn]either|[Aa]ll) ${kind}s\\b`).test(value))
          side.names.push(kind, `${kind}s`);
      }
  }
}

/** A name of two words, the last of which says what it is; not "Acme Inc" nor "Elm Education". */
const ofKind =
  /^[A-Z][\p{L}'’-]*(?: [A-Z][\p{L}'’-]*)? (?!(?:Inc|LLC|Corp|Co|Company|Education|Schools?)\b)([A-Z]\p{Ll}{2,})$/u;

/** "The Foundry", beside "The Schools" above the signatures, is still of Sprocket Foundry Cooperative. */
function settleShared(sides: readonly Side[]): void {
  const isOwn = ({ key }: Side, name: string) => ` ${key} `.includes(` ${plain(name)} `);
  for (const one of sides)
    for (const other of sides)
      if (one.role !== other.role) one.names = one.names.filter((name) => isOwn(one, name) || !isOwn(other, name));
}

function unique(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => {
    const key = name.replace(/^the\s+/i, '');
    return (key.length > 1 || isLetter.test(key)) && !seen.has(key) && seen.add(key) !== undefined;
  });
}

/** "S" for "Swanscombe"; "A" and "I" are words. */
const isLetter = /^[B-HJ-Z]$/;
