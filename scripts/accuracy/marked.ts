const mark = /<<(\/?)([+!]?)([a-z0-9-]+)>>/gu;

/** A contract in which `<<+id>> … <</id>>` marks what satisfies a provision and `<<!id>> … <</id>>` what conflicts. */
export interface Marked {
  /** The text without every passage that satisfies the provision. */
  readonly without: (id: string) => string;
  /** The text with a paragraph set into its middle, clear of what is marked; null where there is no room. */
  readonly with: (paragraph: string, turn: number) => string | null;
}

/** Reads a marked contract. */
export function marked(source: string): Marked {
  const text = inline(source);
  return {
    without: (id) => plain(cut(text, id)),
    with: (paragraph, turn) => {
      const paragraphs = text.split('\n\n');
      const from = Math.floor(paragraphs.length / 3);
      const spots = [...paragraphs.keys()].filter(
        (at) => at >= from && at < (paragraphs.length * 4) / 5 && hasRoom(paragraphs[at] ?? ''),
      );
      const spot = spots[turn % (spots.length || 1)];
      if (spot === undefined) return null;
      return plain([...paragraphs.slice(0, spot + 1), paragraph, ...paragraphs.slice(spot + 1)].join('\n\n'));
    },
  };
}

function hasRoom(paragraph: string): boolean {
  return paragraph.length > 80 && !paragraph.includes('|') && !paragraph.includes('<<');
}

/** A line of marks alone goes to the line after it, so that tables stay whole. */
function inline(source: string): string {
  const kept: string[] = [];
  let held = '';
  for (const line of source.split('\n')) {
    const marks = line.match(mark)?.join('') ?? '';
    if (marks && !line.replace(mark, '').trim()) held += marks;
    else {
      kept.push(held + line);
      held = '';
    }
  }
  return kept.join('\n') + held;
}

function cut(text: string, id: string): string {
  let out = '';
  let depth = 0;
  let at = 0;
  for (const found of text.matchAll(mark)) {
    const [whole, close, kind, name] = found;
    if (name !== id || kind === '!') continue;
    if (depth === 0) out += text.slice(at, found.index);
    depth = Math.max(0, depth + (close ? -1 : 1));
    at = found.index + whole.length;
  }
  return out + (depth === 0 ? text.slice(at) : '');
}

function plain(text: string): string {
  return text.replace(mark, '').replace(/\n{3,}/gu, '\n\n');
}
