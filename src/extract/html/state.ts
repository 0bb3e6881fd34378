import type { Flow, Shape } from '../flow.ts';
import { formatNumber } from '../number-formats.ts';

/** The attributes of a tag that matter here. */
export type HtmlAttributes = Readonly<
  Partial<
    Record<
      'role' | 'style' | 'type' | 'value' | 'start' | 'class' | 'id' | 'cite' | 'datetime' | 'colspan' | 'rowspan',
      string
    >
  >
>;

const formats: ReadonlyMap<string, string> = new Map(
  Object.entries({
    a: 'lowerLetter',
    A: 'upperLetter',
    i: 'lowerRoman',
    I: 'upperRoman',
    'lower-alpha': 'lowerLetter',
    'lower-latin': 'lowerLetter',
    'upper-alpha': 'upperLetter',
    'upper-latin': 'upperLetter',
    'lower-roman': 'lowerRoman',
    'upper-roman': 'upperRoman',
    'decimal-leading-zero': 'decimalZero',
  }),
);

/** The open lists of a page, and where each has come to. */
export class HtmlLists {
  readonly #lists: { next: number; format: string }[] = [];

  open(name: string, attributes: HtmlAttributes): void {
    const type = listStyle(attributes) ?? attributes.type ?? '1';
    const isPlain = name === 'ul' || /^(?:none|disc|circle|square)$/.test(type);
    this.#lists.push({
      next: Number(attributes.start ?? 1) || 0,
      format: isPlain ? '' : (formats.get(type) ?? 'decimal'),
    });
  }

  close(): void {
    this.#lists.pop();
  }

  /** The next item, with the number that a browser shows. */
  item(attributes: HtmlAttributes): Shape {
    const list = this.#lists.at(-1);
    const level = Math.max(0, this.#lists.length - 1);
    if (!list || list.format === '' || listStyle(attributes) === 'none') return { kind: 'item', level };
    const value = Number(attributes.value ?? list.next);
    list.next = value + 1;
    return { kind: 'item', level, label: `${formatNumber(value, list.format)}. ` };
  }
}

function listStyle(attributes: HtmlAttributes): string | undefined {
  return /list-style(?:-type)?\s*:\s*([\w-]+)/.exec(attributes.style ?? '')?.[1];
}

/** Cells that reach down into the rows below them. */
export class HtmlSpans {
  readonly #left = new Map<number, number>();
  #column = 0;

  newRow(): void {
    this.#column = 0;
  }

  cell(flow: Flow, columns: number, rows: number): void {
    this.rest(flow);
    const width = Math.min(columns, 64);
    if (rows > 1) {
      for (let column = this.#column; column < this.#column + width; column++) {
        this.#left.set(column, Math.min(rows, 10_000) - 1);
      }
    }
    this.#column += width;
    flow.openCell(width, false);
  }

  /** Stands in for the cells from above, up to the next one of the row's own. */
  rest(flow: Flow): void {
    for (let left = this.#left.get(this.#column) ?? 0; left > 0; left = this.#left.get(this.#column) ?? 0) {
      this.#left.set(this.#column, left - 1);
      this.#column += 1;
      flow.coveredCell();
    }
  }
}

/** Classes and ids that the page's own style sheet hides. */
export class HiddenBySheet {
  readonly #selectors = new Set<string>();

  add(sheet: string): void {
    for (const { selectors, body } of rulesOf(withoutComments(sheet))) {
      if (!/(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(body)) continue;
      for (const selector of selectors.split(',')) this.#selectors.add(selector.trim());
    }
  }

  hides(name: string, attributes: HtmlAttributes): boolean {
    if (this.#selectors.size === 0) return false;
    const classes = (attributes.class ?? '').split(/\s+/).filter((each) => each !== '');
    const names = [...classes.map((each) => `.${each}`), ...(attributes.id ? [`#${attributes.id}`] : [])];
    return names.some((each) => this.#selectors.has(each) || this.#selectors.has(name + each));
  }
}

interface SheetRule {
  readonly selectors: string;
  readonly body: string;
}

/**
 * The innermost rules of a style sheet; one that is not closed is none. Rules for print or for small screens are about
 * another view of the page, and left out. Linear in the sheet's length.
 */
function* rulesOf(sheet: string): Generator<SheetRule> {
  const open: { readonly selectors: string; readonly elsewhere: boolean }[] = [];
  let from = 0;
  for (const { 0: brace, index } of sheet.matchAll(/[{}]/g)) {
    const words = sheet.slice(from, index);
    from = index + 1;
    if (brace === '{') {
      open.push({ selectors: words, elsewhere: open.at(-1)?.elsewhere === true || words.includes('@media') });
      continue;
    }
    const closed = open.pop();
    if (closed !== undefined && !closed.elsewhere) yield { selectors: closed.selectors, body: words };
  }
}

function withoutComments(sheet: string): string {
  const [first = '', ...rest] = sheet.split('/*');
  const kept = rest.map((part) => {
    const end = part.indexOf('*/');
    return end === -1 ? '' : part.slice(end + 2);
  });
  return first + kept.join('');
}
