// How the lines of a contract begin, where a format has no markup for it: plain text, and Markdown written by hand.

const bullet = /^(?:[•·▪▫◦‣●○■➢✓-]|–|—|\*|\+|o\t)\s+(?=\S)/;

const enumerator =
  /^(?:§+ ?)?(?:\d{1,3}(?:\.\d{1,3}){1,5}[.)]?(?:\([a-z0-9]{1,5}\))*|\d{1,3}[.)]|\((?:[a-z]{1,2}|[ivx]{1,5}|\d{1,3})\)|[a-z]{1,2}[.)]|[ivx]{1,5}[.)])(?=\s)/i;

const division =
  /^(?:article|section|exhibit|schedule|appendix|annex|attachment|addendum|part)\s+(?:[ivxl]+|\d+|"?[a-z]"?)\b/i;

/** The bullet a line begins with and the white space after it; '' if none. */
export function bulletOf(line: string): string {
  return bullet.exec(line)?.[0] ?? '';
}

/** The clause number a line begins with ("4.2(b)", "(iv)", "3."); '' if none. */
export function enumeratorOf(line: string): string {
  return enumerator.exec(line)?.[0] ?? '';
}

/** What a row is called in a narrow first column: "A1", "7b", "2.3", "Fee". */
export function isRowName(text: string): boolean {
  return /^\(?[\p{L}\p{N}]{1,4}(?:[.-]\d{1,3})*[.)]?$/u.test(text);
}

/** Whether a cell holds nothing but the label of what stands beside it. */
export function isLabel(text: string): boolean {
  return /^(?:\(?[a-z0-9]{1,4}[.)]|\(?[ivxlc]{1,6}[.)]|\d{1,3}(?:\.\d{1,3})*\.?|[^\p{L}\p{N}]|\[[ x]\]|(?:section|article)\s+[\divxlc.]+[.:]?)$/iu.test(
    text.trim(),
  );
}

/** "ARTICLE IV …", "Exhibit A: …" */
export function startsDivision(line: string): boolean {
  return division.test(line);
}

/** Whether a sentence or a list item can end so; else the next line goes on with it. */
export function endsWhole(line: string): boolean {
  return /[.;:!?][”"’')\]*_]*$|[,;] (?:and|or)$/.test(line);
}

/** No small letters, and enough great ones to be words. */
export function isAllCaps(line: string): boolean {
  return !/\p{Ll}/u.test(line) && /\p{Lu}{2}/u.test(line);
}

/** A line that looks like a title: short, no full stop, its words in capitals or with a number before them. */
export function looksLikeTitle(line: string): boolean {
  if (line.length > 100 || /[.,;:?!_@|]$|__|@|\s\|\s|^["“(]/.test(line) || !/\p{L}{3}/u.test(line)) return false;
  if (isAllCaps(line) || (startsDivision(line) && !/\b(?:shall|will|may|must|is|are)\b/.test(line))) return true;
  const words = line.slice(enumeratorOf(line).length).match(/[\p{L}’']{4,}/gu) ?? [];
  return words.length > 0 && words.length <= 12 && !/: \S/.test(line) && words.every((word) => /^\p{Lu}/u.test(word));
}

/** 1 for a title or a division of the document, deeper for the clauses in it. */
export function titleLevel(line: string, isFirst: boolean): number {
  if (isFirst || startsDivision(line)) return 1;
  return 2 + (/^\d+(?:\.\d+)+/.exec(line)?.[0].split('.').length ?? 1) - 1;
}

/**
 * Whether what is laid out as a heading is a whole clause: contracts use heading styles to have clauses numbered, so
 * that with an automatic number a short sentence is enough.
 */
export function isClause(text: string, isNumbered: boolean): boolean {
  if (text.length > 200) return true;
  const ends = /(?:[.;:,]|[;,] (?:and|or))$/.test(text);
  const verb = /\b(?:shall|will|must|may|is|are|agrees?|has|have|means?|includes?)\b/i.test(text);
  if (text.length > 60 && ends && verb) return true;
  return isNumbered && text.length > 25 && ((ends && (verb || !inCapitals(text))) || /^\p{Ll}/u.test(text));
}

/** Whether most of its longer words begin with a capital, as in a title. */
function inCapitals(text: string): boolean {
  const words = text.match(/[\p{L}’']{4,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length * 2 > words.length;
}
