import type { Acceptance, Checked, Evidence, Finding, Profile, Rule } from '../types.ts';
import { acceptedSentence } from './acceptance.ts';
import { excerpt, placeOf } from './excerpt.ts';
import { fingerprint, wholeWords } from './fingerprint.ts';
import { isLacking } from './problems.ts';

/** What is wrong with a contract, one thing at a time, as tools that annotate files want it. */
export interface Issue {
  readonly kind: 'missing' | 'incomplete' | 'void-term' | 'forbidden-conduct' | 'doubtful-term' | 'note';
  /** `error` counts in the verdict; in a contract that the law does not cover nothing does. */
  readonly level: 'error' | 'warning' | 'note';
  readonly rule: Rule;
  /** What is wrong, in a sentence. */
  readonly message: string;
  /** The passage that is wrong, or comes nearest; null where there is none. */
  readonly evidence: Evidence | null;
  readonly overriddenBy: Evidence | null;
  /** Null where nobody accepted it. What is accepted is a `note`, and its message says by whom. */
  readonly accepted: Acceptance | null;
  /** The same for the same words under the same rule, whatever their place; no two of a contract are alike. */
  readonly fingerprint: string;
}

export const issueTitles: Readonly<Record<Issue['kind'], string>> = {
  missing: 'Missing',
  incomplete: 'Incomplete',
  'void-term': 'Void term',
  'forbidden-conduct': 'Forbidden conduct',
  'doubtful-term': 'Doubtful term',
  note: 'Note',
};

/** All that is wrong with a contract, in the order of the rules. */
export function issuesOf(contract: Checked, profile: Profile): Issue[] {
  const found = contract.findings.flatMap((finding) => [
    ...lackOf(finding, profile),
    ...clashesOf(contract, finding),
    ...notesOf(contract, finding),
  ]);
  const seen = new Map<string, number>();
  return found.map((issue) => {
    const base = fingerprint(issue.rule.id, issue.name, issue.clause);
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    const { name: _, clause: __, ...rest } = issue;
    const message = issue.accepted === null ? issue.message : `${issue.message} ${acceptedSentence(issue.accepted)}`;
    return { ...rest, message, level: levelIn(contract, issue), fingerprint: times === 1 ? base : `${base}:${times}` };
  });
}

/** An issue before it is told from others of the same words. */
type Draft = Omit<Issue, 'fingerprint'> & { readonly name: string; readonly clause: string };

function lackOf(finding: Finding, profile: Profile): Draft[] {
  const { rule, required, evidence, nearest } = finding;
  if (!isLacking(finding, profile)) return [];
  const kind = required === 'missing' ? 'missing' : 'incomplete';
  const passage = (kind === 'incomplete' ? evidence[0] : undefined) ?? nearest[0] ?? null;
  const lacks = kind === 'incomplete' ? ` It lacks: ${lackingElements(finding)}.` : '';
  // What is not there has no words; a better passage nearby is no other lack.
  return [
    {
      kind,
      level: 'error',
      rule,
      message: rule.message + lacks,
      evidence: passage,
      overriddenBy: null,
      accepted: finding.accepted ?? null,
      name: kind,
      clause: '',
    },
  ];
}

const kinds = { void: 'void-term', 'prohibited-conduct': 'forbidden-conduct', none: 'doubtful-term' } as const;

function clashesOf(contract: Checked, { rule, conflicts, severity = 'warning' }: Finding): Draft[] {
  return conflicts.map((conflict) => ({
    kind: kinds[rule.basis],
    level: rule.kind === 'advice' ? severity : 'error',
    rule,
    message: conflict.why,
    evidence: conflict,
    overriddenBy: conflict.overriddenBy,
    accepted: conflict.accepted ?? null,
    name: kinds[rule.basis],
    clause: wholeWords(contract, conflict),
  }));
}

function notesOf(contract: Checked, { rule, notes }: Finding): Draft[] {
  return notes.map(({ id, level, message, evidence, accepted }) => ({
    kind: 'note',
    level: level === 'info' ? 'note' : level,
    rule,
    message,
    evidence: evidence[0] ?? null,
    overriddenBy: null,
    accepted: accepted ?? null,
    name: `note ${id}`,
    clause: evidence[0] === undefined ? '' : wholeWords(contract, evidence[0]),
  }));
}

function levelIn({ verdict }: Checked, { level, accepted }: Draft): Issue['level'] {
  if (verdict.outcome === 'not-covered') return 'note';
  if (accepted?.by === 'severity') return accepted.severity;
  return accepted === null ? level : 'note';
}

/** Titles of the elements that are missing or only half there. */
export function lackingElements({ rule, elements }: Finding): string {
  return rule.elements
    .filter(({ name }) => elements[name] !== 'present')
    .map(({ title }) => title)
    .join('; ');
}

/** The issue in whole sentences: what, where and in which words, why, and what to write instead. */
export function sentences(issue: Issue): string[] {
  const { kind, rule, message, overriddenBy } = issue;
  const over = overriddenBy === null ? [] : [`Overridden by ${placed(overriddenBy)}, which does not make it good.`];
  return [message, ...passage(issue), ...over, ...(kind === 'note' ? [] : [`Why: ${rule.why}`, `Write: ${rule.fix}`])];
}

function passage({ kind, evidence }: Issue): string[] {
  if (evidence === null) return kind === 'missing' ? ['Nothing in the contract comes near.'] : [];
  const label = kind === 'missing' ? 'Nearest: ' : kind === 'incomplete' ? 'Found: ' : '';
  return [`${label}${placed(evidence)}`];
}

/** `§ 4.2, page 3: “…”` */
export function placed(evidence: Evidence): string {
  const place = placeOf(evidence);
  const caution = evidence.caution === '' ? '' : ` (${evidence.caution})`;
  return `${place === '' ? '' : `${place}: `}“${excerpt(evidence.quote, 240)}”${caution}`;
}
