import { UsageError } from '../errors.ts';
import type { DecideContext, Decision, Finding, Note, Outcome, State, Verdict } from '../types.ts';
import { entryOf } from './entry.ts';
import { cureNotes, type Lacks, type Notice, noticeNotes, noticeOf, partLacks } from './notice.ts';
import { lackSentences, listed, voidTermSentences } from './reasons.ts';

/** What the findings weigh in the profile. */
interface Balance {
  readonly asked: number;
  readonly lacking: readonly Finding[];
  readonly conflicting: readonly Finding[];
}

/**
 * Whether the contract is void, valid, not covered or undetermined. A void term falls at once; a contract that lacks a
 * provision falls only when notice was given and it was not amended in time.
 */
export function decide(findings: readonly Finding[], context: DecideContext): Decision {
  const balance = weigh(findings, context);
  const entry = entryOf(context);
  const excused = outOfScope(context) ?? exempt(context) ?? beforeTheAct(entry.date, context);
  const doubts = exemptionDoubts(context);
  if (excused !== null)
    return { verdict: { ...excused, lacking: idsOf(balance.lacking) }, notes: [...doubts, ...entry.notes] };

  const clean = balance.lacking.length === 0 && balance.conflicting.length === 0;
  const assumed = entry.date === null && !clean ? [dateAssumed(context)] : [];
  const notice = noticeOf(context);
  const verdict = unread(balance, context) ?? covered(balance, notice, context);
  const cured = balance.lacking.length === 0 ? cureNotes(notice, context) : [];
  return {
    verdict,
    notes: [...doubts, ...entry.notes, ...assumed, ...noticeNotes(findings, notice, context), ...cured],
  };
}

function weigh(findings: readonly Finding[], { profile, skipped = [] }: DecideContext): Balance {
  const asked = findings.filter(({ rule }) => rule.kind === 'required' && rule.profiles.includes(profile));
  // A linter that asked for nothing looks like one that found nothing lacking; where rules are skipped, the verdict says so.
  if (asked.length === 0 && skipped.length === 0)
    throw new UsageError(`profile "${profile}": no rule asks for anything, so nothing is judged`);
  return {
    asked: asked.length,
    lacking: asked.filter(({ required }) => required === 'missing' || required === 'incomplete'),
    conflicting: findings.filter(({ rule, conflicts }) => rule.kind !== 'advice' && conflicts.length > 0),
  };
}

// ── not covered ──────────────────────────────────────────────────────────────────────────────────────────────────

function outOfScope({ facts }: DecideContext): Verdict | null {
  if (facts.outOfScope === undefined) return null;
  return notCovered('out-of-scope', `The law does not reach this contract: ${facts.outOfScope}`);
}

function exempt(context: DecideContext): Verdict | null {
  if (context.facts.exempt === undefined || openFlags(context).length > 0) return null;
  return notCovered(
    'exempt',
    'Exempt: every condition of the exemption is confirmed, so that no contract was required.',
  );
}

/** Conditions of the exemption that nobody has confirmed. An exemption with no conditions told exempts nothing. */
function openFlags({ facts, pack }: DecideContext): string[] {
  const flags = Object.keys(pack.exemption);
  return flags.length === 0 ? ['conditions'] : flags.filter((flag) => facts.exempt?.[flag] !== true);
}

function exemptionDoubts(context: DecideContext): Note[] {
  const open = context.facts.exempt === undefined ? [] : openFlags(context);
  if (open.length === 0) return [];
  const told = open.map((flag) => `${flag} (${context.pack.exemption[flag] ?? 'the pack tells none'})`);
  return [warning('exemption-unproven', `The exemption is claimed but not proven: ${listed(told)}.`)];
}

function beforeTheAct(date: string | null, { pack }: DecideContext): Verdict | null {
  if (date === null || date >= pack.effective) return null;
  const told = `Entered into on ${date}, before ${pack.effective}, and not known to be renewed or amended since`;
  return notCovered('before-the-act', `${told}: the law does not make it void. The findings are advice.`);
}

/** No term is void where the law does not reach; what lacks is still told, as advice. */
function notCovered(state: State, reason: string): Verdict {
  return { outcome: 'not-covered', state, reasons: [reason], lacking: [], voidTerms: [] };
}

// ── covered ──────────────────────────────────────────────────────────────────────────────────────────────────────

function dateAssumed({ pack }: DecideContext): Note {
  const message = `No date was found or told; the contract is taken to be entered into on or after ${pack.effective}.`;
  return warning('date-assumed', message);
}

/** What lacks, and what conflicts, may stand on the page that nobody could read. */
function unread(balance: Balance, { pagesWithoutText: pages }: DecideContext): Verdict | null {
  if (pages.length === 0) return null;
  const [page, holds] = pages.length === 1 ? ['Page', 'holds'] : ['Pages', 'hold'];
  const reason = `${page} ${listed(pages.map(String))} ${holds} no text that could be read, so no verdict can be given.`;
  return verdictOf('undetermined', 'unreadable', balance, [reason]);
}

function covered(balance: Balance, notice: Notice | null, context: DecideContext): Verdict {
  const { asked, conflicting } = balance;
  const unasked = skipSentences(context);
  if (balance.lacking.length > 0) return lacking(balance, notice, partLacks(balance.lacking, notice, context), unasked);
  if (unasked.length > 0) return verdictOf('undetermined', 'partly-checked', balance, unasked);
  return conflicting.length === 0
    ? verdictOf('valid', 'valid', balance, [`All ${asked} provisions are there and no term conflicts.`])
    : verdictOf('valid', 'valid-with-void-terms', balance, [
        `All ${asked} provisions are there, and the contract stands, but not every term of it.`,
      ]);
}

/** A rule that nobody looked at may be the one that the contract breaks. */
function skipSentences({ skipped = [] }: DecideContext): string[] {
  const names = skipped.filter(({ kind }) => kind !== 'advice').map(({ id }) => id.slice(id.indexOf('/') + 1));
  if (names.length === 0) return [];
  const [rules, them] = names.length === 1 ? ['A rule was', 'it'] : [`${names.length} rules were`, 'them'];
  return [`${rules} skipped, so nobody can say whether the contract satisfies ${them}: ${listed(names)}.`];
}

function lacking(balance: Balance, notice: Notice | null, lacks: Lacks, unasked: readonly string[]): Verdict {
  const state = lacks.void.length > 0 ? 'void' : lacks.running.length > 0 ? 'cure-running' : 'notice-due';
  return verdictOf('void', state, balance, [...lackSentences(lacks, notice), ...unasked]);
}

function verdictOf(outcome: Outcome, state: State, balance: Balance, reasons: readonly string[]): Verdict {
  return {
    outcome,
    state,
    reasons: [...reasons, ...voidTermSentences(balance.conflicting)],
    lacking: idsOf(balance.lacking),
    voidTerms: balance.conflicting.flatMap(({ rule, conflicts }) =>
      [...new Set(conflicts.map(({ section }) => section))].map((section) => ({ rule: rule.id, section })),
    ),
  };
}

function idsOf(findings: readonly Finding[]): string[] {
  return findings.map(({ rule }) => rule.id);
}

function warning(id: string, message: string): Note {
  return { id, rule: null, level: 'warning', message, evidence: [] };
}
