const wingdings: Readonly<Record<number, string>> = {
  111: '☐',
  113: '☐',
  114: '☐',
  120: '☒',
  168: '☐',
  253: '☒',
  254: '☒',
  252: '✓',
  251: '✗',
  167: '•',
  159: '•',
  216: '•',
  40: '☎',
  42: '✉',
};

const wingdings2: Readonly<Record<number, string>> = {
  80: '✓',
  79: '✗',
  81: '☒',
  82: '☒',
  83: '☒',
  84: '☒',
  163: '☐',
  42: '☐',
};

const symbol: Readonly<Record<number, string>> = {
  183: '•',
  167: '•',
  179: '≥',
  163: '≤',
  177: '±',
  180: '×',
  211: '©',
  227: '©',
  210: '®',
  226: '®',
  212: '™',
  228: '™',
  190: '—',
  45: '−',
};

/** The character that a symbol font shows for a code; '' where that is no text. */
export function symbolCharacter(font: string, code: number): string {
  // Symbol fonts live in the private use area from F000 on.
  const low = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  const table = tableOf(font.toLowerCase());
  if (table !== undefined) return table[low] ?? '';
  if (code >= 0xe000 && code <= 0xf8ff) return low < 0x80 ? String.fromCharCode(low) : '';
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function tableOf(font: string): Readonly<Record<number, string>> | undefined {
  if (font === 'wingdings 2') return wingdings2;
  if (font.startsWith('wingdings')) return wingdings;
  return font === 'symbol' ? symbol : undefined;
}
