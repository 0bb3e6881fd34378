import { ofLexicon } from '../../language/of-lexicon.ts';
import type { Lexicon, Zone } from '../../types.ts';
import { quoteForPattern } from '../parties/proper-names.ts';
import { stateNames } from '../parties/state-names.ts';
import { asProperNames, type Undertaking } from '../parties/undertaking.ts';

/** "Reserved", "Intentionally omitted": a clause that is left empty on purpose. */
export const reserved =
  /^[[(*\s]*(?:this (?:section|article|paragraph) (?:is )?)?(?:intentionally |deliberately )?(?:reserved|omitted|deleted|left blank|not (?:used|applicable|selected)|n\/a)(?: for future use| by the parties| intentionally)?[\])*\s]*\.?$/i;
const blank = /^[\s_.[\]()—–:;,/|-]*$/;
const bracketNote =
  /^[[{(]\s*(?:notes?\b|drafting|drafter|instruction|insert|select|choose|delete|to be|guidance|tbd|optional)[^\]})]*[\]})]\.?$/i;
const notPart =
  /^(?:this|the following|what follows|the (?:text|table|exhibit|attachment|list|form) (?:below|above)?).{0,80}\b(?:is|are) (?:not part of (?:this|the) (?:agreement|contract)|(?:given |provided |included |attached )?for (?:reference|information|illustration) only)/i;

const asks =
  '(?:also |now |further |generally |expressly |specifically )?(?:requires?|calls? (?:for|on)|asks?|provides?|says?|(?<!united )states|expects?|lists?|directs?|obliges?|obligates?|mandates?|prohibits?|forbids?|bars?|bans?|prescribes?|contemplates?|speaks? (?:of|to)|addresses|wants?|demands?|suggests?|recommends?|encourages?|(?:would )?(?:have|has) (?:us|contractors|vendors|operators|boards|schools|districts))\\b';
const generic =
  /^(?:a|an|any|every) (?:contractor|operator|vendor|provider|contract|agreement|written contract)s?\b[^.]{0,60}\b(?:is|are) (?:required|expected|obliged) by (?:law|statute|state|federal|the act|policy)\b/i;
const itSays =
  /^(?:it|they|the law|this law) (?:also )?(?:says?|asks?|states?|provides?|requires?|wants?|expects?) (?:that )?(?:a|an|any|every|each|all) (?:written )?(?:contracts?|agreements?|contractors?|operators?|vendors?|boards?)\b/i;
const itRequires =
  /^(?:it is|it['’]s) (?:(?:commonly |generally |widely )(?:understood|recogni[sz]ed|accepted)|recogni[sz]ed|required by (?:law|statute|policy))\b/i;

/** How what somebody asks for is told: a law, a policy or a form is the subject of "requires", or what a duty is "under". */
const askings = ofLexicon((lexicon) => {
  const named = (concept: string) => (lexicon.get(concept) ?? []).map(quoteForPattern).join('|') || '$.';
  // A law, a policy or a form.
  const authority = `(?:(?:the |this |our |its |a |an )?(?:(?!(?:is|are|be|by|shall|will|must|may|to|and|or|what|that|which|who|whatever|nothing|if|when|where|unless|except|as|so|such|of|with|for|in|on|at|from|files?|data|records?|information)\\b)[A-Z][\\w.'’-]*(?:['’]s)? |state |federal |local |applicable |current |existing |relevant |same |model |board(?:['’]s)? |district(?:['’]s)? |school(?:['’]s)? |town(?:['’]s)? ){0,6}(?:laws?|statutes?|act|acts(?! (?:on|as|for|only|toward|towards|in|under)\\b)|polic(?:y|ies)|guidance|guidelines?|checklist|regulations?|rules?|code|legislation|legislature|commission|department|counsel|${named('act-name')})(?: (?:of|on|for|no\\.|number|[\\d.§A-Za-z-]*\\d[\\d.§A-Za-z-]*)(?: (?!(?:shall|will|must|may|can|governs?|appl(?:y|ies)|is|are|that|which|what|who)\\b)[\\w.§-]+){0,6})?|(?:${named('act-citation')}|section|sections|§+)[ §\\d\\w.()–-]{1,40})`;
  return [
    new RegExp(`^(?:in |for )?(?:(?:${stateNames.join('|')})[ ,]+)?${authority},?(?: as amended,?)? ${asks}`, 'i'),
    new RegExp(
      `^(?:under|pursuant to|according to|in accordance with|by) ${authority},? (?:a|an|any|each|every|all|no|such|school|local|contractors?|operators?|vendors?|providers?|boards?|companies|consultants?|schools?|districts?)\\b[^.]{0,60}\\b(?:must|shall|may not|(?:is|are) (?:required|obliged|expected|forbidden|prohibited|to)|has to|have to|should|cannot|may)\\b`,
      'i',
    ),
    generic,
    itRequires,
    itSays,
  ];
});

/** "The law of Connecticut says what we owe you": it governs, and asks for nothing. */
const rules =
  /\b(?:says?|decides?|settles?|determines?|tells?|states) (?:what|how much) (?:we|you|each|either|one|the part(?:y|ies))\b/i;

/** "The customers were telephoned within two days": what was done once is no promise. */
const past =
  /^(?!Were\b|Had\b|However (?!,)|Whatever\b|Whichever\b|Whoever\b|No matter\b)(?:(?:In|At|On|By|For|Once|Last|When|Here|There|So far)\b[^,;:.]{0,40}, )?(?:(?!\b(?:that|which|who|whom|whose|what|if|when|where|as|because|since|after|before|until|whatever|everything|anything|nothing|all|it|they|we|you|he|she)\b)[^,;:.]){1,120}?\b(?:was|were|had)\b/i;
const present =
  /\b(?:shall|will|must|may|can|cannot|would|should|is|are|be|been|has|have|do|does|agrees?|undertakes?|promises?|warrants?|covenants?|means?|belongs?|remains?|stays?|keeps?|uses?|deletes?|erases?|destroys?|tells?|sends?|goes|comes)\b|['’](?:ll|re|ve|s)\b|n['’]t\b/i;

/** "Dr. Lee asked whether the map becomes theirs", "Paragraph 4 let the Company print them": what was asked, or stood in an old paper. */
const told =
  /^(?:[^,;:.]|\b(?:Dr|Mr|Ms|Mrs)\.){1,80}\b(?:asked|wondered|inquired|queried|wanted to know) (?:whether|if|why|how|what|who)\b(?![^.]*\b(?:shall|must|agrees?)\b)|^(?:In|Under) the (?:\d{4}|[Oo]ld|[Ff]ormer|[Ee]arlier|[Oo]riginal|[Pp]rior|[Pp]revious) (?:[Tt]ext|[Aa]greement|[Ll]icen[sc]e|[Cc]ontract|[Pp]aper|[Tt]erms|[Vv]ersion|[Ww]ording)\b(?![^.]*\b(?:shall|will|must|agrees?)\b)[^.;]{0,160}\b(?:was|were|had|might|could|allowed|let|gave)\b|^(?:Paragraph|Section|Clause|Article) [\w.()]{1,8} (?:let|said|promised|allowed|permitted|gave|provided|required|spoke)\b/;

/** "It proposed its usual license, under which Ohio law would have applied": what was not agreed to. */
const unmade =
  /^(?!.*\b(?:shall|will|must|agrees?)\b).*\bwould have (?:applied|governed|allowed|permitted|kept|given|let|owned|held)\b/;

/** What contractors and boards are usually called, as their names are written. */
const usualNames = ofLexicon((lexicon) =>
  asProperNames(
    ['contractor', 'board']
      .flatMap((concept) => lexicon.get(concept) ?? [])
      .map((name) => name.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())),
  ),
);

/** What follows the law by which somebody is said to act. */
const byLaw = /^(?:under|pursuant to|according to|in accordance with|by)\b[^,]*, (.*)/isu;

/** What a sentence is for, as far as its own words tell it. */
export type ZoneOf = (words: string) => Zone;

/** By the names that the lexicon has for laws; `undertakes`: whether a party of this contract binds itself in a sentence. */
export function sentenceZones(
  lexicon: Lexicon,
  { undertakes, namesParty }: Pick<Undertaking, 'undertakes' | 'namesParty'>,
): ZoneOf {
  const asked = askings(lexicon);
  const usual = usualNames(lexicon);
  const saysOfThem = (rest: string) => namesParty(rest) || usual.test(rest.slice(0, 4000));
  return (words) => {
    if (isBlank(words)) return 'note';
    if (reserved.test(words)) return 'reserved';
    if (bracketNote.test(words) || notPart.test(words)) return 'note';
    if (words.length < 400 && past.test(words) && !present.test(words)) return 'explanation';
    if (told.test(words) || unmade.test(words)) return 'explanation';
    const head = words.slice(0, 400);
    const binds =
      rules.test(head) ||
      !asked.some((pattern) => pattern.test(head)) ||
      undertakes(words) ||
      // "Pursuant to the Act, Vendor may keep it" says of this Vendor what no law says.
      saysOfThem(byLaw.exec(words)?.[1] ?? '');
    return binds ? 'operative' : 'explanation';
  };
}

/** An answer that gives nothing: blank, to come, not answered. */
export function isBlank(words: string): boolean {
  return (
    blank.test(words) ||
    /^[[(\s]*(?:tbd|tba|to be (?:determined|completed|confirmed|advised)|pending|open|(?:(?:answer|more|details|text) )?(?:coming soon|to (?:come|follow))!?|(?:[\w'’]+ ){0,3}(?:counsel|legal|lawyers?|attorneys?) (?:is |are )?to (?:supply|provide|follow|draft|advise|propose|confirm)\b[^.]{0,40}|insert[^\]"“:]*|x{2,}|no (?:response|answer|reply)(?: (?:entered|given|provided|received))?|not answered|left blank)[\])\s.]*$/i.test(
      words,
    )
  );
}
