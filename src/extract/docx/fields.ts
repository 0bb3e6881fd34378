import { type Attributes, attribute, isOn } from '../xml.ts';

/** A check box or drop-down list of the old kind, whose value stands in its settings and nowhere in the text. */
export class FormField {
  #checked: boolean | null = null;
  #chosen = 0;
  readonly #entries: string[] = [];

  open(name: string, attributes: Attributes): void {
    const value = attribute(attributes, 'val') ?? '';
    if (name === 'checkBox') this.#checked = false;
    else if (name === 'checked' || (name === 'default' && this.#checked !== null)) this.#checked = isOn(attributes);
    else if (name === 'result' || name === 'default') this.#chosen = Number(value) || 0;
    else if (name === 'listEntry') this.#entries.push(value);
  }

  /** As it would be printed; '' for a field whose text follows as running text. */
  text(): string {
    if (this.#checked !== null) return checkMark(this.#checked);
    return this.#entries[this.#chosen] ?? '';
  }
}

/** Check boxes look alike in all formats. */
export function checkMark(checked: boolean): string {
  return checked ? '[x]' : '[ ]';
}
