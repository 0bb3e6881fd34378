import { typed } from './glyphs.ts';

/** Repairs what fonts do to words: ligature and hyphen glyphs, odd spaces, control characters, private-use bullets. */
export function repair(text: string): string {
  if (plain.test(text)) return text;
  return typed(text)
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu, ' ')
    .replace(/[\uF0B7\uF0A7\uF0D8\uF076\uF0FC\u25CF\u25AA\u25E6\u2023]/gu, '•')
    .replace(/[\uF0A8\uF06F\u25A1\u2751]/gu, '☐')
    .replace(/[\uF0FE\uF078\uF052]/gu, '☒')
    .replace(unseen, '')
    .replace(/[\u00AD\uFFFE](?=\S)/gu, '');
}

// Control characters, zero-width marks and glyphs without a meaning of their own.
const unseen = /[\p{Cc}\u200B\u200E\u200F\u2060\uFEFF\u{F0000}-\u{FFFFD}]/gu;

const plain = /^[\x20-\x7E]*$/;

/** Prefixes that keep their hyphen even where the word without one is not known. */
const prefixes =
  /(?:^|[^\p{L}])(?:non|self|re|third|cross|co|de|pre|post|sub|anti|ex|multi|inter|intra|well|long|short|high|low|full|part|on|off|opt|in|out|e|up|to|two|three|four|first|second|state|school|student|government|role|web|cloud|least|need|read|real|data|privacy|password|end)$/iu;

const parts = /^([\s\S]*?)(\p{L}+)-$/u;
const hyphen = /-$/u;
const softHyphen = /[\u00AD\uFFFE]$/u;

/** Endings that are no words, so that what stands before the hyphen was cut. */
const endings =
  /^(?:[bcdfglmnprstvz]{0,2}(?:tion|sion|ment|ing|ness|ity|ally|able|ible|ance|ence|ation|tive|sive|ular|tial|cial|ous|ture|sure|ized|ized|ably|ibly|ency|ancy|ary|ory|ed|er|ers|ly)s?)$/iu;

/** What a document tells of its own words. */
export interface Known {
  readonly words: ReadonlySet<string>;
  /** Whether it cuts words at line ends; many documents never do, and then a hyphen there belongs to the word. */
  readonly cuts: boolean;
}

/**
 * Joins the last word of a line with the first of the next; null if they are two words. A hyphen falls away only between
 * letters, and only if the joined word occurs elsewhere in the document or the document cuts words.
 */
export function joinCut(before: string, after: string, known: Known): string | null {
  if (softHyphen.test(before)) return before.slice(0, -1) + after;
  if (!hyphen.test(before)) return isCutAddress(before, after) ? before + after : null;
  const tail = /^\p{L}+/u.exec(after)?.[0];
  if (before.length === 1 || /^(?:and|or|to)$/i.test(tail ?? '')) return null;
  const head = parts.exec(before);
  if (head === null || tail === undefined) return /^[\p{L}\p{N}]/u.test(after) ? before + after : null;
  return isCompound(head[1] ?? '', head[2] ?? '', tail, known) ? before + after : before.slice(0, -1) + after;
}

function isCompound(front: string, start: string, tail: string, { words, cuts }: Known): boolean {
  const [one, two] = [start.toLowerCase(), tail.toLowerCase()];
  if (words.has(`${one}${two}`)) return words.has(`${one}-${two}`) && !cuts;
  if (words.has(`${one}-${two}`)) return true;
  // A capital after the hyphen, a chain of hyphens or a known prefix speaks for a compound.
  if (/^\p{Lu}/u.test(tail) && !/^\p{Lu}{2}/u.test(start)) return true;
  if (front.endsWith('-') || prefixes.test(start)) return true;
  const both = one.length > 2 && two.length > 2 && words.has(one) && words.has(two);
  return both || (!cuts && !endings.test(tail));
}

/** An address longer than its line is broken anywhere. */
function isCutAddress(before: string, after: string): boolean {
  if (!/^[^\s@]+@[^\s@]+$|:\/\/|^\(?www\./.test(before) || !/^[a-z0-9./-]/.test(after)) return false;
  if (before.includes('@'))
    return !/\.(?:com|org|net|edu|gov|us|io|co|info|example|ca|uk)$/i.test(before) && !/[.,;:)]$/.test(before);
  return /[/\-_=?&]$/.test(before);
}

/** The words of a text, for telling whether a joined word is one; those cut at line ends do not count. */
export function wordsKnown(lines: readonly (readonly { readonly text: string }[])[]): Known {
  const words = new Set<string>();
  let cut = 0;
  for (const line of lines) {
    line.forEach(({ text }, index) => {
      if (index === line.length - 1 && (hyphen.test(text) || softHyphen.test(text))) {
        if (parts.test(text)) cut++;
        return;
      }
      addWords(text, words);
    });
  }
  return { words, cuts: cut >= 4 && cut > lines.length * 0.035 };
}

function addWords(text: string, words: Set<string>): void {
  for (const [word] of text.toLowerCase().matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    words.add(word);
    if (word.includes('-')) for (const part of word.split('-')) words.add(part);
  }
}
