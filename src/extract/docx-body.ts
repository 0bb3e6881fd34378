import { type Draft, note, type Revision } from './blocks.ts';
import { checkMark, FormField } from './docx-fields.ts';
import type { Story } from './docx-story.ts';
import { StoryWriter } from './docx-writer.ts';
import { symbolCharacter } from './symbols.ts';
import { type Attributes, attribute, isOn, readXml, type XmlHandler } from './xml.ts';

/** Reads the paragraphs and tables of one story, and the number of the page it ends on. */
export function readStory(xml: string, story: Story): { drafts: Draft[]; lastPage: number } {
  const reader = new StoryReader(story);
  readXml(xml, reader);
  return { drafts: reader.writer.end(), lastPage: reader.writer.page };
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

/** The property group that is being read; its elements are about the text around it. */
type Look = 'none' | 'paragraph' | 'mark' | 'run' | 'control' | 'row' | 'cell';

const looks: Readonly<Record<string, Look>> = {
  pPr: 'paragraph',
  rPr: 'run',
  sdtPr: 'control',
  trPr: 'row',
  tcPr: 'cell',
};

/** Hears the XML of a story and tells its writer what it says. */
export class StoryReader implements XmlHandler {
  readonly writer: StoryWriter;
  readonly #story: Story;
  readonly #looks: Look[] = [];
  readonly #alternatives: number[] = [];
  readonly #controls: { check: string; placeholder: boolean }[] = [];
  #field: FormField | null = null;
  #skip = 0;
  #inText = false;

  constructor(story: Story) {
    this.#story = story;
    this.writer = new StoryWriter(story);
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skip > 0 || skipped.has(name)) {
      this.#skip += 1;
      return;
    }
    const look = this.#looks.at(-1);
    const group = looks[name];
    if (group !== undefined) this.#looks.push(look === 'paragraph' && group === 'run' ? 'mark' : group);
    else if (look !== undefined) this.#property(look, name, attributes);
    else if (isRevision(name)) this.#openRevision(name, attributes);
    else this.#openElement(name, attributes);
  }

  close(name: string): void {
    if (this.#skip > 0) this.#skip -= 1;
    else if (looks[name] !== undefined) this.#looks.pop();
    else if (this.#looks.length === 0) this.#closeElement(name);
  }

  text(value: string): void {
    if (this.#inText && this.#skip === 0) this.#writeText(value);
  }

  #openElement(name: string, attributes: Attributes): void {
    const { writer } = this;
    switch (name) {
      case 'p':
        return writer.openParagraph();
      case 'r':
        return writer.openRun();
      case 't':
        this.#inText = true;
        return;
      case 'delText':
        this.#inText = this.#story.revisions === 'original';
        return;
      case 'sdt':
        this.#controls.push({ check: '', placeholder: false });
        return;
      case 'txbxContent':
        return writer.openBox();
      case 'AlternateContent':
        this.#alternatives.push(writer.written);
        return;
      case 'Fallback':
        // The same text once more, for older readers.
        if (writer.written > (this.#alternatives.at(-1) ?? 0)) this.#skip = 1;
        return;
      case 'tbl':
        return writer.openTable();
      case 'tr':
        return writer.openRow();
      case 'tc':
        return writer.openCell();
      default:
        this.#openSign(name, attributes);
    }
  }

  /** What stands for text or points to it. */
  #openSign(name: string, attributes: Attributes): void {
    const { writer } = this;
    switch (name) {
      case 'tab':
      case 'ptab':
      case 'cr':
        return writer.write(' ');
      case 'br':
        if (attribute(attributes, 'type') === 'page' && this.#story.pages === 'explicit') writer.page += 1;
        return writer.write(' ');
      case 'lastRenderedPageBreak':
        if (this.#story.pages === 'rendered' && !writer.inBox) writer.page += 1;
        return;
      case 'noBreakHyphen':
        return writer.write('-');
      case 'sym': {
        const code = Number.parseInt(attribute(attributes, 'char') ?? '', 16) || 0;
        return this.#writeText(symbolCharacter(attribute(attributes, 'font') ?? '', code));
      }
      case 'footnoteReference':
      case 'endnoteReference':
        return writer.hang(this.#story.notes.get(`${name} ${attribute(attributes, 'id')}`) ?? []);
      case 'altChunk':
        return writer.include(this.#story.chunks.get(attribute(attributes, 'id') ?? '') ?? []);
      case 'subDoc':
        return this.#story.ledger.add(
          note('sub-document', 'The file includes another document, which is not in it and was not read.', 'warning'),
        );
      case 'blip':
      case 'imagedata':
        this.#story.ledger.pictures += 1;
        return;
      case 'ffData':
        this.#field = new FormField();
        return;
      default:
        this.#field?.open(name, attributes);
    }
  }

  #closeElement(name: string): void {
    const { writer } = this;
    switch (name) {
      case 'p':
        return writer.closeParagraph();
      case 'r':
        return writer.closeRun();
      case 't':
      case 'delText':
        this.#inText = false;
        return;
      case 'ins':
      case 'moveTo':
        writer.inserted.pop();
        return;
      case 'sdt':
        this.#controls.pop();
        return;
      case 'txbxContent':
        return writer.closeBox();
      case 'AlternateContent':
        this.#alternatives.pop();
        return;
      case 'ffData':
        writer.write(this.#field?.text() ?? '');
        this.#field = null;
        return;
      case 'tc':
        return writer.closeCell();
      case 'tr':
        return writer.closeRow();
      case 'tbl':
        return writer.closeTable();
    }
  }

  #property(look: Look, name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    if (look === 'run') {
      if (name === 'rStyle') this.writer.runStyle(value);
      else this.writer.look(name, isOn(attributes));
    } else if (look === 'control') this.#controlProperty(name, attributes);
    else if (look === 'paragraph') this.#paragraphProperty(name, value);
    else if (isRevision(name) || name === 'cellIns' || name === 'cellDel') this.#wholeRevision(look, name, attributes);
    else if (look === 'mark' && name === 'specVanish' && this.writer.paragraph)
      this.writer.paragraph.runsIn = isOn(attributes);
    else if (look === 'row' || look === 'cell') this.writer.table?.look(name, attributes);
  }

  #paragraphProperty(name: string, value: string): void {
    const { paragraph } = this.writer;
    if (!paragraph) return;
    if (name === 'pStyle') paragraph.styleId = value;
    else if (name === 'numId') paragraph.numId = value;
    else if (name === 'ilvl') paragraph.level = Number(value) || 0;
    else if (name === 'outlineLvl') paragraph.outline = Number(value);
    else if (name === 'pageBreakBefore' && value !== '0' && value !== 'false' && this.#story.pages === 'explicit') {
      this.writer.page += 1;
    }
  }

  #controlProperty(name: string, attributes: Attributes): void {
    const control = this.#controls.at(-1);
    if (!control) return;
    if (name === 'checkbox') control.check = checkMark(false);
    else if (name === 'checked') control.check = checkMark(isOn(attributes));
    else if (name === 'showingPlcHdr') control.placeholder = isOn(attributes);
  }

  /** Content controls: a check box is told as such, a text that asks to be replaced as a blank. */
  #writeText(value: string): void {
    const control = this.#controls.at(-1);
    if (control && control.check !== '') {
      if (control.check !== 'told') this.writer.write(control.check);
      control.check = 'told';
    } else if (control?.placeholder && /\w/.test(value) && !value.includes('[')) this.writer.write(`[${value}]`);
    else this.writer.write(value);
  }

  #isLeftOut(name: string): boolean {
    const isNew = name === 'ins' || name === 'moveTo' || name === 'cellIns';
    return isNew ? this.#story.revisions === 'original' : this.#story.revisions === 'accepted';
  }

  #openRevision(name: string, attributes: Attributes): void {
    this.#count(name, attributes);
    if (this.#isLeftOut(name)) this.#skip = 1;
    else if (name === 'ins' || name === 'moveTo') this.writer.inserted.push(revisionOf(attributes));
  }

  /** A revision of a paragraph's mark, a row or a cell. */
  #wholeRevision(look: Look, name: string, attributes: Attributes): void {
    if (look === 'row' || look === 'cell') this.#count(name, attributes);
    if (!this.#isLeftOut(name)) return;
    const { paragraph, table } = this.writer;
    if (look === 'mark' && paragraph) paragraph.joinsNext = true;
    else if (look === 'row' || look === 'cell') table?.leaveOut(look);
  }

  /** The two halves of a move count once. */
  #count(name: string, attributes: Attributes): void {
    if (name === 'moveFrom') return;
    const kind = name === 'moveTo' ? 'move' : name === 'del' || name === 'cellDel' ? 'deletion' : 'insertion';
    this.#story.ledger.change(kind, revisionOf(attributes));
  }
}

function isRevision(name: string): boolean {
  return name === 'ins' || name === 'del' || name === 'moveTo' || name === 'moveFrom';
}

function revisionOf(attributes: Attributes): Revision {
  const date = attribute(attributes, 'date');
  return { author: attribute(attributes, 'author') ?? null, date: date === undefined ? null : date.slice(0, 10) };
}
