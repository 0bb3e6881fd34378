import { oneOf } from '../../language/words.ts';
import type { Span } from '../../types.ts';
import { trim } from './spans.ts';

// Not Intl.Segmenter: it joins "overnight mail. (b) The notice …", and its tables differ from one Node to the next,
// while the same contract must give the same bytes.
const stop = /(?<![.!?…])[.!?…]+["'”’)\]»*]*(?=\s)/g;
const never = oneOf(
  'no nos sec secs art arts ch conn gen stat stats mass u.s u.s.c c.f.r c.g.s fed reg rev pub l mr mrs ms dr prof st ave blvd e.g i.e cf vs v jr sr ph.d ed.d approx dept attn tel ext fig par para subd tit al viz n.b p pp art § hon rev gov supt bros messrs',
);
/** They may close a sentence: only what follows tells. */
const sometimes = oneOf('inc corp co ltd l.l.c llc l.p p.c n.a pbc etc a.m p.m d.c u.s u.s.a u.s.c u.k no.1 esq cont');
/** What a code is named by: "Cal. Ed. Code", "Tex. Bus. & Com. Code", "Ill. Comp. Stat." */
const ofCode =
  /^(?:§|(?:Code|Stat|Gen|Rev|Ann|Comp|Ed(?:uc)?|Bus|Civ|Const|Admin|Prof|Com|Crim|Penal|Regs?|Laws?)\b\.?(?=\s|$)|B&P\b|&)/;
const opener =
  /^["“(]?(?:The|This|These|Those|That|It|If|In|Each|Every|Any|All|No|None|Neither|Either|Upon|Where|When|We|You|They|Nothing|Such|Our|Your|Both|As|At|For|An?|On|By|To|Except|Unless|Notwithstanding|THE|THIS|IT|IF|IN|EACH|ANY|ALL|NO|UPON|WE|YOU)\b/;
const lettersBefore = /([A-Za-z§][A-Za-z.]*)$/;
const enumerator = /^\((?:[a-z]{1,2}|[ivxl]{1,5}|\d{1,2})\)\s+["“]?[A-Z]/;
const ownNumber = /^\(?(?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,5})(?:\.\d{1,2})*[.)]$/;
// "… then 1. the vendor calls; and 2. it writes": the number opens an item, it closes no sentence.
const listNumber = /(?:[:;]|\b(?:and|or|then))\s+\d{1,2}$/;
const namesLetter =
  /\b(?:exhibit|schedule|annex|appendix|attachment|part|article|section|level|grade|plan|option|form|box|class|group|tier)\s+$/i;

/** Splits a stretch of one block into sentences, in time linear in its length. */
export function sentences(value: string, span: Span): Span[] {
  // Searched in a slice: a search in the whole text would run past the block's end to the next full stop.
  const words = value.slice(span.start, span.end);
  const parts: Span[] = [];
  let start = 0;
  for (const found of words.matchAll(stop)) {
    const end = found.index + found[0].length;
    if (!breaks(words, found.index, found[0], end, start)) continue;
    push(parts, trim(value, span.start + start, span.start + end));
    start = end;
  }
  push(parts, trim(value, span.start + start, span.end));
  return parts;
}

function push(parts: Span[], part: Span): void {
  if (part.end > part.start) parts.push(part);
}

function breaks(value: string, at: number, marks: string, end: number, start: number): boolean {
  const next = value.slice(end, end + 24).trimStart();
  if (end - start < 9 && ownNumber.test(value.slice(start, end).trim())) return false;
  if (enumerator.test(next)) return true;
  if (listNumber.test(value.slice(Math.max(start, at - 14), at))) return false;
  if (/^\p{Ll}/u.test(next) || /^["“'(]\p{Ll}/u.test(next) || /^[,;:)&]/.test(next)) return false;
  if (!marks.startsWith('.') || marks.startsWith('..')) return true;
  return !abbreviates(value.slice(Math.max(start, at - 40), at), next);
}

function abbreviates(before: string, next: string): boolean {
  const word = lettersBefore.exec(before)?.[1] ?? '';
  const lower = word.toLowerCase();
  if (lower === 'no' || lower === 'nos') return /^\(?[A-Z]{0,3}-?\d|^_/.test(next);
  if (lower === 'art' || lower === 'sec' || lower === 'l') return /^[\dIVX]/.test(next);
  if (sometimes.has(lower)) return !opener.test(next);
  if (never.has(lower)) return true;
  if (/^[A-Z][a-z]{1,5}$/.test(word) && ofCode.test(next)) return true;
  if (word.length === 1) return isInitial(before, word);
  return word.includes('.') && next.startsWith('§');
}

/** "J. Smith" and "U. S."; but "Exhibit A. The …" ends. */
function isInitial(before: string, word: string): boolean {
  if (word !== word.toUpperCase()) return false;
  const lead = before.slice(0, -1);
  return /(?:^|[\s(."“])$/.test(lead) && !namesLetter.test(lead) && word !== 'I';
}
