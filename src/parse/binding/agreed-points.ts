import type { Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { numberOf } from '../outline/labels.ts';
import { isInside } from '../outline/sections.ts';
import { firstFrom, read } from '../outline/spans.ts';
import { byNumber } from './part-names.ts';

const number = String.raw`\d{1,3}(?:\.\d{1,2})?`;
const list = String.raw`${number}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s+(?:to|through)\s+|\s*[–-]\s*)${number})*`;
/** "Points 1, 2 and 4 to 6: agreed"; "item 3 is not agreed". */
const answers = new RegExp(
  String.raw`\b(?:points?|items?|proposals?|requests?|requirements?|numbers?|nos?\.)\s+(?<list>${list})(?:\s*(?:[:—–]|,?\s+(?:is|are|was|were))\s*)(?<answer>(?:not (?:yet )?)?(?:agreed|accepted|approved)|refused|rejected|declined|withdrawn|dropped|left open|open)\b`,
  'gi',
);
/** "A point is a term only if the other side answers “agreed”." */
const onlyAgreed =
  /\b(?:points?|items?|proposals?|requests?|requirements?)\b[^.]{0,90}\b(?:terms?|part of|binds?|binding)\b[^.]{0,60}\bonly (?:if|when|where|after|once)\b[^.]{0,80}\b(?:agreed|accepted|approved|agrees|accepts)\b/i;

/**
 * Points that one side proposes in letters and the other answers by their numbers: one that is refused or left open is no
 * term; nor is one beside them that nobody answered, where the contract asks for an answer. The last answer counts.
 */
export function leaveRefusedPoints(value: string, statements: readonly Draft[], sections: readonly Section[]): void {
  const answered = new Map<number, boolean>();
  const told = [...value.matchAll(answers)].filter(({ index }) => {
    const zone = statements[firstFrom(statements, index)]?.zone;
    return zone !== 'note' && zone !== 'struck';
  });
  if (told.length === 0) return;
  const bearing = byNumber(sections);
  for (const { groups } of told)
    for (const point of numbersIn(groups?.['list'] ?? '')) {
      const [section, other] = bearing.get(numberOf(point, '')) ?? [];
      const isAgreed = /^(?:agreed|accepted|approved)$/i.test(groups?.['answer'] ?? '');
      if (section !== undefined && other === undefined) answered.set(section, isAgreed);
    }
  if (answered.size < 2) return;
  const out = new Set([...answered].flatMap(([section, isAgreed]) => (isAgreed ? [] : [section])));
  if (statements.some((one) => one.zone !== 'note' && onlyAgreed.test(read(value, one))))
    for (const open of unanswered(answered, sections)) out.add(open);
  // The answers to it may seem to stand in the last point of a letter.
  for (const one of statements)
    if (
      one.zone !== 'heading' &&
      isInside(one.section, out, sections) &&
      !told.some(({ index }) => index >= one.start && index < one.end)
    )
      one.zone = 'note';
}

function numbersIn(words: string): string[] {
  const found: string[] = [];
  let from: number | null = null;
  for (const part of words.match(/\d[\d.]*|to|through|[–-]/gi) ?? []) {
    if (!/^\d/.test(part)) {
      from = Number(found.at(-1));
      continue;
    }
    const last = Number(part);
    if (from !== null && Number.isInteger(from) && Number.isInteger(last) && last - from < 100)
      for (let at = from + 1; at < last; at += 1) found.push(String(at));
    found.push(part);
    from = null;
  }
  return found;
}

/** Points that stand beside those that were answered. */
function unanswered(answered: ReadonlyMap<number, boolean>, sections: readonly Section[]): number[] {
  const parents = new Set([...answered.keys()].map((index) => sections[index]?.parent ?? null));
  return sections.flatMap(({ parent, label }, index) =>
    parents.has(parent) && /^\(?\d/.test(label) && !answered.has(index) ? [index] : [],
  );
}
