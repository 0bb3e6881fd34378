import type { Draft } from '../blocks.ts';
import { type Attributes, readXml, type XmlHandler } from '../xml.ts';
import { closes, opens } from './elements.ts';
import { isRevision, type Look, lookGroups, openRevision, setProperty } from './looks.ts';
import { Reading } from './reading.ts';
import type { Story } from './story.ts';

/** Reads the paragraphs and tables of one story, and the number of the page it ends on. */
export function readStory(xml: string, story: Story): { drafts: Draft[]; lastPage: number } {
  const reader = new StoryReader(story);
  readXml(xml, reader);
  return { drafts: reader.end(), lastPage: reader.lastPage };
}

// What they hold is no text of the contract: field codes, former formatting, data, pronunciation.
const skipped = new Set([
  'instrText',
  'delInstrText',
  'pPrChange',
  'rPrChange',
  'sectPrChange',
  'tblPrChange',
  'tblPrExChange',
  'tcPrChange',
  'trPrChange',
  'tblGridChange',
  'numberingChange',
  'ctrlPr',
  'rt',
  'rubyPr',
  'fldData',
  'binData',
]);

/** Hears the XML of a story, in which elements are either properties or text. */
export class StoryReader implements XmlHandler {
  readonly #reading: Reading;
  readonly #looks: Look[] = [];

  constructor(story: Story) {
    this.#reading = new Reading(story);
  }

  get lastPage(): number {
    return this.#reading.writer.page;
  }

  end(): Draft[] {
    return this.#reading.writer.end();
  }

  open(name: string, attributes: Attributes): void {
    const reading = this.#reading;
    if (reading.skip > 0 || skipped.has(name)) {
      reading.skip += 1;
      return;
    }
    const look = this.#looks.at(-1);
    const group = lookGroups.get(name);
    if (group !== undefined) this.#looks.push(look === 'paragraph' && group === 'run' ? 'mark' : group);
    else if (look !== undefined) setProperty(reading, look, { name, attributes });
    else if (isRevision(name)) openRevision(reading, name, attributes);
    else if (reading.field) reading.field.open(name, attributes);
    else opens.get(name)?.(reading, attributes);
  }

  close(name: string): void {
    const reading = this.#reading;
    if (reading.skip > 0) reading.skip -= 1;
    else if (lookGroups.has(name)) this.#looks.pop();
    else if (this.#looks.length === 0) closes.get(name)?.(reading);
  }

  text(value: string): void {
    const reading = this.#reading;
    if (reading.inText && reading.skip === 0) reading.write(value);
  }
}
