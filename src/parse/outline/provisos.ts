import { type Draft, draft } from './drafts.ts';
import { read, trim } from './spans.ts';

/** What takes back part of the clause before it by leave to somebody: "…; provided, however, that Vendor may …". */
const opens =
  /(?:[;,\s]\s*(?:provided(?:,? (?:however|further),?)?|except) that|;\s*(?:however|nevertheless|notwithstanding the foregoing)),?\s+(?=[^.;]{1,80}?\bmay\b)/gi;
/** Longer sentences are lists run on. */
const longest = 3000;

/**
 * The statements, and after each the leave that its proviso gives, read by itself too: beside a promise, the promise tells more
 * than what is taken back. The whole stays as it is, since a duty is no more than what its proviso leaves of it.
 */
export function withProvisos(value: string, statements: readonly Draft[]): Draft[] {
  return statements.flatMap((statement) => {
    if (statement.zone !== 'operative' || statement.end - statement.start > longest) return [statement];
    const hits = [...read(value, statement).matchAll(opens)];
    return [
      statement,
      ...hits.map(({ index, 0: words }, at) => {
        const next = hits[at + 1]?.index;
        const end = next === undefined ? statement.end : statement.start + next;
        return draft(statement, trim(value, statement.start + index + words.length, end));
      }),
    ];
  });
}
