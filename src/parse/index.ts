import type { Called, Contract, Lexicon, PlainText, Span } from '../types.ts';
import { leaveRefusedPoints } from './binding/agreed-points.ts';
import { answeredClauses, decline } from './binding/answered.ts';
import { setAside } from './binding/elsewhere.ts';
import { leaveOut } from './binding/not-part.ts';
import { precedenceClauses } from './binding/precedence.ts';
import { sentenceZones } from './binding/readings.ts';
import { leaveUnticked } from './binding/ticked-parts.ts';
import { leaveUnsigned } from './binding/unsigned.ts';
import { zonesOf } from './binding/zones.ts';
import { amendByRows } from './changes/amending-rows.ts';
import { strike } from './changes/amendments.ts';
import { strikeBracketed } from './changes/bracketed.ts';
import { changeWords } from './changes/changes.ts';
import { countVotes } from './changes/motions.ts';
import { strikeQuotations } from './changes/quoted.ts';
import { boxesIn } from './outline/boxes.ts';
import { contractDates } from './outline/dates.ts';
import { divideArticles } from './outline/divide.ts';
import type { Draft } from './outline/drafts.ts';
import { joinExceptions } from './outline/exceptions.ts';
import type { Line } from './outline/lines.ts';
import { readLines } from './outline/lines.ts';
import { Places } from './outline/places.ts';
import { withProvisos } from './outline/provisos.ts';
import { questions } from './outline/questions.ts';
import { outline } from './outline/sections.ts';
import { read } from './outline/spans.ts';
import type { Layout } from './outline/statements.ts';
import { readStatements } from './outline/statements.ts';
import { nobodyTold } from './parties/called.ts';
import { parties } from './parties/parties.ts';
import { withLetters } from './parties/side-letters.ts';
import { readTables } from './tables/tables.ts';
import { defineTerms } from './terms/definitions.ts';
import { glossaries } from './terms/glossary.ts';
import { namedStates } from './terms/named-state.ts';

/** Outlines a contract: sections, statements with what governs them, parties, terms, precedence, dates. */
export function parse(extracted: PlainText, lexicon: Lexicon, called: Called = nobodyTold): Contract {
  const text = divideArticles(extracted);
  const { value } = text;
  const lines = readLines(text);
  const tree = outline(value, lines);
  const sides = parties(text, lines, lexicon, called);
  const layout: Layout = {
    value,
    lines,
    outline: tree,
    zones: zonesOf(value, lines, tree, sides.undertakes),
    asking: questions(value, lines, tree),
    tables: readTables(value, lines, sides.isParty),
    zoneOf: sentenceZones(lexicon, sides),
  };
  const drafts = readStatements(layout);
  countVotes(value, drafts);
  const places = new Places(tree.sections, value);
  const byRows = amendByRows(layout.tables, { value, statements: drafts, sections: tree.sections, places });
  const answers = answeredClauses(layout.tables, { value, ...tree, places });
  decline(drafts, answers, tree.sections);
  const { changes, unread } = changeWords(value, drafts, tree.sections, {
    places,
    answers,
    tables: layout.tables,
    told: {
      changes: [...byRows.changes, ...strikeBracketed(value, drafts), ...namedStates(value, drafts, sides.boardState)],
      unread: byRows.unread,
    },
  });
  const statements = strikeQuotations(value, drafts);
  joinExceptions(value, statements);
  leaveUnticked(value, statements, tree.sections);
  leaveUnsigned(value, statements, tree.sections);
  leaveOut(value, statements, tree.sections, sides.isParty);
  leaveRefusedPoints(value, statements, tree.sections);
  const terms = defineTerms(statements, layout.tables, {
    value,
    isParty: sides.isParty,
    ...glossaries(layout, statements),
  });
  markParties(value, statements, sides.spans);
  setAside(value, statements, tree.sections, sides.boardState);
  strike(value, { told: drafts, statements }, tree.sections, { places, isParty: sides.isParty, tables: layout.tables });
  const signed = new Set(statements.filter(({ zone }) => zone === 'signature').map(({ block }) => block));
  return {
    text,
    sections: tree.sections,
    statements: withProvisos(value, statements),
    parties: withLetters(value, sides.parties, layout.tables.values()),
    terms,
    dataNames: called.data,
    precedence: precedenceClauses(value, statements, tree.sections, places),
    changes,
    unread,
    boxes: boxesIn(value),
    dates: contractDates(value, blockTest(lines, signed)),
    boardState: sides.boardState,
  };
}

/** Sentences that only say who the parties are: none that gives, takes or allows something by the way. */
function markParties(value: string, statements: readonly Draft[], spans: readonly Span[]): void {
  const duty =
    /\b(?:shall|must|will|may (?!of\b|\d)[a-z]|(?:assigns?|grants?|reserves?|waives?|releases?|consents?|authorizes?|acknowledges?|undertakes?|warrants?|agrees? (?:to|that))\b)/i;
  const sorted = [...spans].sort((one, other) => one.start - other.start);
  let next = 0;
  for (const statement of statements) {
    while (next < sorted.length && (sorted[next]?.start ?? 0) < statement.start) next += 1;
    const inside = (sorted[next]?.end ?? Number.POSITIVE_INFINITY) <= statement.end;
    if (inside && statement.zone === 'operative' && !duty.test(read(value, statement))) statement.zone = 'party';
  }
}

function blockTest(lines: readonly Line[], chosen: ReadonlySet<number>): (offset: number) => boolean {
  return (offset) => {
    let low = 0;
    let high = lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((lines[middle]?.block.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return chosen.has(low);
  };
}
