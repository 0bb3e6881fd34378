import { dirname, resolve } from 'node:path';
import { type Difference, differences } from '../accept/index.ts';
import { UsageError } from '../errors.ts';
import { exit } from '../exit-code.ts';
import { jsonText } from '../format/escape.ts';
import { type Line, type Piece, painter, say } from '../format/paint.ts';
import { quoted } from '../format/problems.ts';
import { headings } from '../format/verdict.ts';
import { hang } from '../format/wrap.ts';
import { findConfig, isThere } from '../load/find-config.ts';
import type { Checked, ConflictFinding, Evidence } from '../types.ts';
import { wantsColor, widthOf } from './formats.ts';
import type { LintOptions } from './options.ts';
import { prepare } from './run.ts';
import { sideFileOf } from './side-file.ts';
import { complain, print, type Streams } from './streams.ts';

/** What git names in place of a text that is not there. */
const nowhere = '/dev/null';

/** `dpa-lint diff OLD NEW`: what a new text of a contract changes; of one text alone, what its tracked changes do. */
export async function runDiff(
  [first, second]: readonly [string, string | undefined],
  options: LintOptions & { readonly json?: true },
  streams: Streams,
): Promise<number> {
  const last = second === undefined || second === nowhere ? first : second;
  // Where git keeps the old text there is neither a configuration nor a side file.
  const config = options.config ?? (await findConfig(dirname(resolve(last)))) ?? false;
  const beside = (await isThere(sideFileOf(last))) ? last : first;
  const judge = async (path: string, revisions = options.revisions) =>
    path === nowhere
      ? null
      : judged(path, { ...options, config, beside, ...(revisions === undefined ? {} : { revisions }) }, streams);
  const [old, changed] = [
    await judge(first, second === undefined ? 'original' : undefined),
    await judge(second ?? first),
  ];
  if (second === undefined && !isTracked(changed)) {
    throw new UsageError(`diff: ${first} has no tracked changes, so name the text that it is to be held against`);
  }
  const unchanged = second !== undefined && isTracked(changed) ? await judge(second, 'original') : null;
  if (old === null && changed === null) throw new UsageError('diff: there is no contract on either side');
  for (const contract of [old, changed]) {
    if (contract === null || contract.findings.length > 0) continue;
    await complain(streams, `${contract.path}: ${contract.verdict.reasons.join(' ')}`);
    return exit.undetermined;
  }
  const found = old === null || changed === null ? [] : differences(old, changed, unchanged);
  if (options.json) await print(streams.stdout, asJson(old, changed, found));
  else {
    const paint = painter(wantsColor(options.color, streams.stdout, streams.env));
    const lines = asLines([old, changed], found, widthOf(streams));
    await print(streams.stdout, lines.map((line) => `${paint(line)}\n`).join(''));
  }
  return found.length > 0 || old?.verdict.state !== changed?.verdict.state ? exit.found : exit.fine;
}

async function judged(path: string, options: LintOptions, streams: Streams): Promise<Checked> {
  const run = await prepare([path], { ...options, audit: true }, streams);
  const found: Checked[] = [];
  for await (const contract of run.contracts()) found.push(contract);
  const [contract, ...more] = found;
  if (contract === undefined || more.length > 0) throw new UsageError(`diff: ${path} is not one contract`);
  return contract;
}

function isTracked(contract: Checked | null): boolean {
  return contract?.notes.some(({ id }) => id === 'tracked-changes') ?? false;
}

/** Nothing where nothing changed, as of any diff. */
function asLines(
  [old, changed]: [Checked | null, Checked | null],
  found: readonly Difference[],
  width: number,
): Line[] {
  const turned = old?.verdict.state !== changed?.verdict.state;
  const turn = [say('verdict  ', 'strong'), verdictOf(old), say(' → '), verdictOf(changed)];
  return [...(turned ? [turn] : []), ...found.flatMap((difference) => ruleLines(difference, width))];
}

function verdictOf(contract: Checked | null): Piece {
  if (contract === null) return say('no contract', 'dim');
  const { title, style } = headings[contract.verdict.state];
  return say(title, style);
}

/** So many passages of each side are shown. */
const shown = 2;

function ruleLines(difference: Difference, width: number): Line[] {
  const { rule, required, elements, come, gone, reworded, was, now, near } = difference;
  const change = required === null ? '' : `  ${required.from} → ${required.to}`;
  const passage = (label: string, one: Evidence) =>
    hang([say(label, 'dim')], quoted(one, { width, quote: 240 }), width);
  const term = (mark: Line[number], conflict: ConflictFinding) => [
    ...hang([say('  '), mark, say(' ')], [say(conflict.why)], width),
    ...hang([say('      ')], quoted(conflict, { width, quote: 240 }), width),
  ];
  return [
    [say(rule.id, 'strong'), say(change)],
    ...elements.flatMap(({ title, from, to }) =>
      hang([say('  ~ ', 'doubt')], [say(`${title}: ${from} → ${to}`)], width),
    ),
    ...come.flatMap((conflict) => term(say('+ conflict:', 'bad'), conflict)),
    ...gone.flatMap((conflict) => term(say('- conflict:', 'good'), conflict)),
    ...(reworded ? [[say('  ~ ', 'doubt'), say('the same, in other words')]] : []),
    ...was.slice(0, shown).flatMap((one) => passage('    was ', one)),
    ...now.slice(0, shown).flatMap((one) => passage('    now ', one)),
    ...(near === null ? [] : passage('    now near ', near)),
  ];
}

function asJson(old: Checked | null, changed: Checked | null, found: readonly Difference[]): string {
  const head = (contract: Checked | null) => {
    if (contract === null) return null;
    const { path, sha256, verdict } = contract;
    return { path, sha256, outcome: verdict.outcome, state: verdict.state };
  };
  const term = ({ name, why, quote, page, section }: ConflictFinding) => ({ name, why, quote, page, section });
  const words = ({ quote, page, section, caution }: Evidence) => ({ quote, page, section, caution });
  const provisions = found.map(({ rule, required, elements, come, gone, reworded, was, now, near }) => ({
    rule: rule.id,
    required,
    elements: elements.map(({ name, from, to }) => ({ name, from, to })),
    conflicts: { come: come.map(term), gone: gone.map(term) },
    reworded,
    was: was.map(words),
    now: now.map(words),
    near: near === null ? null : words(near),
  }));
  return `${jsonText({ schemaVersion: 1, old: head(old), new: head(changed), provisions }, 2)}\n`;
}
