/** What holds inside one group of RTF; a group begins with what held around it. */
export interface RtfState {
  /** Where text goes: into the contract, nowhere, or to a table of the file's own. */
  to: 'text' | 'nowhere' | 'label' | 'styles' | 'fonts' | 'authors' | 'field';
  bold: boolean;
  struck: boolean;
  hidden: boolean;
  inserted: boolean;
  deleted: boolean;
  author: number;
  date: number;
  font: number;
  /** Characters that stand for one `\u` in readers that do not know it. */
  fallback: number;
  paragraph: RtfParagraph;
}

/** What holds for a paragraph. */
export interface RtfParagraph {
  inTable: boolean;
  depth: number;
  outline: number;
  style: number;
  level: number;
  left: number;
  first: number;
}

/** What holds where nothing is said. */
export function newParagraph(): RtfParagraph {
  return { inTable: false, depth: 1, outline: -1, style: -1, level: 0, left: 0, first: 0 };
}

export function newState(): RtfState {
  const look = { bold: false, struck: false, hidden: false, inserted: false, deleted: false };
  return { to: 'text', ...look, author: 0, date: 0, font: -1, fallback: 1, paragraph: newParagraph() };
}

/** The state inside a new group. */
export function inner(state: RtfState): RtfState {
  return { ...state, paragraph: { ...state.paragraph } };
}

/** `\plain`: text with no look of its own. */
export function resetLook(state: RtfState): void {
  Object.assign(state, { bold: false, struck: false, hidden: false, inserted: false, deleted: false });
}

/** A packed date of Word: minutes, hours, day, month and year since 1900 in the bits of one number. */
export function rtfDate(packed: number): string | null {
  const day = (packed >> 11) & 31;
  const month = (packed >> 16) & 15;
  const year = 1900 + ((packed >> 20) & 511);
  if (packed === 0 || day === 0 || month === 0) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const pages: Readonly<Record<number, string>> = {
  77: 'macintosh',
  128: 'shift_jis',
  129: 'euc-kr',
  134: 'gbk',
  136: 'big5',
  161: 'windows-1253',
  162: 'windows-1254',
  163: 'windows-1258',
  177: 'windows-1255',
  178: 'windows-1256',
  186: 'windows-1257',
  204: 'windows-1251',
  222: 'windows-874',
  238: 'windows-1250',
};

/** The encoding of a font's character set. */
export function encodingOfCharset(charset: number): string | undefined {
  return pages[charset];
}

/** The encoding of a Windows code page. */
export function encodingOfPage(page: number): string {
  if (page === 10000) return 'macintosh';
  return page >= 1250 && page <= 1258 ? `windows-${page}` : 'windows-1252';
}
