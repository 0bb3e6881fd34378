import type { Contract, Note } from '../types.ts';
import { clauseName } from './clause-names.ts';
import { evidenceOf } from './evidence.ts';

/** A warning for each clause whose change of another's words could not be carried out. */
export function unreadAmendments(contract: Contract): Note[] {
  return contract.unread.map((clause) => {
    const evidence = evidenceOf(contract, clause);
    const where = evidence.section === '' ? 'A clause' : clauseName(evidence.section);
    return {
      id: 'unread-amendment',
      rule: null,
      level: 'warning',
      message: `${where} changes words of another clause, which could not be carried out: read both. The other was read as it is.`,
      evidence: [evidence],
    };
  });
}
