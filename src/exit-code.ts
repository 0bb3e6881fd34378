import type { Checked, Finding, Note } from './types.ts';

/** Other programs rely on these. */
export const exit = { fine: 0, found: 1, usage: 2, undetermined: 3 } as const;

/** What makes the command fail, from the least to the most. */
export const failLevels = ['never', 'void', 'conflict', 'incomplete', 'note'] as const;

export type FailLevel = (typeof failLevels)[number];

/** The exit code for these contracts. One that could not be judged outranks one that is void, at every level. */
export function exitCode(contracts: readonly Checked[], failOn: FailLevel = 'conflict'): number {
  if (contracts.length === 0 || contracts.some(({ verdict }) => verdict.outcome === 'undetermined')) {
    return exit.undetermined;
  }
  return contracts.some((contract) => fails(contract, failOn)) ? exit.found : exit.fine;
}

function fails(contract: Checked, failOn: FailLevel): boolean {
  const level = failLevels.indexOf(failOn);
  return failLevels.some((name, rank) => rank <= level && reasons[name](contract));
}

// What somebody accepted stays in the report and in the verdict; it is no news that should stop a run.
const reasons: Readonly<Record<FailLevel, (contract: Checked) => boolean>> = {
  never: () => false,
  void: ({ verdict, findings }) =>
    verdict.outcome === 'void' &&
    findings.some(({ rule, accepted }) => verdict.lacking.includes(rule.id) && accepted === undefined),
  conflict: ({ verdict, findings }) =>
    (verdict.voidTerms.length > 0 &&
      findings.some(
        ({ rule, conflicts }) => rule.kind !== 'advice' && conflicts.some(({ accepted }) => accepted === undefined),
      )) ||
    (verdict.outcome !== 'not-covered' && findings.some(isGrave)),
  incomplete: (contract) =>
    contract.verdict.outcome !== 'not-covered' &&
    contract.findings.some((finding) => isLacking(finding, contract) && finding.accepted === undefined),
  note: (contract) => warnings(contract) > 0,
};

/** Whether what a finding lacks is asked for in the profile that the contract was judged by. */
function isLacking({ rule, required }: Finding, { profile }: Checked): boolean {
  const asked = profile === undefined || rule.profiles.includes(profile);
  return asked && (required === 'missing' || required === 'incomplete');
}

/** What a board told the linter to fail on, though the law does not ask for it. */
function isGrave({ rule, severity, conflicts, notes }: Finding): boolean {
  return (
    notes.some(({ level, accepted }) => level === 'error' && accepted === undefined) ||
    (rule.kind === 'advice' && severity === 'error' && conflicts.some(({ accepted }) => accepted === undefined))
  );
}

/**
 * How many warnings a contract has: doubts about it, advice that it does not follow, and law that was taken lightly. Of
 * one that the law does not cover the doubts alone are left.
 */
export function warnings(contract: Checked): number {
  const doubts = contract.notes.filter(isWarning).length;
  if (contract.verdict.outcome === 'not-covered') return doubts;
  return contract.findings.reduce((sum, finding) => sum + warningsOf(finding, contract), doubts);
}

function warningsOf(finding: Finding, contract: Checked): number {
  const { rule, severity = 'warning', notes, accepted, conflicts } = finding;
  const taken = [
    ...(isLacking(finding, contract) ? [accepted] : []),
    ...conflicts.map((conflict) => conflict.accepted),
  ].filter((one) => one?.by === 'severity' && one.severity === 'warning');
  const isDoubtful = rule.kind === 'advice' && severity === 'warning';
  const doubtful = isDoubtful ? conflicts.filter((conflict) => conflict.accepted === undefined) : [];
  return notes.filter(isWarning).length + taken.length + doubtful.length;
}

function isWarning({ level, accepted }: Note): boolean {
  return level === 'warning' && accepted === undefined;
}
