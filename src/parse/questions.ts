import type { Span } from '../types.ts';
import type { Line } from './lines.ts';
import type { Outline } from './sections.ts';
import { read, trim } from './spans.ts';

const questionMark = /\?["”’)\]*]*$/;
const directive =
  /^(?:please\s+)?(?:describe|state|list|explain|provide|identify|specify|indicate|confirm|give|name|attach|detail|outline|summari[sz]e|tell us|set out)\b/i;
const asksTitle = /^(?:q|question)\s*\d*$/i;
const answerTitle =
  /^(?:a|ans|answer|response|reply|(?:our|your|the )?\s*(?:[\w'’]+ ){0,3}(?:response|answer|reply))$/i;

/** What a line has to do with questions: it asks, it answers, or neither. */
export interface Asking {
  /** Question by index of the section that it titles. */
  readonly bySection: readonly (Span | null)[];
  /** The question that governs each line's statements; null if none. */
  readonly byLine: readonly (Span | null)[];
  /** Lines that do nothing but ask. */
  readonly asks: readonly boolean[];
}

/** Joins questions to the lines that answer them. */
export function questions(value: string, lines: readonly Line[], outline: Outline): Asking {
  const style = questionnaireStyles(value, lines);
  const own = lines.map((line) => questionOf(value, line, style));
  const bySection: (Span | null)[] = outline.sections.map(() => null);
  const byLine: (Span | null)[] = [];
  let pending: Span | null = null;
  lines.forEach((line, index) => {
    const section = outline.sectionOf[index] ?? null;
    const asked = own[index] ?? null;
    const opens = line.look !== '' || (line.label !== null && !isAnswer(value, line));
    const parent = section === null ? null : (outline.sections[section]?.parent ?? null);
    if (opens && section !== null && outline.sections[section]?.start === line.span.start) {
      bySection[section] = asked ?? (parent === null ? null : (bySection[parent] ?? null));
    }
    if (asked !== null) pending = line.look === '' ? asked : null;
    else if (opens && !(line.block.kind === 'item' || /^\(/.test(line.label?.style ?? ''))) pending = null;
    byLine.push(asked ?? pending ?? (section === null ? null : (bySection[section] ?? null)));
  });
  const asks = lines.map(
    (line, index) => own[index] !== null && (line.look !== '' || own[index]?.end === line.span.end),
  );
  return { bySection, byLine, asks };
}

/** "A: …", "Vendor response: …". */
export function isAnswer(value: string, line: Line): boolean {
  return (
    line.title !== null &&
    line.title.end - line.title.start < 40 &&
    answerTitle.test(read(value, line.title).replace(/[:.]$/, ''))
  );
}

/** Styles of numbers in which most of the titled lines ask: there "Please describe …" asks too. */
function questionnaireStyles(value: string, lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, [number, number]>();
  for (const line of lines) {
    if (line.label === null || line.title === null) continue;
    const [asked, all] = counts.get(line.label.style) ?? [0, 0];
    counts.set(line.label.style, [asked + (questionMark.test(read(value, line.title)) ? 1 : 0), all + 1]);
  }
  return new Set([...counts].filter(([, [asked, all]]) => asked > 0 && asked >= all / 2).map(([style]) => style));
}

function questionOf(value: string, line: Line, styles: ReadonlySet<string>): Span | null {
  if (line.block.kind === 'row') return null;
  const { title, body } = line;
  if (title !== null) {
    const words = read(value, title);
    if (questionMark.test(words)) return title;
    if (line.label !== null && styles.has(line.label.style) && directive.test(words)) return title;
    if (body !== null && asksTitle.test(words.replace(/[:.]$/, '')))
      return trim(value, body.start, answerIn(value, body)?.question ?? body.end);
    return null;
  }
  if (body === null || body.end - body.start > 400) return null;
  const words = read(value, body);
  const only = questionMark.test(words) && !/[.!]\s/.test(words.replace(/\b(?:U\.S\.C?|No|Sec|e\.g|i\.e)\.\s/g, ''));
  return only && !/^["“]/.test(words) ? body : null;
}

/** "Q: … A: …" on one line: where the question ends and where the answer begins. */
export function answerIn(value: string, body: Span): { question: number; answer: number } | null {
  const words = value.slice(body.start, Math.min(body.end, body.start + 2000));
  const found = /[?.](?=\s+(?:A|Answer|Response)\s*:\s)/.exec(words);
  if (found === null) return null;
  const question = body.start + found.index + 1;
  const marker = /^\s+\w+\s*:\s+/.exec(value.slice(question, question + 40))?.[0].length ?? 0;
  return { question, answer: question + marker };
}
