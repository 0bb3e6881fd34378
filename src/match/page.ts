import type { Span, Statement, Zone } from '../types.ts';
import type { Atoms, Role } from './atoms.ts';
import { roles } from './atoms.ts';
import type { Bits } from './candidates.ts';
import { put, union } from './candidates.ts';
import type { Test } from './compile.ts';
import type { Reader, Reading } from './reading.ts';
import { read, readSpan } from './reading.ts';

type Memo = (readonly Span[] | null | undefined)[];
type Nears = WeakMap<readonly number[], readonly Span[] | null>;

/** A contract opened for matching: each statement is read once, each test decided once a statement. */
export class Page {
  readonly reader: Reader;
  /** Statements of binding text. */
  readonly binding: readonly number[];
  private readonly readings: Reading[] = [];
  private readonly spans = new Map<number, Reading>();
  private readonly memos = new Map<Test, Memo>();
  private readonly nears = new Map<Test, Nears>();
  private readonly zones = new Map<string, readonly number[]>();
  private readonly holders = new Map<number, Bits>();
  private readonly unions = new Map<readonly number[], Bits>();
  private readonly nowhere: Bits;
  private readonly blocks = new Map<number, number[]>();
  private readonly sections = new Map<number, number[]>();
  private readonly articles = new Map<number, number[]>();

  constructor(reader: Reader) {
    this.reader = reader;
    const { statements } = reader.contract;
    this.nowhere = new Uint32Array((statements.length >>> 5) + 1);
    this.binding = [...statements.keys()].filter((at) => this.binds(at));
    let topics = new Set<Role>();
    let subject: Role | null = null;
    statements.forEach((statement, at) => {
      const before = statements[at - 1];
      if (!before || before.section !== statement.section) {
        topics = this.topicsOfHeadings(statement);
        subject = null;
      }
      const reading = read(reader, statement, { topics, subject });
      subject = subjectOf(reading, reader.atoms);
      this.readings.push(reading);
      for (const id of reading.hits.keys()) {
        let held = this.holders.get(id);
        if (!held) {
          held = this.nowhere.slice();
          this.holders.set(id, held);
        }
        put(held, at);
      }
      for (const name of roles) if (reading.hits.get(reader.atoms.id(name))?.some((hit) => !hit.weak)) topics.add(name);
      if (this.binds(at)) {
        group(this.blocks, statement.block, at);
        group(this.sections, statement.section ?? -1, at);
        this.placeInArticle(statement, at);
      }
    });
  }

  statement(at: number): Statement {
    const found = this.reader.contract.statements[at];
    if (!found) throw new RangeError(`no statement ${at}`);
    return found;
  }

  reading(at: number): Reading {
    const found = this.readings[at];
    if (!found) throw new RangeError(`no statement ${at}`);
    return found;
  }

  headings(at: number): readonly Reading[] {
    return this.statement(at).headings.map((span) => this.readingOf(span));
  }

  asked(at: number): Reading | null {
    const { asked } = this.statement(at);
    return asked && this.readingOf(asked);
  }

  binds(at: number): boolean {
    return this.reader.contract.statements[at]?.zone === 'operative';
  }

  /** Statements that stand in one of the zones, in order. */
  statementsIn(zones: readonly Zone[]): readonly number[] {
    const key = zones.join(' ');
    let found = this.zones.get(key);
    if (!found) {
      found = this.reader.contract.statements.flatMap(({ zone }, at) => (zones.includes(zone) ? [at] : []));
      this.zones.set(key, found);
    }
    return found;
  }

  sameSection(one: number, other: number): boolean {
    return this.statement(one).section === this.statement(other).section;
  }

  inBlock(at: number): readonly number[] {
    return this.blocks.get(this.statement(at).block) ?? [at];
  }

  inSection(at: number): readonly number[] {
    return this.sections.get(this.statement(at).section ?? -1) ?? [at];
  }

  /** Statements in which one of the atoms occurs; the same list of atoms is asked for again and again. */
  holding(ids: readonly number[]): Bits {
    let found = this.unions.get(ids);
    if (!found) {
      found = union(ids.map((id) => this.holders.get(id) ?? this.nowhere)) ?? this.nowhere;
      this.unions.set(ids, found);
    }
    return found;
  }

  /** Statements of its section, of the section above and of that one's other parts. */
  inArticle(at: number): readonly number[] {
    const { section } = this.statement(at);
    const above = section === null ? null : (this.reader.contract.sections[section]?.parent ?? null);
    if (above === null) return this.articles.get(section ?? -1) ?? this.inSection(at);
    return this.articles.get(above) ?? this.inSection(at);
  }

  memoOf(test: Test): Memo {
    let memo = this.memos.get(test);
    if (!memo) {
      memo = [];
      this.memos.set(test, memo);
    }
    return memo;
  }

  /** What a test of neighbours found in each list of them. */
  nearsOf(test: Test): Nears {
    let nears = this.nears.get(test);
    if (!nears) {
      nears = new WeakMap();
      this.nears.set(test, nears);
    }
    return nears;
  }

  private placeInArticle({ section }: Statement, at: number): void {
    if (section === null) return;
    const above = this.reader.contract.sections[section]?.parent ?? null;
    group(this.articles, section, at);
    if (above !== null) group(this.articles, above, at);
  }

  private readingOf(span: Span): Reading {
    let reading = this.spans.get(span.start);
    if (!reading) {
      reading = readSpan(this.reader, span);
      this.spans.set(span.start, reading);
    }
    return reading;
  }

  private topicsOfHeadings(statement: Statement): Set<Role> {
    const topics = new Set<Role>();
    for (const span of [...statement.headings, ...statement.lead]) {
      const { hits } = this.readingOf(span);
      for (const name of roles) if (hits.get(this.reader.atoms.id(name))?.some((hit) => !hit.weak)) topics.add(name);
    }
    return topics;
  }
}

const parties: readonly Role[] = ['CONTRACTOR', 'BOARD', 'BOTH'];

/** The party that a statement is about: the first that it names, if it does so where a subject stands. */
function subjectOf({ hits }: Reading, atoms: Atoms): Role | null {
  let first = 8;
  let subject: Role | null = null;
  for (const party of parties) {
    const start = hits.get(atoms.id(party))?.[0]?.start ?? first;
    if (start < first) {
      first = start;
      subject = party;
    }
  }
  return subject;
}

function group(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
