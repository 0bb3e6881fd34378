import { words } from '../language/words.ts';
import type { Element, Match, Nearest, Rule } from '../types.ts';
import type { Page } from './page.ts';
import type { CompiledPack } from './patterns/compile.ts';
import type { Weighing } from './weights/weighing.ts';

const wanted = 3;

/**
 * For each required rule that lacks an element: the statements that weigh most for it, and after these the ones that speak
 * most of what it is about, by TF-IDF over stems (G. Salton and C. Buckley, 1988), ties by place.
 */
export function nearestPassages(
  page: Page,
  compiled: CompiledPack,
  matches: readonly Match[],
  weighing: Weighing | null,
): Nearest[] {
  const supplied = new Set(
    matches.filter((one) => one.part === 'element' && one.whole).map((one) => `${one.rule} ${one.name}`),
  );
  const lacking = compiled.rules.flatMap(({ rule }) => {
    const lacks = rule.elements.filter((element) => !supplied.has(`${rule.id} ${element.name}`));
    return rule.kind === 'required' && lacks.length > 0 ? [{ rule, lacks }] : [];
  });
  if (lacking.length === 0) return [];
  const queries = lacking.map(({ rule, lacks }) => {
    return { rule, lacks, query: new Set([rule, ...lacks].flatMap(stemsOf)) };
  });
  const index = indexOf(page, new Set(queries.flatMap(({ query }) => [...query])));
  return queries.flatMap(({ rule, lacks, query }) => {
    const names = lacks.map((element) => element.name);
    const heaviest = weighing?.nearest(rule.id.slice(rule.id.indexOf('/') + 1), names, wanted) ?? [];
    const found = [...new Set([...heaviest, ...best(page, index, query)])].slice(0, wanted);
    return found.map((statement) => {
      const { start, end } = page.statement(statement);
      return { rule: rule.id, lacks: names, statement, start, end };
    });
  });
}

const known = new WeakMap<Rule | Element, readonly string[]>();

/** The stems of what a rule or an element is about, once for all contracts. */
function stemsOf(one: Rule | Element): readonly string[] {
  let found = known.get(one);
  if (!found) {
    found = words('about' in one ? `${one.title} ${one.about}` : one.title).map(({ stem }) => stem);
    known.set(one, found);
  }
  return found;
}

/** Stem → the statements that hold it, each once. */
function indexOf(page: Page, stems: ReadonlySet<string>): ReadonlyMap<string, readonly number[]> {
  const index = new Map([...stems].map((stem): [string, number[]] => [stem, []]));
  for (const at of page.binding) {
    for (const { stem } of page.reading(at).words) {
      const list = index.get(stem);
      if (list && list.at(-1) !== at) list.push(at);
    }
  }
  return index;
}

function best(page: Page, index: ReadonlyMap<string, readonly number[]>, query: ReadonlySet<string>): number[] {
  const score = new Map<number, number>();
  for (const stem of query) {
    const holders = index.get(stem) ?? [];
    const weight = Math.log((1 + page.binding.length) / (1 + holders.length));
    for (const at of holders) score.set(at, (score.get(at) ?? 0) + weight);
  }
  const ranked = [...score].map(([at, sum]) => ({ at, score: sum / Math.sqrt(8 + page.reading(at).words.length) }));
  ranked.sort((a, b) => b.score - a.score || a.at - b.at);
  return ranked
    .slice(0, wanted)
    .filter((one) => one.score > 0.5)
    .map((one) => one.at);
}
