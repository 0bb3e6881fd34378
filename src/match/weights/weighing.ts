import { cueAt } from '../../language/cues.ts';
import { prevailing } from '../../prevailing.ts';
import type { Balance, Match, Rule, Span, Thresholds, Weights } from '../../types.ts';
import type { Page } from '../page.ts';
import type { CompiledPart } from '../patterns/compile.ts';
import { evaluate, fitsAtAll } from '../patterns/evaluate.ts';
import { chanceOf, type Hearing, logOdds, type Said, worth } from './balance.ts';
import { Deeds } from './deeds.ts';
import { type Features, Speech } from './features.ts';
import type { PassageScales } from './passages.ts';
import { Vocabulary } from './vocabulary.ts';

/** Name of a conflict that no pattern found. */
export const byItsWords = 'by-its-words';

/** What weighs less is no nearer to a provision than anything else. */
const noticeable = 0.01;

/** Words that weigh less give nothing, whatever else speaks for an element: nobody could be shown them as its evidence. */
const slight = 0.05;

/** What no term of a contract weighs more than as a conflict, is nothing against an element. */
export const harmless = 0.005;

/** A weight that speaks neither for nor against. */
const even = 0.5;

/** Two words and what they say as a pair, denied or not. */
const few = 6;

/** What a statement says, and what that weighs. */
interface Weighed {
  readonly features: Features;
  readonly weights: Float64Array;
}

const nothing: Features = { firsts: [], seconds: [], places: [] };

/** The conflicts of a rule together: what is weighed as one. */
export interface Against {
  /** As `Weights.parts` names it. */
  readonly key: string;
  readonly needs: CompiledPart['needs'];
  readonly guards: CompiledPart['unless'];
  /** Where all of one of these fit, words decide from `framed` on. */
  readonly frames: readonly CompiledPart['frame'][];
  /** Below which weight a pattern is not believed, by what it finds; null where words do not speak against it. */
  readonly doubts: (name: string) => number | null;
  /** Keys of what a statement would give that does not conflict. */
  readonly contraries: readonly string[];
}

/** Weighs the statements of one contract: what patterns miss is found by its words, what they found by chance is dropped. */
export class Weighing {
  private readonly page: Page;
  private readonly scales: PassageScales;
  private readonly thresholds: Thresholds;
  private readonly balance: Balance;
  private readonly deeds: Deeds;
  private readonly weighed: readonly Weighed[];
  /** The same of the statements that are read once more with their terms written out, by place. */
  private readonly writtenOut: ReadonlyMap<number, Weighed>;

  constructor(page: Page, scales: PassageScales, { thresholds, balance }: Pick<Weights, 'thresholds' | 'balance'>) {
    this.page = page;
    this.scales = scales;
    this.thresholds = thresholds;
    this.balance = balance;
    this.deeds = new Deeds(page);
    const speech = new Speech(page.reader.atoms, new Vocabulary(scales.numbers));
    const weigh = (features: Features): Weighed => ({ features, weights: scales.weigh(features) });
    const said = (at: number) => weigh(speech.features(page.reading(at), page.around(at)));
    const silent = weigh(nothing);
    this.weighed = page.reader.contract.statements.map(({ zone }, at) =>
      zone === 'operative' || zone === 'definition' ? said(at) : silent,
    );
    this.writtenOut = new Map(
      page.binding.flatMap((statement) =>
        page
          .places(statement)
          .slice(1)
          .map((at) => [at, said(at)]),
      ),
    );
  }

  /** The matches of a rule after its statements are weighed. */
  settle(rule: Rule, parts: readonly CompiledPart[], found: readonly Match[]): Match[] {
    const against = againstOf(rule, parts, this.thresholds);
    const conflict = this.conflictOf(against);
    const given = parts
      .filter(({ part }) => part === 'element')
      .reduce<readonly Match[]>((matches, part) => this.settleElement(rule.id, part, matches, conflict), found);
    const told = new Set(
      given.flatMap(({ part, name, statement }) => {
        const own = part === 'element' ? parts.find((one) => one.part === 'element' && one.name === name) : undefined;
        return own?.express.some((test) => evaluate(test, statement, this.page)) ? [statement] : [];
      }),
    );
    return this.settleConflicts(rule.id, against, { found: given, told });
  }

  /**
   * A term that a pattern finds in conflict with one rule, or that weighs more for another, is not also a conflict by its words
   * alone, unless they are sure: the rules against selling, disclosing and profiling speak of much the same.
   */
  tellApart(matches: readonly Match[]): Match[] {
    const most = new Map<number, number>();
    for (const { part, rule, statement, weight } of matches)
      if (part === 'conflict')
        most.set(statement, Math.max(weight ?? this.trusted(rule, statement), most.get(statement) ?? 0));
    return matches.filter(
      ({ part, statement, weight = 1 }) =>
        part !== 'conflict' || weight >= this.thresholds.stands || weight >= (most.get(statement) ?? 0),
    );
  }

  /** What a pattern's find counts beside words: all, unless words speak against it. Advice has no claim: it decides nothing. */
  private trusted(rule: string, statement: number): number {
    const place = this.scales.table.place(`${shortOf(rule)}!`);
    const weight = place === undefined ? 0 : (this.weighed[statement]?.weights[place] ?? 1);
    return weight < this.thresholds.claims ? weight : 1;
  }

  /** An element is there if enough is said for it: by each statement that is enough alone, or else by the best two. */
  private settleElement(rule: string, part: CompiledPart, found: readonly Match[], conflict: number): Match[] {
    const key = `${shortOf(rule)}/${part.name}`;
    const place = this.scales.table.place(key);
    if (place === undefined) return [...found];
    const isOwn = (one: Match) => one.part === 'element' && one.name === part.name;
    const own = found.filter(isOwn);
    const heard = this.hear(key, part, own);
    const said = heard.said
      .filter(({ byPattern, weight }) => byPattern || weight > slight)
      .map((one) => ({ ...one, worth: worth(one, this.balance) }));
    const isEnough = (best: number, next: number) =>
      chanceOf(key, { best, next, conflict, barred: heard.barred }, this.balance) >= this.thresholds.enough;
    const alone = said.filter((one) => isEnough(one.worth, 0));
    const [best, next] = said;
    const both = best && next && isEnough(best.worth, next.worth) ? [best, next] : [];
    const giving = alone.length > 0 ? alone : both;
    const isThere = new Set(giving.map(({ at }) => at));
    const added = giving
      .filter(({ byPattern }) => !byPattern)
      .map(({ at: statement, place: read, weight }): Match => {
        const spans = this.strongest(read, place);
        return { rule, part: 'element', name: part.name, statement, whole: true, spans, weight };
      });
    return [...found.filter((one) => !isOwn(one) || !one.whole || isThere.has(one.statement)), ...added];
  }

  /** What is said for an element. `found`: what patterns find of it. */
  hear(key: string, part: CompiledPart, found: readonly Match[]): Hearing {
    const patterns = new Set(found.filter(({ whole }) => whole).map(({ statement }) => statement));
    // What goes some of the way only is not what the rule expects.
    const partly = new Set(found.filter(({ whole }) => !whole).map(({ statement }) => statement));
    const byPattern = [...patterns].map((at): Said => {
      const weight = Math.max(this.leastOf(part, at), this.weightOf(key, at));
      return { at, place: at, weight, byPattern: true, denies: this.denies(at), expected: true };
    });
    const byWords: Said[] = [];
    let [barred, barredAt] = [harmless, -1];
    for (const at of [...this.page.binding, ...this.deeds.done]) {
      if (patterns.has(at)) continue;
      const words = this.wordsFor(key, part, at);
      if (words.barred > barred) [barred, barredAt] = [words.barred, at];
      if (words.said) byWords.push({ ...words.said, expected: words.said.expected && !partly.has(at) });
    }
    const said = [...byPattern, ...byWords].sort(
      (a, b) => worth(b, this.balance) - worth(a, this.balance) || a.at - b.at,
    );
    return { said, barred: logOdds(barred), barredAt };
  }

  /**
   * So few words cannot speak against a pattern, nor any against what is told expressly, nor many much against one that asks for a
   * name.
   */
  private leastOf({ express, exact }: CompiledPart, at: number): number {
    if (this.saysLittle(at) || express.some((test) => evaluate(test, at, this.page))) return even;
    return exact ? this.thresholds.exact : 0;
  }

  private denies(at: number): boolean {
    const { words } = this.page.reading(at);
    return words.some((_, k) => cueAt(words, k)?.kind === 'negator');
  }

  /** What the words of a statement say, as it stands or as its terms say that it is to be read; and what they weigh where they are barred. */
  private wordsFor(
    key: string,
    { needs, expects, unless }: CompiledPart,
    at: number,
  ): { readonly said: Said | null; readonly barred: number } {
    let said: Said | null = null;
    let barred = 0;
    for (const place of this.page.places(at)) {
      const weight = this.weightOf(key, place);
      if (weight <= (said?.weight ?? noticeable)) continue;
      const isBarred =
        !needs.every((test) => evaluate(test, place, this.page)) ||
        (weight < this.thresholds.overrules && unless.some((test) => fitsAtAll(test, place, this.page)));
      if (isBarred) {
        barred = Math.max(barred, weight);
        continue;
      }
      const expected = expects.every((test) => evaluate(test, place, this.page));
      said = { at, place, weight, byPattern: false, denies: false, expected };
    }
    return { said, barred: said ? 0 : barred };
  }

  /** Log odds of what weighs most as a conflict with a rule, but in a part over which another prevails: that one may give what it denies. */
  conflictOf(against: Against): number {
    let most = harmless;
    for (const at of this.page.binding) {
      const weight = this.weightOf(against.key, at);
      if (weight > most && !this.yields(at) && this.isAgainst(against, at)) most = weight;
    }
    return logOdds(most);
  }

  private yields(at: number): boolean {
    return prevailing(this.page.reader.contract, at) !== undefined;
  }

  private isAgainst({ needs, guards }: Against, at: number): boolean {
    return (
      needs.every((need) => evaluate(need, at, this.page)) && !guards.some((guard) => fitsAtAll(guard, at, this.page))
    );
  }

  /** Whether words decide that a statement, read as at a place, is a conflict. */
  private isSure({ key, frames }: Against, at: number): boolean {
    const weight = this.weightOf(key, at);
    if (weight >= this.thresholds.conflicts) return true;
    if (weight < this.thresholds.framed) return false;
    return frames.some((frame) => frame.every((one) => evaluate(one, at, this.page)));
  }

  /** `told`: statements that give the provision in so many words. */
  private settleConflicts(
    rule: string,
    against: Against,
    { found, told }: { found: readonly Match[]; told: ReadonlySet<number> },
  ): Match[] {
    const place = this.scales.table.place(against.key);
    if (place === undefined) return [...found];
    const isOwn = ({ part }: Match) => part === 'conflict';
    // Where a pattern finds that a statement gives the provision, and words bear it out, they do not turn it into its contrary.
    const isGiven = ({ part, weight, name, statement }: Match) =>
      part === 'element' &&
      weight === undefined &&
      (told.has(statement) || this.weightOf(`${shortOf(rule)}/${name}`, statement) >= this.thresholds.bears);
    const matched = new Set(
      found.filter((one) => (isOwn(one) || isGiven(one)) && one.whole).map(({ statement }) => statement),
    );
    const added = [...this.page.binding, ...this.deeds.definitions]
      .filter((at) => !matched.has(at) && !this.leadsOn(at))
      .flatMap((statement): Match[] => {
        const isFound = (at: number) => this.isSure(against, at) && this.isAgainst(against, at);
        const at = this.page.places(statement).find(isFound);
        if (at === undefined || !(this.page.binds(statement) || this.deeds.isDone(statement))) return [];
        const weight = this.weightOf(against.key, at);
        return [
          {
            rule,
            part: 'conflict',
            name: byItsWords,
            statement,
            whole: true,
            spans: this.strongest(at, place),
            weight,
          },
        ];
      });
    const believed = found.map((one): Match => {
      const isDoubted = isOwn(one) && this.isDoubted(against, one) && !this.saysLittle(one.statement);
      return isDoubted ? { ...one, part: 'doubt' } : one;
    });
    return [...believed, ...added];
  }

  private isDoubted({ key, doubts, contraries }: Against, { name, statement: at }: Match): boolean {
    const { gives, denies } = this.thresholds;
    const weight = this.weightOf(key, at);
    const level = doubts(name);
    if (level === null) return false;
    if (weight < level) return true;
    return weight < denies && contraries.some((contrary) => this.weightOf(contrary, at) >= gives);
  }

  private weightOf(key: string, at: number): number {
    const place = this.scales.table.place(key);
    return place === undefined ? 0 : (this.at(at)?.weights[place] ?? 0);
  }

  private at(at: number): Weighed | undefined {
    return this.weighed[at] ?? this.writtenOut.get(at);
  }

  /** "Not offered", in a row: so few words cannot speak against a pattern. */
  private saysLittle(at: number): boolean {
    return (this.weighed[at]?.features ?? nothing).places.filter((place) => place >= 0).length < few;
  }

  /** "Upon becoming aware of an incident, Provider will (a) …": what it leads to says whether that is a conflict. */
  private leadsOn(at: number): boolean {
    const { statements } = this.page.reader.contract;
    const [own, next] = [statements[at], statements[at + 1]];
    const governs = own && next?.lead.some(({ start }) => start >= own.start && start < own.end);
    return governs === true || this.page.reading(at).words.at(-1)?.text === ':';
  }

  /** The statements that weigh most for one of the elements of a rule, the strongest first; ties by place. */
  nearest(rule: string, elements: readonly string[], most: number): number[] {
    const places = elements.flatMap((name) => this.scales.table.place(`${rule}/${name}`) ?? []);
    const found: { at: number; weight: number }[] = [];
    for (const at of this.page.binding) {
      let weight = 0;
      for (const place of places) weight = Math.max(weight, this.weighed[at]?.weights[place] ?? 0);
      if (weight > noticeable) found.push({ at, weight });
    }
    return found
      .sort((a, b) => b.weight - a.weight || a.at - b.at)
      .slice(0, most)
      .map(({ at }) => at);
  }

  private strongest(at: number, place: number): Span[] {
    const { words } = this.page.reading(at);
    return this.scales
      .strongest(this.at(at)?.features ?? nothing, place, 4)
      .sort((a, b) => a - b)
      .flatMap((word) => words[word] ?? []);
  }
}

/** "ct/severability" → "severability", as weights are named. */
function shortOf(rule: string): string {
  return rule.slice(rule.indexOf('/') + 1);
}

export function againstOf({ id, conflicts }: Rule, parts: readonly CompiledPart[], thresholds: Thresholds): Against {
  const against = parts.filter(({ part }) => part === 'conflict');
  return {
    key: `${shortOf(id)}!`,
    needs: against.flatMap(({ needs }) => needs),
    guards: against.flatMap(({ unless }) => unless),
    frames: against.flatMap(({ frame }) => (frame.length > 0 ? [frame] : [])),
    doubts: (name) => {
      const own = conflicts.find((one) => one.name === name);
      if (own?.counted) return null;
      return own?.everyday ? thresholds.everyday : thresholds.clears;
    },
    contraries: parts.filter(({ part }) => part === 'element').map(({ name }) => `${shortOf(id)}/${name}`),
  };
}
