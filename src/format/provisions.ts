import type { Checked, Evidence, Finding, Profile, Rule } from '../types.ts';
import { placeOf } from './excerpt.ts';
import { type Line, type Piece, say } from './paint.ts';
import { columns, hang } from './wrap.ts';

const marks = {
  present: say('✓', 'good'),
  incomplete: say('~', 'doubt'),
  missing: say('✗', 'bad'),
  'not-required': say('·', 'dim'),
} as const;

/** A line for each provision: what became of it, its name, its citation, and where it stands. */
export function provisions({ findings }: Checked, profile: Profile, width: number, all: boolean): Line[] {
  const required = findings.filter(({ rule }) => rule.kind === 'required');
  const others = findings.filter(({ rule }) => rule.kind === 'forbidden');
  const shown = [...required, ...others.filter(({ conflicts }) => all || conflicts.length > 0)];
  const clean = others.length - others.filter(({ conflicts }) => conflicts.length > 0).length;
  const asked = required.filter(({ rule }) => rule.profiles.includes(profile));
  const there = asked.filter((finding) => finding.required === 'present').length;
  return [
    [say('Provisions', 'strong'), say(`  ${there} of ${asked.length} present`, 'dim')],
    ...shown.flatMap((finding) => row(finding, asked.includes(finding), width)),
    ...(clean === 0 || all
      ? []
      : [[say(`  ·  ${clean} forbidden ${clean === 1 ? 'term' : 'terms'} looked for, none found`, 'dim')]]),
  ];
}

function row(finding: Finding, asked: boolean, width: number): Line[] {
  const { rule, required, conflicts } = finding;
  const style = asked || conflicts.length > 0 ? 'plain' : 'dim';
  const place = 15;
  const citation = 25;
  const title = rule.kind === 'required' && !asked ? `${rule.title} (not asked for in this profile)` : rule.title;
  const mark = [marks[required], ...(conflicts.length > 0 ? [say('!', 'wrong')] : [])];
  const cite = say(citationOf(rule), 'dim');
  if (width < narrow) {
    return hang(
      [say('  '), ...mark, say(' ')],
      [say(title, style), say('  '), cite, say('  '), ...where(finding)],
      width,
    );
  }
  return columns([
    { pieces: [say('  ')], width: 2 },
    { pieces: mark, width: 3 },
    { pieces: [say(title, style)], width: width - place - citation - 8 },
    { pieces: [say(' ')], width: 1 },
    { pieces: [cite], width: citation },
    { pieces: [say(' ')], width: 1 },
    { pieces: where(finding), width: place },
  ]);
}

/** Below this many columns a table is no help. */
const narrow = 72;

function where({ required, evidence, conflicts }: Finding): Piece[] {
  const first: Evidence | undefined = required === 'present' || required === 'incomplete' ? evidence[0] : conflicts[0];
  if (first !== undefined) return [say(placeOf(first, true))];
  return required === 'missing' ? [say('not found', 'bad')] : [];
}

/** The citation, with a mark where nobody has seen it in the law. */
export function citationOf({ citation, certainty }: Rule): string {
  return certainty === 'unverified' ? `${citation} (?)` : citation;
}
