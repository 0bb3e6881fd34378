import type * as v from 'valibot';
import { withNames } from './named.ts';
import type { Problem } from './problem.ts';
import type { ruleFile } from './schema.ts';
import { didYouMean } from './suggest.ts';
import type { Written } from './yaml.ts';

type RuleFile = v.InferOutput<typeof ruleFile>;
type Conflict = RuleFile['conflicts'][string];

/**
 * The rules with their names put in place, and with what a conflict takes from that of another rule: a term may be void
 * under two provisions, and how contracts word it is then written once. One step only, so that no rule waits for itself.
 */
export function borrowed(rules: readonly Written<RuleFile>[], problems: Problem[]): Written<RuleFile>[] {
  const named = rules.map(({ yaml, value }) => ({ yaml, value: withNames(value, value.names, yaml.file) }));
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
