import { access, appendFile, constants, type FileHandle, open, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { UsageError } from '../errors.ts';
import { formatters, streamed } from '../format/index.ts';
import type { Checked, FormatOptions, Report } from '../types.ts';
import type { Destination } from './formats.ts';
import { kindOf } from './kinds.ts';
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
  const sinks = await Promise.all(to.map(tried));
  const lost = sinks.flatMap(({ problem }) => problem ?? []);
  if (lost.length === to.length) throw new UsageError(lost.join('\n'));
  for (const problem of lost) await complain(streams, problem);
  const contracts: Checked[] = [];
  const isOpen = ({ problem }: Sink) => problem === null;
  const write = async (sink: Sink, output: string | Uint8Array) => {
    const { destination } = sink;
    const { file } = destination;
    if (file === null) return print(streams.stdout, output);
    try {
      if (!isStreamed(destination)) return await writeFile(file, output);
      sink.handle ??= await open(file, 'w');
      await sink.handle.appendFile(output);
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
      for (const sink of flowing) {
        // Of no contract the report is an empty one.
        if (isOpen(sink)) await write(sink, '');
        await sink.handle?.close();
      }
      return sinks.every(isOpen);
    },
  };
}

interface Sink {
  readonly destination: Destination;
  /** Of a report that is written bit by bit, from the first bit on. */
  handle: FileHandle | null;
  /** Why it cannot be written; null where it can. */
  problem: string | null;
}

function isStreamed({ name }: Destination): boolean {
  return streamed.includes(name);
}

async function tried(destination: Destination): Promise<Sink> {
  const { file } = destination;
  if (file === null) return { destination, handle: null, problem: null };
  return tryToWrite(file).then(
    () => ({ destination, handle: null, problem: null }),
    (cause) => ({ destination, handle: null, problem: unwritable(destination, cause) }),
  );
}

/** Throws where a file could not be written, and leaves all as it is: what a report replaces stays until there is one. */
async function tryToWrite(file: string): Promise<void> {
  const kind = await kindOf(file);
  // A pipe that is opened and closed again has ended for its reader.
  if (kind !== null && kind !== 'file' && kind !== 'folder') return;
  try {
    await (await open(file, constants.O_WRONLY)).close();
  } catch (cause) {
    const isNew = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    if (!isNew) throw cause;
    await access(dirname(file), constants.W_OK);
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
