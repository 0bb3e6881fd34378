import type { Acceptance, Checked, Finding, Note, Waiver } from '../types.ts';
import { wasRead } from './baseline.ts';
import { type Acceptable, acceptables, isGrave, lackOf, noteOf, termOf } from './clause.ts';

/** Marks what somebody accepted. */
export function waive(contract: Checked, waivers: readonly Waiver[], asOf: string): Checked {
  const live = waivers.filter(({ expires }) => expires >= asOf);
  return { ...contract, findings: contract.findings.map((finding) => waived(contract, finding, live)) };
}

function waived(contract: Checked, finding: Finding, waivers: readonly Waiver[]): Finding {
  const by = (problem: Acceptable | null): { accepted?: Acceptance } => {
    const waiver = problem === null ? undefined : waivers.find((one) => fits(one, finding, problem));
    if (waiver === undefined) return {};
    const { reason, approver, expires } = waiver;
    return { accepted: { by: 'waiver', reason, approver, expires } };
  };
  return {
    ...finding,
    ...by(lackOf(contract, finding)),
    conflicts: finding.conflicts.map((conflict) => ({ ...conflict, ...by(termOf(contract, conflict)) })),
    notes: finding.notes.map((note) => (isGrave(note) ? { ...note, ...by(noteOf(contract, note)) } : note)),
  };
}

function fits({ rule, clause }: Waiver, finding: Finding, problem: Acceptable): boolean {
  return rule === finding.rule.id && (clause === undefined || clause === problem.clause || clause === problem.former);
}

/** Whether a waiver does its work in a contract; `unknown` where the rule, or all of the contract, was not looked at. */
export type Use = 'used' | 'lapsed' | 'unused' | 'unknown';

export function useOf(waiver: Waiver, contract: Checked): Use {
  const finding = contract.findings.find(({ rule }) => rule.id === waiver.rule);
  if (finding === undefined) return 'unknown';
  const found = acceptables(contract, finding);
  if (found.some((problem) => fits(waiver, finding, problem))) return 'used';
  if (!wasRead(contract)) return 'unknown';
  return found.length === 0 ? 'unused' : 'lapsed';
}

/** Whether another waiver of the same clause outlasts one, so that nothing is to be told of it; the last of two alike stays. */
export function isReplaced(waiver: Waiver, all: readonly Waiver[]): boolean {
  const at = all.indexOf(waiver);
  return all.some(({ rule, clause, expires }, index) => {
    const outlasts = expires > waiver.expires || (expires === waiver.expires && index > at);
    return rule === waiver.rule && clause === waiver.clause && index !== at && outlasts;
  });
}

/** What is to be told of a waiver. */
export function noteOn(waiver: Waiver, use: Use, asOf: string): Note[] {
  const { approver, expires, where } = waiver;
  const by = `The waiver of ${waiver.rule} by ${approver} (${where})`;
  if (use === 'unused') return [note(waiver, 'waiver-unused', `${by} is no longer needed: take it out.`)];
  if (use === 'lapsed') {
    return [note(waiver, 'waiver-lapsed', `${by} has lapsed: the clause that it accepted has changed. Decide anew.`)];
  }
  if (use === 'unknown') return [];
  if (expires >= asOf) return waiver.clause === undefined ? [unbound(waiver, by)] : [];
  return [note(waiver, 'waiver-expired', `${by} ended on ${expires}: what it accepted counts again.`)];
}

/** A term that is worse tomorrow would be accepted unseen. */
function unbound(waiver: Waiver, by: string): Note {
  const told = `${by} is bound to no clause, so it accepts whatever the rule finds. "dpa-lint waive" binds one to the words.`;
  return note(waiver, 'waiver-unbound', told);
}

function note({ rule }: Waiver, id: string, message: string): Note {
  return { id, rule, level: 'warning', message, evidence: [] };
}
