import { type Draft, draft, plain, type Run } from './blocks.ts';
import type { Label, Numbering } from './docx-numbering.ts';
import type { Styles } from './docx-styles.ts';

/** A paragraph of a DOCX while it is read. */
export class Paragraph {
  styleId: string | null;
  numId: string | undefined;
  level: number | undefined;
  outline: number | undefined;
  page: number | null = null;
  /** Its mark is gone in the view that is read, or hidden: its words begin the next paragraph. */
  joinsNext = false;
  /** A hidden mark makes a run-in heading of it. */
  runsIn = false;
  readonly runs: Run[] = [];
  /** Footnotes and text boxes that hang on it. */
  readonly after: Draft[] = [];

  constructor(styleId: string | null) {
    this.styleId = styleId;
  }
}

/** What is needed to lay a paragraph out. */
export interface Layout {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly container: Draft['container'];
  readonly inTable: boolean;
}

/** The draft of a paragraph, its number printed before it. */
export function paragraphDraft(paragraph: Paragraph, layout: Layout): Draft | null {
  const style = layout.styles.get(paragraph.styleId);
  const label = labelOf(paragraph, layout);
  const text = plain(paragraph.runs);
  // Word prints the number of an empty paragraph; it means something only as a row's number in a table.
  if (text === '' && !(layout.inTable && label?.text)) return null;
  const runs = label?.text
    ? [{ text: label.text, strong: paragraph.runs[0]?.strong === true }, ...paragraph.runs]
    : paragraph.runs;
  const isQuote = layout.container === 'body' && /^(?:intense quote|quote|block ?text)$/.test(style.name);
  const { page } = paragraph;
  const rest = { page, container: isQuote ? ('quote' as const) : layout.container };
  const outline = paragraph.outline ?? style.outline;
  if (outline !== undefined && outline < 9 && !layout.inTable && !isClause(text)) {
    return draft(runs, { ...rest, kind: 'heading', level: outline + 1 });
  }
  if (label) return draft(runs, { ...rest, kind: 'item', level: label.level });
  const bullet = typedBullet.exec(text)?.[0];
  if (bullet === undefined) return draft(runs, rest);
  return draft(withoutStart(runs, bullet.trim().length), { ...rest, kind: 'item', level: 0 });
}

const typedBullet = /^[•·▪▫◦‣●○■□➢✓]\s+/;

function labelOf({ numId, level, styleId }: Paragraph, { styles, numbering }: Layout): Label | null {
  const style = styles.get(styleId);
  const id = numId ?? style.numId;
  if (id === undefined || id === '0') return null;
  return numbering.next(id, level ?? (numId === undefined ? style.level : undefined), styleId);
}

/** Contracts often put whole clauses in heading styles to have them numbered. */
function isClause(text: string): boolean {
  if (text.length > 200) return true;
  return text.length > 60 && /[.;:]$/.test(text) && /\b(?:shall|will|must|may|is|are|agrees?|has|have)\b/i.test(text);
}

function withoutStart(runs: readonly Run[], length: number): Run[] {
  let rest = length;
  return runs.map((run) => {
    const text = rest > 0 ? run.text.trimStart() : run.text;
    const cut = Math.min(rest, text.length);
    rest -= cut;
    return { ...run, text: text.slice(cut) };
  });
}
