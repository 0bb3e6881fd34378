// Prints how the matcher reads a text: each statement with its zone, its words with roles and standing, and the rules
// it meets. For people who write rules: npx tsx scripts/sentence.ts [--rule ownership] "Vendor shall …" | FILE
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { clauseContract } from '../src/commands/clause-contract.ts';
import { extract } from '../src/extract/index.ts';
import { find } from '../src/lint.ts';
import { loadPack } from '../src/load/index.ts';
import { compile, openReader } from '../src/match/index.ts';
import { Page } from '../src/match/page.ts';
import { roles } from '../src/match/patterns/atoms.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rule: { type: 'string' } } });
const [given = ''] = positionals;
const source = existsSync(given)
  ? { path: given, bytes: readFileSync(given) }
  : { path: 'clause.md', bytes: new TextEncoder().encode(clauseContract(given)) };
const pack = await loadPack(new URL('../rules/ct', import.meta.url).pathname);
const compiled = compile(pack);
const text = await extract(source);
const { contract, matched } = find(text, compiled);
const page = new Page(openReader(contract, compiled.atoms, compiled.naming));
const out: string[] = [];
for (const party of contract.parties) out.push(`party ${party.role}: ${party.names.join(' | ')} ${party.person}`);
for (const [at, term] of contract.terms.entries())
  out.push(`term ${term.names.join(' | ')} → ${page.reader.names.termRoles[at]}`);
contract.statements.forEach((statement, at) => {
  const reading = page.reading(at);
  const roleOf = new Map<number, string>();
  for (const name of roles)
    for (const hit of reading.hits.get(compiled.atoms.id(name)) ?? [])
      roleOf.set(hit.start, `${name}${hit.weak ? '?' : ''}`);
  const moods = { fact: '', must: '!', may: '?', 'need-not': '0' };
  const words = reading.words.map((word, k) => {
    const standing = reading.standing[k];
    return `${roleOf.has(k) ? `[${roleOf.get(k)}]` : ''}${word.text}${standing?.denied ? '-' : ''}${moods[standing?.mood ?? 'fact']}`;
  });
  const met = matched.matches.filter(
    (one) => one.statement === at && (!values.rule || one.rule.endsWith(`/${values.rule}`)),
  );
  const headings = statement.headings.map((span) => text.value.slice(span.start, span.end)).join(' › ');
  out.push(
    `${at} ${statement.zone}${headings ? ` «${headings}»` : ''}${statement.asked ? ` asked «${text.value.slice(statement.asked.start, statement.asked.end)}»` : ''}: ${words.join(' ')}`,
  );
  for (const one of met)
    out.push(
      `    → ${one.rule} ${one.part} ${one.name}${one.whole ? '' : ' (partly)'}: ${one.spans.map((span) => text.value.slice(span.start, span.end)).join(' … ')}`,
    );
});
process.stdout.write(`${out.join('\n')}\n`);
