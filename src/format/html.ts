import type { Checked, Finding, Formatter, Profile, Report } from '../types.ts';
import { xml } from './escape.ts';
import { contractText } from './html-contract.ts';
import { hasRow, type Links, linksOf, linkTo } from './html-links.ts';
import { noteList, problemCards } from './html-problems.ts';
import { style } from './html-style.ts';
import { isLacking } from './problems.ts';
import { citationOf } from './provisions.ts';
import { countsOf } from './summary.ts';
import { gist, headings } from './verdict.ts';

/** One page that needs nothing else: no network, no script. For people who read contracts, on a screen or on paper. */
export const html: Formatter = (report) => {
  const { contracts } = report;
  const [only] = contracts;
  const title = contracts.length === 1 && only !== undefined ? only.path : `${contracts.length} contracts`;
  return [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="color-scheme" content="light dark">',
    `<title>${xml(title)}: data-privacy review</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#main">To the verdict</a>',
    '<header class="page-head">',
    '<h1>School data-privacy review</h1>',
    `<p>${xml(basis(report))}</p>`,
    '</header>',
    '<main id="main" tabindex="-1">',
    ...(contracts.length > 1 ? overview(contracts) : []),
    ...contracts.flatMap((contract, index) => article(contract, index, contract.profile ?? report.profile)),
    '</main>',
    ...footer(report),
    '</body>',
    '</html>',
    '',
  ].join('\n');
};

function basis({ pack, profile, asOf }: Report): string {
  return `${pack.title}, law read up to ${pack.lawAsOf}. Profile ${profile}; verdict as of ${asOf}.`;
}

function overview(contracts: readonly Checked[]): string[] {
  return [
    '<section>',
    '<h2 id="overview">All contracts</h2>',
    `<p>${xml(countsOf(contracts))}.</p>`,
    '<div class="scroll" role="group" aria-labelledby="overview" tabindex="0">',
    '<table class="overview">',
    '<thead><tr><th scope="col">Contract</th><th scope="col">Verdict</th><th scope="col">Because</th></tr></thead>',
    '<tbody>',
    ...contracts.map((contract, index) => {
      const { path, verdict } = contract;
      const name = `<th scope="row"><a href="#c${index + 1}">${xml(path)}</a></th>`;
      return `<tr>${name}<td>${badge(contract)}</td><td>${xml(gist(contract) || verdict.reasons[0] || '')}</td></tr>`;
    }),
    '</tbody></table></div></section>',
  ];
}

function badge({ verdict }: Checked): string {
  const { mark, title, style: tone } = headings[verdict.state];
  return `<span class="badge ${tone}"><span aria-hidden="true">${mark}</span> ${xml(title)}</span>`;
}

function article(contract: Checked, index: number, profile: Profile): string[] {
  const id = `c${index + 1}`;
  const links = linksOf(contract, id);
  const problems = problemCards(contract, profile, links);
  const notes = noteList(contract);
  const judged = contract.findings.length > 0;
  return [
    `<article id="${id}" aria-labelledby="${id}-name">`,
    `<h2 id="${id}-name">${xml(contract.path)}</h2>`,
    ...verdictBox(contract),
    ...(judged ? ['<h3>Provisions</h3>', ...provisionTable(contract, profile, links)] : []),
    ...(problems.length > 0 ? ['<h3>Problems</h3>', ...problems] : []),
    ...(notes.length > 0 ? ['<h3>Notes</h3>', ...notes] : []),
    ...(contract.text === null
      ? []
      : [
          '<section class="contract">',
          '<h3>The contract as read</h3>',
          legend,
          ...contractText(contract.text, links.refs),
          `<p class="back"><a href="#${id}">Back to the verdict on this contract</a></p>`,
          '</section>',
        ]),
    '</article>',
  ];
}

const legend =
  '<p class="legend">Marked are <mark class="evidence">words that a provision rests on</mark>, ' +
  '<mark class="conflict">terms that conflict</mark> and <mark class="nearest">passages that come near</mark> to what ' +
  'is missing. The number before a passage leads back to its provision.</p>';

function verdictBox(contract: Checked): string[] {
  const { verdict, entered, format, pages, pagesWithoutText, sha256, characters } = contract;
  const { mark, title, style: tone } = headings[verdict.state];
  const read = pages === null ? '' : `${pages - pagesWithoutText.length} of ${pages} pages, `;
  const facts = [
    ...(entered === null ? [] : [`Entered into on ${entered}.`]),
    format === null
      ? 'Nothing was read.'
      : `Read: ${read}${characters.toLocaleString('en-US')} characters (${format}, sha256 ${sha256.slice(0, 12)}).`,
  ];
  return [
    `<div class="verdict ${tone}">`,
    `<p class="title"><span aria-hidden="true">${mark}</span> <strong>${xml(capital(title))}</strong></p>`,
    ...verdict.reasons.map((reason) => `<p>${xml(reason)}</p>`),
    `<p class="facts">${xml(facts.join(' '))}</p>`,
    '</div>',
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const statuses = {
  present: ['good', '✓', 'present'],
  incomplete: ['doubt', '~', 'incomplete'],
  missing: ['bad', '✗', 'missing'],
  'not-required': ['dim', '·', 'nothing against it'],
} as const;

const noted = ['doubt', '!', 'see the notes'] as const;

const clashes = { void: 'void term', 'prohibited-conduct': 'forbidden conduct', none: 'doubtful term' } as const;

function provisionTable({ findings }: Checked, profile: Profile, links: Links): string[] {
  const of = (kind: string) => findings.filter((finding) => finding.rule.kind === kind && hasRow(finding));
  const silent = findings.filter((finding) => !hasRow(finding)).length;
  const group = (title: string, shown: readonly Finding[]) =>
    shown.length === 0
      ? []
      : [
          `<tbody><tr class="group"><th colspan="4" scope="rowgroup">${title}</th></tr>`,
          ...shown.map((finding) => provisionRow(finding, profile, links)),
          '</tbody>',
        ];
  return [
    '<div class="scroll" role="group" aria-label="Provisions" tabindex="0">',
    '<table class="provisions">',
    '<thead><tr><th scope="col"><abbr title="Number">No.</abbr></th><th scope="col">Provision</th>',
    '<th scope="col">Found</th><th scope="col">Where</th></tr></thead>',
    ...group('What the contract must say', of('required')),
    ...group('What it must not say', of('forbidden')),
    ...group('Advice', of('advice')),
    '</table></div>',
    ...(silent === 0
      ? []
      : [`<p class="legend">${silent} more points of advice were looked at; there is nothing to say of them.</p>`]),
  ];
}

function provisionRow(finding: Finding, profile: Profile, links: Links): string {
  const { rule, required, conflicts, evidence, nearest, notes, accepted } = finding;
  const { row, number } = links.rowOf(finding);
  const doubtful = rule.kind === 'advice' && notes.some(({ level }) => level !== 'info');
  const [tone, mark, word] = doubtful ? noted : statuses[required];
  const unasked =
    rule.kind === 'required' && !rule.profiles.includes(profile) ? ' (not asked for in this profile)' : '';
  const supply =
    required === 'not-required' && conflicts.length > 0
      ? []
      : [`<span class="status ${tone}"><span aria-hidden="true">${mark}</span> ${word}${unasked}</span>`];
  const clash =
    conflicts.length === 0
      ? []
      : [`<span class="status wrong"><span aria-hidden="true">!</span> ${clashes[rule.basis]}</span>`];
  const settled = accepted !== undefined || conflicts.some((conflict) => conflict.accepted !== undefined);
  const open = isLacking(finding, profile) && accepted === undefined;
  const half = open || conflicts.some((conflict) => conflict.accepted === undefined);
  const taken = settled ? [`<span class="status dim">${half ? 'partly accepted' : 'accepted'}</span>`] : [];
  const places = [
    ...evidence.map((one) => linkTo(one, links)),
    ...conflicts.map((one) => `<span class="wrong">conflict:</span> ${linkTo(one, links)}`),
    ...(required === 'missing' ? nearest.slice(0, 1).map((one) => `nearest: ${linkTo(one, links)}`) : []),
  ];
  return [
    `<tr id="${row}"><td class="number">${number}</td>`,
    `<th scope="row">${xml(rule.title)}<span class="citation">${xml(citationOf(rule))}</span></th>`,
    `<td>${[...supply, ...clash, ...taken].join(' ')}</td><td class="places">${places.join('<br>')}</td></tr>`,
  ].join('');
}

function footer({ contracts, version }: Report): string[] {
  const doubtful = contracts.some(({ findings }) => findings.some(({ rule }) => rule.certainty === 'unverified'));
  const mark = doubtful ? '<p>(?) marks a citation that nobody has confirmed in the law itself.</p>' : '';
  return [`<footer>${mark}<p>Made by dpa-lint ${xml(version)}. This is not legal advice.</p></footer>`];
}
