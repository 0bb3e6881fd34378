/** What a line that opens a block begins with. */
export interface Opening {
  readonly kind: 'heading' | 'item' | 'clause' | 'none';
  /** Outermost 1; items: 0. */
  readonly level: number;
}

const part =
  /^(?:article|part|exhibit|schedule|appendix|annex|attachment|addendum|chapter|title)\s+(?:[ivxlc]+|[a-z]|\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\b[\s.:—–-]*/i;
const section = /^(?:section|sec\.|§+|clause|paragraph)\s*\d+(?:\.\d+)*(?:\([a-z0-9]+\))*[.:)]?(?=\s|$)/i;
const clause = /^\d{1,3}(?:\.\d{1,3})+(?:\([a-z0-9]{1,4}\))*[.):]?(?=\s|$)/i;
const number = /^(?:\d{1,3}[.)]|[A-Z][.)]|[IVX]{1,5}[.)])(?=\s|$)/;
const item =
  /^(?:\((?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[A-Z])\)|[a-z][.)]|[ivx]{1,5}[.)]|[•·◦▪–—*‣∙○-]|\d{1,3}\)|[☐☒☑]|\[[ xX]\])(?=\s|$)/;

/** Tells from the first words of a line whether a block opens there, and which kind. */
export function openingOf(text: string): Opening {
  if (part.test(text)) return { kind: 'heading', level: 1 };
  if (section.test(text)) return { kind: 'clause', level: 2 };
  if (clause.test(text))
    return { kind: 'clause', level: (text.split(/\s/)[0]?.split('.').filter(Boolean).length ?? 1) + 1 };
  if (item.test(text)) return { kind: 'item', level: 0 };
  if (number.test(text)) return { kind: 'clause', level: 2 };
  return { kind: 'none', level: 0 };
}

/** Whether a text ends as a sentence or a heading of a list does. */
export function endsSentence(text: string): boolean {
  return /[.!?:;]["”’)\]]*$/u.test(text);
}
