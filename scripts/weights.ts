// npm run weights [-- --without A,B --out FILE]
// Counts what words weigh for each part of a rule from the labelled contracts and clauses of fixtures/fresh and the examples
// beside the rules, and how much patterns and words count for an element, and writes rules/ct/weights.json. Deterministic, in a
// quarter of an hour. --without leaves out more sets, to score on them.
import { readdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadExamples, loadPack } from '../src/load/index.ts';
import { patternsAlone, patternsOnly } from '../src/load/schema.ts';
import { compile } from '../src/match/index.ts';
import { sides } from '../src/match/names/company.ts';
import type { Balance, Weighed } from '../src/types.ts';
import { type Case, casesOf } from './accuracy/cases.ts';
import { balanceOf, provisionsIn } from './weights/balance.ts';
import { exampleCases } from './weights/examples.ts';
import { namesIn } from './weights/names.ts';
import { partsOf } from './weights/parts.ts';
import { type Passage, type Passages, passagesOf } from './weights/passages.ts';
import { type Bag, regress } from './weights/regress.ts';
import { toText, toWeighed } from './weights/weights.ts';

const { values: options } = parseArgs({
  options: {
    without: { type: 'string', default: '' },
    out: { type: 'string', default: new URL('../rules/ct/weights.json', import.meta.url).pathname },
  },
});
const rules = new URL('../rules/ct', import.meta.url).pathname;
const pack = await loadPack(rules);
const fresh = new URL('../fixtures/fresh', import.meta.url).pathname;
// What patterns and words are worth beside each other is told where the words were not taught: by weights without these sets.
const balanced = new Set(
  'az1 az2 az3 az4 ba1 ba2 bd5 bd6 be1 be2 be3 be4 bf1 bf2 bf3 bf4 bg1 bg2 bg3 bg4 bi1 bi2 bi3 bi4'.split(' '),
);
// The last blind sets and one half of the clause bank are left out, so that something is left to score; and contracts written for
// their structure alone.
const held = [
  'bank-held.yaml',
  'plain-1.yaml',
  'plain-2.yaml',
  ...'bn1 bn2 bn3 bq1 bq2 bq3 bq4 br1 br2 bs1 bs2 bs3 bs4 bt1 bt2 bt3 bt4 bu1 bu2 bu3 bu4 bv1 bv2 bv3 bv4 bw1 bw2 bw3 bw4 bx1 bx2 bx3 bx4 by1 by2 by3 by4 bz1 bz2 bz3 bz4 ca1 ca2 ca3 ca4 cb1 cb2 cb3 cb4 cc1 cc2 cc3 cc4 cd1 cd2 cd3 cd4 ce1 ce2 ce3 ce4 cf1 cf2 cf3 cf4 cg1 cg2'.split(
    ' ',
  ),
];
const left = new Set([...held, ...options.without.split(',')]);
const sets = readdirSync(fresh)
  .filter((name) => !left.has(name))
  .sort();
const parts = partsOf(pack.rules);
const keys = parts.map(({ key }) => key);
const alone = { thresholds: patternsAlone, balance: patternsOnly };
const none = { parts: [], bias: [], features: {} };

const examples = exampleCases(await loadExamples(rules));
const labelled = sets.flatMap((set) => casesOf(`${fresh}/${set}`, '', ['md']).map((one) => ({ one, set })));
/** Half of the clauses of a bank give what they are about, and next to no statement of a contract; the rules' examples are tests. */
const ofClause = 0.3;
const cases = [
  ...labelled.map(({ one, set }) => ({
    one,
    share: one.clause === '' ? 1 : ofClause,
    isBalanced: balanced.has(set),
  })),
  ...examples.map((one) => ({ one, share: 1, isBalanced: false })),
];
const names = await namesOf(cases.map(({ one }) => one).filter(({ clause }) => clause === ''));
const taught = await passagesIn(names);
const balance = await balanceBy(weighed(taught.filter(({ isBalanced }) => !isBalanced)));
const text = toText({ balance, names, ...weighed(taught) });
writeFileSync(options.out, text);
say(`${options.out}: ${Math.round(text.length / 1024)} KB`);

async function namesOf(contracts: readonly Case[]): Promise<Weighed> {
  const bare = compile({ ...pack, weights: null });
  const found = [];
  for (const [source, one] of contracts.entries()) found.push(...(await namesIn(one, source, bare)));
  say(`${found.length} names of ${contracts.length} contracts`);
  return toWeighed(sides, regress(sides.length, found));
}

/** The passages of each case, as patterns alone read it: what words found would teach the words. */
async function passagesIn(naming: Weighed): Promise<(Passages & { readonly isBalanced: boolean })[]> {
  const compiled = compile({ ...pack, weights: { ...none, ...alone, names: naming } });
  const found = [];
  for (const [source, { one, share, isBalanced }] of cases.entries())
    found.push({ ...(await passagesOf(one, compiled, { share, source })), isBalanced });
  return found;
}

/** What the words of these passages weigh. Bags count from the first passage of their case. */
function weighed(among: readonly Passages[]): Weighed {
  const passages: Passage[] = [];
  const bags: Bag[] = [];
  for (const found of among) {
    const first = passages.length;
    bags.push(...found.bags.map(({ part, members }) => ({ part, members: members.map((at) => first + at) })));
    for (const passage of found.passages) passages.push(passage);
  }
  say(`${passages.length} passages of ${among.length} contracts and clauses`);
  const deaf = parts.flatMap(({ element }, at) => (element === null ? [at] : []));
  return toWeighed(keys, regress(keys.length, passages, { bags, deaf }));
}

async function balanceBy(words: Weighed): Promise<Balance> {
  const thresholds = {
    ...alone.thresholds,
    overrules: pack.weights?.thresholds.overrules ?? alone.thresholds.overrules,
  };
  const compiled = compile({ ...pack, weights: { ...words, ...alone, thresholds, names } });
  const provisions = [];
  for (const { one, isBalanced } of cases) if (isBalanced) provisions.push(...(await provisionsIn(one, compiled)));
  say(`${provisions.length} provisions by words that these contracts did not teach`);
  return balanceOf(provisions);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
