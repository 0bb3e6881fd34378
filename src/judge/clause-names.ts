import type { Contract, Section } from '../types.ts';

const namesOf = new WeakMap<Contract, readonly string[]>();

/**
 * What a lawyer would call each section of a contract, by index: `4.2`; `Article IV § 7` where each article begins anew with
 * its numbers; '' for a section that has no number of its own.
 */
export function clauseNames(contract: Contract): readonly string[] {
  const known = namesOf.get(contract) ?? named(contract.sections);
  namesOf.set(contract, known);
  return known;
}

/** `§ 4.2` of `4.2`, and `Exhibit G` as it is. */
export function clauseName(label: string): string {
  return /^[\d(]/.test(label) ? `§ ${label}` : label;
}

/** Longer titles tell no one where to look. */
const longestTitle = 60;

function named(sections: readonly Section[]): string[] {
  const paths = sections.map((section) => (section.label === '' ? [] : pathOf(section, sections)));
  const count = new Map<string, number>();
  for (const path of paths)
    for (const key of path.map((_, at) => keyOf(path, at))) count.set(key, (count.get(key) ?? 0) + 1);
  const least = paths.map((path) => {
    const shared = path.map((_, at) => count.get(keyOf(path, at)) ?? 0);
    return Math.max(isItem.test(path[0] ?? '') ? 1 : 0, shared.indexOf(Math.min(...shared)));
  });
  // What tells one clause tells its neighbors, too: after "Article VII § 7" comes "Article VII § 8".
  const most = new Map<number | null, number>();
  for (const [at, { parent }] of sections.entries()) most.set(parent, Math.max(most.get(parent) ?? 0, least[at] ?? 0));
  // A clause is told from as far out as what it stands in: "Article V § 4(1)" in "Article V § 4".
  const outermost: string[] = [];
  return paths.map((path, at) => {
    const parent = sections[at]?.parent ?? null;
    const above = parent === null ? -1 : path.lastIndexOf(outermost[parent] ?? '');
    const own = path.slice(0, Math.max(most.get(parent) ?? 0, above) + 1);
    outermost[at] = own.at(-1) ?? '';
    return own.reduceRight(
      (outer, inner) => (outer === '' ? inner : `${outer} ${/^\d/.test(inner) ? '§ ' : ''}${inner}`),
      '',
    );
  });
}

/** "(a)", "iii", "B" are found in what they are items of. */
const isItem = /^\(?[a-z]{1,4}\)?$/i;

/** Its own number, then what it stands in, as far as that tells more: 4 tells nothing of 4.2. */
function pathOf(section: Section, sections: readonly Section[]): string[] {
  const path: string[] = [];
  for (
    let at: Section | undefined = section;
    at !== undefined;
    at = at.parent === null ? undefined : sections[at.parent]
  ) {
    const name = at.label === '' && at.title.length <= longestTitle ? at.title : at.label;
    if (name !== '' && !path.at(-1)?.startsWith(name)) path.push(name);
  }
  return path;
}

function keyOf(path: readonly string[], to: number): string {
  return path.slice(0, to + 1).join('\n');
}
