import type { Acceptance, Checked, Finding, Note, Severity } from '../types.ts';

/** How grave a rule's findings are taken, and the line that says so. */
export interface Grade {
  readonly severity: Severity;
  readonly where: string;
}

/**
 * Takes what rules find for as grave as somebody says. What the law asks for stays in the verdict: there a lower grade
 * only accepts, in sight of all. Advice is the reader's own to weigh.
 */
export function grade(contract: Checked, grades: ReadonlyMap<string, Grade>): Checked {
  if (grades.size === 0) return contract;
  const findings = contract.findings.map((finding) => {
    const own = grades.get(finding.rule.id);
    if (own === undefined || own.severity === 'off') return finding;
    return finding.rule.kind === 'advice' ? weighed(finding, own.severity) : lowered(finding, own);
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
