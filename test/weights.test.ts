import { expect, test } from 'vitest';
import { balanceOf, type Provision } from '../scripts/weights/balance.ts';
import { partsOf } from '../scripts/weights/parts.ts';
import { regress } from '../scripts/weights/regress.ts';
import { toText, toWeighed } from '../scripts/weights/weights.ts';
import { patternsOnly } from '../src/load/schema.ts';
import { chanceOf, worth } from '../src/match/weights/balance.ts';
import type { Features } from '../src/match/weights/features.ts';
import { passageScales } from '../src/match/weights/passages.ts';
import { loadReady } from '../src/ready.ts';

const pack = await loadReady(new URL('../rules/ct', import.meta.url).pathname);
const one = { pack: { ...pack, rules: pack.rules.filter(({ id }) => id === 'ct/severability') } };
const [element, conflict] = partsOf(one.pack.rules);

const none = { parts: [], bias: [], features: {} };
const keys = [element, conflict].flatMap((part) => part?.key ?? []);

/** The element stands where "good" is said, nobody knows about "dark", and there is no conflict. */
const passages = Array.from({ length: 3000 }, (_, at) => ({
  features: [at % 2 === 0 ? 'good' : 'poor', at % 3 === 0 ? 'dark' : 'plain', `only ${at}`],
  truths: Int8Array.from([at % 3 === 0 ? -1 : at % 2 === 0 ? 1 : 0, 0]),
  share: 1,
  source: at >> 1,
}));

test('weights tell passages apart by what they say, and are the same each time', () => {
  const counted = () =>
    toText({ balance: patternsOnly, names: none, ...toWeighed(keys, regress(keys.length, passages)) });
  const weights = counted();
  expect(counted()).toBe(weights);
  const { parts, bias, features } = JSON.parse(weights);
  expect(parts).toEqual([element?.key, conflict?.key]);
  expect(Object.keys(features)).not.toContain('only 3');
  const scales = passageScales({ parts, bias, features });
  const weigh = (...said: string[]) => Array.from(scales.weigh(featuresOf(said, scales.numbers)));
  expect(weigh('good', 'plain')[0]).toBeGreaterThan(0.9);
  expect(weigh('poor', 'plain')[0]).toBeLessThan(0.1);
  expect(weigh('good', 'plain')[1]).toBeLessThan(0.1);
  expect(scales.strongest(featuresOf(['plain', 'good'], scales.numbers), 0, 1)).toEqual([1]);
});

function featuresOf(words: readonly string[], numbers: ReadonlyMap<string, number>): Features {
  return {
    firsts: words.map(() => 0),
    seconds: words.map((word) => numbers.get(word) ?? -1),
    places: [...words.keys()],
  };
}

test('of passages of which one gives a part, the one most like the others is taken to give it', () => {
  const unknown = ['good', 'poor'].map((said) => ({
    features: [said, 'plain'],
    truths: Int8Array.from([-1, 0]),
    share: 1,
    source: 1500,
  }));
  const bag = { part: 0, members: [passages.length, passages.length + 1] };
  const { vocabulary, values } = regress(2, [...passages, ...unknown], { bags: [bag] });
  const weightOf = (key: string) => values[vocabulary.indexOf(key) * 2] ?? 0;
  expect(weightOf('good')).toBeGreaterThan(0);
  expect(weightOf('poor')).toBeLessThan(0);
});

test('a deaf part does not hear that a word is denied', () => {
  const denied = passages.map((one) => ({
    ...one,
    features: [...one.features, one.truths[0] === 1 ? '!good' : '?poor'],
  }));
  const { vocabulary, values } = regress(2, denied, { deaf: [0] });
  expect(values[vocabulary.indexOf('!good') * 2]).toBeCloseTo(0);
  expect(values[vocabulary.indexOf('good') * 2]).toBeGreaterThan(1);
});

/** A rule of one element: whether a pattern finds it, what its words weigh, and whether it is there. */
const provision = (byPattern: boolean, weight: number, present: boolean): Provision => ({
  elements: [
    {
      key: 'a/b',
      said: [{ at: 0, place: 0, weight, byPattern, denies: false, expected: true }],
      barred: -5,
      barredAt: -1,
    },
  ],
  conflict: -5,
  present,
  share: 1,
});

test('what patterns and words are worth is counted where neither was taught', () => {
  const counted = [
    ...Array.from({ length: 60 }, (_, at) => provision(true, 0.6, at % 10 > 0)),
    ...Array.from({ length: 60 }, (_, at) => provision(true, 0.001, at % 4 === 0)),
    ...Array.from({ length: 60 }, (_, at) => provision(false, 0.9, at % 10 > 0)),
    ...Array.from({ length: 60 }, (_, at) => provision(false, 0.02, at % 10 === 0)),
  ];
  const balance = balanceOf(counted);
  expect(balanceOf(counted)).toEqual(balance);
  const chance = (byPattern: boolean, weight: number) =>
    chanceOf(
      'a/b',
      {
        best: worth({ weight, byPattern, denies: false, expected: true }, balance),
        next: -5,
        conflict: -5,
        barred: -5,
      },
      balance,
    );
  expect(chance(true, 0.6)).toBeGreaterThan(0.8);
  expect(chance(true, 0.001)).toBeLessThan(0.4);
  expect(chance(false, 0.9)).toBeGreaterThan(0.8);
  expect(chance(false, 0.02)).toBeLessThan(0.2);
});
