import { note } from '../blocks.ts';
import { symbolCharacter } from '../symbols.ts';
import { type Attributes, attribute } from '../xml.ts';
import { FormField } from './fields.ts';
import type { Reading } from './reading.ts';

type Open = (reading: Reading, attributes: Attributes) => void;
type Close = (reading: Reading) => void;

const space: Open = ({ writer }) => writer.write(' ');
const picture: Open = ({ story, writer, fillsPage }) => {
  if (fillsPage && story.container === 'body') story.ledger.picturePages.add(writer.page);
  else story.ledger.pictures += 1;
};
const drawing: Open = (reading, attributes) => {
  // Behind the text stands its background.
  reading.behindText = /^(?:1|true|on)$/.test(attribute(attributes, 'behindDoc') ?? '');
  reading.fillsPage = false;
};
const endText: Close = (reading) => {
  reading.inText = false;
};

/** What the start of an element does to the text. */
export const opens = new Map<string, Open>([
  ['p', ({ writer }) => writer.openParagraph()],
  ['r', ({ writer }) => writer.openRun()],
  [
    't',
    (reading) => {
      reading.inText = true;
    },
  ],
  [
    'delText',
    (reading) => {
      reading.inText = reading.story.revisions === 'original';
    },
  ],
  ['tab', space],
  ['ptab', space],
  ['cr', space],
  ['br', lineBreak],
  ['lastRenderedPageBreak', renderedBreak],
  ['noBreakHyphen', ({ writer }) => writer.write('-')],
  ['sym', symbol],
  ['footnoteReference', (reading, attributes) => hang(reading, `footnoteReference ${attribute(attributes, 'id')}`)],
  ['endnoteReference', (reading, attributes) => hang(reading, `endnoteReference ${attribute(attributes, 'id')}`)],
  [
    'altChunk',
    ({ story, writer }, attributes) => writer.include(story.chunks.get(attribute(attributes, 'id') ?? '') ?? []),
  ],
  ['subDoc', subDocument],
  ['inline', drawing],
  ['anchor', drawing],
  ['extent', extent],
  ['blip', picture],
  ['imagedata', picture],
  ['sdt', ({ controls }) => void controls.push({ check: null, placeholder: false })],
  ['txbxContent', ({ writer }) => writer.openBox()],
  ['AlternateContent', ({ alternatives, writer }) => void alternatives.push(writer.written)],
  ['Fallback', fallback],
  ['tbl', ({ writer }) => writer.openTable()],
  ['tr', ({ writer }) => writer.openRow()],
  ['tc', ({ writer }) => writer.openCell()],
  [
    'ffData',
    (reading) => {
      reading.field = new FormField();
    },
  ],
]);

/** What the end of an element does to the text. */
export const closes = new Map<string, Close>([
  ['p', ({ writer }) => writer.closeParagraph()],
  ['r', ({ writer }) => writer.closeRun()],
  ['t', endText],
  ['delText', endText],
  ['ins', ({ writer }) => void writer.inserted.pop()],
  ['moveTo', ({ writer }) => void writer.inserted.pop()],
  ['del', ({ writer }) => void writer.deleted.pop()],
  ['moveFrom', ({ writer }) => void writer.deleted.pop()],
  ['sdt', ({ controls }) => void controls.pop()],
  ['txbxContent', ({ writer }) => writer.closeBox()],
  ['AlternateContent', ({ alternatives }) => void alternatives.pop()],
  ['tc', ({ writer }) => writer.closeCell()],
  ['tr', ({ writer }) => writer.closeRow()],
  ['tbl', ({ writer }) => writer.closeTable()],
  [
    'ffData',
    (reading) => {
      reading.writer.write(reading.field?.text() ?? '');
      reading.field = null;
    },
  ],
]);

function lineBreak({ story, writer }: Reading, attributes: Attributes): void {
  if (attribute(attributes, 'type') === 'page' && story.pages === 'explicit') writer.page += 1;
  writer.write(' ');
}

function renderedBreak({ story, writer }: Reading): void {
  if (story.pages === 'rendered' && !writer.inBox) writer.page += 1;
}

/** Five and a half inches by seven, in the units of a drawing: a picture so large leaves no room for text beside it. */
const pageSize = { width: 5.5 * 914_400, height: 7 * 914_400 };

function extent(reading: Reading, attributes: Attributes): void {
  const [width, height] = ['cx', 'cy'].map((name) => Number(attribute(attributes, name)));
  const large = (width ?? 0) >= pageSize.width && (height ?? 0) >= pageSize.height;
  reading.fillsPage = large && !reading.behindText;
}

function symbol(reading: Reading, attributes: Attributes): void {
  const code = Number.parseInt(attribute(attributes, 'char') ?? '', 16) || 0;
  reading.write(symbolCharacter(attribute(attributes, 'font') ?? '', code));
}

function hang({ story, writer }: Reading, reference: string): void {
  writer.hang(story.notes.get(reference) ?? []);
}

function subDocument({ story }: Reading): void {
  const message = 'The file includes another document, which is not in it and was not read.';
  story.ledger.add(note('sub-document', message, 'warning'));
}

/** The same text once more, for older readers. */
function fallback(reading: Reading): void {
  if (reading.writer.written > (reading.alternatives.at(-1) ?? 0)) reading.skip = 1;
}
