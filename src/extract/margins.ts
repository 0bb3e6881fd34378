import { type Draft, plain } from './blocks.ts';

/** Of what stands in headers and footers, the sentences, each once: running heads and page numbers are no text. */
export function marginSentences(drafts: readonly Draft[]): Draft[] {
  const kept = new Map<string, Draft>();
  for (const each of drafts) {
    const text = each.cells.map(plain).join(' | ');
    if (isSentence(text) && !kept.has(text)) kept.set(text, each);
  }
  return [...kept.values()];
}

function isSentence(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  const verb = /\b(?:shall|will|must|may|can|is|are|has|have|agrees?|applies|governs?|prevails?)\b/i;
  return words.length >= 8 && verb.test(text);
}

/** What a line in a margin says, the same on each page: in small letters, its numbers as "#". */
export function marginKey(text: string): string {
  return text.trim().toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ');
}

/** "page # of #", "- # -", "iv", of a key. */
export function isPageNumber(key: string): boolean {
  return /^(?:page #|[-–— ]*#[-–— ]*|(?:page )?# of #|(?:page )?# ?\/ ?#|[-–— ]*[ivxl]{1,5}[-–— ]*)$/.test(key);
}

/** Whether these numbers at the edge of so many lines count them, as on pleading paper. */
export function countsLines(numbers: readonly number[], lines: number): boolean {
  if (numbers.length < 5 || numbers.length < lines * 0.4) return false;
  const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
  return steps.filter((step) => step > 0 && step <= 5).length >= numbers.length * 0.8;
}
