import { type Word, words } from '../../language/words.ts';
import type { Change, Section, Span } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import type { Places } from '../outline/places.ts';
import { isInside } from '../outline/sections.ts';
import { read } from '../outline/spans.ts';
import { cellText } from '../tables/grid.ts';
import type { Table } from '../tables/tables.ts';

/** "In lines 10 and 11 “days” means business days." */
const told =
  /^\W*(?:\([a-z0-9]{1,2}\)\s*)?(?:in|for(?: the)? purposes? of|throughout) (?<where>(?<kind>rows?|lines?|sections?|paragraphs?|clauses?|articles?|items?)\s[^"“”:;]{1,60}?),? ["“](?<word>[^"“”]{2,30})["”] (?:means?|stands? for|(?:is|are) to be read as|refers? to) (?:only )?["“]?(?<sense>[\w -]{2,40}?)["”]?(?=[,.;:(]|$)/i;
const numbered = /\b[A-Z]{0,3}-?\d{1,3}(?:\.\d{1,3})*\b/g;

/** Where a clause gives a word another sense in some rows or clauses, the word gives way there to what it means. */
export function localSenses(
  value: string,
  statements: readonly Draft[],
  sections: readonly Section[],
  { places, tables }: { readonly places: Places; readonly tables: ReadonlyMap<number, Table> },
): Change[] {
  return statements.flatMap((clause): Change[] => {
    if (clause.zone !== 'operative' && clause.zone !== 'definition') return [];
    if (clause.end - clause.start > 600) return [];
    const text = read(value, clause);
    const { where, kind, word, sense } = told.exec(text)?.groups ?? {};
    if (where === undefined || kind === undefined || word === undefined || sense === undefined) return [];
    const from = text.indexOf(sense, text.indexOf(word) + word.length);
    const by: Span = { start: clause.start + from, end: clause.start + from + sense.length };
    const own = clause.section === null ? '' : (sections[clause.section]?.part ?? '');
    const within = /^(?:rows?|lines?)$/i.test(kind)
      ? inRows(value, tables, where)
      : inClauses(new Set(places.clauses(where, own).map(({ section }) => section)), sections);
    const whole = { start: clause.start, end: clause.end };
    return statements
      .filter((one) => one !== clause && within(one))
      .flatMap((one) => occurrences(words(read(value, one), one.start), words(word)))
      .map((at) => ({ at, by, clause: whole }));
  });
}

function inClauses(wanted: ReadonlySet<number>, sections: readonly Section[]): (one: Draft) => boolean {
  return (one) => wanted.size > 0 && isInside(one.section, wanted, sections);
}

/** The rows whose first cell is one of the numbers. */
function inRows(value: string, tables: ReadonlyMap<number, Table>, where: string): (one: Draft) => boolean {
  const numbers = new Set(where.match(numbered));
  return ({ block }) => {
    const row = tables.get(block)?.rows.find(({ index }) => index === block);
    const [first] = row?.block.cells ?? [];
    return first !== undefined && numbers.has(cellText(value, first).replace(/[.:)].*$/s, ''));
  };
}

function occurrences(text: readonly Word[], wanted: readonly Word[]): Span[] {
  return text.flatMap((word, at) => {
    const last = text[at + wanted.length - 1];
    return last !== undefined && wanted.every((one, k) => one.text === text[at + k]?.text)
      ? [{ start: word.start, end: last.end }]
      : [];
  });
}
