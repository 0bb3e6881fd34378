import type { Revision } from '../blocks.ts';
import { type Attributes, attribute, isOn } from '../xml.ts';
import { checkMark } from './fields.ts';
import type { Reading } from './reading.ts';

/** The group of properties that is being read; its elements are about the text around it. */
export type Look = 'paragraph' | 'mark' | 'run' | 'control' | 'row' | 'cell';

/** The elements that hold properties. */
export const lookGroups: ReadonlyMap<string, Look> = new Map([
  ['pPr', 'paragraph'],
  ['rPr', 'run'],
  ['sdtPr', 'control'],
  ['trPr', 'row'],
  ['tcPr', 'cell'],
]);

/** Takes note of a property. */
export function setProperty(reading: Reading, look: Look, { name, attributes }: Property): void {
  if (look === 'run') runProperty(reading, name, attributes);
  else if (look === 'control') controlProperty(reading, name, attributes);
  else if (look === 'paragraph') paragraphProperty(reading, name, attribute(attributes, 'val') ?? '');
  else if (isRevision(name)) wholeRevision(reading, look, { name, attributes });
  else if (look !== 'mark') reading.writer.table?.look(name, attributes);
  else if (name === 'specVanish' && reading.writer.paragraph) reading.writer.paragraph.runsIn = isOn(attributes);
}

interface Property {
  readonly name: string;
  readonly attributes: Attributes;
}

function runProperty({ writer }: Reading, name: string, attributes: Attributes): void {
  if (name === 'rStyle') writer.runStyle(attribute(attributes, 'val') ?? '');
  else writer.look(name, isOn(attributes));
}

function paragraphProperty({ story, writer }: Reading, name: string, value: string): void {
  const { paragraph } = writer;
  if (!paragraph) return;
  if (name === 'pStyle') paragraph.styleId = value;
  else if (name === 'numId') paragraph.numId = value;
  else if (name === 'ilvl') paragraph.level = Number(value) || 0;
  else if (name === 'outlineLvl') paragraph.outline = Number(value);
  else if (name === 'pageBreakBefore' && !/^(?:0|false|off)$/.test(value) && story.pages === 'explicit')
    writer.page += 1;
}

function controlProperty({ controls }: Reading, name: string, attributes: Attributes): void {
  const control = controls.at(-1);
  if (!control) return;
  if (name === 'checkbox') control.check = checkMark(false);
  else if (name === 'checked') control.check = checkMark(isOn(attributes));
  else if (name === 'showingPlcHdr') control.placeholder = isOn(attributes);
}

/** Whether an element tells a tracked change. */
export function isRevision(name: string): boolean {
  return /^(?:ins|del|moveTo|moveFrom|cellIns|cellDel)$/.test(name);
}

/** A tracked change of running text: what is not in the view that is read is skipped. */
export function openRevision(reading: Reading, name: string, attributes: Attributes): void {
  count(reading, name, attributes);
  if (isLeftOut(reading, name)) reading.skip = 1;
  else if (name === 'ins' || name === 'moveTo') reading.writer.inserted.push(revisionOf(attributes));
  else if (name === 'del' || name === 'moveFrom') reading.writer.deleted.push(revisionOf(attributes));
}

/** A tracked change of a paragraph's mark, a row or a cell. */
function wholeRevision(reading: Reading, look: Look, { name, attributes }: Property): void {
  const { paragraph, table } = reading.writer;
  count(reading, name, attributes);
  if (!isLeftOut(reading, name)) return;
  if (look === 'row' || look === 'cell') table?.leaveOut(look);
  else if (paragraph) paragraph.joinsNext = true;
}

function isLeftOut({ story }: Reading, name: string): boolean {
  const isNew = name === 'ins' || name === 'moveTo' || name === 'cellIns';
  return story.revisions === (isNew ? 'original' : 'accepted');
}

/** The two halves of a move count once. */
function count({ story }: Reading, name: string, attributes: Attributes): void {
  if (name === 'moveFrom') return;
  const kind = name === 'moveTo' ? 'move' : name === 'del' || name === 'cellDel' ? 'deletion' : 'insertion';
  story.ledger.change(kind, revisionOf(attributes));
}

function revisionOf(attributes: Attributes): Revision {
  const author = attribute(attributes, 'author')?.trim() || null;
  return { author, date: attribute(attributes, 'date')?.slice(0, 10) ?? null };
}
