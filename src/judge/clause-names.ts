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
  return paths.map((path) => {
    const shared = path.map((_, at) => count.get(keyOf(path, at)) ?? 0);
    const far = shared.indexOf(Math.min(...shared));
    return path
      .slice(0, far + 1)
      .reduceRight((outer, inner) => (outer === '' ? inner : `${outer} ${clauseName(inner)}`), '');
  });
}

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
