import { extract } from '../../src/extract/index.ts';
import { type CompiledPack, match, openReader } from '../../src/match/index.ts';
import { Page } from '../../src/match/page.ts';
import { type Hearing, logOdds, type Said, worth } from '../../src/match/weights/balance.ts';
import { againstOf, harmless, Weighing } from '../../src/match/weights/weighing.ts';
import { parse } from '../../src/parse/index.ts';
import type { Balance } from '../../src/types.ts';
import { type Case, operators } from '../accuracy/cases.ts';
import { isQuoted } from './passages.ts';

/** What a contract says for each element of a rule, and whether the rule is kept. */
export interface Provision {
  readonly elements: readonly ({ readonly key: string } & Hearing)[];
  /** Log odds of what weighs most as a conflict with the rule. */
  readonly conflict: number;
  readonly present: boolean;
  /** How much it counts. */
  readonly share: number;
}

/** A provision without the passages that its label quotes is gone, mostly: other words may still give it. */
const ofDropped = 0.5;

/** The provisions of a labelled contract, and those that are there once more without what the label quotes for them. */
export async function provisionsIn(one: Case, compiled: CompiledPack): Promise<Provision[]> {
  const { scales, pack } = compiled;
  if (!scales || !pack.weights) return [];
  const text = await extract({ path: one.path, bytes: one.bytes() });
  const contract = parse(text, pack.lexicon);
  const { matches } = match(contract, { ...compiled, scales: null });
  const page = new Page(openReader(contract, compiled.atoms, compiled.naming), compiled);
  const weighing = new Weighing(page, scales, pack.weights);
  return compiled.rules.flatMap(({ rule, parts }): Provision[] => {
    const id = rule.id.slice(rule.id.indexOf('/') + 1);
    const label = one.labels.get(id);
    if (!label || label.uncertain || label.required === 'either' || operators.includes(id) || !pack.weights) return [];
    const elements = parts
      .filter(({ part }) => part === 'element')
      .map((part) => {
        const own = matches.filter(
          (each) => each.rule === rule.id && each.part === 'element' && each.name === part.name,
        );
        const key = `${id}/${part.name}`;
        return { key, ...weighing.hear(key, part, own) };
      });
    const conflict = weighing.conflictOf(againstOf(rule, parts, pack.weights.thresholds));
    const present = label.required === 'present';
    const provision: Provision = { elements, conflict, present, share: 1 };
    const quotes = one.quotes.filter((each) => each.id === id && each.kind === 'required').map(({ quote }) => quote);
    const isDropped = ({ at }: Pick<Said, 'at'>) => {
      const { start, end } = contract.statements[at] ?? { start: 0, end: 0 };
      return isQuoted(text.value.slice(start, end), quotes);
    };
    if (!present || !elements.some(({ said }) => said.some(isDropped))) return [provision];
    const left = elements.map(({ said, barred, barredAt, key }) => ({
      key,
      barredAt,
      barred: isDropped({ at: barredAt }) ? logOdds(harmless) : barred,
      said: said.filter((each) => !isDropped(each)),
    }));
    return [provision, { elements: left, conflict, present: false, share: ofDropped }];
  });
}

const names = ['pattern', 'borne', 'denying', 'words', 'unexpected', 'second', 'conflict', 'barred'] as const;
type Name = (typeof names)[number];

const first: Record<Name, number> = {
  pattern: 2,
  borne: 0.5,
  denying: 0,
  words: 0.7,
  unexpected: -1,
  second: 0.2,
  conflict: -0.2,
  barred: 0,
};
/** A statement that says nothing to the matter. */
const silence: Said = { at: -1, place: -1, weight: 0.002, byPattern: false, denies: false, expected: true };
/** How far an element is kept from being thought likely or not before anything is said: it is seen in few contracts. */
const modesty = 5;
const rounds = 800;
const rate = 0.03;

/**
 * The balance by which the provisions are told best, if each rule is as likely kept as the least likely of its elements
 * is there. Gradient descent (D. P. Kingma, J. Ba, 2015) on the log loss. Deterministic.
 */
export function balanceOf(provisions: readonly Provision[]): Balance {
  const keys = [...new Set(provisions.flatMap(({ elements }) => elements.map(({ key }) => key)))];
  const placeOf = new Map(keys.map((key, at) => [key, names.length + at]));
  const values = Float64Array.from([...names.map((name) => first[name]), ...keys.map(() => 0)]);
  const [mean, square] = [new Float64Array(values.length), new Float64Array(values.length)];
  const at = (name: Name) => values[names.indexOf(name)] ?? 0;
  for (let round = 1; round <= rounds; round++) {
    const slope = new Float64Array(values.length);
    const add = (place: number, amount: number) => {
      slope[place] = (slope[place] ?? 0) + amount;
    };
    const balance: Balance = { ...numbersOf(at), elements: {} };
    const worthOf = (one: Said) => ({ one, worth: worth(one, balance) });
    for (const { elements, conflict, present, share } of provisions) {
      const [weakest] = elements
        .map(({ key, said, barred }) => {
          const [best = worthOf(silence), next = worthOf(silence)] = [...said, silence]
            .map(worthOf)
            .sort((a, b) => b.worth - a.worth);
          const place = placeOf.get(key) ?? 0;
          const counted = Math.max(0, next.worth);
          const sum =
            (values[place] ?? 0) +
            best.worth +
            at('second') * counted +
            at('conflict') * conflict +
            at('barred') * barred;
          return { place, barred, best: best.one, next: next.worth < 0 ? null : next.one, counted, sum };
        })
        .sort((a, b) => a.sum - b.sum);
      if (!weakest) continue;
      const error = share * (1 / (1 + Math.exp(-weakest.sum)) - (present ? 1 : 0));
      const slopeOf = ({ weight, byPattern, denies, expected }: Said, amount: number) => {
        if (byPattern) add(names.indexOf('pattern'), amount);
        add(names.indexOf(byPattern ? 'borne' : 'words'), amount * logOdds(weight));
        if (byPattern && denies) add(names.indexOf('denying'), amount);
        if (!byPattern && !expected) add(names.indexOf('unexpected'), amount);
      };
      slopeOf(weakest.best, error);
      if (weakest.next) slopeOf(weakest.next, error * at('second'));
      add(names.indexOf('second'), error * weakest.counted);
      add(names.indexOf('conflict'), error * conflict);
      add(names.indexOf('barred'), error * weakest.barred);
      add(weakest.place, error);
    }
    for (const place of placeOf.values()) add(place, modesty * (values[place] ?? 0));
    for (let place = 0; place < values.length; place++) {
      const each = slope[place] ?? 0;
      mean[place] = 0.9 * (mean[place] ?? 0) + 0.1 * each;
      square[place] = 0.999 * (square[place] ?? 0) + 0.001 * each * each;
      const step =
        (mean[place] ?? 0) / (1 - 0.9 ** round) / (Math.sqrt((square[place] ?? 0) / (1 - 0.999 ** round)) + 1e-8);
      values[place] = (values[place] ?? 0) - rate * (1 - round / (rounds + 1)) * step;
    }
  }
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return {
    ...numbersOf((name) => rounded(at(name))),
    elements: Object.fromEntries(keys.map((key) => [key, rounded(values[placeOf.get(key) ?? 0] ?? 0)])),
  };
}

function numbersOf(at: (name: Name) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, at(name)])) as Record<Name, number>;
}
