import type { Checked, Formatter, Profile } from '../types.ts';
import { jsonText } from './escape.ts';
import { digest } from './fingerprint.ts';
import { issuesOf, issueTitles, sentences } from './issues.ts';
import { printable } from './paint.ts';

/** The code quality report of GitLab. */
export const gitlab: Formatter = ({ contracts, profile }) =>
  `${jsonText(
    contracts.flatMap((contract) => entriesOf(contract, contract.profile ?? profile)),
    2,
  )}\n`;

const severities = { error: 'critical', warning: 'minor', note: 'info' } as const;

function entriesOf(contract: Checked, profile: Profile) {
  const { path, verdict, notes } = contract;
  return [
    ...(verdict.outcome === 'undetermined'
      ? [entry(path, 'undetermined', 'blocker', `Undetermined: ${verdict.reasons.join(' ')}`)]
      : []),
    ...issuesOf(contract, profile).map((issue) => ({
      ...entry(
        path,
        issue.rule.id,
        severities[issue.level],
        [`${issueTitles[issue.kind]}: ${issue.rule.title}.`, ...sentences(issue)].join(' '),
      ),
      // The words of the message may change from one version to the next; those of the clause do not.
      fingerprint: digest([path, issue.fingerprint]),
    })),
    ...notes.map(({ id, level, message }) => entry(path, id, level === 'info' ? 'info' : 'minor', message)),
  ];
}

function entry(path: string, check: string, severity: string, message: string) {
  const description = printable(message);
  return {
    description,
    check_name: check,
    fingerprint: digest([path, check, description]),
    severity,
    // GitLab wants a line, and a contract has none.
    location: { path: printable(path.replaceAll('\\', '/').replace(/^\.\//, '')), lines: { begin: 1 } },
  };
}
