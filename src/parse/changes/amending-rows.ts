import type { Change, Section, Span } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import type { Line } from '../outline/lines.ts';
import type { Places, Reference } from '../outline/places.ts';
import { isInside } from '../outline/sections.ts';
import { read, trim } from '../outline/spans.ts';
import { cellText } from '../tables/grid.ts';
import type { Table } from '../tables/tables.ts';
import { carryOut, type WordChanges } from './changes.ts';
import { isInForce } from './in-force.ts';
import { orders } from './orders.ts';
import { olderNumber } from './renumbered.ts';
import { sentenceAt } from './struck-pieces.ts';

interface Context {
  readonly value: string;
  readonly statements: readonly Draft[];
  readonly sections: readonly Section[];
  readonly places: Places;
}

const whole =
  /^(?:(?:the )?(?:whole|entire)(?:(?: of)?(?: the)? (?:sub)?(?:section|paragraph|clause|article|provision|text|item)(?: \(?\w{1,4}\)?)?)?|all(?: of it)?|(?:the )?(?:section|paragraph|clause|article)?,? ?(?:in (?:its entirety|full)|entirely|wholly))\W*$/i;
const ofSentence = /^(?:the )?(?<which>first|second|third|fourth|fifth|sixth|last|final|penultimate) sentence\W*$/i;
const nothing = /^(?:[–—_-]*|none|nothing|n\/a)\W*$/i;
const quotation = /^["“](?<inner>[^"“”]+)["”]$/;

/**
 * Tables that amend: "Section | Strike | Insert". Each row says nothing of its own; what it strikes is struck where it stands,
 * words that it puts in for others are read there, and a whole clause that it puts in binds where the table says it.
 */
export function amendByRows(tables: ReadonlyMap<number, Table>, context: Context): WordChanges {
  const changes: Change[] = [];
  const unread: Span[] = [];
  for (const table of new Set(tables.values())) {
    if (table.amends === null) continue;
    for (const row of table.rows) {
      const made = amendByRow(table, row, context);
      if (made === null) unread.push(row.span);
      else changes.push(...made);
    }
  }
  return { changes, unread };
}

/** Null where what the row wants could not be done. */
function amendByRow({ amends, heads }: Table, row: Line, context: Context): Change[] | null {
  const { value, statements } = context;
  const cell = (index: number | undefined): Span => {
    const found = row.block.cells[index ?? -1];
    return found === undefined ? { start: 0, end: 0 } : trim(value, found.start, found.end);
  };
  const [old, fresh] = [cell(amends?.strike), cell(amends?.insert)];
  const own = statements.filter(({ block, zone }) => block === row.index && zone !== 'heading');
  const head = heads[amends?.place ?? -1];
  const place = placeOf(
    cellText(value, cell(amends?.place)),
    head === undefined ? '' : read(value, head),
    own[0],
    context,
  );
  const words = read(value, old).replace(/^the (?:words?|phrase|figures?|text) (?=["“])/i, '');
  // Of a paper that is not in the file nothing can be struck.
  if (place.length === 0) return [];
  if (place.length > 1) return null;
  const held = statements.filter(
    (one) => one.block !== row.index && isInside(one.section, new Set(place), context.sections),
  );
  const clause: Draft | undefined = own[0] && { ...own[0], start: row.span.start, end: row.span.end };
  if (clause === undefined) return null;
  const at = (span: Span, inner: string): Span => {
    const from = span.start - clause.start + read(value, span).indexOf(inner);
    return { start: from, end: from + inner.length };
  };
  if (nothing.test(words)) {
    const wanted = orders(read(value, fresh));
    return wanted.length === 0
      ? []
      : settled(
          wanted.flatMap((one) => carryOut(value, one, { ...clause, ...fresh }, held)),
          own,
        );
  }
  const which = ofSentence.exec(words)?.groups?.['which'];
  if (which === undefined && !whole.test(words)) {
    const put = quotation.exec(read(value, fresh))?.groups?.['inner'] ?? read(value, fresh);
    const by = nothing.test(put) ? null : at(fresh, put);
    const spot = at(old, quotation.exec(words)?.groups?.['inner'] ?? words);
    return settled(carryOut(value, { spot, where: 'over', by }, clause, held), own);
  }
  const told = held.filter(({ zone }) => zone !== 'heading');
  for (const one of which === undefined ? told : sentenceAt(told, which)) one.zone = 'struck';
  return [];
}

/** A row whose words were put in where they belong explains how they came there. */
function settled(changes: Change[], own: readonly Draft[]): Change[] | null {
  if (changes.length === 0) return null;
  for (const one of own) one.zone = 'explanation';
  return changes;
}

/** The clauses that a row may mean, by their old number where the table gives the new one. */
function placeOf(told: string, head: string, own: Draft | undefined, { value, places, sections }: Context): number[] {
  const number = /^[\w.-]+(?:\([a-z0-9]{1,4}\))*/i.exec(
    told.replace(/^(?:sections?|sec\.|articles?|arts?\.|paragraphs?|paras?\.|clauses?|cl\.|items?|§+)\s*/i, ''),
  )?.[0];
  if (number === undefined || own === undefined) return [];
  const isNew = /\bnew\b/i.test([head, ...own.headings.slice(-1).map((span) => read(value, span))].join(' '));
  const wanted = (isNew ? olderNumber(value, number) : null) ?? number;
  const part = own.section === null ? '' : (sections[own.section]?.part ?? '');
  const isMeant = ({ section }: Reference) =>
    !isInside(own.section, new Set([section]), sections) && !isInForce(section, own, sections);
  const find = (name: string) => [
    ...new Set(
      places
        .clauses(`Section ${name}`, part)
        .filter(isMeant)
        .map(({ section }) => section),
    ),
  ];
  // "5(a)" may stand in the middle of Section 5, which then is the place.
  const found = [wanted, wanted.replace(/\(.*/, '')].map(find).find((all) => all.length > 0) ?? [];
  return found;
}
