import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { commandless, printable } from '../format/paint.ts';

/** All that a command knows of the process it runs in. */
export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Environment;
}

/** The variables that decide how a report looks, and where it goes. */
export interface Environment {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
  readonly COLUMNS?: string | undefined;
  /** Where the user's caches are. */
  readonly XDG_CACHE_HOME?: string | undefined;
  /** File to which a job of GitHub Actions adds its summary. */
  readonly GITHUB_STEP_SUMMARY?: string | undefined;
}

/** A stream that may be a terminal. */
export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** Writes all of a report; a long report through a pipe must not be cut where the process ends. */
export async function print(output: Output, text: string | Uint8Array): Promise<void> {
  if (!output.write(text)) await once(output, 'drain');
}

/** Words to people beside a report. A file's name and a line of a configuration come from strangers, as contracts do. */
export async function tell(output: Output, message: string): Promise<void> {
  await print(output, `${shownLines(message)}\n`);
}

/** Lines of which neither a terminal nor a log obeys any. */
export function shownLines(text: string): string {
  return text
    .split('\n')
    .map((line) => commandless(printable(line)))
    .join('\n');
}

/** What is wrong, on standard error. */
export async function complain({ stderr }: Streams, message: string): Promise<void> {
  await tell(stderr, message.replace(/^/gm, 'dpa-lint: '));
}

/** Waits until all that was printed has left the process. */
export async function flush(output: Output): Promise<void> {
  if (output.destroyed) return;
  await new Promise<void>((resolve) => output.write('', () => resolve()));
}
