// npm run accuracy [-- --set cases,bank,…|DIR|FILE.yaml --rule ID,… --worst N --half 0|1 --save]
// Scores the linter against labelled contracts and clauses: per rule, what is lacking and what conflicts, with 95 %
// intervals, and without --set how many findings fall when their words are changed. --save writes docs/accuracy.md.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadPack } from '../src/load/index.ts';
import { compile } from '../src/match/index.ts';
import { casesOf } from './accuracy/cases.ts';
import { killTable } from './accuracy/kills.ts';
import { byRule, type Scored, scoreCase } from './accuracy/score.ts';
import { interval, none, scores, sum, type Tally } from './accuracy/tally.ts';

const { values: options } = parseArgs({
  options: {
    set: { type: 'string', default: 'cases,bank,examples,mutants,real,governing-law' },
    rule: { type: 'string', default: '' },
    worst: { type: 'string', default: '0' },
    half: { type: 'string' },
    format: { type: 'string', default: 'md,txt,docx,pdf' },
    bench: { type: 'string', default: new URL('../../shared', import.meta.url).pathname },
    save: { type: 'boolean', default: false },
    kills: { type: 'string', default: 'cases' },
  },
});
const pack = await loadPack(new URL('../rules/ct', import.meta.url).pathname);
const only = options.rule.split(',').filter(Boolean);
const isAsked = (id: string) => only.length === 0 || only.includes(id.slice(id.indexOf('/') + 1));
const compiled = compile({ ...pack, rules: pack.rules.filter(({ id }) => isAsked(id)) });
const tables: string[] = [];
for (const set of options.set.split(',')) {
  const cases = casesOf(set, options.bench, options.format.split(',')).filter(
    ({ labels }, at) =>
      (options.half === undefined || at % 2 === Number(options.half)) &&
      (only.length === 0 || only.some((id) => labels.has(id))),
  );
  const scored: Scored[] = [];
  for (const one of cases) scored.push(await scoreCase(one, compiled, only));
  const lines = table(set, scored);
  tables.push(lines.join('\n'));
  const misses = scored.flatMap((one) => one.misses).slice(0, Number(options.worst));
  process.stdout.write(`${[...lines, ...misses.map((miss) => `  - ${miss}`), ''].join('\n')}\n`);
}
// A set by itself is asked for while rules are written; the whole run tries the findings, too.
if (!process.argv.some((word) => word.startsWith('--set'))) {
  const lines = await killTable(casesOf(options.kills, options.bench, options.format.split(',')), compiled);
  tables.push(lines.join('\n'));
  process.stdout.write(`${lines.join('\n')}\n`);
}
if (options.save) {
  const head = `# Accuracy\n\nMeasured by \`npm run accuracy -- --save\` with the rules \`${pack.hash.slice(0, 12)}\`, in percent, with 95 % intervals of F1.\n“Lacking” is missing or incomplete. These are development contracts: what holds for contracts nobody has seen stands in\n\`docs/fresh.md\`.\n`;
  writeFileSync(new URL('../docs/accuracy.md', import.meta.url), `${head}\n${tables.join('\n\n')}\n`);
}

function table(set: string, scored: readonly Scored[]): string[] {
  const lacking = byRule(scored, 'lacking');
  const conflict = byRule(scored, 'conflict');
  const lines = [
    `## ${set}: ${scored.length} documents`,
    '',
    '| rule | lacking P | R | F1 | of | conflict P | R | F1 | of |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const id of new Set([...lacking.keys(), ...conflict.keys()]))
    lines.push(`| ${id} | ${cells(lacking.get(id))} | ${cells(conflict.get(id))} |`);
  lines.push(`| **all** | ${cells(sum(lacking.values()))} | ${cells(sum(conflict.values()))} |`, '');
  const spread = (axis: 'lacking' | 'conflict'): string => {
    const { low, high } = interval(scored.map((one) => sum(one[axis].values())));
    return `${percent(low)}–${percent(high)}`;
  };
  const verdicts = scored.flatMap(({ verdict }) => verdict ?? []);
  const count = (kind: string): number => verdicts.filter((verdict) => verdict === kind).length;
  const quotes = scored.reduce(
    (total, { quotes: { all, found } }) => ({ all: total.all + all, found: total.found + found }),
    { all: 0, found: 0 },
  );
  const time = scored.reduce((total, one) => total + one.time, 0) / (scored.length || 1);
  lines.push(
    `F1 lacking ${spread('lacking')}, conflict ${spread('conflict')}.${verdicts.length > 0 ? ` Verdict right ${count('right')} of ${verdicts.length}, false valid ${count('false valid')}, false void ${count('false void')}.` : ''}${quotes.all > 0 ? ` Evidence right ${quotes.found} of ${quotes.all}.` : ''} ${time.toFixed(1)} ms a document after extraction.`,
  );
  if (set === 'governing-law') lines.push('', strangers(scored));
  return lines;
}

/** What is found in contracts that have nothing to do with schools: nearly all of it is wrong. */
function strangers(scored: readonly Scored[]): string {
  const counts = new Map<string, number>();
  for (const id of scored.flatMap(({ beside }) => beside)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const most = [...counts].sort((one, other) => other[1] - one[1]).map(([id, count]) => `${id} ${count}`);
  const some = scored.filter(({ beside }) => beside.length > 0).length;
  return `These contracts have nothing to do with schools. ${some} of ${scored.length} get a conflict of another rule, nearly always falsely: ${most.join(', ')}.`;
}

function cells(tally: Tally = none): string {
  if (tally.tp + tally.fp + tally.fn === 0) return `– | – | – | 0`;
  const { p, r, f1 } = scores(tally);
  return `${percent(p)} | ${percent(r)} | ${percent(f1)} | ${tally.tp + tally.fn}`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1);
}
