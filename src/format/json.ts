import type { Checked, Evidence, Finding, Formatter, Note, Report } from '../types.ts';
import { acceptanceOf } from './acceptance.ts';
import { jsonText } from './escape.ts';

/** For other tools. Fields are added, never renamed; `docs/report.schema.json` describes them. */
export const json: Formatter = (report) =>
  `${jsonText({ ...headOf(report), documents: report.contracts.map(documentOf) }, 2)}\n`;

/** What a report rests on. */
export function headOf({ version, pack, profile, asOf }: Report) {
  return {
    schemaVersion: 1,
    tool: { name: 'dpa-lint', version },
    pack: { id: pack.id, title: pack.title, lawAsOf: pack.lawAsOf, profile, hash: pack.hash },
    asOf,
  };
}

/** A contract's part of the report. */
export function documentOf({ path, sha256, format, pages, pagesWithoutText, ...checked }: Checked) {
  const { characters, entered, verdict, findings } = checked;
  return {
    path,
    ...(checked.profile === undefined ? {} : { profile: checked.profile }),
    sha256,
    format,
    pages,
    pagesWithoutText,
    characters,
    entered,
    verdict: {
      outcome: verdict.outcome,
      state: verdict.state,
      reasons: verdict.reasons,
      lacking: verdict.lacking,
      voidTerms: verdict.voidTerms,
    },
    results: findings.map(resultOf),
    notes: [...checked.notes, ...findings.flatMap(({ notes }) => notes)].map(noteOf),
  };
}

function resultOf({ rule, required, elements, evidence, conflicts, nearest, accepted }: Finding) {
  return {
    rule: rule.id,
    title: rule.title,
    citation: rule.citation,
    certainty: rule.certainty,
    required,
    elements,
    evidence: evidence.map(evidenceOf),
    conflicts: conflicts.map((conflict) => ({
      ...evidenceOf(conflict),
      name: conflict.name,
      why: conflict.why,
      basis: rule.basis,
      overriddenBy: conflict.overriddenBy === null ? null : evidenceOf(conflict.overriddenBy),
      ...acceptanceOf(conflict.accepted),
    })),
    ...acceptanceOf(accepted),
    nearest: nearest.map((passage) => ({ ...evidenceOf(passage), lacks: passage.lacks })),
  };
}

function noteOf({ id, rule, level, message, evidence, accepted }: Note) {
  return { id, rule, level, message, evidence: evidence.map(evidenceOf), ...acceptanceOf(accepted) };
}

function evidenceOf({ quote, page, section, start, end, caution }: Evidence) {
  return { quote, page, section, start, end, caution };
}
