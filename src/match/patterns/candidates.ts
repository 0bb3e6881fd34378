import type { Page } from '../page.ts';
import { type Bits, common, holds, union } from './bits.ts';
import type { Test } from './compile.ts';
import type { DutyTest } from './duty.ts';
import { fits } from './fit.ts';
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
      return page.holders.ofPattern(test.pattern.place);
    case 'choice':
      return test.duty.action.length > 0 ? ofDuty(test.duty, page) : null;
    case 'duty':
      return ofDuty(test.duty, page);
    case 'period':
      return page.holders.timed;
    case 'all':
      return ofAll(test.of, page);
    case 'any':
      return ofAny(test.of, page);
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
    case 'affirmed':
      return candidates(test.of, page);
    case 'not':
      return null;
    default:
      return test satisfies never;
  }
}

function ofDuty({ action, object, target }: DutyTest, page: Page): Bits {
  let left = page.holding(action);
  for (const ids of [object, target]) if (ids) left = common(left, page.holding(ids), page.nowhere);
  return left;
}

function ofAll(tests: readonly Test[], page: Page): Bits | null {
  let left: Bits | null = null;
  for (const test of tests) {
    const one = candidates(test, page);
    if (one) left = left ? common(left, one, page.nowhere) : one;
    if (left === page.nowhere) return left;
  }
  return left;
}

function ofAny(tests: readonly Test[], page: Page): Bits | null {
  const found: Bits[] = [];
  for (const test of tests) {
    const one = candidates(test, page);
    if (!one) return null;
    if (one !== page.nowhere) found.push(one);
  }
  return union(found, page.nowhere);
}

/** The headings and questions that a pattern fits. */
function titles(pattern: Pattern, page: Page): number[] {
  const possible = page.holders.ofPattern(pattern.place);
  if (possible === page.nowhere) return [];
  return page.titles.filter((at) => holds(possible, at) && fits(pattern, page.reading(at)));
}
