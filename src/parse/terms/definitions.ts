import type { Term } from '../../types.ts';
import type { Draft } from '../outline/drafts.ts';
import { read } from '../outline/spans.ts';
import type { Table } from '../tables/tables.ts';
import { nameGiven } from './name-given.ts';
import { duty, type Named, pronoun, type Setting } from './named-term.ts';
import { called, parenthetical, quotedTerms } from './quoted-terms.ts';
import { namedBefore, unquotedTerms } from './unquoted-terms.ts';

/** Where terms are defined. */
const zones: ReadonlySet<string> = new Set(['operative', 'definition', 'recital']);

/** A term in single quotes, apostrophes within it aside. */
const singly = /(^|[\s(])['‘]([A-Z](?:[^'’"“”\n]|['’](?=\p{L})){1,60})['’](?=[\s,;:.)]|$)/gu;

/** Finds every term that the contract defines and marks the statements that do it. */
export function defineTerms(
  statements: readonly Draft[],
  tables: ReadonlyMap<number, Table>,
  setting: Setting,
): Term[] {
  const found: Named[] = [];
  let open: Named | null = null;
  let before: Draft | null = null;
  for (const statement of statements) {
    if (!zones.has(statement.zone)) continue;
    const words = read(setting.value, statement).replace(singly, '$1"$2"');
    const defined: Named[] = [
      ...fromRow(statement, tables, setting),
      ...inSentence(words, statement, setting),
      ...namedBefore(words, statement, before, setting.value),
    ];
    found.push(...withNames(defined, nameGiven(words, statement, before, setting), setting.value));
    before = statement;
    open = defined.at(-1) ?? goOn(open, words, statement);
  }
  const told = found
    .map((one) => ({ ...one, names: one.names.filter((name) => !pronoun.test(name)) }))
    .filter(({ names }) => names.length > 0 && !names.every(setting.isParty));
  return told.filter((one) => !pointsElsewhere(one, told, setting.value)).map(termOf);
}

/** "It" and "all of that" are no meaning: what is told beside them is. */
const shortest = 16;
const ofThat =
  /^(?:in this \w+,? )?(?:the whole|all|both|any|each) of (?:it|this|that|these|those|them)(?:,? (?:taken )?together)?,?$/i;

function withNames(defined: readonly Named[], given: readonly Named[], value: string): Named[] {
  const isOf = (one: Named, other: Named) => one.names.some((name) => other.names.includes(name));
  const told = defined.filter(
    (one) =>
      (one.meaning.end - one.meaning.start >= shortest && !ofThat.test(read(value, one.meaning))) ||
      !given.some((other) => isOf(one, other)),
  );
  return [...told, ...given.filter((one) => !told.some((other) => isOf(one, other)))];
}

function inSentence(words: string, statement: Draft, setting: Setting): Named[] {
  const near = words.slice(0, 4000);
  const found = [...quotedTerms(near, statement), ...unquotedTerms(near, statement, setting)];
  if (found.some(({ whole }) => whole) && statement.zone === 'operative') statement.zone = 'definition';
  if (near.includes('(')) found.push(...parenthetical(near, statement, setting));
  if (/\b(?:call(?:s|ed)?|known as|referred to as)\b|["”]\W*$/.test(near))
    found.push(...called(near, statement, setting));
  return found;
}

/** A row of a table of terms and meanings. */
function fromRow(statement: Draft, tables: ReadonlyMap<number, Table>, setting: Setting): Named[] {
  const table = tables.get(statement.block);
  if (table === undefined || !table.columns.includes('meaning')) return [];
  const row = table.rows.find((line) => line.index === statement.block);
  const cells = row?.block.cells ?? [];
  const term = cells[Math.max(0, table.columns.indexOf('term'))];
  const meaning = cells[table.columns.indexOf('meaning')];
  if (term === undefined || meaning === undefined || term === meaning || meaning.end <= meaning.start) return [];
  // A duty that stands beside the meaning is a statement of its own.
  if (statement.start > term.start) return [];
  statement.zone = 'definition';
  if (/^\W*\d*\W*$/.test(read(setting.value, term))) return [];
  const words = read(setting.value, term)
    .replace(/["“”*]/g, '')
    .trim();
  return [
    {
      names: words.split(/\s*(?:\/|;| or )\s*/),
      start: term.start,
      meaning: { ...meaning },
      block: statement.block,
      whole: false,
    },
  ];
}

/** Whether a term's meaning is only said to stand elsewhere, and another defines it. */
function pointsElsewhere(one: Named, all: readonly Named[], value: string): boolean {
  if (!pointer.test(read(value, one.meaning).replace(/[.;]$/, ''))) return false;
  return all.some((other) => other !== one && other.names.some((name) => one.names.includes(name)));
}

/** "has the meaning given in Section 1", "means what it means in section 5": the meaning stands elsewhere. */
const pointer =
  /^(?:what it means|the same (?:thing )?as|the (?:same )?meanings?|as (?:it is )?(?:defined|used|set)|(?:given|set out|set forth|assigned|ascribed|defined|provided|stated|described)\b)[^.]{0,60}\b(?:in|by|under|at|above|below)\b[^.]{0,60}$/i;

/** A definition goes on through the items it leads and through "It includes …". */
function goOn(open: Named | null, words: string, statement: Draft): Named | null {
  if (open === null) return null;
  if (!continues(words, statement, open)) return statement.block === open.block ? open : null;
  open.meaning.end = statement.end;
  if (statement.zone === 'operative') statement.zone = 'definition';
  return open;
}

function continues(words: string, statement: Draft, open: Named): boolean {
  if (statement.lead.some((lead) => lead.start >= open.start && lead.end <= open.meaning.end)) return true;
  const added = adds.exec(words)?.[1];
  if (added !== undefined && open.names.some((name) => name.toLowerCase() === added.toLowerCase()))
    return statement.block - open.block <= 1;
  return open.whole && statement.block === open.block && goesOn.test(words) && !duty.test(words) && !fate.test(words);
}

/** "Files also includes …", of a term that is being defined. */
const adds =
  /^["“]?([A-Z][\w'’ -]{2,60}?)["”]?,? (?:includes?|also includes?|does not include|do not include|excludes?|also means?|takes in)\b/;

const goesOn =
  /^(?:It|They|This|These|That|Those|Such|Included|Excluded|Not included|Among them|Directory|In the case of|For (?:the avoidance of doubt|the sake of|clarity))\b/;

/** "It stays the Board's property": what becomes of a thing is no part of what its name means. */
const fate =
  /^\w+ (?:\w+ )?(?:stays?|remains?|belongs?|becomes?|passes|(?:is|are) (?:an? (?:[Uu]ndertaking|[Dd]uty|[Oo]bligation|[Pp]romise) of\b|(?:to be|owned|used|kept|held|sold|deleted|destroyed|erased|returned|protected|encrypted)\b))/;

function termOf({ names, start, meaning }: Named): Term {
  return {
    names: [...new Set(names)],
    meaning: { ...meaning },
    start: Math.min(start, meaning.start),
    end: meaning.end,
  };
}
