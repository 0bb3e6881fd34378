import { ofLexicon } from '../../language/of-lexicon.ts';
import type { Lexicon, Party, Span } from '../../types.ts';
import type { Line } from '../outline/lines.ts';
import { firstFrom, read } from '../outline/spans.ts';
import { keyed } from './keyed.ts';
import type { Alias, Known, ProperName } from './proper-names.ts';
import { plain, roleOfKind } from './proper-names.ts';

const quoted = /["“]\s*((?:the |our |your )?[^"”\n]{1,60}?)[.,;]?\s*["”]/gi;
const bracket = /\(([^()]{2,220})\)/g;
const calls =
  /\b(?:called|referred to (?:herein |hereinafter )?as|known (?:herein |hereinafter )?as|hereinafter|hereafter)\s+(?:simply\s+)?["“]?(?:the\s+)?["“]?([A-Z][\w'’& -]{1,40}?)["”]?(?=[,.;:)]|\s+(?:and|or|in|throughout)\b|$)/g;
const defines =
  /((?:["“][^"”\n]{1,60}["”](?:\s*(?:,|and|or|,\s*and|,\s*or)\s+|(?<=,["”])\s+)?){1,5}|\b(?:We|You)\b)\)?\s+(?:each\s+)?(?:means?|MEANS?|is|IS|are|ARE|refers? to|shall mean|it means|stands? for|denotes?)\s+/g;
const whereItSays = /\bsays? ["“]([^"”\n]{1,30})["”],? it means /g;
const wePattern = /^(?:we|us|our|ours|I|me|my)$/i;
const youPattern = /^(?:you|your|yours|your (?:school|district|board|organi[sz]ation|institution))$/i;
const notParty =
  /\b(?:agreement|contract|addendum|amendment|order|terms?|date|services?|products?|platform|software|application|app|site|website|act|law|data|information|records?|part(?:y|ies)|memorandum|mou|dpa|rider|letter|exhibit|policy|notice|incident|breach|fees?|period|purpose|statute|study|program|project|system|renewal|license|licence|content|materials?|files?|plan|lead|officer|coordinator|director|manager|contact|liaison|administrator|representative)s?\b/i;
/** "Services", but not "Service Partner". */
function isThing(name: string): boolean {
  return notParty.test(name) && !/\b(?:partner|provider|contractor|consultant|organi[sz]ation|company)$/i.test(name);
}
const partyOfPart = /^(?:the )?party of the (?:first|second) part$/i;
const introduces =
  /\b(?:between|by and among|entered into|is made|are parties|agreement with|licen[sc]e with|contract with|engage|on behalf of)\b/i;

/** Lines in which a contract says who makes it. */
const headLines = 25;
/** A company that is named for what it does for a party is none itself. */
const stranger =
  /\b(?:hosted|operated|provided|owned|made|published|supplied|insured|audited|managed) by\b|\b(?:subcontractor|subsidiary|affiliate|reseller|host|insurer|bank|agent)\b/i;
/** "the school system named in the registration form (the "Account Holder")", "the boards of education that sign (each a …)". */
const namesBoard =
  /\b(?:the|each|any|an?|such|every) (?:(?:public|local|participating|undersigned) )*(?:school (?:system|district|board|department)|boards? of education|school districts?|local education(?:al)? agency|educational institution|district|school)\b[^.;()"“]{0,90}$/i;

/** Collects every name the text gives to a party, with the company or board it stands for where that is told. */
export function aliasesOf(
  value: string,
  lines: readonly Line[],
  named: readonly ProperName[],
  lexicon: Lexicon,
): Alias[] {
  const known = knownWords(lexicon);
  const aliases: Alias[] = [];
  const to = addressee(value, lines, named);
  lines.forEach((line, index) => {
    if (line.span.end - line.span.start > 20_000) return;
    const words = read(value, line.span);
    aliases.push(...keyed(value, line, named, known, index < headLines));
    if (/["“(]|\b[Cc]alled\b|\bWe\b|\bYou\b|hereinafter/.test(words))
      aliases.push(
        ...inBrackets(words, line, { named, known, index, to }),
        ...byCalling(words, line, named, known, index),
        ...byApposition(words, line, named, known, index),
        ...byMeaning(words, line, named, known),
      );
  });
  return aliases;
}

const knownWords = ofLexicon((lexicon): Known => {
  const set = (concept: string): Set<string> => new Set((lexicon.get(concept) ?? []).map(plain));
  const names = (lexicon.get('board-name') ?? []).join('|') || '$.';
  return {
    contractor: set('contractor'),
    board: set('board'),
    either: set('either-side'),
    contractorKey: set('contractor-key'),
    boardKey: set('board-key'),
    boardWords: new RegExp(
      `^(?:the |a |an |any |each )?(?:[a-z]+ (?:or [a-z]+ )?)?(?:${names}|district|school|board)\\b(?!['’]s? \\w)`,
      'i',
    ),
  };
});

/** `X Corp. ("Provider")`, `the Eastmoor Board of Education (in this letter, "we")`, `(also called the District, the LEA)`. */
function inBrackets(
  words: string,
  line: Line,
  { named, known, index, to }: { named: readonly ProperName[]; known: Known; index: number; to: Party['role'] | null },
): Alias[] {
  const found: Alias[] = [];
  for (const hit of words.matchAll(bracket)) {
    const inside = hit[1] ?? '';
    const names = quotedNames(inside);
    if (names.length === 0) names.push(...calledNames(inside));
    const at = line.span.start + hit.index;
    const entity = before(named, line.span.start, at);
    if (
      names.length === 0 &&
      entity !== null &&
      at - entity.end <= 1 &&
      isShort(inside.replace(/^the /, ''), entity, known)
    )
      names.push(inside);
    if (names.length === 0) continue;
    const gap = entity === null ? '' : words.slice(entity.end - line.span.start, hit.index);
    const home = inFront(words.slice(Math.max(0, hit.index - 60), hit.index), named);
    // "“You” are the Board. “We” (or “us”) are …": the name before is told of another.
    const close = home ?? (entity !== null && gap.length < 260 && !/["”]\)|[.;] ["“]/.test(gap) ? entity : null);
    const front = words.slice(Math.max(0, (entity?.start ?? at) - line.span.start - 60), hit.index);
    const intro =
      index < headLines &&
      (introduces.test(words.slice(0, hit.index)) ||
        (line.block.kind === 'row' && gap.length < 80) ||
        (gap.length < 120 && !stranger.test(front))) &&
      !/\b(?:shall|will|has|have|wishes|offers?|purchased)\b/.test(gap);
    const until = words.slice(0, hit.index);
    const forced =
      close === null && index < headLines && !ofThings.test(inside) ? sideOf(until, line, named, to) : null;
    found.push(...accept(names, close, known, { start: at, end: at + hit[0].length }, intro, forced));
  }
  return found;
}

/** "… in the school directory (all of which is called “the Minutes”)": what went before, and no side. */
const ofThings =
  /\b(?:all|any|each|every|both|part|some|the whole) of (?:which|it|this|that|these|those|them|the foregoing)\b/i;

/** A side that is told by what it is ("the district that signs"), or by whom it contracts with: "… Board and A. Person". */
function sideOf(
  until: string,
  line: Line,
  named: readonly ProperName[],
  to: Party['role'] | null,
): Party['role'] | null {
  if (namesBoard.test(until)) return 'board';
  if (to !== null && sentFrom.test(until)) return to === 'board' ? 'contractor' : 'board';
  const isOther = /\bbetween\b/i.test(until) && /\),? and [^()]{3,160}$/.test(until);
  const board = named[firstFrom(named, line.span.start)];
  if (isOther && board?.kind === 'board' && board.end < line.span.start + until.length) return 'contractor';
  // "between Basalt Hall, a museum (the "Museum"), and the Elm Board of Education".
  const isFirst = /\bbetween\b[^()]{3,160}$/i.test(until) && board?.kind === 'board';
  return isFirst && board.start > line.span.start + until.length && board.end <= line.span.end ? 'contractor' : null;
}

const sentFrom = /^\W*from\b\W/i;

/** The side to which a memorandum is sent: who is named on the line that begins with "To:". */
function addressee(value: string, lines: readonly Line[], named: readonly ProperName[]): Party['role'] | null {
  const to = lines.slice(0, headLines).find(({ span }) => /^\W*to\W*:/i.test(read(value, span).slice(0, 12)));
  if (to === undefined) return null;
  const name = named[firstFrom(named, to.span.start)];
  return name !== undefined && name.end <= to.span.end ? roleOfKind(name) : null;
}

/** "Elm Board of Education (EBE)", "Loom Cooperative, Inc. (Offeror)": a name without marks, right behind the full one. */
function isShort(inside: string, entity: ProperName, known: Known): boolean {
  if (!/^[A-Z][\p{L}&]*(?: [A-Z][\p{L}&]*)?$/u.test(inside)) return false;
  const bare = plain(inside);
  const isWord = (roleOfKind(entity) === 'contractor' ? known.contractor : known.board).has(bare);
  return isWord || derives(bare, entity.text);
}

function quotedNames(words: string): string[] {
  return [...words.matchAll(quoted)].map(([, name = '']) => name.trim());
}

function calledNames(inside: string): string[] {
  // "Acme, Inc. (column C)" stands at the head of a column of ticks.
  const column = /^(?:in )?(?:the )?column (?:headed |marked )?([A-Z][\w&]*)$/.exec(inside)?.[1];
  if (column !== undefined) return [column];
  const list =
    /^(?:hereinafter|hereafter|also|herein|below)?\s*(?:called|known as|referred to as)?\s+(?:as\s+)?((?:the )?[A-Z][^"“]{1,80})$/.exec(
      inside,
    )?.[1];
  if (list === undefined || !/^(?:hereinafter|hereafter|also|herein|called|below)/.test(inside)) return [];
  return list.split(/,\s*(?:and |or )?|\s+(?:and|or)\s+/).map((name) => name.trim());
}

function byCalling(words: string, line: Line, named: readonly ProperName[], known: Known, index: number): Alias[] {
  return [...words.matchAll(calls)].flatMap((hit) => {
    const at = line.span.start + hit.index;
    return accept(
      [hit[1] ?? ''],
      before(named, line.span.start, at),
      known,
      { start: at, end: at + hit[0].length },
      index < headLines,
    );
  });
}

/** `For: Niantic School Department, acting for its Board of Education, "the Department"`, `Acme Corp. (Tacoma), the "Scheduler"`. */
function byApposition(words: string, line: Line, named: readonly ProperName[], known: Known, index: number): Alias[] {
  if (index >= headLines) return [];
  return [...words.matchAll(/, (?:the )?["“](?:the |our )?([A-Z][\p{L}'’ -]{1,30}?)[.,]?["”]/gu)].flatMap((hit) => {
    const at = line.span.start + hit.index;
    const entity = before(named, line.span.start, at);
    if (entity === null || at - entity.end > 40) return [];
    const gap = words.slice(entity.end - line.span.start, hit.index).replace(/\([^()"“]*\)/g, '');
    if (/["”)]/.test(gap)) return [];
    return accept([hit[1] ?? ''], entity, known, { start: at, end: at + hit[0].length }, true);
  });
}

/** `"Supplier" is Benchmark Harbor Analytics, Inc.`, `"Us" and "we" are …`, `Where it says "we" it means …`. */
function byMeaning(words: string, line: Line, named: readonly ProperName[], known: Known): Alias[] {
  const found: Alias[] = [];
  for (const hit of [...words.matchAll(defines), ...words.matchAll(whereItSays)]) {
    const given = quotedNames(hit[1] ?? '');
    const names = given.length > 0 ? given : [hit[1] ?? ''];
    const from = hit.index + hit[0].length;
    const meaning = words.slice(from, from + 80);
    const at = line.span.start + from;
    const next = named[firstFrom(named, at)];
    const near = next !== undefined && next.start - at <= 30 && next.end <= line.span.end + 1 ? next : null;
    // "“We” are Acme; “you” are the Elm Board": what comes after a stop is told of another.
    const entity =
      near !== null && !/[;.:"“”]/.test(words.slice(from, near.start - line.span.start))
        ? near
        : inShort(meaning, named);
    const span = { start: line.span.start + hit.index, end: at };
    // "“Us” is Acme.", of Acme Learning, Inc.: its short name is one, too.
    const short = entity !== null && entity !== near ? (shortName.exec(meaning)?.[1] ?? '') : '';
    const all = short === '' ? names : [...names, short];
    if (entity !== null) found.push(...accept(all, entity, known, span, true));
    else if (known.boardWords.test(meaning)) found.push(...accept(names, null, known, span, false, 'board'));
  }
  return found;
}

/** 'Waybill ("we")' where the head of the letter says "Waybill Transit Software, Inc." */
function inFront(words: string, named: readonly ProperName[]): ProperName | null {
  // "of 18 Cove Lane, Elm (the "Therapist")" tells where she lives.
  const short = /(?<!(?:,|\bof|\bin|\bat) )(?<![\w'’-])([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}) $/.exec(words)?.[1];
  return startingWith(short, named);
}

const shortName = /^([A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3})(?=[.;,]|$)/;

/** "Acme;" where the head says "Acme Learning, Inc.". */
function inShort(words: string, named: readonly ProperName[]): ProperName | null {
  return startingWith(shortName.exec(words)?.[1], named);
}

/** The full name at the head of the text that a short one begins. */
function startingWith(short: string | undefined, named: readonly ProperName[]): ProperName | null {
  if (short === undefined) return null;
  const start = `${plain(short)} `;
  return named.slice(0, 40).find((name) => `${plain(name.text)} `.startsWith(start)) ?? null;
}

function before(named: readonly ProperName[], from: number, at: number): ProperName | null {
  const name = named[firstFrom(named, at) - 1];
  return name !== undefined && name.start >= from && name.end <= at ? name : null;
}

/** Takes only names that can be a party's: role words, persons, parts of the name, initials; any other near "between". */
function accept(
  names: readonly string[],
  entity: ProperName | null,
  known: Known,
  span: Span,
  intro: boolean,
  forced: Party['role'] | null = null,
): Alias[] {
  const good = names.filter((name) => {
    const bare = plain(name);
    if (known.contractor.has(bare) || known.board.has(bare) || wePattern.test(name) || youPattern.test(name))
      return true;
    if (forced !== null && /^(?:the |a |an )?[A-Z]/.test(name) && !isThing(name)) return true;
    if (entity === null) return false;
    if (partyOfPart.test(name)) return true;
    return (
      derives(bare, entity.text) ||
      (intro && /^(?:the )?[A-Z]/.test(name) && !isThing(name) && name.split(' ').length <= 4)
    );
  });
  if (good.length === 0) return [];
  const person = good.some((name) => wePattern.test(name))
    ? 'we'
    : good.some((name) => youPattern.test(name))
      ? 'you'
      : '';
  const role = roleFor(good, entity, known, forced);
  if (role === null && person === '') return [];
  const kept = good
    .filter((name) => !wePattern.test(name) && !/^(?:you|yours?)$/i.test(name))
    .map((name) => name.replace(/^(?:the|an?)\s+/i, ''));
  const fits =
    entity !== null && role !== null && (roleOfKind(entity) === role || entity.kind === 'organisation') ? entity : null;
  return [{ role, names: kept, person, entity: fits, span }];
}

function roleFor(
  names: readonly string[],
  entity: ProperName | null,
  known: Known,
  forced: Party['role'] | null,
): Party['role'] | null {
  if (forced !== null) return forced;
  // The word given is a surer sign than the nearest name: "…, acting by its Board, and Jane Roe ("Consultant")".
  const bare = names.map(plain);
  if (bare.some((name) => known.contractor.has(name))) return 'contractor';
  const isCompany = entity?.kind === 'company';
  if (bare.some((name) => known.board.has(name) && !(isCompany && known.either.has(name)))) return 'board';
  return entity === null ? null : roleOfKind(entity);
}

function derives(bare: string, full: string): boolean {
  const tokens = plain(full).split(' ');
  if (bare !== '' && bare.split(' ').every((token) => tokens.includes(token))) return true;
  const initials =
    full
      .match(/(?<![\p{L}])\p{Lu}/gu)
      ?.join('')
      .toLowerCase() ?? '';
  // "CFBE" or "CFBOE" for the Cutler Ferry Board of Education.
  const all = tokens.map(([first = '']) => first).join('');
  const short = bare.replace(/[^a-z]/g, '');
  return short.length >= 2 && (initials.startsWith(short) || all.startsWith(short));
}
