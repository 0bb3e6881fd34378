import type { Checked, Finding, Formatter, Profile } from '../types.ts';
import { xml } from './escape.ts';
import { type Issue, issuesOf, issueTitles, sentences } from './issues.ts';
import { gist, headings } from './verdict.ts';

/** JUnit XML, for the test page of a CI server: a suite a contract, a case a rule. */
export const junit: Formatter = ({ contracts, profile }) => {
  const suites = contracts.map((contract) => suiteOf(contract, contract.profile ?? profile));
  const totals = counts(suites.flatMap(({ cases }) => cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'dpa-lint', ...totals, time: 0 })}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
    '',
  ].join('\n');
};

interface Case {
  readonly end: 'passed' | 'failures' | 'errors' | 'skipped';
  readonly lines: readonly string[];
}

function suiteOf(contract: Checked, profile: Profile): { cases: Case[]; lines: string[] } {
  const { path, verdict, findings, notes } = contract;
  const issues = issuesOf(contract, profile);
  const cases = [
    ...(verdict.outcome === 'undetermined' ? [unjudged(contract)] : []),
    ...findings.map((finding) => caseOf(contract, finding, ofRule(issues, finding), profile)),
  ];
  const told = [
    `Verdict: ${headings[verdict.state].title}.`,
    ...verdict.reasons,
    ...notes.map(({ level, message }) => `${level === 'info' ? 'Note' : 'Warning'}: ${message}`),
  ];
  const lines = [
    `  <testsuite${attributes({ name: path, ...counts(cases), time: 0 })}>`,
    ...cases.flatMap((one) => one.lines),
    `    <system-out>${lined(told)}</system-out>`,
    '  </testsuite>',
  ];
  return { cases, lines };
}

/** What nobody could judge is an error of the run, not a failure of the contract. */
function unjudged(contract: Checked): Case {
  const reason = contract.verdict.reasons[0] ?? 'The contract could not be judged.';
  const error = `      <error${attributes({ message: reason, type: 'undetermined' })}>${lined(contract.verdict.reasons)}</error>`;
  return { end: 'errors', lines: testcase(contract, 'the contract can be judged', [error]) };
}

function caseOf(contract: Checked, finding: Finding, issues: readonly Issue[], profile: Profile): Case {
  const { rule } = finding;
  const name = `${rule.id}: ${rule.title}`;
  const failed = issues.filter(({ level }) => level === 'error');
  const others = issues.filter(({ level }) => level !== 'error').flatMap(told);
  const out = others.length === 0 ? [] : [`      <system-out>${lined(others)}</system-out>`];
  const [first] = failed;
  if (first !== undefined) {
    const message = `${issueTitles[first.kind]}: ${first.message}`;
    const body = lined([rule.citation, ...failed.flatMap(told)]);
    const failure = `      <failure${attributes({ message, type: first.kind })}>${body}</failure>`;
    return { end: 'failures', lines: testcase(contract, name, [failure, ...out]) };
  }
  const reason = skipReason(contract, finding, profile);
  if (reason === null) return { end: 'passed', lines: testcase(contract, name, out) };
  return {
    end: 'skipped',
    lines: testcase(contract, name, [`      <skipped${attributes({ message: reason })}/>`, ...out]),
  };
}

function skipReason(contract: Checked, { rule }: Finding, profile: Profile): string | null {
  if (contract.verdict.outcome === 'not-covered') return gist(contract);
  const asked = rule.kind !== 'required' || rule.profiles.includes(profile);
  return asked ? null : `not asked for in the profile ${profile}`;
}

function told(issue: Issue): string[] {
  return [`${issueTitles[issue.kind]}: ${issue.rule.title}.`, ...sentences(issue)];
}

function testcase({ path }: Checked, name: string, inner: readonly string[]): string[] {
  // Jenkins takes a full stop for the end of a package's name.
  const head = `    <testcase${attributes({ name, classname: path.replaceAll('.', '_'), file: path, time: 0 })}`;
  return inner.length === 0 ? [`${head}/>`] : [`${head}>`, ...inner, '    </testcase>'];
}

function counts(cases: readonly Case[]) {
  const number = (end: Case['end']) => cases.filter((one) => one.end === end).length;
  return {
    tests: cases.length,
    failures: number('failures'),
    errors: number('errors'),
    skipped: number('skipped'),
  };
}

function ofRule(issues: readonly Issue[], { rule }: Finding): Issue[] {
  return issues.filter((issue) => issue.rule.id === rule.id);
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${xml(String(value))}"`)
    .join('');
}

function lined(lines: readonly string[]): string {
  return lines.map(xml).join('\n');
}
