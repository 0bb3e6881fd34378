import type { Span, Term } from '../types.ts';
import type { Draft } from './drafts.ts';
import { plainTerm, saidBefore } from './plain-terms.ts';
import { countWords, read, trim } from './spans.ts';
import type { Table } from './tables.ts';

/** What defining needs to know beside the statements. */
export interface Setting {
  readonly value: string;
  readonly isParty: (name: string) => boolean;
  /** Whether the statement stands under a title such as "Definitions". */
  readonly inGlossary: (statement: Draft) => boolean;
  /** Whether it is the first under its title, or of an answer. */
  readonly opens: (statement: Draft) => boolean;
  /** Run-in title of the statement's block, if it is the block's first statement and may be a term. */
  readonly titleOf: (statement: Draft) => Span | null;
}

type Named = { names: string[]; start: number; meaning: { start: number; end: number }; block: number; whole: boolean };

const list = '((?:["“][^"”\\n]{1,80}["”](?:\\s*\\([^()]{0,60}\\))?\\s*(?:,?\\s*(?:and|or)\\b|[,;/])?\\s*){1,6})';
const mean =
  '(?:shall (?:each )?mean|means?|(?:shall be|is|are) (?:understood|meant|taken to mean|to be understood)|refers? to|denotes?|signif(?:y|ies)|stands? for|(?:ha(?:s|ve)|bears?|carr(?:y|ies)) (?:the |a |an |their )?(?:\\w+ )?(?:meanings?|sense))';
const be = '(?:is|are|includes?|covers?|embraces?|takes? in|comprises?|describes?)';
const firm = new RegExp(`${list}[^"“.;:]{0,90}?\\b${mean}\\b`, 'gi');
const loose = new RegExp(
  `(?:^|^[^"“]{0,70}[ ,:]|; (?:and )?|, and )${list}(?:,? (?:below|here|herein|above|(?:in|as used|wherever|for|throughout|when used)\\b[^"“.;:]{0,70}?),?)? ?\\b${be}\\b`,
  'gi',
);
const bare =
  /^(?:The term |The phrase |The word )?((?!(?:I|We|You|They) refer)(?:[A-Z][\w'’/&-]*)(?: (?:of|and|the|or|for|to|[A-Z][\w'’/&-]*)){0,6}) (?:means?|MEANS?|shall mean|SHALL MEAN|refers? to|REFERS? TO)\b/;
const plainWords = /^(?!An? |At |If |In |As )([A-Z][\w'’-]*(?: [a-z'’-]+){0,3}) means\b/;
/** "Class Data is everything about your students that …" names a term and says what it takes in. */
const allThat =
  /^((?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*){1,4}) (?:is|are) (?:everything|anything|all|any|whatever|what)\b(?! (?:right|time|case|that matters))/;
/** "Reader data is anything that …": an everyday word for it, in small letters. */
const anyThat =
  /^([A-Z][\w'’-]*(?: [a-z][\w'’-]*){0,2}) (?:is|are) (?:everything|anything|whatever|all) (?:at all )?(?:that|which|about|of|you|we|your|our)\b/;
/** `"Diner Data" = whatever the system holds`. */
const equals = /^["“]([^"”]{2,60})["”] ?(?:=|—|–|:) ?(?=\S)/;
const inThis =
  /^(?!For (?:our|my|its|their) part\b)(?:In|For|Throughout|Under|As used in)\b[^,"“]{0,50}\b(?:this|these|our|the) (?:letter|agreement|terms|form|page|policy|contract|rider|addendum|order|table|schedule|memorandum|document|part|section|questions)\b[^,"“]{0,20}, ((?:the )?[A-Za-z'’ -]{3,40}?) (?:means?|is|are|refers? to)\b/;
const namedList =
  /^(?:In this \w+,? )?(?:The )?(?:terms?|words?|expressions?|phrases?) ([\p{L}][^.;:"“]{3,200}?) (?:carr(?:y|ies)|ha(?:s|ve)|bears?) (?:the |their )?(?:same )?meanings?\b/u;
const glossed =
  /^([A-Z][\w'’ /-]{1,50}?)(?:: (?=\S)| (?:—|–|=) (?=\S)| (?:is|are) (?=(?:an?|the|any|all|each|every|those|one|that|what)\b))/;
const given = /\((?:[^()"“]{0,60})((?:["“][^"”]{1,60}["”](?:\s*(?:,|and|or|,\s*or)\s*)?){1,4})[^()]{0,60}\)/g;
const also =
  /((?:[A-Z][\w'’-]*)(?: [A-Z][\w'’-]*){0,4}) \((?:also|sometimes|hereinafter|herein) (?:called|known as|referred to as) ([^()"“]{3,80})\)/g;
/** "…, these are called the "Study Files"": what was said before it is what they are. */
const areCalled =
  /\b(?:(?:is|are|(?:is|are) together|will be|shall be) (?:here |below |together )?(?:called|known as|referred to as)|(?:we|I|the parties|the parties shall|we shall|I shall|we will) call)\s+(?:the |our |an? )?["“](?:the )?([^"”]{2,60}?)[.,]?["”]/gi;
/** "What it stores on each pupil is "Play Data".", "Both together are the "Study File"." */
const areNamed =
  /\b(?:is|are)(?: together| collectively)? (?:the |our )?["“](?:the )?([A-Z][\w'’-]*(?: [A-Z][\w'’-]*){1,4})[.,]?["”]\W*$/g;
const call =
  /\b(?:we|I|parties|contract|agreement|letter)\s+(?:will |shall )?calls?\s+(?!an?\s+["“])([^"“]{2,240}?)[,:]?\s*(?:the\s+)?["“]([^"”]{2,60}?)[.,]?["”]/gi;
const allOf =
  /^(?!(?:any|every|all) (?:terms?|provisions?|parts?|clauses?|sections?|disputes?|notices?|amendments?)\b)(?:any|every|all|anything|everything|whatever|anything at all) (?:\w+ ){0,3}?(?:that|which|about|of|on|by|from|you|we)\b/i;
const backward =
  /^(?:By (?:that|this|it|these|those)|This|That|It|They|These|The (?:phrase|term|word|name|expression))\b[^.]{0,20}\b(?:we mean|means?|is meant|covers|includes|(?:name|word|term|phrase|shorthand|label) (?:that )?(?:we use )?for)\b/;
/** 'What do you mean by "class data"?', 'What we mean by "Files"': what stands below is what it means. */
const meantBy =
  /^\W*(?:(?:\d|Q)\S*\s+)?what (?:do|does|am|I|we|is|are|it)\b[^"“]{0,40}["“](?:the )?([^"”]{2,60}?)[.,?]?["”]\W*$/i;
/** "has the meaning given in Section 1", "means what it means in section 5": the meaning stands elsewhere. */
const pointer =
  /^(?:what it means|the same (?:thing )?as|the (?:same )?meanings?|as (?:it is )?(?:defined|used|set)|(?:given|set out|set forth|assigned|ascribed|defined|provided|stated|described)\b)[^.]{0,60}\b(?:in|by|under|at|above|below)\b[^.]{0,60}$/i;
const quotes = /["“]\s*(?:the |a |an |our |your )?([^"”]{1,80}?)[.,;]?\s*["”]/gi;
/** A term in single quotes, apostrophes within it aside. */
const singly = /(^|[\s(])['‘]([A-Z](?:[^'’"“”\n]|['’](?=\p{L})){1,60})['’](?=[\s,;:.)]|$)/gu;
/** "“Pupil Data” is struck, and this takes its place" says nothing of what it means. */
const isStruck = /^(?:hereby |now )?(?:deleted|struck|stricken|removed|replaced|amended|changed|restated|revised)\b/i;
/** "“Promptly,” when used of support calls, means …": elsewhere the word means what it means. */
const ofOneMatter =
  /["”]?,? (?:when|where|if|as) (?:it is )?(?:used|said|applied) (?:of|about|for|with|in (?:relation|respect|connection|regard))\b/i;
const pronoun =
  /^(?:Please|See|For|It|This|That|They|These|Those|Which|What|He|She|We|You|Nothing|There|Who|Whatever)$/;
const goesOn = /^(?:It|They|This|These|That|Those|Such|Included|Excluded|Not included|Among them|Directory)\b/;
const zones: ReadonlySet<string> = new Set(['operative', 'definition', 'recital']);
const duty = /\b(?:shall|must|will|may not|agrees?)\b|\b(?:won|can|don|doesn)['’]t\b/i;
/** "It stays the Board's property": what becomes of a thing is no part of what its name means. */
const fate =
  /^\w+ (?:\w+ )?(?:stays?|remains?|belongs?|becomes?|passes|(?:is|are) (?:owned|used|kept|held|sold|deleted|destroyed|erased|returned|protected|encrypted)\b)/;
const adds =
  /^["“]?([A-Z][\w'’ -]{2,60}?)["”]?,? (?:includes?|also includes?|does not include|do not include|excludes?|also means?|takes in)\b/;

/** Finds every term that the contract defines and marks the statements that do it. */
export function defineTerms(
  statements: readonly Draft[],
  tables: ReadonlyMap<number, Table>,
  setting: Setting,
): Term[] {
  const found: Named[] = [];
  let open: Named | null = null;
  let before: Draft | null = null;
  for (const statement of statements) {
    if (!zones.has(statement.zone)) continue;
    const words = read(setting.value, statement).replace(singly, '$1"$2"');
    const defined: Named[] = [
      ...fromRow(statement, tables, setting),
      ...inSentence(words, statement, setting),
      ...namedBefore(words, statement, before, setting.value),
    ];
    before = statement;
    found.push(...defined);
    open = defined.at(-1) ?? goOn(open, words, statement);
  }
  const told = found.filter(({ names }) => names.length > 0 && !names.every(setting.isParty));
  return told.filter((one) => !pointsElsewhere(one, told, setting.value)).map(termOf);
}

function pointsElsewhere(one: Named, all: readonly Named[], value: string): boolean {
  if (!pointer.test(read(value, one.meaning).replace(/[.;]$/, ''))) return false;
  return all.some((other) => other !== one && other.names.some((name) => one.names.includes(name)));
}

/** A definition goes on through the items it leads and through "It includes …". */
function goOn(open: Named | null, words: string, statement: Draft): Named | null {
  if (open === null) return null;
  if (!continues(words, statement, open)) return statement.block === open.block ? open : null;
  open.meaning.end = statement.end;
  if (statement.zone === 'operative') statement.zone = 'definition';
  return open;
}

function continues(words: string, statement: Draft, open: Named): boolean {
  if (statement.lead.some((lead) => lead.start >= open.start && lead.end <= open.meaning.end)) return true;
  const added = adds.exec(words)?.[1];
  if (added !== undefined && open.names.some((name) => name.toLowerCase() === added.toLowerCase()))
    return statement.block - open.block <= 1;
  return open.whole && statement.block === open.block && goesOn.test(words) && !duty.test(words) && !fate.test(words);
}

function termOf({ names, start, meaning }: Named): Term {
  return {
    names: [...new Set(names)],
    meaning: { ...meaning },
    start: Math.min(start, meaning.start),
    end: meaning.end,
  };
}

function fromRow(statement: Draft, tables: ReadonlyMap<number, Table>, setting: Setting): Named[] {
  const table = tables.get(statement.block);
  if (table === undefined || !table.columns.includes('meaning')) return [];
  const row = table.rows.find((line) => line.index === statement.block);
  const cells = row?.block.cells ?? [];
  const term = cells[Math.max(0, table.columns.indexOf('term'))];
  const meaning = cells[table.columns.indexOf('meaning')];
  if (term === undefined || meaning === undefined || term === meaning || meaning.end <= meaning.start) return [];
  statement.zone = 'definition';
  if (/^\W*\d*\W*$/.test(read(setting.value, term))) return [];
  const words = read(setting.value, term)
    .replace(/["“”*]/g, '')
    .trim();
  return [
    {
      names: words.split(/\s*(?:\/|;| or )\s*/),
      start: term.start,
      meaning: { ...meaning },
      block: statement.block,
      whole: false,
    },
  ];
}

function inSentence(words: string, statement: Draft, setting: Setting): Named[] {
  const size = words.length;
  const near = size > 4000 ? words.slice(0, 4000) : words;
  const found = [...quotedTerms(near, statement), ...unquotedTerms(near, statement, setting)];
  if (found.some(({ whole }) => whole) && statement.zone === 'operative') statement.zone = 'definition';
  if (near.includes('(')) found.push(...parenthetical(near, statement, setting));
  if (/\b(?:call(?:s|ed)?|known as|referred to as)\b|["”]\W*$/.test(near))
    found.push(...called(near, statement, setting));
  return found;
}

function quotedTerms(words: string, statement: Draft): Named[] {
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

function unquotedTerms(words: string, statement: Draft, setting: Setting): Named[] {
  const meant = setting.opens(statement) ? nameMeant(statement, setting.value) : null;
  if (meant !== null) return [shifted(statement, [meant], 0, { start: 0, end: words.length }, true)];
  const title = titleMeant(words, statement, setting);
  if (title !== null) return [shifted(statement, namesOfTitle(title), 0, { start: 0, end: words.length }, true)];
  const said = equals.exec(words);
  if (said !== null) return [shifted(statement, [said[1] ?? ''], 0, trim(words, said[0].length, words.length), true)];
  const listed = namedList.exec(words);
  if (listed !== null) {
    const names = (listed[1] ?? '').split(/,\s*(?:and |or )?|\s+and\s+|\s+or\s+/);
    return [shifted(statement, names, 0, trim(words, listed[0].length, words.length), true)];
  }
  const several = setting.inGlossary(statement) ? glossary(words, statement) : [];
  if (several.length > 1) return several;
  const everywhere = [bare, plainWords, inThis, allThat, anyThat];
  const patterns = setting.inGlossary(statement) ? [...everywhere, glossed] : everywhere;
  for (const pattern of patterns) {
    const hit = pattern.exec(words);
    const name = hit?.[1] ?? '';
    if (hit === null || pronoun.test(name.split(' ')[0] ?? '') || /["“]/.test(hit[0])) continue;
    return [
      shifted(
        statement,
        [name.replace(/^(?:the|a|an)\s+/i, '')],
        words.indexOf(name),
        trim(words, meaningFrom(hit[0]), words.length),
        true,
      ),
    ];
  }
  const plain = plainTerm(words);
  if (plain === null || setting.isParty(plain.name)) return [];
  const { name, at, meaning } = plain;
  return [shifted(statement, [name], at, trim(words, meaning.start, meaning.end), meaning.start > at)];
}

/** The title of a statement, if the statement says what it means. */
function titleMeant(words: string, statement: Draft, setting: Setting): string | null {
  const span = setting.titleOf(statement);
  if (span === null) return null;
  const title = read(setting.value, span);
  if (backward.test(words) || usesFor.test(words)) return title;
  if (duty.test(words)) return null;
  // '1.4 "Notice Window": …' is a term by its marks, wherever it stands.
  const isTerm = setting.inGlossary(statement) || /^["“]/.test(title);
  // "Storybox: anything that we get from a child in your schools."
  return isTerm || (allOf.test(words) && !saysOf.test(words) && countWords(title) <= 4) ? title : null;
}

/** "All rights and duties of the parties are determined under …" is a sentence, and names nothing. */
const saysOf =
  /^(?:(?!\b(?:that|which|who|whose|whatever|what|where|you|we|it|they|he|she)\b)[^.,;:]){6,120}?\b(?:is|are|shall|will|must|may) /i;

/** "Hosted Records are all records that …; End Date is the day on which …; Charges are those in Schedule 2": one sentence. */
function glossary(words: string, statement: Draft): Named[] {
  const pieces = [...words.matchAll(/[^;]+/g)];
  return pieces.flatMap((piece) => {
    const [said] = piece;
    const from = piece.index + (said.length - said.replace(/^\s*(?:and\s+)?/, '').length);
    const one = words.slice(from, piece.index + said.length);
    const hit = glossed.exec(one);
    const name = hit?.[1] ?? '';
    if (hit === null || pronoun.test(name.split(' ')[0] ?? '')) return [];
    return [shifted(statement, [name], from, trim(words, from + hit[0].length, from + one.length), true)];
  });
}

/** "Family papers. We'll use that term for everything that …": the name is a sentence of its own. */
function namedBefore(words: string, statement: Draft, before: Draft | null, value: string): Named[] {
  if (before === null || before.block !== statement.block) return [];
  const said = read(value, before).replace(/[*_]/g, '');
  const quoted = meansAll.test(words) ? /^["“]([^"”]{2,60})["”]/.exec(said)?.[1] : undefined;
  const name = quoted ?? (usesFor.test(words) ? said : meansAll.test(words) ? (saidBefore(said) ?? '') : '');
  return name === '' || countWords(name) > 4
    ? []
    : [shifted(statement, namesOfTitle(name), 0, { start: 0, end: words.length }, true)];
}

/** '"Session records" comes up below. It means everything that …' */
const meansAll =
  /^(?:It|This|That|They) (?:means?|takes? in|covers?|is|are) (?:everything|anything|all|any|whatever)\b/;
const usesFor = /^(?:We|I)(?:['’]ll| will| shall)? use (?:that|this) (?:term|word|phrase|name|expression) for\b/;

/** The name whose meaning the title above, or the question, asks for. */
function nameMeant({ asked, headings }: Draft, value: string): string | null {
  for (const span of [asked, headings.at(-1)]) {
    const name = span ? meantBy.exec(read(value, span))?.[1] : undefined;
    if (name !== undefined) return name;
  }
  return null;
}

/** Where the meaning begins: at "everything about …", which is part of it, else after the verb. */
function meaningFrom(found: string): number {
  const all = /\b(?:everything|anything|whatever|all|any|what)\b(?=[^"]*$)/.exec(found.slice(1));
  return all === null ? found.length : all.index + 1;
}

function parenthetical(words: string, statement: Draft, setting: Setting): Named[] {
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

/** Where the meaning ends: at the name, or after what narrows it: '… is called "Files" if it relates to a pupil'. */
function ends(words: string, { 0: found, index }: RegExpExecArray): number {
  const rest = words.slice(index + found.length);
  return /^\**,? (?:if|where|when|so far as|to the extent)\b/u.test(rest) ? words.length : index;
}

/** 'We call all of it that relates to one of your students "Student Data."': what was said before belongs to it. */
function called(words: string, statement: Draft, setting: Setting): Named[] {
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

function shifted(statement: Draft, names: readonly string[], at: number, meaning: Span, whole: boolean): Named {
  const base = statement.start;
  return {
    names: [...names],
    start: base + at,
    meaning: { start: base + meaning.start, end: base + meaning.end },
    block: statement.block,
    whole,
  };
}

function namesIn(words: string): string[] {
  return [...words.matchAll(quotes)]
    .map(([, name = '']) => name.trim())
    .filter((name) => name !== '' && !/^(?:I|me|my|we|us|our|ours|you|your|yours)$/i.test(name));
}

function namesOfTitle(words: string): string[] {
  const quoted = namesIn(words);
  if (quoted.length > 0) return quoted;
  return words
    .replace(/[.:—–]+$|["“”*]/g, '')
    .split(/\s*(?:\/| or )\s*/)
    .map((name) => name.trim());
}
