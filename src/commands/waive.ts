import { writeFile } from 'node:fs/promises';
import { isSeq, parseDocument } from 'yaml';
import { acceptables } from '../accept/index.ts';
import { UsageError } from '../errors.ts';
import { exit } from '../exit-code.ts';
import { parseSideFile } from '../load/facts.ts';
import type { LintOptions } from './options.ts';
import { ruleOf } from './pack.ts';
import { prepare } from './run.ts';
import { contentOf, sideFileOf } from './side-file.ts';
import { complain, type Streams, tell } from './streams.ts';

/** What makes a waiver. */
export interface WaiveOptions extends LintOptions {
  readonly reason: string;
  readonly approver: string;
  readonly expires: string;
}

/** `dpa-lint waive CONTRACT RULE`: accepts what a rule finds in a contract, in its side file, bound to its words. */
export async function runWaive(
  contract: string,
  name: string,
  options: WaiveOptions,
  streams: Streams,
): Promise<number> {
  const { reason, approver, expires } = options;
  // The configuration says how grave advice is; what others accepted does not matter here.
  const run = await prepare([contract], { ...options, recording: true }, streams);
  const rule = ruleOf(run.pack, name).id;
  if (expires < run.asOf) throw new UsageError(`--expires ${expires}: this day is past`);
  const clauses = new Set<string>();
  for await (const checked of run.contracts()) {
    const finding = checked.findings.find((one) => one.rule.id === rule);
    if (finding === undefined) {
      await complain(streams, `${contract}: it could not be judged, so nothing can be waived`);
      return exit.undetermined;
    }
    for (const { clause } of acceptables(checked, finding)) clauses.add(clause);
  }
  if (clauses.size === 0)
    throw new UsageError(`${contract}: ${rule} finds nothing wrong, so there is nothing to waive`);
  const file = sideFileOf(contract);
  const earlier = (await contentOf(file)) ?? '';
  const text = withWaivers(
    earlier,
    [...clauses].map((clause) => ({ rule, reason, approver, expires, clause })),
  );
  // A file that nobody can read stops every later run, so it is read before it is there.
  parseSideFile(file, text, run.pack);
  await writeFile(file, text).catch((cause: unknown) => {
    throw new UsageError(`${file}: the file cannot be written`, { cause });
  });
  const what = clauses.size === 1 ? 'what it finds' : `${clauses.size} things that it finds`;
  await tell(streams.stdout, `${file}: ${rule} is waived until ${expires}, for ${what} as the words stand today.`);
  return exit.fine;
}

/** Adds to the file as it is, comments and all. */
function withWaivers(text: string, waivers: readonly Readonly<Record<string, string>>[]): string {
  const document = parseDocument(text);
  const list = document.get('waivers');
  if (!isSeq(list)) document.set('waivers', document.createNode(waivers));
  else for (const waiver of waivers) list.add(document.createNode(waiver));
  return document.toString({ lineWidth: 0 });
}
