import { appendFile, type FileHandle, open, writeFile } from 'node:fs/promises';
import { UsageError } from '../errors.ts';
import { formatters, streamed } from '../format/index.ts';
import type { Checked, FormatOptions, Report } from '../types.ts';
import type { Destination } from './formats.ts';
import { unknown } from './pack.ts';
import { complain, print, type Streams } from './streams.ts';

/** Takes contracts as they are judged, and writes every report that was asked for as soon as it can. */
export interface Delivery {
  readonly add: (contract: Checked) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** What a delivery is told beside the contracts: of the report, and of the way that it looks. */
export interface Writing extends FormatOptions {
  readonly report: Omit<Report, 'contracts'>;
  readonly streams: Streams;
}

/** Keeps contracts in memory only where a format needs them all at once. */
export async function delivery(to: readonly Destination[], writing: Writing): Promise<Delivery> {
  const flowing = await Promise.all(to.filter(({ name }) => streamed.includes(name)).map(sink));
  const waiting = to.filter(({ name }) => !streamed.includes(name));
  const contracts: Checked[] = [];
  return {
    add: async (contract) => {
      if (waiting.length > 0) contracts.push(contract);
      for (const { destination, file } of flowing) {
        const output = await rendered(destination, [contract], writing);
        if (file === null) await print(writing.streams.stdout, output);
        else await guarded(destination, () => file.appendFile(output));
      }
    },
    end: async () => {
      for (const { destination, file } of flowing) if (file !== null) await guarded(destination, () => file.close());
      for (const destination of waiting) await deliver(destination, contracts, writing);
    },
  };
}

interface Sink {
  readonly destination: Destination;
  /** Null is standard output. */
  readonly file: FileHandle | null;
}

async function sink(destination: Destination): Promise<Sink> {
  const { file } = destination;
  return { destination, file: file === null ? null : await guarded(destination, () => open(file, 'w')) };
}

async function deliver(destination: Destination, contracts: readonly Checked[], writing: Writing): Promise<void> {
  const { file, name } = destination;
  const output = await rendered(destination, contracts, writing);
  if (file === null) await print(writing.streams.stdout, output);
  else await guarded(destination, () => writeFile(file, output));
  if (name === 'github') await stepSummary(contracts, writing);
}

async function rendered(
  { name, file }: Destination,
  contracts: readonly Checked[],
  { report, color, width, verbosity }: Writing,
): Promise<string | Uint8Array> {
  const load = formatters[name];
  if (load === undefined) throw new UsageError(unknown('--format', name, Object.keys(formatters)));
  return (await load())({ ...report, contracts }, { color: color && file === null, width, verbosity });
}

/** The page that GitHub Actions shows for a job; a job that has none, or cannot write it, is no worse for that. */
async function stepSummary(contracts: readonly Checked[], writing: Writing): Promise<void> {
  const file = writing.streams.env.GITHUB_STEP_SUMMARY ?? '';
  if (file === '') return;
  const text = await rendered({ name: 'markdown', file }, contracts, writing);
  try {
    await appendFile(file, text);
  } catch (cause) {
    await complain(writing.streams, `the summary of the step cannot be written (${told(cause)})`);
  }
}

async function guarded<Result>({ file }: Destination, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    throw new UsageError(`${file}: the report cannot be written (${told(cause)})`, { cause });
  }
}

function told(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
