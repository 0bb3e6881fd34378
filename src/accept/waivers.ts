import type { Acceptance, Checked, Finding, Note, Waiver } from '../types.ts';
import { type Acceptable, acceptables, lackOf, termOf } from './clause.ts';

/** Marks what somebody accepted, and tells of each waiver that no longer does its work. */
export function waive(contract: Checked, waivers: readonly Waiver[], asOf: string): Checked {
  if (contract.findings.length === 0) return contract;
  const live = waivers.filter(({ expires }) => expires >= asOf);
  const findings = contract.findings.map((finding) => waived(contract, finding, live));
  const notes = waivers.flatMap((waiver) => noteOn(waiver, contract, asOf));
  return { ...contract, findings, notes: [...contract.notes, ...notes] };
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
  };
}

function fits({ rule, clause }: Waiver, finding: Finding, problem: Acceptable): boolean {
  return rule === finding.rule.id && (clause === undefined || clause === problem.clause);
}

function noteOn(waiver: Waiver, contract: Checked, asOf: string): Note[] {
  const finding = contract.findings.find(({ rule }) => rule.id === waiver.rule);
  // A rule that was skipped says nothing of its waiver.
  if (finding === undefined) return [];
  const { approver, expires, where } = waiver;
  const found = acceptables(contract, finding);
  const by = `The waiver of ${waiver.rule} by ${approver} (${where})`;
  if (found.length === 0) return [note(waiver, 'waiver-unused', `${by} is no longer needed: take it out.`)];
  if (!found.some((problem) => fits(waiver, finding, problem))) {
    return [note(waiver, 'waiver-lapsed', `${by} has lapsed: the clause that it accepted has changed. Decide anew.`)];
  }
  if (expires >= asOf) return [];
  return [note(waiver, 'waiver-expired', `${by} ended on ${expires}: what it accepted counts again.`)];
}

function note({ rule }: Waiver, id: string, message: string): Note {
  return { id, rule, level: 'warning', message, evidence: [] };
}
