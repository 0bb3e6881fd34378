import { clauseContract } from '../../src/commands/clause-contract.ts';
import type { Examples } from '../../src/load/index.ts';
import { type Case, type Label, uncalled } from '../accuracy/cases.ts';

/** The examples beside the rules as labelled clauses. */
export function exampleCases(examples: readonly Examples[]): Case[] {
  return examples.flatMap(({ rule, satisfies, partly, misses, conflicts, harmless }) => {
    const id = rule.slice(rule.indexOf('/') + 1);
    const made = (texts: typeof satisfies, required: Label['required'], conflict: Label['conflict']) =>
      texts.map(
        ({ text }): Case => ({
          name: id,
          path: 'clause.md',
          bytes: () => new TextEncoder().encode(clauseContract(text)),
          clause: text,
          labels: new Map([[id, { required, conflict }]]),
          whole: false,
          quotes: [],
          called: uncalled,
        }),
      );
    return [
      ...made(satisfies, 'present', 'either'),
      ...made(partly, 'incomplete', 'either'),
      ...made(misses, 'missing', 'either'),
      ...made(conflicts, 'either', true),
      ...made(harmless, 'either', false),
    ];
  });
}
