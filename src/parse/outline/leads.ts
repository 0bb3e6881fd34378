import { banOfList } from '../../language/bans.ts';
import type { Span, Zone } from '../../types.ts';
import type { Draft } from './drafts.ts';
import type { Line } from './lines.ts';
import { isTail, leavesOpen } from './lists.ts';
import { read } from './spans.ts';

/** A sentence that waits for its items. */
export interface Lead {
  readonly span: Span;
  readonly zone: Zone;
  /** How its own line is numbered: the next line numbered so is its neighbour, not its item. */
  readonly own: string;
  /** How its items are numbered, told by the first of them. */
  style: string | null;
  readonly items: Draft[];
}

/** The sentences that govern the line at hand, outermost first. */
export class Leads {
  private open: Lead[] = [];
  private readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  get spans(): Span[] {
    return this.open.map(({ span }) => span);
  }

  clear(): void {
    this.open = [];
  }

  /** Keeps the leads that still govern this line; returns the innermost. */
  govern(line: Line): Lead | null {
    const key = itemKey(line);
    if (line.look !== '' || key === '') {
      if (line.look === '' && isTail(this.value.slice(line.span.start, line.span.start + 80))) this.close(line);
      this.clear();
      return null;
    }
    for (let top = this.open.at(-1); top !== undefined; top = this.open.at(-1)) {
      if (top.style === null && key !== top.own) top.style = key;
      if (top.style === key || isDeeperItem(key, top.style ?? '')) return top;
      this.open.pop();
    }
    return null;
  }

  /** Items keep the words that may yet close their list. */
  add(item: Draft): void {
    for (const lead of this.open) lead.items.push(item);
  }

  /** Opens a list if the line leaves its last sentence to the items below it. */
  begin(line: Line, last: Span, follower: Line, zone: Zone): void {
    const key = itemKey(follower);
    const own = itemKey(line);
    if (key === '' || key === own || follower.look !== '') return;
    const bans = banOfList.test(read(this.value, last));
    if (!bans && !leavesOpen(this.value, last, this.firstOf(follower))) return;
    if (this.goesOn(line, follower)) return;
    if (enacts.test(read(this.value, last)) && startsSentence.test(this.firstOf(follower))) return;
    this.open.push({ span: last, zone, own, style: null, items: [] });
  }

  private firstOf({ body, span }: Line): string {
    const { start, end } = body ?? span;
    return this.value.slice(start, Math.min(end, start + 20));
  }

  /**
   * Whether the line below goes on with a list further out: "…, (b) by fax" with "3. Vendor shall …" below it. A list
   * begins with its first number.
   */
  private goesOn(line: Line, follower: Line): boolean {
    const key = itemKey(follower);
    if (this.open.some(({ own, style }) => own === key || style === key)) return true;
    if (line.block.kind === 'item' && follower.block.kind === 'item' && follower.block.level < line.block.level)
      return true;
    return follower.label !== null && !isFirst.test(follower.label.number);
  }

  private close(line: Line): void {
    const [outermost] = this.open;
    for (const item of outermost?.items ?? []) item.tail ??= line.body ?? line.span;
  }
}

/** "NOW, THEREFORE, for good and valuable consideration, the parties agree as follows:" opens a contract and is no part of its clauses. */
const enacts =
  /^now,? therefore\b|\b(?:parties|both sides) (?:\w+ ){0,2}agree(?: with (?:each other|one another))? (?:as follows|to the following(?: terms(?: and conditions)?)?)\W*$/i;
/** "To keep it" and "keep it" go on with "agree". */
const startsSentence = /^(?!To )\p{Lu}/u;

/** "1.", "4.1", "P1", "(a)". */
const isFirst = /(?:(?:^|[^0-9])1|(?:^|[^0-9a-z])[ai])\)?$/i;

/** "5." is no item of a list that counts "(a), (b)", though both are set as items of one depth. */
function isDeeperItem(key: string, style: string): boolean {
  const [, depth = '', label = ''] = /^item(\d+):(.*)$/.exec(key) ?? [];
  const [, above = '', aboveLabel = ''] = /^item(\d+):(.*)$/.exec(style) ?? [];
  if (depth === '' || above === '') return false;
  return depth === above ? label === '' || aboveLabel === '' : depth > above;
}

/** '' for a line that can be no item. */
function itemKey(line: Line): string {
  if (line.block.kind === 'item') return `item${line.block.level}:${line.label?.style ?? ''}`;
  return line.label === null ? '' : `label:${line.label.style}`;
}
