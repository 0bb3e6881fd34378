import type { Known } from '../tidy.ts';
import { type Line, toLine, type Word } from './lines.ts';
import type { Piece } from './page.ts';
import { isHead, rowGoesOn } from './tables.ts';
import { type Draft, joinLines, wordsText } from './text.ts';

/** A node of the tree of tags, as pdf.js gives it: what of it stands on one page. */
export interface Tag {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Tag[];
}

/** A block that the tags of a page tell of. */
export interface Tagged {
  readonly kind: Draft['kind'];
  readonly level: number;
  readonly container: Draft['container'];
  /** Rows: the cells. Others: one entry. */
  readonly cells: readonly (readonly Piece[])[];
  readonly head: boolean;
  /** Number of the table on this page, from 1; 0 outside. */
  readonly table: number;
}

interface Place {
  readonly container: Draft['container'];
  readonly depth: number;
  readonly out: Tagged[];
  readonly marks: ReadonlyMap<number, Piece[]>;
  readonly tables: { count: number };
}

const blockRoles =
  /^(?:P|H\d?|Title|L|LI|Table|TR|Caption|TOC|TOCI|Note|FENote|BlockQuote|Sect|Div|Part|Art|Document|Aside|Form|Index)$/;
const phraseRoles = /^(?:P|H\d?|Title|LI|Caption|TOCI)$/;

/** The blocks of a page in the order of its tags; null if the tags leave out more than a little of its text. */
export function readTags(tree: Tag | null, pieces: readonly Piece[]): Tagged[] | null {
  if (tree === null) return null;
  const marks = new Map<number, Piece[]>();
  let all = 0;
  for (const piece of pieces) {
    all += piece.text.length;
    const list = marks.get(piece.mark);
    if (list === undefined) marks.set(piece.mark, [piece]);
    else list.push(piece);
  }
  const out: Tagged[] = [];
  walk(tree, { container: 'body', depth: 0, out, marks, tables: { count: 0 } });
  const found = out.reduce(
    (sum, { cells }) => sum + cells.flat().reduce((length, piece) => length + piece.text.length, 0),
    0,
  );
  return all > 0 && found >= all * 0.98 ? out : null;
}

function walk(tag: Tag, place: Place): void {
  const role = tag.role ?? '';
  if (role === 'Table') {
    table(tag, place);
    return;
  }
  if (role === 'L') {
    for (const child of tag.children ?? []) walk(child, { ...place, depth: place.depth + 1 });
    return;
  }
  const container =
    role === 'Note' || role === 'FENote' ? 'footnote' : role === 'BlockQuote' ? 'quote' : place.container;
  const here = { ...place, container };
  const own = ownPieces(tag, place.marks);
  if (own.length > 0) place.out.push({ ...kindOf(role, place.depth), container, cells: [own], head: false, table: 0 });
  for (const child of blocksWithin(tag, role)) walk(child, here);
}

function kindOf(role: string, depth: number): Pick<Tagged, 'kind' | 'level'> {
  const heading = /^(?:H(\d?)|Title)$/.exec(role);
  if (heading !== null) return { kind: 'heading', level: Math.max(1, Number(heading[1] ?? 1)) };
  return role === 'LI' ? { kind: 'item', level: Math.max(0, depth - 1) } : { kind: 'paragraph', level: 0 };
}

/**
 * Which tags inside this one are blocks. `NonStruct` means nothing of itself, and browsers put every run of words in
 * one: it stands for a paragraph only where it has blocks beside it.
 */
function blockTest(tag: Tag): (child: Tag) => boolean {
  const { role = '' } = tag;
  const alone = phraseRoles.test(role) || !holdsBlock(tag);
  return (child) => blockRoles.test(child.role ?? '') || (!alone && child.role === 'NonStruct');
}

function holdsBlock({ children = [] }: Tag): boolean {
  return children.some((child) => blockRoles.test(child.role ?? '') || holdsBlock(child));
}

/** The pieces that belong to a block itself: list items take in their first paragraph. */
function ownPieces(tag: Tag, marks: ReadonlyMap<number, Piece[]>): Piece[] {
  const pieces: Piece[] = [];
  const isBlock = blockTest(tag);
  let first = tag.role === 'LI';
  const gather = (node: Tag): void => {
    for (const child of node.children ?? []) {
      if (child.type === 'content') pieces.push(...(marks.get(markOf(child)) ?? []));
      else if (child.role === 'Lbl' || child.role === 'LBody') gather(child);
      else if (!isBlock(child)) gather(child);
      else if (first && child.role === 'P') {
        first = false;
        gather(child);
      }
    }
  };
  gather(tag);
  return pieces;
}

/** Blocks inside a block that stand for themselves. */
function blocksWithin(tag: Tag, role: string): Tag[] {
  const found: Tag[] = [];
  const isBlock = blockTest(tag);
  let first = role === 'LI';
  const gather = (node: Tag): void => {
    for (const child of node.children ?? []) {
      if (child.type === 'content') continue;
      if (!isBlock(child)) gather(child);
      else if (first && child.role === 'P') {
        first = false;
        for (const inner of blocksWithin(child, 'P')) found.push(inner);
      } else found.push(child);
    }
  };
  gather(tag);
  return found;
}

function markOf({ id = '' }: Tag): number {
  return Number(/_mc(\d+)$/.exec(id)?.[1] ?? -2);
}

function table(tag: Tag, place: Place): void {
  place.tables.count++;
  const number = place.tables.count;
  const rows = (node: Tag): void => {
    for (const child of node.children ?? []) {
      if (child.role !== 'TR') {
        if (child.type !== 'content') rows(child);
        continue;
      }
      const cells = (child.children ?? []).filter((cell) => cell.type !== 'content');
      const head = cells.length > 0 && cells.every((cell) => cell.role === 'TH');
      place.out.push({
        kind: 'row',
        level: 0,
        container: place.container,
        cells: cells.map((cell) => allPieces(cell, place.marks)),
        head,
        table: number,
      });
    }
  };
  rows(tag);
}

function allPieces(tag: Tag, marks: ReadonlyMap<number, Piece[]>): Piece[] {
  return (tag.children ?? []).flatMap((child) =>
    child.type === 'content' ? (marks.get(markOf(child)) ?? []) : allPieces(child, marks),
  );
}

/** Pieces in the order of the tags as lines: a new one begins where the baseline moves or the text goes back. */
export function tagLines(pieces: readonly Piece[], page: number, left: number, right: number): Line[] {
  const lines: Piece[][] = [];
  for (const piece of pieces) {
    const line = lines.at(-1);
    const at = line === undefined ? -1 : placeIn(line, piece);
    if (line === undefined || at < 0) lines.push([piece]);
    else line.splice(at, 0, piece);
  }
  return lines.map((line) => toLine(line, page, left, right)).filter((line) => line !== null);
}

/**
 * Where on its line a piece stands; -1 if it is on another. What is set in a font of its own, as check boxes are, may be
 * drawn after the words that stand to its right.
 */
function placeIn(line: readonly Piece[], piece: Piece): number {
  const last = line.at(-1);
  if (last === undefined || last.angle !== piece.angle) return -1;
  if (Math.abs(last.y - piece.y) >= Math.max(last.size, piece.size) * 0.45) return -1;
  if (piece.x > last.end - last.size) return line.length;
  const at = line.findIndex(({ x }) => x > piece.x);
  const before = line[at - 1]?.end ?? Number.NEGATIVE_INFINITY;
  const slack = piece.size * 0.2;
  return at >= 0 && piece.x >= before - slack && piece.end <= (line[at]?.x ?? 0) + slack ? at : -1;
}

/** Rows that a page break cut are put together again, and a table's head that is printed again falls away. */
export function mergeRows(
  drafts: readonly Draft[],
  starts: ReadonlyMap<Draft, readonly number[]>,
  known: Known,
): Draft[] {
  const columnsOf = new Map<number, readonly number[]>();
  for (const draft of drafts) {
    const own = starts.get(draft) ?? [];
    if (own.length > (columnsOf.get(draft.table)?.length ?? 0)) columnsOf.set(draft.table, own);
  }
  const merged: Draft[] = [];
  let head: Draft | null = null;
  for (const draft of drafts) {
    const last = merged.at(-1);
    if (draft.kind !== 'row') {
      merged.push(draft);
      continue;
    }
    const columns = columnsOf.get(draft.table) ?? [];
    const cells = spread(draft.cells, starts.get(draft) ?? [], columns);
    const goesOn = last?.kind === 'row' && last.table === draft.table;
    if (!goesOn) head = draft;
    else if (head !== null && draft.page > head.page && same(draft, head)) continue;
    if (goesOn && draft.page > last.page && rowGoesOn(cells, last)) {
      const both = columns.map((_, index) => joinLines([last.cells[index] ?? [], cells[index] ?? []], known));
      merged[merged.length - 1] = { ...last, cells: both };
    } else merged.push({ ...draft, cells });
  }
  return markHeads(merged);
}

function same(one: Draft, two: Draft): boolean {
  return one.cells.map(wordsText).join('|') === two.cells.map(wordsText).join('|');
}

/** Cells by the column that they stand in, where empty ones were left out of the tags. */
function spread(cells: readonly Word[][], own: readonly number[], columns: readonly number[]): Word[][] {
  if (cells.length >= columns.length) return [...cells];
  const placed: Word[][] = columns.map(() => []);
  cells.forEach((cell, index) => {
    const x = own[index] ?? 0;
    let nearest = 0;
    columns.forEach((column, at) => {
      if (Math.abs(column - x) < Math.abs((columns[nearest] ?? 0) - x)) nearest = at;
    });
    placed[nearest] = [...(placed[nearest] ?? []), ...cell];
  });
  return placed;
}

function markHeads(drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, index) => {
    if (draft.kind !== 'row' || draft.head || drafts[index - 1]?.table === draft.table) return draft;
    const next = drafts[index + 1];
    return next?.table === draft.table && isHead(draft.cells, next.cells) ? { ...draft, head: true } : draft;
  });
}
