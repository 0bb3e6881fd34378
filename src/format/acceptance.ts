import type { Acceptance } from '../types.ts';

/** Who accepted a problem, and why, in a sentence. */
export function acceptedIn(accepted: Acceptance): string {
  if (accepted.by === 'baseline') return 'It was there when the baseline was written.';
  if (accepted.by === 'severity') {
    return `The configuration takes it for a ${accepted.severity} (${accepted.where}), which changes nothing in law.`;
  }
  const { reason, approver, expires } = accepted;
  return `By ${approver} until ${expires}: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`;
}

/** The same as a sentence among others. */
export function acceptedSentence(accepted: Acceptance): string {
  const told = acceptedIn(accepted);
  const rest = told.charAt(0).toLowerCase() + told.slice(1);
  return accepted.by === 'waiver' ? `Accepted ${rest}` : `Accepted: ${rest}`;
}

/** The same for other tools; nothing where nobody accepted it. */
export function acceptanceOf(accepted: Acceptance | undefined) {
  if (accepted === undefined) return {};
  if (accepted.by === 'baseline') return { baselined: true };
  if (accepted.by === 'severity') return { lowered: { severity: accepted.severity, where: accepted.where } };
  const { reason, approver, expires } = accepted;
  return { waived: { reason, approver, expires } };
}
