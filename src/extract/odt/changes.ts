import type { Revision } from '../blocks.ts';
import type { Ledger } from '../ledger.ts';
import { type Attributes, attribute } from '../xml.ts';

interface Region {
  kind: 'insertion' | 'deletion' | 'other';
  author: string | null;
  date: string | null;
  /** What a deletion took out. */
  text: string;
}

/** The tracked changes of an OpenDocument text: told at its beginning, pointed to where they happened. */
export class OdtChanges {
  readonly #ledger: Ledger;
  readonly #revisions: 'accepted' | 'original';
  readonly #regions = new Map<string, Region>();
  readonly #inside: Region[] = [];
  #listing = false;
  #region: Region | null = null;
  #hears: 'author' | 'date' | 'text' | null = null;

  constructor(ledger: Ledger, revisions: 'accepted' | 'original') {
    this.#ledger = ledger;
    this.#revisions = revisions;
  }

  /** Whether the text at hand is not in the view that is read. */
  get leavesOut(): boolean {
    return this.#revisions === 'original' && this.#inside.length > 0;
  }

  get inserted(): Revision | null {
    return this.#inside.at(-1) ?? null;
  }

  /** What was deleted at this point, if the view that is read still has it. */
  deleted(id: string): string {
    const region = this.#regions.get(id);
    return this.#revisions === 'original' && region?.kind === 'deletion' ? region.text : '';
  }

  /** Whether the element belongs to the tracked changes and needs no other reader. */
  open(name: string, attributes: Attributes): boolean {
    if (name === 'tracked-changes') this.#listing = true;
    else if (name === 'change-start') this.#start(attribute(attributes, 'change-id') ?? '');
    else if (name === 'change-end') this.#end(attribute(attributes, 'change-id') ?? '');
    else if (this.#listing) this.#openListed(name, attributes);
    else return false;
    return true;
  }

  close(name: string): boolean {
    if (name === 'tracked-changes') this.#listing = false;
    else if (name === 'changed-region' && this.#region) {
      const { kind } = this.#region;
      if (kind !== 'other') this.#ledger.change(kind, this.#region);
      this.#region = null;
    } else if (name === 'creator' || name === 'date') this.#hears = null;
    else if (!this.#listing) return name === 'change-start' || name === 'change-end';
    return this.#listing || name === 'tracked-changes';
  }

  text(value: string): boolean {
    const region = this.#region;
    if (!this.#listing) return false;
    if (region && this.#hears === 'author') region.author = value;
    else if (region && this.#hears === 'date') region.date = value.slice(0, 10);
    else if (region?.kind === 'deletion' && this.#hears === 'text') region.text += value;
    return true;
  }

  #openListed(name: string, attributes: Attributes): void {
    if (name === 'changed-region') {
      this.#region = { kind: 'other', author: null, date: null, text: '' };
      for (const id of [attributes['text:id'], attributes['xml:id']]) if (id) this.#regions.set(id, this.#region);
    } else if (this.#region && (name === 'insertion' || name === 'deletion')) this.#region.kind = name;
    else if (name === 'creator') this.#hears = 'author';
    else if (name === 'date') this.#hears = 'date';
    else if (this.#region && /^(?:p|h)$/.test(name)) {
      this.#hears = 'text';
      if (this.#region.text !== '') this.#region.text += ' ';
    }
  }

  #start(id: string): void {
    const region = this.#regions.get(id);
    if (region?.kind === 'insertion') this.#inside.push(region);
  }

  #end(id: string): void {
    const region = this.#regions.get(id);
    const at = region ? this.#inside.lastIndexOf(region) : -1;
    if (at >= 0) this.#inside.splice(at, 1);
  }
}
