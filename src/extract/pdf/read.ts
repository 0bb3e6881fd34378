import type { PDFDocumentProxy } from 'pdfjs-dist';
import { wordsKnown } from '../tidy.ts';
import { type Norm, normOf, shapeOf } from './blocks.ts';
import { type Flow, toFlows } from './flow.ts';
import { type Added, readAdded } from './form.ts';
import { byAngle, type Line, toRows } from './lines.ts';
import { openPage, type PageInk, type PdfJs, type Piece, readInk } from './page.ts';
import { dropRunningMatter, type PageRows } from './running-matter.ts';
import { joinRuns } from './runs.ts';
import { mergeRows, readTags, type Tag, type Tagged, tagLines } from './tags.ts';
import { type Draft, joinLines, wordsText } from './text.ts';

/** All that was found on one page. */
export interface PageRead {
  readonly page: number;
  readonly ink: PageInk;
  readonly added: Added;
  /** Null where the page has no tags that serve. */
  readonly tagged: readonly Tagged[] | null;
  /** Could not be read at all. */
  readonly broken: boolean;
}

type Layers = Parameters<typeof readInk>[2];

const nothing: Added = { pieces: [], comments: [], strikes: [], attached: [] };
const blank = { width: 612, height: 792, rules: [], pictured: 0, drawn: 0 };

/** Reads a page; one that is broken gives an empty page, so that the others are still read. */
export async function readPage(
  pdfjs: PdfJs,
  document: PDFDocumentProxy,
  page: number,
  how: { readonly layers: Layers; readonly tagged: boolean },
): Promise<PageRead> {
  const open = await openPage(pdfjs, document, page, how.tagged);
  if (open === null) return { page, ink: { ...blank, pieces: [] }, added: nothing, tagged: null, broken: true };
  const drawn = readInk(pdfjs, open, how.layers);
  const added = readAdded(open);
  open.proxy.cleanup();
  strike(drawn, added);
  if (drawn.pictured > 0.5) showLayer(drawn);
  const ink: PageInk = { ...drawn, pieces: joinRuns(drawn.pieces) };
  const pieces = ink.pieces.filter(counts);
  const tags =
    added.pieces.length > 0
      ? null
      : readTags(
          open.tags as Tag | null,
          pieces.filter((piece) => !piece.artifact),
        );
  for (const piece of added.pieces) ink.pieces.push(piece);
  return { page, ink, added, tagged: tags, broken: false };
}

/** Whether a piece is part of the text that people see and that stands. */
export function counts(piece: Piece): boolean {
  return !piece.hidden && !piece.struck;
}

/** The text without ink over a scan is what somebody's OCR read in it. */
function showLayer(ink: PageInk): void {
  for (const piece of ink.pieces) if (piece.inkless) piece.hidden = false;
}

/** Marks text that a line runs through at half its height, or that a strike-out comment covers. */
function strike(ink: PageInk, added: Added): void {
  const level = ink.rules.filter((rule) => rule.y === rule.y2 && rule.x2 - rule.x > 4);
  if (level.length === 0 && added.strikes.length === 0) return;
  const byHeight = [...level].sort((a, b) => a.y - b.y);
  for (const piece of ink.pieces) {
    if (piece.angle !== 0 || !/\p{L}{2}/u.test(piece.text)) continue;
    const top = piece.y - piece.size * 0.5;
    const bottom = piece.y - piece.size * 0.14;
    let covered = 0;
    for (let at = firstAt(byHeight, top); at < byHeight.length; at++) {
      const rule = byHeight[at];
      if (rule === undefined || rule.y > bottom) break;
      covered += Math.max(0, Math.min(rule.x2, piece.end) - Math.max(rule.x, piece.x));
    }
    const middle = piece.y - piece.size * 0.3;
    for (const [left, up, right, down] of added.strikes) {
      if (middle > up && middle < down) covered += Math.max(0, Math.min(right, piece.end) - Math.max(left, piece.x));
    }
    if (covered > (piece.end - piece.x) * 0.7) piece.struck = true;
  }
}

function firstAt(rules: readonly { readonly y: number }[], y: number): number {
  let low = 0;
  let high = rules.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rules[middle]?.y ?? 0) < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The flows of all pages in reading order, running heads and feet left out. */
export function toPageFlows(pages: readonly PageRead[]): Flow[] {
  const layers = pages.map((read) =>
    read.tagged === null ? byAngle({ ...read.ink, pieces: read.ink.pieces.filter(counts) }) : [],
  );
  const rows: PageRows[] = pages.map(({ page, ink }, index) => ({ page, ink, rows: toRows(layers[index]?.[0] ?? []) }));
  dropRunningMatter(rows.filter((_, index) => pages[index]?.tagged === null));
  const tagged = toTaggedDrafts(pages);
  return pages.flatMap((read, index): Flow[] => {
    if (read.tagged !== null) return tagged.get(read.page) ?? [];
    const main = toFlows(rows[index]?.rows ?? [], read.ink.rules, read.page);
    const turned = (layers[index] ?? []).slice(1).flatMap((layer) => toFlows(toRows(layer), [], read.page));
    return [...main, ...turned];
  });
}

/** Drafts of the tagged pages, page by page. */
function toTaggedDrafts(pages: readonly PageRead[]): Map<number, Flow[]> {
  const lines = new Map<Tagged, Line[][]>();
  for (const { page, tagged, ink } of pages) {
    const right = Math.max(...ink.pieces.filter((piece) => !piece.artifact).map((piece) => piece.end), 0);
    for (const block of tagged ?? [])
      lines.set(
        block,
        block.cells.map((cell) => tagLines(cell, page, 0, right)),
      );
  }
  const all = [...lines.values()].flat(2);
  const known = wordsKnown(all.map((line) => line.words));
  const norm = normOf(all, known);
  const starts = new Map<Draft, number[]>();
  const drafts: Draft[] = [];
  let table = 0;
  for (const { page, tagged } of pages) {
    const before = drafts.at(-1);
    const shift = before?.kind === 'row' && tagged?.[0]?.kind === 'row' && before.page === page - 1 ? table - 1 : table;
    for (const block of tagged ?? []) {
      const draft = toDraft(block, page, lines.get(block) ?? [], norm, shift);
      if (draft.cells.every((cell) => cell.length === 0)) continue;
      if (draft.kind === 'row')
        starts.set(
          draft,
          block.cells.map((cell) => Math.min(...cell.map((piece) => piece.x))),
        );
      table = Math.max(table, draft.table);
      drafts.push(draft);
    }
  }
  const draftsOf = groupByPage(mergeRows(drafts, starts, known));
  const linesOf = groupByPage(all);
  return new Map(
    [...draftsOf].map(([page, own]) => [page, [{ kind: 'drafts', drafts: own, lines: linesOf.get(page) ?? [] }]]),
  );
}

function groupByPage<Item extends { readonly page: number }>(items: readonly Item[]): Map<number, Item[]> {
  const pages = new Map<number, Item[]>();
  for (const item of items) {
    const page = pages.get(item.page);
    if (page === undefined) pages.set(item.page, [item]);
    else page.push(item);
  }
  return pages;
}

function toDraft(block: Tagged, page: number, cells: readonly (readonly Line[])[], norm: Norm, shift: number): Draft {
  const { kind, level, container, head } = block;
  const joined = cells.map((lines) =>
    joinLines(
      lines.map((line) => line.words),
      norm.known,
    ),
  );
  const last = cells.at(-1)?.at(-1);
  const full = last !== undefined && last.end > last.right * 0.75;
  const words = joined[0] ?? [];
  const size = cells[0]?.[0]?.size ?? norm.size;
  const shape = kind === 'paragraph' && size > norm.size * 1.15 ? shapeOf(wordsText(words), words, size, norm) : null;
  const promoted = shape?.kind === 'heading' ? shape : { kind, level };
  return { ...promoted, page, container, table: kind === 'row' ? block.table + shift : 0, head, cells: joined, full };
}
