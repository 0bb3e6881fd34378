// How a contract says of a part of it, or of a paper beside it, that it binds nobody.

export const paper =
  '(?:agreement|contract|order|addendum|rider|compact|bargain|covenant|deal|memorandum|licen[cs]e|amendment|terms|arrangement|undertaking)';
const isNot = '(?:is|are|forms?|makes?(?: up)?|shall be|being|was|were) (?:hereby |expressly |therefore |otherwise )?';
const isPut =
  '(?:is|are) (?:attached|annexed|appended|added|included|printed|reproduced|kept|given|copied|put|set out)[^.,;]{0,40}';
const asRecord = '(?:the )?(?:reference|information|illustration|comparison|history|record|files?|convenience)';

/** "Annex Z is not part of this contract"; "… are refused"; "… is attached for history only". */
const refusals = [
  `${isNot}(?:not|no) (?:a |any |to be )?part of (?:(?:this|the|our|your|what)\\b )?(?:[\\w’'-]+ ){0,3}?${paper}\\b`,
  `(?:do(?:es)?|shall) not (?:form|make|become)(?: a| any)? part of (?:(?:this|the|our|your)\\b )?(?:[\\w’'-]+ ){0,3}?${paper}\\b`,
  `${isNot}(?:not (?:incorporated|adopted|terms?\\b|among the terms)|excluded from (?:this|the|our) (?:\\w+ ){0,2}${paper}\\b)`,
  '(?:is|are) (?:hereby |expressly )?(?:refused|rejected|objected to)\\b',
  `${isPut} (?:only for|merely for|solely for) ${asRecord}\\b`,
  `${isPut} for ${asRecord}(?: purposes)? (?:only|alone)\\b`,
  'binds? (?:nobody|no one|neither)\\b',
  '(?<=\\bneither (?:they|it|these|those)\\b[^.;]{0,60} )binds?\\b',
  // Terms of a web site that has users at home as well as schools.
  `(?:is|are|applies|apply) (?:only )?(?:for|to) (?:home|family|families|consumer|personal|individual|private)\\b[\\w ]{0,20}\\bonly\\b`,
  `(?:applies|apply) only to (?:home|famil(?:y|ies)|consumers?|personal|individual|private)\\b`,
].map((words) => new RegExp(`\\b${words}`, 'i'));
/** What a part says of itself in so few words that of others it would say something else. */
const ofOneself =
  /\b(?:for (?:reference|information|illustration|convenience)(?: purposes)? only\b|(?:adds?|add) nothing to the duties|(?:don['’]t|do not|does not|doesn['’]t) add to the duties|superseded(?:[^.]{0,40})kept for (?:history|reference|the record)|kept for history only|not intended to (?:be binding|bind))/i;

/** Where words begin to say of what stands before them that it binds nobody; -1 if they do not. */
export function refusedFrom(words: string): number {
  const said = refusals.map((pattern) => pattern.exec(words)?.index ?? -1).filter((index) => index >= 0);
  return said.length === 0 ? -1 : Math.min(...said);
}

/** The same of a sentence that may speak of the part in which it stands. */
export function refusedHereFrom(words: string): number {
  const [own, other] = [words.search(ofOneself), refusedFrom(words)];
  return own < 0 || other < 0 ? Math.max(own, other) : Math.min(own, other);
}
