import type { Draft } from '../blocks.ts';
import { newParagraph, type RtfState, resetLook } from './state.ts';

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

/** Groups that hold no text of the contract. */
export const unread = new Set(
  'annotation colortbl info pict nonshppict shprslt objdata pn xe tc rxe bkmkstart bkmkend listtable listoverridetable rsidtbl sp generator themedata colorschememapping latentstyles datastore xmlnstbl filetbl fldinst nonesttables ftnsep ftnsepc aftnsep aftnsepc'.split(
    ' ',
  ),
);
/** Starred groups, which readers may leave out, that hold text after all. */
export const starred = new Set('shpinst ud nesttableprops do shptxt dptxbxtext'.split(' '));

/** Groups that are tables of the file's own, or the printed number of a list item. */
export const ownTables: ReadonlyMap<string, RtfState['to']> = new Map([
  ['fonttbl', 'fonts'],
  ['stylesheet', 'styles'],
  ['revtbl', 'authors'],
  ['listtext', 'label'],
  ['pntext', 'label'],
]);

/** Words that stand for a character. */
export const signs: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tab: ' ',
    line: ' ',
    lbr: ' ',
    emspace: ' ',
    enspace: ' ',
    qmspace: ' ',
    emdash: '—',
    endash: '–',
    lquote: '‘',
    rquote: '’',
    ldblquote: '“',
    rdblquote: '”',
    bullet: '•',
  }),
);

/** Where the text of a group stands that is beside the running text; null for others. */
export function asideOf(word: string): Draft['container'] | null {
  if (/^header[lrf]?$/.test(word)) return 'header';
  if (/^footer[lrf]?$/.test(word)) return 'footer';
  if (word === 'footnote') return 'footnote';
  return word === 'shptxt' || word === 'dptxbxtext' ? 'textbox' : null;
}

/** A form field: 1 is a check box; 25 means that its preset holds. */
export interface FieldState {
  type: number;
  result: number;
  preset: number;
}

/** Takes note of a word about a form field. */
export function setField(field: FieldState, word: string, value: number): void {
  if (word === 'fftype') field.type = value;
  else if (word === 'ffres') field.result = value;
  else if (word === 'ffdefres') field.preset = value;
}
