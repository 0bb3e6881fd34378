import type { Expression, Rule, Scope } from '../types.ts';

/** The rule with each of its expressions put through `change`. */
export function mapExpressions<From, To>(rule: RuleOf<From>, change: (expression: From) => To): RuleOf<To> {
  const all = (list: readonly From[]) => list.map(change);
  return {
    ...rule,
    elements: rule.elements.map((one) => ({
      ...one,
      ways: all(one.ways),
      express: all(one.express),
      partly: all(one.partly),
      needs: all(one.needs),
      expects: all(one.expects),
      unless: all(one.unless),
    })),
    conflicts: rule.conflicts.map((one) => ({
      ...one,
      ways: all(one.ways),
      needs: all(one.needs),
      frame: all(one.frame),
      unless: all(one.unless),
    })),
    notes: rule.notes.map((one) => ({ ...one, ways: all(one.ways), unless: all(one.unless) })),
  };
}

/** A rule in which something else stands for expressions. */
export type RuleOf<Expr> = Put<Rule, Expr>;

type Put<T, Expr> = T extends Expression
  ? Expr
  : T extends readonly (infer Item)[]
    ? readonly Put<Item, Expr>[]
    : T extends object
      ? { readonly [Key in keyof T]: Put<T[Key], Expr> }
      : T;

/** An expression in which something else stands for those that it is made of. */
export type ExpressionOf<Inner> =
  | Exclude<
      Expression,
      { all: unknown } | { any: unknown } | { not: unknown } | { affirmed: unknown } | { near: unknown }
    >
  | { readonly all: readonly Inner[] }
  | { readonly any: readonly Inner[] }
  | { readonly not: Inner }
  | { readonly affirmed: Inner }
  | { readonly near: { readonly scope: Scope; readonly of: Inner } };

/** The expression with `change` done to those that it is made of. */
export function mapInner<From, To>(expression: ExpressionOf<From>, change: (inner: From) => To): ExpressionOf<To> {
  if ('all' in expression) return { all: expression.all.map(change) };
  if ('any' in expression) return { any: expression.any.map(change) };
  if ('not' in expression) return { not: change(expression.not) };
  if ('affirmed' in expression) return { affirmed: change(expression.affirmed) };
  if ('near' in expression) return { near: { ...expression.near, of: change(expression.near.of) } };
  return expression;
}

/** Rules ask the same again and again: what is written alike becomes one object, so that whoever wants can tell. */
export class Expressions {
  private readonly known = new Map<string, Expression>();

  of(expression: Expression): Expression {
    const key = JSON.stringify(expression);
    const known = this.known.get(key);
    if (known) return known;
    const made = mapInner(expression, (inner: Expression) => this.of(inner));
    this.known.set(key, made);
    return made;
  }
}
