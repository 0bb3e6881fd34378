import type { Section } from '../../types.ts';
import { numberOf } from './labels.ts';
import { behind, groupsIn, paperBehind } from './references.ts';
import { isInside } from './sections.ts';

/** A place of the contract that a sentence names: "Section 6.1 of the Main Terms", "Part One, paragraph 4". */
export interface Reference {
  readonly section: number;
  /** Where the reference stands in the words. */
  readonly at: number;
  readonly end: number;
}

const part = String.raw`(?<word>part|exhibit|schedule|attachment|appendix|annex|addendum|rider|amendment)\s+(?:No\.?\s*)?["“]?(?<value>one|two|three|four|five|six|[A-Z]-?\d{0,2}\b|\d{1,2}\b|[IVX]{1,4}\b)["”]?`;
const document = new RegExp(String.raw`\b${part}`, 'gi');
const titled =
  /\b(?:the|this)\s+(?<title>(?:[A-Z][\w'’-]*\s+){0,5}(?:Terms?(?: and Conditions| of (?:Service|Use|Sale))?|Agreement|Rider|Addendum|Exhibits?|Schedules?|Attachments?|Annex(?:es)?|Appendix|Conditions|Order(?: Form)?|Policy|Amendment|Contract|Articles?|License|Covenant|Renewal))\b/g;

/** "attached as Annex 1 (the “2021 Agreement”)", "(the “MSA”), a copy of which is attached as Exhibit A". */
const attachedAs = String.raw`\b(?:attached|annexed|appended|reproduced|copied|set out|found)\b[^.;()]{0,40}?\b(?<at>${part})`;
const given = String.raw`\((?:together,? )?(?:the |our |your )?["“](?<name>[^"“”]{2,60})["”][^()]{0,40}\)`;
const named = [`${attachedAs}[^.;()]{0,30}?${given}`, `${given}[^.;()]{0,80}?${attachedAs}`].map(
  (pattern) => new RegExp(pattern, 'gi'),
);

const anyPaper = /^(?:agreement|contract|terms|license|licence|order|policy)$/;
const changesAnother = /\b(?:amendment|addendum|rider|supplement)\b.* (?:to|of)\b/;
const holdsSpecialTerms =
  /\b(?:state|special|supplement\w*|additional)\b.*\b(?:terms|provisions|conditions|requirements|modifications)\b/i;

/** Names of things that have numbers of their own, beside those of clauses. */
const ofItsOwn = /^(?:part|exhibit|schedule|addendum|attachment|appendix|annex|rider|item|box|question|form)\b/i;

/** "(b)" at the end of a number. */
const lastGroup = /\([a-z0-9]{1,4}\)$/i;

/** Characters in which a part says what paper it is. */
const longestOpening = 300;

/** Names of the documents inside the file, with the index of the section that opens each. */
export class Places {
  private readonly byNumber = new Map<string, number[]>();
  private readonly byPart = new Map<string, number>();
  /** Part by the name, in small letters, that the contract gives to the paper. */
  private readonly byName = new Map<string, string>();
  /** By the name of a paper: that name in full, and the sections that bear it as their title. */
  private readonly known = new Map<string, { readonly name: string; readonly titled: ReadonlySet<number> }>();
  private readonly sections: readonly Section[];
  private readonly value: string;

  constructor(sections: readonly Section[], value: string) {
    this.sections = sections;
    this.value = value;
    sections.forEach((section, index) => {
      const number = numberIn(section.label);
      if (number !== '') this.byNumber.set(number, [...(this.byNumber.get(number) ?? []).slice(0, 40), index]);
      if (section.part !== '' && !this.byPart.has(section.part)) this.byPart.set(section.part, index);
    });
    for (const hit of named.flatMap((pattern) => [...value.matchAll(pattern)])) {
      const [opener] = this.parts(hit.groups?.['at'] ?? '');
      const part = opener === undefined ? '' : this.partOf(opener.section);
      if (part !== '') this.byName.set((hit.groups?.['name'] ?? '').toLowerCase().replace(/[,.]$/, ''), part);
    }
  }

  /** The documents that the words name. */
  parts(words: string): Reference[] {
    const found: Reference[] = [];
    for (const hit of words.matchAll(document)) {
      const { word = '', value = '' } = hit.groups ?? {};
      const wanted = `${word.toLowerCase()} ${numberOf(value, '')}`;
      // Exhibit "G" comes as "G-CT" and "G-MA".
      for (const [part, section] of this.byPart)
        if (partKey(part) === wanted || partKey(part).startsWith(`${wanted}-`))
          found.push({ section, at: hit.index, end: hit.index + hit[0].length });
    }
    for (const hit of words.matchAll(titled)) {
      const { title = '' } = hit.groups ?? {};
      const section = this.partTitled(title);
      if (section !== null) found.push({ section, at: hit.index, end: hit.index + hit[0].length });
    }
    return found;
  }

  /** The exhibits that hold "Supplemental State Terms", "Additional Terms or Modifications"; null if there is none. */
  specialTerms(): Reference[] | null {
    const found = [...this.byPart].flatMap(([, section]) => {
      const { label, title } = this.sections[section] ?? { label: '', title: '' };
      return holdsSpecialTerms.test(`${label} ${title}`) ? [{ section, at: 0, end: 0 }] : [];
    });
    return found.length === 0 ? null : found;
  }

  /** The papers that the words name by a number, wherever they stand: "Schedule 2" at the end of an annexed contract. */
  papers(words: string): Reference[] {
    return [...words.matchAll(document)].flatMap((hit) => {
      const { word = '', value = '' } = hit.groups ?? {};
      const wanted = `${word.toLowerCase()} ${numberOf(value, '')}`;
      const end = hit.index + hit[0].length;
      return this.sections.flatMap(({ label }, section) =>
        label !== '' && partKey(label) === wanted ? [{ section, at: hit.index, end }] : [],
      );
    });
  }

  /** The clauses that the words name, in the part they name; where they name none, outside of `own`. */
  clauses(words: string, own: string): Reference[] {
    return this.references(words, own, (number, named) => this.named(number, named));
  }

  /** The items that the words name of clauses that run on in one paragraph: "Section 9(b)", each with the "(b)" before it. */
  items(words: string, own: string): (Reference & { readonly item: string })[] {
    const found = this.references(words, own, (number, named) => {
      const clause = number.replace(lastGroup, '');
      return clause === number || this.named(number, named).length > 0 ? [] : this.named(clause, named);
    });
    return found.flatMap((one) => {
      const item = lastGroup.exec(words.slice(one.at, one.end))?.[0];
      return item === undefined ? [] : [{ ...one, item: item.toLowerCase() }];
    });
  }

  /** `lookup`: the sections that bear a number, given the words from its keyword on. */
  private references(
    words: string,
    own: string,
    lookup: (number: string, named: string) => readonly number[],
  ): Reference[] {
    const parts = this.parts(words);
    const groups = groupsIn(words);
    return groups.flatMap(({ numbers }, at) => {
      // "Article VII, Section 3" names one clause.
      if (outerOf(words, groups, at + 1) === groups[at] || outerOf(words, groups, at - 1) === groups[at]) return [];
      const outer = outerOf(words, groups, at);
      const articles = outer?.numbers.flatMap(({ number }) => lookup(number, words.slice(outer.at)));
      const within = articles && new Set(articles.filter((one) => /^art/i.test(this.sections[one]?.label ?? '')));
      const last = groups.slice(at).find(({ end }, k) => !goesOn(words.slice(end, groups[at + k + 1]?.at ?? end)));
      const { at: start = 0, end = 0 } = last ?? {};
      const beside = parts.find(
        (part) =>
          behind(words.slice(end, part.at)) === '' ||
          (part.end <= start && /^,?\s*$/.test(words.slice(part.end, start))),
      );
      return numbers.flatMap(({ number, at, end: ending }) =>
        this.choose(
          lookup(number, words.slice(start)).filter(
            (one) => !within || (!within.has(one) && isInside(one, within, this.sections)),
          ),
          beside,
          words.slice((outer && Math.max(outer.end, end)) ?? end),
          own,
        ).map((section) => ({
          section,
          at: Math.min(at, outer?.at ?? at),
          end: Math.max(ending, outer?.end ?? ending),
        })),
      );
    });
  }

  /** "an Exhibit", "the Schedules": all of that kind; else the one. */
  alike(reference: Reference, words: string): number[] {
    const kind = /^(?:an?|any|each|the)?\s*(exhibit|schedule|attachment|annex|appendix)(?:s|es)?$/i.exec(
      words.slice(reference.at, reference.end),
    )?.[1];
    if (kind === undefined) return [reference.section];
    return [...this.byPart].flatMap(([part, section]) =>
      part.toLowerCase().startsWith(kind.toLowerCase()) ? [section] : [],
    );
  }

  /** Those that bear the number: "Section 2" is not "Schedule 2", nor an item of the day, unless nothing else is. */
  private named(number: string, words: string): readonly number[] {
    const all = this.byNumber.get(number) ?? [];
    if (all.length < 2) return all;
    const keyword = /^[a-z]+/i.exec(words)?.[0].toLowerCase().replace(/s$/, '') ?? '';
    const alike = all.filter((index) => {
      const own = ofItsOwn.exec(this.sections[index]?.label ?? '')?.[0].toLowerCase();
      return own === undefined || own === keyword;
    });
    return alike.length > 0 ? alike : all;
  }

  /** In the part named beside the number; of a paper that is not in the file, in none. */
  private choose(all: readonly number[], beside: Reference | undefined, after: string, own: string): readonly number[] {
    if (beside !== undefined) return this.within(all, this.partOf(beside.section));
    const paper = paperBehind(after);
    if (paper !== null) return this.inPaper(all, paper, own);
    const elsewhere = all.filter((index) => this.partOf(index) !== own);
    return elsewhere.length > 0 ? elsewhere : all;
  }

  private inPaper(all: readonly number[], paper: string, own: string): readonly number[] {
    const { name, titled } = this.paperCalled(paper.replace(/^(?:the|our|your) /, ''));
    const part = this.partNamed(name, own);
    if (part !== null) return this.within(all, part);
    const root = this.rootTitled(name);
    if (root !== null) return all.filter((index) => this.root(index) === root);
    const inside = all.filter((index) => isInside(index, titled, this.sections));
    if (inside.length > 0) return inside;
    const main = own === '' ? [] : this.within(all, '');
    return main.length > 0 ? main : this.attached(all, paper);
  }

  private paperCalled(called: string): { readonly name: string; readonly titled: ReadonlySet<number> } {
    const known = this.known.get(called);
    if (known) return known;
    const name = this.fullName(called);
    const wanted = name.toLowerCase();
    const titled = this.sections.flatMap(({ title }, index) => (title.toLowerCase() === wanted ? [index] : []));
    const found = { name, titled: new Set(titled) };
    this.known.set(called, found);
    return found;
  }

  /** "MSA" of "the Master Subscription Agreement (the “MSA”)"; other names as they are. */
  private fullName(name: string): string {
    const [short = ''] = /^[A-Z]{2,5}\b/.exec(name) ?? [];
    if (short === '') return name;
    const given = String.raw`\b((?:[A-Z][\w'’-]*\s+){1,6})\(?(?:the |this )?["“]\**${short}\**["”]`;
    const long = new RegExp(given).exec(this.value)?.[1]?.trim();
    return long?.replace(/^(?:The|This) /, '') ?? name;
  }

  private within(all: readonly number[], part: string): readonly number[] {
    return all.filter((index) => this.partOf(index) === part);
  }

  private partOf(index: number): string {
    return this.sections[index]?.part ?? '';
  }

  /** "Clause 12 of the Old Licence", where an appendix is titled "THE OLD LICENCE (copy)". */
  private partNamed(name: string, own: string): string | null {
    for (const [known, part] of this.byName)
      if (part !== own && `${name.toLowerCase()} `.startsWith(`${known} `)) return part;
    const wanted = capitals(name);
    // "the Agreement" is what is amended, and no "Amendment No. 1 to the Agreement".
    if (wanted.every((word) => anyPaper.test(word))) return null;
    const found = [...this.byPart].filter(([part, index]) => {
      const titles = new Set((this.sections[index]?.title ?? '').toLowerCase().split(/[^\p{L}\d'’-]+/u));
      return part !== own && wanted.every((word) => titles.has(word));
    });
    const [only] = found;
    return found.length === 1 && only ? only[0] : null;
  }

  /** "Section 15 of the Standard License", where the second title of the file is "STANDARD LICENSE OF …". */
  private rootTitled(name: string): number | null {
    const wanted = capitals(name);
    if (wanted.length < 2) return null;
    // The paper that speaks is titled after the one it changes: "Rider to the Standard License".
    const last = this.sections.findLastIndex(
      ({ parent, title }) => parent === null && wanted.every((word) => title.toLowerCase().includes(word)),
    );
    // Where there is one title, it is that of the paper that speaks.
    return last <= this.sections.findIndex(({ parent }) => parent === null) ? null : last;
  }

  private root(index: number): number {
    let at = index;
    for (let parent = this.sections[at]?.parent ?? null; parent !== null; parent = this.sections[at]?.parent ?? null)
      at = parent;
    return at;
  }

  /** "Section 13 of the Main Agreement": a name that any paper may go by, so in the one attached paper of that kind. */
  private attached(all: readonly number[], paper: string): readonly number[] {
    const kind =
      /^.{0,30}?\b(?:(?:main|master|original|underlying|existing|base|basic|prior|principal|initial|current) |the )(agreement|terms|contract|order|licen[cs]e|policy|memorandum)\b/i.exec(
        paper,
      )?.[1];
    const parts = new Set(all.map((index) => this.partOf(index)).filter((part) => part !== ''));
    const [only] = parts;
    if (kind === undefined || only === undefined || parts.size > 1) return [];
    return this.opens(only).includes(kind.toLowerCase()) ? this.within(all, only) : [];
  }

  /**
   * What a part calls itself, before its first clause with a number: "EXHIBIT 1", "SOFTWARE AGREEMENT", "The Licence of
   * August 3, as it stood".
   */
  private opens(part: string): string {
    const first = this.byPart.get(part) ?? -1;
    let next = first + 1;
    while (this.sections[next]?.parent === first && this.sections[next]?.label === '') next += 1;
    const start = this.sections[first]?.start ?? 0;
    const end = Math.min(this.sections[next]?.start ?? this.value.length, start + longestOpening);
    return this.value.slice(start, end).toLowerCase();
  }

  /** "the Rider" → the part titled "STUDENT PRIVACY RIDER (…)". */
  private partTitled(title: string): number | null {
    const wanted = title.toLowerCase().replace(/s$/, '').split(/\s+/);
    for (const [, index] of this.byPart) {
      const section = this.sections[index];
      const held = `${section?.label ?? ''} ${section?.title ?? ''}`.toLowerCase();
      // "the Agreement" is no "Amendment to the Agreement".
      if (wanted.every((word) => anyPaper.test(word)) && changesAnother.test(held)) continue;
      if (wanted.every((word) => held.includes(word))) return index;
    }
    return null;
  }
}

function numberIn(label: string): string {
  const found =
    /(?<value>\b[A-Za-z]\.\d{1,3}(?:\.\d{1,3})*|[A-Za-z]{0,2}-?\d{1,3}(?:\.\d{1,3})*[A-Za-z]?|\b[IVXL]{1,6}(?:\.\d+)?|\b[A-Z])(?<groups>(?:\([A-Za-z0-9]{1,4}\))*)$/.exec(
      label,
    );
  const { value = '', groups = '' } = found?.groups ?? {};
  return found === null ? '' : numberOf(value, groups);
}

/** "Paragraph 7 (“Records”), paragraph 10 and …": what is told of the last is told of all. */
function goesOn(between: string): boolean {
  return /^\s*(?:\([^()]{0,120}\))?\s*(?:,|,?\s*and|,?\s*or)\s*$/i.test(between);
}

type Group = ReturnType<typeof groupsIn>[number];

/** The article that the clauses of a group are of: "Article VII, Section 3", "Section 3 (Archive) of Article VII". */
function outerOf(words: string, groups: readonly Group[], at: number): Group | undefined {
  const [before, group, after] = [groups[at - 1], groups[at], groups[at + 1]];
  if (group === undefined || isArticle(words, group)) return undefined;
  if (before && isArticle(words, before) && /^\s*(?:\([^()]{0,80}\))?,?\s*$/.test(words.slice(before.end, group.at)))
    return before;
  if (after && isArticle(words, after) && behind(words.slice(group.end, after.at)) === '') return after;
  return undefined;
}

function isArticle(words: string, { at, numbers }: Group): boolean {
  return numbers.length === 1 && /^art/i.test(words.slice(at));
}

function partKey(part: string): string {
  const [word = '', ...rest] = part.replace(/\bno\.?\s+/i, '').split(/\s+/);
  return `${word.toLowerCase()} ${numberOf(rest.join(' ').replace(/["“”]/g, ''), '')}`;
}

/** "Standard License of Acme" → standard, license; "2019 Agreement" → 2019, agreement. */
function capitals(name: string): string[] {
  return /^(?:(?:19|20)\d\d\s+)?(?:[A-Z][\w'’-]*\s*){1,6}/.exec(name)?.[0].trim().toLowerCase().split(/\s+/) ?? [];
}
