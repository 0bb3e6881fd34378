import type { Draft, Run } from '../blocks.ts';
import { type Shape, shaped } from '../flow.ts';
import type { Label, Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** A paragraph of a DOCX while it is read. */
export class Paragraph {
  styleId: string | null;
  numId: string | undefined;
  level: number | undefined;
  outline: number | undefined;
  page: number | null = null;
  /** Its mark is gone in the view that is read: its words begin the next paragraph. */
  joinsNext = false;
  /** Its mark is hidden: it is a run-in heading. */
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

/** The draft of a paragraph, its number printed before it; null if it has no words. */
export function paragraphDraft(paragraph: Paragraph, layout: Layout): Draft | null {
  const { page } = paragraph;
  const style = layout.styles.get(paragraph.styleId);
  const outline = paragraph.outline ?? style.outline;
  const found = shaped(paragraph.runs, shapeOf(outline, labelOf(paragraph, layout)), layout.inTable);
  const isQuote = layout.container === 'body' && /^(?:intense quote|quote|block ?text)$/.test(style.name);
  return found && { ...found, page, container: isQuote ? 'quote' : layout.container };
}

function shapeOf(outline: number | undefined, label: Label | null): Shape {
  const printed = label ? { label: label.text } : {};
  if (outline !== undefined && outline < 9) return { kind: 'heading', level: outline + 1, ...printed };
  return label ? { kind: 'item', level: label.level, ...printed } : { kind: 'paragraph', level: 0 };
}

function labelOf({ numId, level, styleId }: Paragraph, { styles, numbering }: Layout): Label | null {
  const style = styles.get(styleId);
  const id = numId ?? style.numId;
  if (id === undefined || id === '0') return null;
  return numbering.next(id, level ?? (numId === undefined ? style.level : undefined), styleId);
}
