import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';

/** What a shell makes of `<(…)`, and standard input: somebody writes into it. */
const held = /^\/(?:dev|proc)\//;

/** Throws `UsageError` where a file is a named pipe: read to its end, it would be waited for until somebody writes into it. */
export async function refusePipe(file: string, shownAs: string = file): Promise<void> {
  const isPipe = await stat(file).then(
    (about) => about.isFIFO(),
    () => false,
  );
  if (isPipe && !held.test(resolve(file))) throw new UsageError(`${shownAs}: this is a named pipe, not a file`);
}
