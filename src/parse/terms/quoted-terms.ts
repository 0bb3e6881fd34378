import { putIn, reworded, takenOut } from '../changes/amending.ts';
import type { Draft } from '../outline/drafts.ts';
import { trim } from '../outline/spans.ts';
import { type Named, namesIn, type Setting, shifted } from './named-term.ts';

/** '"Student Data" means …', '"Records" are …': several in a row, each up to the next. */
export function quotedTerms(words: string, statement: Draft): Named[] {
  if (!/["“]/.test(words)) return [];
  const hits = [...words.matchAll(firm), ...words.matchAll(loose)].map((hit) => {
    const offset = hit.index + hit[0].indexOf(hit[1] ?? '');
    return { names: namesIn(hit[1] ?? ''), at: offset, from: hit.index + hit[0].length };
  });
  const kept = hits
    .filter(
      (hit, index) =>
        hit.names.length > 0 &&
        !ofOneMatter.test(words.slice(hit.at, hit.from)) &&
        !isStruck.test(words.slice(hit.from).trimStart()) &&
        hits.findIndex((other) => other.at === hit.at || other.from === hit.from) === index,
    )
    .sort((one, other) => one.at - other.at);
  return kept.map((hit, index) => {
    const next = kept[index + 1]?.at ?? words.length;
    const meaning = trim(words, hit.from, Math.max(hit.from, next));
    return shifted(statement, hit.names, hit.at, meaning, hit.at <= 90);
  });
}

const list = '((?:["“][^"”\\n]{1,80}["”](?:\\s*\\([^()]{0,60}\\))?\\s*(?:,?\\s*(?:and|or)\\b|[,;/])?\\s*){1,6})';

const mean =
  '(?:shall (?:each )?mean|means?(?! to\\b)|(?:shall be|is|are) (?:understood|meant|taken to mean|to be understood)|refers? to|denotes?|signif(?:y|ies)|stands? for|(?:ha(?:s|ve)|bears?|carr(?:y|ies)) (?:the |a |an |their )?(?:\\w+ )?(?:meanings?|sense))';

const be = '(?:is|are|includes?|covers?|embraces?|takes? in|comprises?|describes?)';

const firm = new RegExp(`${list}[^"“.;:]{0,90}?\\b${mean}\\b`, 'gi');

const loose = new RegExp(
  `(?:^|^[^"“]{0,70}[ ,:]|; (?:and )?|, and )${list}(?:,? (?:below|here|herein|above|(?:in|as used|wherever|for|throughout|when used)\\b[^"“.;:]{0,70}?),?)? ?\\b${be}\\b`,
  'gi',
);

/** "“Pupil Data” is struck, and this takes its place", "the words “the State” are put in" say nothing of what they mean. */
const isStruck = new RegExp(`^(?:hereby |now )?(?:${takenOut}|${reworded}|${putIn})\\b`, 'i');

/** "“Promptly,” when used of support calls, means …": elsewhere the word means what it means. */
const ofOneMatter =
  /["”]?,? (?:when|where|if|as) (?:it is )?(?:used|said|applied) (?:of|about|for|with|in (?:relation|respect|connection|regard))\b/i;

/** 'all that it stores (the "Files")', 'Files (also called Records)'. */
export function parenthetical(words: string, statement: Draft, setting: Setting): Named[] {
  const found: Named[] = [];
  let from = 0;
  for (const hit of words.matchAll(given)) {
    const names = namesIn(hit[1] ?? '').filter((name) => !setting.isParty(name));
    if (names.length > 0)
      found.push(shifted(statement, names, hit.index, trim(words, Math.max(from, hit.index - 600), hit.index), false));
    from = hit.index + hit[0].length;
  }
  for (const hit of words.matchAll(also)) {
    const names = [
      hit[1] ?? '',
      ...(hit[2] ?? '').split(/,\s*(?:and |or )?|\s+(?:and|or)\s+/).map((name) => name.replace(/^the\s+/i, '')),
    ];
    if (!names.some(setting.isParty))
      found.push(shifted(statement, names, hit.index, trim(words, hit.index + hit[0].length, words.length), false));
  }
  return found;
}

const given = /\((?:[^()"“]{0,60})((?:["“][^"”]{1,60}["”](?:\s*(?:,|and|or|,\s*or)\s*)?){1,4})[^()]{0,60}\)/g;

const also =
  /((?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*){0,4}) \((?:also|sometimes|hereinafter|herein) (?:called|known as|referred to as) ([^()"“]{3,80})\)/g;

/** 'We call all of it that relates to one of your students "Student Data."': what was said before belongs to it. */
export function called(words: string, statement: Draft, setting: Setting): Named[] {
  const before = [...words.matchAll(areCalled), ...words.matchAll(areNamed)].flatMap((hit) => {
    const names = [hit[1] ?? ''].filter((name) => !setting.isParty(name));
    return hit.index < 12 || names.length === 0
      ? []
      : [shifted(statement, names, hit.index, trim(words, Math.max(0, hit.index - 600), ends(words, hit)), false)];
  });
  const after = [...words.matchAll(call)].map((hit) => {
    const start = hit.index + hit[0].indexOf(hit[1] ?? '');
    const names = [(hit[2] ?? '').replace(/^(?:the|our)\s+/i, '')].filter((name) => !setting.isParty(name));
    return shifted(statement, names, start, { start, end: start + (hit[1] ?? '').length }, false);
  });
  return [...before, ...after];
}

/** "…, these are called the "Study Files"": what was said before it is what they are. */
const areCalled =
  /\b(?:(?:is|are|(?:is|are) together|will be|shall be) (?:here |below |together )?(?:called|known as|referred to as)|(?:we|I|the parties|the parties shall|we shall|I shall|we will) call)\s+(?:the |our |an? )?["“](?:the )?([^"”]{2,60}?)[.,]?["”]/gi;

/** "What it stores on each pupil is "Play Data".", "Both together are the "Study File"." */
const areNamed =
  /\b(?:is|are)(?: together| collectively)? (?:the |our )?["“](?:the )?([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){1,4})[.,]?["”]\W*$/g;

const call =
  /\b(?:we|I|parties|contract|agreement|letter)\s+(?:will |shall )?calls?\s+(?!an?\s+["“])([^"“]{2,240}?)[,:]?\s*(?:the\s+)?["“]([^"”]{2,60}?)[.,]?["”]/gi;

/** Where the meaning ends: at the name, or after what narrows it: '… is called "Files" if it relates to a pupil'. */
function ends(words: string, { 0: found, index }: RegExpExecArray): number {
  return narrows.test(words.slice(index + found.length)) ? words.length : index;
}

/** "…, so long as a pupil can be told from it", right behind a name. */
export const narrows = /^\W{0,3} (?:if|where|when|while|(?:so|as) (?:far|long) as|to the extent)\b/u;
