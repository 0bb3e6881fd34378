import type { Draft } from '../blocks.ts';
import type { Ledger } from '../ledger.ts';
import type { Numbering } from './numbering.ts';
import type { Styles } from './styles.ts';

/** What one story of a DOCX (its body, a header, a footnote) needs to be read. */
export interface Story {
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly ledger: Ledger;
  readonly revisions: 'accepted' | 'original';
  readonly container: Draft['container'];
  /** Told by Word's own last layout, by breaks that the author set, or not at all. */
  readonly pages: 'rendered' | 'explicit' | 'none';
  /** Footnotes and endnotes by the name and id of their reference: "footnoteReference 2". */
  readonly notes: ReadonlyMap<string, readonly Draft[]>;
  /** Other documents that are included, by the id of their relation. */
  readonly chunks: ReadonlyMap<string, readonly Draft[]>;
  /** Tables read so far. */
  readonly tables: { count: number };
}
