import type { Span, Statement, Zone } from '../types.ts';
import type { Atoms, Role } from './patterns/atoms.ts';
import { roles } from './patterns/atoms.ts';
import { type Bits, holds, put, union } from './patterns/bits.ts';
import type { CompiledPack, Test } from './patterns/compile.ts';
import { Holders } from './patterns/holders.ts';
import { noNeeds } from './patterns/needs.ts';
import type { Context, Reader, Reading } from './reading.ts';
import { bans, read, readJoined, readListed, readSpan, readWrittenOut } from './reading.ts';
import type { Surroundings } from './weights/features.ts';

type Nears = Map<readonly number[], readonly Span[] | null>;

/** A contract opened for matching: each statement is read once, each test decided once a statement. */
export class Page {
  readonly reader: Reader;
  /** Statements of binding text. */
  readonly binding: readonly number[];
  /** These, and those of definitions. */
  readonly told: readonly number[];
  /** What statements stand under, after and for: headings, lead-ins, questions. Numbered after the statements. */
  readonly titles: readonly number[];
  /** The empty set. */
  readonly nowhere: Bits;
  readonly holders: Holders;
  /** What tests found at statements, by `cell`. */
  readonly decided = new Map<number, readonly Span[] | null>();
  /** By ids of tests: what `candidates` found. */
  readonly possible: (Bits | null | undefined)[];
  private readonly readings: Reading[] = [];
  private readonly titleAt: ReadonlyMap<number, number>;
  private readonly below: ReadonlyMap<number, Bits>;
  private readonly replies: ReadonlyMap<number, Bits>;
  private readonly nears: Nears[] = [];
  private readonly zones = new Map<string, Bits>();
  private readonly zonesOut = new Map<string, Bits>();
  /** Statements of those that are read once more with their terms written out, numbered after the titles. */
  private readonly out: number[] = [];
  private readonly outOf = new Map<number, number>();
  private readonly firstOut: number;
  /** Statements of the clauses that are read by themselves, numbered after those. */
  private readonly joined: number[] = [];
  private readonly blocks = new Map<number, number[]>();
  private readonly sections = new Map<number, number[]>();
  private readonly articles = new Map<number, number[]>();

  constructor(reader: Reader, { tests, needs }: Pick<CompiledPack, 'tests' | 'needs'> = { tests: 0, needs: noNeeds }) {
    this.reader = reader;
    this.possible = new Array(tests).fill(undefined);
    const { statements } = reader.contract;
    const titles = titlesOf(statements);
    this.titles = titles.map((_, index) => statements.length + index);
    this.titleAt = new Map(titles.map(({ start }, index) => [start, statements.length + index]));
    this.firstOut = statements.length + titles.length;
    this.binding = [...statements.keys()].filter((at) => this.binds(at));
    this.told = [...statements.keys()].filter((at) => this.binds(at) || statements[at]?.zone === 'definition');
    const { below, replies } = this.readStatements(titles.map((span) => readSpan(reader, span)));
    this.nowhere = new Uint32Array((this.readings.length >>> 5) + 1);
    this.below = setsOf(below, this.nowhere);
    this.replies = setsOf(replies, this.nowhere);
    this.holders = new Holders(needs, this.readings, reader.atoms.count, this.nowhere);
  }

  /** Reads every statement, and tells which stand under each title and answer each question. */
  private readStatements(titles: readonly Reading[]): { below: Places; replies: Places } {
    const below: Places = new Map();
    const replies: Places = new Map();
    const { statements } = this.reader.contract;
    const about = (span: Span) => titles[this.title(span) - statements.length];
    const writtenOut: Reading[] = [];
    const joined: Reading[] = [];
    let topics = new Set<Role>();
    let subject: Role | null = null;
    let banned = false;
    let nobodys = false;
    statements.forEach((statement, at) => {
      if (opensSection(statements, at)) {
        topics = new Set();
        subject = null;
        banned = false;
        nobodys = false;
        for (const span of [...statement.headings, ...statement.lead]) this.addTopics(topics, about(span));
      }
      const context = { topics, subject, banned, nobodys };
      const reading = read(this.reader, statement, context);
      const out = this.binds(at) ? readWrittenOut(this.reader, statement, reading, context) : null;
      if (out) writtenOut.push(out);
      if (out) this.outOf.set(at, this.firstOut + this.out.push(at) - 1);
      if (this.binds(at)) joined.push(...this.readClauses(at, reading, context));
      const places = this.places(at);
      subject = subjectOf(reading, this.reader.atoms);
      banned = bans(reading);
      nobodys = tellsOfNobody(reading, this.reader.atoms);
      this.readings.push(reading);
      this.addTopics(topics, reading);
      for (const place of places) {
        for (const span of statement.headings) group(below, this.title(span), place);
        if (statement.asked) group(replies, this.title(statement.asked), place);
      }
      if (this.binds(at)) {
        group(this.blocks, statement.block, at);
        group(this.sections, statement.section ?? -1, at);
        this.placeInArticle(statement, at);
      }
    });
    this.readings.push(...titles, ...writtenOut, ...joined);
    return { below, replies };
  }

  private readClauses(at: number, reading: Reading, context: Context): readonly Reading[] {
    const clauses = readJoined(this.reader, reading, context);
    const listed = readListed(this.reader, reading, context);
    const found = [...clauses, ...listed];
    this.joined.push(...found.map(() => at));
    return found;
  }

  /** The statement that is read at a place: its own, or its own with its terms written out. */
  origin(at: number): number {
    if (at < this.firstOut) return at;
    return this.out[at - this.firstOut] ?? this.joined[at - this.firstOut - this.out.length] ?? at;
  }

  /** Whether it is a clause of a statement, read by itself. */
  isClause(at: number): boolean {
    return at >= this.firstOut + this.out.length;
  }

  /** Where a statement is read: at its own place, and once more where it has terms that are written out. */
  places(statement: number): readonly number[] {
    const out = this.outOf.get(statement);
    return out === undefined ? [statement] : [statement, out];
  }

  /** What stands above a statement, and beside it in its section. */
  around(at: number): Surroundings {
    const statement = this.origin(at);
    return {
      heading: this.headings(at).at(-1) ?? null,
      asked: this.asked(at),
      before: this.beside(statement, statement - 1),
      after: this.beside(statement, statement + 1),
    };
  }

  private beside(at: number, other: number): Reading | null {
    const zone = this.reader.contract.statements[other]?.zone;
    const binds = zone === 'operative' || zone === 'definition';
    return binds && this.sameSection(at, other) ? this.reading(other) : null;
  }

  statement(at: number): Statement {
    const found = this.reader.contract.statements[this.origin(at)];
    if (!found) throw new RangeError(`no statement ${at}`);
    return found;
  }

  /** Of a statement or a title. */
  reading(at: number): Reading {
    const found = this.readings[at];
    if (!found) throw new RangeError(`no statement ${at}`);
    return found;
  }

  headings(at: number): readonly Reading[] {
    return this.statement(at).headings.map((span) => this.reading(this.title(span)));
  }

  asked(at: number): Reading | null {
    const { asked } = this.statement(at);
    return asked && this.reading(this.title(asked));
  }

  binds(at: number): boolean {
    return this.reader.contract.statements[this.origin(at)]?.zone === 'operative';
  }

  /** Statements that stand in one of the zones. */
  inZones(zones: readonly Zone[]): Bits {
    const key = zones.join(' ');
    let found = this.zones.get(key);
    if (!found) {
      const bits = this.nowhere.slice();
      this.reader.contract.statements.forEach(({ zone }, at) => {
        if (zones.includes(zone)) put(bits, at);
      });
      found = bits;
      this.zones.set(key, found);
    }
    return found;
  }

  /** The same, and those of them that have their terms written out. */
  readIn(zones: readonly Zone[]): Bits {
    const within = this.inZones(zones);
    if (this.out.length === 0) return within;
    const key = zones.join(' ');
    let found = this.zonesOut.get(key);
    if (!found) {
      const bits = within.slice();
      this.out.forEach((statement, index) => {
        if (holds(within, statement)) put(bits, this.firstOut + index);
      });
      found = bits;
      this.zonesOut.set(key, found);
    }
    return found;
  }

  /** Clauses of these that are read by themselves. */
  clausesIn(zones: readonly Zone[]): readonly number[] {
    const within = this.inZones(zones);
    return this.joined.flatMap((statement, index) =>
      holds(within, statement) ? [this.firstOut + this.out.length + index] : [],
    );
  }

  /** Statements that stand under one of these headings. */
  under(titles: readonly number[]): Bits {
    return this.atTitles(titles, this.below);
  }

  /** Statements that answer one of these questions. */
  answering(titles: readonly number[]): Bits {
    return this.atTitles(titles, this.replies);
  }

  private atTitles(titles: readonly number[], sets: ReadonlyMap<number, Bits>): Bits {
    return union(
      titles.flatMap((title) => sets.get(title) ?? []),
      this.nowhere,
    );
  }

  /** Statements in which one of the atoms occurs. */
  holding(ids: readonly number[]): Bits {
    return this.holders.of(this.reader.atoms.placeOf(ids));
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

  /** Statements of its section, of the section above and of that one's other parts. */
  inArticle(at: number): readonly number[] {
    const { section } = this.statement(at);
    const above = section === null ? null : (this.reader.contract.sections[section]?.parent ?? null);
    if (above === null) return this.articles.get(section ?? -1) ?? this.inSection(at);
    return this.articles.get(above) ?? this.inSection(at);
  }

  /** A number for a test at a statement. */
  cell({ id }: Test, at: number): number {
    return id * this.readings.length + at;
  }

  /** What a test of neighbours found in each list of them. */
  nearsOf({ id }: Test): Nears {
    this.nears[id] ??= new Map();
    return this.nears[id];
  }

  private title({ start }: Span): number {
    const found = this.titleAt.get(start);
    if (found === undefined) throw new RangeError(`no title at ${start}`);
    return found;
  }

  private placeInArticle({ section }: Statement, at: number): void {
    if (section === null) return;
    const above = this.reader.contract.sections[section]?.parent ?? null;
    group(this.articles, section, at);
    if (above !== null) group(this.articles, above, at);
  }

  private addTopics(topics: Set<Role>, reading: Reading | undefined): void {
    for (const name of roles) {
      if (reading?.hits.get(this.reader.atoms.id(name)).some((hit) => !hit.weak)) topics.add(name);
    }
  }
}

const parties: readonly Role[] = ['CONTRACTOR', 'BOARD', 'BOTH'];

/** The party that a statement is about: the first that it names, if it does so where a subject stands. */
function subjectOf({ hits }: Reading, atoms: Atoms): Role | null {
  let first = 8;
  let subject: Role | null = null;
  for (const party of parties) {
    const start = hits.get(atoms.id(party))[0]?.start ?? first;
    if (start < first) {
      first = start;
      subject = party;
    }
  }
  return subject;
}

/** Whether a statement speaks last of data from which nobody can be told. */
function tellsOfNobody({ hits }: Reading, atoms: Atoms): boolean {
  const last = hits.get(atoms.id('DEID')).at(-1);
  return last !== undefined && !hits.get(atoms.id('DATA')).some(({ start, weak }) => !weak && start > last.start);
}

/** Each heading and question once, and the lead-ins with which sections begin. */
function titlesOf(statements: readonly Statement[]): Span[] {
  const found = new Map<number, Span>();
  statements.forEach(({ headings, lead, asked }, at) => {
    const spans = [...headings, ...(opensSection(statements, at) ? lead : []), ...(asked ? [asked] : [])];
    for (const span of spans) if (!found.has(span.start)) found.set(span.start, span);
  });
  return [...found.values()];
}

function opensSection(statements: readonly Statement[], at: number): boolean {
  return at === 0 || statements[at - 1]?.section !== statements[at]?.section;
}

/** Lists of statements by title. */
type Places = Map<number, number[]>;

function setsOf(places: Places, nowhere: Bits): ReadonlyMap<number, Bits> {
  return new Map(
    [...places].map(([title, list]) => {
      const bits = nowhere.slice();
      for (const at of list) put(bits, at);
      return [title, bits];
    }),
  );
}

function group(map: Map<number, number[]>, key: number, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
