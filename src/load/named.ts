import { UsageError } from '../errors.ts';
import type { Expression } from '../types.ts';
import { didYouMean } from './suggest.ts';

/** What a rule names: a part of patterns, or an expression. */
export type Names = ReadonlyMap<string, Expression>;

const reference = /@([a-z][a-z0-9-]*(?:\/[a-z][a-z0-9-]*)?)/gu;

/** The names of a rule, put into one another: each may use those given before it. */
export function namesOf(names: Readonly<Record<string, Expression>>, file: string): Names {
  const full = new Map<string, Expression>();
  for (const [name, expression] of Object.entries(names)) full.set(name, withNames(expression, full, file));
  return full;
}

/**
 * Puts what is named in its place: "@student-file" in a pattern becomes "( … )", and a pattern that is nothing but the
 * name of an expression becomes that expression. Throws `UsageError` on a name that is not known.
 */
export function withNames<T>(value: T, names: Names, file: string): T {
  const find = (name: string, pattern: string): Expression => {
    const found = names.get(name);
    if (found) return found;
    throw new UsageError(
      `${file}: "@${name}" in the pattern "${pattern}" is no name of ${name.includes('/') ? 'another' : 'this'} rule${didYouMean(name, [...names.keys()]) || '.'}`,
    );
  };
  const put = (pattern: string): string =>
    pattern.replaceAll(reference, (_, name: string) => {
      const part = find(name, pattern);
      if ('phrase' in part) return `(${part.phrase})`;
      throw new UsageError(`${file}: "@${name}" is an expression, and cannot be part of the pattern "${pattern}"`);
    });
  const whole = (pattern: string): Expression => {
    const [first] = pattern.matchAll(reference);
    const named = first?.[0] === pattern.trim() ? find(first[1] ?? '', pattern) : undefined;
    return named && !('phrase' in named) ? named : { phrase: put(pattern) };
  };
  return mapPatterns(value, put, whole) as T;
}

const patternKeys = new Set(['heading', 'asked', 'where', 'unless']);

function mapPatterns(
  value: unknown,
  put: (pattern: string) => string,
  whole: (pattern: string) => Expression,
  key = '',
): unknown {
  if (typeof value === 'string') return patternKeys.has(key) ? put(value) : value;
  if (Array.isArray(value)) return value.map((one) => mapPatterns(one, put, whole, key));
  if (typeof value !== 'object' || value === null) return value;
  if ('phrase' in value && typeof value.phrase === 'string') return whole(value.phrase);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapPatterns(one, put, whole, name)]));
}
