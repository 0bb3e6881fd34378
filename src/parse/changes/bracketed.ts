import type { Change, Span } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { firstFrom } from '../outline/spans.ts';

/** "Words in [square brackets] are out unless both sides have initialed them." */
const what = '(?:words?|text|anything|everything|what(?:ever)?|matter|language|wording|passages?)';
const gone =
  '(?:out\\b|struck|deleted|not (?:agreed|adopted|part|in force)|no part|rejected|refused|omitted|left out|taken out|of no (?:force|effect))';
const legend = new RegExp(
  String.raw`\b(?:${what}\b[^.;:\n]{0,30}\b(?:in|within|between|inside) \[?(?:square )?brackets?\]?,?|\[?bracketed\]? ${what}) (?:is|are|was|were) (?:to be )?(?:read as |deemed |taken as )?${gone}[^.;\n]*|\b(?:square )?brackets?\]? (?:marks?|shows?|encloses?|holds?) ${what} (?:that|which) (?:is|are|was|were) ${gone}[^.;\n]*`,
  'i',
);
const bracket = /\[[^[\]\n]{2,1000}\]/g;
const initials = /^\s*[(*/]{0,3}\s*(?:(?:\p{Lu}\.\s?){2,3}|\p{Lu}{2,3}\s*[/,&)])/u;

/** Where a contract says that what stands in brackets is out, it is struck, and read without among other words. */
export function strikeBracketed(value: string, statements: readonly Draft[]): Change[] {
  const told = legend.exec(value);
  if (told === null) return [];
  const clause = { start: told.index, end: told.index + told[0].length };
  const gone = [...value.matchAll(bracket)].flatMap(({ 0: words, index }): Span[] => {
    const end = index + words.length;
    const isTold = index >= clause.start && end <= clause.end;
    const isKept = /\binitial/i.test(told[0]) && initials.test(value.slice(end, end + 20));
    return isTold || isKept || /^\[\s*[xX✓✔]?\s*\]$/.test(words) ? [] : [{ start: index, end }];
  });
  return statements.flatMap((one) => {
    const changes: Change[] = [];
    for (let at = firstFrom(gone, one.start); at < gone.length; at += 1) {
      const span = gone[at];
      if (span === undefined || span.start >= one.end) break;
      const start = Math.max(span.start, one.start);
      const end = Math.min(span.end, one.end);
      if (one.zone !== 'operative' && one.zone !== 'definition') continue;
      // The stop behind the bracket is no word of its own.
      if (start === one.start && /^\W*$/.test(value.slice(end, one.end))) one.zone = 'struck';
      else changes.push({ at: { start, end }, by: null, clause });
    }
    return changes;
  });
}
