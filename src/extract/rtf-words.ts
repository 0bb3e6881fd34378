import { newParagraph, type RtfState, resetLook } from './rtf-state.ts';

/** Takes note of a word about the look of text or of a paragraph; false if it is about something else. */
export function setRtfProperty(state: RtfState, word: string, number: number | null): boolean {
  const set = properties.get(word);
  if (!set) return false;
  set(state, number ?? 0, number !== 0);
  return true;
}

type Set = (state: RtfState, value: number, on: boolean) => void;

const properties = new Map<string, Set>([
  ['plain', resetLook],
  ['b', (state, _, on) => void Object.assign(state, { bold: on })],
  ['strike', (state, _, on) => void Object.assign(state, { struck: on })],
  ['striked', (state, _, on) => void Object.assign(state, { struck: on })],
  ['v', (state, _, on) => void Object.assign(state, { hidden: on })],
  ['revised', (state, _, on) => void Object.assign(state, { inserted: on })],
  ['deleted', (state, _, on) => void Object.assign(state, { deleted: on })],
  ['revauth', (state, author) => void Object.assign(state, { author })],
  ['revauthdel', (state, author) => void Object.assign(state, { author })],
  ['revdttm', (state, date) => void Object.assign(state, { date })],
  ['f', (state, font) => void Object.assign(state, { font })],
  ['uc', (state, fallback) => void Object.assign(state, { fallback })],
  ['pard', (state) => void Object.assign(state, { paragraph: newParagraph() })],
  ['intbl', ({ paragraph }) => void Object.assign(paragraph, { inTable: true })],
  ['itap', ({ paragraph }, depth) => void Object.assign(paragraph, { depth, inTable: depth > 0 || paragraph.inTable })],
  ['outlinelevel', ({ paragraph }, outline) => void Object.assign(paragraph, { outline })],
  ['s', ({ paragraph }, style) => void Object.assign(paragraph, { style })],
  ['ilvl', ({ paragraph }, level) => void Object.assign(paragraph, { level })],
  ['li', ({ paragraph }, left) => void Object.assign(paragraph, { left })],
  ['fi', ({ paragraph }, first) => void Object.assign(paragraph, { first })],
]);
