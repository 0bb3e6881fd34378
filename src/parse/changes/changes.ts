import { type Word, words } from '../../language/words.ts';
import type { Change, Section, Span } from '../../types.ts';
import type { Answered } from '../binding/answered.ts';
import type { Draft } from '../outline/drafts.ts';
import type { Places } from '../outline/places.ts';
import { isInside } from '../outline/sections.ts';
import { read } from '../outline/spans.ts';
import type { Table } from '../tables/tables.ts';
import { localSenses } from '../terms/local-senses.ts';
import { alignedOrders } from './aligned.ts';
import { isOfUnit } from './amending.ts';
import { isAmending, isTakingOut, type Order, orders } from './orders.ts';

/** What a clause that changes the words of another comes to. */
export interface WordChanges {
  /** By place, none inside another. */
  readonly changes: readonly Change[];
  /** Clauses that change words in a way that is not understood, or words that do not stand where they say. */
  readonly unread: readonly Span[];
}

const everywhere =
  /\b(?:throughout|wherever|everywhere|(?:each|every|all|any) (?:references?|mentions?|occurrences?))\b/i;
/** "Vendor shall cause its charter to be amended to remove every reference to “Acme”" changes no words here. */
const promises = /\b(?:shall|will|must|agrees? to) (?:promptly )?(?:change|cause|amend|remove|cease|file)\b/i;
/** "As required under Section 8" says by what right, not where. */
const byRight = /\b(?:under|pursuant to|per|by|with|accordance with) (?:the )?$/i;
const longest = 1500;
/** No contract amends itself more often; a file made to take time might. */
const mostClauses = 200;

/** Where clauses and the rows of tables stand that others speak of. */
interface Context {
  readonly places: Places;
  /** By the block of the row that answers. */
  readonly answers: ReadonlyMap<number, Answered>;
  readonly tables: ReadonlyMap<number, Table>;
  /** Words that were changed, and clauses that were not understood, where rows, brackets or pages tell it. */
  readonly told: WordChanges;
}

/**
 * Clauses that put other words into another clause of the file: "Section 8 is amended by striking “ten” and inserting
 * “ninety”". Such a clause says nothing of its own: what it changes is read as it then stands, and the clause itself
 * becomes an explanation.
 */
export function changeWords(
  value: string,
  statements: readonly Draft[],
  sections: readonly Section[],
  context: Context,
): WordChanges {
  const changes: Change[] = [...context.told.changes, ...localSenses(value, statements, sections, context)];
  const unread: Span[] = [...context.told.unread];
  let carried = 0;
  let last: Taken | null = null;
  const isAmendment = speaksOfChange(value, sections);
  for (const statement of statements) {
    const told = amendment(value, statement, sections);
    if (told === null) continue;
    if (!told.strictly && !isAmendment) continue;
    if (
      last !== null &&
      last.section === statement.section &&
      isInstead.test(told.text) &&
      orders(told.text).length === 0
    ) {
      changes[last.at] = { ...last.change, by: putInstead(value, statement) };
      last = null;
      continue;
    }
    const found = ordered(value, statement, statements, { ...told, isAmendment, sections, ...context });
    if (found === null) continue;
    const made =
      ++carried > mostClauses ? [] : found.wanted.map((order) => carryOut(value, order, statement, found.held));
    const [first] = made.flat();
    last =
      first && found.wanted[0]?.by === null ? { section: statement.section, change: first, at: changes.length } : null;
    changes.push(...made.flat());
    if (made.length > 0 && made.every((list) => list.length > 0)) statement.zone = 'explanation';
    else unread.push({ start: statement.start, end: statement.end });
  }
  return { changes: apart(changes), unread };
}

/** Words that a clause took out, and put none in their place. */
interface Taken {
  readonly section: number | null;
  readonly change: Change;
  /** Where it stands among the changes. */
  readonly at: number;
}

/** 'Insert in its room: "…"', after "Strike “…”". */
const isInstead =
  /^\W*(?:and )?(?:insert|put|write|substitute|add)\b\W*(?:(?:in|into) (?:its|their|the) (?:place|room|stead)|in (?:the )?(?:place|room|stead) of (?:it|them|the first|(?:these|those|the) words)|instead)?[\s:,]*["“]/i;

/** What a clause quotes first, which is what it puts in; what it puts elsewhere is left of it. */
function putInstead(value: string, statement: Draft): Span | null {
  const [all = '', before = '', quoted = ''] = /^([^"“]*["“])([^"“”]+)["”]?/.exec(read(value, statement)) ?? [];
  const start = statement.start + before.length;
  const next = read(value, statement).slice(all.length).search(/["“]/);
  if (next < 0) statement.zone = 'explanation';
  else statement.start += all.length + next;
  return quoted === '' ? null : { start, end: start + quoted.length };
}

/** The words of a clause that may amend another, and what it stands under; null for any other clause. */
function amendment(
  value: string,
  statement: Draft,
  sections: readonly Section[],
): { readonly text: string; readonly before: string; readonly strictly: boolean } | null {
  if (statement.zone !== 'operative' || statement.end - statement.start > longest) return null;
  const text = read(value, statement);
  // "If that Act is amended by deleting “records”, …"
  if (!/["“‘]/.test(text) || /^(?:if|when|where|whenever|should|unless)\b/i.test(text)) return null;
  // "Section 8 is amended …" at the head of a line seems to open a section of that number.
  const label = statement.section === null ? '' : (sections[statement.section]?.label ?? '');
  const before = [...statement.headings, ...statement.lead]
    .map((span) => read(value, span))
    .concat(label)
    .join(' ');
  return { text, before, strictly: isAmending(text) || (isAmending(before) && orders(text).length > 0) };
}

const ofChange =
  /\b(?:amend|alter|chang|var(?:y|ied|iation)|renew|restat|strik|struck|replac|conform|motion|revis|modif|rider|addend)/i;

/** Whether a title, or the way the paper opens, says that it changes another. */
function speaksOfChange(value: string, sections: readonly Section[]): boolean {
  return ofChange.test(value.slice(0, opening)) || sections.some(({ title }) => ofChange.test(title));
}

/** Characters in which a paper says what it is. */
const opening = 600;

/** Statements outside of the part of the file in which a clause stands, and of its section. */
function elsewhere(clause: Draft, statements: readonly Draft[], sections: readonly Section[]): readonly Draft[] {
  const partOf = ({ section }: Draft) => (section === null ? '' : (sections[section]?.part ?? ''));
  const own = partOf(clause);
  return statements.filter((one) => one.zone !== 'heading' && one.section !== clause.section && partOf(one) !== own);
}

/** Where the clauses stand that a clause may change. */
interface Scope extends Context {
  readonly text: string;
  /** What it stands under. */
  readonly before: string;
  /** Whether its words say that they amend. */
  readonly strictly: boolean;
  /** Whether the paper says so of itself. */
  readonly isAmendment: boolean;
  readonly sections: readonly Section[];
}

/** What a clause orders, and the statements whose words it changes. */
interface Ordered {
  readonly wanted: readonly Order[];
  readonly held: readonly Draft[];
}

/** What a clause orders; of nothing that is known, where it speaks of taking words out; null where it changes none. */
function ordered(value: string, statement: Draft, statements: readonly Draft[], scope: Scope): Ordered | null {
  const { text, strictly, isAmendment } = scope;
  const within = scopeOf(statement, scope);
  const named = within && statements.filter((one) => one !== statement && within(one));
  const told = strictly ? orders(text) : [];
  if (named !== null && told.length > 0) return { wanted: told, held: named };
  const found = isAmendment && !isOfUnit(text) ? aligned(value, statement, statements, scope, named, told) : null;
  if (found !== null && found.wanted.length > 0) return found;
  return strictly && named !== null && isTakingOut(text) && !isOfUnit(text) ? { wanted: [], held: named } : null;
}

/** What a clause orders by where its words stand: in the clauses that it names, else in one place alone. */
function aligned(
  value: string,
  statement: Draft,
  statements: readonly Draft[],
  { text, sections }: Scope,
  named: readonly Draft[] | null,
  told: readonly Order[],
): Ordered {
  const held = named ?? elsewhere(statement, statements, sections);
  const stands = ({ start, end }: Span): boolean => {
    const wanted = spoken(value, statement.start + start, statement.start + end);
    const count = held.reduce((sum, one) => sum + occurrences(words(read(value, one), one.start), wanted).length, 0);
    return wanted.length > 0 && (named === null ? count === 1 : count > 0);
  };
  return told.length > 0
    ? { wanted: told.filter(({ spot }) => stands(spot)), held }
    : { wanted: alignedOrders(text, stands), held };
}

/** The statements whose words are changed: those of the clauses it names, else of all, where it says so. */
function scopeOf(
  statement: Draft,
  { text, before, sections, places, answers }: Scope,
): ((one: Draft) => boolean) | null {
  const answered = answers.get(statement.block)?.section;
  if (answered !== undefined) return (one) => isInside(one.section, new Set([answered]), sections);
  const own = statement.section === null ? '' : (sections[statement.section]?.part ?? '');
  for (const words of [withoutQuotations(text), before]) {
    const named = places.clauses(words, own).filter(({ at }) => !byRight.test(words.slice(0, at)));
    const others = named.filter(({ section }) => !isInside(statement.section, new Set([section]), sections));
    const wanted = new Set(others.map(({ section }) => section));
    if (wanted.size > 0) return (one) => isInside(one.section, wanted, sections);
    if (/\b(?:sections?|articles?|paragraphs?|clauses?) (?:\d|[A-Z]\b|[IVX]+\b)/.test(words)) return null;
  }
  return everywhere.test(text) && !promises.test(text) ? () => true : null;
}

/** As long as before, so that places stay what they were. */
function withoutQuotations(text: string): string {
  return text.replace(/["“][^"“”]*["”]/g, (quoted) => '·'.repeat(quoted.length));
}

/** Everywhere among the statements where the words that go, or those beside which others come, stand. */
export function carryOut(value: string, order: Order, clause: Draft, held: readonly Draft[]): Change[] {
  const { spot, where, by, until } = order;
  const wordsAt = (span: Span) => spoken(value, clause.start + span.start, clause.start + span.end);
  const wanted = wordsAt(spot);
  if (wanted.length === 0) return [];
  const put = by === null ? null : spanOf(wordsAt(by));
  const whole = { start: clause.start, end: clause.end };
  const last = until && wordsAt(until);
  return held.flatMap((one) => {
    const text = words(read(value, one), one.start);
    return occurrences(text, wanted).flatMap((found): Change[] => {
      const at = last ? upTo(found, occurrences(text, last)) : placeOf(found, where, one);
      return at === null ? [] : [{ at, by: put, clause: whole }];
    });
  });
}

/** From the first words that go to the last. */
function upTo({ start, end }: Span, lasts: readonly Span[]): Span | null {
  const last = lasts.find((one) => one.start >= end);
  return last === undefined ? null : { start, end: last.end };
}

/** Where words come or go: over those that were found, beside them, or all from there to the end of the statement. */
function placeOf(found: Span, where: Order['where'], { end }: Draft): Span {
  if (where === 'over') return found;
  if (where === 'onward') return { start: found.end, end };
  if (where === 'from') return { start: found.start, end };
  const beside = where === 'after' ? found.end : found.start;
  return { start: beside, end: beside };
}

/** The words of a quotation without the stop that is set inside of it: "“ten days,”". */
function spoken(value: string, start: number, end: number): Word[] {
  const found = words(value.slice(start, end), start);
  return found.slice(0, found.findLastIndex(({ text }) => !/^[.,;:]$/.test(text)) + 1);
}

function spanOf(list: readonly Word[]): Span | null {
  const [first, last] = [list[0], list.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

function occurrences(text: readonly Word[], wanted: readonly Word[]): Span[] {
  const found: Span[] = [];
  // “ ”: a quotation of no words stands nowhere.
  if (wanted.length === 0) return found;
  for (let at = 0; at + wanted.length <= text.length; at += 1) {
    if (!wanted.every((word, k) => word.text === text[at + k]?.text)) continue;
    const span = spanOf(text.slice(at, at + wanted.length));
    if (span !== null) found.push(span);
    at += wanted.length - 1;
  }
  return found;
}

/** In the order of the text; of two that change the same words the first stands. */
function apart(changes: readonly Change[]): Change[] {
  const kept: Change[] = [];
  for (const change of changes.toSorted((one, other) => one.at.start - other.at.start))
    if (change.at.start >= (kept.at(-1)?.at.end ?? 0)) kept.push(change);
  return kept;
}
