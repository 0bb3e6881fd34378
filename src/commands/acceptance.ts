import { dirname, relative, resolve } from 'node:path';
import {
  compare,
  countAccepted,
  countOf,
  type Grade,
  isReplaced,
  type Known as KnownFinding,
  lower,
  noteOn,
  useOf,
  waive,
  weigh,
} from '../accept/index.ts';
import { UsageError } from '../errors.ts';
import type { Checked, Pack, Waiver } from '../types.ts';
import { type Central, readCentral, strayWaiver, told } from './central-waivers.ts';
import { type Applied, idOf, shown } from './config.ts';
import { kindOf } from './kinds.ts';
import { memo } from './memo.ts';
import { contentOf } from './side-file.ts';

/** What is to be accepted, as far as flags tell. */
export interface AcceptOptions {
  /** Ignore all that somebody accepted. */
  readonly audit?: true;
  /** A file; it goes before that of the configuration. */
  readonly baseline?: string;
  /** Do not compare with a baseline: one is being written. */
  readonly recording?: true;
}

/** What may be accepted in one contract. */
export interface Accepting {
  /** Of the side file. */
  readonly waivers: readonly Waiver[];
  readonly central: readonly Central[];
  readonly known: readonly KnownFinding[];
  /** How grave the findings of single rules are taken. */
  readonly grades: ReadonlyMap<string, Grade>;
}

/** Where nothing is accepted. */
export const nothing: Accepting = { waivers: [], central: [], known: [], grades: new Map() };

/** What may be accepted in the contracts of a run. */
export interface Acceptances {
  readonly of: (path: string, own: readonly Waiver[], applied: Applied, pack: Pack) => Promise<Accepting>;
  /** What to tell of waivers and entries of a baseline that are for no contract that there is. */
  readonly strays: () => Promise<string[]>;
}

/** Finds what may be accepted in a contract: in its side file, in the central file and in the baseline. */
export function acceptances(
  { audit, baseline, recording }: AcceptOptions,
  { whole, run }: { readonly whole: Pack; readonly run: readonly string[] },
): Acceptances {
  const centrals = new Map<string, Promise<Central[]>>();
  const baselines = new Map<string, Promise<Map<string, KnownFinding[]>>>();
  const centralAt = memo((file) => readCentral(file, whole, run), centrals);
  const baselineAt = memo(async (file) => byPath(await readBaseline(file)), baselines);
  return {
    of: async (path, own, applied, pack) => {
      if (audit) return nothing;
      const { waivers: file, baseline: recorded } = applied.values;
      const shared = file === undefined ? [] : (await centralAt(file)).filter(({ isFor }) => isFor(path));
      const from = recording ? undefined : (baseline ?? recorded);
      const known = from === undefined ? [] : ((await baselineAt(from)).get(pathIn(from, path)) ?? []);
      const grades = gradesIn(applied, pack);
      if (own.length + shared.length + known.length + grades.size === 0) return nothing;
      return { waivers: own, central: shared, known, grades };
    },
    strays: async () => {
      const waivers = (await Promise.all([...centrals.values()])).flat().filter(({ stray }) => stray);
      const recorded = [...baselines].map(async ([file, known]) =>
        strayEntries(file, await gone(file, [...(await known).values()].flat())),
      );
      return [...waivers.map(strayWaiver), ...(await Promise.all(recorded)).flat()];
    },
  };
}

/** The entries of a baseline by their contracts: to go through all of them for each takes minutes where there are many. */
export function byPath(known: readonly KnownFinding[]): Map<string, KnownFinding[]> {
  const grouped = new Map<string, KnownFinding[]>();
  for (const one of known) {
    const group = grouped.get(one.path);
    if (group === undefined) grouped.set(one.path, [one]);
    else group.push(one);
  }
  return grouped;
}

/** The entries of a baseline of which the contract is no longer there. */
export async function gone(file: string, known: readonly KnownFinding[]): Promise<KnownFinding[]> {
  const paths = [...new Set(known.map(({ path }) => path))];
  const kinds = await Promise.all(paths.map((path) => kindOf(resolve(dirname(file), path))));
  const lost = new Set(paths.filter((_, index) => kinds[index] === null));
  return known.filter(({ path }) => lost.has(path));
}

function strayEntries(file: string, lost: readonly KnownFinding[]): string[] {
  if (lost.length === 0) return [];
  return [`${shown(file)}: ${ofContracts(lost)}; "dpa-lint baseline --prune" takes them out`];
}

/** `10 findings are of contracts that are gone: contracts/a.pdf` */
export function ofContracts(lost: readonly KnownFinding[]): string {
  const paths = [...new Set(lost.map(({ path }) => path))];
  const count = countOf(lost);
  const findings = count === 1 ? '1 finding is' : `${count} findings are`;
  return `${findings} of ${paths.length === 1 ? 'a contract that is' : 'contracts that are'} gone: ${paths.join(', ')}`;
}

/** The contract with all that is accepted marked so. */
export function accept(judged: Checked, { waivers, central, known, grades }: Accepting, asOf: string): Checked {
  const contract = weigh(judged, grades);
  const all = [...waivers, ...central.map(({ waiver }) => waiver)];
  const notes = [
    ...waivers
      .filter((waiver) => !isReplaced(waiver, all))
      .flatMap((waiver) => noteOn(waiver, useOf(waiver, contract), asOf)),
    ...told(contract, { central, all }, asOf),
  ];
  const waived = waive({ ...contract, notes: [...contract.notes, ...notes] }, all, asOf);
  return countAccepted(lower(compare(waived, known).contract, grades));
}

function gradesIn({ layers }: Applied, pack: Pack): Map<string, Grade> {
  return new Map(
    layers.flatMap(({ values, problem }) =>
      Object.entries(values.severity ?? {}).map(([name, severity]): [string, Grade] => {
        const { file, line } = problem(['severity', name], '');
        return [idOf(name, pack) ?? name, { severity, where: `${file}:${line}` }];
      }),
    ),
  );
}

/** The path of a contract as a baseline knows it: from its own folder, the same on every machine. */
export function pathIn(baseline: string, contract: string): string {
  return relative(dirname(resolve(baseline)), resolve(contract)).replaceAll('\\', '/');
}

/** What a baseline holds. Throws `UsageError` where there is none. */
export async function readBaseline(file: string): Promise<KnownFinding[]> {
  const content = await contentOf(file);
  if (content === null) throw new UsageError(`${shown(file)}: no such baseline; "dpa-lint baseline" writes it`);
  const { parseBaseline } = await import('../load/baseline.ts');
  return parseBaseline(shown(file), content);
}
