import type { Span } from '../../types.ts';
import { narrows } from './quoted-terms.ts';

/** A term that is set like any other words, and what it means. Places count from the start of the sentence. */
export interface PlainTerm {
  readonly name: string;
  readonly at: number;
  readonly meaning: Span;
}

const small = "[a-z][\\w'’-]*";
/** "pass records", "the ridership file", "kid stuff": the last word names what is kept. */
export const kept = `(?:${small} ){0,2}(?:records?|data|files?|information|info|stuff|materials?|matter|papers|things|notes|notebooks|work|details|particulars|entries|content|logs?|lists?|folder|book|set|layer|roll|roster)`;
const any = `${small}(?: ${small}){0,2}`;
const opening = `[A-Z][\\w'’-]*(?: ${small}){1,2}`;
const all = '(?:any|every|whatever|what|all|each)';

interface Form {
  /** The name is its first group; the meaning the group `said`, or else what stands before or after. */
  readonly pattern: RegExp;
  /** Whether the meaning stands before the name. */
  readonly before: boolean;
}

const forms: readonly Form[] = [
  // "By the notebooks I mean every scrap of information about a student."
  {
    pattern: new RegExp(`^By (?:the |our )?(${any}),? (?:I|we|the parties|both of us) (?:shall |will )?mean\\b`),
    before: false,
  },
  // "When we say kid stuff, we mean …"
  {
    pattern: new RegExp(
      `^(?:When|Where|Wherever|Whenever|If) (?:we|I|you read|a \\w+|this \\w+|these \\w+) ?(?:says?|speaks? of|uses?|talks? (?:about|of)|writes?)? (?:the )?(${any}),? (?:(?:below|here|in it),? )?(?:we|I|it|this|that|they) (?:means?|am|are|['’]m|['’]re)\\b`,
    ),
    before: false,
  },
  // "Pupil stuff is our name for whatever we have …", "Kid stuff = anything we have …"
  {
    pattern: new RegExp(
      `^(${opening}) is (?:our|the|my) (?:name|word|term|phrase|shorthand|label) (?:here |below )?for\\b`,
    ),
    before: false,
  },
  { pattern: new RegExp(`^(${opening})(?: =|:) (?=${all})`), before: false },
  // "Lab records are every scrap of information in our hands that concerns one of your students."
  {
    pattern: new RegExp(
      `^([A-Z][\\w'’-]* (?:${small} )?(?:records?|data|files?|information|stuff|materials?|papers|things|notes)) (?:is|are) (?=${all}\\b(?! [\\w'’-]+(?:ed|pt|en)\\b)[^.;]{0,90}\\b(?:that|which|concern\\w*|about|identif\\w+)\\b)`,
    ),
    before: false,
  },
  // "Person-level data are files of any description in which a line concerns one child."
  {
    pattern: new RegExp(
      `^([A-Z][\\w'’-]* (?:${small} )?(?:records?|data|files?|information|stuff|materials?|papers|things|notes)) (?:is|are) (?=(?:the )?(?:records?|data|files?|information|materials?|papers|entries)\\b[^.;]{0,160}\\b(?:child|children|pupils?|students?|learners?)\\b)`,
    ),
    before: false,
  },
  // "… and flock info is whatever can be tied to one of your students."
  {
    pattern: new RegExp(
      `(?:, |; )(?:and )?(?:the )?(${kept}) (?:is|are|means?) (?=(?:everything|anything|whatever)\\b)`,
    ),
    before: false,
  },
  // "I'll call what we have on your students their sky logs, …"
  {
    pattern: new RegExp(
      `\\b(?:we|I)(?:['’]ll| will| shall)? call (?<said>(?:what|everything|anything|whatever|all)\\b[^.;]{5,160}?) (?:the|our|your|their|its) (${kept})(?=[,.;:]|$)`,
      'i',
    ),
    before: false,
  },
  // "Check-in data is everything in the Vendor's keeping that …"
  {
    pattern: new RegExp(
      `^(${opening}) (?:is|are) (?:everything|anything|whatever|all) (?:in|on|at|by|with|of) (?:[\\w'’]+ ){1,4}(?=that|which|about|who)`,
    ),
    before: false,
  },
  // "To do this you need what we call the ridership file: each pupil's name …"
  {
    pattern: new RegExp(
      `\\bwhat (?:we|I|the parties) (?:will |shall )?call (?:the |our |your )?(${any})(?=\\s*[:—–(])`,
    ),
    before: false,
  },
  // "… and everything the Cove notices about a student, is what we call Cove stuff."
  {
    pattern: new RegExp(`\\bis what (?:we|I) call (?:the |our )?([A-Za-z][\\w'’-]*(?: ${small}){1,2})(?=\\W*$)`),
    before: true,
  },
  // "Those entries, and the class lists that Buyer loads, are called pass records in this quotation."
  {
    pattern: new RegExp(
      `\\b(?:is|are|will be|shall be) (?:here |below |together |collectively |all )?(?:called|known as|referred to as|termed) (?:the |our |your )?(${kept}|(?<=the )(?!Compan|Vendor|Provider|Board|Part(?:y|ies)|Member|District|Contractor|Supplier|Licens|School|Firm|Seller|Town|Consultant|Operator)[A-Z][\\w'’-]*|[A-Z][\\w'’-]*(?: [A-Z][\\w'’-]*){1,3})(?=\\W*$| (?:in|on|below|here|throughout|for|from)\\b|[,;])`,
    ),
    before: true,
  },
  // "The answer sheets and birth dates, while they can lead to a child: together, the papers."
  {
    pattern: new RegExp(
      `[:;,—–] (?:all )?(?:together|collectively|in short|in a word),? (?:the |our )(${kept}|[A-Z][\\w'’-]*(?: [A-Z][\\w'’-]*){0,3})(?=\\W*$)`,
    ),
    before: true,
  },
  // "Whatever comes to us and can be tied to a child we call class data below."
  {
    pattern: new RegExp(
      `\\b(?:we|I) (?:will |shall |['’]ll )?call (?:the |our |it |that )?(${kept}|[A-Z][\\w'’-]*(?: [A-Z][\\w'’-]*){1,3})(?=\\W*$| (?:in this|on this|below|here|throughout|from here)\\b|[,;])`,
    ),
    before: true,
  },
];

const ofKept = new RegExp(`^${kept}$`);

/** "Locker records": whether the last word of a title names what is kept. */
export function namesKept(title: string): boolean {
  const name = title.replace(/^(?:The|Our|Your) |\W+$/g, '');
  return ofKept.test(name.charAt(0).toLowerCase() + name.slice(1)) || ofKept.test(name.toLowerCase());
}

const pronouns = /^(?:it|this|that|they|these|those|which|what|him|her|them|you|us|me)\b/i;

/** The term that a sentence defines without capitals or quotation marks; null if it defines none. */
export function plainTerm(words: string): PlainTerm | null {
  for (const { pattern, before } of forms) {
    const hit = pattern.exec(words);
    const said = hit?.groups?.['said'];
    const name = (said === undefined ? hit?.[1] : hit?.at(-1)) ?? '';
    if (hit === null || pronouns.test(name) || (before && hit.index < 12)) continue;
    const at = hit.index + hit[0].lastIndexOf(name);
    const end = hit.index + hit[0].length;
    const from = hit.index + hit[0].indexOf(said ?? '');
    if (said !== undefined) return { name, at, meaning: { start: from, end: from + said.length } };
    const meaning = before
      ? { start: Math.max(0, hit.index - 600), end: narrows.test(words.slice(end)) ? words.length : hit.index }
      : { start: end, end: words.length };
    return { name, at, meaning };
  }
  return null;
}

const said =
  /^(?:We|I|You will read|This \w+) (?:says?|speaks? of|uses?|talks? (?:about|of)|writes?) (?:the words? |of )?((?:the )?[a-z][\w'’-]*(?: [a-z][\w'’-]*){0,2}?)(?: a lot| often| a good deal| again and again| (?:on|in) this \w+| below| here| throughout)?\.?$/;

/** "We say kid stuff a lot." before a sentence that tells what it means. */
export function saidBefore(words: string): string | null {
  return said.exec(words.replace(/[*_"“”]/g, '').trim())?.[1]?.replace(/^the /, '') ?? null;
}
