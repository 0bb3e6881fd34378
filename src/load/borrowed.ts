import type * as v from 'valibot';
import { namesOf, withNames } from './named.ts';
import type { Problem } from './problem.ts';
import type { ruleFile } from './schema.ts';
import { didYouMean } from './suggest.ts';
import type { Written } from './yaml.ts';

type RuleFile = v.InferOutput<typeof ruleFile>;
type Conflict = RuleFile['conflicts'][string];

/**
 * The rules with their names put in place, and with what a conflict takes from that of another rule: a term may be void
 * under two provisions, and how contracts word it is then written once. What a rule names serves others as `@rule/name`.
 * One step only, so that no rule waits for itself.
 */
export function borrowed(rules: readonly Written<RuleFile>[], problems: Problem[]): Written<RuleFile>[] {
  const own = rules.map(({ yaml, value }) => namesOf(value.names, yaml.file));
  const shared = rules.flatMap(({ value }, at) =>
    [...(own[at] ?? [])].map(([name, expression]) => [`${value.id}/${name}`, expression] as const),
  );
  const named = rules.map(({ yaml, value }, at) => ({
    yaml,
    value: {
      ...withNames({ ...value, names: {} }, new Map([...shared, ...(own[at] ?? [])]), yaml.file),
      names: value.names,
    },
  }));
  const known = new Map<string, Conflict>();
  for (const { value } of named)
    for (const [name, conflict] of Object.entries(value.conflicts))
      if (conflict.as === undefined) known.set(`${value.id}/${name}`, conflict);
  return named.map(({ yaml, value }) => {
    const conflicts = Object.entries(value.conflicts).map(([name, conflict]): [string, Conflict] => {
      if (conflict.as === undefined) return [name, conflict];
      const other = known.get(conflict.as);
      if (other === undefined)
        problems.push(
          yaml.problem(
            ['conflicts', name, 'as'],
            `"${conflict.as}" is no conflict with ways of its own${didYouMean(conflict.as, [...known.keys()]) || '.'}`,
          ),
        );
      const ways = [...(other?.ways ?? []), ...conflict.ways];
      return [name, { ...conflict, ways, unless: [...(other?.unless ?? []), ...conflict.unless] }];
    });
    return { yaml, value: { ...value, conflicts: Object.fromEntries(conflicts) } };
  });
}
