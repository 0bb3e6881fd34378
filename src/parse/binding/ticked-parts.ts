import type { Section } from '../../types.ts';
import { boxesIn } from '../outline/boxes.ts';
import type { Draft } from '../outline/drafts.ts';
import { hasVerb } from '../outline/lines.ts';
import { isInside } from '../outline/sections.ts';
import { namedParts, opensPart } from './part-names.ts';

/** What stands beside a box: as much of its line as tells which part it is for. */
const longest = 120;
/** No contract has more papers; a file made to take time might. */
const mostParts = 200;

/**
 * "☒ Exhibit A – Price ☐ Exhibit B – Sponsors": a part whose box is left open is not chosen, where another is. A box beside
 * a sentence ("☐ Exhibit C is not attached") may say anything.
 */
export function leaveUnticked(value: string, statements: readonly Draft[], sections: readonly Section[]): void {
  const chosen = new Map<number, boolean>();
  const contradicted = new Set<number>();
  const boxes = boxesIn(value);
  let named = 0;
  boxes.forEach(({ end, ticked }, at) => {
    const stop = Math.min(boxes[at + 1]?.start ?? value.length, end + longest);
    const [line = ''] = value
      .slice(end, stop)
      .replace(/^[ \t|]+/, '')
      .split('\n');
    if (opensPart(line) === null || hasVerb(line) || ++named > mostParts) return;
    const [part] = namedParts(line, sections);
    if (part === undefined || part.at > 0) return;
    for (const section of part.sections) {
      if (chosen.has(section) && chosen.get(section) !== ticked) contradicted.add(section);
      chosen.set(section, ticked);
    }
  });
  if (![...chosen.values()].includes(true)) return;
  const open = new Set(
    [...chosen].flatMap(([section, ticked]) => (ticked || contradicted.has(section) ? [] : [section])),
  );
  for (const one of statements) if (one.zone !== 'heading' && isInside(one.section, open, sections)) one.zone = 'note';
}
