import type { Contract, Precedence } from './types.ts';

/** The clause by which another part of the contract prevails over the one in which a statement stands. */
export function prevailing(contract: Contract, statement: number): Precedence | undefined {
  const section = contract.statements[statement]?.section ?? null;
  const part = section === null ? '' : (contract.sections[section]?.part ?? '');
  return contract.precedence.find((clause) => !clause.parts.includes(part));
}
