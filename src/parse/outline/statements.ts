import type { Span, Zone } from '../../types.ts';
import { isBlank, type ZoneOf } from '../binding/readings.ts';
import { readRow } from '../tables/rows.ts';
import type { Table } from '../tables/tables.ts';
import type { Choice } from './boxes.ts';
import { choices } from './boxes.ts';
import { breaksOff } from './broken-off.ts';
import type { Draft } from './drafts.ts';
import { draft } from './drafts.ts';
import type { Lead } from './leads.ts';
import { Leads } from './leads.ts';
import type { Line } from './lines.ts';
import { hasVerb } from './lines.ts';
import { inlineList } from './lists.ts';
import type { Asking } from './questions.ts';
import { answerIn, isAnswer } from './questions.ts';
import type { Outline } from './sections.ts';
import { sentences } from './sentences.ts';
import { countWords, read, trim } from './spans.ts';

/** What is known of the document before its sentences are read. */
export interface Layout {
  readonly value: string;
  readonly lines: readonly Line[];
  readonly outline: Outline;
  readonly zones: readonly (Zone | null)[];
  readonly asking: Asking;
  /** Table by index of the block of each of its rows. */
  readonly tables: ReadonlyMap<number, Table>;
  readonly zoneOf: ZoneOf;
}

/** Reads every block into statements, each with what governs it. */
export function readStatements(layout: Layout): Draft[] {
  const reader = new Reader(layout);
  layout.lines.forEach((_, index) => {
    reader.readLine(index);
  });
  return reader.drafts;
}

class Reader {
  readonly drafts: Draft[] = [];
  private readonly layout: Layout;
  private readonly titles: (readonly Span[])[];
  private readonly leads: Leads;
  private tableLead: Span | null = null;
  /** A sentence that waits for the items of the subsections below it: "Vendor shall not:" above "4.1 Sale". */
  private over: { readonly span: Span; readonly section: number } | null = null;

  constructor(layout: Layout) {
    this.layout = layout;
    this.titles = titlesBySection(layout);
    this.leads = new Leads(layout.value);
  }

  readLine(index: number): void {
    const { lines, tables } = this.layout;
    const line = lines[index];
    if (line === undefined || line.span.end === line.span.start) return;
    const table = tables.get(index);
    if (table !== undefined) this.readRow(line, table);
    else {
      this.tableLead = null;
      this.readText(line);
    }
  }

  private readRow(line: Line, table: Table): void {
    const { value, zones, zoneOf } = this.layout;
    const base = this.base(line);
    if (!table.rows.includes(line)) {
      this.drafts.push(draft(base, line.span, zones[line.index] ?? (table.signature ? 'signature' : 'heading')));
      return;
    }
    const lead = this.tableLead === null ? [] : [this.tableLead];
    this.leads.clear();
    this.drafts.push(
      ...readRow({
        value,
        table,
        row: line,
        base: { ...base, lead, zone: zones[line.index] ?? 'operative' },
        zoneOf,
      }),
    );
  }

  private base(line: Line): Draft {
    const { outline, asking } = this.layout;
    const section = outline.sectionOf[line.index] ?? null;
    const headings = section === null ? [] : (this.titles[section] ?? []);
    return {
      start: 0,
      end: 0,
      block: line.index,
      section,
      zone: 'operative',
      lead: [],
      tail: null,
      headings,
      asked: asking.byLine[line.index] ?? null,
    };
  }

  private readText(line: Line): void {
    const { value, zones, asking, outline } = this.layout;
    const base = this.base(line);
    const question = asking.byLine[line.index] ?? null;
    if (asking.asks[line.index] === true) {
      this.leads.clear();
      this.drafts.push(draft({ ...base, asked: null }, question ?? line.span, 'question'));
      return;
    }
    const asks = question !== null && question.start === line.title?.start;
    if (line.title !== null) {
      this.drafts.push(draft({ ...base, asked: null }, line.title, asks ? 'question' : titleZone(zones[line.index])));
    }
    const governed = this.leads.govern(line);
    if (line.body === null || line.body.end === line.body.start) return;
    const names = line.title !== null && !asks && !isAnswer(value, line) && !titlesSection(line, outline);
    const run = names && line.title !== null ? [line.title] : [];
    this.readBody(
      line,
      this.afterQuestion(line, base, question),
      { ...base, headings: [...base.headings, ...run] },
      governed,
    );
  }

  /** "Q: … A: …" on one line: the question apart, the rest is the answer. */
  private afterQuestion(line: Line, base: Draft, question: Span | null): Span {
    const body = line.body ?? line.span;
    if (question === null || question.start !== body.start) return body;
    this.drafts.push(draft({ ...base, asked: null }, question, 'question'));
    return trim(this.layout.value, answerIn(this.layout.value, body)?.answer ?? question.end, body.end);
  }

  private readBody(line: Line, body: Span, base: Draft, governed: Lead | null): void {
    const { value, zones } = this.layout;
    const blockZone = zones[line.index] ?? governed?.zone ?? null;
    if (blockZone === null && base.asked !== null && isBlank(read(value, body))) {
      this.drafts.push(draft(base, body, 'note'));
      return;
    }
    const boxed = choices(value, body);
    if (boxed !== null) {
      this.readBoxes(boxed, base, blockZone);
      return;
    }
    const parts = sentences(value, body);
    const outer = this.leadsOf(line, body);
    let { asked } = base;
    parts.forEach((part, at) => {
      const lead = at === 0 ? outer : [];
      if (at < parts.length - 1 && asksWithin(read(value, part), blockZone)) {
        // "When?" asks on about what was asked before.
        if (asked === null || part.end - part.start > 20) asked = part;
        this.drafts.push(draft({ ...base, asked: null }, part, 'question'));
        return;
      }
      for (const one of this.readSentence(part, { ...base, asked, lead }, blockZone)) {
        this.drafts.push(one);
        if (at === 0) this.leads.add(one);
      }
    });
    this.openLead(line, parts.at(-1));
  }

  /** The sentences that a line goes on with: of its list, or else of the section above its own. */
  private leadsOf({ index, block, look }: Line, body: Span): readonly Span[] {
    const { spans } = this.leads;
    if (spans.length > 0 || this.over === null || block.kind !== 'item' || look !== '') return spans;
    const { sections, sectionOf } = this.layout.outline;
    const own = sectionOf[index] ?? null;
    for (let at = own; at !== null; at = sections[at]?.parent ?? null)
      if (at === this.over.section && at !== own)
        return hasVerb(read(this.layout.value, body).split(' ', opening).join(' ')) ? [] : [this.over.span];
    return [];
  }

  private readSentence(part: Span, base: Draft, blockZone: Zone | null): Draft[] {
    const { value, zoneOf } = this.layout;
    const words = read(value, part);
    const zone = blockZone === null || blockZone === 'operative' ? zoneOf(words) : blockZone;
    const list = zone === 'operative' || zone === 'definition' ? inlineList(value, part) : null;
    if (list === null) return [draft(base, part, zone)];
    const items = list.items.map((item) => ({
      ...draft(base, item, zone),
      lead: [...base.lead, list.lead],
      tail: list.tail,
    }));
    return [draft(base, list.lead, zone), ...items, ...(list.tail === null ? [] : [draft(base, list.tail, zone)])];
  }

  private readBoxes(boxed: readonly Choice[], base: Draft, zone: Zone | null): void {
    const { value } = this.layout;
    let over: Draft = { ...base, lead: this.leads.spans };
    for (const choice of boxed) {
      const parts = sentences(value, choice);
      const option = isOption(value, parts, boxed.length === 1);
      const title = choice.ticked === null ? titleIn(value, parts) : undefined;
      parts.forEach((one, place) => {
        if (one === title || (choice.ticked === true && isPartName(read(value, one))))
          this.drafts.push(draft(over, one, 'heading'));
        // A box left open takes away its own words, not the sentences that follow, unless those are what it offers.
        else
          this.drafts.push(
            ...this.readSentence(
              one,
              over,
              choice.ticked === false && (place === 0 || option) ? 'note' : choice.ticked === true ? null : zone,
            ),
          );
      });
      const last = parts.at(-1);
      if (title !== undefined) over = { ...over, headings: [...over.headings, title] };
      else if (last !== undefined && leadsOn(read(value, last), choice.ticked))
        over = { ...over, lead: [...this.leads.spans, last] };
    }
  }

  /** Lets the line's last sentence govern what stands below it: items, or the rows of a table. */
  private openLead(line: Line, last: Span | undefined): void {
    const { lines, value, tables } = this.layout;
    let next = line.index + 1;
    while (next < lines.length && lines[next]?.span.start === lines[next]?.span.end) next += 1;
    const follower = lines[next];
    if (last === undefined || follower === undefined) return;
    const zone = this.drafts.at(-1)?.zone ?? 'operative';
    // Clauses that are numbered under "Signature page" do not go on with what stands there.
    if (zone === 'signature') return;
    const section = this.layout.outline.sectionOf[line.index] ?? null;
    if (section !== null && follower.look !== '' && waits.test(read(value, last))) this.over = { span: last, section };
    if (!tables.has(next)) this.leads.begin(line, last, follower, zone);
    else if (/[:—–]$/.test(read(value, last)) || breaksOff(read(value, last))) this.tableLead = last;
    // The stop after "as follows" parts nothing.
    else if (/\bas follows\.$/i.test(read(value, last))) this.tableLead = { start: last.start, end: last.end - 1 };
  }
}

/** "Vendor shall not:" is gone on with by items of the subsections below. */
const waits = /\b(?:shall|will|must|may|(?:agrees?|undertakes?) to)(?: (?:not|never|always))?:$/i;
/** Words in which a sentence of its own has its verb. */
const opening = 5;

/** "Security: [x] …": a few words without a verb that stand before boxes are their title, others lead to them. */
function titleIn(value: string, parts: readonly Span[]): Span | undefined {
  const last = parts.at(-1);
  return last !== undefined && !/[.?!]$/.test(read(value, last)) && isTitle(read(value, last)) ? last : undefined;
}

/** "[x] Exhibit B – Requests for deletion": the name of a paper that is chosen says nothing of what it treats. */
function isPartName(words: string): boolean {
  return (
    /^(?:exhibit|schedule|attachment|appendix|annex|addendum|rider|part|supplement)\s+["“]?(?:[A-Z]|\d{1,2}|[IVX]{1,4})\b/i.test(
      words,
    ) && !hasVerb(words)
  );
}

/** "[ ] 3-D Incident letter. Vendor shall …": a title beside a box, and what it stands for; among several boxes a name. */
function isOption(value: string, parts: readonly Span[], alone: boolean): boolean {
  const [first] = parts;
  if (first === undefined || parts.length < 2) return false;
  const title = read(value, first);
  return countWords(title) <= 8 && !hasVerb(title) && (alone || /^\p{Lu}\S* (?:\S+ )*\p{Lu}/u.test(title));
}

/** "Vendor shall notify within [ ] 10 days [x] 30 days"; between boxes only what a colon opens. */
function leadsOn(words: string, ticked: boolean | null): boolean {
  return ticked === null ? !/[.?!]$/.test(words) : words.endsWith(':');
}

function isTitle(words: string): boolean {
  return countWords(words) <= 5 && !hasVerb(words);
}

/** A title belongs to the contents, the signatures or the notes it stands in; else it is a heading. */
function titleZone(zone: Zone | null | undefined): Zone {
  return zone === 'contents' || zone === 'signature' || zone === 'note' ? zone : 'heading';
}

function titlesSection(line: Line, outline: Outline): boolean {
  const section = outline.sectionOf[line.index] ?? null;
  return section !== null && outline.titles[section]?.start === line.title?.start;
}

/** A question among the sentences of a paragraph: those that follow answer it. */
function asksWithin(words: string, blockZone: Zone | null): boolean {
  return (blockZone === null || blockZone === 'operative') && words.endsWith('?');
}

/** Titles above each section and its own; not the document's title, and no question: an answer is joined to that. */
function titlesBySection(layout: Layout): (readonly Span[])[] {
  const { outline, asking, lines } = layout;
  const first = lines.find((line) => line.span.end > line.span.start)?.span.start ?? 0;
  const titles: (readonly Span[])[] = [];
  outline.sections.forEach((section, index) => {
    const above = section.parent === null ? [] : (titles[section.parent] ?? []);
    const own = outline.titles[index] ?? null;
    const skip =
      own === null || (section.start === first && section.label === '') || asking.bySection[index]?.start === own.start;
    titles.push(skip ? above : [...above, own]);
  });
  return titles;
}
