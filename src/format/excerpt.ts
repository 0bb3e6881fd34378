import type { Evidence } from '../types.ts';

/** The head of a passage, cut at a word's end. */
export function excerpt(quote: string, most: number): string {
  const words = quote.replace(/\s+/g, ' ').trim();
  if (words.length <= most) return words;
  const cut = words.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  return `${cut.slice(0, end > most / 2 ? end : most).replace(/[\s,;:]+$/, '')} …`;
}

/** `§ 4.2, page 3`; '' where neither is known. */
export function placeOf({ section, page }: Evidence, short = false): string {
  const clause = /^[\d(]/.test(section) ? `§ ${section}` : section;
  const leaf = page === null ? '' : `${short ? 'p.' : 'page'} ${page}`;
  return [clause, leaf].filter((part) => part !== '').join(', ');
}
