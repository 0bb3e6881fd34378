// npm run weights [-- --without A,B --out FILE --balance]
// Counts what words weigh for each part of a rule from the labelled contracts and clauses of fixtures/fresh and the examples
// beside the rules, then on contracts that were left out how much patterns and words count for an element, and writes
// rules/ct/weights.json. Deterministic. --without leaves out more sets, to score on them; --balance keeps the weights that are
// there and counts only the second.
import { readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadExamples, loadPack } from '../src/load/index.ts';
import { patternsAlone, patternsOnly } from '../src/load/schema.ts';
import { sides } from '../src/match/company.ts';
import { compile } from '../src/match/index.ts';
import { type Case, casesOf } from './accuracy/cases.ts';
import { balanceOf, provisionsIn } from './weights/balance.ts';
import { exampleCases } from './weights/examples.ts';
import { namesIn } from './weights/names.ts';
import { partsOf } from './weights/parts.ts';
import { passagesOf } from './weights/passages.ts';
import { regress } from './weights/regress.ts';
import { toText, toWeighed } from './weights/weights.ts';

const { values: options } = parseArgs({
  options: {
    without: { type: 'string', default: '' },
    balance: { type: 'boolean', default: false },
    out: { type: 'string', default: new URL('../rules/ct/weights.json', import.meta.url).pathname },
  },
});
const rules = new URL('../rules/ct', import.meta.url).pathname;
const pack = await loadPack(rules);
const fresh = new URL('../fixtures/fresh', import.meta.url).pathname;
// No words are counted of these: what patterns and words are worth beside each other is told where neither was taught.
const balanced = [
  'az1',
  'az2',
  'az3',
  'az4',
  'ba1',
  'ba2',
  'bd5',
  'bd6',
  'be1',
  'be2',
  'be3',
  'be4',
  'bf1',
  'bf2',
  'bf3',
  'bf4',
  'bg1',
  'bg2',
  'bg3',
  'bg4',
];
// Nor of the last blind sets and one half of the clause bank, so that something is left to score.
const held = ['bank-held.yaml'];
const without = options.without.split(',');
const left = new Set([...balanced, ...held, ...without]);
const sets = readdirSync(fresh)
  .filter((name) => !left.has(name))
  .sort();
const weighed = { parts: [], bias: [], features: {} };
const weights = options.balance ? await kept() : await counted();
const provisions = [];
const balancing = compile({ ...pack, weights: { ...weights, thresholds: patternsAlone, balance: patternsOnly } });
for (const set of balanced.filter((name) => !without.includes(name)))
  for (const one of casesOf(`${fresh}/${set}`, '', ['md'])) provisions.push(...(await provisionsIn(one, balancing)));
process.stdout.write(`${provisions.length} provisions of contracts that were left out\n`);
const text = toText({ ...weights, balance: balanceOf(provisions) });
writeFileSync(options.out, text);
process.stdout.write(`${options.out}: ${Math.round(text.length / 1024)} KB\n`);

async function counted() {
  const examples = exampleCases(await loadExamples(rules));
  const cases = [...sets.flatMap((set) => casesOf(`${fresh}/${set}`, '', ['md'])), ...examples];
  /** Half of the clauses of a bank give what they are about, and next to no statement of a contract; the rules' examples are tests. */
  const ofClause = 0.3;
  const shareOf = ({ clause }: Case, at: number) =>
    clause !== '' && at < cases.length - examples.length ? ofClause : 1;
  const bare = compile({ ...pack, weights: null });
  const contracts = cases.filter(({ clause }) => clause === '');
  const names = [];
  for (const [source, one] of contracts.entries()) names.push(...(await namesIn(one, source, bare)));
  process.stdout.write(`${names.length} names of ${contracts.length} contracts\n`);
  const naming = toWeighed(sides, regress(sides.length, names));
  // Patterns alone say where a provision stands: what words found would teach the words.
  const compiled = compile({
    ...pack,
    weights: { ...weighed, thresholds: patternsAlone, balance: patternsOnly, names: naming },
  });
  const passages = [];
  const bags = [];
  for (const [at, one] of cases.entries()) {
    const found = await passagesOf(one, compiled, { share: shareOf(one, at), source: at });
    const first = passages.length;
    bags.push(...found.bags.map(({ part, members }) => ({ part, members: members.map((at) => first + at) })));
    passages.push(...found.passages);
  }
  process.stdout.write(`${passages.length} passages of ${cases.length} contracts and clauses\n`);
  const parts = partsOf(pack.rules);
  const deaf = parts.flatMap(({ element }, at) => (element === null ? [at] : []));
  const keys = parts.map(({ key }) => key);
  return { names: naming, ...toWeighed(keys, regress(keys.length, passages, { bags, deaf })) };
}

async function kept() {
  const { names, parts, bias, features } = pack.weights ?? { names: weighed, ...weighed };
  return { names, parts, bias, features };
}
