// Prints every passage of a folder's contracts that the rules take for a conflict, or with --elements for a provision:
// false alarms show on text that nobody labelled. npx tsx scripts/hits.ts --rule ownership,… [--elements] FOLDER…
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { extract } from '../src/extract/index.ts';
import { find } from '../src/lint.ts';
import { loadPack } from '../src/load/index.ts';
import { compile } from '../src/match/index.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rule: { type: 'string', default: '' }, elements: { type: 'boolean', default: false } },
});
const pack = await loadPack(new URL('../rules/ct', import.meta.url).pathname);
const compiled = compile(pack);
const rules = values.rule.split(',').filter(Boolean);
const wanted = values.elements ? 'element' : 'conflict';
const files = positionals.flatMap((place) =>
  statSync(place).isDirectory()
    ? readdirSync(place, { recursive: true, encoding: 'utf8' }).map((file) => join(place, file))
    : [place],
);
const contracts = files.filter((file) => /\.(?:md|txt|html)$/u.test(file)).sort();
for (const path of contracts) {
  const text = await extract({ path, bytes: readFileSync(path) });
  const { contract, matched } = find(text, compiled);
  for (const { rule, part, name, statement } of matched.matches) {
    const short = rule.slice(rule.indexOf('/') + 1);
    if (part !== wanted || (rules.length > 0 && !rules.includes(short))) continue;
    const said = contract.statements[statement];
    if (said) process.stdout.write(`${path} ${short} ${name}: ${text.value.slice(said.start, said.end)}\n`);
  }
}
