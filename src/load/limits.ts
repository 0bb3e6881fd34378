import { createHash } from 'node:crypto';
import type { Expression, Pack, PeriodTest, Rule, RuleNote } from '../types.ts';

/** Rule id → the days that a board allows where the law allows more. */
export type Limits = Readonly<Record<string, number>>;

/** The days that a rule of the law allows; null where it speaks of none. */
export function lawLimit({ elements }: Rule): number | null {
  const limits = elements.flatMap(({ ways }) => ways.flatMap(periodsIn)).flatMap(({ within }) => within ?? []);
  return limits.length === 0 ? null : Math.max(...limits);
}

/**
 * The pack with a board's own limits beside the law's. A clause that keeps the law and not the board's limit is told
 * and fails the run, but is not void: no board can make its wish the law.
 */
export function withLimits(pack: Pack, limits: Limits): Pack {
  const entries = Object.entries(limits).toSorted(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return pack;
  return {
    ...pack,
    rules: pack.rules.map((rule) => {
      const days = limits[rule.id];
      return days === undefined ? rule : { ...rule, notes: [...rule.notes, ownLimit(rule, days)] };
    }),
    hash: createHash('sha256')
      .update(JSON.stringify([pack.hash, entries]))
      .digest('hex'),
  };
}

function ownLimit({ elements }: Rule, days: number): RuleNote {
  const timed = elements.filter(({ ways }) => ways.flatMap(periodsIn).length > 0);
  return {
    id: 'own-limit',
    level: 'error',
    message: `The contract takes longer than the ${days} days that this board allows. That limit is the board's own: by the law's, the clause is good.`,
    ways: timed.flatMap(({ ways }) => ways.map((way) => ({ all: [way, { not: tightened(way, days) }] }))),
    unless: timed.flatMap(({ unless }) => unless),
  };
}

/** Limits of time that have to be kept; what is denied or stands nearby asks for nothing. */
function periodsIn(expression: Expression): PeriodTest[] {
  if ('period' in expression) return [expression.period];
  if ('all' in expression) return expression.all.flatMap(periodsIn);
  if ('affirmed' in expression) return periodsIn(expression.affirmed);
  return 'any' in expression ? expression.any.flatMap(periodsIn) : [];
}

function tightened(expression: Expression, days: number): Expression {
  const inner = (one: Expression) => tightened(one, days);
  if ('all' in expression) return { all: expression.all.map(inner) };
  if ('any' in expression) return { any: expression.any.map(inner) };
  if ('affirmed' in expression) return { affirmed: inner(expression.affirmed) };
  if (!('period' in expression)) return expression;
  const { within, businessDays } = expression.period;
  if (within === undefined) return expression;
  const limit = Math.min(within, days);
  // As many of the days as before are taken for days of business.
  return { period: { ...expression.period, within: limit, businessDays: Math.floor((businessDays * limit) / within) } };
}
