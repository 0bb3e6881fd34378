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
  /** Whether every report could be written. */
  readonly end: () => Promise<boolean>;
}

/** What a delivery is told beside the contracts: of the report, and of the way that it looks. */
export interface Writing extends FormatOptions {
  readonly report: Omit<Report, 'contracts'>;
  readonly streams: Streams;
}

/**
 * Keeps contracts in memory only where a format needs them all at once. A report that cannot be written is told before
 * anything is judged, and takes none of the others with it. Throws `UsageError` where none can be written.
 */
export async function delivery(to: readonly Destination[], writing: Writing): Promise<Delivery> {
  const { streams } = writing;
  const sinks = await Promise.all(to.map(opened));
  const lost = sinks.flatMap(({ problem }) => problem ?? []);
  if (lost.length === to.length) throw new UsageError(lost.join('\n'));
  for (const problem of lost) await complain(streams, problem);
  const contracts: Checked[] = [];
  const isOpen = ({ problem }: Sink) => problem === null;
  const write = async (sink: Sink, output: string | Uint8Array) => {
    const { destination, file } = sink;
    if (destination.file === null) return print(streams.stdout, output);
    try {
      await (file === null ? writeFile(destination.file, output) : file.appendFile(output));
    } catch (cause) {
      sink.problem = unwritable(destination, cause);
      await complain(streams, sink.problem);
    }
  };
  const flowing = sinks.filter(({ destination }) => isStreamed(destination));
  const waiting = sinks.filter(({ destination }) => !isStreamed(destination));
  return {
    add: async (contract) => {
      if (waiting.some(isOpen)) contracts.push(contract);
      for (const sink of flowing.filter(isOpen))
        await write(sink, await rendered(sink.destination, [contract], writing));
    },
    end: async () => {
      for (const sink of waiting.filter(isOpen)) {
        await write(sink, await rendered(sink.destination, contracts, writing));
        if (sink.destination.name === 'github') await stepSummary(contracts, writing);
      }
      for (const { file } of flowing) await file?.close();
      return sinks.every(isOpen);
    },
  };
}

interface Sink {
  readonly destination: Destination;
  /** Of a report that is written bit by bit. */
  readonly file: FileHandle | null;
  /** Why it cannot be written; null where it can. */
  problem: string | null;
}

function isStreamed({ name }: Destination): boolean {
  return streamed.includes(name);
}

/** Tries whether the file can be written; what a report will replace stays until there is one. */
async function opened(destination: Destination): Promise<Sink> {
  const { file } = destination;
  if (file === null) return { destination, file: null, problem: null };
  try {
    if (isStreamed(destination)) return { destination, file: await open(file, 'w'), problem: null };
    await (await open(file, 'a')).close();
    return { destination, file: null, problem: null };
  } catch (cause) {
    return { destination, file: null, problem: unwritable(destination, cause) };
  }
}

function unwritable({ file }: Destination, cause: unknown): string {
  return `${file}: the report cannot be written (${told(cause)})`;
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

function told(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
