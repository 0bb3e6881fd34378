import { type Draft, wordsText } from './text.ts';

interface Number {
  /** Index of the draft. */
  readonly at: number;
  readonly whole: string;
  readonly part: number;
}

/** Mends the numbers of clauses that OCR misread, where those around leave no doubt: after "Article 5", "9.1" is "5.1". */
export function mendNumbers(drafts: readonly Draft[]): Draft[] {
  const plain = drafts.map((draft) => (isSeen(draft) ? mendSigns(draft) : draft));
  const numbers = plain.flatMap((draft, at) => numberOf(draft, at));
  const mended = [...plain];
  numbers.forEach((number, index) => {
    const draft = plain[number.at];
    const before = numbers[index - 1];
    const after = numbers[index + 1];
    if (draft === undefined || !isSeen(draft) || before?.part !== number.part - 1) return;
    const { whole } = before;
    if ([whole, after?.whole].includes(number.whole) || whole.length !== number.whole.length) return;
    mended[number.at] = withFirst(draft, `${whole}.${number.part}`);
    numbers[index] = { ...number, whole };
  });
  return mended;
}

/** "4,2 If" and "&. Privacy": no clause begins so, and the signs are what OCR makes of a full stop and an eight. */
function mendSigns(draft: Draft): Draft {
  const text = wordsText(draft.cells[0] ?? []);
  const comma = /^(\d{1,2}),(\d{1,2})(?= \p{Lu})/u.exec(text);
  if (comma !== null) return withFirst(draft, `${comma[1]}.${comma[2]}`);
  if (/^&\.(?= \p{Lu})/u.test(text)) return withFirst(draft, '8.');
  if (!/^(?:article|section) &\. /i.test(text)) return draft;
  const [first = [], ...rest] = draft.cells;
  return { ...draft, cells: [first.map((word, index) => (index === 1 ? { ...word, text: '8.' } : word)), ...rest] };
}

/** The number of a clause of two steps; a heading with a number of one step opens its clauses, as if it were ".0". */
function numberOf(draft: Draft, at: number): Number[] {
  if (draft.kind === 'row') return [];
  const text = wordsText((draft.cells[0] ?? []).slice(0, 3));
  const clause = /^(\d{1,2})\.(\d{1,2})\.?(?= |$)/.exec(text);
  if (clause !== null) return [{ at, whole: clause[1] ?? '', part: Number(clause[2]) }];
  const heading = /^(?:(?:article|section|part) )?(\d{1,2})[.:]?(?= |$)/i.exec(text);
  return draft.kind === 'heading' && heading !== null ? [{ at, whole: heading[1] ?? '', part: 0 }] : [];
}

function isSeen(draft: Draft): boolean {
  const first = draft.cells[0]?.[0];
  return draft.kind !== 'row' && first !== undefined && first.ocr !== null;
}

function withFirst(draft: Draft, text: string): Draft {
  const [words = [], ...rest] = draft.cells;
  return { ...draft, cells: [words.map((word, index) => (index === 0 ? { ...word, text } : word)), ...rest] };
}
