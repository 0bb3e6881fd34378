import type { Draft } from '../blocks.ts';
import { type Cell, type Row, tableDrafts } from '../table-drafts.ts';
import { type Attributes, attribute, isOn } from '../xml.ts';

/** A table of a DOCX while it is read. */
export class DocxTable {
  readonly #number: number;
  readonly #rows: Row[] = [];
  #cells: Cell[] = [];
  #row = { head: false, left: false, shaded: 0 };
  #cell = { span: 1, continued: false, left: false };

  constructor(number: number) {
    this.#number = number;
  }

  openRow(): void {
    this.#cells = [];
    this.#row = { head: false, left: false, shaded: 0 };
  }

  openCell(): void {
    this.#cell = { span: 1, continued: false, left: false };
  }

  /** A property of the row or cell at hand. */
  look(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'tblHeader') this.#row.head = isOn(attributes);
    else if (name === 'hidden' && isOn(attributes)) this.#row.left = true;
    else if (name === 'gridBefore') this.#cells.push({ drafts: [], span: Number(value) || 1, continued: false });
    else if (name === 'gridSpan') this.#cell.span = Number(value) || 1;
    else if (name === 'vMerge' || name === 'hMerge') this.#cell.continued = value !== 'restart';
    else if (name === 'shd' && !/^(?:|auto|f{6})$/i.test(attribute(attributes, 'fill') ?? '')) this.#row.shaded += 1;
  }

  /** The row or cell at hand is not in the view that is read. */
  leaveOut(what: 'row' | 'cell'): void {
    if (what === 'row') this.#row.left = true;
    else this.#cell.left = true;
  }

  closeCell(drafts: readonly Draft[]): void {
    const { span, continued, left } = this.#cell;
    if (!left) this.#cells.push({ drafts, span, continued });
  }

  closeRow(): void {
    const { head, left, shaded } = this.#row;
    if (!left) this.#rows.push({ cells: this.#cells, head, shaded: shaded > 0 && shaded >= this.#cells.length });
  }

  drafts(): Draft[] {
    return tableDrafts(this.#rows, this.#number);
  }
}
