const keys: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  '\u2010': '-',
  '\u2011': '-',
};

/** Ligatures and typographers' hyphens as people type them, so that a word is the same whatever file it came from. */
export function typed(text: string): string {
  return text.replace(/[ﬀ-ﬆ\u2010\u2011]/g, (glyph) => keys[glyph] ?? glyph);
}
