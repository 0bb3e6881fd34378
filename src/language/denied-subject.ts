import type { Sentence } from './sentence.ts';
import { isAuxiliary, said } from './sentence.ts';
import { oneOf } from './words.ts';

const opens = /^(?:|[,;:.(]|and|but|or|nor|that)$/u;
const nobody = /^(?:nothing|nobody|none|no)$/u;
const relatives = oneOf('who whom whose which that');
/** A verb of a present fact, where it stands behind its relative: "identifies". */
const finite =
  /^(?!(?:this|its|his|us|parents|students|pupils|families|boards|schools|districts|has|is|was)$)\p{L}{3,}(?:[^su]s|d)$/u;
const main = /^(?:shall|will|may|must|can|is|are)$/u;
/** Words between a subject and its relative: "nothing in them that …". */
const farthest = 6;

/**
 * "nothing in them that would tell who a pupil is may be used": what is denied as the subject is denied of the verb for which
 * the subject waits behind its relative clause, however that clause is taken apart.
 */
export function denySubjects(text: Sentence, out: readonly { denied: boolean }[]): void {
  for (let at = 0; at < text.length; at++) {
    if (!nobody.test(said(text, at)) || !opens.test(said(text, at - 1))) continue;
    const verb = mainVerb(text, at);
    // Where the denial reached as far as the verb, what the verb says is told already.
    if (verb < 0 || out[verb]?.denied) continue;
    for (let k = verb; k < text.length && !/^[,;:.]$/u.test(said(text, k)); k++) {
      const own = out[k];
      if (own) own.denied = true;
    }
  }
}

/** The verb behind that of the relative clause, with nothing between that could open another clause; -1 if there is none. */
function mainVerb(text: Sentence, subject: number): number {
  let relative = subject + 1;
  while (relative < subject + farthest && !relatives.has(said(text, relative))) {
    if (isAuxiliary(text[relative])) return -1;
    relative++;
  }
  if (!relatives.has(said(text, relative))) return -1;
  const own = finite.test(said(text, relative + 1)) ? relative + 1 : -1;
  let inner = relative + 1;
  while (inner < text.length && !isAuxiliary(text[inner])) {
    if (/^[,;:.]$/u.test(said(text, inner))) return -1;
    inner++;
  }
  for (let at = inner + 1; at < text.length; at++) {
    const word = said(text, at);
    if (/^(?:[,;:.]|and|but|that|which)$/u.test(word)) break;
    if (
      main.test(word) &&
      !/^(?:who|what|it|they|we|you|he|she)$/u.test(said(text, at - 1)) &&
      at > inner + 1 &&
      !isLinked(text, at)
    )
      return at;
  }
  // "nothing in the files which identifies a student will be used": the relative has had its verb.
  return own > 0 && main.test(said(text, inner)) ? inner : -1;
}

/** "who a pupil is": a verb that ends its own clause. */
function isLinked(text: Sentence, at: number): boolean {
  return /^(?:is|are)$/u.test(said(text, at)) && main.test(said(text, at + 1));
}
