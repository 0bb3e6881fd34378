import { UsageError } from '../../errors.ts';
import type { Conflict, Duty, Element, Expression, Pack, Rule, RuleNote, Scope, Zone } from '../../types.ts';
import { type PassageScales, passageScales } from '../weights/passages.ts';
import { Scales } from '../weights/weigh.ts';
import { Atoms, type Role, roles } from './atoms.ts';
import type { DutyTest } from './duty.ts';
import { type Needs, needsOf } from './needs.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import type { PeriodCheck } from './period.ts';

/** An expression made ready: patterns parsed, names turned into atoms. Its id is its place among the tests of the pack. */
export type Test = { readonly id: number } & Form;

type Form =
  | { readonly kind: 'phrase'; readonly pattern: Pattern }
  | { readonly kind: 'all'; readonly of: readonly Test[] }
  | { readonly kind: 'any'; readonly of: readonly Test[] }
  | { readonly kind: 'not' | 'affirmed'; readonly of: Test }
  | { readonly kind: 'duty' | 'choice'; readonly duty: DutyTest }
  | { readonly kind: 'period'; readonly check: PeriodCheck }
  | { readonly kind: 'heading'; readonly pattern: Pattern }
  | { readonly kind: 'asked'; readonly pattern: Pattern }
  | { readonly kind: 'zone'; readonly zones: readonly Zone[] }
  | { readonly kind: 'boardState'; readonly state: string }
  | { readonly kind: 'near'; readonly scope: Scope; readonly of: Test };

/** A way to meet a rule, with the zones of the text in which it is looked for. */
export interface Way {
  readonly test: Test;
  readonly zones: readonly Zone[];
}

export interface CompiledPart {
  readonly part: 'element' | 'conflict' | 'note';
  readonly name: string;
  readonly exact: boolean;
  readonly express: readonly Test[];
  readonly ways: readonly Way[];
  readonly partly: readonly Way[];
  readonly needs: readonly Test[];
  readonly expects: readonly Test[];
  readonly frame: readonly Test[];
  readonly unless: readonly Test[];
}

export interface CompiledRule {
  readonly rule: Rule;
  readonly parts: readonly CompiledPart[];
}

/** A pack made ready for matching; compile once, use for every contract. */
export interface CompiledPack {
  readonly pack: Pack;
  readonly atoms: Atoms;
  /** How many tests the rules are made of. */
  readonly tests: number;
  /** By what is written in the rules. */
  readonly patterns: ReadonlyMap<string, Pattern>;
  readonly needs: Needs;
  readonly rules: readonly CompiledRule[];
  /** Null in a pack without weights: of passages, and of names. */
  readonly scales: PassageScales | null;
  readonly naming: Scales | null;
}

/** Throws `UsageError` naming the rule's file for a pattern that cannot be read. */
export function compile(pack: Pack): CompiledPack {
  const { weights } = pack;
  return compileWith(pack, {
    atoms: new Atoms(pack.lexicon),
    patterns: new Map(),
    needs: null,
    scales: weights && passageScales(weights),
    naming: weights && new Scales(weights.names),
  });
}

/** What takes time to compile. */
export interface Made extends Pick<CompiledPack, 'atoms' | 'scales' | 'naming'> {
  /** By what is written in the rules; what is missing is added. */
  readonly patterns: Map<string, Pattern>;
  /** Null where they are to be told by the patterns. */
  readonly needs: Needs | null;
}

/** The same with what has been compiled before. */
export function compileWith(pack: Pack, { atoms, patterns, needs, scales, naming }: Made): CompiledPack {
  const tests = new Tests(atoms, patterns);
  const rules = pack.rules.map((rule) => compileRule(rule, tests));
  return {
    pack,
    atoms,
    tests: tests.count,
    patterns,
    needs: needs ?? needsOf(patterns.values(), atoms),
    rules,
    scales,
    naming,
  };
}

function compileRule(rule: Rule, tests: Tests): CompiledRule {
  try {
    return {
      rule,
      parts: [
        ...rule.elements.map((element) => compilePart('element', element, tests)),
        ...rule.conflicts.map((conflict) => compilePart('conflict', conflict, tests)),
        ...rule.notes.map((note) => compilePart('note', note, tests)),
      ],
    };
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${rule.file}: ${error.message}`);
    throw error;
  }
}

function compilePart(part: CompiledPart['part'], source: Element | Conflict | RuleNote, tests: Tests): CompiledPart {
  const way = (expression: Expression): Way => {
    const test = tests.of(expression);
    const zones = zonesOf(test);
    return { test, zones: zones.length > 0 ? zones : operative };
  };
  return {
    part,
    name: 'id' in source ? source.id : source.name,
    exact: 'exact' in source && source.exact,
    ways: source.ways.map(way),
    express: 'express' in source ? source.express.map((expression) => tests.of(expression)) : [],
    partly: 'partly' in source ? source.partly.map(way) : [],
    needs: 'needs' in source ? source.needs.map((expression) => tests.of(expression)) : [],
    expects: 'expects' in source ? source.expects.map((expression) => tests.of(expression)) : [],
    frame: 'frame' in source ? source.frame.map((expression) => tests.of(expression)) : [],
    unless: source.unless.map((expression) => tests.of(expression)),
  };
}

/** The same list wherever nothing else is asked for, so that who asks again is known. */
const operative: readonly Zone[] = ['operative'];

function zonesOf(test: Test): readonly Zone[] {
  if (test.kind === 'zone') return test.zones;
  if (test.kind === 'all') return test.of.flatMap(zonesOf);
  if (test.kind === 'affirmed') return zonesOf(test.of);
  return [];
}

/** Rules ask the same again and again: one expression is one test, and is decided once for all of them. */
class Tests {
  private readonly atoms: Atoms;
  private readonly patterns: Map<string, Pattern>;
  private readonly known = new Map<Expression, Test>();

  constructor(atoms: Atoms, patterns: Map<string, Pattern>) {
    this.atoms = atoms;
    this.patterns = patterns;
  }

  get count(): number {
    return this.known.size;
  }

  of(expression: Expression): Test {
    let test = this.known.get(expression);
    if (!test) {
      const form = this.form(expression);
      test = { id: this.known.size, ...form };
      this.known.set(expression, test);
    }
    return test;
  }

  private form(expression: Expression): Form {
    if ('phrase' in expression) return { kind: 'phrase', pattern: this.pattern(expression.phrase) };
    if ('all' in expression) return { kind: 'all', of: expression.all.map((one) => this.of(one)) };
    if ('any' in expression) return { kind: 'any', of: expression.any.map((one) => this.of(one)) };
    if ('not' in expression) return { kind: 'not', of: this.of(expression.not) };
    if ('affirmed' in expression) return { kind: 'affirmed', of: this.of(expression.affirmed) };
    if ('heading' in expression) return { kind: 'heading', pattern: this.pattern(expression.heading) };
    if ('asked' in expression) return { kind: 'asked', pattern: this.pattern(expression.asked) };
    if ('zone' in expression) return { kind: 'zone', zones: expression.zone };
    if ('boardState' in expression) return { kind: 'boardState', state: expression.boardState };
    if ('near' in expression) return { kind: 'near', scope: expression.near.scope, of: this.of(expression.near.of) };
    if ('period' in expression) {
      const { where, unless = [] } = expression.period;
      const check = compilePeriod(expression.period, this.atoms);
      const patterns = (sources: readonly string[]) => sources.map((source) => this.pattern(source));
      return { kind: 'period', check: { ...check, where: where ? patterns(where) : null, unless: patterns(unless) } };
    }
    if ('choice' in expression)
      return { kind: 'choice', duty: compileDuty({ action: [], ...expression.choice }, this.atoms) };
    return { kind: 'duty', duty: compileDuty(expression.duty, this.atoms) };
  }

  private pattern(source: string): Pattern {
    let pattern = this.patterns.get(source);
    if (!pattern) {
      pattern = compilePattern(source, this.atoms, this.patterns.size);
      this.patterns.set(source, pattern);
    }
    return pattern;
  }
}

function compileDuty(duty: Duty, atoms: Atoms): DutyTest {
  const among = (names: readonly string[]) => atoms.list(names.map((name) => atomOf(name, atoms)));
  return {
    actor: duty.actor ? duty.actor.map(role) : null,
    force: duty.force ?? null,
    action: among(duty.action),
    object: duty.object ? among(duty.object) : null,
    target: duty.target ? among(duty.target) : null,
  };
}

function compilePeriod(
  period: Extract<Expression, { period: unknown }>['period'],
  atoms: Atoms,
): Omit<PeriodCheck, 'where' | 'unless'> {
  const limit = period.within ?? period.over;
  if (limit === undefined) throw new UsageError('a period needs "within" or "over", in days');
  const known = (name: string): readonly number[] => {
    const id = atoms.concept(name);
    return id === undefined ? [] : [id];
  };
  return {
    limit,
    business: period.businessDays,
    want: period.within === undefined ? 'over' : 'within',
    covers: (period.covers ?? []).map((name) => atomOf(name, atoms)),
    kinds: [...atoms.lexicon.keys()].filter((name) => name.startsWith('kind-')).flatMap(known),
    data: atoms.id('DATA'),
    aside: known('follow-up'),
  };
}

function role(name: string): Role | 'UNKNOWN' {
  if (name === 'UNKNOWN' || (roles as readonly string[]).includes(name)) return name as Role;
  throw new UsageError(`unknown actor ${name}; actors are ${roles.join(', ')} and UNKNOWN`);
}

function atomOf(name: string, atoms: Atoms): number {
  const concept = atoms.concept(name);
  if (concept !== undefined) return concept;
  if ((roles as readonly string[]).includes(name)) return atoms.id(name);
  return atoms.word(name);
}
