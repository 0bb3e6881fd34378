import type { Checked, Finding, Formatter, Profile, Report } from '../types.ts';
import { markdown as words } from './escape.ts';
import { placeOf } from './excerpt.ts';
import { type Issue, issuesOf, issueTitles, sentences } from './issues.ts';
import { citationOf } from './provisions.ts';
import { gist, headings } from './verdict.ts';

// GitHub takes comments of up to 65,536 characters.
const most = 60_000;

/** For a comment on a pull request. */
export const markdown: Formatter = (report) => {
  const top = [...overview(report), ''];
  const end = ['---', '', footer(report), ''];
  const parts = report.contracts.map((contract) =>
    [...details(contract, contract.profile ?? report.profile), ''].join('\n'),
  );
  let room = most - [...top, ...end].join('\n').length;
  const shown = parts.filter((part) => {
    room -= part.length;
    return room > 0;
  });
  const left = parts.length - shown.length;
  const more = left === 0 ? [] : [`_The details of ${left} more would not fit here; the other formats have them._`, ''];
  return [...top, ...shown, ...more, ...end].join('\n');
};

/** Rows of the table of many contracts. */
const rows = 200;

function overview({ contracts }: Report): string[] {
  const [only] = contracts;
  if (contracts.length === 1 && only !== undefined) return [`## ${titleOf(only)}`];
  const sorted = contracts.toSorted((a, b) => rank(a) - rank(b));
  const left = contracts.length - rows;
  return [
    '## School data-privacy contracts',
    '',
    '| Contract | Verdict | Because |',
    '| --- | --- | --- |',
    ...sorted.slice(0, rows).map((contract) => {
      const { mark, title } = headings[contract.verdict.state];
      return `| ${words(short(contract.path))} | ${mark} ${title} | ${words(short(gist(contract)))} |`;
    }),
    ...(left > 0 ? ['', `${left} more contracts are not in this table.`] : []),
  ];
}

/** What could not be judged comes first, then what is void. */
function rank({ verdict }: Checked): number {
  return ['undetermined', 'void', 'valid', 'not-covered'].indexOf(verdict.outcome);
}

function short(text: string): string {
  return text.length > 160 ? `…${text.slice(-159)}` : text;
}

function titleOf({ path, verdict }: Checked): string {
  const { mark, title } = headings[verdict.state];
  return `${mark} ${words(path)}: ${title}`;
}

function details(contract: Checked, profile: Profile): string[] {
  const { verdict, findings, notes } = contract;
  const issues = issuesOf(contract, profile);
  const problems = issues.filter(({ kind }) => kind !== 'note');
  const warnings = [...notes, ...findings.flatMap((finding) => finding.notes)].filter(({ level }) => level !== 'info');
  return [
    `### ${titleOf(contract)}`,
    '',
    ...verdict.reasons.map((reason) => `- ${words(reason)}`),
    '',
    ...problems.flatMap(problemLines),
    ...warnings.map(({ message }) => `> ⚠ ${words(message)}\n`),
    ...(findings.length === 0 ? [] : provisions(findings, profile)),
  ];
}

function problemLines(issue: Issue): string[] {
  const { kind, rule } = issue;
  return [
    `**${issueTitles[kind]}: ${words(rule.title)}** (${words(citationOf(rule))})`,
    '',
    ...sentences(issue).map((sentence) => `- ${words(sentence)}`),
    '',
  ];
}

const marks = { present: '✓ present', incomplete: '~ incomplete', missing: '✗ missing', 'not-required': '–' } as const;

function provisions(findings: readonly Finding[], profile: Profile): string[] {
  return [
    '<details><summary>All provisions</summary>',
    '',
    '| Provision | Citation | Found | Conflicts | Where |',
    '| --- | --- | --- | --- | --- |',
    ...findings.filter(({ rule }) => rule.kind !== 'advice').map((finding) => row(finding, profile)),
    '',
    '</details>',
  ];
}

function row({ rule, required, conflicts, evidence }: Finding, profile: Profile): string {
  const places = [...evidence, ...conflicts].map((one) => placeOf(one)).filter((place) => place !== '');
  const asked = rule.kind !== 'required' || rule.profiles.includes(profile) ? '' : ' (not asked for)';
  const cells = [
    words(rule.title),
    words(citationOf(rule)),
    marks[required] + asked,
    conflicts.length === 0 ? '' : `! ${conflicts.length}`,
    [...new Set(places)].slice(0, 3).map(words).join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function footer({ pack, profile, asOf, version }: Report): string {
  const told = `${pack.title}, law read up to ${pack.lawAsOf}; profile ${profile}; verdict as of ${asOf}`;
  return `<sub>${words(told)}; dpa-lint ${words(version)}. This is not legal advice.</sub>`;
}
