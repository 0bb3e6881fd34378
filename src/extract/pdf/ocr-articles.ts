import { type Known, wordsKnown } from '../tidy.ts';
import type { Draft } from './text.ts';

// Tesseract often overlooks the narrow space beside "a": "build upa profile", "Adefault by the Vendor".

const before =
  /^(to|of|in|on|by|for|as|at|is|or|and|up|if|not|has|had|have|under|from|into|such|that|be|give|make|upon)a$/;
/** Nouns that clauses begin with. */
const noun =
  /^(?:default|party|student|pupil|learner|parent|guardian|child|school|teacher|court|judge|copy|change|breach|notice|request|report|record|release|person|failure|waiver|term|clause|provision|section|vendor|provider|contractor|subcontractor|customer|user|delay|transfer|sale|successor|termination|decision|ruling|finding|dispute|claim|letter|writing)\b/;
/** Words that are whole although the rest of them is a word. */
const whole =
  /^A(?:bout|bove|cross|broad|gain|head|like|lone|long|miss|mount|new|nother|part|round|side|void|ward|wards|ware|way|while)\b/;

/** Sets the article apart from the word that OCR joined it to. */
export function partArticles(drafts: readonly Draft[]): Draft[] {
  const seen = drafts.some(({ cells }) => cells.some((words) => words.some((word) => word.ocr !== null)));
  if (!seen) return [...drafts];
  const known = wordsKnown(drafts.flatMap(({ cells }) => cells));
  return drafts.map((draft) => ({
    ...draft,
    cells: draft.cells.map((words) =>
      words.flatMap((word) =>
        word.ocr === null ? [word] : parted(word.text, known).map((text) => ({ ...word, text })),
      ),
    ),
  }));
}

function parted(text: string, { words }: Known): string[] {
  const first = before.exec(text)?.[1];
  if (first !== undefined) return [first, 'a'];
  const rest = /^A(\p{Ll}{3,})/u.exec(text)?.[1];
  if (rest === undefined || whole.test(text)) return [text];
  return noun.test(rest) || (rest.length > 3 && words.has(rest)) ? ['A', text.slice(1)] : [text];
}
