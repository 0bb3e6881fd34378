import { quantities } from '../../language/quantities.ts';
import { words } from '../../language/words.ts';
import type { Block, PlainText, Span } from '../../types.ts';
import { opensWithBox } from './boxes.ts';
import type { Label } from './labels.ts';
import { partWords, readLabel } from './labels.ts';
import { countWords, read, trim } from './spans.ts';

/** A block taken apart into its number, its title and what it says. */
export interface Line {
  readonly index: number;
  readonly block: Block;
  readonly span: Span;
  readonly label: Label | null;
  /** A run-in heading, or the whole line where it is nothing but a heading. */
  readonly title: Span | null;
  /** What is left to be read as sentences; null for a heading. */
  readonly body: Span | null;
  /** How headings of a line are set; '' if it is none. Headings set alike are of one level. */
  readonly look: '' | 'heading' | 'strong' | 'caps' | 'plain';
}

const finite =
  /\b(?:shall|(?<!\bat )will|must|may|might|can|cannot|could|should|would|is|are|was|were|am|be|been|has|have|had|does|do|did|agrees?|means|owns?|retains?|remains?|belongs?|includes?|applies|apply|undertakes?|represents|warrants|keeps?|holds?|provides|requires|says|gives?|takes?|uses|stays?)\b|['’](?:ll|re|ve)\b|n['’]t\b/i;
/** "We use the data only for these purposes:" says what it heads, however it is set. */
const opensSentence = /\b(?:[Ww]e|[Yy]ou|[Tt]hey|shall|will|must) [a-z].*:["”’)]*$/s;
const closed = /[.;,:]["”’)]*$/;
const small =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|of|on|or|per|the|to|under|upon|v|vs|via|with|without|its|their|our|your|when|after|if|not|no)$/i;
const runIn =
  /^["“']?([A-Z0-9][^.:?!—–\n]{0,90}?)(?:\.["”]?\s+(?=["“(*[]?[A-Z0-9$])|:\s+(?=\S)|\?\s+(?=["“(]?[A-Z])|\s+[—–]\s+(?=[A-Z]))/;

/** "1.2 **Strike** Section 6": a verb of amendment that is set in bold begins its sentence. */
const ordersWords = /^(?:strike|delete|insert|add|replace|substitute|omit|remove|restate)(?: (?:out|from|to|in))?$/i;

/** "Section 8.2. For “ten” read “nine”.": what the sentence is about. */
const reference = /^((?:Section|Paragraph|Clause|Article|Row|§) ?\d{1,3}(?:\.\d{1,3})+)\.\s+(?=[A-Z])/;

/** "Schedule 2 (Fees). The Board pays …". */
const bracketTitle = /^\(([A-Z][^()]{1,60})\)\.\s+(?=\S)/;

/** Takes every block apart; rows stay whole. */
export function readLines(text: PlainText): Line[] {
  const strong = text.marks.filter((mark) => mark.kind === 'strong').sort((one, other) => one.start - other.start);
  let next = 0;
  const lines = text.blocks.map((block, index) => {
    while (next < strong.length && (strong[next]?.end ?? 0) <= block.start) next += 1;
    return readLine(text.value, block, index, strong, next);
  });
  let leads = false;
  const items = lines.map((line) => {
    if (line.label === null) leads = leadsToDeeds.test(text.value.slice(line.span.start, line.span.end).slice(-80));
    return leads ? asItem(text.value, line) : line;
  });
  return items.map((line, index) =>
    isNumberedTitle(text.value, line, items[index - 1], items[index + 1])
      ? { ...line, look: 'plain', title: line.body, body: null }
      : line,
  );
}

/** "Vendor and the Board shall each:" */
const leadsToDeeds = /\b(?:shall|will|must|agrees? to|undertakes? to)(?: (?:each|both|also))?:$/i;
/** "This covenant is mutual": what has a subject of its own does not go on with "shall". */
const hasSubject = /^(?:this|that|these|those|the|it|they|neither|either|no|such|each|any|an?|if|where|when)\b/i;

/** "D-1. Obey the Act. This covenant is mutual.": below "shall each:" what seems to be its title is what shall be done. */
function asItem(value: string, line: Line): Line {
  const { title, body, label, look } = line;
  if (label === null || title === null || body === null || look !== '') return line;
  return hasSubject.test(read(value, body)) ? { ...line, title: null, body: { ...title, end: body.end } } : line;
}

/** "5. Deletion on request", set like the text, is a title where what follows has no number or one that stems from it. */
function isNumberedTitle(value: string, line: Line, before: Line | undefined, next: Line | undefined): boolean {
  if (next === undefined || next.block.kind !== 'paragraph' || next.look !== '' || !isShortNumbered(value, line))
    return false;
  const number = line.label?.text.replace(/[.)]+$/, '') ?? '';
  const below = next.label?.text ?? '';
  if (below === '' ? !closed.test(read(value, next.span)) : !below.startsWith(`${number}.`)) return false;
  // A list of short things: the last of them stands above whatever comes next.
  if (before === undefined || before.look !== '') return true;
  const sibling = before.label?.style === line.label?.style && isShortNumbered(value, before);
  return !sibling && !/[:—]$/.test(read(value, before.span));
}

/** A number and a few words that are no sentence. */
function isShortNumbered(value: string, { label, look, title, body }: Line): boolean {
  if (label === null || look !== '' || title !== null || body === null || body.end - body.start > 90) return false;
  const words = read(value, body);
  if (!/^\d/.test(label.text) || !/^["“']?[A-Z]/.test(words) || closed.test(words) || /[?!]$|\d{3}|[@$_|]/.test(words))
    return false;
  return countWords(words) <= 9 && (!hasVerb(words) || /^(?:how|what|when|where|who|why|if)\b/i.test(words));
}

/** Whether the words hold a verb that could make them a sentence. */
export function hasVerb(words: string): boolean {
  return finite.test(words.slice(0, 2000));
}

function readLine(value: string, block: Block, index: number, strong: readonly Span[], next: number): Line {
  const span = trim(value, block.start, block.end);
  const bare = { index, block, span, label: null, title: null, body: span, look: '' } as const;
  if (block.kind === 'row' || span.start === span.end) return bare;
  const label = readLabel(value.slice(span.start, Math.min(span.end, span.start + 200)));
  const rest = label === null ? span : trim(value, span.start + label.length, span.end);
  const line = { ...bare, label, body: rest };
  const bold = boldAt(rest.start, strong, next);
  const titled = label !== null && partWords.has(label.keyword) ? bracketTitle.exec(read(value, rest)) : null;
  if (titled !== null) {
    const [all, title = ''] = titled;
    const start = rest.start + 1;
    return withTitle(value, line, { start, end: start + title.length }, rest.start + all.length);
  }
  const look = wholeLook(value, block, rest, label, bold);
  if (look !== '') return { ...line, look, title: rest.end > rest.start ? rest : null, body: null };
  return runInLine(value, line, rest, bold);
}

/** End of the bold stretch that begins where the words do; -1 if none does. */
function boldAt(start: number, strong: readonly Span[], next: number): number {
  let end = -1;
  for (let index = next; index < strong.length; index += 1) {
    const mark = strong[index];
    if (mark === undefined || mark.start > Math.max(start, end) + 1) break;
    if (mark.end > start) end = Math.max(end, mark.end);
  }
  return end;
}

function wholeLook(value: string, block: Block, rest: Span, label: Label | null, bold: number): Line['look'] {
  const size = rest.end - rest.start;
  if (size > 220) return '';
  const words = read(value, rest);
  const count = countWords(words);
  const prose = /[.]["”’)]*$/.test(words) && count > 8 && hasVerb(words);
  if (block.kind === 'heading') return prose || (count > 8 && opensSentence.test(words)) ? '' : 'heading';
  if (size === 0) return label !== null && label.keyword !== '' ? 'plain' : '';
  if (/_{3,}|^\[.\]/.test(words) || opensWithBox(words)) return '';
  if (bold >= rest.end - 1 && !prose && !isSentence(words, count) && mayBeBoldHeading(words, count)) return 'strong';
  return count > 14 ? '' : plainLook(words, label, count, block.kind === 'item');
}

/** "**Vendor may sell the records.**": a sentence that is set in bold is none the less one; "**How we use data.**" is a title. */
function isSentence(words: string, count: number): boolean {
  return (
    /[.]["”’)]*$/.test(words) &&
    count > 3 &&
    (count > 8 || hasVerb(words) || acts.test(words) || /^(?:we|you)\b/i.test(words)) &&
    !/^(?:how|what|when|where|who|why|if|your|our)\b/i.test(words)
  );
}

const acts =
  /\b(?:waives?|grants?|assigns?|vests?|becomes?|disclaims?|releases?|authorizes?|governs?|acknowledges?|consents?|reserves?|accepts?|sells?|shares?|deletes?|notifies|owes?)\b/i;

/** A bold sentence that leads a list is no heading, and the line that names the parties is not one either. */
function mayBeBoldHeading(words: string, count: number): boolean {
  const most = /\?["”’)]*$/.test(words) ? 60 : 20;
  return count <= most && !/\([^()]{0,40}["“]/.test(words) && !(words.endsWith(':') && hasVerb(words));
}

/** Headings that only their words give away: capitals, a keyword, a numbered title. */
function plainLook(words: string, label: Label | null, count: number, item: boolean): Line['look'] {
  if (closed.test(words) && !(label !== null && words.endsWith('.') && isTitle(words))) return '';
  // "VENDOR SHALL AT NO TIME —" opens the list below it.
  const opens = /\b(?:SHALL|MUST|WILL|MAY|AGREES)\b.*[:—–-]$/.test(words);
  if (words === words.toUpperCase() && /[A-Z]{3}/.test(words) && !/^["“(]/.test(words) && count <= 12 && !opens)
    return 'caps';
  if (label === null || /[?!]$/.test(words)) return '';
  if (label.keyword !== '' && label.keyword !== 'item' && !hasVerb(words)) return 'plain';
  return !item && isTitle(words) && count <= 9 && !/^[a-z(]/.test(label.style) ? 'plain' : '';
}

/** Every word of weight has a capital, and nothing in it is a verb. */
function isTitle(words: string): boolean {
  if (hasVerb(words) || /\d{3}|[@$_]/.test(words)) return false;
  return words.split(/\s+/).every((word) => small.test(word) || /^["“'(&/\-–—]*[A-Z0-9&/–—-]/.test(word));
}

function runInLine(value: string, line: Line, rest: Span, bold: number): Line {
  if (bold > rest.start && bold < rest.end) {
    const after = value.slice(bold, Math.min(rest.end, bold + 6));
    const set = trim(value, rest.start, bold);
    const stopped = /[.:?!—–][”"]?$/.test(read(value, set));
    const gap = /^["”]?\s*(?:[.:—–]|\s-\s)\s*/.exec(after)?.[0].length ?? 0;
    // "**2.1 Account Data** We collect names."
    const apart =
      line.label !== null &&
      /^\s+["“]?[A-Z]/.test(after) &&
      isTitle(read(value, set)) &&
      !ordersWords.test(read(value, set));
    // "**11. Law.** ~~Ohio law governs.~~ **Utah law governs.** Suit …": what is bold behind the title is text put in.
    const first = firstStop(read(value, set));
    if (first > 0) return withTitle(value, line, { start: set.start, end: set.start + first }, set.start + first);
    if ((stopped || gap > 0 || apart) && set.end - set.start <= 300 && !tellsTime(read(value, set)))
      return withTitle(value, line, set, bold + (stopped ? 0 : gap));
    return line;
  }
  const opening = value.slice(rest.start, Math.min(rest.end, rest.start + 140));
  const found = reference.exec(opening) ?? runIn.exec(opening);
  const title = found?.[1] ?? '';
  if (found === null || !fitsRunIn(title, found[0], line)) return line;
  const end = rest.start + found[0].indexOf(title) + title.length + (/^\?/.test(found[0].slice(title.length)) ? 1 : 0);
  return withTitle(value, line, trim(value, rest.start, end), rest.start + found[0].length);
}

const abbreviated = /\b(?:no|inc|llc|co|corp|mr|mrs|ms|dr|st)\.?$/i;

/** Where a title of a few words ends that a whole sentence follows in the same bold; -1 for any other. */
function firstStop(words: string): number {
  const [all = '', title = ''] = /^([A-Z][^.?!:]{0,60}\.) (?=["“]?[A-Z])/.exec(words) ?? [];
  return all !== '' && !hasVerb(title) && !abbreviated.test(title) && hasVerb(words.slice(all.length))
    ? title.length
    : -1;
}

function fitsRunIn(title: string, all: string, line: Line): boolean {
  const count = countWords(title);
  const asks = all.trimEnd().endsWith('?');
  if (asks) return line.label !== null && count <= 20;
  if (tellsTime(title) || hasVerb(title) || /^\d|\d{4}|[@$_]/.test(title) || abbreviated.test(title)) return false;
  if (all.trimEnd().endsWith(':')) return count <= 6;
  // "- Directory information; student records. The letter goes out in …"
  if (line.label !== null || line.block.kind === 'item') return count <= 9 && (isTitle(title) || count <= 6);
  return count <= 6 && isTitle(title) && !/\d/.test(title);
}

/** "Within 48 hours of discovery: Vendor telephones …" begins the sentence that it seems to head. */
function tellsTime(title: string): boolean {
  const opens = /^(?:within|after|before|by|not? (?:later|more) than|in|at|upon|on|for|every|until)\b/i.test(title);
  return opens && quantities(words(title)).length > 0;
}

function withTitle(value: string, line: Line, title: Span, bodyStart: number): Line {
  const body = trim(value, bodyStart, line.span.end);
  if (body.start >= body.end) return { ...line, title, body: null, look: 'strong' };
  return { ...line, title, body };
}
