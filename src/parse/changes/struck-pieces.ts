import type { Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { groupsIn } from '../outline/references.ts';
import { read } from '../outline/spans.ts';
import { cellText } from '../tables/grid.ts';
import type { Table } from '../tables/tables.ts';
import { listsGone, takenOut } from './amending.ts';
import { active, type Context, clausesNamed, namedAbove, ordersOut, passive, targets } from './striking.ts';

/** What pieces of clauses are found in. */
export interface Paper {
  readonly value: string;
  readonly statements: readonly Draft[];
  readonly sections: readonly Section[];
  /** The block of each row of a table that quotes clauses as they stood, by the number of the clause. */
  readonly rows: ReadonlyMap<string, number>;
}

/** A paper made ready to find pieces of its clauses in. */
export function paperOf(
  value: string,
  statements: readonly Draft[],
  sections: readonly Section[],
  { tables }: Context,
): Paper {
  return { value, statements, sections, rows: oldRows(value, tables) };
}

/** The statements that a clause strikes one by one: sentences and paragraphs, items, clauses that a table quotes. */
export function piecesStruckBy(words: string, statement: Draft, paper: Paper, context: Context): Draft[] {
  // What it has changed of words is done; what it strikes besides is not.
  if (statement.zone !== 'operative' && !(statement.zone === 'explanation' && strikesBesides(words))) return [];
  return [
    ...sentencesStruckBy(words, statement, paper, context),
    ...sentencesByTheirWords(words, statement, paper, context),
    ...itemsStruckBy(words, statement, paper, context),
    ...rowsStruckBy(words, paper, context),
  ];
}

function strikesBesides(words: string): boolean {
  return thenIsGone.test(words) || words.search(beginning) >= 0;
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const sentence = `(?<which>${ordinals.join('|')}|last|final|penultimate) (?<unit>sentence|paragraph)`;
const told = sentence.replace('which', 'told').replace('unit', 'kind');
const listed = sentence.replace('which', 'item').replace('unit', 'sort');
const ofSentence = new RegExp(String.raw`\b${sentence} (?:of|in|from) (?:the )?$`, 'i');
/** "In Section 4, strike the second sentence", "Paragraph 4: the second sentence is deleted"; "in Section 4, the second sentence", in a list. */
const thenSentence = new RegExp(
  String.raw`^\s*(?:\([^()]{0,80}\)\s*)?[:,—–-]\s*(?:(?:delete|strike|omit)s?(?: out)? the ${sentence}\b(?! of\b)|the (?:${told} (?:\([^()]{0,120}\) )?(?=(?:is|shall be) )|${listed}\W*$))`,
  'i',
);
const isGone = String.raw`(?:\([^()]{0,120}\) )?(?:is|shall be) (?:hereby |therefore |now )?${takenOut}`;
/** "The second sentence is struck.", below the clause that it stands in. */
const sentenceIsGone = new RegExp(String.raw`^\W*the ${sentence} ${isGone}`, 'i');
/** "In Section 7, “ten” is struck, and the last sentence (beginning “Vendor”) is deleted." */
const thenIsGone = new RegExp(String.raw`\band the ${sentence} ${isGone}`, 'i');
const strikesSentence = new RegExp(String.raw`^\W*(?:delete|strike|omit)s?(?: out)? the ${sentence}\b(?! of\b)`, 'i');

/** "The second sentence of Section 4 is deleted." */
function sentencesStruckBy(
  words: string,
  statement: Draft,
  { value, statements, sections }: Paper,
  context: Context,
): Draft[] {
  if (!/\b(?:sentence|paragraph)\b/i.test(words)) return [];
  const within = (section: number): readonly Draft[] =>
    section === statement.section ? [] : statements.filter((one) => one.section === section && one.zone !== 'heading');
  const named = clausesNamed(words, statement, sections, context);
  const order = named.length === 0 ? (strikesSentence.exec(words) ?? sentenceIsGone.exec(words))?.groups : undefined;
  if (order !== undefined)
    return namedAbove(value, statement, sections, context).flatMap((section) =>
      unitAt(within(section), order['which'] ?? '', order['unit'] ?? ''),
    );
  const later = named.length === 1 ? thenIsGone.exec(words)?.groups : undefined;
  const [only] = named;
  if (later !== undefined && only !== undefined)
    return [...unitAt(within(only.section), later['which'] ?? '', later['unit'] ?? '')];
  return named.flatMap(({ section, at, end }) => {
    const before = words.slice(0, at);
    const which = ofSentence.exec(before);
    const then = which === null ? thenSentence.exec(words.slice(end, end + 160))?.groups : undefined;
    const name = which?.groups?.['which'] ?? then?.['which'] ?? then?.['told'] ?? then?.['item'];
    const unit = which?.groups?.['unit'] ?? then?.['unit'] ?? then?.['kind'] ?? then?.['sort'] ?? '';
    if (name === undefined) return [];
    const goes =
      then?.['which'] !== undefined ||
      (then?.['item'] !== undefined && listsGone(value, statement)) ||
      (which !== null && [active, ordersOut].some((verb) => verb.test(before.slice(0, which.index)))) ||
      passive.test(words.slice(end, end + 160));
    return goes ? unitAt(within(section), name, unit) : [];
  });
}

/** A sentence, or the sentences of a paragraph. */
function unitAt(all: readonly Draft[], name: string, unit: string): readonly Draft[] {
  if (!/paragraph/i.test(unit)) return sentenceAt(all, name);
  const firsts = all.filter((one, k) => one.block !== all[k - 1]?.block);
  const [first] = sentenceAt(firsts, name);
  return first === undefined ? [] : all.filter(({ block }) => block === first.block);
}

const beginning =
  /\bsentence,? \(?(?:which |that )?(?:begins?|beginning|starts?|starting|opens?|opening)(?: with)?[\s:,(]*["“]([^"”]{3,120}?)[.,;]?["”][^"“.;]{0,40}?\b(?:is|shall be) (?:hereby |therefore |now )?(?:deleted|struck|stricken|removed|omitted|withdrawn)\b/gi;

/** "In Section 9 …, and the sentence beginning “No notice” is struck out." */
function sentencesByTheirWords(
  words: string,
  statement: Draft,
  { value, statements, sections }: Paper,
  context: Context,
): Draft[] {
  const openings = [...words.matchAll(beginning)].map(([, opening = '']) => opening);
  if (openings.length === 0) return [];
  const named = clausesNamed(words, statement, sections, context);
  const wanted = new Set(named.map(({ section }) => section));
  return statements.filter(
    (one) =>
      one.section !== null &&
      one.section !== statement.section &&
      wanted.has(one.section) &&
      openings.some((opening) => read(value, one).startsWith(opening)),
  );
}

/** The second, or the last but one, of the statements; none where there are not so many. */
export function sentenceAt(all: readonly Draft[], name: string): Draft[] {
  const which = name.toLowerCase();
  const place = ordinals.indexOf(which);
  return all.slice(place === -1 ? (which === 'penultimate' ? -2 : -1) : place).slice(0, 1);
}

/** "Section 9(b) is struck", where (b) is a sentence of Section 9: that and those up to the next letter. */
function itemsStruckBy(
  words: string,
  statement: Draft,
  { value, statements, sections }: Paper,
  { places, isParty }: Context,
): Draft[] {
  if (!/\d\s?\([a-z]/i.test(words)) return [];
  const own = statement.section === null ? '' : (sections[statement.section]?.part ?? '');
  const named = places.items(words, own);
  const gone = new Set(targets(words, passive.exec(words), named, isParty));
  return named.flatMap(({ section, item }) => {
    if (!gone.has(section) || section === statement.section) return [];
    const within = statements.filter((one) => one.section === section && one.zone !== 'heading');
    const letters = within.map((one) => /^\([a-z0-9]{1,4}\)(?=\s)/i.exec(read(value, one))?.[0].toLowerCase());
    const from = letters.indexOf(item);
    const next = letters.findIndex((letter, at) => at > from && letter !== undefined);
    return from < 0 ? [] : within.slice(from, next < 0 ? undefined : next);
  });
}

/** "Section | Text as it stood": the block of each row by the number of the clause that it quotes. */
function oldRows(value: string, tables: ReadonlyMap<number, Table>): ReadonlyMap<string, number> {
  const quoting = [...new Set(tables.values())].filter(
    ({ heads: [first, ...others] }) =>
      first !== undefined && ofClause.test(read(value, first)) && others.some((head) => ofOld.test(read(value, head))),
  );
  return new Map(
    quoting.flatMap(({ rows }) =>
      rows.flatMap(({ block: { cells }, index }): [string, number][] => {
        const [number] = groupsIn(`Section ${cells[0] ? cellText(value, cells[0]) : ''}`)[0]?.numbers ?? [];
        return number === undefined ? [] : [[number.number, index]];
      }),
    ),
  );
}

const ofClause = /^(?:sections?|clauses?|paragraphs?|articles?|[§¶]+|no\.?)$/i;
const ofOld = /\b(?:old|stood|before|former|previous|original|until now)\b/i;

/** "Sections 4(b), 6 and 7 are deleted", which a table quotes as they stood. */
function rowsStruckBy(words: string, { statements, rows }: Paper, { isParty }: Context): Draft[] {
  if (rows.size === 0) return [];
  const named = groupsIn(words).flatMap(({ numbers }) =>
    numbers.flatMap(({ number, at, end }) => {
      const section = rows.get(number);
      return section === undefined ? [] : [{ section, at, end }];
    }),
  );
  const blocks = new Set(targets(words, passive.exec(words), named, isParty));
  return statements.filter((one) => blocks.has(one.block) && one.zone !== 'heading');
}
