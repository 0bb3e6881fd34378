import { type Bits, common, holds, union } from './bits.ts';
import type { Test } from './compile.ts';
import { fits } from './fit.ts';
import type { Needs } from './needs.ts';
import type { Page } from './page.ts';
import type { Pattern } from './pattern.ts';

/**
 * The statements in which a test could fit, told by the atoms it cannot do without; null where it needs none. Most
 * patterns ask for a rare word, so that most tests are done with for the whole contract and most statements are never
 * looked at.
 */
export function candidates(test: Test, page: Page): Bits | null {
  let found = page.possible[test.id];
  if (found === undefined) {
    found = find(test, page);
    page.possible[test.id] = found;
  }
  return found;
}

function find(test: Test, page: Page): Bits | null {
  switch (test.kind) {
    case 'phrase':
      return ofNeeds(test.pattern.needs, page);
    case 'choice':
      return test.duty.action.length > 0 ? ofNeeds(test.needs, page) : null;
    case 'duty':
      return ofNeeds(test.needs, page);
    case 'period':
      return page.timed;
    case 'all':
      return ofAll(test.of, page);
    case 'any':
      return ofAny(test.of, page, candidates);
    case 'heading':
      return page.under(titles(test.pattern, page));
    case 'asked':
      return page.answering(titles(test.pattern, page));
    case 'zone':
      return page.readIn(test.zones);
    case 'boardState':
      return page.reader.contract.boardState === test.state ? null : page.nowhere;
    case 'near':
      return candidates(test.of, page) === page.nowhere ? page.nowhere : null;
    case 'not':
      return null;
    default:
      return test satisfies never;
  }
}

function ofNeeds({ lists, choices }: Needs, page: Page): Bits | null {
  // Most ask for something that stands nowhere.
  for (const place of lists) if (page.holding(place) === page.nowhere) return page.nowhere;
  const sets = lists.map((place) => page.holding(place));
  for (const ways of choices) {
    const set = ofAny(ways, page, ofNeeds);
    if (set === page.nowhere) return set;
    if (set) sets.push(set);
  }
  return common(sets, page.nowhere);
}

function ofAll(tests: readonly Test[], page: Page): Bits | null {
  let left: Bits | null = null;
  for (const test of tests) {
    const set = candidates(test, page);
    if (set) left = left ? common([left, set], page.nowhere) : set;
    if (left === page.nowhere) return left;
  }
  return left;
}

function ofAny<One>(ones: readonly One[], page: Page, find: (one: One, page: Page) => Bits | null): Bits | null {
  const sets: Bits[] = [];
  for (const one of ones) {
    const set = find(one, page);
    if (!set) return null;
    sets.push(set);
  }
  return union(sets, page.nowhere);
}

/** The headings and questions that a pattern fits. */
function titles(pattern: Pattern, page: Page): number[] {
  const possible = ofNeeds(pattern.needs, page);
  if (possible === page.nowhere) return [];
  return page.titles.filter((at) => holds(possible, at) && fits(pattern, page.reading(at)));
}
