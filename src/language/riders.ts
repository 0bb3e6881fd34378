import { joined, oneOf, type Word } from './words.ts';

/**
 * What is added to a sentence by habit and neither gives nor takes: law that permits something does not permit what it forbids,
 * and what is owed is owed whether or not the clause says where else it is described. By their words in small letters, each with
 * the commas that set it off, each after a word of which it holds one.
 */
const riders: readonly (readonly [string, RegExp])[] = [
  // "to the fullest extent permitted by applicable law"; "except to the extent permitted" is no rider, nor is what is enforced so far.
  [
    'extent',
    /(?<!\b(?:except|only|than|unless|other|save|solely|but|not|and|or) )(?<!\b(?:enforced?|enforceable|effect|valid|construed|interpreted|reformed|limited)(?: [a-z]+){0,3} )(?:, )?to the (?:fullest |maximum |greatest |full )?extent (?:permitted|allowed|permissible) (?:by|under) (?:(?:any|all|the|applicable|federal|state|and|or|local) )*laws?(?: ,|(?= [.;)])|$|(?= ))/gu,
  ],
  // "unless prohibited by law", "where permitted by law".
  [
    'permitted prohibited forbidden',
    /(?<!\b(?:and|or|only) )(?:, )?(?:(?:unless|except where) (?:prohibited|forbidden) by|where permitted by) (?:(?:any|all|the|applicable|federal|state|and|or|local) )*laws?(?: ,|(?= [.;)])|$)/gu,
  ],
  // "in compliance with all applicable federal and state laws and regulations".
  [
    'accordance compliance conformity consistent',
    /(?:, )?(?:in (?:full |strict )?(?:accordance|compliance|conformity) with|consistent with) (?:(?:any|all|the|applicable|federal|state|and|or|local|,) )+laws?(?:(?: ,)? (?:(?:and|or) )?(?:rules?|regulations?|statutes?|ordinances?))*(?: ,(?! (?:including|such as|in particular|among))|(?= [.;)])|$)/gu,
  ],
  // "(see Section 9)", ", as further described in Exhibit A,".
  ['see', /\( see [^)]{1,60} \)/gu],
  [
    'further more',
    /(?:, )?as (?:further|more (?:fully|particularly|specifically)) (?:described|detailed|specified|set forth|set out|provided|explained) in (?:(?:the|this|our|section|article|paragraph|clause|exhibit|schedule|appendix|annex|attachment) )+[a-z0-9.()]{1,12}(?: ,|(?= [.;)])|$)/gu,
  ],
  // "without limiting its other obligations under this Agreement".
  [
    'limiting',
    /(?:, )?without limiting (?:the (?:generality of the )?foregoing|(?:any of )?(?:its|the|any|their|your|our) (?:other )?(?:obligations?|duties|rights|remedies|provisions?)(?: (?:under|of|in) (?:this|the) \w+)?)(?: ,|(?= [.;)])|$)/gu,
  ],
  // ", and doing so shall not be construed as an admission of fault".
  [
    'admission acknowledgment waiver',
    /, and (?:doing so|this|(?:any )?such [a-z]+|(?:the|that) (?:notice|notification|report)|it) (?:shall|will|may|must|is|does) not (?:to )?(?:be (?:construed|deemed|considered|treated|taken) (?:as |to be )?|constitute |be )(?:an |any )?(?:admission|acknowledgment|waiver)[^.;]*/gu,
  ],
  // ", and this Section shall survive termination".
  [
    'survive',
    /, and (?:this|the) (?:section|paragraph|clause|article|obligation|duty|provision)s? (?:shall|will) survive [^.;]*/gu,
  ],
  // "at no additional cost to the Board".
  [
    'cost costs charge charges fee fees expense expenses',
    /(?:, )?(?:at|for|with) no (?:additional |extra |further |added |separate )?(?:cost|charge|fee|expense)s?(?: (?:or|and) (?:cost|charge|fee|expense)s?)?(?: to (?:the |any )?[a-z]+(?: (?:or|and) (?:the |its )?[a-z]+)?)?(?: ,(?! (?:except|but|other|unless|provided|save))|(?= [.;)])|$)/gu,
  ],
  // "including, but not limited to, names", "including, without limitation, names".
  [
    'limited limitation',
    /(?<=\b(?:include|includes|including))(?: ,)? (?:but (?:is |are )?not limited to|without limitation)(?: ,| :(?= [a-z]))?/gu,
  ],
  // "except as otherwise provided herein": what is provided there is read there.
  [
    'otherwise',
    /(?:, )?except as (?:may be )?otherwise (?:expressly |specifically )?(?:provided|set forth|stated|agreed|specified) (?:herein|(?:elsewhere )?in this (?:agreement|addendum|dpa|contract|section|article)|elsewhere)(?: ,|(?= [.;)])|$)/gu,
  ],
  // Openings.
  [
    'avoidance addition furthermore moreover effective understood agreed agree',
    /^(?:for (?:the )?avoidance of doubt|in addition|furthermore|moreover|as of the effective date|it (?:is|being) (?:hereby )?(?:understood|agreed|understood and agreed) that|the parties (?:hereby )?(?:acknowledge and |understand and |further )?agree that)(?: ,)?/gu,
  ],
];

/** By a word that stands in each of them. */
const bySign = new Map<string, RegExp[]>();
for (const [signs, rider] of riders)
  for (const sign of oneOf(signs)) bySign.set(sign, [...(bySign.get(sign) ?? []), rider]);

/** The words of a sentence without its riders; the same list where there are none. */
export function withoutRiders(words: readonly Word[]): readonly Word[] {
  const possible = new Set(words.flatMap(({ text }) => bySign.get(text) ?? []));
  if (possible.size === 0) return words;
  const text = joined(words);
  const idle = [...possible].flatMap((rider) =>
    [...text.matchAll(rider)].map(({ index, 0: found }) => [index, index + found.length] as const),
  );
  if (idle.length === 0) return words;
  let at = 0;
  return words.filter((word) => {
    const start = at;
    at += word.text.length + 1;
    return !idle.some(([from, to]) => start >= from && start < to);
  });
}
