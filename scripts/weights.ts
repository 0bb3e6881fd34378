// npm run weights [-- --without A,B --out FILE]
// Counts what words weigh for each part of a rule from the labelled contracts and clauses of fixtures/fresh and the examples
// beside the rules, and writes rules/ct/weights.json. Deterministic. --without leaves out more sets, to score on them.
import { readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadExamples, loadPack } from '../src/load/index.ts';
import { compile } from '../src/match/index.ts';
import { casesOf } from './accuracy/cases.ts';
import { exampleCases } from './weights/examples.ts';
import { passagesOf } from './weights/passages.ts';
import { regress } from './weights/regress.ts';
import { toWeights } from './weights/weights.ts';

const { values: options } = parseArgs({
  options: {
    without: { type: 'string', default: '' },
    out: { type: 'string', default: new URL('../rules/ct/weights.json', import.meta.url).pathname },
  },
});
const rules = new URL('../rules/ct', import.meta.url).pathname;
// Patterns alone say where a provision stands: what words found would teach the words.
const compiled = compile({ ...(await loadPack(rules)), weights: null });
const fresh = new URL('../fixtures/fresh', import.meta.url).pathname;
// The last blind set and one half of the clause bank are never counted, so that something is left to score.
const left = new Set(['ab', 'bank-held.yaml', ...options.without.split(',')]);
const sets = readdirSync(fresh)
  .filter((name) => !left.has(name))
  .sort();
const cases = [
  ...sets.flatMap((set) => casesOf(`${fresh}/${set}`, '', ['md'])),
  ...exampleCases(await loadExamples(rules)),
];
const passages = [];
for (const one of cases) passages.push(...(await passagesOf(one, compiled)));
process.stdout.write(`${passages.length} passages of ${cases.length} contracts and clauses\n`);
const weights = toWeights(compiled, regress(compiled, passages));
writeFileSync(options.out, weights);
process.stdout.write(`${options.out}: ${Math.round(weights.length / 1024)} KB\n`);
