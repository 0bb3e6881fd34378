import type { Party, Span } from '../../types.ts';
import type { Line } from '../outline/lines.ts';
import { firstFrom, read } from '../outline/spans.ts';
import type { Alias, Known, ProperName } from './proper-names.ts';
import { plain, quoteForPattern, roleOfKind } from './proper-names.ts';

// "Schools: Elm High" lists schools; only in a form of two columns do such words name a side.
const formOnly = /^(?:schools|member|agency|university|college|host|press|firm|publisher|developer|town|city|region)$/;

/** "Vendor: X", "| Subscriber | Board of Education of … |": a word for a side and the name that fills it. */
export function keyed(value: string, line: Line, named: readonly ProperName[], known: Known, atHead: boolean): Alias[] {
  const run = atHead && line.block.kind !== 'row' ? runOn(value, line, named) : [];
  if (run.length > 0) return run;
  const pair = pairOf(line);
  if (pair === null) return [];
  const { key, held, row } = pair;
  const shown = read(value, key)
    .replace(/[:.]$|["“”]/g, '')
    .trim();
  const role = roleOfKey(plain(shown.replace(/\b(?:name|legal name)$/i, '')), known, row);
  // "THE HOUSE: Quillfeather Publishing House, Inc."
  const article = /^the (?=\S)/i;
  if (role === null)
    return atHead && (row || article.test(shown) || isCalled(value, shown))
      ? unknownKey(shown.replace(article, ''), held, named, { start: key.start, end: held.end })
      : [];
  const word = known.contractor.has(plain(shown)) || known.board.has(plain(shown)) ? [shown] : [];
  const span = { start: key.start, end: held.end };
  const entity = named[firstFrom(named, held.start)];
  if (entity !== undefined && entity.start <= held.start + 4 && entity.end <= held.end) {
    const real = roleOfKind(entity);
    return real !== role && word.length > 0 ? [] : [{ role: real, names: word, person: '', entity, span }];
  }
  const words = read(value, { start: held.start, end: Math.min(held.end, held.start + 160) });
  if (!row || word.length === 0 || !isName(words, known)) return [];
  // "| Schools | Otterly |" heads the signatures of two sides.
  const start = `${plain(words)} `;
  if (named.some((name) => roleOfKind(name) !== role && plain(name.text).startsWith(start))) return [];
  return [{ role, names: [...word, words.split(/,| \(/)[0] ?? ''], person: '', entity: null, span }];
}

/** "Organization: Elm Board of Education" of which the text goes on to speak as “the Organization”. */
function isCalled(value: string, shown: string): boolean {
  return new RegExp(`\\((?:the )?["“](?:the )?${quoteForPattern(shown)}["”]\\)`, 'i').test(value);
}

const asksOther =
  /\b(?:name|address|between|and|for|to|from|attention|attn|contact|site|location|prepared|host(?:ing|ed)?|insurer|sub\w+|bank|signature|signed|title|date|project|notices?|phone|e-?mail|product|service|contract|agreement|order|quote|invoice|ship|bill|law)\b/i;

/** "| Data Provider | Millstone Board of Education |": at the head of a form any key may be a name of who fills it. */
function unknownKey(shown: string, held: Span, named: readonly ProperName[], span: Span): Alias[] {
  const entity = named[firstFrom(named, held.start)];
  if (entity === undefined || entity.start > held.start + 4 || entity.end > held.end) return [];
  if (!/^[A-Z]/.test(shown) || shown.split(' ').length > 3 || asksOther.test(shown)) return [];
  const titled = shown.charAt(0) + shown.slice(1).toLowerCase();
  const names = /^[A-Z]+$/.test(shown) ? [titled, shown] : [shown];
  return [{ role: roleOfKind(entity), names, person: '', entity, span }];
}

/** "Controller: Elm Board of Education, … Processor: Acme, Inc., …": sides that a paragraph at the head names in a row. */
function runOn(value: string, line: Line, named: readonly ProperName[]): Alias[] {
  const found: Alias[] = [];
  for (
    let at = firstFrom(named, line.span.start);
    (named[at]?.end ?? Number.POSITIVE_INFINITY) <= line.span.end;
    at += 1
  ) {
    const entity = named[at];
    if (entity === undefined) break;
    const before = value.slice(Math.max(line.span.start, entity.start - 40), entity.start);
    const match = /(?:(?:^|[.;] )([A-Z][a-z]+ [A-Z][a-z]+)|(?:^|\s)([A-Z][a-z]+)): (?:the )?$/.exec(before);
    const key = match?.[1] ?? match?.[2];
    if (key === undefined || asksOther.test(key)) continue;
    const start = entity.start - before.length + before.lastIndexOf(key);
    found.push({ role: roleOfKind(entity), names: [key], person: '', entity, span: { start, end: entity.end } });
  }
  // A name after a colon is a party only beside the other side's.
  return new Set(found.map(({ role }) => role)).size > 1 ? found : [];
}

function pairOf(line: Line): { key: Span; held: Span; row: boolean } | null {
  const [first, second] = line.block.cells;
  const row = line.block.kind === 'row' && line.block.cells.length === 2 && first !== undefined && second !== undefined;
  const key = row ? first : line.title;
  const held = row ? second : line.body;
  if (key === null || held === null || key.end - key.start > 60 || held.end - held.start > 400) return null;
  return { key, held, row };
}

function roleOfKey(key: string, known: Known, row: boolean): Party['role'] | null {
  if (formOnly.test(key) && !row) return null;
  if (known.contractor.has(key) || known.contractorKey.has(key)) return 'contractor';
  return known.board.has(key) || known.boardKey.has(key) ? 'board' : null;
}

function isName(words: string, known: Known): boolean {
  const bare = plain(words.split(/,| \(/)[0] ?? '');
  if (!/^[A-Z]/.test(words) || words.length > 70 || /[.;]$/.test(words)) return false;
  return !known.contractor.has(bare) && !known.board.has(bare);
}
