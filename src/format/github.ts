import type { Checked, Formatter, Profile } from '../types.ts';
import { commandData, commandProperty, logLine } from './escape.ts';
import { issuesOf, issueTitles, sentences } from './issues.ts';
import { countsOf } from './summary.ts';
import { gist, headings } from './verdict.ts';

// GitHub shows so many annotations of a kind for each step, and drops the others without a word.
const most = 10;

/** Workflow commands of GitHub Actions: annotations, and after them every verdict as plain words. */
export const github: Formatter = ({ contracts, profile }) => {
  const all = contracts.flatMap((contract) => annotationsOf(contract, contract.profile ?? profile));
  // What could not be judged outranks what was, and that a waiver has ended any hint: the limit must not take them.
  const ranked = all.toSorted((a, b) => a.rank - b.rank);
  const errors = ranked.filter(({ level }) => level === 'error');
  const warnings = ranked.filter(({ level }) => level === 'warning');
  const left = Math.max(errors.length - most, 0) + Math.max(warnings.length - most, 0);
  return [
    ...[...errors.slice(0, most), ...warnings.slice(0, most)].map(commandOf),
    ...contracts.map(verdictLine),
    `${countsOf(contracts)}; ${errors.length} errors, ${warnings.length} warnings`,
    ...(left === 0
      ? []
      : [`${left} more are not annotated, since GitHub would drop them; other formats have them all.`]),
    '',
  ].join('\n');
};

interface Annotation {
  readonly level: 'error' | 'warning' | 'note';
  readonly rank: number;
  readonly path: string;
  readonly title: string;
  readonly lines: readonly string[];
}

function annotationsOf(contract: Checked, profile: Profile): Annotation[] {
  const { path, verdict, notes } = contract;
  const unjudged: Annotation = { level: 'error', rank: 0, path, title: 'Undetermined', lines: verdict.reasons };
  return [
    ...(verdict.outcome === 'undetermined' ? [unjudged] : []),
    ...issuesOf(contract, profile).map((issue) => ({
      level: issue.level,
      rank: 2,
      path,
      title: `${issueTitles[issue.kind]}: ${issue.rule.title} (${issue.rule.citation})`,
      lines: sentences(issue),
    })),
    ...notes.map(({ level, message, id }) => ({
      level: level === 'info' ? ('note' as const) : ('warning' as const),
      rank: /^(?:waiver|baseline)-/.test(id) ? 1 : 2,
      path,
      title: id,
      lines: [message],
    })),
  ];
}

function commandOf({ level, path, title, lines }: Annotation): string {
  const file = commandProperty(path.replaceAll('\\', '/').replace(/^\.\//, ''));
  return `::${level} file=${file},title=${commandProperty(title)}::${commandData(lines.join('\n'))}`;
}

function verdictLine(contract: Checked): string {
  const { mark, title } = headings[contract.verdict.state];
  const because = gist(contract);
  return logLine(`${mark} ${contract.path}: ${title}${because === '' ? '' : ` (${because})`}`);
}
