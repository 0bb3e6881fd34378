import type { Acceptance, Checked, Finding, Formatter, Note, Profile, Report } from '../types.ts';
import { acceptedSentence } from './acceptance.ts';
import { markdown as words } from './escape.ts';
import { placeOf } from './excerpt.ts';
import { type Issue, issuesOf, issueTitles, sentences } from './issues.ts';
import { citationOf } from './provisions.ts';
import { gist, headings } from './verdict.ts';

/** Characters of a report at most. GitHub takes comments of up to 65,536; `docs/formats.md` promises the round figure. */
const most = 65_000;

/** For a comment on a pull request: what is gravest comes first, and what finds no room is counted. */
export const markdown: Formatter = (report) => {
  const contracts = report.contracts.toSorted((a, b) => rank(a) - rank(b));
  const end = ['---', '', footer(report), ''].join('\n');
  const room = new Room(most - end.length - 3 * sentence);
  const top = overview(contracts, room);
  const shown: string[] = [];
  let left = 0;
  for (const contract of contracts) {
    const blocks = details(contract, contract.profile ?? report.profile);
    const told = room.takes(blocks) ? blocks : shown.length === 0 ? cut(blocks, room) : [];
    if (told.length === 0) left++;
    else shown.push(told.join('\n'));
  }
  const more = left === 0 ? [] : [`_The details of ${left} more would not fit here; the other formats have them._`, ''];
  return [...top, '', ...shown, ...more, end].join('\n');
};

/** Characters kept for each of the sentences that count what is left out. */
const sentence = 120;

/** The characters that are left for lines. */
class Room {
  private left: number;

  constructor(left: number) {
    this.left = left;
  }

  /** Whether the lines fit; only then they take their place. */
  takes(lines: readonly string[]): boolean {
    const length = lines.reduce((sum, line) => sum + line.length + 1, 0);
    if (length > this.left) return false;
    this.left -= length;
    return true;
  }
}

/** The title and as many of the other blocks as there is room for. */
function cut([title = '', ...blocks]: readonly string[], room: Room): string[] {
  if (!room.takes([title])) return [];
  const shown = within(blocks, room);
  const left = blocks.length - shown.length;
  return [
    title,
    ...shown,
    `_${left} more points on this contract would not fit here; the other formats have them._`,
    '',
  ];
}

/** Rows of the table of many contracts. */
const rows = 200;

function overview(contracts: readonly Checked[], room: Room): string[] {
  const [only] = contracts;
  if (contracts.length === 1 && only !== undefined) return within([`## ${titleOf(only)}`], room);
  const title = ['## School data-privacy contracts', '', '| Contract | Verdict | Because |', '| --- | --- | --- |'];
  const head = within(title, room);
  const table = within(contracts.slice(0, rows).map(overviewRow), room);
  const left = contracts.length - table.length;
  return [...head, ...table, ...(left > 0 ? ['', `${left} more contracts are not in this table.`] : [])];
}

function within(lines: readonly string[], room: Room): string[] {
  return lines.filter((line) => room.takes([line]));
}

function overviewRow(contract: Checked): string {
  const { mark, title } = headings[contract.verdict.state];
  return `| ${words(short(contract.path))} | ${mark} ${title} | ${words(short(gist(contract)))} |`;
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
  return `${mark} ${words(short(path))}: ${title}`;
}

/** What there is to say of a contract, in blocks of which each can be left out. */
function details(contract: Checked, profile: Profile): string[] {
  const { verdict, findings, notes } = contract;
  const problems = issuesOf(contract, profile).filter(({ kind }) => kind !== 'note');
  const warnings = [...notes, ...findings.flatMap((finding) => finding.notes)].filter(({ level }) => level !== 'info');
  return [
    `### ${titleOf(contract)}\n`,
    ...verdict.reasons.map((reason) => `- ${words(reason)}`),
    '',
    ...problems.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level)).map(problemBlock),
    ...warnings.map(warningBlock),
    ...(findings.length === 0 ? [] : [provisions(findings, profile).join('\n')]),
    '',
  ];
}

const levels: readonly Issue['level'][] = ['error', 'warning', 'note'];

function problemBlock(issue: Issue): string {
  const { kind, rule, accepted } = issue;
  return [
    `**${issueTitles[kind]}${marked(accepted)}: ${words(rule.title)}** (${words(citationOf(rule))})`,
    '',
    ...sentences(issue).map((sentence) => `- ${words(sentence)}`),
    '',
  ].join('\n');
}

function warningBlock({ message, accepted }: Note): string {
  return accepted === undefined
    ? `> ⚠ ${words(message)}\n`
    : `> ${words(`${message} ${acceptedSentence(accepted)}`)}\n`;
}

function marked(accepted: Acceptance | null | undefined): string {
  return accepted ? ', accepted' : '';
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

function row({ rule, required, conflicts, evidence, accepted }: Finding, profile: Profile): string {
  const places = [...evidence, ...conflicts].map((one) => placeOf(one)).filter((place) => place !== '');
  const asked = rule.kind !== 'required' || rule.profiles.includes(profile) ? '' : ' (not asked for)';
  const taken = conflicts.filter((conflict) => conflict.accepted !== undefined).length;
  const cells = [
    words(rule.title),
    words(citationOf(rule)),
    marks[required] + asked + marked(accepted),
    conflicts.length === 0 ? '' : `! ${conflicts.length}${taken === 0 ? '' : `, ${taken} accepted`}`,
    [...new Set(places)].slice(0, 3).map(words).join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function footer({ pack, profile, asOf, version }: Report): string {
  const told = `${pack.title}, law read up to ${pack.lawAsOf}; profile ${profile}; verdict as of ${asOf}`;
  return `<sub>${words(told)}; dpa-lint ${words(version)}. This is not legal advice.</sub>`;
}
