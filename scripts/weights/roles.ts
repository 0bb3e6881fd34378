import type { Page } from '../../src/match/page.ts';
import { type Role, roles } from '../../src/match/patterns/atoms.ts';

/** The roles given to a name where it stands in the binding text, the most frequent first; [] where it does not occur. */
export function rolesOf(page: Page, name: string): Role[] {
  const counts = new Map<Role, number>();
  const { contract, atoms } = page.reader;
  const pattern = new RegExp(`(?<!\\p{L})${name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}(?!\\p{L})`, 'gu');
  for (const at of page.binding) {
    const { start, end } = page.statement(at);
    const { words, hits } = page.reading(at);
    for (const { index } of contract.text.value.slice(start, end).matchAll(pattern)) {
      const last = words.findLastIndex(
        (word) => word.kind === 'word' && word.text !== "'s" && word.start < start + index + name.length,
      );
      const found = roles.find((role) =>
        hits.get(atoms.id(role))?.some((hit) => !hit.weak && hit.start <= last && hit.end > last),
      );
      counts.set(found ?? 'OTHER', (counts.get(found ?? 'OTHER') ?? 0) + 1);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([role]) => role);
}
