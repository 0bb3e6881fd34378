import { SaxesParser } from 'saxes';

/** An element as an independent reader sees it. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

type Open = { name: string; attributes: Record<string, string>; children: Open[]; text: string };

/** Throws where the text is no well-formed XML. */
export function parseXml(text: string): Element {
  const parser = new SaxesParser();
  const root: Open = { name: '', attributes: {}, children: [], text: '' };
  const open: Open[] = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Open = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (words) => {
    for (const element of open) element.text += words;
  });
  parser.write(text).close();
  const [element] = root.children;
  if (element === undefined) throw new Error('no element');
  return element;
}

/** Every element of a name, in document order. */
export function all(element: Element, name: string): Element[] {
  return [...(element.name === name ? [element] : []), ...element.children.flatMap((child) => all(child, name))];
}

/** An attribute of each of some elements. */
export function values(elements: readonly Element[], attribute: string): (string | undefined)[] {
  return elements.map(({ attributes }) => attributes[attribute]);
}
