import type {
  Acceptance,
  Checked,
  ConflictFinding,
  Evidence,
  Finding,
  NearestPassage,
  Note,
  Profile,
} from '../types.ts';
import { acceptedIn } from './acceptance.ts';
import { excerpt, placeOf } from './excerpt.ts';
import { type Line, type Piece, say } from './paint.ts';
import { citationOf } from './provisions.ts';
import { columnsOf, hang } from './wrap.ts';

/** How wide the report is, and how much of a passage it shows. */
export interface Page {
  readonly width: number;
  /** Characters of a quote. */
  readonly quote: number;
}

/** What is wrong, with the words it rests on, why it matters and what to write instead. */
export function problems({ findings }: Checked, profile: Profile, page: Page): Line[][] {
  return findings.flatMap((finding) => [
    ...(isLacking(finding, profile) ? [lack(finding, page)] : []),
    ...finding.conflicts.map((conflict, index) =>
      clash(finding, conflict, index === 0 && !isLacking(finding, profile), page),
    ),
  ]);
}

/** Whether what a finding lacks counts in the profile. */
export function isLacking({ rule, required }: Finding, profile: Profile): boolean {
  return rule.profiles.includes(profile) && (required === 'missing' || required === 'incomplete');
}

function lack(finding: Finding, page: Page): Line[] {
  const { rule, required, evidence, nearest, accepted } = finding;
  const head = required === 'missing' ? say('✗ Missing', 'bad') : say('~ Incomplete', 'doubt');
  const lacks = elementsThat(finding, 'missing');
  const half = elementsThat(finding, 'incomplete');
  return [
    ...title(head, finding, page),
    ...acceptedBy(accepted, page),
    ...field('', [say(rule.message)], page),
    ...(required === 'incomplete' && lacks !== '' ? field('lacks', [say(lacks)], page) : []),
    ...(half === '' ? [] : field('in part', [say(half)], page)),
    ...(required === 'incomplete'
      ? evidence.slice(0, 2).flatMap((one) => field('found', quoted(one, page), page))
      : []),
    ...nearest
      .slice(0, 1)
      .filter(isOther(evidence))
      .flatMap((passage) => field('nearest', near(finding, passage, page), page)),
    ...advice(finding, page),
  ];
}

/** What was found comes nearest to itself, and is said already. */
function isOther(found: readonly Evidence[]): (passage: Evidence) => boolean {
  return ({ start, end }) => !found.slice(0, 2).some((one) => one.start === start && one.end === end);
}

function clash(finding: Finding, conflict: ConflictFinding, last: boolean, page: Page): Line[] {
  const { rule } = finding;
  const over = conflict.overriddenBy;
  const prevails = over === null ? [] : [...quoted(over, page), say(' That does not make the term good.', 'dim')];
  return [
    ...title(effects[rule.basis].mark, finding, page),
    ...acceptedBy(conflict.accepted, page),
    ...field('', [say(conflict.why)], page),
    ...field('says', quoted(conflict, page), page),
    ...(over === null ? [] : field('overridden', prevails, page)),
    // Why a required provision matters is why its lack does; why a term is wrong was said above.
    ...(rule.kind === 'required' ? [] : field('why', [say(rule.why)], page)),
    ...field('effect', [say(effects[rule.basis].effect)], page),
    ...(last ? field('write', [say(rule.fix, 'good')], page) : []),
  ];
}

function acceptedBy(accepted: Acceptance | undefined, page: Page): Line[] {
  return accepted === undefined ? [] : field('accepted', [say(acceptedIn(accepted), 'good')], page);
}

const effects = {
  void: { mark: say('! Void term', 'wrong'), effect: 'The term is void at once, with no notice; strike it.' },
  'prohibited-conduct': {
    mark: say('! Forbidden conduct', 'wrong'),
    effect: 'The term is not enforceable; strike it.',
  },
  none: { mark: say('! Doubtful term', 'doubt'), effect: 'The term is not void, but worth striking.' },
} as const;

function title(mark: Piece, finding: Finding, { width }: Page): Line[] {
  const citation = say(`  ${citationOf(finding.rule)}`, 'dim');
  return [
    ...hang([say('  ')], [mark, citation], width),
    ...hang([say('    ')], [say(finding.rule.title, 'strong')], width),
  ];
}

function advice({ rule }: Finding, page: Page): Line[] {
  return [...field('why', [say(rule.why)], page), ...field('write', [say(rule.fix, 'good')], page)];
}

function near(finding: Finding, passage: NearestPassage, page: Page): Piece[] {
  const lacks = titlesOf(finding, passage.lacks);
  return [...quoted(passage, page), ...(lacks === '' ? [] : [say(' lacks: ', 'dim'), say(lacks)])];
}

function elementsThat(finding: Finding, supply: 'missing' | 'incomplete'): string {
  return titlesOf(
    finding,
    Object.keys(finding.elements).filter((name) => finding.elements[name] === supply),
  );
}

function titlesOf({ rule }: Finding, names: readonly string[]): string {
  return names.map((name) => rule.elements.find((element) => element.name === name)?.title ?? name).join('; ');
}

/** A passage in its own words, after where it stands. */
export function quoted(evidence: Evidence, { quote }: Page): Piece[] {
  const place = placeOf(evidence);
  return [
    ...(place === '' ? [] : [say(`${place}: `, 'dim')]),
    say(`“${excerpt(evidence.quote, quote)}”`),
    ...(evidence.caution === '' ? [] : [say(` (${evidence.caution})`, 'doubt')]),
  ];
}

/** A labelled paragraph whose lines stand under each other. */
export function field(label: string, pieces: Line, { width }: Page): Line[] {
  const gap = label === '' ? 0 : Math.max(11 - columnsOf(label), 1);
  return hang([say('    '), say(label, 'dim'), say(' '.repeat(gap))], pieces, width);
}

/** Assumptions, doubts and what was not read; hints of single rules are for those who ask for all. */
export function notes({ notes: told, findings }: Checked, page: Page, all: boolean): Line[] {
  const every = [...told, ...findings.flatMap((finding) => finding.notes)];
  const warnings = every.filter(({ level }) => level !== 'info');
  const hints = every.filter(({ level, rule }) => level === 'info' && (all || rule === null));
  const hidden = every.length - warnings.length - hints.length;
  if (every.length === 0) return [];
  return [
    [say('Notes', 'strong')],
    ...[...warnings, ...hints].flatMap((note) => noteLines(note, page, all)),
    ...(hidden === 0 ? [] : [[say(`  ${hidden} ${hidden === 1 ? 'hint' : 'hints'} more with --verbose`, 'dim')]]),
  ];
}

const marks = { error: say('✗', 'bad'), warning: say('!', 'doubt'), info: say('·', 'dim') } as const;

function noteLines({ id, level, message, evidence, accepted }: Note, page: Page, all: boolean): Line[] {
  const mark = marks[accepted === undefined ? level : 'info'];
  const shown = all ? evidence : evidence.slice(0, 1);
  return [
    ...hang([say('  '), mark, say(' ')], [say(message), say(`  ${id}`, 'dim')], page.width),
    ...acceptedBy(accepted, page),
    ...shown.flatMap((one) => hang([say('    ')], quoted(one, page), page.width)),
  ];
}
