import { apply, identity, matrixOf } from './matrix.ts';
import { type OpenPage, type Piece, plainly } from './page.ts';

/** What was put on a page beside its own text. */
export interface Added {
  /** Values of form fields and ticked boxes, where they stand. */
  readonly pieces: Piece[];
  /** Words of comments, notes and text boxes laid over the page. */
  readonly comments: string[];
  /** Boxes that a strike-out comment covers, upright: left, top, right, bottom. */
  readonly strikes: [number, number, number, number][];
  readonly attached: string[];
}

interface Annotation {
  readonly subtype?: string;
  readonly rect?: readonly number[];
  readonly fieldType?: string;
  readonly fieldValue?: unknown;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly pushButton?: boolean;
  readonly buttonValue?: unknown;
  readonly exportValue?: unknown;
  readonly hidden?: boolean;
  readonly password?: boolean;
  readonly quadPoints?: ArrayLike<number> | null;
  readonly contentsObj?: { readonly str?: string };
  readonly file?: { readonly filename?: string };
  readonly options?: readonly { readonly exportValue?: string; readonly displayValue?: string }[];
}

const commentKinds = new Set([
  'Text',
  'FreeText',
  'Highlight',
  'Underline',
  'Squiggly',
  'StrikeOut',
  'Caret',
  'Stamp',
  'Ink',
  'Square',
  'Circle',
  'Line',
]);

/** Reads the form fields and comments of a page. */
export function readAdded({ annotations, view: { transform } }: OpenPage): Added {
  const added: Added = { pieces: [], comments: [], strikes: [], attached: [] };
  const view = matrixOf(transform) ?? identity;
  const box = (rect: ArrayLike<number>): [number, number, number, number] => {
    const [x = 0, y = 0] = apply(view, rect[0] ?? 0, rect[1] ?? 0);
    const [x2 = 0, y2 = 0] = apply(view, rect[2] ?? 0, rect[3] ?? 0);
    return [Math.min(x, x2), Math.min(y, y2), Math.max(x, x2), Math.max(y, y2)];
  };
  for (const annotation of annotations as Annotation[]) {
    const { subtype = '', rect } = annotation;
    if (subtype === 'Widget' && rect !== undefined) added.pieces.push(...widget(annotation, box(rect)));
    if (subtype === 'FileAttachment') added.attached.push(annotation.file?.filename ?? 'unnamed');
    if (!commentKinds.has(subtype)) continue;
    const words = (annotation.contentsObj?.str ?? '').replace(/\s+/g, ' ').trim();
    if (words !== '') added.comments.push(words);
    if (subtype === 'StrikeOut') added.strikes.push(...quads(annotation).map(box));
  }
  return added;
}

function quads({ quadPoints, rect }: Annotation): ArrayLike<number>[] {
  if (!quadPoints || quadPoints.length < 8) return rect === undefined ? [] : [rect];
  const found: number[][] = [];
  for (let at = 0; at + 7 < quadPoints.length; at += 8) {
    const points = Array.from(quadPoints).slice(at, at + 8);
    const xs = points.filter((_, index) => index % 2 === 0);
    const ys = points.filter((_, index) => index % 2 === 1);
    found.push([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]);
  }
  return found;
}

function widget(
  annotation: Annotation,
  [left, top, right, bottom]: readonly [number, number, number, number],
): Piece[] {
  if (annotation.hidden === true || annotation.password === true) return [];
  const value = wordsOf(annotation);
  const lines = value.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const room = (bottom - top) / Math.max(1, lines.length);
  const size = Math.min(12, Math.max(6, room * 0.75));
  return lines.map((text, index) => ({
    text,
    x: left,
    y: lines.length === 1 ? bottom - Math.max(2, (bottom - top - size * 0.7) / 2) : top + room * (index + 0.8),
    end: Math.min(right, left + text.length * size * 0.5),
    size,
    ...plainly,
    from: 'form',
  }));
}

function wordsOf(annotation: Annotation): string {
  const { fieldValue } = annotation;
  if (annotation.pushButton === true) return '';
  if (annotation.checkBox === true) return ticked(fieldValue, annotation.exportValue) ? '[x]' : '[ ]';
  if (annotation.radioButton === true) return ticked(fieldValue, annotation.buttonValue) ? '[x]' : '[ ]';
  if (annotation.fieldType === 'Sig') return '';
  const values = Array.isArray(fieldValue) ? fieldValue : [fieldValue];
  const shown = values.map(
    (value) => annotation.options?.find((option) => option.exportValue === value)?.displayValue ?? value,
  );
  return shown.filter((value) => typeof value === 'string').join(', ');
}

function ticked(value: unknown, own: unknown): boolean {
  if (typeof value !== 'string' || value === '' || value === 'Off') return false;
  return own === undefined || own === null || own === value;
}
