import type { Span, Zone } from '../types.ts';
import { boxAlone, choices } from './boxes.ts';
import type { Codes, Response } from './codes.ts';
import { answerOf, besideCode, isTicked, marksDuty } from './codes.ts';
import type { Draft } from './drafts.ts';
import { draft } from './drafts.ts';
import { cellText } from './grid.ts';
import type { Line } from './lines.ts';
import { hasVerb } from './lines.ts';
import { isBlank, type ZoneOf } from './readings.ts';
import { sentences } from './sentences.ts';
import { countWords, read, trim } from './spans.ts';
import type { Table } from './tables.ts';

const affirms =
  /^(?:yes|agreed|accepted|as (?:drafted|proposed|requested|written|stated|asked)|so agreed|confirmed|we (?:accept|agree|confirm|undertake)|acknowledged|understood and agreed|will comply|complies|comply|compliant|affirmed|granted|i agree|vendor (?:accepts|agrees))\b(?!\s*,?\s*(?:in part|except|subject to|but|with (?:changes|exceptions)))/i;
const declines = /\bnot (?:agreed|accepted)\b|\bdeclin/i;

/** What every statement of a row shares. */
interface Frame {
  readonly value: string;
  readonly table: Table;
  readonly row: Line;
  readonly base: Draft;
  readonly zoneOf: ZoneOf;
}

/** Reads a row by its columns: statements for what binds, zones for what does not. */
export function readRow(frame: Frame): Draft[] {
  const { table, row, base, value } = frame;
  const cells = row.block.cells.map((cell) => trim(value, cell.start, cell.end));
  if (table.signature || (base.zone !== 'operative' && base.zone !== 'definition'))
    return [draft(base, row.span, table.signature ? 'signature' : base.zone)];
  const [box] = cells;
  // "[ ] | Sponsored tier | …" is not chosen.
  if (table.boxed && box && boxAlone(read(value, box)) === false) return [draft(base, row.span, 'note')];
  if (table.sides.length > 0) return tickedRow(frame, cells);
  if (table.columns.includes('meaning') && cells.length > 1) return [draft(base, row.span, 'definition')];
  const item = pricedItem(frame, cells) ?? timedItem(frame, cells);
  if (item !== null)
    return [
      draft({ ...base, asked: timeHead(frame, cells) ?? base.asked }, item, zone(frame, read(value, item), base.zone)),
    ];
  const at = (column: string): Span[] => cells.filter((cell, index) => table.columns[index] === column && filled(cell));
  const [question] = at('question');
  // What the law asks for, in the first column, is the title under which the row is promised.
  const subject = table.columns[0] === 'law' ? at('law').slice(0, 1) : [];
  const titles = [...base.headings, ...subject, ...at('head')];
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

/** "1.2 | Delete data when asked | | X": a duty of each side below whose name a tick stands; of none where there is none. */
function tickedRow({ value, table, row, base, zoneOf }: Frame, cells: readonly Span[]): Draft[] {
  const bound = table.sides.filter((column) => marksDuty(cellText(value, row.block.cells[column] ?? noCell)));
  const said = cells.filter((cell, index) => filled(cell) && !table.sides.includes(index));
  const isLabel = (cell: Span) => table.columns[cells.indexOf(cell)] === 'label';
  return [
    ...said.filter(isLabel).map((cell) => draft(base, cell, 'heading')),
    ...said
      .filter((cell) => !isLabel(cell))
      .flatMap((cell) => sentences(value, cell))
      .flatMap((one) =>
        bound.length === 0
          ? [draft(base, one, 'explanation')]
          : bound.flatMap((column) => {
              const head = table.heads[column];
              const lead = head === undefined ? base.lead : [...base.lead, head];
              return [draft({ ...base, lead }, one, zoneOf(read(value, one)))];
            }),
      ),
  ];
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

/** "First notice, by telephone | the Supplier's officer to the Superintendent | 72 hours": one duty over all cells. */
function timedItem({ value, table }: Frame, cells: readonly Span[]): Span | null {
  if (table.codes !== null || table.columns.includes('party')) return null;
  const told = cells.filter(
    (cell, index) => filled(cell) && ['head', 'binding', 'who'].includes(table.columns[index] ?? ''),
  );
  const [first] = told;
  const last = told.at(-1);
  // "District | Supplies the calendar | by September 1" is the District's duty.
  if (first && table.columns[cells.indexOf(first)] === 'who') return null;
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
function codedRow(frame: Frame, cells: readonly Span[], codes: Codes, shared: Draft): Draft[] {
  const { value, table } = frame;
  const response = answerOf(
    codes,
    cells.map((cell) => cellText(value, cell)),
  );
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
          binds(response, isRemark, remark) ? 'operative' : 'explanation',
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
  const adjacent = bound.every(({ index }, at) => at === 0 || index === (bound[at - 1]?.index ?? 0) + 1);
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
