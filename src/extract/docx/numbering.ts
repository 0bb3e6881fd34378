import { formatNumber } from '../number-formats.ts';
import { type Attributes, attribute, isOn, readXml, type XmlHandler } from '../xml.ts';
import type { Styles } from './styles.ts';

/** The label that Word prints before a numbered paragraph. */
export interface Label {
  /** With the space behind it; '' for bullets and hidden numbers. */
  readonly text: string;
  readonly bullet: boolean;
  readonly level: number;
}

/** Counts the numbered paragraphs of one story in their order. */
export interface Numbering {
  /** Counts a paragraph and gives its label; null if the list does not exist. */
  readonly next: (numId: string, level: number | undefined, styleId: string | null) => Label | null;
}

interface Level {
  start: number;
  format: string;
  text: string;
  suffix: string;
  /** Restarts after this many outer levels; null: after any. 0: never. */
  restart: number | null;
  legal: boolean;
  hidden: boolean;
  style: string | null;
}

interface AbstractList {
  readonly levels: Map<number, Level>;
  /** Style that holds the real list. */
  link: string | null;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

interface Lists {
  readonly abstracts: Map<string, AbstractList>;
  readonly lists: Map<string, List>;
}

/** Reads `numbering.xml`; each story of the document counts with a counter of its own. */
export function readNumbering(xml: string | null, styles: Styles): () => Numbering {
  let read: Lists | null = null;
  // Many contracts number by hand: the part is read when the first paragraph asks for it.
  const lists = (): Lists => {
    read ??= readLists(xml ?? '<none/>');
    return read;
  };
  return () => new Counter(lists, styles);
}

function readLists(xml: string): Lists {
  const sheet = new ListSheet();
  readXml(xml, sheet);
  return sheet;
}

class ListSheet implements Lists, XmlHandler {
  readonly abstracts = new Map<string, AbstractList>();
  readonly lists = new Map<string, List>();
  #abstract: AbstractList | null = null;
  #list: List | null = null;
  #level: Level | null = null;
  #override = 0;

  open(name: string, attributes: Attributes): void {
    if (this.#level) readLevelProperty(this.#level, name, attributes);
    else if (name === 'abstractNum') {
      this.#abstract = { levels: new Map(), link: null };
      this.abstracts.set(attribute(attributes, 'abstractNumId') ?? '', this.#abstract);
    } else if (name === 'num') {
      this.#list = { abstract: '', starts: new Map(), levels: new Map() };
      this.lists.set(attribute(attributes, 'numId') ?? '', this.#list);
    } else if (name === 'lvl') {
      this.#level = newLevel();
      const index = Number(attribute(attributes, 'ilvl') ?? this.#override);
      (this.#list ?? this.#abstract)?.levels.set(index, this.#level);
    } else this.#listProperty(name, attributes);
  }

  close(name: string): void {
    if (name === 'lvl') this.#level = null;
    else if (name === 'abstractNum') this.#abstract = null;
    else if (name === 'num') this.#list = null;
  }

  #listProperty(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'lvlOverride') this.#override = Number(attribute(attributes, 'ilvl') ?? 0);
    else if (name === 'abstractNumId' && this.#list) this.#list.abstract = value;
    else if (name === 'startOverride') this.#list?.starts.set(this.#override, Number(value));
    else if (name === 'numStyleLink' && this.#abstract) this.#abstract.link = value;
  }
}

function newLevel(): Level {
  const kind = { format: 'decimal', text: '', suffix: 'tab', style: null };
  return { ...kind, start: 0, restart: null, legal: false, hidden: false };
}

function readLevelProperty(level: Level, name: string, attributes: Attributes): void {
  const value = attribute(attributes, 'val') ?? '';
  if (name === 'start') level.start = Number(value) || 0;
  else if (name === 'numFmt')
    level.format = /^0+1, /.test(attribute(attributes, 'format') ?? '') ? 'decimalZero' : value;
  else if (name === 'lvlText') level.text = value;
  else if (name === 'suff') level.suffix = value;
  else if (name === 'lvlRestart') level.restart = Number(value);
  else if (name === 'isLgl') level.legal = isOn(attributes);
  else if (name === 'vanish') level.hidden = isOn(attributes);
  else if (name === 'pStyle') level.style = value;
}

class Counter implements Numbering {
  readonly #lists: () => Lists;
  readonly #styles: Styles;
  /** Word counts by abstract list: two lists of one kind go on from each other. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #started = new Set<string>();

  constructor(lists: () => Lists, styles: Styles) {
    this.#lists = lists;
    this.#styles = styles;
  }

  next(numId: string, asked: number | undefined, styleId: string | null): Label | null {
    const list = this.#lists().lists.get(numId);
    if (!list) return null;
    const [abstractId, abstract] = this.#abstractOf(list.abstract);
    if (!abstract) return null;
    const levelOf = (index: number): Level | undefined => list.levels.get(index) ?? abstract.levels.get(index);
    const at = Math.min(8, asked ?? levelOfStyle(list, abstract, styleId));
    const level = levelOf(at);
    if (!level) return null;
    const counts = this.#counts.get(abstractId) ?? [];
    this.#counts.set(abstractId, counts);
    this.#count(counts, at, { numId, list, levelOf });
    const bullet = level.format === 'bullet';
    return { text: bullet || level.hidden ? '' : labelText(counts, level, levelOf), bullet, level: at };
  }

  #count(
    counts: (number | undefined)[],
    at: number,
    from: { numId: string; list: List; levelOf: (index: number) => Level | undefined },
  ): void {
    const start = from.list.starts.get(at);
    const key = `${from.numId}/${at}`;
    const isFirst = start !== undefined && !this.#started.has(key);
    this.#started.add(key);
    const before = counts[at];
    counts[at] = isFirst ? start : before === undefined ? (from.levelOf(at)?.start ?? 1) : before + 1;
    for (let outer = 0; outer < at; outer++) counts[outer] ??= from.levelOf(outer)?.start ?? 1;
    for (let inner = at + 1; inner <= 8; inner++) {
      const restart = from.levelOf(inner)?.restart ?? null;
      if (restart === null || at < restart) counts[inner] = undefined;
    }
  }

  /** Follows a list that only names a list style to the list it means. */
  #abstractOf(id: string): [string, AbstractList | undefined] {
    const abstract = this.#lists().abstracts.get(id);
    if (!abstract?.link || abstract.levels.size > 0) return [id, abstract];
    const linked = this.#lists().lists.get(this.#styles.get(abstract.link).numId ?? '')?.abstract ?? id;
    return [linked, this.#lists().abstracts.get(linked)];
  }
}

/** A paragraph style may be tied to a level of its list. */
function levelOfStyle(list: List, abstract: AbstractList, styleId: string | null): number {
  if (styleId !== null) {
    for (const levels of [list.levels, abstract.levels]) {
      for (const [index, level] of levels) if (level.style === styleId) return index;
    }
  }
  return 0;
}

function labelText(
  counts: readonly (number | undefined)[],
  level: Level,
  levelOf: (index: number) => Level | undefined,
): string {
  if (level.text === '') return '';
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const of = levelOf(index);
    const format = level.legal ? legalFormat(of) : (of?.format ?? 'decimal');
    return formatNumber(counts[index] ?? of?.start ?? 1, format);
  });
  return level.suffix === 'nothing' ? text : `${text} `;
}

function legalFormat(level: Level | undefined): string {
  return level?.format === 'decimalZero' ? 'decimalZero' : 'decimal';
}
