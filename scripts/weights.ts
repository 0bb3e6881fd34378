// npm run weights [-- --without A,B --out FILE]
// Counts what words weigh for each part of a rule from the labelled contracts and clauses of fixtures/fresh and the examples
// beside the rules, and writes rules/ct/weights.json. Deterministic. --without leaves out sets whose names begin so.
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
    sets: { type: 'string', default: '' },
    out: { type: 'string', default: new URL('../rules/ct/weights.json', import.meta.url).pathname },
    keep: { type: 'string', default: '1200' },
  },
});
const rules = new URL('../rules/ct', import.meta.url).pathname;
// Patterns alone say where a provision stands: what words found would teach the words.
const compiled = compile({ ...(await loadPack(rules)), weights: null });
const fresh = new URL('../fixtures/fresh', import.meta.url).pathname;
const left = options.without.split(',').filter(Boolean);
const sets = [
  ...readdirSync(fresh)
    .filter((name) => name !== 'bank-held.yaml' && !left.some((one) => name === one || name.startsWith(`${one}-`)))
    .sort()
    .map((name) => `${fresh}/${name}`),
  ...options.sets.split(',').filter(Boolean),
];
const cases = [...sets.flatMap((set) => casesOf(set, '', ['md'])), ...exampleCases(await loadExamples(rules))];
const passages = [];
for (const one of cases) passages.push(...(await passagesOf(one, compiled)));
process.stdout.write(`${passages.length} passages of ${cases.length} contracts and clauses\n`);
const weights = toWeights(compiled, regress(compiled, passages, Number(options.keep)));
writeFileSync(options.out, weights);
process.stdout.write(`${options.out}: ${Math.round(weights.length / 1024)} KB\n`);
