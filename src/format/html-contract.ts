import type { Block, PlainText, Span } from '../types.ts';
import { xml } from './escape.ts';
import type { Ref } from './html-links.ts';

const words = { evidence: 'Evidence for', conflict: 'Conflict with', nearest: 'Nearest to' } as const;

/** The contract's text, block by block, with every passage that a finding rests on marked in its place. */
export function contractText(text: PlainText, refs: readonly Ref[]): string[] {
  const state: State = { text, refs, placed: new Set(), heading: 3 };
  return text.blocks.flatMap((block, index) => {
    const before = text.blocks[index - 1];
    const turned = block.page !== null && block.page !== (before?.page ?? null);
    const begins = turned || !joined(before, block);
    const ends = !continued(block, text.blocks[index + 1]);
    return [
      ...(turned ? [`<p class="leaf">Page ${block.page}</p>`] : []),
      ...(block.kind === 'row' && begins ? [tableHead] : []),
      blockHtml(state, block),
      ...(block.kind === 'row' && ends ? ['</tbody></table></div>'] : []),
    ];
  });
}

const tableHead = '<div class="scroll" role="group" aria-label="Table of the contract" tabindex="0"><table><tbody>';

/** Whether a row is of the same table as the block before it. */
function joined(before: Block | undefined, block: Block | undefined): boolean {
  return before?.kind === 'row' && block?.kind === 'row' && before.table === block.table;
}

/** Whether a table goes on in the next block, on the same page. */
function continued(block: Block, next: Block | undefined): boolean {
  return joined(block, next) && (next?.page ?? null) === block.page;
}

interface State {
  readonly text: PlainText;
  readonly refs: readonly Ref[];
  /** Refs that have their anchor. */
  readonly placed: Set<Ref>;
  /** Level of the last heading: none may be skipped, whatever the contract does. */
  heading: number;
}

function blockHtml(state: State, block: Block): string {
  const inner = () => inline(state, block);
  const from = block.container === 'body' ? '' : `<span class="from">${block.container}</span> `;
  switch (block.kind) {
    case 'heading': {
      state.heading = Math.min(3 + Math.max(block.level, 1), state.heading + 1, 6);
      return `<h${state.heading}>${from}${inner()}</h${state.heading}>`;
    }
    case 'paragraph':
      return `<p>${from}${inner()}</p>`;
    case 'item':
      return `<p class="item level${Math.min(block.level, 4)}">${from}${inner()}</p>`;
    case 'row':
      return `<tr>${cellsOf(block)
        .map((cell) => cellHtml(block.head, inline(state, cell)))
        .join('')}</tr>`;
    default:
      return block.kind satisfies never;
  }
}

function cellsOf(block: Block): readonly Span[] {
  return block.cells.length > 0 ? block.cells : [block];
}

/** A head with nothing in it would be announced for every cell below. */
function cellHtml(head: boolean, inner: string): string {
  return head && inner !== '' ? `<th scope="col">${inner}</th>` : `<td>${inner}</td>`;
}

/** A stretch of text cut wherever a passage begins or ends, since passages overlap. */
function inline({ text, refs, placed }: State, { start, end }: Span): string {
  const here = refs.filter(({ evidence }) => evidence.start < end && evidence.end > start);
  const cuts = here.flatMap(({ evidence }) => [evidence.start, evidence.end]).filter((cut) => cut > start && cut < end);
  const points = [...new Set([start, ...cuts, end])].sort((a, b) => a - b);
  return points
    .slice(0, -1)
    .map((from, index) => {
      const to = points[index + 1] ?? end;
      const over = here.filter(({ evidence }) => evidence.start <= from && evidence.end >= to);
      const anchors = over.filter((ref) => !placed.has(ref));
      for (const ref of anchors) placed.add(ref);
      return anchors.map(anchor).join('') + marked(xml(text.value.slice(from, to)), over);
    })
    .join('');
}

function anchor({ id, kind, row, number }: Ref): string {
  const label = `<span class="unseen">${words[kind]} provision </span>`;
  return `<a class="ref ${kind}" id="${id}" href="#${row}">${label}${number}</a>`;
}

function marked(inner: string, over: readonly Ref[]): string {
  const kind = (['conflict', 'evidence', 'nearest'] as const).find((one) => over.some((ref) => ref.kind === one));
  return kind === undefined ? inner : `<mark class="${kind}">${inner}</mark>`;
}
