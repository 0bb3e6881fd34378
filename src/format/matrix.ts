import type { Acceptance, Checked, Evidence, Finding, Profile, Report, Rule } from '../types.ts';
import { cell } from './escape.ts';
import { placeOf } from './excerpt.ts';

/** Contract × provision, as a table of words. */
export interface Matrix {
  readonly rules: readonly Rule[];
  readonly rows: readonly MatrixRow[];
}

export interface MatrixRow {
  readonly contract: Checked;
  /** One for each rule. */
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  readonly text: string;
  readonly tone: 'good' | 'bad' | 'doubt' | 'wrong' | 'plain';
}

/** The provisions that a contract must hold and the terms that it must not. */
export function matrixOf({ pack, profile, contracts }: Report): Matrix {
  const rules = pack.rules.filter(({ kind }) => kind !== 'advice');
  const rows = contracts.map((contract) => ({
    contract,
    cells: rules.map((rule) =>
      cellOf(
        contract.findings.find((finding) => finding.rule.id === rule.id),
        contract.profile ?? profile,
      ),
    ),
  }));
  return { rules, rows };
}

const terms = { void: 'void term', 'prohibited-conduct': 'forbidden conduct', none: 'doubtful term' } as const;

/** A contract that was not judged has no blank cell, which would look like a pass. */
function cellOf(finding: Finding | undefined, profile: Profile): MatrixCell {
  if (finding === undefined) return { text: 'undetermined', tone: 'doubt' };
  const { rule, required, evidence, conflicts, accepted, notes } = finding;
  const asked = rule.profiles.includes(profile) ? '' : ' (not asked for)';
  const supply = required === 'not-required' ? [] : [`${required}${asked}${at(evidence[0])}${marked(accepted)}`];
  const open = conflicts.find((conflict) => conflict.accepted === undefined) ?? conflicts[0];
  const clash = open === undefined ? [] : [`${terms[rule.basis]}${at(open)}${marked(open.accepted)}`];
  const own = notes.find(({ level }) => level === 'error');
  const against = own === undefined ? [] : [`against the configuration${at(own.evidence[0])}${marked(own.accepted)}`];
  return {
    text: cell([...supply, ...clash, ...against].join('; ') || 'none found'),
    tone: toneOf(finding, asked === ''),
  };
}

function marked(accepted: Acceptance | undefined): string {
  return accepted === undefined ? '' : ', accepted';
}

function at(evidence: Evidence | undefined): string {
  const place = evidence === undefined ? '' : placeOf(evidence, true);
  return place === '' ? '' : ` (${place})`;
}

function toneOf({ required, conflicts, notes }: Finding, asked: boolean): MatrixCell['tone'] {
  if (conflicts.length > 0 || notes.some(({ level }) => level === 'error')) return 'wrong';
  if (required === 'not-required' || !asked) return 'plain';
  return ({ present: 'good', incomplete: 'doubt', missing: 'bad' } as const)[required];
}
