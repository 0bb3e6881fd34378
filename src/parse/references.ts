import type { Section } from '../types.ts';
import { numberOf } from './labels.ts';

/** A place of the contract that a sentence names: "Section 6.1 of the Main Terms", "Part One, paragraph 4". */
export interface Reference {
  readonly section: number;
  /** Where the reference stands in the words. */
  readonly at: number;
  readonly end: number;
}

const clause =
  /\b(?:sections?|sec\.|§+|paragraphs?|clauses?|articles?|items?|subsections?)\s*(?<value>[A-Z]{0,2}-?\d{1,3}(?:\.\d{1,3})*|[IVXL]{1,6}(?:\.\d+)?|[A-Z]\b)(?<groups>(?:\([a-z0-9]{1,4}\))*)(?![\d-])/gi;
const document =
  /\b(?<word>part|exhibit|schedule|attachment|appendix|annex|addendum|rider)\s+["“]?(?<value>one|two|three|four|five|six|[A-Z]-?\d{0,2}\b|\d{1,2}\b|[IVX]{1,4}\b)["”]?/gi;
const titled =
  /\b(?:the|this)\s+(?<title>(?:[A-Z][\w'’-]*\s+){0,5}(?:Terms?(?: and Conditions| of (?:Service|Use|Sale))?|Agreement|Rider|Addendum|Exhibits?|Schedules?|Attachments?|Annex(?:es)?|Appendix|Conditions|Order(?: Form)?|Policy|Amendment|Contract|Articles?|License|Covenant|Renewal))\b/g;

/** Names of the documents inside the file, with the index of the section that opens each. */
export class Places {
  private readonly byNumber = new Map<string, number[]>();
  private readonly byPart = new Map<string, number>();
  private readonly sections: readonly Section[];

  constructor(sections: readonly Section[]) {
    this.sections = sections;
    sections.forEach((section, index) => {
      const number = numberIn(section.label);
      if (number !== '') this.byNumber.set(number, [...(this.byNumber.get(number) ?? []).slice(0, 40), index]);
      if (section.part !== '' && !this.byPart.has(section.part)) this.byPart.set(section.part, index);
    });
  }

  /** The documents that the words name. */
  parts(words: string): Reference[] {
    const found: Reference[] = [];
    for (const hit of words.matchAll(document)) {
      const wanted = `${(hit.groups?.['word'] ?? '').toLowerCase()} ${numberOf(hit.groups?.['value'] ?? '', '')}`;
      for (const [part, section] of this.byPart)
        if (partKey(part) === wanted) found.push({ section, at: hit.index, end: hit.index + hit[0].length });
    }
    for (const hit of words.matchAll(titled)) {
      const section = this.partTitled(hit.groups?.['title'] ?? '');
      if (section !== null) found.push({ section, at: hit.index, end: hit.index + hit[0].length });
    }
    return found;
  }

  /** The clauses that the words name, in the part they name; where they name none, outside of `own`. */
  clauses(words: string, own: string): Reference[] {
    const parts = this.parts(words).map(({ section }) => this.sections[section]?.part ?? '');
    const found: Reference[] = [];
    for (const hit of words.matchAll(clause)) {
      const number = numberOf(hit.groups?.['value'] ?? '', hit.groups?.['groups'] ?? '');
      const all = this.byNumber.get(number) ?? [];
      const there = all.filter((index) => parts.includes(this.sections[index]?.part ?? ''));
      const elsewhere = all.filter((index) => (this.sections[index]?.part ?? '') !== own);
      for (const section of there.length > 0 ? there : elsewhere.length > 0 ? elsewhere : all)
        found.push({ section, at: hit.index, end: hit.index + hit[0].length });
    }
    return found;
  }

  /** "the Rider" → the part titled "STUDENT PRIVACY RIDER (…)". */
  private partTitled(title: string): number | null {
    const wanted = title.toLowerCase().replace(/s$/, '').split(/\s+/);
    for (const [, index] of this.byPart) {
      const section = this.sections[index];
      const held = `${section?.label ?? ''} ${section?.title ?? ''}`.toLowerCase();
      if (wanted.every((word) => held.includes(word))) return index;
    }
    return null;
  }
}

function numberIn(label: string): string {
  const found =
    /(?<value>[A-Za-z]{0,2}-?\d{1,3}(?:\.\d{1,3})*|\b[IVXL]{1,6}(?:\.\d+)?|\b[A-Z])(?<groups>(?:\([A-Za-z0-9]{1,4}\))*)$/.exec(
      label,
    );
  return found === null ? '' : numberOf(found.groups?.['value'] ?? '', found.groups?.['groups'] ?? '');
}

function partKey(part: string): string {
  const [word = '', ...rest] = part.split(/\s+/);
  return `${word.toLowerCase()} ${numberOf(rest.join(' ').replace(/["“”]/g, ''), '')}`;
}
