import { extract } from '../../src/extract/index.ts';
import { find } from '../../src/lint.ts';
import type { CompiledPack } from '../../src/match/index.ts';
import type { Finding } from '../../src/types.ts';
import { type Case, type Label, operators } from './cases.ts';
import { answer, sum, type Tally } from './tally.ts';

/** What was right and wrong in one document; keys are rule ids without their pack. */
export interface Scored {
  readonly name: string;
  readonly lacking: ReadonlyMap<string, Tally>;
  readonly conflict: ReadonlyMap<string, Tally>;
  readonly misses: readonly string[];
  readonly verdict: 'right' | 'false valid' | 'false void' | null;
  /** Provisions rightly present whose passage is known, and those of them whose evidence is that passage. */
  readonly quotes: { readonly all: number; readonly found: number };
  /** Rules of which nothing is labelled here and which report a conflict. */
  readonly beside: readonly string[];
  /** Processor time after extraction, in milliseconds: on a busy machine the clock on the wall says little. */
  readonly time: number;
}

/** Lints one case and holds it against its labels. */
export async function scoreCase(one: Case, compiled: CompiledPack, only: readonly string[]): Promise<Scored> {
  const text = await extract({ path: one.path, bytes: one.bytes() });
  const from = process.cpuUsage();
  const { findings } = find(text, compiled);
  const { user, system } = process.cpuUsage(from);
  const time = (user + system) / 1000;
  const byId = new Map(findings.map((finding) => [finding.rule.id.slice(finding.rule.id.indexOf('/') + 1), finding]));
  const labels = [...one.labels].filter(([id, label]) => !label.uncertain && (only.length === 0 || only.includes(id)));
  const lacking = new Map<string, Tally>();
  const conflict = new Map<string, Tally>();
  const misses: string[] = [];
  for (const [id, label] of labels) {
    const finding = byId.get(id);
    if (label.required !== 'either' && !operators.includes(id)) {
      lacking.set(id, answer(label.required !== 'present', finding?.required !== 'present'));
      if ((label.required === 'present') !== (finding?.required === 'present'))
        misses.push(lackingMiss(one, id, label, finding));
    }
    if (label.conflict !== 'either') {
      const said = (finding?.conflicts.length ?? 0) > 0;
      conflict.set(id, answer(label.conflict, said));
      if (label.conflict !== said) misses.push(conflictMiss(one, id, label, finding));
    }
  }
  const verdict = one.whole && only.length === 0 ? verdictOf(one, byId) : null;
  if (verdict && verdict !== 'right') misses.push(`${one.name}: ${verdict}`);
  const beside = [...byId].flatMap(([id, { conflicts }]) => (conflicts.length > 0 && !one.labels.has(id) ? [id] : []));
  return { name: one.name, lacking, conflict, misses, verdict, quotes: quotesOf(one, labels, byId), beside, time };
}

/** All documents of a set, with the tally of each rule over them. */
export function byRule(scored: readonly Scored[], axis: 'lacking' | 'conflict'): ReadonlyMap<string, Tally> {
  const ids = new Set(scored.flatMap((one) => [...one[axis].keys()]));
  return new Map([...ids].map((id) => [id, sum(scored.flatMap((one) => one[axis].get(id) ?? []))]));
}

function verdictOf(one: Case, byId: ReadonlyMap<string, Finding>): NonNullable<Scored['verdict']> {
  const ids = [...one.labels.keys()].filter((id) => !operators.includes(id));
  const lacks = ids.some((id) => ['missing', 'incomplete'].includes(one.labels.get(id)?.required ?? ''));
  const said = ids.some((id) => byId.get(id)?.required !== 'present');
  return lacks === said ? 'right' : lacks ? 'false valid' : 'false void';
}

function quotesOf(
  one: Case,
  labels: readonly (readonly [string, Label])[],
  byId: ReadonlyMap<string, Finding>,
): Scored['quotes'] {
  let all = 0;
  let found = 0;
  for (const [id, label] of labels) {
    const finding = byId.get(id);
    const gold = goldOf(one, 'required', id);
    if (label.required !== 'present' || finding?.required !== 'present' || gold.length === 0) continue;
    all++;
    if (
      finding.evidence.some(({ quote }) =>
        gold.some((passage) => overlap(passage, quote) > 0.6 || overlap(quote, passage) > 0.6),
      )
    )
      found++;
  }
  return { all, found };
}

function goldOf(one: Case, kind: string, id: string): string[] {
  return one.quotes.filter((quote) => quote.kind === kind && quote.id === id).map(({ quote }) => quote);
}

/** Share of the words of `b` that are in `a`. */
function overlap(a: string, b: string): number {
  const parts = (text: string): string[] =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, ' ')
      .trim()
      .split(' ');
  const inA = new Set(parts(a));
  const inB = parts(b);
  return inB.filter((word) => inA.has(word)).length / inB.length;
}

function lackingMiss(one: Case, id: string, label: Label, finding: Finding | undefined): string {
  const lines = [
    `${one.name}: ${id} is ${label.required}, reported ${finding?.required ?? 'absent'} ${JSON.stringify(finding?.elements ?? {})}${why(label)}`,
  ];
  if (finding?.evidence[0]) lines.push(`on: ${finding.evidence.map(({ quote }) => quote.slice(0, 160)).join(' // ')}`);
  if (label.required === 'present')
    lines.push(...goldOf(one, 'required', id).map((quote) => `gold: ${quote.slice(0, 420)}`));
  return withClause(one, lines);
}

function conflictMiss(one: Case, id: string, label: Label, finding: Finding | undefined): string {
  const lines = [`${one.name}: ${id} conflict is ${label.conflict}, reported ${!label.conflict}${why(label)}`];
  const [flagged] = finding?.conflicts ?? [];
  if (flagged) lines.push(`as ${flagged.name}: ${flagged.quote.slice(0, 240)}`);
  else lines.push(...goldOf(one, 'conflict', id).map((quote) => `gold: ${quote.slice(0, 420)}`));
  return withClause(one, lines);
}

function why(label: Label): string {
  return label.why ? ` (${label.why})` : '';
}

function withClause(one: Case, lines: readonly string[]): string {
  return [...lines, ...(one.clause ? [`text: ${one.clause}`] : [])].join('\n      ');
}
