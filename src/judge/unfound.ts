import type { Contract, Note } from '../types.ts';
import { clauseName, evidenceOf } from './evidence.ts';

/** A warning for each clause that changes words which do not stand where it says: nobody knows what holds then. */
export function unfoundWords(contract: Contract): Note[] {
  return contract.unfound.map((clause) => {
    const evidence = evidenceOf(contract, clause);
    const where = evidence.section === '' ? 'A clause' : clauseName(evidence.section);
    return {
      id: 'words-not-found',
      rule: null,
      level: 'warning',
      message: `${where} changes words of another clause that do not stand there; what it changes was read as it is.`,
      evidence: [evidence],
    };
  });
}
