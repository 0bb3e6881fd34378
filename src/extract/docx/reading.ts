import type { FormField } from './fields.ts';
import type { Story } from './story.ts';
import { StoryWriter } from './writer.ts';

/** How far the reading of a story has come. */
export class Reading {
  readonly story: Story;
  readonly writer: StoryWriter;
  /** Depth inside an element that is not read. */
  skip = 0;
  /** Inside an element whose text is words of the contract. */
  inText = false;
  /** Whether the drawing at hand lies behind the text, and whether it takes up a page. */
  behindText = false;
  fillsPage = false;
  /** The form field whose settings are being read. */
  field: FormField | null = null;
  /** The content controls that are open: what is printed for a check box, and whether the text asks to be replaced. */
  readonly controls: { check: string | null; placeholder: boolean }[] = [];
  /** For each open choice between alternatives, how much had been written before it. */
  readonly alternatives: number[] = [];

  constructor(story: Story) {
    this.story = story;
    this.writer = new StoryWriter(story);
  }

  /** Words of the text: for a check box its mark, once; a text that asks to be replaced is told as a blank. */
  write(text: string): void {
    const control = this.controls.at(-1);
    if (control?.check != null) {
      this.writer.write(control.check);
      control.check = '';
    } else if (control?.placeholder && /\w/.test(text) && !text.includes('[')) this.writer.write(`[${text}]`);
    else this.writer.write(text);
  }
}
