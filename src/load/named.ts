import { UsageError } from '../errors.ts';
import { didYouMean } from './suggest.ts';

/**
 * Puts the parts of patterns that a rule names in their places: "@student-file" becomes "( … )". A part may use those
 * named before it. Throws `UsageError` on a name that the rule does not give.
 */
export function withNames<T>(value: T, names: Readonly<Record<string, string>>, file: string): T {
  const full = new Map<string, string>();
  const put = (pattern: string): string =>
    pattern.replaceAll(/@([a-z][a-z0-9-]*)/gu, (_, name: string) => {
      const part = full.get(name);
      if (part === undefined)
        throw new UsageError(
          `${file}: "@${name}" in the pattern "${pattern}" is no name of this rule${didYouMean(name, [...full.keys()]) || '.'}`,
        );
      return `(${part})`;
    });
  for (const [name, part] of Object.entries(names)) full.set(name, put(part));
  return mapPatterns(value, put) as T;
}

const patternKeys = new Set(['phrase', 'heading', 'asked', 'where', 'unless']);

function mapPatterns(value: unknown, put: (pattern: string) => string, key = ''): unknown {
  if (typeof value === 'string') return patternKeys.has(key) ? put(value) : value;
  if (Array.isArray(value)) return value.map((one) => mapPatterns(one, put, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, mapPatterns(one, put, name)]));
}
