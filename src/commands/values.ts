import { InvalidArgumentError } from 'commander';
import { didYouMean } from '../load/suggest.ts';

/** Gathers a repeatable option. */
export function list(value: string, earlier: readonly string[] | undefined): string[] {
  return [...(earlier ?? []), value];
}

/** A day as `2018-07-01`, and one that there is. */
export function day(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime());
  if (exists && date.toISOString().startsWith(value)) return value;
  throw new InvalidArgumentError('Write the day as 2018-07-01.');
}

/** Words that somebody has to say; blanks are none. */
export function words(value: string): string {
  if (value.trim() !== '') return value;
  throw new InvalidArgumentError('Write some words.');
}

/** Seconds, as milliseconds would be too many noughts. */
export function seconds(value: string): number {
  const number = Number(value);
  if (number > 0 && number <= 86_400) return number;
  throw new InvalidArgumentError('Write a number of seconds, such as 60.');
}

/** How many, at least one. */
export function count(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number > 0 && number <= 256) return number;
  throw new InvalidArgumentError('Write a number from 1 to 256.');
}

/** How many at most; none is a limit too. */
export function most(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new InvalidArgumentError('Write a number, 0 or more.');
}

/** One of some words; a wrong one is answered with the right ones. */
export function choice<Word extends string>(words: readonly Word[]): (value: string) => Word {
  return (value) => {
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    throw new InvalidArgumentError(`Choose one of ${words.join(', ')}${didYouMean(value, words)}`);
  };
}
