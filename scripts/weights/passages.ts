import { extract } from '../../src/extract/index.ts';
import { contrary } from '../../src/language/contrary.ts';
import { find } from '../../src/lint.ts';
import { type CompiledPack, openReader } from '../../src/match/index.ts';
import { Page } from '../../src/match/page.ts';
import { keysOf, Speech } from '../../src/match/weights/features.ts';
import { Vocabulary } from '../../src/match/weights/vocabulary.ts';
import { parse } from '../../src/parse/index.ts';
import { edited, weakened } from '../../src/self-check.ts';
import type { Contract, Finding, Match } from '../../src/types.ts';
import type { Case, Label } from '../accuracy/cases.ts';
import { type Part, partsOf } from './parts.ts';
import type { Bag } from './regress.ts';

/** A statement with what it says and, by part, whether it gives it: 1 yes, 0 no, -1 nobody knows. */
export interface Passage {
  readonly features: readonly string[];
  readonly truths: Int8Array;
  /** How much it counts, beside a statement in a contract. */
  readonly share: number;
  /** Which contract or clause it is of. */
  readonly source: number;
}

export interface Passages {
  readonly passages: readonly Passage[];
  readonly bags: readonly Bag[];
}

/**
 * The statements of a labelled contract, or of a labelled clause without the contract around it; and those that give an
 * element once more with their words negated and weakened, when they no longer do. A bag is what the label quotes for a rule,
 * for each element of it that no pattern finds. `of`: how much each counts, and the number of the contract or clause.
 */
export async function passagesOf(
  one: Case,
  compiled: CompiledPack,
  of: Pick<Passage, 'share' | 'source'>,
): Promise<Passages> {
  const text = await extract({ path: one.path, bytes: one.bytes() });
  const { contract, matched, findings } = find(text, compiled);
  const parts = partsOf(compiled.pack.rules);
  const truthOf = parts.map((part) => truths(one, part, matched.matches, findings));
  const clause = plain(one.clause);
  const said = featuresIn(one, contract, compiled);
  const kept = contract.statements.flatMap(({ start, end, zone }, at) => {
    if (zone !== 'operative' && zone !== 'definition') return [];
    const words = text.value.slice(start, end);
    if (one.clause !== '' && !clause.includes(plain(words))) return [];
    return [{ at, words, features: said(at), truths: Int8Array.from(truthOf, (truth) => truth(at, words)), ...of }];
  });
  const giving = kept.filter(({ truths }) => truths.some((truth, place) => truth === 1 && parts[place]?.element));
  const turned = [contrary, weakened].flatMap((change) => {
    const edits = giving.flatMap(({ at }) => {
      const { start, end } = contract.statements[at] ?? { start: 0, end: 0 };
      const [before, words] = [text.value.slice(start, end), change(text.value.slice(start, end))];
      return words === before ? [] : [{ start, end, words, at }];
    });
    if (edits.length === 0) return [];
    const changed = parse(edited(text, edits), compiled.pack.lexicon);
    // Where the text now falls apart otherwise, nobody knows which statement is which.
    if (changed.statements.length !== contract.statements.length) return [];
    const now = featuresIn(one, changed, compiled);
    const turnedAt = new Set(edits.map(({ at }) => at));
    return giving
      .filter(({ at }) => turnedAt.has(at))
      .map(({ at, truths }) => ({
        ...of,
        features: now(at),
        truths: truths.map((truth, place) => (truth === 1 && parts[place]?.element ? 0 : -1)),
      }));
  });
  return { passages: [...kept, ...turned], bags: bagsOf(one, parts, kept) };
}

/** What is set around a clause to make a contract of it says nothing of the clause. */
function featuresIn(one: Case, contract: Contract, compiled: CompiledPack): (at: number) => string[] {
  const page = new Page(openReader(contract, compiled.atoms, compiled.naming), compiled);
  const around = (at: number) => ({
    ...page.around(at),
    ...(one.clause === '' ? {} : { heading: null, before: null, after: null }),
  });
  const speech = new Speech(compiled.atoms, new Vocabulary());
  return (at) => keysOf(speech.features(page.reading(at), around(at)), speech.vocabulary);
}

function bagsOf(one: Case, parts: readonly Part[], kept: readonly (Passage & { readonly words: string })[]): Bag[] {
  return parts.flatMap(({ rule, element }, part) => {
    const label = one.labels.get(rule);
    if (element === null || !label || label.uncertain || label.required !== 'present') return [];
    if (kept.some(({ truths }) => truths[part] === 1)) return [];
    const gold = goldOf(one, rule, true);
    const where = (test: (words: string) => boolean) => kept.flatMap(({ words }, at) => (test(words) ? [at] : []));
    const quoted = where((words) => one.clause !== '' || isQuoted(words, gold));
    const members = quoted.length > 0 ? quoted : where((words) => touches(words, gold));
    return members.length === 0 ? [] : [{ part, members }];
  });
}

function goldOf({ quotes }: Case, rule: string, required: boolean): string[] {
  return quotes.flatMap(({ kind, id, quote }) => (id === rule && (kind === 'required') === required ? [quote] : []));
}

type Truth = (at: number, words: string) => -1 | 0 | 1;

function truths(one: Case, part: Part, matches: readonly Match[], findings: readonly Finding[]): Truth {
  const label = one.labels.get(part.rule);
  if (!label || label.uncertain) return () => -1;
  const isOf = ({ rule }: Match) => rule.endsWith(`/${part.rule}`);
  const gold = goldOf(one, part.rule, part.element !== null);
  if (part.element === null) {
    const hits = new Set(
      matches.filter((each) => isOf(each) && each.part === 'conflict').map((each) => each.statement),
    );
    return conflictTruth(one, label, hits, gold);
  }
  const hits = new Set(
    matches
      .filter((each) => isOf(each) && each.part === 'element' && each.name === part.element && each.whole)
      .map((each) => each.statement),
  );
  const said = findings.find(({ rule }) => rule.id.endsWith(`/${part.rule}`))?.required;
  return elementTruth(one, label, part, hits, gold, said);
}

function conflictTruth(one: Case, label: Label, hits: ReadonlySet<number>, gold: readonly string[]): Truth {
  if (label.conflict === 'either') return () => -1;
  if (!label.conflict) return () => 0;
  return (at, words) => {
    if (one.clause !== '' || isQuoted(words, gold)) return 1;
    if (hits.has(at)) return gold.length === 0 || touches(words, gold) ? 1 : -1;
    return touches(words, gold) ? -1 : 0;
  };
}

function elementTruth(
  one: Case,
  label: Label,
  part: Part,
  hits: ReadonlySet<number>,
  gold: readonly string[],
  said: string | undefined,
): Truth {
  switch (label.required) {
    case 'missing':
      return () => 0;
    case 'present':
      return (at, words) => {
        if (part.alone && (one.clause !== '' || isQuoted(words, gold))) return 1;
        // What a pattern finds where the label quotes nothing may have been found by chance.
        if (hits.has(at)) return one.clause !== '' || gold.length === 0 || touches(words, gold) ? 1 : -1;
        return one.clause !== '' || touches(words, gold) ? -1 : 0;
      };
    case 'incomplete':
      // Which element lacks is not labelled: the patterns tell, where they agree that one does.
      return (at) => {
        if (hits.has(at)) return said === 'incomplete' ? 1 : -1;
        return part.alone || hits.size === 0 ? 0 : -1;
      };
    default:
      return () => -1;
  }
}

/** Whether next to all of the words stand in one of the quotes. */
export function isQuoted(words: string, quotes: readonly string[]): boolean {
  return words.length > 25 && quotes.some((quote) => shared(quote, words) > 0.8);
}

function touches(words: string, quotes: readonly string[]): boolean {
  return quotes.some((quote) => shared(quote, words) > 0.6);
}

/** Share of the words of `b` that are in `a`. */
function shared(a: string, b: string): number {
  const held = new Set(plain(a).split(' '));
  const all = plain(b).split(' ');
  return all.filter((word) => held.has(word)).length / all.length;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();
}
