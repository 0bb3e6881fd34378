import type { Span } from '../../types.ts';
import type { Line } from './lines.ts';
import type { Outline } from './sections.ts';
import { read, trim } from './spans.ts';

const questionMark = /\?["”’)\]*]*$/;
const directive =
  /^(?:please\s+)?(?:describe|state|list|explain|provide|identify|specify|indicate|confirm|give|name|attach|detail|outline|summari[sz]e|tell us|set out)\b/i;
const directs =
  /[.!”"]\s+(?:please\s+)?(?:describe|state|list|explain|identify|specify|indicate|confirm|say|tell us)\b[^.!?]{0,120}[.?]$/i;
const asksTitle = /^(?:q|question)\s*\d*$/i;
/** "Requirement 21. State that … Response: …", where no bold type tells the title. */
const asksInLine = /^(?:q|question|requirement|criterion)\s*\d+(?:\.\d+)*[.:)]\s/i;
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
  const bySection = askedBySection(lines, outline, own);
  const byLine: (Span | null)[] = [];
  let pending: Span | null = null;
  lines.forEach((line, index) => {
    const section = outline.sectionOf[index] ?? null;
    const asked = own[index] ?? null;
    if (asked !== null) pending = line.look === '' ? asked : null;
    else if (endsAnswer(value, line)) pending = null;
    byLine.push(asked ?? pending ?? (section === null ? null : (bySection[section] ?? null)));
  });
  const asks = lines.map(
    (line, index) => own[index] !== null && (line.look !== '' || own[index]?.end === line.span.end),
  );
  return { bySection, byLine, asks };
}

/** A section that asks does so for all below it, until one of them asks for itself. */
function askedBySection(lines: readonly Line[], outline: Outline, own: readonly (Span | null)[]): (Span | null)[] {
  const byStart = new Map(lines.map((line, index) => [line.span.start, own[index] ?? null]));
  const asked: (Span | null)[] = [];
  for (const { start, parent } of outline.sections) {
    asked.push(byStart.get(start) ?? (parent === null ? null : (asked[parent] ?? null)));
  }
  return asked;
}

/** The next heading or number ends an answer; its own items and "A:" do not. */
function endsAnswer(value: string, line: Line): boolean {
  if (line.look !== '') return true;
  if (line.label === null || isAnswer(value, line)) return false;
  return line.block.kind !== 'item' && !line.label.style.startsWith('(');
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
  const { title, body, label } = line;
  if (title === null) {
    if (body === null) return null;
    const answered = asksInLine.test(read(value, body).slice(0, 40)) ? answerIn(value, body) : null;
    if (answered !== null) return trim(value, body.start, answered.question);
    if (body.end - body.start > 400) return null;
    const said = read(value, body);
    return isQuestion(said) || (label !== null && styles.has(label.style) && isDirective(said)) ? body : null;
  }
  const words = read(value, title);
  if (questionMark.test(words)) return title;
  if (label !== null && styles.has(label.style) && directive.test(words)) return title;
  // "C20. Term: "…" State whether you agree."
  const whole = trim(value, title.start, line.span.end);
  if (label !== null && styles.has(label.style) && whole.end - whole.start < 800 && directs.test(read(value, whole)))
    return whole;
  if (body === null || !asksTitle.test(words.replace(/[:.]$/, ''))) return null;
  return trim(value, body.start, answerIn(value, body)?.question ?? body.end);
}

/** Nothing but a question: none of its sentences tells anything. */
function isQuestion(words: string): boolean {
  if (!questionMark.test(words) || /^["“]/.test(words)) return false;
  return !/[.!]\s/.test(words.replace(/\b(?:U\.S\.C?|No|Sec|e\.g|i\.e)\.\s/g, ''));
}

/** "Q.13 Describe how a parent may see the data.", and no word of an answer. */
function isDirective(words: string): boolean {
  return directive.test(words) && !/[.!?]\s/.test(words);
}

/** "Q: … A: …" on one line: where the question ends and where the answer begins. */
export function answerIn(value: string, body: Span): { question: number; answer: number } | null {
  const words = value.slice(body.start, Math.min(body.end, body.start + 2000));
  const found = /[?.](?=\s+(?:A|Answer|Response)\s*:(?:\s|$))/.exec(words);
  if (found === null) return null;
  const question = body.start + found.index + 1;
  const marker = /^\s+\w+\s*:\s*/.exec(value.slice(question, question + 40))?.[0].length ?? 0;
  return { question, answer: question + marker };
}
