import type { Checked, Note, Profile } from '../types.ts';
import { acceptedSentence } from './acceptance.ts';
import { xml } from './escape.ts';
import { excerpt, placeOf } from './excerpt.ts';
import { type Links, linkTo } from './html-links.ts';
import { type Issue, issuesOf, issueTitles } from './issues.ts';
import { citationOf } from './provisions.ts';

const tones: Readonly<Record<Issue['kind'], string>> = {
  missing: 'bad',
  incomplete: 'doubt',
  'void-term': 'wrong',
  'forbidden-conduct': 'wrong',
  'doubtful-term': 'doubt',
  note: 'dim',
};

/** What is wrong, each thing on a card of its own. */
export function problemCards(contract: Checked, profile: Profile, links: Links): string[] {
  return issuesOf(contract, profile)
    .filter(({ kind }) => kind !== 'note')
    .flatMap((issue) => card(issue, links));
}

function card(issue: Issue, links: Links): string[] {
  const { kind, rule, message, evidence, overriddenBy } = issue;
  const label = kind === 'missing' ? 'Comes nearest' : kind === 'incomplete' ? 'Found' : 'It says';
  const over =
    overriddenBy === null
      ? ''
      : `<dt>Overridden</dt><dd>${xml(placeOf(overriddenBy))} <q>${xml(excerpt(overriddenBy.quote, 400))}</q> ` +
        'That does not make the term good.</dd>';
  return [
    `<section class="problem ${tones[kind]}">`,
    `<h4><span class="kind">${issueTitles[kind]}</span> ${xml(rule.title)} ` +
      `<span class="citation">${xml(citationOf(rule))}</span></h4>`,
    `<p>${xml(message)}</p>`,
    '<dl>',
    ...(evidence === null
      ? []
      : [
          `<dt>${label}</dt><dd>${linkTo(evidence, links)} <q>${xml(excerpt(evidence.quote, 400))}</q>` +
            `${evidence.caution === '' ? '' : ` <em>${xml(evidence.caution)}</em>`}</dd>`,
        ]),
    over,
    `<dt>Why</dt><dd>${xml(rule.why)}</dd>`,
    `<dt>Write</dt><dd class="fix">${xml(rule.fix)}</dd>`,
    '</dl>',
    '</section>',
  ].filter((line) => line !== '');
}

/** Doubts and assumptions, the graver first. */
export function noteList({ notes, findings }: Checked): string[] {
  const all = [...notes, ...findings.flatMap((finding) => finding.notes)];
  if (all.length === 0) return [];
  const [warnings, hints] = [all.filter(({ level }) => level !== 'info'), all.filter(({ level }) => level === 'info')];
  return ['<ul class="notes">', ...[...warnings, ...hints].map(noteItem), '</ul>'];
}

const words = {
  error: '<strong class="bad">Error:</strong> ',
  warning: '<strong class="doubt">Warning:</strong> ',
  info: '',
} as const;

function noteItem({ level, message, evidence, accepted }: Note): string {
  const word = words[accepted === undefined ? level : 'info'];
  const taken = accepted === undefined ? '' : ` ${xml(acceptedSentence(accepted))}`;
  const [first] = evidence;
  const place = first === undefined ? '' : xml(placeOf(first));
  const quote = first === undefined ? '' : ` ${place} <q>${xml(excerpt(first.quote, 240))}</q>`;
  return `<li>${word}${xml(message)}${taken}${quote}</li>`;
}
