import { underDenial } from '../../language/denial.ts';
import type { Scope, Span } from '../../types.ts';
import type { Page } from '../page.ts';
import type { Reading } from '../reading.ts';
import { holds } from './bits.ts';
import { candidates } from './candidates.ts';
import type { Test } from './compile.ts';
import { fitsDuty, leftToChoice } from './duty.ts';
import { fits } from './fit.ts';
import { fitsPeriod } from './period.ts';

/** The first of these statements that fits. Statements of one section share their list, so it is gone through once. */
function firstNear(test: Test, list: readonly number[], page: Page): readonly Span[] | null {
  const memo = page.nearsOf(test);
  let found = memo.get(list);
  if (found === undefined) {
    found = null;
    for (const other of list) {
      found = evaluate(test, other, page);
      if (found) break;
    }
    memo.set(list, found);
  }
  return found;
}

/** The words a test rests on at statement `at`; null if it does not fit there. A test of context alone gives no words. */
export function evaluate(test: Test, at: number, page: Page): readonly Span[] | null {
  if (!holds(candidates(test, page), at)) return null;
  const cell = page.cell(test, at);
  let found = page.decided.get(cell);
  if (found === undefined) {
    found = decide(test, at, page);
    page.decided.set(cell, found);
  }
  return found;
}

/** Whether a test fits a statement however it is read: what bars it as it stands is not gone when its terms are written out. */
export function fitsAtAll(test: Test, at: number, page: Page): boolean {
  const statement = page.origin(at);
  if (evaluate(test, at, page) !== null) return true;
  return statement !== at && !page.isClause(at) && evaluate(test, statement, page) !== null;
}

function decide(test: Test, at: number, page: Page): readonly Span[] | null {
  switch (test.kind) {
    case 'phrase': {
      const reading = page.reading(at);
      return spansOf(reading, fits(test.pattern, reading));
    }
    case 'duty': {
      const reading = page.reading(at);
      return spansOf(reading, fitsDuty(test.duty, reading, page.reader.atoms));
    }
    case 'choice': {
      const reading = page.reading(at);
      return spansOf(reading, leftToChoice(test.duty, reading, page.reader.atoms));
    }
    case 'period': {
      const reading = page.reading(at);
      return spansOf(reading, fitsPeriod(test.check, reading, page.headings(at)));
    }
    case 'all': {
      const spans: Span[] = [];
      for (const one of test.of) {
        const found = evaluate(one, at, page);
        if (!found) return null;
        spans.push(...found);
      }
      return spans;
    }
    case 'any':
      for (const one of test.of) {
        const found = evaluate(one, at, page);
        if (found) return found;
      }
      return null;
    case 'affirmed': {
      const spans = evaluate(test.of, at, page);
      return spans && isAffirmed(page.reading(at), spans) ? spans : null;
    }
    case 'not':
      return fitsAtAll(test.of, at, page) ? null : [];
    // Of these the candidates tell all.
    case 'heading':
    case 'asked':
    case 'zone':
    case 'boardState':
      return [];
    case 'near': {
      const found = firstNear(test.of, neighbours(test.scope, at, page), page);
      return found && (test.scope === 'document' || test.scope === 'contract') ? [] : found;
    }
    default:
      return test satisfies never;
  }
}

/** Whether no more than half of the words that a test rests on are denied, or told to be owed by nobody. */
function isAffirmed({ words, standing }: Reading, spans: readonly Span[]): boolean {
  const denied = underDenial(words, standing);
  let all = 0;
  let against = 0;
  words.forEach(({ kind, start, end }, at) => {
    if (kind === 'mark' || !spans.some((span) => start >= span.start && end <= span.end)) return;
    all++;
    if (denied[at]) against++;
  });
  return against * 2 <= all;
}

function spansOf(reading: Reading, range: { start: number; end: number } | undefined): readonly Span[] | null {
  if (!range) return null;
  const spans: { start: number; end: number }[] = [];
  for (let k = range.start; k < range.end; k++) {
    const word = reading.words[k];
    if (!word) break;
    const last = spans.at(-1);
    // The lead-in of a list stands elsewhere than the item: a jump in the text begins a new span.
    if (last && word.start >= last.end && word.start - last.end < 4) last.end = word.end;
    else if (!last || word.start !== last.start) spans.push({ start: word.start, end: word.end });
  }
  return spans;
}

/** Statements of the same binding text within the scope, the one at hand first, as it is read there. */
function neighbours(scope: Scope, at: number, page: Page): readonly number[] {
  const statement = page.origin(at);
  const found = around(scope, statement, page);
  return statement === at ? found : [at, ...found.filter((other) => other !== statement)];
}

function around(scope: Scope, at: number, page: Page): readonly number[] {
  switch (scope) {
    case 'sentence':
      return [at];
    case 'next':
      return [at, at + 1, at - 1].filter((other) => page.binds(other) && page.sameSection(at, other));
    case 'block':
      return page.inBlock(at);
    case 'section':
      return page.inSection(at);
    case 'article':
      return page.inArticle(at);
    case 'document':
      return page.binding;
    case 'contract':
      return page.told;
    default:
      return scope satisfies never;
  }
}
