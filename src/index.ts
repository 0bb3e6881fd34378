// The public API; `docs/api.md` shows it at work.

import { lintAll } from './audit/index.ts';
import { accept, nothing } from './commands/acceptance.ts';
import { profileOf } from './commands/pack.ts';
import { eachOnce, findContracts } from './commands/paths.ts';
import { packFolder } from './commands/rules-folder.ts';
import { type Known, pending } from './commands/sources.ts';
import { today } from './commands/today.ts';
import { UsageError } from './errors.ts';
import { formatters } from './format/index.ts';
import type { CompiledPack } from './match/index.ts';
import { version } from './package.ts';
import { compileReady, loadReady } from './ready.ts';
import type { Facts, FormatOptions, Pack, Profile, ReadOptions, Report, Source } from './types.ts';

export { UnreadableError, UsageError } from './errors.ts';
export { exitCode, type FailLevel } from './exit-code.ts';
export { version } from './package.ts';
export type * from './types.ts';

/** How contracts are to be judged; all of it has a default. */
export interface LintOptions extends Partial<ReadOptions> {
  /** A folder with a rule pack; by default the one that comes with the package. */
  readonly rules?: string;
  readonly profile?: Profile;
  /** ISO date on which the verdict is given; today by default. */
  readonly asOf?: string;
  /** What no contract says of itself; it outranks the side files. */
  readonly facts?: Facts;
  /** Seconds that one contract may take; 120 by default. */
  readonly timeout?: number;
}

/** A path, or a contract that is in memory already. */
export type Given = string | Source;

/**
 * Judges contracts, given as paths (files, folders, globs) or as bytes. One that cannot be judged is `undetermined` in
 * the report; `UsageError` is thrown for a path that is none, a wrong profile or a broken rule.
 */
export async function lint(contracts: Given | readonly Given[], options: LintOptions = {}): Promise<Report> {
  const { rules, profile: asked, asOf = today(), facts = {}, timeout = 120, ...reading } = options;
  const compiled = await compiledPack(await packFolder(rules));
  const { pack } = compiled;
  const profile = profileOf(pack, asked);
  const settings = {
    profile,
    asOf,
    facts,
    reading: { passwords: [], revisions: 'accepted', ocr: 'auto', ...reading } as const,
    timeout: timeout * 1000,
  };
  const opened = await open([contracts].flat(), pack);
  const waivers = new Map(opened.map((one) => [one.path, one.waivers]));
  const checked = (await lintAll(opened, compiled, settings)).map((contract) =>
    accept(contract, { ...nothing, waivers: waivers.get(contract.path) ?? [] }, asOf),
  );
  return { version, pack, profile, asOf, contracts: checked };
}

async function open(given: readonly Given[], pack: Pack): Promise<Known[]> {
  const paths = given.filter((one) => typeof one === 'string');
  const sources = given.filter((one) => typeof one !== 'string');
  if (given.length === 0) throw new UsageError('no contract was given');
  const files = paths.length === 0 ? [] : await eachOnce(await findContracts(paths, []));
  return [
    ...(await Promise.all(files.map((path) => pending(path, pack)))),
    ...sources.map((source) => ({ path: source.path, facts: {}, waivers: [], open: () => Promise.resolve(source) })),
  ];
}

/** A report in one of the formats of the command line, `format(report, 'json')`: text, but a workbook is bytes. */
export async function format(report: Report, name: 'xlsx', options?: Partial<FormatOptions>): Promise<Uint8Array>;
export async function format(report: Report, name: string, options?: Partial<FormatOptions>): Promise<string>;
export async function format(
  report: Report,
  name: string,
  options: Partial<FormatOptions> = {},
): Promise<string | Uint8Array> {
  const load = Object.hasOwn(formatters, name) ? formatters[name] : undefined;
  if (load === undefined) {
    throw new UsageError(`format ${name}: choose one of ${Object.keys(formatters).join(', ')}`);
  }
  return (await load())(report, { color: false, width: 80, verbosity: 'normal', ...options });
}

/** Names of the formats. */
export const formats: readonly string[] = Object.keys(formatters);

const packs = new Map<string, Promise<CompiledPack>>();

/** A pack is compiled once for all calls. */
function compiledPack(folder: string): Promise<CompiledPack> {
  const known = packs.get(folder);
  if (known !== undefined) return known;
  const made = loadReady(folder).then(compileReady);
  packs.set(folder, made);
  // Somebody may mend the rules and ask again.
  made.catch(() => packs.delete(folder));
  return made;
}
