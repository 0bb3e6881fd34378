import { type Attributes, attribute, isOn, readXml, type XmlHandler } from '../xml.ts';

/** What a style, or a run of its own, says about text; undefined where it says nothing. */
export interface TextLook {
  bold?: boolean;
  struck?: boolean;
  doubleStruck?: boolean;
  hidden?: boolean;
}

/** What the reader wants to know of a style, with all it inherits. */
export interface Style extends TextLook {
  /** In small letters, as Word knows it in any language: `heading 1`. */
  readonly name: string;
  /** 0 to 8; undefined for running text. */
  readonly outline?: number | undefined;
  readonly numId?: string | undefined;
  readonly level?: number | undefined;
}

/** The styles of a document. */
export interface Styles {
  readonly get: (id: string | null) => Style;
  /** Id of the style of paragraphs that name none. */
  readonly normal: string | null;
}

interface RawStyle {
  name: string;
  basedOn: string | null;
  outline?: number;
  numId?: string;
  level?: number;
  look: TextLook;
}

const plainStyle: Style = { name: '' };

/** Reads `styles.xml`; a document without it has plain styles. */
export function readStyles(xml: string | null): Styles {
  const sheet = new StyleSheet();
  if (xml !== null) readXml(xml, sheet);
  return { get: resolver(sheet.styles, sheet.defaults), normal: sheet.normal };
}

class StyleSheet implements XmlHandler {
  readonly styles = new Map<string, RawStyle>();
  readonly defaults: RawStyle = { name: '', basedOn: null, look: {} };
  normal: string | null = null;
  #open: RawStyle | null = null;

  open(name: string, attributes: Attributes): void {
    if (name === 'docDefaults') this.#open = this.defaults;
    else if (name === 'style') this.#openStyle(attributes);
    // What a table style says of its first row says nothing of the style itself.
    else if (name === 'tblStylePr') this.#open = null;
    else if (this.#open) readProperty(this.#open, name, attributes);
  }

  close(name: string): void {
    if (name === 'style' || name === 'docDefaults') this.#open = null;
  }

  #openStyle(attributes: Attributes): void {
    const id = attribute(attributes, 'styleId') ?? '';
    this.#open = { name: '', basedOn: null, look: {} };
    this.styles.set(id, this.#open);
    const isDefault = /^(?:1|true|on)$/.test(attribute(attributes, 'default') ?? '');
    if (isDefault && attribute(attributes, 'type') === 'paragraph') this.normal = id;
  }
}

function readProperty(style: RawStyle, name: string, attributes: Attributes): void {
  const value = attribute(attributes, 'val') ?? '';
  if (name === 'name') style.name = value.toLowerCase();
  else if (name === 'basedOn') style.basedOn = value;
  else if (name === 'outlineLvl') style.outline = Number(value);
  else if (name === 'numId') style.numId = value;
  else if (name === 'ilvl') style.level = Number(value);
  else setLook(style.look, name, isOn(attributes));
}

/** Notes a property of text (`b`, `strike`, `vanish`, …) if it is one that matters. */
export function setLook(look: TextLook, name: string, on: boolean): void {
  if (name === 'b') look.bold = on;
  else if (name === 'strike') look.struck = on;
  else if (name === 'dstrike') look.doubleStruck = on;
  else if (name === 'vanish') look.hidden = on;
}

function resolver(raw: ReadonlyMap<string, RawStyle>, defaults: RawStyle): Styles['get'] {
  const resolved = new Map<string, Style>();
  const base: Style = { ...plainStyle, ...defaults.look };
  return (id) => {
    if (id === null) return base;
    const known = resolved.get(id);
    if (known) return known;
    const style = inherit(chainOf(raw, id), base);
    resolved.set(id, style);
    return style;
  };
}

/** A style and those it is based on, the outermost last; a loop ends where it closes. */
function chainOf(raw: ReadonlyMap<string, RawStyle>, id: string): RawStyle[] {
  const chain: RawStyle[] = [];
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); ) {
    seen.add(at);
    const style = raw.get(at);
    if (!style) break;
    chain.push(style);
    at = style.basedOn;
  }
  return chain;
}

function inherit(chain: readonly RawStyle[], base: Style): Style {
  let style: Style = base;
  for (const each of chain.toReversed()) {
    const outline = each.outline ?? outlineOfName(each.name) ?? style.outline;
    const numId = each.numId ?? style.numId;
    const level = each.level ?? (each.numId === undefined ? style.level : undefined);
    style = { ...style, ...each.look, name: each.name || style.name, outline, numId, level };
  }
  return style;
}

function outlineOfName(name: string): number | undefined {
  if (name === 'title') return 0;
  const digit = /^heading ([1-9])$/.exec(name)?.[1];
  return digit === undefined ? undefined : Number(digit) - 1;
}
