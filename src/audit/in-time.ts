import { UnreadableError } from '../errors.ts';

/** Runs work that can hang; a stage that never yields is beyond its reach, and takes a worker to be stopped. */
export async function inTime<Result>(
  milliseconds: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const clock = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = tooLong(milliseconds);
      reject(error);
      clock.abort(error);
    }, milliseconds);
  });
  try {
    return await Promise.race([work(clock.signal), expired]);
  } finally {
    clearTimeout(timer);
  }
}

/** What becomes of a contract that used up its time. */
export function tooLong(milliseconds: number): UnreadableError {
  return new UnreadableError(`It took longer than ${milliseconds / 1000} seconds, so it was not judged.`);
}
