import type { Span, Zone } from '../../types.ts';
import { isBlank, type ZoneOf } from '../binding/readings.ts';
import { boxAlone, choices } from '../outline/boxes.ts';
import { endOfSentence } from '../outline/broken-off.ts';
import type { Draft } from '../outline/drafts.ts';
import { draft } from '../outline/drafts.ts';
import type { Line } from '../outline/lines.ts';
import { hasVerb } from '../outline/lines.ts';
import { sentences } from '../outline/sentences.ts';
import { countWords, read, trim } from '../outline/spans.ts';
import { duty } from '../terms/named-term.ts';
import type { Amends } from './amending-columns.ts';
import type { Codes, Response } from './codes.ts';
import { answerOf, besideCode, boundByCode, isTicked } from './codes.ts';
import { cellText } from './grid.ts';
import { besideMore, fateOf, type Renewed } from './renewed.ts';
import type { Table } from './tables.ts';
import { tickedRow } from './ticked-row.ts';

const affirms =
  /^(?:yes|agreed|accepted|as (?:drafted|proposed|requested|written|stated|asked)|so agreed|confirmed|we (?:accept|agree|confirm|undertake)|acknowledged|understood and agreed|will comply|complies|comply|compliant|affirmed|granted|i agree|vendor (?:accepts|agrees))\b(?!\s*,?\s*(?:in part|except|subject to|but|with (?:changes|exceptions)))/i;
const declines = /\bnot (?:agreed|accepted)\b|\bdeclin/i;

/** What every statement of a row shares. */
export interface Frame {
  readonly value: string;
  readonly table: Table;
  readonly row: Line;
  readonly base: Draft;
  readonly zoneOf: ZoneOf;
}

/** Reads a row by its columns: statements for what binds, zones for what does not. */
export function readRow(frame: Frame): Draft[] {
  const cells = frame.row.block.cells.map((cell) => trim(frame.value, cell.start, cell.end));
  return rowOf(frame, cells).map((one) => withUnit(frame, cells, one));
}

const figure = /^(?:the )?[\w-]+(?: \(\d+\))?(?: (?:calendar |business )?(days?|hours?|weeks?))?$/i;
const unitHead =
  /^(?:the )?(?:(?:latest|last|outside|longest|most|number of|calendar|business) )*(days?|hours?|weeks?)\b/i;

/** "20", "the 20th" and "20 days" under "Latest day, counted from …": what a figure counts stands over its column. */
function withUnit({ value, table }: Frame, cells: readonly Span[], one: Draft): Draft {
  const at = cells.findIndex((cell) => cell.end === one.end && one.start <= cell.start && filled(cell));
  const [cell, head] = [cells[at], table.heads[at]];
  if (!cell || !head || one.zone !== 'operative' || one.tail !== null) return one;
  const counted = figure.exec(read(value, cell));
  const unit = unitHead.exec(read(value, head));
  if (counted === null || unit === null) return one;
  const start = head.start + unit[0].length - (counted[1] === undefined ? (unit[1] ?? '').length : 0);
  return { ...one, tail: trim(value, start, head.end) };
}

function rowOf(frame: Frame, cells: readonly Span[]): Draft[] {
  const { table, row, base, value } = frame;
  if (table.signature || (base.zone !== 'operative' && base.zone !== 'definition'))
    return [draft(base, row.span, table.signature ? 'signature' : base.zone)];
  const [box] = cells;
  // "[ ] | Sponsored tier | …" is not chosen.
  if (table.boxed && box && boxAlone(read(value, box)) === false) return [draft(base, row.span, 'note')];
  if (table.sides.columns.length > 0) return tickedRow(frame, cells);
  if (table.amends !== null) return amendingRow(frame, cells, table.amends);
  if (table.renewed !== null) return renewedRow(frame, cells, table.renewed);
  if (table.columns.includes('meaning') && cells.length > 1)
    return [draft(base, row.span, 'definition'), ...dutiesBeside(frame, cells)];
  const ended = table.codes === null ? endOfSentence(value, cells, table, base) : null;
  if (ended !== null) return [ended];
  const item = pricedItem(frame, cells) ?? timedItem(frame, cells);
  if (item !== null)
    return [
      draft({ ...base, asked: timeHead(frame, cells) ?? base.asked }, item, zone(frame, read(value, item), base.zone)),
    ];
  const at = (column: string): Span[] => cells.filter((cell, index) => table.columns[index] === column && filled(cell));
  const [question] = at('question');
  // What the law asks for, in the first column, is the title under which the row is promised.
  const subject = table.columns[0] === 'law' ? at('law').slice(0, 1) : [];
  // "2.10 FERPA": a number with its title.
  const labels = at('label').filter((cell) => /\d\W+\p{L}{3}/u.test(read(value, cell)));
  const titles = [...base.headings, ...subject, ...labels, ...at('head')];
  const whos = boundBy(value, at('who'));
  const shared: Draft = { ...base, headings: titles, lead: [...base.lead, ...(whos[0] ?? [])] };
  if (table.codes !== null) return codedRow(frame, cells, table.codes, shared);
  const drafts: Draft[] = [
    ...[...at('label'), ...at('head'), ...at('who')].map((cell) => draft(base, cell, 'heading')),
    ...at('question').map((cell) => draft(base, cell, 'question')),
    ...at('remark').flatMap((cell) => sentences(value, cell).map((one) => draft(shared, one, 'explanation'))),
  ];
  const bound = whos.flatMap((who) =>
    binding(frame, cells, { ...shared, lead: [...base.lead, ...who] }, question ?? null),
  );
  drafts.push(...bound, ...explained(frame, at('law'), shared, bound));
  return drafts.sort((one, other) => one.start - other.start);
}

/** What a row of a glossary that binds says that somebody shall do, beside what its word means. */
function dutiesBeside({ value, table, base }: Frame, cells: readonly Span[]): Draft[] {
  const term = cells[table.columns.indexOf('term')];
  const meaning = cells[table.columns.indexOf('meaning')];
  if (!table.binding || meaning === undefined) return [];
  const headings = term === undefined ? base.headings : [...base.headings, term];
  return sentences(value, meaning)
    .filter((one) => duty.test(read(value, one)))
    .map((one) => draft({ ...base, headings }, one, 'operative'));
}

/** "5 (Fees) | the whole section | “5. Vendor is paid.”": only what is put in may bind. */
function amendingRow(frame: Frame, cells: readonly Span[], { strike, insert }: Amends): Draft[] {
  const { base, value } = frame;
  return cells.flatMap((cell, index) => {
    if (!filled(cell)) return [];
    if (index === strike) return [draft(base, cell, 'explanation')];
    if (index !== insert) return [draft(base, cell, 'heading')];
    const opener = /^[^"“]{0,80}:\s*(?=["“])/.exec(read(value, cell))?.[0] ?? '';
    const start = cell.start + opener.length;
    return [
      ...(opener === '' ? [] : [draft(base, trim(value, cell.start, start), 'explanation')]),
      ...cellStatements(frame, { start, end: cell.end }, base),
    ];
  });
}

/** "Vendor shall run ten buses. | Vendor shall run nine buses.": the old words bind as far as those beside them leave them. */
function renewedRow(frame: Frame, cells: readonly Span[], { old, now }: Renewed): Draft[] {
  const { base, value } = frame;
  const after = cells[now] ?? noCell;
  const fate = fateOf(read(value, after));
  const isGone = fate === 'out' || fate === 'other';
  const start = after.start + (fate === 'more' ? besideMore(read(value, after)) : 0);
  const isWord = fate === 'same' || fate === 'out' || (fate === 'other' && cells.length > now + 1);
  const opener = isWord ? after : trim(value, after.start, start);
  const rest = { start: opener.end === after.end ? after.end : start, end: after.end };
  return cells.flatMap((cell, index) => {
    if (!filled(cell)) return [];
    if (index === old)
      return cellStatements(frame, cell, base).map((one) => (isGone ? { ...one, zone: 'struck' as const } : one));
    if (index < old) return [draft(base, cell, 'heading')];
    if (index > now) return cellStatements(frame, cell, base);
    return [
      ...(filled(opener) ? [draft(base, opener, 'heading')] : []),
      ...(filled(rest) ? cellStatements(frame, trim(value, rest.start, rest.end), base) : []),
    ];
  });
}

const noCell: Span = { start: 0, end: 0 };

/** Who is bound by a row: "Vendor", or each of "H+B" by itself. */
function boundBy(value: string, cells: readonly Span[]): Span[][] {
  const [cell] = cells;
  if (cell === undefined || cells.length > 1) return [[...cells]];
  const names = [...read(value, cell).matchAll(/[^+&/]+/g)].map(({ 0: name, index }) =>
    trim(value, cell.start + index, cell.start + index + name.length),
  );
  return names.length > 1 && names.every(filled) ? names.map((name) => [name]) : [[cell]];
}

const price = /[$€£]\s?\d|\b\d+ cents?\b/i;

/** "Deletion of pupil files, each request | $95": what is charged for is half of what the row says. */
function pricedItem({ value, table }: Frame, cells: readonly Span[]): Span | null {
  if (table.codes !== null) return null;
  const [item, ...rest] = cells.filter(
    (cell, index) => filled(cell) && ['head', 'binding', undefined].includes(table.columns[index]),
  );
  const isPrice = (cell: Span) => price.test(read(value, cell));
  const last = cells.findLast(filled);
  // A cell that promises something speaks for itself; "$65 a pupil, invoiced before the work is done" is a price.
  const promises = (cell: Span) => hasVerb(read(value, cell)) && read(value, cell).search(price) !== 0;
  if (!item || !last || isPrice(item) || !rest.some(isPrice) || rest.some(promises)) return null;
  return { start: item.start, end: last.end };
}

const length =
  /^(?:within |in |by |not later than |no later than )?(?:the )?(?:[\w-]+ )?\(?\d+(?:st|nd|rd|th)?\)? ?(?:consecutive |calendar |business |working |school )?(?:minutes?|hours?|days?|weeks?|months?)?\W*$/i;

/** Words of the name of a step. */
const longestItem = 8;

/** "First notice, by telephone | the Supplier's officer to the Superintendent | 72 hours": one duty over all cells. */
function timedItem({ value, table }: Frame, cells: readonly Span[]): Span | null {
  if (table.codes !== null || table.columns.includes('party')) return null;
  const told = cells.filter(
    (cell, index) => filled(cell) && ['head', 'binding', 'who'].includes(table.columns[index] ?? ''),
  );
  const [first] = told;
  const last = told.at(-1);
  // "District | Supplies the calendar | by September 1" is the District's duty, and so is what stands at length before its name.
  if (first && table.columns[cells.indexOf(first)] === 'who') return null;
  if (first && table.columns.includes('who') && countWords(read(value, first)) > longestItem) return null;
  if (!first || !last || told.length < 3 || !length.test(read(value, last))) return null;
  return told.slice(0, -1).some((cell) => hasVerb(read(value, cell))) ? null : { start: first.start, end: last.end };
}

/** "Within, from discovery", over the times of the rows. */
function timeHead({ value, table }: Frame, cells: readonly Span[]): Span | null {
  const at = cells.findLastIndex(filled);
  const cell = cells[at];
  const head = table.heads[at];
  return cell && head && filled(head) && length.test(read(value, cell)) ? head : null;
}

/**
 * "Requirement | C | Comment": the code tells whether the requirement is taken up, or the comment in its place; the
 * comment may stand in the cell of the code, and speaks of the requirement.
 */
function codedRow(frame: Frame, cells: readonly Span[], codes: Codes, base: Draft): Draft[] {
  const texts = cells.map((cell) => cellText(frame.value, cell));
  const [who, ...others] = boundByCode(codes, texts);
  const owedBy = (side: Span | undefined): Draft[] =>
    answeredRow(frame, cells, answerOf(codes, texts), side ? { ...base, lead: [...base.lead, side] } : base);
  // What two sides owe is said of each; its titles stand once.
  return [...owedBy(who), ...others.flatMap((side) => owedBy(side).filter((one) => one.zone !== 'heading'))];
}

function answeredRow(frame: Frame, cells: readonly Span[], response: Response, shared: Draft): Draft[] {
  const { value, table } = frame;
  const { codes } = table;
  if (codes === null) return [];
  const asked =
    cells.find((cell, index) => filled(cell) && ['law', 'question'].includes(table.columns[index] ?? '')) ?? null;
  const promised = cells.some((cell, index) => filled(cell) && table.columns[index] === 'binding');
  const remark = cells.map((cell, index) => (table.columns[index] === 'remark' ? read(value, cell) : '')).join(' ');
  // "R8 | M | For “ten” read “twenty”": what is asked for stands elsewhere under that number.
  const about =
    asked ?? cells.find((cell, index) => filled(cell) && index === 0 && !codes.columns.includes(index)) ?? null;
  return cells.flatMap((cell, index) => {
    if (!filled(cell)) return [];
    const said = (span: Span, isRemark: boolean): Draft[] =>
      sentences(value, span).map((one) =>
        draft(
          isRemark && about !== null ? { ...shared, headings: [...shared.headings, about] } : shared,
          one,
          binds(response, isRemark, remark) && !(isRemark && isAside(read(value, span))) ? 'operative' : 'explanation',
        ),
      );
    if (codes.columns.includes(index)) {
      const code = cell.start + besideCode(cellText(value, cell));
      const beside = trim(value, code, cell.end);
      return [
        draft(shared, { start: cell.start, end: code }, 'heading'),
        ...(filled(beside) && !isBlank(read(value, beside)) ? said(beside, true) : []),
      ];
    }
    const column = table.columns[index];
    if (column === 'binding') return promise(frame, cell, { ...shared, asked }, binds(response, false, remark));
    // "Home address | ☒" names what is ticked and promises nothing.
    const promises = !isTicked(codes) || /[.;]$/.test(cellText(value, cell)) || hasVerb(cellText(value, cell));
    return column === 'remark' || (column === 'law' && !promised && promises)
      ? said(cell, column === 'remark')
      : [draft(shared, cell, 'heading')];
  });
}

/** What stands beside a requirement answers it, if the row is taken up. */
function promise(frame: Frame, cell: Span, shared: Draft, taken: boolean): Draft[] {
  const title = shared.asked === null ? [] : [shared.asked];
  const said = cellStatements(frame, cell, { ...shared, headings: [...shared.headings, ...title] });
  return taken ? said : said.map((one) => ({ ...one, zone: 'explanation' }));
}

/** "[Our margins do not allow it.]" in a cell of its own is said by the way. */
function isAside(words: string): boolean {
  return /^\[[^\]]*\]$/.test(words);
}

/** "This row is to read: …" leaves nothing of the requirement. */
function binds(response: Response, isRemark: boolean, remark: string): boolean {
  if (response === 'none') return false;
  if (response === 'taken' || isRemark) return true;
  return response === 'changed' && !/\bto read\b|\breads?:|\breplaced? by\b|\binstead:/i.test(remark);
}

function filled(cell: Span): boolean {
  return cell.end > cell.start;
}

function binding(frame: Frame, cells: readonly Span[], shared: Draft, question: Span | null): Draft[] {
  const { value, table } = frame;
  const bound = cells.flatMap((cell, index) => {
    const column = table.columns[index];
    return filled(cell) && (column === 'binding' || column === 'party' || column === undefined)
      ? [{ cell, index }]
      : [];
  });
  const parties = bound.some(({ index }) => table.columns[index] === 'party');
  // "Erase the files | Vendor | 10 days": who does it stands between what is done and when.
  const gaps = bound.map(({ index }, at) =>
    at === 0 ? [] : table.columns.slice((bound[at - 1]?.index ?? 0) + 1, index),
  );
  const [deed] = bound;
  const isOne = deed !== undefined && sentenceCount(read(value, deed.cell)) === 1;
  const adjacent = gaps.every((gap) => gap.every((column) => column === 'who') && (gap.length === 0 || isOne));
  if (
    !parties &&
    question === null &&
    adjacent &&
    bound.length > 1 &&
    mayJoin(
      value,
      bound.map(({ cell }) => cell),
      shared,
    )
  ) {
    return joined(
      frame,
      bound.map(({ cell }) => cell),
      shared,
    );
  }
  return bound.flatMap(({ cell, index }) => {
    const head = table.heads[index] ?? null;
    const named = head !== null && filled(head) ? head : null;
    const lead = table.columns[index] === 'party' && named !== null ? [...shared.lead, named] : shared.lead;
    return cellStatements(frame, cell, { ...shared, lead, asked: question ?? named ?? shared.asked });
  });
}

/** Fragments are one sentence over several cells; with an actor in a column of its own, the first two always are. */
function mayJoin(value: string, cells: readonly Span[], shared: Draft): boolean {
  const [first, ...others] = cells.map((cell) => read(value, cell));
  if (first === undefined) return false;
  if (cells.some((cell) => choices(value, cell) !== null)) return false;
  const brief = !hasVerb(first) || countWords(first) <= 4;
  if (shared.lead.length > 0) return true;
  return brief && others.every((cell) => !hasVerb(cell) || (/^\p{Ll}/u.test(cell) && sentenceCount(cell) === 1));
}

function sentenceCount(words: string): number {
  return sentences(words, { start: 0, end: words.length }).length;
}

/** One statement over the cells, as far as they are fragments; whole sentences after that stand alone. */
function joined(frame: Frame, cells: readonly Span[], shared: Draft): Draft[] {
  const { value, table } = frame;
  const parts = cells.flatMap((cell, index) => (index === 0 ? [cell] : sentences(value, cell)));
  const [first] = parts;
  if (first === undefined) return [];
  const start = first.start;
  let end = first.end;
  let next = 1;
  while (next < parts.length && !stands(read(value, parts[next] ?? first))) {
    end = parts[next]?.end ?? end;
    next += 1;
  }
  const head = table.heads[table.columns.indexOf('binding')] ?? null;
  const asked = head !== null && filled(head) ? head : shared.asked;
  const rest = parts.slice(next).map((part) => {
    const words = read(value, part);
    return draft(
      { ...shared, asked, lead: shared.lead.length > 0 ? [...shared.lead, first] : [] },
      part,
      zone(frame, words, shared.zone),
    );
  });
  return [draft({ ...shared, asked }, { start, end }, zone(frame, value.slice(start, end), shared.zone)), ...rest];
}

function stands(words: string): boolean {
  return (
    hasVerb(words) &&
    !/^(?:by|in|on|at|to|from|within|until|when|while|if|not|no|for|with|without|and|or|after|before|upon|during)\b/i.test(
      words,
    )
  );
}

function cellStatements(frame: Frame, cell: Span, shared: Draft): Draft[] {
  const words = read(frame.value, cell);
  if (isBlank(words)) return [draft(shared, cell, 'note')];
  const boxed = choices(frame.value, cell);
  if (boxed !== null)
    return boxed.flatMap((choice) =>
      sentences(frame.value, choice).map((one, place) =>
        draft(
          shared,
          one,
          choice.ticked === false && place === 0 ? 'note' : zone(frame, read(frame.value, one), shared.zone),
        ),
      ),
    );
  return sentences(frame.value, cell).map((one) =>
    draft(shared, one, zone(frame, read(frame.value, one), shared.zone)),
  );
}

function zone(frame: Frame, words: string, base: Zone): Zone {
  if (base !== 'operative') return base;
  return frame.zoneOf(words);
}

/** What the law asks for binds nobody, unless the answer in the same row takes it up. */
function explained(frame: Frame, cells: readonly Span[], shared: Draft, bound: readonly Draft[]): Draft[] {
  const answer = bound.find(({ start, end }) => affirms.test(frame.value.slice(start, Math.min(end, start + 120))));
  const taken = answer !== undefined && !declines.test(frame.value.slice(answer.start, answer.end));
  const tail = taken ? { start: answer.start, end: answer.end } : null;
  return cells.flatMap((cell) =>
    sentences(frame.value, cell).map((one) => ({ ...draft(shared, one, taken ? 'operative' : 'explanation'), tail })),
  );
}
