import type { Checked, Evidence, Finding } from '../types.ts';
import { xml } from './escape.ts';
import { placeOf } from './excerpt.ts';

/** A passage of the contract that is marked in its text, and the provision that it belongs to. */
export interface Ref {
  readonly id: string;
  readonly kind: 'evidence' | 'conflict' | 'nearest';
  readonly evidence: Evidence;
  /** Id and number of the provision's row. */
  readonly row: string;
  readonly number: number;
}

/** How the table of provisions and the contract's text lead to each other. */
export interface Links {
  readonly refs: readonly Ref[];
  readonly rowOf: (finding: Finding) => { readonly row: string; readonly number: number };
  readonly refOf: (evidence: Evidence) => Ref | undefined;
}

/** Whether a finding has a row in the table: advice that has nothing to say would only hide what has. */
export function hasRow({ rule, evidence, conflicts, notes }: Finding): boolean {
  return rule.kind !== 'advice' || evidence.length + conflicts.length + notes.length > 0;
}

export function linksOf({ findings, text }: Checked, contract: string): Links {
  const rows = new Map<Finding, { row: string; number: number }>();
  // In the order of the table: the numbers are its own.
  for (const kind of ['required', 'forbidden', 'advice']) {
    for (const finding of findings.filter((one) => one.rule.kind === kind && hasRow(one))) {
      const number = rows.size + 1;
      rows.set(finding, { row: `${contract}-p${number}`, number });
    }
  }
  const rowOf = (finding: Finding) => rows.get(finding) ?? { row: contract, number: 0 };
  const refs = text === null ? [] : [...rows.keys()].flatMap((finding) => refsOf(finding, rowOf(finding)));
  const byEvidence = new Map(refs.map((ref) => [ref.evidence, ref]));
  return { refs, rowOf, refOf: (evidence) => byEvidence.get(evidence) };
}

function refsOf(finding: Finding, { row, number }: { row: string; number: number }): Ref[] {
  const { required, evidence, conflicts, nearest } = finding;
  const near = required === 'present' || required === 'not-required' ? [] : nearest.slice(0, 1);
  const of = (kind: Ref['kind'], passages: readonly Evidence[]) =>
    passages.map((one, index) => ({ id: `${row}-${kind}${index + 1}`, kind, evidence: one, row, number }));
  return [...of('evidence', evidence), ...of('conflict', conflicts), ...of('nearest', near)];
}

/** Where a passage stands, as a link to it where the text is on the page. */
export function linkTo(evidence: Evidence, links: Links): string {
  const place = xml(placeOf(evidence) || 'passage');
  const ref = links.refOf(evidence);
  return ref === undefined ? place : `<a href="#${ref.id}">${place}</a>`;
}
