/** Repairs what fonts do to words: ligature glyphs, odd spaces, control characters, private-use bullets. */
export function repair(text: string): string {
  if (plain.test(text)) return text;
  return text
    .replace(/[\uFB00-\uFB06]/gu, (glyph) => glyph.normalize('NFKC'))
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu, ' ')
    .replace(/[\uF0B7\uF0A7\uF0D8\uF076\uF0FC\u25CF\u25AA\u25E6\u2023]/gu, '•')
    .replace(/[\uF0A8\uF06F\u25A1\u2751]/gu, '☐')
    .replace(/[\uF0FE\uF078\uF052]/gu, '☒')
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u200B\u200E\u200F\u2060\uFEFF\u{F0000}-\u{FFFFD}]/gu, '')
    .replace(/[\u00AD\uFFFE](?=.)/gu, '');
}

const plain = /^[\x20-\x7E]*$/;

/** Prefixes that keep their hyphen even where the word without one is not known. */
const prefixes =
  /(?:^|[^\p{L}])(?:non|self|re|third|cross|co|de|pre|post|sub|anti|ex|multi|inter|intra|well|long|short|high|low|full|part|on|off|opt|in|out|e|up|to|two|three|four|first|second|state|school|student|government|role|web|cloud|least|need|read|real|data|privacy|password|end)$/iu;

const parts = /^([^]*?)(\p{L}+)[-\u2010\u2011]$/u;

/**
 * Joins the last word of a line with the first of the next: null if they are two words. A hyphen falls away only between
 * letters, and only if the joined word occurs elsewhere in the document or the compound is not likely.
 */
export function joinCut(before: string, after: string, known: ReadonlySet<string>): string | null {
  if (/[\u00AD\uFFFE]$/u.test(before)) return before.slice(0, -1) + after;
  if (!/[-\u2010\u2011]$/u.test(before))
    return before.endsWith('/') && /^[\p{L}]/u.test(after) && before.length > 1 ? before + after : null;
  if (before.length === 1) return null;
  const head = parts.exec(before);
  const tail = /^\p{L}+/u.exec(after)?.[0];
  if (head === null || tail === undefined) return /^[\p{L}\p{N}]/u.test(after) ? before + after : null;
  const start = head[2] ?? '';
  if (/^(?:and|or|to)$/i.test(tail)) return null;
  const joined = `${start}${tail}`.toLowerCase();
  const compound = `${start}-${tail}`.toLowerCase();
  if (known.has(compound) && !known.has(joined)) return before + after;
  if (known.has(joined)) return before.slice(0, -1) + after;
  // A capital after the hyphen, a chain of hyphens or a known prefix speaks for a compound.
  if (/^\p{Lu}/u.test(tail) && !/^\p{Lu}{2}/u.test(start)) return before + after;
  if ((head[1] ?? '').endsWith('-') || prefixes.test(start) || bothWords(start, tail, known)) return before + after;
  return before.slice(0, -1) + after;
}

function bothWords(start: string, tail: string, known: ReadonlySet<string>): boolean {
  return start.length > 2 && tail.length > 2 && known.has(start.toLowerCase()) && known.has(tail.toLowerCase());
}

/** Words of a text, for telling whether a joined word is one; those cut at line ends do not count. */
export function wordsKnown(lines: Iterable<readonly { readonly text: string }[]>): Set<string> {
  const known = new Set<string>();
  for (const line of lines) {
    line.forEach(({ text }, index) => {
      if (index === line.length - 1 && /[-\u2010\u2011\u00AD\uFFFE]$/u.test(text)) return;
      for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:[-\u2010\u2011]\p{L}+)*/gu)) {
        known.add(word.replace(/[\u2010\u2011]/gu, '-'));
        if (word.includes('-')) for (const part of word.split('-')) known.add(part);
      }
    });
  }
  return known;
}
