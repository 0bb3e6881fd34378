import type { Section, Span } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { isInside } from '../outline/sections.ts';
import { firstFrom, read } from '../outline/spans.ts';
import { newSections } from './in-force.ts';
import type { Context } from './striking.ts';
import { passive } from './striking.ts';
import { paperOf, piecesStruckBy } from './struck-pieces.ts';
import { isStrikingAlone, struckBy } from './struck-sections.ts';

const amends =
  /^\W*(?:(?:(?:a |the )?new )?(?:sections?|articles?|paragraphs?|clauses?) [\w.]{1,6}\b[^.;]{0,120}\b(?:is|are) (?:hereby |therefore |now )?(?:deleted|struck|removed|replaced|amended|superseded|added|inserted)\b|(?:insert|strike|delete|add|replace)\b|(?:in|after|before) (?:sections?|articles?|paragraphs?|clauses?) [\w.]{1,6}\b[^.;]{0,120}\b(?:deleted|struck|removed|replaced|added|inserted|put)\b)/i;
/** It says what an old clause said only to take it away, and puts nothing in its place. */
const deletes =
  /^\W*(?:sections?|articles?|paragraphs?|clauses?|exhibits?|schedules?) [\w.]{1,6}\b.{0,80}\b(?:which|that)\b.{0,300}\b(?:is|are) (?:hereby |therefore |now )?(?:deleted|struck(?: out)?|stricken|removed|withdrawn|repealed|rescinded)(?: in (?:full|(?:its|their) entirety))?\W*$/is;
const marked = /\[\s*(?:deleted|struck|superseded|replaced|repealed|rescinded)\b[^\]]*\]\W*$/i;

/**
 * Marks as struck what another clause of the file deletes, replaces or takes all force from. `told`: the statements with the
 * words that they quote to delete them.
 */
export function strike(
  value: string,
  { told, statements }: { readonly told: readonly Draft[]; readonly statements: readonly Draft[] },
  sections: readonly Section[],
  context: Context,
): void {
  const struck = new Set<number>();
  const paper = paperOf(value, statements, sections, context);
  const fresh = newSections(told, value, sections);
  // "7. Section 16 is deleted": what changes another paper is not the Section 7 that its neighbor deletes there.
  const amending = new Set<number>();
  for (const statement of told) {
    if (statement.end - statement.start > 1200) continue;
    const words = read(value, statement);
    if (statement.section !== null && marked.test(words)) struck.add(statement.section);
    if (statement.section !== null && amends.test(words)) amending.add(statement.section);
    const own = struckBy(value, statement, sections, context);
    for (const section of own) struck.add(section);
    for (const piece of piecesStruckBy(words, statement, paper, context))
      if (!isInside(piece.section, fresh, sections)) piece.zone = 'struck';
    if (statement.zone === 'operative') statement.zone = zoneOf(words, own.length > 0);
  }
  strikeMarked(value, statements);
  strikeBetween(value, statements);
  mark(
    statements,
    new Set([...struck].filter((section) => !amending.has(section) && !isInside(section, fresh, sections))),
    sections,
  );
}

/** A clause that only takes others away has no words of its own. */
function zoneOf(words: string, strikes: boolean): Draft['zone'] {
  if (deletes.test(words)) return 'struck';
  return (strikes || passive.test(words)) && isStrikingAlone(words) ? 'explanation' : 'operative';
}

/** Lines that bear a sign of which the text says that what bears it is struck. */
function strikeMarked(value: string, statements: readonly Draft[]): void {
  const signs = signsOfStriking(value);
  for (const statement of statements)
    if (statement.zone !== 'heading' && signs.some((sign) => value.startsWith(sign, lineOf(value, statement))))
      statement.zone = 'struck';
}

function strikeBetween(value: string, statements: readonly Draft[]): void {
  const gone = between(value);
  for (const statement of statements) {
    const span = gone[firstFrom(gone, statement.start)];
    if (span && statement.zone !== 'heading' && statement.start >= span.start && statement.end <= span.end)
      statement.zone = 'struck';
  }
}

/** "Sections marked ✗ are struck by Part 2." */
const legend =
  /\b(?:marked|bearing|with)(?: with)? (?:an? |the (?:sign|mark) )?["“(]?(?<sign>[^\p{L}\p{N}\s"“”().,;:'’-]{1,2})["”)]? (?:is|are) (?:[^.;:]{0,30} )?(?:struck|deleted|stricken|omitted|out|gone)\b/giu;

function signsOfStriking(value: string): string[] {
  return [...value.matchAll(legend)].map(({ groups }) => groups?.['sign'] ?? '').filter(Boolean);
}

/** Where the line of a statement begins. */
function lineOf(value: string, { start }: Draft): number {
  return value.lastIndexOf('\n', start) + 1;
}

const bracket = /\[(end (?:of )?)?(?:struck|deleted|superseded)(?: out)?\]/gi;

/** What stands between signs of striking: "[STRUCK] … [END STRUCK]". */
function between(value: string): Span[] {
  const found: Span[] = [];
  let open = -1;
  for (const { 0: words, 1: ends, index } of value.matchAll(bracket)) {
    if (ends === undefined) open = open < 0 ? index : open;
    else if (open >= 0) {
      found.push({ start: open, end: index + words.length });
      open = -1;
    }
  }
  return found;
}

function mark(statements: readonly Draft[], struck: ReadonlySet<number>, sections: readonly Section[]): void {
  if (struck.size === 0) return;
  for (const statement of statements) {
    if (statement.zone !== 'heading' && isInside(statement.section, struck, sections)) statement.zone = 'struck';
  }
}
