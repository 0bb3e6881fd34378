import { endsWhole, enumeratorOf, isAllCaps, looksLikeTitle, startsDivision } from '../line-starts.ts';

/** A stretch of text between line breaks that were meant. */
export interface Piece {
  readonly text: string;
  /** Takes one line. */
  readonly isLine: boolean;
}

/** More lines than this above a text are no titles of it. */
const mostTitles = 3;

/**
 * Text has no type to tell a title by: a line of capitals or of a division's name is one, and a short line that is open
 * at its end, if text or a table (null) stands below it. A date, a name and an address have more such lines below them.
 */
export function isTitle(pieces: readonly (Piece | null)[], at: number, above = 0): boolean {
  const piece = pieces[at];
  if (!piece) return false;
  const text = piece.text.trim();
  if ((isAllCaps(text) || startsDivision(text)) && looksLikeTitle(text)) return true;
  if (!piece.isLine || /\b(?:19|20)\d\d\)?$/.test(text)) return false;
  if (!looksLikeTitle(text) && !isOpenLine(text)) return false;
  // One of a list of short lines.
  const before = pieces[at - 1]?.text.trim() ?? '';
  if (enumeratorOf(text) !== '' && enumeratorOf(before) !== '' && before.length < 100 && !endsWhole(before))
    return false;
  return isAboveText(pieces, at, text.length, above);
}

function isAboveText(pieces: readonly (Piece | null)[], at: number, length: number, above: number): boolean {
  const below = pieces[at + 1];
  if (!below) return below === null;
  const text = below.text.trim();
  return (
    text.length >= 60 ||
    (endsWhole(text) && text.length > length) ||
    (above < mostTitles && isTitle(pieces, at + 1, above + 1))
  );
}

function isOpenLine(text: string): boolean {
  if (text.length > 100 || text.split(/\s+/).length > 14 || label.test(text)) return false;
  return /^[^\p{Ll}[]*\p{Lu}[^;_|]*[\p{L}\p{N})”"’?]$/u.test(text) && !/\b(?:and|or|the|of)$/.test(text);
}

/** "To: …", as at the top of a letter or below a signature. */
const label =
  /^(?:to|from|date|re|subject|attn|attention|by|name|title|cc|phone|telephone|fax|e-?mail|address|signed|effective|[^\s:]*@\S*):/i;
