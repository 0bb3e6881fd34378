import type { Match, Rule, Span, Thresholds } from '../types.ts';
import type { CompiledPart } from './compile.ts';
import { Deeds } from './deeds.ts';
import { evaluate } from './evaluate.ts';
import { type Features, Speech } from './features.ts';
import type { Page } from './page.ts';
import type { PassageScales } from './passages.ts';
import { Vocabulary } from './vocabulary.ts';

/** Name of a conflict that no pattern found. */
export const byItsWords = 'by-its-words';

/** What weighs less is no nearer to a provision than anything else. */
const noticeable = 0.01;

/** Two words and what they say as a pair, denied or not. */
const few = 6;

const nothing: Features = { firsts: [], seconds: [], places: [] };

/** An element of a rule, or its conflicts together: what is weighed as one. */
interface Unit {
  readonly part: 'element' | 'conflict';
  /** As `Weights.parts` names it. */
  readonly key: string;
  /** Of what is found by words alone. */
  readonly name: string;
  readonly needs: CompiledPart['needs'];
  readonly guards: CompiledPart['unless'];
  /** From which weight on words decide alone. */
  readonly sure: number;
  /** Where all of one of these fit, words decide from `framed` on. */
  readonly frames: readonly CompiledPart['frame'][];
  readonly framed: number;
  /** Below which weight a pattern is not believed, by what it finds. */
  readonly doubts: (name: string) => number;
  /** Keys of what a statement would give that does not conflict. */
  readonly contraries: readonly string[];
  /** From which weight on guards do not hold: never where words alone would void a term. */
  readonly overrules: number;
}

/** Weighs the statements of one contract: what patterns miss is found by its words, what they found by chance is dropped. */
export class Weighing {
  private readonly page: Page;
  private readonly scales: PassageScales;
  private readonly thresholds: Thresholds;
  private readonly deeds: Deeds;
  private readonly weighed: readonly { readonly features: Features; readonly weights: Float64Array }[];

  constructor(page: Page, scales: PassageScales, thresholds: Thresholds) {
    this.page = page;
    this.scales = scales;
    this.thresholds = thresholds;
    this.deeds = new Deeds(page);
    const speech = new Speech(page.reader.atoms, new Vocabulary(scales.numbers));
    this.weighed = page.reader.contract.statements.map(({ zone }, at) => {
      const features =
        zone === 'operative' || zone === 'definition' ? speech.features(page.reading(at), page.around(at)) : nothing;
      return { features, weights: scales.weigh(features) };
    });
  }

  /** The matches of a rule after its statements are weighed. */
  settle({ id, elements, conflicts }: Rule, parts: readonly CompiledPart[], found: readonly Match[]): Match[] {
    return unitsOf({ id: id.slice(id.indexOf('/') + 1), elements, conflicts }, parts, this.thresholds).reduce<Match[]>(
      (matches, unit) => this.settleUnit(id, unit, matches),
      [...found],
    );
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

  /** What a pattern's find counts beside words: all, unless words speak against it. */
  private trusted(rule: string, statement: number): number {
    const place = this.scales.table.place(`${rule.slice(rule.indexOf('/') + 1)}!`);
    const weight = place === undefined ? 1 : (this.weighed[statement]?.weights[place] ?? 1);
    return weight < this.thresholds.claims ? weight : 1;
  }

  private settleUnit(rule: string, unit: Unit, found: readonly Match[]): Match[] {
    const place = this.scales.table.place(unit.key);
    if (place === undefined) return [...found];
    const weightAt = (at: number) => this.weightOf(unit.key, at);
    const own = (one: Match) => one.part === unit.part && (unit.part === 'conflict' || one.name === unit.name);
    // Where a pattern finds that a statement gives the provision, and words bear it out, they do not turn it into its contrary.
    const given = (one: Match) =>
      unit.part === 'conflict' &&
      one.part === 'element' &&
      one.weight === undefined &&
      this.weightOf(`${rule.slice(rule.indexOf('/') + 1)}/${one.name}`, one.statement) >= this.thresholds.bears;
    const matched = new Set(
      found.filter((one) => (own(one) || given(one)) && one.whole).map(({ statement }) => statement),
    );
    const defined = unit.part === 'conflict' ? this.deeds.definitions : [];
    const added = [...this.page.binding, ...defined]
      .filter((at) => !matched.has(at) && this.isSure(unit, at) && !(unit.part === 'conflict' && this.leadsOn(at)))
      .filter((at) => this.page.binds(at) || this.deeds.isDone(at))
      .filter((at) => unit.needs.every((need) => evaluate(need, at, this.page)))
      .filter((at) => weightAt(at) >= unit.overrules || !this.isGuarded(unit, at))
      .map((statement): Match => {
        const { part, name } = unit;
        const spans = this.strongest(statement, place);
        return { rule, part, name, statement, whole: true, spans, weight: weightAt(statement) };
      });
    const believed = found.flatMap((one): Match[] => {
      if (!own(one) || !one.whole || !this.isDoubted(unit, one) || this.saysLittle(one.statement)) return [one];
      return unit.part === 'conflict' ? [{ ...one, part: 'doubt' }] : [];
    });
    return [...believed, ...added];
  }

  private isDoubted({ key, doubts, contraries }: Unit, { name, statement: at }: Match): boolean {
    const { gives, denies } = this.thresholds;
    const weight = this.weightOf(key, at);
    if (weight < doubts(name)) return true;
    return weight < denies && contraries.some((contrary) => this.weightOf(contrary, at) >= gives);
  }

  private isSure({ key, sure, frames, framed }: Unit, at: number): boolean {
    const weight = this.weightOf(key, at);
    if (weight >= sure) return true;
    return weight >= framed && frames.some((frame) => frame.every((one) => evaluate(one, at, this.page)));
  }

  private weightOf(key: string, at: number): number {
    const place = this.scales.table.place(key);
    return place === undefined ? 0 : (this.weighed[at]?.weights[place] ?? 0);
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

  private isGuarded({ guards }: Unit, at: number): boolean {
    return guards.some((guard) => evaluate(guard, at, this.page));
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
      .strongest(this.weighed[at]?.features ?? nothing, place, 4)
      .sort((a, b) => a - b)
      .flatMap((word) => words[word] ?? []);
  }
}

function unitsOf(
  { id, elements, conflicts }: Pick<Rule, 'id' | 'elements' | 'conflicts'>,
  parts: readonly CompiledPart[],
  thresholds: Thresholds,
): Unit[] {
  const { supplies, overrules } = thresholds;
  const isDistinct = (name: string) => elements.some((one) => one.name === name && one.distinct);
  const isEveryday = (name: string) => conflicts.some((one) => one.name === name && one.everyday);
  const given = parts.filter(({ part }) => part === 'element');
  const against = parts.filter(({ part }) => part === 'conflict');
  return [
    ...given.map(
      ({ name, needs, unless }): Unit => ({
        part: 'element',
        key: `${id}/${name}`,
        name,
        needs,
        guards: unless,
        sure: isDistinct(name) ? thresholds.distinct : supplies,
        frames: [],
        framed: 1,
        doubts: () => thresholds.doubts,
        contraries: [],
        overrules,
      }),
    ),
    {
      part: 'conflict',
      key: `${id}!`,
      name: byItsWords,
      needs: against.flatMap(({ needs }) => needs),
      guards: against.flatMap(({ unless }) => unless),
      sure: thresholds.conflicts,
      frames: against.flatMap(({ frame }) => (frame.length > 0 ? [frame] : [])),
      framed: thresholds.framed,
      doubts: (name) => (isEveryday(name) ? thresholds.everyday : thresholds.clears),
      contraries: given.map(({ name }) => `${id}/${name}`),
      overrules: Infinity,
    },
  ];
}
