import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compare, countOf, type Known, knownOf, wasRead, without } from '../accept/index.ts';
import { UsageError } from '../errors.ts';
import { exit } from '../exit-code.ts';
import { baselineText } from '../load/baseline.ts';
import type { Checked } from '../types.ts';
import { byPath, gone, ofContracts, pathIn, readBaseline } from './acceptance.ts';
import { shown } from './config.ts';
import type { LintOptions } from './options.ts';
import { failLevel } from './plan.ts';
import { prepare } from './run.ts';
import { contentOf } from './side-file.ts';
import { complain, type Streams, tell } from './streams.ts';

/** The name of a baseline that nobody named. */
const baselineName = '.dpa-lint-baseline.json';

/** `dpa-lint baseline [paths…]`: records what is wrong today, so that only what is new fails. */
export async function runBaseline(
  paths: readonly string[],
  options: LintOptions & { readonly prune?: true },
  streams: Streams,
): Promise<number> {
  // The baseline may be named already where it is not there yet; waivers hold in any case.
  const { baseline, prune, ...rest } = options;
  const run = await prepare(paths.length === 0 ? ['.'] : paths, { ...rest, recording: true }, streams);
  const judged: { path: string; known: Known[] }[] = [];
  const unread: string[] = [];
  const file = baseline ?? run.baseline ?? join('.', baselineName);
  const before = (await contentOf(file)) === null ? [] : await readBaseline(file);
  if (prune && before.length === 0) throw new UsageError(`${shown(file)}: there is nothing to prune`);
  const earlier = byPath(before);
  const notesFrom = (path: string) => (failLevel(options, run.configOf(path)) === 'note' ? 'warning' : 'error');
  for await (const contract of run.contracts()) {
    const path = pathIn(file, contract.path);
    const of = earlier.get(path) ?? [];
    const known = prune ? without(of, compare(contract, of).gone) : knownOf(contract, path, notesFrom(contract.path));
    // What could not be read today is not mended by that.
    judged.push({ path, known: wasRead(contract) ? known : of });
    if (!wasRead(contract)) unread.push(unreadIn(contract, path));
  }
  // Entries of contracts that were not part of this run stay, unless the contract is gone.
  const done = new Set(judged.map(({ path }) => path));
  const others = before.filter(({ path }) => !done.has(path));
  const lost = await gone(file, others);
  const isLost = new Set(lost);
  const kept = others.filter((one) => !isLost.has(one));
  const entries = [...judged.flatMap(({ known }) => known), ...kept];
  await writeFile(file, baselineText(entries)).catch((cause: unknown) => {
    throw new UsageError(`${shown(file)}: the baseline cannot be written`, { cause });
  });
  await tell(streams.stdout, told(file, countOf(entries), countOf(before)));
  if (lost.length > 0) await tell(streams.stdout, `${shown(file)}: ${ofContracts(lost)}; they are taken out.`);
  for (const message of unread) await complain(streams, message);
  return unread.length > 0 ? exit.undetermined : exit.fine;
}

function unreadIn({ pagesWithoutText: pages }: Checked, path: string): string {
  const page = pages.length === 1 ? 'page' : 'pages';
  const why = pages.length === 0 ? 'could not be judged' : `could not be read in full (${page} ${pages.join(', ')})`;
  return `${path} ${why}; nothing new is recorded of it, and what was known of it stays`;
}

function told(file: string, now: number, before: number): string {
  const findings = now === 1 ? '1 finding' : `${now} findings`;
  const change = before === 0 ? '' : ` (${before} before)`;
  return `${shown(file)}: ${findings}${change}. With --baseline ${shown(file)} only new ones fail.`;
}
