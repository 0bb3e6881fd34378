import { UsageError } from '../errors.ts';
import type { Conflict, Element, Expression, Pack, Rule, RuleNote, Scope, Zone } from '../types.ts';
import { Atoms, type Role, roles } from './atoms.ts';
import type { DutyTest } from './duty.ts';
import { compilePattern, type Pattern } from './pattern.ts';
import type { PeriodCheck } from './period.ts';

/** An expression made ready: patterns parsed, names turned into atoms. */
export type Test =
  | { readonly kind: 'phrase'; readonly pattern: Pattern }
  | { readonly kind: 'all'; readonly of: readonly Test[] }
  | { readonly kind: 'any'; readonly of: readonly Test[] }
  | { readonly kind: 'not'; readonly of: Test }
  | { readonly kind: 'duty'; readonly duty: DutyTest }
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
  readonly ways: readonly Way[];
  readonly partly: readonly Way[];
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
  readonly rules: readonly CompiledRule[];
}

/** Throws `UsageError` naming the rule's file for a pattern that cannot be read. */
export function compile(pack: Pack): CompiledPack {
  const atoms = new Atoms(pack.lexicon);
  return { pack, atoms, rules: pack.rules.map((rule) => compileRule(rule, atoms)) };
}

function compileRule(rule: Rule, atoms: Atoms): CompiledRule {
  try {
    return {
      rule,
      parts: [
        ...rule.elements.map((element) => compilePart('element', element, atoms)),
        ...rule.conflicts.map((conflict) => compilePart('conflict', conflict, atoms)),
        ...rule.notes.map((note) => compilePart('note', note, atoms)),
      ],
    };
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${rule.file}: ${error.message}`);
    throw error;
  }
}

function compilePart(part: CompiledPart['part'], source: Element | Conflict | RuleNote, atoms: Atoms): CompiledPart {
  const way = (expression: Expression): Way => {
    const test = compileTest(expression, atoms);
    const zones = zonesOf(test);
    return { test, zones: zones.length > 0 ? zones : ['operative'] };
  };
  return {
    part,
    name: 'id' in source ? source.id : source.name,
    ways: source.ways.map(way),
    partly: 'partly' in source ? source.partly.map(way) : [],
    unless: source.unless.map((expression) => compileTest(expression, atoms)),
  };
}

function zonesOf(test: Test): readonly Zone[] {
  if (test.kind === 'zone') return test.zones;
  if (test.kind === 'all') return test.of.flatMap(zonesOf);
  return [];
}

function compileTest(expression: Expression, atoms: Atoms): Test {
  if ('phrase' in expression) return { kind: 'phrase', pattern: compilePattern(expression.phrase, atoms) };
  if ('all' in expression) return { kind: 'all', of: expression.all.map((one) => compileTest(one, atoms)) };
  if ('any' in expression) return { kind: 'any', of: expression.any.map((one) => compileTest(one, atoms)) };
  if ('not' in expression) return { kind: 'not', of: compileTest(expression.not, atoms) };
  if ('heading' in expression) return { kind: 'heading', pattern: compilePattern(expression.heading, atoms) };
  if ('asked' in expression) return { kind: 'asked', pattern: compilePattern(expression.asked, atoms) };
  if ('zone' in expression) return { kind: 'zone', zones: expression.zone };
  if ('boardState' in expression) return { kind: 'boardState', state: expression.boardState };
  if ('near' in expression)
    return { kind: 'near', scope: expression.near.scope, of: compileTest(expression.near.of, atoms) };
  if ('period' in expression) return { kind: 'period', check: compilePeriod(expression.period, atoms) };
  const { duty } = expression;
  return {
    kind: 'duty',
    duty: {
      actor: duty.actor ? duty.actor.map(role) : null,
      force: duty.force ?? null,
      action: duty.action.map((name) => atomOf(name, atoms)),
      object: duty.object ? duty.object.map((name) => atomOf(name, atoms)) : null,
      target: duty.target ? duty.target.map((name) => atomOf(name, atoms)) : null,
    },
  };
}

function compilePeriod(period: Extract<Expression, { period: unknown }>['period'], atoms: Atoms): PeriodCheck {
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
