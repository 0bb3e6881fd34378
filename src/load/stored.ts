import { basename, join } from 'node:path';
import type { Expression, Pack } from '../types.ts';
import { type ExpressionOf, mapExpressions, mapInner, type RuleOf } from './expressions.ts';
import type { PackFiles } from './files.ts';
import { type Levels, laterWeights } from './later-weights.ts';

/** A pack as the build keeps it: each expression once, and its place in the list wherever it is asked for. */
interface Stored extends Omit<Pack, 'rules' | 'lexicon' | 'weights' | 'hash'> {
  readonly rules: readonly RuleOf<number>[];
  /** Those that an expression is made of come before it. */
  readonly expressions: readonly ExpressionOf<number>[];
  readonly lexicon: readonly (readonly [string, readonly string[]])[];
  readonly levels: Levels | null;
}

/** The pack as text that is read in no time. */
export function toStored({ rules, lexicon, weights, hash: _files, ...head }: Pack): string {
  const places = new Map<Expression, number>();
  const expressions: ExpressionOf<number>[] = [];
  const placeOf = (expression: Expression): number => {
    const known = places.get(expression);
    if (known !== undefined) return known;
    const made = mapInner(expression, placeOf);
    places.set(expression, expressions.length);
    return expressions.push(made) - 1;
  };
  const stored: Stored = {
    ...head,
    rules: rules.map((rule) => ({ ...mapExpressions(rule, placeOf), file: basename(rule.file) })),
    expressions,
    lexicon: [...lexicon],
    levels: weights && { thresholds: weights.thresholds, balance: weights.balance },
  };
  return JSON.stringify(stored);
}

/** The pack again, as the files that it was made of would give it. */
export function fromStored(text: string, { directory, weights, hash }: PackFiles): Pack {
  const { rules, expressions, lexicon, levels, ...head }: Stored = JSON.parse(text);
  const made: Expression[] = [];
  const at = (place: number): Expression => {
    const found = made[place];
    if (!found) throw new RangeError(`no expression ${place}`);
    return found;
  };
  for (const expression of expressions) made.push(mapInner(expression, at));
  return {
    ...head,
    rules: rules.map((rule) => ({ ...mapExpressions(rule, at), file: join(directory, rule.file) })),
    lexicon: new Map(lexicon),
    weights: weights && levels && laterWeights(weights, levels),
    hash,
  };
}
