import type { DecideContext, Finding, Note } from '../types.ts';
import { addDays } from './days.ts';

/** The notice to amend as it stands on the day of the verdict. */
export interface Notice {
  readonly given: string;
  /** The last day on which an amendment still cures. */
  readonly cureBy: string;
  /** Whether the notice or the side file named that day; else it is the pack's setting. */
  readonly named: boolean;
  readonly passed: boolean;
}

/** What lacks, parted by what a notice has done about it. */
export interface Lacks {
  readonly void: readonly Finding[];
  readonly running: readonly Finding[];
  readonly due: readonly Finding[];
}

/** The notice that the facts tell of; null where none has been given by the day of the verdict. */
export function noticeOf({ facts, pack, asOf }: DecideContext): Notice | null {
  const { noticeGiven: given, cureBy: named } = facts;
  if (given === undefined || given > asOf) return null;
  const cureBy = named ?? addDays(given, pack.cureDays);
  return { given, cureBy, named: named !== undefined, passed: asOf > cureBy };
}

/** A notice works on the provisions that it named, or on all that lack where nobody said which. */
export function partLacks(lacking: readonly Finding[], notice: Notice | null, context: DecideContext): Lacks {
  if (notice === null) return { void: [], running: [], due: lacking };
  const named = context.facts.noticeNamed?.map((id) => fullId(id, context));
  const told = lacking.filter(({ rule }) => named?.includes(rule.id) ?? true);
  const due = lacking.filter((finding) => !told.includes(finding));
  return notice.passed ? { void: told, running: [], due } : { void: [], running: told, due };
}

/** What is odd about the facts of the notice. */
export function noticeNotes(findings: readonly Finding[], notice: Notice | null, context: DecideContext): Note[] {
  const { facts, pack } = context;
  const known = findings.map(({ rule }) => rule.id);
  const unknown = (facts.noticeNamed ?? []).filter((id) => !known.includes(fullId(id, context)));
  return [
    ...unknown.map((id) => warning('unknown-provision', `The notice is said to name "${id}", which is no provision.`)),
    ...(facts.cureBy !== undefined && facts.noticeGiven === undefined
      ? [warning('cure-without-notice', 'A day to amend by is told, but no notice: without notice nothing runs.')]
      : []),
    ...(notice !== null && !notice.named
      ? [
          warning(
            'cure-days-assumed',
            `The notice is not known to name a day; ${pack.cureDays} days are the board's choice, not the statute's.`,
          ),
        ]
      : []),
  ];
}

/** What an amendment did that left nothing lacking. Only one that follows the notice cures. */
export function cureNotes(notice: Notice | null, { facts: { amended } }: DecideContext): Note[] {
  if (notice === null || amended === undefined || amended < notice.given) return [];
  if (amended <= notice.cureBy) {
    const message = `Cured: the amendment of ${amended} supplied all that lacked within the time, which ran to ${notice.cureBy}.`;
    return [{ id: 'cured', rule: null, level: 'info', message, evidence: [] }];
  }
  return [
    warning(
      'late-cure',
      `The earlier contract was void from ${notice.cureBy}; the amendment of ${amended} came later and is treated as a new contract of its own date.`,
    ),
  ];
}

function fullId(id: string, { pack }: DecideContext): string {
  return id.includes('/') ? id : `${pack.id}/${id}`;
}

function warning(id: string, message: string): Note {
  return { id, rule: null, level: 'warning', message, evidence: [] };
}
