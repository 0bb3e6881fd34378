import type { Called, Contract, Lexicon, PlainText, Span } from '../types.ts';
import { leaveRefusedPoints } from './agreed-points.ts';
import { amendByRows } from './amending-rows.ts';
import { strike } from './amendments.ts';
import { answeredClauses, decline } from './answered.ts';
import { boxesIn } from './boxes.ts';
import { strikeBracketed } from './bracketed.ts';
import { nobodyTold } from './called.ts';
import { changeWords } from './changes.ts';
import { contractDates } from './dates.ts';
import { defineTerms } from './definitions.ts';
import { divideArticles } from './divide.ts';
import type { Draft } from './drafts.ts';
import { setAside } from './elsewhere.ts';
import { joinExceptions } from './exceptions.ts';
import { glossaries } from './glossary.ts';
import type { Line } from './lines.ts';
import { readLines } from './lines.ts';
import { countVotes } from './motions.ts';
import { namedStates } from './named-state.ts';
import { leaveOut } from './not-part.ts';
import { parties } from './parties.ts';
import { Places } from './places.ts';
import { precedenceClauses } from './precedence.ts';
import { questions } from './questions.ts';
import { strikeQuotations } from './quoted.ts';
import { sentenceZones } from './readings.ts';
import { outline } from './sections.ts';
import { withLetters } from './side-letters.ts';
import { read } from './spans.ts';
import type { Layout } from './statements.ts';
import { readStatements } from './statements.ts';
import { readTables } from './tables.ts';
import { leaveUnticked } from './ticked-parts.ts';
import { leaveUnsigned } from './unsigned.ts';
import { zonesOf } from './zones.ts';

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
    zoneOf: sentenceZones(lexicon, sides.undertakes),
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
  setAside(statements, tree.sections, sides.boardState);
  strike(value, { told: drafts, statements }, tree.sections, { places, isParty: sides.isParty });
  const signed = new Set(statements.filter(({ zone }) => zone === 'signature').map(({ block }) => block));
  return {
    text,
    sections: tree.sections,
    statements,
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

/** Sentences that only say who the parties are. */
function markParties(value: string, statements: readonly Draft[], spans: readonly Span[]): void {
  const duty = /\b(?:shall|must|may not|will)\b/i;
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
