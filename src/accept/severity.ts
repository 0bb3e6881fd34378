import type { Acceptance, Checked, Finding, Note, Severity } from '../types.ts';

/** How grave a rule's findings are taken, and the line that says so. */
export interface Grade {
  readonly severity: Severity;
  readonly where: string;
}

type Grades = ReadonlyMap<string, Grade>;

/** Takes advice for as grave as its reader says, before anybody accepts it: what is no hint can be accepted. */
export function weigh(contract: Checked, grades: Grades): Checked {
  return graded(contract, grades, (finding, { severity }) =>
    severity === 'off' || finding.rule.kind !== 'advice' ? finding : weighed(finding, severity),
  );
}

/**
 * Takes law for less grave where somebody says so. It stays in the verdict: the lower grade only accepts, in sight of
 * all, what nobody else accepted.
 */
export function lower(contract: Checked, grades: Grades): Checked {
  return graded(contract, grades, (finding, grade) =>
    finding.rule.kind === 'advice' ? finding : lowered(finding, grade),
  );
}

function graded(contract: Checked, grades: Grades, take: (finding: Finding, grade: Grade) => Finding): Checked {
  if (grades.size === 0) return contract;
  const findings = contract.findings.map((finding) => {
    const own = grades.get(finding.rule.id);
    return own === undefined ? finding : take(finding, own);
  });
  return { ...contract, findings };
}

function lowered(finding: Finding, { severity, where }: Grade): Finding {
  if (severity === 'error' || severity === 'off') return finding;
  const accepted: Acceptance = { by: 'severity', severity, where };
  const lacks = finding.required === 'missing' || finding.required === 'incomplete';
  return {
    ...finding,
    ...(lacks && finding.accepted === undefined ? { accepted } : {}),
    conflicts: finding.conflicts.map((conflict) => ({ accepted, ...conflict })),
  };
}

const levels: Readonly<Record<Exclude<Severity, 'off'>, Note['level']>> = {
  note: 'info',
  warning: 'warning',
  error: 'error',
};

function weighed(finding: Finding, severity: Exclude<Severity, 'off'>): Finding {
  const notes = finding.notes.map((note) => ({ ...note, level: levels[severity] }));
  return { ...finding, severity, notes };
}
