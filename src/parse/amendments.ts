import type { Section } from '../types.ts';
import type { Draft } from './drafts.ts';
import type { Places } from './references.ts';
import { read } from './spans.ts';

const strikes =
  /\b(?:(?:is|are|shall be|was|were|being) (?:hereby |therefore |now )?(?:deleted|struck|stricken|removed|omitted|withdrawn|rescinded|repealed|replaced|superseded|void)|strikes?|deletes?|(?:shall be|is|are|has|have|shall have|be) of no (?:further )?(?:force|effect)|no longer appl(?:y|ies))\b/i;
// Case matters: "does not apply to the District" takes all force from a clause, "to records that …" only narrows it.
const lapses =
  /\b(?:[Ss]hall|[Dd]oes|[Dd]o|[Ww]ill|SHALL|DOES|WILL) (?:not|NOT) (?:apply|APPLY)(?=\s*(?:$|[.;,]|(?:to|TO) (?:the |THE )?(?:[A-Z][\w'’]+(?: [A-Z][\w'’]+)*|you|us|this (?:[a-z]+ )?(?:agreement|contract|order|addendum))\s*(?:$|[.;,)]|and\b|or\b)))/;
const words6 = /\bthe (?:words?|phrase|sentence|figure|reference|last|first|second|term)\b[^.]{0,120}$/i;
const inserted = /\b(?:is|are) (?:added|inserted)\b/i;
const mark = /\[\s*(?:deleted|struck|superseded|replaced|repealed|rescinded)\b[^\]]*\]/i;

/** Marks as struck what another clause of the file deletes, replaces or takes all force from. */
export function strike(
  value: string,
  statements: readonly Draft[],
  sections: readonly Section[],
  places: Places,
): void {
  const struck = new Set<number>();
  for (const statement of statements) {
    if (statement.end - statement.start > 1200) continue;
    const words = read(value, statement);
    if (mark.test(words) && statement.section !== null && /\[[^\]]*\]\W*$/.test(words)) struck.add(statement.section);
    if (statement.zone !== 'operative') continue;
    const verb = strikes.exec(words) ?? lapses.exec(words);
    if (verb === null || inserted.test(words)) continue;
    // "In Section 9.2 the words X become Y" leaves the section standing.
    if (words6.test(words.slice(0, verb.index))) continue;
    const own = statement.section === null ? '' : (sections[statement.section]?.part ?? '');
    for (const { section, at } of places.clauses(words, own)) {
      if (refersBack(words, at, verb.index, verb[0]) || within(section, statement.section, sections)) continue;
      struck.add(section);
    }
  }
  if (struck.size === 0) return;
  for (const statement of statements) {
    if (statement.zone !== 'heading' && inside(statement.section, struck, sections)) statement.zone = 'struck';
  }
}

/** The clause has to be what is struck: its number comes before the verb of the passive, or after that of the active. */
function refersBack(words: string, at: number, verb: number, form: string): boolean {
  const active = /^(?:strikes?|deletes?)$/i.test(form);
  if (active) return at < verb || at - verb > 40;
  if (at > verb) return true;
  const between = words.slice(at, verb);
  return (
    /\b(?:under|in accordance|except|if|which|that|where)\b/i.test(between) ||
    between.length > 160 ||
    (/\b(?:under|by|in|to|of|with|per)\s+$/i.test(words.slice(Math.max(0, at - 8), at)) &&
      !/^(?:paragraph|section|clause|article)/i.test(words.slice(at, at + 9)))
  );
}

function within(section: number, own: number | null, sections: readonly Section[]): boolean {
  return own !== null && inside(own, new Set([section]), sections);
}

function inside(section: number | null, set: ReadonlySet<number>, sections: readonly Section[]): boolean {
  for (let at = section; at !== null; at = sections[at]?.parent ?? null) if (set.has(at)) return true;
  return false;
}
