import type { Shape } from '../flow.ts';
import { type Attributes, attribute } from '../xml.ts';
import { type OdtStyles, outlineList } from './styles.ts';

/** The open lists of an OpenDocument text, and where each has come to. */
export class OdtLists {
  readonly #styles: OdtStyles;
  readonly #open: string[] = [];
  readonly #counts = new Map<string, (number | undefined)[]>();
  /** Whether the next paragraph is the first of its item and bears the item's number. */
  #fresh = false;
  #startAt: number | undefined;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  openList(attributes: Attributes): void {
    const style = attribute(attributes, 'style-name') ?? this.#open.at(-1) ?? '';
    const goesOn = attribute(attributes, 'continue-numbering') === 'true' || 'text:continue-list' in attributes;
    if (this.#open.length === 0 && !goesOn) this.#counts.delete(style);
    this.#open.push(style);
  }

  closeList(): void {
    this.#open.pop();
    this.#fresh = false;
  }

  openItem(attributes: Attributes): void {
    this.#fresh = true;
    const start = attribute(attributes, 'start-value');
    this.#startAt = start === undefined ? undefined : Number(start);
  }

  /** A list header is part of a list but has no number. */
  openHeader(): void {
    this.#fresh = false;
  }

  /** What the paragraph that begins now will be; `outline` is the level of a heading. */
  shape(outline: number | null, styleName: string | undefined): Shape {
    const level = this.#open.length;
    const isItem = level > 0 && this.#fresh;
    this.#fresh = false;
    if (outline !== null) {
      const label = isItem ? this.#label(level) : this.#count(outlineList, outline);
      return { kind: 'heading', level: outline, label };
    }
    if (isItem) return { kind: 'item', level: level - 1, label: this.#label(level) };
    const own = level === 0 ? this.#styles.listOf(styleName) : null;
    // A paragraph style may have a list of its own, outside any list.
    const label = own === null ? '' : this.#count(own, 1);
    return label === '' ? { kind: 'paragraph', level: 0 } : { kind: 'item', level: 0, label };
  }

  #label(level: number): string {
    return this.#count(this.#open.at(-1) ?? '', level);
  }

  #count(list: string, level: number): string {
    const counts = this.#counts.get(list) ?? [];
    this.#counts.set(list, counts);
    const before = counts[level];
    counts[level] = this.#startAt ?? (before === undefined ? this.#styles.start(list, level) : before + 1);
    this.#startAt = undefined;
    counts.length = level + 1;
    const label = this.#styles.label(list, level, counts) ?? '';
    return label === '' ? '' : `${label.trim()} `;
  }
}
