import type { Draft } from '../outline/drafts.ts';
import { read, trim } from '../outline/spans.ts';
import { type Named, namesOfTitle, type Setting } from './named-term.ts';
import { kept } from './plain-terms.ts';

/** "We will call it “Reader Data.”", "(Call it “Travel Facts.”)", "Together these make up the “Picture File.”", "to use the word “Shelf” for …". */
const inMarks =
  /\b(?:call(?:s|ed|ing)?|names?|named|words?|terms?|phrases?|labels?|make up|makes up|forms?|are|is)\b[^"“.;:?]{0,70}["“](?:the )?(\p{L}[^"”]{2,40}?)[.,]?["”]/giu;
/** "We call it the Sign-In Book." */
const withCapitals =
  /\b(?:[Ww]e|I)(?:['’]ll| will| shall)? call (?:it|this|that|them|these|all (?:of )?(?:it|this|that|these)) (?:the |our )?([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){1,3})(?=[.,;:])/g;
/** "We call all of it patron data." */
const inSmall = new RegExp(
  `\\b(?:[Ww]e|I)(?:['’]ll| will| shall)? call (?:it|this|that|them|these|all (?:of )?(?:it|this|that|these)) (?:the |our )?(${kept})(?=[.,;:])`,
  'g',
);
/** The answer to "What do you call it?". */
const alone = /^["“](?:the )?(\p{L}[^"”]{2,40}?)[.,]?["”][.]?$/giu;
const asksName = /\bcall\b/i;
/** Whom it is about: a name that is given to anything else is left to what defines it. */
const ofPupils = /\b(?:students?|pupils?|child(?:ren)?|learners?|kids?|minors?)(?:['’]s?)?\b/i;
/** "I'll call the whole of that “the rider list”": all that the paragraph has told. */
const ofAll = /\b(?:the whole|all) of (?:it|this|that|these|them)\b/i;
/** Characters beside the name in which the text may go on to tell what it takes in. */
const longest = 400;

/**
 * Names that are given to what is told beside them: to what follows, in the rest of the paragraph, if that tells of pupils,
 * else to what went before, the sentence before included.
 */
export function nameGiven(words: string, statement: Draft, before: Draft | null, setting: Setting): Named[] {
  if (!/["“]|\bcall\b/.test(words)) return [];
  const { value } = setting;
  const asked = statement.asked === null ? '' : read(value, statement.asked);
  const hits = [
    ...words.matchAll(inMarks),
    ...words.matchAll(withCapitals),
    ...words.matchAll(inSmall),
    ...(asksName.test(asked) ? [...words.matchAll(alone)] : []),
  ];
  return hits.flatMap((hit) => {
    const names = namesOfTitle(hit[1] ?? '').filter((name) => !setting.isParty(name));
    const block = value.indexOf('\n', statement.end);
    const end = Math.min(block < 0 ? value.length : block, statement.end + longest);
    const at = statement.start + hit.index;
    const named = at + hit[0].length;
    const opens = Math.max(value.lastIndexOf('\n', statement.start) + 1, statement.headings.at(-1)?.end ?? 0);
    const near = before !== null && statement.block - before.block <= 1 ? before.start : statement.start;
    const first = ofAll.test(words.slice(0, hit.index + hit[0].length)) ? Math.max(opens, at - longest) : near;
    // "We call it “Files.” It is all that …", or what was told before.
    const meaning = [trim(value, named, end), trim(value, first, at)].find((span) => ofPupils.test(read(value, span)));
    if (names.length === 0 || meaning === undefined) return [];
    return [{ names, start: at, meaning: { ...meaning }, block: statement.block, whole: false }];
  });
}
