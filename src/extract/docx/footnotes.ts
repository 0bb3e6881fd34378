import type { Draft } from '../blocks.ts';
import { type Attributes, attribute, readXml } from '../xml.ts';
import { StoryReader } from './body.ts';
import type { Story } from './story.ts';

/** The footnotes or endnotes of a document, by the name and id of their reference: "footnoteReference 2". */
export function readFootnotes(
  xml: string | null,
  kind: 'footnote' | 'endnote',
  story: (rest: Partial<Story>) => Story,
): Map<string, Draft[]> {
  const notes = new Map<string, Draft[]>();
  if (xml === null) return notes;
  let reader: StoryReader | null = null;
  let id = '';
  readXml(xml, {
    open(name: string, attributes: Attributes) {
      if (name !== kind || reader) {
        reader?.open(name, attributes);
        return;
      }
      // The separator lines are stored as notes with a type.
      const type = attribute(attributes, 'type') ?? 'normal';
      id = attribute(attributes, 'id') ?? '';
      reader = type === 'normal' ? new StoryReader(story({ container: 'footnote' })) : null;
    },
    close(name: string) {
      if (name === kind && reader) {
        notes.set(`${kind}Reference ${id}`, reader.end());
        reader = null;
      } else reader?.close(name);
    },
    text(value: string) {
      reader?.text(value);
    },
  });
  return notes;
}
