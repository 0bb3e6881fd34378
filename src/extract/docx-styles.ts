import { attribute, isOn, readXml } from './xml.ts';

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
  const raw = new Map<string, RawStyle>();
  const defaults: RawStyle = { name: '', basedOn: null, look: {} };
  let normal: string | null = null;
  let open: RawStyle | null = null;
  if (xml !== null) {
    readXml(xml, {
      open(name, attributes) {
        if (name === 'docDefaults') open = defaults;
        else if (name === 'style') {
          const id = attribute(attributes, 'styleId') ?? '';
          open = { name: '', basedOn: null, look: {} };
          raw.set(id, open);
          const isDefault = attribute(attributes, 'default');
          if (attribute(attributes, 'type') === 'paragraph' && (isDefault === '1' || isDefault === 'true')) normal = id;
        } else if (name === 'tblStylePr') open = null;
        else if (open) readProperty(open, name, attributes);
      },
      close(name) {
        if (name === 'style' || name === 'docDefaults') open = null;
      },
    });
  }
  return { get: resolver(raw, defaults), normal };
}

function readProperty(style: RawStyle, name: string, attributes: Readonly<Record<string, string>>): void {
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
