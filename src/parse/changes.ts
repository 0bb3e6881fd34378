import { type Word, words } from '../language/words.ts';
import type { Change, Section, Span } from '../types.ts';
import type { Draft } from './drafts.ts';
import type { Places } from './references.ts';
import { isInside } from './sections.ts';
import { read } from './spans.ts';

/** What a clause that changes the words of another comes to. */
export interface WordChanges {
  /** By place, none inside another. */
  readonly changes: readonly Change[];
  /** Clauses that change words in a way that is not understood, or words that do not stand where they say. */
  readonly unread: readonly Span[];
}

const noun =
  '(?:words?|phrases?|expressions?|figures?|numbers?|text|language|terms?|names?|numerals?|sentences?|references?(?: to)?)';
const article = '(?:(?:the|all|any|each|every)(?: such)? )?';
const gone =
  '(?:deleted|struck(?: out)?|stricken|removed|omitted|replaced|changed|amended|revised|corrected|substituted (?:by|with))';
/** What stands between; "Section 11.1" has a stop that ends nothing. */
const between = String.raw`(?:[^"“.;:]|\.\d)`;
const taking = new RegExp(
  String.raw`\b(?:delet(?:es?|ing)|strik(?:es?|ing)(?: out)?|remov(?:es?|ing)|omit(?:s|ting)?|replac(?:es?|ing)|chang(?:es?|ing)|for|changed from|in (?:place|lieu|stead) of|instead of) ${article}(?:${noun} )?[(\s]*$`,
  'i',
);
const taken = new RegExp(
  String.raw`^${between}{0,120}?\b(?:(?:is|are|shall be|be|being) (?:hereby |therefore |now |deemed )*${gone}|becomes?|reads?|(?:is|are|shall be) (?:to be )?read as)\b`,
  'i',
);
const putting = new RegExp(
  String.raw`(?<!\breferences? )\b(?:with|by|to|insert(?:s|ing)?|add(?:s|ing)?|substitut(?:es?|ing)|becomes?|reads?|as|shall be (?:substituted|inserted))(?: in (?:its|their) (?:place|stead)| in (?:lieu|place) thereof| therefor)?,? ?${article}(?:(?:new|following) )?(?:${noun} ?)?[\s:,(]*$`,
  'i',
);
const put = /^[,.]?\s*(?:is|are|shall be) (?:hereby )?(?:inserted|added|substituted(?! (?:by|with)))\b/i;
const beside = new RegExp(String.raw`\b(?<where>after|before|following|preceding) ${article}(?:${noun} )?[(\s]*$`, 'i');

/** It speaks of words, or of an amendment, or tells somebody to delete: "delete “Student Data”" alone is no amendment. */
const amends = new RegExp(
  [
    String.raw`\b${noun} ["“‘]`,
    String.raw`\b(?:is|are|shall be) (?:hereby |further |each |both )*(?:amended|modified|revised)\b`,
    String.raw`^\W*(?:(?:in|from) ${between}{1,80}, )?(?:delete|strike|replace|insert|add|change|substitute)\b`,
    `["”] (?:(?:in|of|from|at) ${between}{1,60} )?(?:is|are|shall be) (?:hereby |therefore |now |deemed )*${gone}`,
    `["”] (?:(?:in|of|from|at) ${between}{1,60} )?(?:becomes?|(?:shall be|is|are) read as) ["“]`,
  ].join('|'),
  'i',
);
const takesOut =
  /\b(?:str(?:ike|iking|uck)|delet(?:e|ed|ing)|replac(?:e|ed|ing)|substitut(?:e|ed|ing))\b[^"“]{0,80}["“]|["”][^"“]{0,80}\b(?:struck|deleted|replaced|reads?)\b/i;
const everywhere =
  /\b(?:throughout|wherever|everywhere|(?:each|every|all|any) (?:references?|mentions?|occurrences?))\b/i;
/** "Vendor shall cause its charter to be amended to remove every reference to “Acme”" changes no words here. */
const promises = /\b(?:shall|will|must|agrees? to) (?:promptly )?(?:change|cause|amend|remove|cease|file)\b/i;
/** "As required under Section 8" says by what right, not where. */
const byRight = /\b(?:under|pursuant to|per|by|with|accordance with) (?:the )?$/i;
const longest = 1500;
/** No contract amends itself more often; a file made to take time might. */
const mostClauses = 200;

/**
 * Clauses that put other words into another clause of the file: "Section 8 is amended by striking “ten” and inserting
 * “ninety”". Such a clause says nothing of its own: what it changes is read as it then stands, and the clause itself
 * becomes an explanation.
 */
export function changeWords(
  value: string,
  statements: readonly Draft[],
  sections: readonly Section[],
  places: Places,
): WordChanges {
  const changes: Change[] = [];
  const unread: Span[] = [];
  let carried = 0;
  for (const statement of statements) {
    const told = amendment(value, statement, sections);
    if (told === null) continue;
    const { text, before } = told;
    const within = scopeOf(statement, { text, before, sections, places });
    if (within === null) continue;
    const wanted = orders(text);
    if (wanted.length === 0) {
      if (takesOut.test(text) && !/\b(?:which|that) reads?\b/i.test(text))
        unread.push({ start: statement.start, end: statement.end });
      continue;
    }
    if (++carried > mostClauses) {
      unread.push({ start: statement.start, end: statement.end });
      continue;
    }
    const held = statements.filter((one) => one !== statement && within(one));
    const made = wanted.map((order) => carryOut(value, order, statement, held));
    changes.push(...made.flat());
    if (made.every((list) => list.length > 0)) statement.zone = 'explanation';
    else unread.push({ start: statement.start, end: statement.end });
  }
  return { changes: apart(changes), unread };
}

/** The words of a clause that may amend another, and what it stands under; null for any other clause. */
function amendment(
  value: string,
  statement: Draft,
  sections: readonly Section[],
): { readonly text: string; readonly before: string } | null {
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
  return amends.test(text) || (amends.test(before) && orders(text).length > 0) ? { text, before } : null;
}

/** What to do with the words: take some out, put some in, or both. Spans lie in the words of the clause that tells it. */
interface Order {
  readonly old: Span | null;
  readonly by: Span | null;
  readonly anchor: { readonly words: Span; readonly where: 'after' | 'before' } | null;
}

type Role =
  | { readonly as: 'old' | 'new'; readonly span: Span }
  | { readonly as: 'after' | 'before'; readonly span: Span };

/** None where it is not plain of a quotation what is to become of it. */
function orders(text: string): Order[] {
  // "in the definition of “Incident,” by striking …" tells where.
  const marks = [
    ...text.matchAll(
      /(?<!\bdefinition of (?:the term )?)(?:["“](?<inner>[^"“”]{1,400})["”]|(?<=\s)‘(?<single>[^‘’"“”]{1,200})’(?=[\s.,;:)]))/g,
    ),
  ];
  const roles: Role[] = [];
  for (const [k, mark] of marks.entries()) {
    const start = mark.index + 1;
    const span = { start, end: start + (mark.groups?.['inner'] ?? mark.groups?.['single'] ?? '').length };
    const previous = marks[k - 1];
    const left = text.slice(previous === undefined ? 0 : previous.index + previous[0].length, mark.index);
    const right = text.slice(mark.index + mark[0].length, marks[k + 1]?.index);
    const where = beside.exec(left)?.groups?.['where']?.toLowerCase();
    if (where !== undefined) roles.push({ as: where === 'after' || where === 'following' ? 'after' : 'before', span });
    else if (taking.test(left)) roles.push({ as: 'old', span });
    else if (putting.test(left) || put.test(right)) roles.push({ as: 'new', span });
    else if (taken.test(right)) roles.push({ as: 'old', span });
    else return [];
  }
  return paired(roles);
}

function paired(roles: readonly Role[]): Order[] {
  const found: { old: Span | null; by: Span | null; anchor: Order['anchor'] }[] = [];
  for (const { as, span } of roles) {
    const last = found.at(-1);
    if (as === 'old') {
      // "substituting “ninety” for “ten”"
      if (last !== undefined && last.old === null && last.anchor === null) last.old = span;
      else found.push({ old: span, by: null, anchor: null });
    } else if (as === 'new') {
      if (last !== undefined && last.by === null) last.by = span;
      else found.push({ old: null, by: span, anchor: null });
    } else if (last !== undefined && last.by !== null && last.old === null && last.anchor === null)
      last.anchor = { words: span, where: as };
    else found.push({ old: null, by: null, anchor: { words: span, where: as } });
  }
  const isWhole = ({ old, by, anchor }: Order) => old !== null || (by !== null && anchor !== null);
  return found.every(isWhole) ? found : [];
}

/** The statements whose words are changed: those of the clauses it names, else of all, where it says so. */
function scopeOf(
  statement: Draft,
  { text, before, sections, places }: { text: string; before: string; sections: readonly Section[]; places: Places },
): ((one: Draft) => boolean) | null {
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

/** Everywhere among the statements where the old words, or those beside the new ones, stand. */
function carryOut(value: string, order: Order, clause: Draft, held: readonly Draft[]): Change[] {
  const wordsAt = (span: Span) => spoken(value, clause.start + span.start, clause.start + span.end);
  const by = order.by === null ? null : spanOf(wordsAt(order.by));
  const wanted = wordsAt(order.old ?? order.anchor?.words ?? { start: 0, end: 0 });
  if (wanted.length === 0) return [];
  const whole = { start: clause.start, end: clause.end };
  return held.flatMap((one) =>
    occurrences(words(read(value, one), one.start), wanted).map((at): Change => {
      const spot = order.anchor?.where === 'after' ? at.end : at.start;
      return { at: order.old === null ? { start: spot, end: spot } : at, by, clause: whole };
    }),
  );
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
