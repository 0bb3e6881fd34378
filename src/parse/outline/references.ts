import { numberOf } from './labels.ts';

const clause =
  /(?:\b(?:sections?|sec\.|paragraphs?|paras?\.|clauses?|cl\.|articles?|arts?\.|items?|subsections?)|§+)\s*(?<value>[A-Z]\.\d{1,3}(?:\.\d{1,3})*|[A-Z]{0,2}-?\d{1,3}(?:\.\d{1,3})*(?:[A-Z]\b)?|[IVXL]{1,6}(?:\.\d+)?|[A-Z]\b)(?<groups>(?:\([a-z0-9]{1,4}\))*)(?![\d-])/gi;
const more =
  /(?:\s*\([^()\d]{2,60}\))?\s*(?:,\s*(?:and\s+|or\s+)?|and\s+|or\s+|(?<range>to\s+|through\s+|[–-]\s*))(?<value>[A-Z]\.\d{1,3}(?:\.\d{1,3})*|[A-Z]{0,2}-?\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,6}\b)(?<groups>(?:\([a-z0-9]{1,4}\))*)(?![\d-]|\s*(?:days?|months?|years?|percent|hours?)\b)/gy;

/** "B6 and CT-4 are taken out": a number with letters of its own names a clause without a keyword. */
const bare = /(?<![\w§.-])(?<value>[A-Z]{1,3}-?\d{1,3}(?:\.\d{1,3})*)(?<groups>(?:\([a-z0-9]{1,4}\))*)(?![\w-])/g;

/** A clause by its number, and where the words name it. */
export interface Numbered {
  readonly number: string;
  readonly at: number;
  readonly end: number;
}

/** "Sections 6 (Ownership), 7 and 9 to 12": the numbers that one keyword governs. */
export function groupsIn(words: string): { at: number; end: number; numbers: Numbered[] }[] {
  const keyed = [...words.matchAll(clause)].map((hit) => groupAt(words, hit));
  for (const hit of words.matchAll(bare))
    if (!keyed.some(({ at, end }) => hit.index >= at && hit.index < end)) keyed.push(groupAt(words, hit));
  return keyed.sort((a, b) => a.at - b.at);
}

function groupAt(words: string, hit: RegExpExecArray): { at: number; end: number; numbers: Numbered[] } {
  const { value = '', groups = '' } = hit.groups ?? {};
  let end = hit.index + hit[0].length;
  const numbers: Numbered[] = [{ number: numberOf(value, groups), at: hit.index, end }];
  more.lastIndex = end;
  for (let next = more.exec(words); next !== null; next = more.exec(words)) {
    end = more.lastIndex;
    const { range, value: other = '', groups: inner = '' } = next.groups ?? {};
    const at = end - other.length - inner.length;
    if (range !== undefined) numbers.push(...between(numbers.at(-1)?.number ?? '', other, { at, end }));
    numbers.push({ number: numberOf(other, inner), at, end });
  }
  return { at: hit.index, end, numbers };
}

function between(from: string, to: string, place: { at: number; end: number }): Numbered[] {
  const [first, last] = [Number(from), Number(to)];
  if (!Number.isInteger(first) || !Number.isInteger(last) || last - first > 60) return [];
  return Array.from({ length: Math.max(0, last - first - 1) }, (_, index) => ({
    number: String(first + 1 + index),
    ...place,
  }));
}

/** What a clause is part of: "(Ownership) of the Licence" → "the Licence"; null where the words say of nothing. */
export function behind(words: string): string | null {
  const of = /^\s*(?:\([^)]{0,60}\)\s*)?(?:of|in|to|under)\s+/.exec(words);
  return of === null ? null : words.slice(of[0].length);
}

/** The paper that it is part of, if that is not this one: "of the Old Licence, which …" → "the Old Licence". */
export function paperBehind(words: string): string | null {
  const [paper = ''] = /^[^.,;:]{1,60}/.exec(behind(words) ?? '') ?? [];
  return /^(?!this\b)(?:(?:the|our|your) |[A-Z])/.test(paper) ? paper : null;
}
