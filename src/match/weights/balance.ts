import type { Balance } from '../../types.ts';

/** A statement that says something for an element of a rule. */
export interface Said {
  /** Its number in the contract, and the place at which it is read so: another one where its terms are written out. */
  readonly at: number;
  readonly place: number;
  /** What its words weigh, 0 to 1. */
  readonly weight: number;
  readonly byPattern: boolean;
  /** Whether it denies something. */
  readonly denies: boolean;
  /** Whether it fits what the rule expects of words. */
  readonly expected: boolean;
}

/** No words are surer than this, either way. */
const sure = 0.9995;

/** The log of the odds of a weight (I. J. Good, 1950: weight of evidence); they add up. */
export function logOdds(weight: number): number {
  const within = Math.min(sure, Math.max(1 - sure, weight));
  return Math.log(within / (1 - within));
}

/** What a statement is worth for an element, in log odds. */
export function worth(said: Omit<Said, 'at' | 'place'>, balance: Balance): number {
  const odds = logOdds(said.weight);
  if (!said.byPattern) return balance.words * odds + (said.expected ? 0 : balance.unexpected);
  return balance.pattern + balance.borne * odds + (said.denies ? balance.denying : 0);
}

/** What is said for an element, the most first, and what the rule bars that says most: its log odds, and its number. */
export interface Hearing {
  readonly said: readonly Said[];
  readonly barred: number;
  readonly barredAt: number;
}

/**
 * How likely it is that an element is there, 0 to 1: by the statement that is worth most for it, by the next one if that speaks
 * for it too, and by what the words of the contract weigh as a conflict with the rule, in log odds.
 */
export function chanceOf(
  key: string,
  said: { best: number; next: number; conflict: number; barred: number },
  balance: Balance,
): number {
  const { best, next, conflict, barred } = said;
  const beside = balance.second * Math.max(0, next) + balance.conflict * conflict + balance.barred * barred;
  const sum = (balance.elements[key] ?? 0) + best + beside;
  return 1 / (1 + Math.exp(-sum));
}
