import type { Rule } from '../../src/types.ts';

/** What is weighed: an element by its rule and name, the conflicts of a rule together. */
export interface Part {
  readonly key: string;
  readonly rule: string;
  /** Null: the conflicts. */
  readonly element: string | null;
  /** The only element of its rule. */
  readonly alone: boolean;
}

/** The parts of the rules that can void a contract or a term. */
export function partsOf(rules: readonly Rule[]): Part[] {
  return rules
    .filter(({ kind }) => kind !== 'advice')
    .flatMap(({ id, elements, conflicts }) => {
      const rule = id.slice(id.indexOf('/') + 1);
      const alone = elements.length === 1;
      return [
        ...elements.map(({ name }): Part => ({ key: `${rule}/${name}`, rule, element: name, alone })),
        ...(conflicts.length === 0 ? [] : [{ key: `${rule}!`, rule, element: null, alone }]),
      ];
    });
}
