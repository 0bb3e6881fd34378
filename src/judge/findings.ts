import { prevailing } from '../prevailing.ts';
import type {
  ConflictFinding,
  Contract,
  Evidence,
  Finding,
  Match,
  Matched,
  NearestPassage,
  Note,
  Required,
  Rule,
  Span,
} from '../types.ts';
import { evidenceOf } from './evidence.ts';

type Supply = 'present' | 'incomplete' | 'missing';

/** What each rule has to say about a contract, in the order of the rules. */
export function judge(contract: Contract, rules: readonly Rule[], matched: Matched): Finding[] {
  return rules.map((rule) => findingOf(contract, rule, matched));
}

function findingOf(contract: Contract, rule: Rule, matched: Matched): Finding {
  const matches = matched.matches.filter((match) => match.rule === rule.id);
  const conflicts = matches.filter(({ part }) => part === 'conflict');
  const supplying = stillSupplying(contract, rule, matches);
  const elements = Object.fromEntries(rule.elements.map(({ name }) => [name, supplyOf(name, supplying)]));
  const evidence = evidenceFor(contract, supplying);
  return {
    rule,
    required: rule.kind === 'required' ? together(Object.values(elements)) : 'not-required',
    elements,
    evidence,
    conflicts: conflicts.map((match) => conflictOf(contract, rule, match)).sort(byPlace),
    nearest: rule.kind === 'required' ? nearestOf(contract, rule, elements, matched.nearest) : [],
    notes: [
      ...adviceOn(rule, elements, evidence),
      ...notesOf(contract, rule, matches),
      ...doubtsOf(contract, rule, matches),
    ],
  };
}

/**
 * What is left to supply the elements. A term that falls cannot at once be what saves the provision, and what the same
 * paragraph takes back ("Requests are made by e-mail. Vendor may decline them.") is given in part only. A term that is `apart`
 * takes nothing back.
 */
function stillSupplying(contract: Contract, rule: Rule, matches: readonly Match[]): Match[] {
  const conflicts = matches.filter(({ part }) => part === 'conflict');
  const taken = takenBy(contract, rule, conflicts);
  const blockOf = ({ statement }: Match) => contract.statements[statement]?.block;
  const falling = new Set(conflicts.map(({ statement }) => statement));
  const isApart = ({ name }: Match) => rule.conflicts.some((one) => one.name === name && one.apart);
  const qualified = new Set(conflicts.filter((one) => !isApart(one)).map(blockOf));
  return matches
    .filter(({ part, name, statement }) => part === 'element' && !falling.has(statement) && !taken.has(name))
    .map((match) => (qualified.has(blockOf(match)) ? { ...match, whole: false } : match));
}

/** Elements that a standing conflict takes away, whatever other statements give. */
function takenBy(contract: Contract, rule: Rule, conflicts: readonly Match[]): ReadonlySet<string> {
  return new Set(
    conflicts
      .filter(({ statement }) => prevailing(contract, statement) === undefined)
      .flatMap(({ name }) => rule.conflicts.find((conflict) => conflict.name === name)?.takes ?? []),
  );
}

function supplyOf(name: string, supplying: readonly Match[]): Supply {
  const matches = supplying.filter((match) => match.name === name);
  if (matches.length === 0) return 'missing';
  return matches.some(({ whole }) => whole) ? 'present' : 'incomplete';
}

function together(supplies: readonly Supply[]): Exclude<Required, 'not-required'> {
  if (supplies.every((supply) => supply === 'missing')) return 'missing';
  return supplies.every((supply) => supply === 'present') ? 'present' : 'incomplete';
}

/** One piece of evidence a statement: first the statements that supply most elements, then in the order of the text. */
function evidenceFor(contract: Contract, matches: readonly Match[]): Evidence[] {
  const ofStatement = new Map<number, Match[]>();
  for (const match of matches) {
    const own = ofStatement.get(match.statement);
    if (own === undefined) ofStatement.set(match.statement, [match]);
    else own.push(match);
  }
  return [...ofStatement.values()]
    .map((own) => ({ strength: own.filter(({ whole }) => whole).length, evidence: evidenceAt(contract, own) }))
    .sort((a, b) => b.strength - a.strength || byPlace(a.evidence, b.evidence))
    .map(({ evidence }) => evidence);
}

function evidenceAt(contract: Contract, matches: readonly Match[]): Evidence {
  const statement = matches[0]?.statement ?? -1;
  const rests = matches.flatMap(({ spans }) => spans);
  return evidenceOf(
    contract,
    place(contract, statement),
    rests,
    matches.every(({ weight }) => weight !== undefined),
  );
}

function conflictOf(contract: Contract, rule: Rule, match: Match): ConflictFinding {
  const { name, statement } = match;
  const clause = prevailing(contract, statement);
  return {
    ...evidenceAt(contract, [match]),
    name,
    why:
      rule.conflicts.find((conflict) => conflict.name === name)?.why ??
      'It is worded like terms that conflict with this provision.',
    overriddenBy: clause ? evidenceOf(contract, clause) : null,
  };
}

function nearestOf(
  contract: Contract,
  rule: Rule,
  elements: Readonly<Record<string, Supply>>,
  nearest: Matched['nearest'],
): NearestPassage[] {
  return nearest
    .filter((passage) => passage.rule === rule.id)
    .map((passage) => ({ passage, lacks: passage.lacks.filter((name) => elements[name] !== 'present') }))
    .filter(({ lacks }) => lacks.length > 0)
    .map(({ passage, lacks }) => ({ ...evidenceOf(contract, passage), lacks }));
}

/** Advice that a contract does not follow: a warning where it begins to, no more than a hint where it is silent. */
function adviceOn(rule: Rule, elements: Readonly<Record<string, Supply>>, evidence: readonly Evidence[]): Note[] {
  const supplies = Object.values(elements);
  if (rule.kind !== 'advice' || supplies.length === 0 || together(supplies) === 'present') return [];
  const level = together(supplies) === 'missing' ? 'info' : 'warning';
  return [{ id: shortId(rule), rule: rule.id, level, message: rule.message, evidence }];
}

function notesOf(contract: Contract, rule: Rule, matches: readonly Match[]): Note[] {
  return rule.notes.flatMap(({ id, level, message }) => {
    const fitting = matches.filter(({ part, name }) => part === 'note' && name === id);
    if (fitting.length === 0) return [];
    return [{ id, rule: rule.id, level, message, evidence: evidenceFor(contract, fitting) }];
  });
}

/** Where a wording of a conflict stands in words that make none of it: told, so that nobody has to wonder. */
function doubtsOf(contract: Contract, rule: Rule, matches: readonly Match[]): Note[] {
  const doubted = matches.filter(({ part }) => part === 'doubt');
  if (doubted.length === 0) return [];
  const message =
    'A wording of a conflict stands here, but its other words are those of harmless terms; it is not counted.';
  return [{ id: 'doubted-conflict', rule: rule.id, level: 'info', message, evidence: evidenceFor(contract, doubted) }];
}

function shortId({ id }: Rule): string {
  return id.slice(id.indexOf('/') + 1);
}

function place(contract: Contract, statement: number): Span {
  const found = contract.statements[statement];
  if (found === undefined) throw new RangeError(`no statement ${statement}`);
  return { start: found.start, end: found.end };
}

function byPlace(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
