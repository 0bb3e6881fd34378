/** Words that make up about half of any English text. */
const common = new Set(
  'the of and to in a is that for it as be by on or with are this not from shall any will may all such which an has have at its was were but if their other no than must been these under you we your our page name date'.split(
    ' ',
  ),
);

/** Whether a text layer is not language: the letters of a font with no map to Unicode, or shifted ones. */
export function isGarbled(text: string): boolean {
  const glyphs = text.replace(/\s/g, '');
  if (glyphs.length < 40) return false;
  const strange =
    glyphs.replace(/[\p{L}\p{N}\p{P}\p{Sc}\p{Sm}§©®™°]/gu, '').length +
    (glyphs.match(/[\uE000-\uF8FF\uFFFD]/gu)?.length ?? 0);
  if (strange > glyphs.length * 0.3) return true;
  const words = text.toLowerCase().match(/[\p{L}\p{N}!-~]+/gu) ?? [];
  if (words.length < 25 || /[\u0370-\u1FFF\u3000-\uD7FF]/u.test(text.slice(0, 400))) return false;
  const bare = words.map((word) => word.replace(/^[^a-z]+|[^a-z]+$/g, ''));
  const hits = bare.filter((word) => common.has(word)).length;
  if (hits > words.length * 0.06) return false;
  const shifted = bare.filter((word) => common.has(back(word))).length;
  if (shifted > words.length * 0.1) return true;
  const vowels = (text.match(/[aeiouy]/gi)?.length ?? 0) / Math.max(1, text.match(/[a-z]/gi)?.length ?? 1);
  return hits < words.length * 0.01 && words.length >= 60 && (vowels < 0.22 || vowels > 0.62);
}

/** Undoes the shift by three that fonts numbered from the space make: "wkh" for "the". */
function back(word: string): string {
  return word.replace(/[a-z]/g, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 23) % 26) + 97));
}
