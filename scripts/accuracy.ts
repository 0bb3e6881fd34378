// npm run accuracy [-- --set cases,bank,examples,real,governing-law,DIR,FILE.yaml] [--rule ID] [--worst N] [--half 0|1]
// Scores the linter, in one process, against labelled contracts and clauses: per rule, what is lacking and what conflicts.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse as parseYaml } from 'yaml';
import { extract } from '../src/extract/index.ts';
import { judge } from '../src/judge/index.ts';
import { loadPack } from '../src/load/index.ts';
import { compile, match } from '../src/match/index.ts';
import { parse } from '../src/parse/index.ts';
import type { Finding } from '../src/types.ts';
import { asContract } from './clause-contract.ts';

interface Label {
  readonly required: string;
  readonly conflict: boolean | 'either';
  readonly uncertain?: boolean;
  readonly why?: string;
}
interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string | null;
  readonly provisions: Readonly<Record<string, Label>>;
  /** Whether operator rules not named count as free of conflict. */
  readonly whole: boolean;
  readonly quotes: readonly { kind: string; id: string; quote: string }[];
}
interface Tally {
  tp: number;
  fp: number;
  fn: number;
  tn: number;
}

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: 'cases,bank,examples,real,governing-law' },
    rule: { type: 'string' },
    worst: { type: 'string', default: '0' },
    half: { type: 'string' },
    bench: { type: 'string', default: new URL('../../shared', import.meta.url).pathname },
    format: { type: 'string', default: 'md,txt' },
  },
});
const operators = ['operator-targeted-ads', 'operator-profiling', 'operator-sale', 'operator-disclosure'];
const pack = await loadPack(new URL('../rules/ct', import.meta.url).pathname);
const compiled = compile(pack);
for (const set of options.set.split(',')) await score(set);

async function score(set: string): Promise<void> {
  const cases = casesOf(set).filter((_, at) => options.half === undefined || at % 2 === Number(options.half));
  const lacking = new Map<string, Tally>();
  const conflict = new Map<string, Tally>();
  const misses: string[] = [];
  const totals = { verdicts: 0, right: 0, falseValid: 0, falseVoid: 0, quoted: 0, quotes: 0, ms: 0 };
  for (const one of cases) {
    const found = await findingsOf(one, totals);
    for (const [id, label] of Object.entries(one.provisions)) {
      if (label.uncertain || (options.rule && !options.rule.split(',').includes(id))) continue;
      const finding = found.get(id);
      const state = finding?.required ?? 'absent';
      const conflicts = finding?.conflicts ?? [];
      const isOperator = operators.includes(id);
      if (!isOperator && label.required !== 'either') {
        tally(lacking, id, label.required !== 'present', state !== 'present');
        if ((label.required !== 'present') !== (state !== 'present')) {
          misses.push(
            `${one.name}: ${id} is ${label.required}, reported ${state} ${JSON.stringify(finding?.elements ?? {})}${label.why ? ` (${label.why})` : ''}${finding?.evidence[0] ? `\n      on: ${finding.evidence.map((e) => e.quote.slice(0, 160)).join(' // ')}` : ''}${one.text ? `\n      text: ${one.text}` : ''}${goldOf(one, id, state)}`,
          );
        }
        if (label.required === 'present' && state === 'present') quote(one, id, finding, totals);
      }
      if (label.conflict !== 'either') {
        tally(conflict, id, label.conflict, conflicts.length > 0);
        if (label.conflict !== conflicts.length > 0) {
          misses.push(
            `${one.name}: ${id} conflict is ${label.conflict}, reported ${conflicts.length > 0}${label.why ? ` (${label.why})` : ''}${conflicts[0] ? `\n      as ${conflicts[0].name}: ${conflicts[0].quote.slice(0, 240)}` : ''}${one.text ? `\n      text: ${one.text}` : ''}${label.conflict ? goldConflict(one, id) : ''}`,
          );
        }
      }
    }
    if (one.whole) verdict(one, found, totals, misses);
  }
  print(set, cases.length, lacking, conflict, misses, totals);
}

function goldOf(one: Case, id: string, state: string): string {
  if (state === 'present') return '';
  return one.quotes
    .filter((q) => q.kind === 'required' && q.id === id)
    .map((q) => `\n      gold: ${q.quote.slice(0, 420)}`)
    .join('');
}

function goldConflict(one: Case, id: string): string {
  return one.quotes
    .filter((q) => q.kind === 'conflict' && q.id === id)
    .map((q) => `\n      gold: ${q.quote.slice(0, 420)}`)
    .join('');
}

async function findingsOf(one: Case, totals: { ms: number }): Promise<ReadonlyMap<string, Finding>> {
  const bytes = one.text === null ? readFileSync(one.path) : new TextEncoder().encode(asContract(one.text));
  const text = await extract({ path: one.path, bytes }, { passwords: [], revisions: 'accepted', ocr: 'off' });
  const from = performance.now();
  const contract = parse(text, pack.lexicon);
  const findings = judge(contract, pack.rules, match(contract, compiled));
  totals.ms += performance.now() - from;
  return new Map(findings.map((finding) => [finding.rule.id.slice(finding.rule.id.indexOf('/') + 1), finding]));
}

function verdict(
  one: Case,
  found: ReadonlyMap<string, Finding>,
  totals: { verdicts: number; right: number; falseValid: number; falseVoid: number },
  misses: string[],
): void {
  const ids = Object.keys(one.provisions).filter((id) => !operators.includes(id));
  const want = ids.some((id) => ['missing', 'incomplete'].includes(one.provisions[id]?.required ?? ''));
  const got = ids.some((id) => found.get(id)?.required !== 'present');
  totals.verdicts++;
  if (want === got) totals.right++;
  else if (want) totals.falseValid++;
  else totals.falseVoid++;
  if (want !== got)
    misses.push(`${one.name}: VERDICT is ${want ? 'void' : 'valid'}, reported ${got ? 'void' : 'valid'}`);
}

function quote(one: Case, id: string, finding: Finding | undefined, totals: { quoted: number; quotes: number }): void {
  const gold = one.quotes.filter((q) => q.kind === 'required' && q.id === id).map((q) => q.quote);
  if (gold.length === 0) return;
  totals.quotes++;
  if (finding?.evidence.some((e) => gold.some((g) => overlap(g, e.quote) > 0.6 || overlap(e.quote, g) > 0.6)))
    totals.quoted++;
}

function overlap(a: string, b: string): number {
  const parts = (s: string): string[] =>
    s
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, ' ')
      .trim()
      .split(' ');
  const inA = new Set(parts(a));
  const inB = parts(b);
  return inB.filter((word) => inA.has(word)).length / inB.length;
}

function tally(table: Map<string, Tally>, id: string, truth: boolean, said: boolean): void {
  const cell = table.get(id) ?? { tp: 0, fp: 0, fn: 0, tn: 0 };
  cell[truth ? (said ? 'tp' : 'fn') : said ? 'fp' : 'tn']++;
  table.set(id, cell);
}

function casesOf(set: string): Case[] {
  if (set === 'bank') return clauses(join(options.bench, 'law/bank.yaml'));
  if (set === 'examples') return clauses(join(options.bench, 'law/ct-examples.yaml'));
  if (/\.ya?ml$/u.test(set)) return clauses(set);
  const folder = existsSync(set) && statSync(set).isDirectory() ? set : join(options.bench, 'bench', set);
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const labels = join(folder, name, 'labels.json');
      const path = options.format
        .split(',')
        .map((ext) => join(folder, name, `contract.${ext}`))
        .find((file) => existsSync(file));
      if (!existsSync(labels) || !path) return [];
      const read = JSON.parse(readFileSync(labels, 'utf8'));
      const provisions: Record<string, Label> = { ...read.provisions };
      for (const id of operators) {
        if (read.scope ? read.operator?.[id] : true)
          provisions[id] = { required: 'either', conflict: false, ...read.operator?.[id] };
      }
      return [{ name, path, text: null, provisions, whole: !read.scope, quotes: read.quotes ?? [] }];
    });
}

function clauses(file: string): Case[] {
  const bank: Record<string, Record<string, (string | { text: string; status?: string; why?: string })[]>> = parseYaml(
    readFileSync(file, 'utf8'),
  );
  return Object.entries(bank).flatMap(([id, kinds]) =>
    Object.entries(kinds).flatMap(([kind, rows]) =>
      (rows ?? []).map((row, at): Case => {
        const { text, status, why } = typeof row === 'string' ? { text: row, status: undefined, why: undefined } : row;
        const required =
          { ok: 'present', partial: status ?? 'incomplete', near: status ?? 'missing', bad: status ?? 'either' }[
            kind
          ] ?? 'either';
        return {
          name: `${id} ${kind} ${at}`,
          path: 'clause.md',
          text,
          whole: false,
          quotes: [],
          provisions: { [id]: { required, conflict: kind === 'bad', ...(why ? { why } : {}) } },
        };
      }),
    ),
  );
}

function f1({ tp, fp, fn }: Tally): string {
  const p = tp / (tp + fp || 1);
  const r = tp / (tp + fn || 1);
  const pct = (x: number): string => (100 * x).toFixed(1).padStart(5);
  return `P ${pct(p)} R ${pct(r)} F1 ${pct((2 * p * r) / (p + r || 1))} (${tp + fn})`;
}

function print(
  set: string,
  count: number,
  lacking: Map<string, Tally>,
  conflict: Map<string, Tally>,
  misses: readonly string[],
  totals: {
    verdicts: number;
    right: number;
    falseValid: number;
    falseVoid: number;
    quoted: number;
    quotes: number;
    ms: number;
  },
): void {
  const lines = [`== ${set}: ${count} documents`];
  const none = { tp: 0, fp: 0, fn: 0, tn: 0 };
  const sum = (table: Map<string, Tally>): Tally =>
    [...table.values()].reduce(
      (a, b) => ({ tp: a.tp + b.tp, fp: a.fp + b.fp, fn: a.fn + b.fn, tn: a.tn + b.tn }),
      none,
    );
  for (const id of new Set([...lacking.keys(), ...conflict.keys()])) {
    lines.push(`${id.padEnd(22)} lacking ${f1(lacking.get(id) ?? none)}  conflict ${f1(conflict.get(id) ?? none)}`);
  }
  lines.push(`${'ALL'.padEnd(22)} lacking ${f1(sum(lacking))}  conflict ${f1(sum(conflict))}`);
  if (totals.verdicts)
    lines.push(
      `verdict right ${totals.right}/${totals.verdicts}, false valid ${totals.falseValid}, false void ${totals.falseVoid}, evidence ${totals.quoted}/${totals.quotes}`,
    );
  lines.push(`${(totals.ms / count).toFixed(1)} ms a document after extraction`);
  lines.push(...misses.slice(0, Number(options.worst)).map((miss) => `  - ${miss}`));
  process.stdout.write(`${lines.join('\n')}\n`);
}
