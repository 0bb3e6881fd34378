import type { TextLook } from '../docx/styles.ts';
import { formatNumber } from '../number-formats.ts';
import { type Attributes, attribute, type XmlHandler } from '../xml.ts';

interface ListLevel {
  readonly format: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly shown: number;
  readonly start: number;
  /** LibreOffice's own pattern: "%1%.%2%". */
  readonly pattern: string | null;
}

interface OdtStyle {
  readonly parent: string | null;
  readonly look: TextLook;
  readonly list: string | null;
  readonly quote: boolean;
}

/** The styles of an OpenDocument text and its list styles, told by the XML that holds them. */
export class OdtStyles implements XmlHandler {
  readonly #styles = new Map<string, OdtStyle>();
  readonly #lists = new Map<string, Map<number, ListLevel>>();
  #style: OdtStyle | null = null;
  #list: Map<number, ListLevel> | null = null;

  open(name: string, attributes: Attributes): void {
    const key = attribute(attributes, 'name') ?? '';
    if (name === 'style') this.#openStyle(key, attributes);
    else if (name === 'list-style' || name === 'outline-style') {
      this.#list = new Map();
      this.#lists.set(name === 'outline-style' ? outlineList : key, this.#list);
    } else if (/^(?:list|outline)-level-style/.test(name)) {
      this.#list?.set(Number(attribute(attributes, 'level') ?? 1), levelOf(name, attributes));
    } else if (name === 'text-properties' && this.#style) Object.assign(this.#style.look, lookOf(attributes));
  }

  close(name: string): void {
    if (name === 'style') this.#style = null;
    else if (name === 'list-style' || name === 'outline-style') this.#list = null;
  }

  look(name: string | undefined): TextLook {
    return Object.assign({}, ...this.#chain(name).map(({ look }) => look));
  }

  listOf(name: string | undefined): string | null {
    return this.#chain(name).findLast(({ list }) => list !== null)?.list ?? null;
  }

  isQuote(name: string | undefined): boolean {
    return this.#chain(name).some(({ quote }) => quote);
  }

  /** The label of an item, given how far the levels of its list have come; null where the list has no such level. */
  label(list: string, level: number, counts: readonly (number | undefined)[]): string | null {
    const levels = this.#lists.get(list);
    const own = levels?.get(level);
    if (!own) return null;
    if (own.format === '') return '';
    const numberAt = (at: number): string => {
      const each = levels?.get(at);
      return formatNumber(counts[at] ?? each?.start ?? 1, each?.format || 'decimal');
    };
    if (own.pattern !== null) return own.pattern.replace(/%(\d{1,2})%/g, (_, at) => numberAt(Number(at)));
    const first = Math.max(1, level - own.shown + 1);
    const numbers = Array.from({ length: level - first + 1 }, (_, index) => numberAt(first + index));
    return `${own.prefix}${numbers.join('.')}${own.suffix}`;
  }

  start(list: string, level: number): number {
    return this.#lists.get(list)?.get(level)?.start ?? 1;
  }

  #openStyle(key: string, attributes: Attributes): void {
    const parent = attribute(attributes, 'parent-style-name') ?? null;
    const list = attribute(attributes, 'list-style-name') || null;
    this.#style = { parent, look: {}, list, quote: /^(?:Quotations|Block_20_?Text)$/i.test(key) };
    this.#styles.set(key, this.#style);
  }

  /** A style after those it is based on. */
  #chain(name: string | undefined): OdtStyle[] {
    const chain: OdtStyle[] = [];
    for (let at = name ?? null; at !== null && chain.length < 30; ) {
      const style: OdtStyle | undefined = this.#styles.get(at);
      if (!style) break;
      chain.unshift(style);
      at = style.parent;
    }
    return chain;
  }
}

/** Name of the list that numbers headings. */
export const outlineList = '\0outline';

const formats: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '1': 'decimal',
    a: 'lowerLetter',
    A: 'upperLetter',
    i: 'lowerRoman',
    I: 'upperRoman',
  }),
);

function levelOf(name: string, attributes: Attributes): ListLevel {
  const format = name.endsWith('bullet') || name.endsWith('image') ? '' : attribute(attributes, 'num-format');
  return {
    format: formats.get(format ?? '') ?? (format ? 'decimal' : ''),
    prefix: attribute(attributes, 'num-prefix') ?? '',
    suffix: attribute(attributes, 'num-suffix') ?? '',
    shown: Number(attribute(attributes, 'display-levels') ?? 1),
    start: Number(attribute(attributes, 'start-value') ?? 1),
    pattern: attribute(attributes, 'num-list-format') ?? null,
  };
}

function lookOf(attributes: Attributes): TextLook {
  const look: TextLook = {};
  const weight = attributes['fo:font-weight'];
  const line = attribute(attributes, 'text-line-through-style') ?? attribute(attributes, 'text-line-through-type');
  const display = attribute(attributes, 'display');
  if (weight !== undefined) look.bold = weight === 'bold' || Number(weight) >= 600;
  if (line !== undefined) look.struck = line !== 'none';
  if (display !== undefined) look.hidden = display === 'none';
  return look;
}
