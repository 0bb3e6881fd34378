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
