import { type Difference, differences } from '../accept/index.ts';
import { UsageError } from '../errors.ts';
import { exit } from '../exit-code.ts';
import { jsonText } from '../format/escape.ts';
import { type Line, painter, say } from '../format/paint.ts';
import { quoted } from '../format/problems.ts';
import { headings } from '../format/verdict.ts';
import { hang } from '../format/wrap.ts';
import type { Checked, ConflictFinding, Evidence } from '../types.ts';
import { wantsColor, widthOf } from './formats.ts';
import type { LintOptions } from './options.ts';
import { prepare } from './run.ts';
import { print, type Streams } from './streams.ts';

/** `dpa-lint diff OLD NEW`: what a new text of a contract changes. */
export async function runDiff(
  paths: readonly [string, string],
  options: LintOptions & { readonly json?: true },
  streams: Streams,
): Promise<number> {
  const [old, changed] = await judged(paths, options, streams);
  for (const { path, verdict, findings } of [old, changed]) {
    if (findings.length > 0) continue;
    await print(streams.stderr, `dpa-lint: ${path}: ${verdict.reasons.join(' ')}\n`);
    return exit.undetermined;
  }
  const found = differences(old, changed);
  if (options.json) await print(streams.stdout, asJson(old, changed, found));
  else {
    const paint = painter(wantsColor(options.color, streams.stdout, streams.env));
    const lines = asLines([old, changed], found, widthOf(streams));
    await print(streams.stdout, lines.map((line) => `${paint(line)}\n`).join(''));
  }
  return found.length > 0 || old.verdict.state !== changed.verdict.state ? exit.found : exit.fine;
}

async function judged(
  [old, changed]: readonly [string, string],
  options: LintOptions,
  streams: Streams,
): Promise<[Checked, Checked]> {
  const run = await prepare([old, changed], { ...options, audit: true }, streams);
  const found = new Map<string, Checked>();
  for await (const contract of run.contracts()) found.set(contract.path, contract);
  const [before, after] = [found.get(old), found.get(changed)];
  if (before === undefined || after === undefined) throw new UsageError('diff: name two contracts, the old one first');
  return [before, after];
}

/** Nothing where nothing changed, as of any diff. */
function asLines([old, changed]: [Checked, Checked], found: readonly Difference[], width: number): Line[] {
  const [from, to] = [headings[old.verdict.state], headings[changed.verdict.state]];
  const turned = old.verdict.state !== changed.verdict.state;
  return [
    ...(turned ? [[say('verdict  ', 'strong'), say(from.title, from.style), say(' → '), say(to.title, to.style)]] : []),
    ...found.flatMap((difference) => ruleLines(difference, width)),
  ];
}

/** So many passages of each side are shown. */
const shown = 2;

function ruleLines(difference: Difference, width: number): Line[] {
  const { rule, required, elements, come, gone, reworded, was, now } = difference;
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
  ];
}

function asJson(old: Checked, changed: Checked, found: readonly Difference[]): string {
  const head = ({ path, sha256, verdict: { outcome, state } }: Checked) => ({ path, sha256, outcome, state });
  const term = ({ name, why, quote, page, section }: ConflictFinding) => ({ name, why, quote, page, section });
  const words = ({ quote, page, section, caution }: Evidence) => ({ quote, page, section, caution });
  const provisions = found.map(({ rule, required, elements, come, gone, reworded, was, now }) => ({
    rule: rule.id,
    required,
    elements: elements.map(({ name, from, to }) => ({ name, from, to })),
    conflicts: { come: come.map(term), gone: gone.map(term) },
    reworded,
    was: was.map(words),
    now: now.map(words),
  }));
  return `${jsonText({ schemaVersion: 1, old: head(old), new: head(changed), provisions }, 2)}\n`;
}
