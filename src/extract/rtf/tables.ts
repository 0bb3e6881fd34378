import type { Flow } from '../flow.ts';
import type { RtfParagraph } from './state.ts';

interface OpenTable {
  rowOpen: boolean;
  cellOpen: boolean;
  column: number;
}

interface CellDefinition {
  readonly below: boolean;
  readonly beside: boolean;
}

/** RTF says of a paragraph that it stands in a table, and where cells and rows end: never where they begin. */
export class RtfTables {
  readonly #flow: Flow;
  readonly #open: OpenTable[] = [];
  #cells: CellDefinition[] = [];
  #next = { below: false, beside: false };
  #head = false;

  constructor(flow: Flow) {
    this.#flow = flow;
  }

  /** Opens and closes what must be for text of this paragraph. */
  settle({ inTable, depth }: RtfParagraph): void {
    const wanted = inTable ? Math.min(Math.max(1, depth), 20) : 0;
    while (this.#open.length > wanted) this.#closeTable();
    while (this.#open.length < wanted) {
      this.#openCell();
      this.#flow.openTable();
      this.#open.push({ rowOpen: false, cellOpen: false, column: 0 });
    }
    this.#openCell();
  }

  /** `\trowd` and what defines the cells of a row. */
  define(word: string): void {
    if (word === 'trowd') {
      this.#cells = [];
      this.#head = false;
    } else if (word === 'trhdr') this.#head = true;
    else if (word === 'clvmrg') this.#next.below = true;
    else if (word === 'clmrg') this.#next.beside = true;
    else if (word === 'cellx') {
      this.#cells.push(this.#next);
      this.#next = { below: false, beside: false };
    }
  }

  endCell(): void {
    const table = this.#open.at(-1);
    if (!table) return;
    this.#openCell();
    this.#flow.closeCell();
    table.cellOpen = false;
    table.column += 1;
  }

  endRow(): void {
    const table = this.#open.at(-1);
    if (!table) return;
    if (table.cellOpen) this.endCell();
    if (table.rowOpen) this.#flow.closeRow();
    Object.assign(table, { rowOpen: false, column: 0 });
  }

  #openCell(): void {
    const table = this.#open.at(-1);
    if (!table || table.cellOpen) return;
    if (!table.rowOpen) this.#flow.openRow(this.#head);
    const merged = this.#open.length === 1 ? this.#cells[table.column] : undefined;
    this.#flow.openCell(1, merged?.below === true);
    Object.assign(table, { rowOpen: true, cellOpen: true });
  }

  #closeTable(): void {
    this.endRow();
    this.#open.pop();
    this.#flow.closeTable();
  }
}
