import type { Acceptance, Checked, Finding, State, Verdict } from '../types.ts';
import type { Style } from './paint.ts';

/** How a verdict is called, and how it looks. */
export interface Heading {
  readonly mark: string;
  readonly title: string;
  /** For a column of a table. */
  readonly short: string;
  readonly style: Style;
}

/** A verdict in a few words. `unreadable` is no blank of the others: nobody may take it for a pass. */
export const headings: Readonly<Record<State, Heading>> = {
  valid: { mark: '✓', title: 'valid', short: 'valid', style: 'good' },
  'valid-with-void-terms': { mark: '!', title: 'valid, but for its void terms', short: 'void terms', style: 'wrong' },
  'notice-due': { mark: '✗', title: 'void unless amended, notice is due', short: 'notice is due', style: 'bad' },
  'cure-running': { mark: '✗', title: 'void unless amended in time', short: 'cure running', style: 'bad' },
  void: { mark: '✗', title: 'void', short: 'void', style: 'bad' },
  'before-the-act': { mark: '–', title: 'not covered, older than the law', short: 'older than the law', style: 'dim' },
  exempt: { mark: '–', title: 'not covered, exempt', short: 'exempt', style: 'dim' },
  'out-of-scope': { mark: '–', title: 'not covered, out of scope', short: 'out of scope', style: 'dim' },
  'partly-checked': { mark: '?', title: 'undetermined, rules were skipped', short: 'partly checked', style: 'doubt' },
  unreadable: { mark: '?', title: 'undetermined', short: 'undetermined', style: 'doubt' },
};

/**
 * What a verdict rests on, for one line: `lacks ferpa, severability; 1 void term: operator-sale; all accepted`. What was
 * accepted is told here, too: a run that passes beside a verdict of void has to say why.
 */
export function gist(contract: Checked): string {
  const { verdict } = contract;
  if (verdict.outcome === 'undetermined' || verdict.outcome === 'not-covered') return verdict.reasons[0] ?? '';
  const lacking = verdict.lacking.map(shortId).join(', ');
  const terms = verdict.voidTerms.length;
  return [
    ...(lacking === '' ? [] : [`lacks ${lacking}`]),
    ...(terms === 0 ? [] : [`${terms} void ${terms === 1 ? 'term' : 'terms'}: ${voided(verdict)}`]),
    ...ownRules(contract),
    ...acceptedOf(contract),
  ].join('; ');
}

/** `against the configuration: breach-30-days`: what a board told to fail on. A verdict of law alone hides why a run fails. */
function ownRules({ findings }: Checked): string[] {
  const against = findings.filter((finding) => graveOf(finding).some((accepted) => accepted === undefined));
  return against.length === 0
    ? []
    : [`against the configuration: ${against.map(({ rule }) => shortId(rule.id)).join(', ')}`];
}

/** Of each thing that the configuration alone takes for an error: who accepted it. */
function graveOf({ rule, severity, conflicts, notes }: Finding): (Acceptance | undefined)[] {
  const terms = rule.kind === 'advice' && severity === 'error' ? conflicts : [];
  return [...terms, ...notes.filter(({ level }) => level === 'error')].map(({ accepted }) => accepted);
}

/** Why the verdict is as it is, and what fails beside it. */
export function reasonsOf(contract: Checked): string {
  const own = contract.verdict.outcome === 'not-covered' ? [] : ownRules(contract);
  return [...contract.verdict.reasons, ...own.map((told) => `${told.charAt(0).toUpperCase()}${told.slice(1)}.`)].join(
    ' ',
  );
}

function acceptedOf({ findings, notes }: Checked): string[] {
  const problems = findings.flatMap((finding) => [...lawOf(finding), ...graveOf(finding)]);
  const accepted = problems.filter((one) => one !== undefined).length;
  const ended = { 'waiver-expired': 'a waiver has expired', 'waiver-lapsed': 'a waiver has lapsed' };
  return [
    ...(accepted === 0
      ? []
      : [accepted === problems.length ? 'all accepted' : `${accepted} of ${problems.length} accepted`]),
    ...Object.entries(ended).flatMap(([id, told]) => (notes.some((note) => note.id === id) ? [told] : [])),
  ];
}

/** Of each thing that is contrary to law: who accepted it. */
function lawOf({ rule, required, accepted, conflicts }: Finding): (Acceptance | undefined)[] {
  if (rule.kind === 'advice') return [];
  const lack = required === 'missing' || required === 'incomplete' ? [accepted] : [];
  return [...lack, ...conflicts.map((conflict) => conflict.accepted)];
}

function voided({ voidTerms }: Verdict): string {
  return [...new Set(voidTerms.map(({ rule }) => shortId(rule)))].join(', ');
}

/** `ferpa` of `ct/ferpa`. */
export function shortId(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}
