import { writeFile } from 'node:fs/promises';
import { type Document, isMap, isSeq, parseDocument } from 'yaml';
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
  // An entry that an earlier version wrote still holds.
  const standing = new Set<string>();
  for await (const checked of run.contracts()) {
    const finding = checked.findings.find((one) => one.rule.id === rule);
    if (finding === undefined) {
      await complain(streams, `${contract}: it could not be judged, so nothing can be waived`);
      return exit.undetermined;
    }
    for (const { clause, former } of acceptables(checked, finding)) {
      clauses.add(clause);
      standing.add(clause).add(former);
    }
  }
  if (clauses.size === 0)
    throw new UsageError(`${contract}: ${rule} finds nothing wrong, so there is nothing to waive`);
  const file = sideFileOf(contract);
  const earlier = (await contentOf(file)) ?? '';
  const document = parseDocument(earlier);
  const replaced = takeOut(document, (entry) => isPast(entry, { rule, standing, asOf: run.asOf }));
  add(
    document,
    [...clauses].map((clause) => ({ rule, reason, approver, expires, clause })),
  );
  const text = document.toString({ lineWidth: 0 });
  // A file that nobody can read stops every later run, so it is read before it is there.
  parseSideFile(file, text, run.pack);
  await writeFile(file, text).catch((cause: unknown) => {
    throw new UsageError(`${file}: the file cannot be written`, { cause });
  });
  const what = clauses.size === 1 ? 'what it finds' : `${clauses.size} things that it finds`;
  await tell(
    streams.stdout,
    `${file}: ${rule} is waived until ${expires}, for ${what} as the words stand today.${told(replaced)}`,
  );
  return exit.fine;
}

function told(replaced: number): string {
  if (replaced === 0) return '';
  return replaced === 1 ? ' An earlier entry is taken out.' : ` ${replaced} earlier entries are taken out.`;
}

/** An entry as it is written. */
type Entry = Readonly<Record<'rule' | 'expires' | 'clause', unknown>>;

/** Whether an entry of the rule has ended, has lapsed, or is bound to no clause: the new ones take its place. */
function isPast(
  { rule, expires, clause }: Entry,
  now: { readonly rule: string; readonly standing: ReadonlySet<string>; readonly asOf: string },
): boolean {
  // The pack may be left out of a rule's id.
  if (now.rule !== rule && !now.rule.endsWith(`/${rule}`)) return false;
  return String(expires) < now.asOf || clause === undefined || !now.standing.has(String(clause));
}

/** Takes entries out of the file, and tells how many. */
function takeOut(document: Document, isOut: (entry: Entry) => boolean): number {
  const list = document.get('waivers');
  if (!isSeq(list)) return 0;
  const before = list.items.length;
  list.items = list.items.filter((item) => {
    const get = (key: string) => (isMap(item) ? item.get(key) : undefined);
    return !isOut({ rule: get('rule'), expires: get('expires'), clause: get('clause') });
  });
  return before - list.items.length;
}

/** Adds to the file as it is, comments and all. */
function add(document: Document, waivers: readonly Readonly<Record<string, string>>[]): void {
  const list = document.get('waivers');
  if (!isSeq(list)) document.set('waivers', document.createNode(waivers));
  else for (const waiver of waivers) list.add(document.createNode(waiver));
}
