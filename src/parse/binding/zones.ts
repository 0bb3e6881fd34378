import type { Zone } from '../../types.ts';
import type { Line } from '../outline/lines.ts';
import type { Outline } from '../outline/sections.ts';
import { countWords, read } from '../outline/spans.ts';
import { reserved } from './readings.ts';
import { refusedHereFrom } from './refusals.ts';
import { inSignature } from './signatures.ts';

const contentsTitle =
  /^(?:table of )?contents\b|^index\b|^(?:on this page|in this (?:document|agreement|page|policy)|jump to|what['’]s (?:on this page|in here))\b/i;
const recitalTitle =
  /^(?:\W*)(?:recitals?|background|preliminary statements?|preambles?|whereas|witnesseth|premises|introductory statements?|how (?:this|it|we|they) (?:came about|came to be|came here|got here|come to this)|what led (?:up )?to (?:this|it)|(?:the )?story so far)\W*$/i;
const promise = /\b(?:promises?|undertakes?|covenants?|agrees?|shall)\b/i;
const agree = /\bagree(?:s|d)? as follows|now,? therefore|\b(?:the parties|they) (?:hereby |therefore )?agree\b/i;
const draftNote =
  /^\W{0,3}(?:drafting notes?|drafter['’]s notes?|notes? (?:to|for) (?:draft|drafter|drafters|counsel|reviewer|negotiator|vendor|user|form|file)|guidance notes?|instructions?(?: for| to|:)|comment:|editor['’]s note|internal note)/i;
/** How a sentence begins that tells of the section in which it stands. */
const ofItself =
  /^\W*(?:th(?:is|ese)|what (?:follows|stands|is (?:below|here|printed))|the (?:following|rest)|(?:nothing|everything|all|none|anything) (?:(?:of|that is) )?(?:in|on|here|below|this|these|it)|here|below)\b|^\W*(?:[\w’'-]+ ){1,5}(?:(?:that|which) follows?|below)\b/iu;
const ofItBefore = /^\W*(?:it|they|both|all of (?:it|them))\b/iu;
const ofOthers =
  /\b(?:struck|crossed|lined|stricken|took|taken) (?:out|through)\b|\bin (?:italics?|brackets?|gr[ae]y|small print)\b/iu;
const ofSubject = /^(?:the|an?|our|your|its|their|all|any|such|is|are|given|printed|provided|here|meant|set|out)$/u;
const bracketsAdd =
  /\bbrackets?\b[^.]{0,60}\b(?:added|put in|inserted|new|agreed|fill(?:ed)? in)\b|\b(?:added|add|put in|inserted|insert|filled in|new words)\b[^.]{0,60}\bbrackets?\b/i;
const sampleTitle =
  /\b(?:(?:sample|specimen|model) (?:form|letter|agreement|contract|clause|addendum|notice|language|text|wording|request|report|page)s?|superseded|obsolete|(?:not|no) (?:a )?part of (?:this|the|our) (?:agreement|contract|order|addendum|rider|compact|terms)|for (?:reference|information|illustration|convenience) only|non-?binding|consent letter)\b|^\W*(?:samples?|specimens?)\W*$|\((?:sample|specimen)\)|^(?:sample|specimen)\W*:|^\W*(?:attached|annexed|enclosed)?\W*(?:samples?|specimens?)\s*[:–—(]/i;

const aside =
  "(?:(?:[\\w'’-]+ )?(?:notes?|comments?|commentar(?:y|ies)|annotations?|explanations?|summar(?:y|ies)|gloss(?:es)?|guidance|tips?|side ?bars?|remarks?))";
const asidesBindNobody = new RegExp(
  `(?:^|[.!?;:\\d)]\\s|\\n)(?:the |our |any |all |each )?(${aside})\\b(?: (?:in|beside|below|under|to|at|that|which|printed|set)\\b[^.]{0,60})? (?:is|are|do|does|forms?|serves?)\\b[^.]{0,90}?(?:\\bconvenience\\b|\\b(?:no|not)\\b[^.]{0,20} part of\\b|\\bbinds? (?:nobody|no one|neither)|\\bnot (?:bind|binding)\\b|\\b(?:information|reference|guidance) only\\b|\\bno (?:legal )?(?:force|effect)\\b)`,
  'giu',
);

/** "Side notes are no part of this agreement": how paragraphs begin that bind nobody ("Side note."); null for none. */
function asidesOf(value: string): RegExp | null {
  const names = [...value.matchAll(asidesBindNobody)].map(([, name = '']) => name.toLowerCase());
  if (names.length === 0) return null;
  const stems = [...new Set(names)].map((name) => name.replace(/ies$/, '(?:y|ies)').replace(/s$/, 's?'));
  return new RegExp(`^\\W*(?:${stems.join('|')})(?: [\\w.()]{1,6})?\\s*[.:—–]`, 'iu');
}

/** What a block is for, where its place in the document tells it; null where its sentences must. */
export function zonesOf(
  value: string,
  lines: readonly Line[],
  outline: Outline,
  undertakes: (words: string) => boolean,
): (Zone | null)[] {
  const inherited = sectionZones(value, lines, outline);
  const state: State = {
    recital: false,
    contents: null,
    signature: false,
    bracketsAdd: bracketsAdd.test(value),
    asides: asidesOf(value),
  };
  return lines.map((line, index) => {
    const section = outline.sectionOf[index] ?? null;
    const words = value.slice(line.span.start, Math.min(line.span.end, line.span.start + 400));
    return blockZone(line, words, state, undertakes) ?? (section === null ? null : (inherited[section] ?? null));
  });
}

interface State {
  recital: boolean;
  /** Entries of a contents page so far; null outside of one. */
  contents: Set<string> | null;
  signature: boolean;
  /** The parties' own words stand in brackets. */
  readonly bracketsAdd: boolean;
  /** How paragraphs begin of which the contract says that they bind nobody. */
  readonly asides: RegExp | null;
}

function blockZone(line: Line, words: string, state: State, undertakes: (words: string) => boolean): Zone | null {
  if (line.span.start === line.span.end) return null;
  const title =
    line.title === null ? '' : words.slice(line.title.start - line.span.start, line.title.end - line.span.start);
  const opens = line.look !== '';
  if (line.block.container === 'header' || line.block.container === 'footer') return 'note';
  const contents = contentsZone(line, words, title, state);
  if (contents) return 'contents';
  if (opens && recitalTitle.test(title)) {
    state.recital = true;
    state.signature = false;
    return 'heading';
  }
  state.signature = inSignature(line, words, title, state.signature);
  if (state.signature) return 'signature';
  state.recital = state.recital && !endsRecitals(line, words);
  // "Whereas Vendor has merged, the parties agree:" leads to what they agree.
  if (/^\W{0,3}whereas\b/i.test(words) && !(agree.test(words) && /:\W*$/.test(words))) return 'recital';
  // A "background" may promise all the same: "With that in view, the parties promise each other …".
  if (state.recital) return promise.test(words) && undertakes(words) ? null : 'recital';
  return isNote(words, state.bracketsAdd) || state.asides?.test(words) ? 'note' : null;
}

function endsRecitals(line: Line, words: string): boolean {
  // "A.", "(a)" and "(1)" are recitals still; "1." is the first clause.
  const numbered = line.label !== null && !/^\(?[A-Za-z][.)]|^\(/.test(line.label.style);
  return line.look !== '' || numbered || agree.test(words);
}

function isNote(words: string, bracketsAdd: boolean): boolean {
  if (draftNote.test(words)) return true;
  if (!bracketsAdd && /^\[[^\]]*\]$/.test(words) && !reserved.test(words)) return true;
  return /^\W*\[?(?:insert|tbd|to be (?:completed|inserted))\b[^.]{0,80}\]?$/i.test(words);
}

function contentsZone(line: Line, words: string, title: string, state: State): boolean {
  if (/\.{4,}\s*\d+\s*$|…{2,}\s*\d+\s*$/.test(words)) return true;
  if ((words.match(/ [·|•] /g)?.length ?? 0) >= 4 && contentsTitle.test(words)) return true;
  // "Contents. The notice shall tell …" is a clause.
  const alone = line.title === null || line.body === null;
  if (alone && contentsTitle.test(title || words) && countWords(title || words) <= 5) {
    state.contents = new Set();
    return true;
  }
  if (state.contents === null) return false;
  const key = words
    .toLowerCase()
    .replace(/^[\divxl.()§\s-]*(?:article|section|exhibit)?\s*[\divxl.()]*\s*/i, '')
    .replace(/[^a-z]+/g, ' ')
    .trim();
  const repeated = key !== '' && state.contents.has(key);
  const short = countWords(words) <= 16 && !/[.;]["”]?$/.test(words.replace(/\b\d+\.$/, ''));
  const heading = line.block.kind === 'heading' && state.contents.size > 0;
  if (repeated || !short || heading) {
    state.contents = null;
    return false;
  }
  state.contents.add(key);
  return true;
}

/**
 * Whether the opening words of a section say of the section itself that it binds nobody: "This annex is for reference only."
 * "Vendor's web terms are no part of this order", "Headings are for convenience only" tell of something else.
 */
function bindsNobody(words: string, title: string): boolean {
  let tellsOfItself = true;
  for (const sentence of words.split(/[.:;]\s/)) {
    const from = refusedHereFrom(sentence);
    const subject = sentence.slice(0, from < 0 ? 60 : from);
    tellsOfItself = (tellsOfItself && ofItBefore.test(subject)) || ofItself.test(subject) || isTitle(subject, title);
    if (from >= 0 && tellsOfItself && !ofOthers.test(sentence)) return true;
  }
  return false;
}

/** "Background facts are for information only" under "Background facts"; or no subject at all. */
function isTitle(subject: string, title: string): boolean {
  const called = subjectWords(title);
  return subjectWords(subject).every((word) => called.includes(word));
}

function subjectWords(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}’']+/gu) ?? []).filter((word) => !ofSubject.test(word));
}

/** Sections whose title or opening words say that nothing in them binds. */
function sectionZones(value: string, lines: readonly Line[], outline: Outline): (Zone | null)[] {
  // "Connecticut Model Agreement" above the whole is the paper that was signed.
  const zones: (Zone | null)[] = outline.sections.map((section, index) =>
    sampleTitle.test(section.title) && !(index === 0 && /\bmodel\b/i.test(section.title)) ? 'note' : null,
  );
  const opened = new Set<number>();
  lines.forEach((line, index) => {
    const section = outline.sectionOf[index] ?? null;
    if (section === null || line.body === null || opened.has(section)) return;
    opened.add(section);
    const words = read(value, { start: line.body.start, end: Math.min(line.body.end, line.body.start + 300) });
    const owner = outline.sections[section];
    if (
      owner !== undefined &&
      owner.title !== '' &&
      line.look === '' &&
      line.title === null &&
      bindsNobody(words, owner.title)
    )
      zones[section] = 'note';
  });
  outline.sections.forEach((section, index) => {
    if (section.parent !== null) zones[index] ??= zones[section.parent] ?? null;
  });
  return zones;
}
