import type { Precedence, Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import type { Places, Reference } from '../outline/places.ts';
import { read } from '../outline/spans.ts';

const prevails =
  /\b(?:prevails?|controls(?! which)|(?<=\b(?:shall|will|must|to|(?!(?:its|his|has|is|was|this|keeps|takes|gives|retains|exercises|holds|loses|gains|assumes)\b)[a-z]+s|[b-rt-z],?|\d+,?) )control(?! which)|shall govern|will govern|takes? (?:precedence|priority)|outranks?|supersedes?|overrides?|has the upper hand|comes? first|(?:is|are) to be (?:obeyed|followed)|(?:is|are) followed|(?<!\b(?:the|these|those|its|their|our|your|own|of|\w+ing) )rules|governs over)\b/gi;
const yields = /\b(?:gives? way|yields?|is subordinate|are subordinate|is subject to)\b/i;
const conflict =
  /\b(?:conflicts?|inconsisten|disagree|differ|discrepanc|reconciled|both be given effect|contrary|precedence|order of|variance|over (?:the|any|all|those)|outranks|controls? over|in the event of|if there is a difference)\w*/i;

/** Rules by which courts choose between the laws of two States are none between papers. */
const ofLaws = /\bconflicts?[- ]of[- ]laws?\b|\bconflicts? (?:rules|principles|provisions)\b/gi;
/** What can prevail; not the policy or the person whom the parties are to follow. */
const paper =
  /\b(?:agreement|contract|order|rider|addend\w+|amendment|terms?|conditions?|exhibit|schedule|annex|appendix|attachment|sections?|articles?|paragraphs?|clauses?|supplement|notice|tables?|parts?|letter|sheets?|form|compact|memorandum|papers?|pages?|documents?|provisions?|text|words|answers?|quotation|front|instrument|license|grids?|charter|covenant|deed|lists?|chart|matrix|proposal|cover|statement|named|listed|former|latter|first|later|earlier|lower|higher|one|it|they|which|that|this|these|those|n?dpa|mou|moa|msa|sow|eula?|rfp|po|sla)\b/i;
const nothing = /\b(?:no|none|nothing|neither|nor)\b/i;

/** Finds which part of the file wins where two of them differ. */
export function precedenceClauses(
  value: string,
  statements: readonly Draft[],
  sections: readonly Section[],
  places: Places,
): Precedence[] {
  return statements.flatMap((statement, at): Precedence[] => {
    if (statement.zone !== 'operative' || statement.end - statement.start > 1500) return [];
    const words = read(value, statement);
    const verbs = [...words.matchAll(prevails)];
    if (verbs.length === 0 || !conflict.test(words.replace(ofLaws, ''))) return [];
    const own = statement.section === null ? '' : (sections[statement.section]?.part ?? '');
    const partsOf = (named: readonly Reference[]) =>
      [...new Set(named.flatMap((one) => places.alike(one, words)))].map((section) => sections[section]?.part ?? '');
    if (byRank.test(words)) {
      const first = firstListed(value, statements, at, places);
      if (first !== null) return [{ start: statement.start, end: statement.end, parts: partsOf([first]) }];
    }
    // "The State Terms will control, and as between Exhibits G and H, Exhibit G will control."
    return verbs.flatMap((verb, which): Precedence[] => {
      const from = which === 0 ? 0 : endOf(verbs[which - 1]);
      const winner = winnerIn(words.slice(from), verb.index - from, places);
      if (winner === 'none') return [];
      const end = which + 1 < verbs.length ? statement.start + endOf(verb) : statement.end;
      return [{ start: statement.start + from, end, parts: winner === null ? [own] : partsOf(winner) }];
    });
  });
}

function endOf(hit: RegExpExecArray | undefined): number {
  return hit === undefined ? 0 : hit.index + hit[0].length;
}

/** "The one with the lower number prevails", "that which stands first in the list". */
const byRank =
  /\b(?:lower|lowest|smaller) (?:number|numeral)\b|\b(?:listed|named|printed|stands?|comes?|mentioned|ranks?|ranked) (?:first|earlier|earliest|higher|highest|above)\b|\b(?:higher|highest|earlier|earliest|first) (?:in|on) (?:the|this|that) (?:\w+ )?(?:list|order)\b/i;
const ranks =
  /\border of (?:precedence|priority|rank|importance)\b|\b(?:ranks?|ranked) (?:as follows|in (?:this|the following) order)\b/i;
/** How far from the clause the list of papers may stand. */
const near = 12;

/** The paper at the head of the list that a clause speaks of: "in order of precedence: 1. the Addendum; 2. the Order". */
function firstListed(value: string, statements: readonly Draft[], at: number, places: Places): Reference | null {
  const from = Math.max(0, at - near);
  const lead = statements.slice(from, at + near).findIndex((one) => ranks.test(read(value, one)));
  if (lead < 0) return null;
  for (const one of statements.slice(from + lead, from + lead + near)) {
    const words = read(value, one);
    const listed = words.slice(ranks.exec(words)?.index ?? 0);
    const [first] = places.parts(listed).sort((a, b) => a.at - b.at);
    if (first !== undefined) return first;
  }
  return null;
}

/** The last document named before the verb; null for "this Addendum", "Sections 17 to 25": the part of the clause. */
function winnerIn(words: string, verb: number, places: Places): readonly Reference[] | null | 'none' {
  const subject = words.slice(clauseStart(words, verb), verb);
  if (/\bthis\s+(?:[A-Z][\w-]*\s+){0,3}[A-Z]\w+\s*(?:shall|will)?\s*$/.test(subject)) return null;
  if (/\blaws?\b|\bact\b|\bstatute/i.test(subject) || !paper.test(subject)) return 'none';
  if (nothing.test(subject)) return /\bthis [A-Z]/.test(words.slice(verb)) ? null : 'none';
  const named = places.parts(subject);
  const last = named.at(-1);
  if (last !== undefined) return named.filter(({ at }) => at === last.at);
  if (special.test(subject)) return places.specialTerms() ?? 'none';
  const after = yields.test(words) ? undefined : places.parts(words.slice(0, verb)).at(-1);
  return /\b(?:they|it|which|the latter)\s*$/i.test(subject) && after !== undefined ? [after] : null;
}

/** "the State or Special Provisions will": those of a form that stand in exhibits, and not its standard clauses. */
const special =
  /\b(?:state|special|supplement(?:al|ary)|additional|negotiated)(?:[,\s]+(?:or |and )?(?:state|special|supplement(?:al|ary)|additional|negotiated))* (?:provisions?|terms|conditions|clauses)\s*(?:shall|will)?\s*$/i;

/** Where the clause of the verb begins: after "…, " of an "If" clause. */
function clauseStart(words: string, verb: number): number {
  const comma = words.lastIndexOf(',', verb);
  return comma > 0 && verb - comma > 4 ? comma + 1 : 0;
}
