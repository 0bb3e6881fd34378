import type { Called, Party } from '../../types.ts';
import { type Alias, plain } from './proper-names.ts';

/** What holds where nobody told anything. */
export const nobodyTold: Called = { contractor: [], board: [], data: [] };

const persons: readonly (readonly [RegExp, 'we' | 'you'])[] = [
  [/^(?:we|us|our|ours)$/i, 'we'],
  [/^(?:you|your|yours)$/i, 'you'],
];

/** A side as somebody told it: its names, and the person in which the contract speaks of it. */
export function sideTold(called: Called, role: Party['role']): Pick<Party, 'names' | 'person'> {
  const personOf = (name: string) => persons.find(([words]) => words.test(name))?.[1] ?? '';
  const names = called[role];
  return {
    names: names.filter((name) => personOf(name) === ''),
    person: names.map(personOf).find((person) => person !== '') ?? '',
  };
}

/** Names that the contract gives, on the side that somebody told: who knows it goes before what the words look like. */
export function asTold(aliases: readonly Alias[], called: Called): Alias[] {
  const sides = (['contractor', 'board'] as const).map((role) => [role, new Set(called[role].map(plain))] as const);
  return aliases.map((alias) => {
    const own = [...alias.names, ...(alias.entity === null ? [] : [alias.entity.text])].map(plain);
    const side = sides.find(([, names]) => own.some((name) => names.has(name)));
    return side === undefined ? alias : { ...alias, role: side[0] };
  });
}
