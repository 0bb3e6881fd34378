import type { Section } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import type { Places, Reference } from '../outline/places.ts';
import { groupsIn } from '../outline/references.ts';
import { isInside } from '../outline/sections.ts';
import { read } from '../outline/spans.ts';
import { listsGone, takenOut, takeOut } from './amending.ts';
import { isInForce } from './in-force.ts';
import { asTitled, type Context, clausesNamed, namedAbove, passive, targets, whole, wholly } from './striking.ts';

/** "Section 8.1 shall now read: …": what it read before is gone. */
const restates =
  /\b(?:(?:(?:is|are|shall be) (?:hereby |now )?(?:(?:amended|revised|changed)(?: and restated)?|restated)(?: in (?:its|their) entirety)?,? (?:so as )?to|shall (?:hereafter |now |instead )?) ?read(?= (?:as follows|in (?:its|their) entirety)|\s*[:,“"])|(?:is|are|shall be) (?:hereby )?(?:amended and )?restated in (?:its|their) entirety\b)/i;
const mayStrike = /\b(?:strikes?|deletes?|replace|remove|omit|repeal|rescind|cancel|substitut\w+|put|insert\w*)\b/i;
const inserted = /\b(?:is|are) (?:added|inserted)\b/i;

/** The sections that a clause strikes whole. */
export function struckBy(value: string, statement: Draft, sections: readonly Section[], context: Context): number[] {
  const words = read(value, statement);
  // "C. Strike Section 8 wholly." seems to be the title of C.
  const orders =
    statement.zone === 'heading' && (/^\W*(?:strike|delete|replace|for)\b/i.test(words) || passive.test(words));
  if ((statement.zone !== 'operative' && !orders) || inserted.test(words)) return [];
  const anew = restates.exec(words);
  const verb = passive.exec(words) ?? anew;
  const isListed = /\d/.test(words) && listsGone(value, statement) && isNamesAlone(words);
  // Next to no statement strikes anything: its references need not be looked for.
  if (verb === null && !isListed && !mayStrike.test(words) && !isStruck.test(words)) return [];
  // "New Section 6" is put in, not struck: the old one is.
  const titled = namedAbove(value, statement, sections, context);
  const clauses = asTitled(clausesNamed(words, statement, sections, context), titled).filter(
    ({ section }) => !isInForce(section, statement, sections),
  );
  const named = [...clauses, ...papersStruckBy(value, words, context.places)];
  const part = statement.section === null ? '' : (sections[statement.section]?.part ?? '');
  const found = isListed
    ? wholly(named)
    : named.length === 0 && (strikesIt.test(words) || isStruck.test(words))
      ? namedAbove(value, statement, sections, context)
      : targets(words, verb, named, context.isParty);
  return found.filter(
    (section) =>
      !isInside(statement.section, new Set([section]), sections) &&
      !isInForce(section, statement, sections) &&
      // The new Sections 3.1 and 3.2 follow; the old ones stand in another paper.
      (anew === null || sections[section]?.part !== part),
  );
}

/** "Strike it, and write in its place", below "Section 14". */
const strikesIt = new RegExp(
  String.raw`^\W*(?:strike|delete|omit|remove|repeal|rescind|cancel|replace)(?: out)? (?:(?:and|then) (?:insert|put|substitute|replace)\b[^"“]{0,30}(?:$|["“](?:\d|[A-Z]))|it|(?:this|the) (?:whole |entire )?(?:section|paragraph|clause|article)|the whole(?: of it)?)${whole}`,
  'i',
);

/** "Struck entire.", below "Section 7 (Incidents)". */
const isStruck = new RegExp(
  String.raw`^\W*(?:(?:it|this|(?:this|the) (?:whole |entire )?(?:section|paragraph|clause|article)) (?:is|shall be) )?(?:hereby )?${takenOut}(?: (?:entire(?:ly)?|whole|wholly|outright|altogether|in (?:its entirety|full|whole)))?(?:,? and (?:replaced(?: by| with)?|in its place)[^.;]{0,40})?\W*$`,
  'i',
);

/** "Strike Schedule 2": the paper of that name, unless the file has a new one that bears it. */
function papersStruckBy(value: string, words: string, places: Places): Reference[] {
  if (
    /\b(?:new|replac\w+|substitut\w+|insert\w*|supersed\w+|instead|place|stead|lieu|attached|restated|reads?)\b/i.test(
      words,
    )
  )
    return [];
  return places.papers(words).filter(({ at, end }) => {
    const before = words.slice(0, at);
    // "Section 2 of Annex 1", "in Annex 1" tell where; "shall see that Annex 1 is removed" is a duty.
    if (/\b(?:of|in|to|from|under|by|with|at|see) (?:the )?$|\b(?:shall|will|must|may|if|when|that)\b/i.test(before))
      return false;
    const name = words.slice(at, end).replace(/\s+/g, ' ').replace(/\W*$/, '');
    return !new RegExp(
      String.raw`\b(?:new|revised|restated|amended|replacement|following|attached) ${name}\b`,
      'i',
    ).test(value);
  });
}

/** Whether the words are the numbers of clauses, with their titles and their paper, and say nothing of them. */
function isNamesAlone(words: string): boolean {
  return groupsIn(words).length > 0 && saysNothing.test(withoutNames(words));
}

/** "Section 4.3 (Company archive) is struck.": the titles of what it strikes are no words of its own. */
export function isStrikingAlone(words: string): boolean {
  return groupsIn(words).length > 0 && saysNothing.test(withoutNames(words).replace(isGone, ''));
}

const isGone = new RegExp(
  String.raw`^\W*(?:hereby )?${takeOut}\b|\b(?:(?:is|are|shall be) (?:hereby |therefore |now )?${takenOut}|comes? out)(?: (?:together )?with (?:Form|Schedule|Exhibit|Annex) \w{1,3})?(?=\W|$)`,
  'i',
);

function withoutNames(words: string): string {
  const between = groupsIn(words).reduceRight((left, { at, end }) => left.slice(0, at) + left.slice(end), words);
  return between.replace(/\([^()]{0,80}\)|, (?:under|by|in|of|through) which [^.;]{1,120},/g, '');
}

const saysNothing =
  /^(?:[\s,;]|and\b|the (?:whole|entirety) of\b|all of\b)*(?:(?:of|in) (?:the |our |your )?[A-Z][\w’']*(?: [\w’']+){0,6})?,?\s*(?:entire|entirely|in full|whole|(?:each |all )?in (?:its|their) entirety)?\W*$/;
