import type { Draft } from './drafts.ts';
import { read } from './spans.ts';

/** "This data does not include names" takes nothing away: only a clause or what it lays down has exceptions. */
const clause =
  '(?:section|subsection|paragraph|clause|article|item|sentence|provision|undertaking|restriction|prohibition|limit(?:ation)?|duty|obligation|promise|commitment|covenant|condition|requirement|rule|ban|cap|notice|right|definition|term)s?';
const opens = new RegExp(
  [
    String.raw`^(?:but |and |however, )?(?:(?:the|our|its|there (?:is|are)) )?(?:(?:one|only|sole|single|two|few|following|limited) )*exceptions?\b`,
    String.raw`^(?:this|that|the foregoing|these|the (?:above|preceding))(?: (?:\w+ )?${clause})? (?:does|do|shall|will|is|are) not (?:apply|extend|reach|include|cover|prevent|prohibit|restrict|limit|stop|bar|preclude)\b`,
    String.raw`^(?:except|save|provided,?(?: however,?)?) that\b`,
  ].join('|'),
  'i',
);

/** "The one exception is …", told in a sentence of its own, is read after the sentence from which it takes away. */
export function joinExceptions(value: string, statements: readonly Draft[]): void {
  statements.forEach((statement, at) => {
    const before = statements[at - 1];
    if (before?.zone !== 'operative' || statement.zone !== 'operative' || before.section !== statement.section) return;
    if (statement.lead.length > 0 || !opens.test(read(value, statement))) return;
    statement.lead = [...before.lead, { start: before.start, end: before.end }];
  });
}
