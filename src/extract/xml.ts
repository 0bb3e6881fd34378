import { SaxesParser } from 'saxes';
import { UnreadableError } from '../errors.ts';

/** Attributes as written, prefixes included. */
export type Attributes = Readonly<Record<string, string>>;

/** What a reader of XML is told, in document order. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text?(value: string): void;
}

/** Runs through XML. A document type declaration is refused: no contract needs one, and entities can do harm. */
export function readXml(xml: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new UnreadableError('The file declares XML entities, which no contract needs; it was not read.');
  });
  parser.on('error', (cause) => {
    throw new UnreadableError('The file is damaged: its XML is broken.', { cause });
  });
  parser.on('opentag', (tag) => handler.open(localName(tag.name), tag.attributes));
  parser.on('closetag', (tag) => handler.close(localName(tag.name)));
  if (handler.text) {
    parser.on('text', (value) => handler.text?.(value));
    parser.on('cdata', (value) => handler.text?.(value));
  }
  parser.write(xml).close();
}

/** The attribute with this name, whatever its prefix; undefined if there is none. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) {
    if (key.endsWith(name) && (key.length === name.length || key.charCodeAt(key.length - name.length - 1) === 58)) {
      return attributes[key];
    }
  }
  return undefined;
}

/** Whether a property is on: it is, unless it says otherwise. */
export function isOn(attributes: Attributes): boolean {
  const value = attribute(attributes, 'val');
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none';
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
