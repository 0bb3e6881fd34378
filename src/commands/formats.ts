import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { formatters } from '../format/index.ts';
import { realOf } from './kinds.ts';
import { unknown } from './pack.ts';
import type { Output, Streams } from './streams.ts';

/** A format and where it goes; null is standard output. */
export interface Destination {
  readonly name: string;
  readonly file: string | null;
}

/** Reads `json` and `json=report.json`. Throws `UsageError` before anything is judged. */
export function destinations(formats: readonly string[], stdout: Output): Destination[] {
  const asked = (formats.length > 0 ? formats : ['terminal']).map(destination);
  const printed = asked.filter(({ file }) => file === null);
  const files = asked.map(({ file }) => file).filter((file) => file !== null);
  const places = files.map((file) => resolve(file));
  const twice = files.find((file, index) => places.indexOf(resolve(file)) < index);
  if (twice !== undefined) throw new UsageError(`--format: two reports cannot both go to ${twice}`);
  if (stdout.isTTY === true && printed.some(({ name }) => name === 'xlsx')) {
    throw new UsageError('--format xlsx: a workbook is nothing for a terminal; write xlsx=FILE');
  }
  if (printed.length < 2) return asked;
  const names = printed.map(({ name }) => name).join(' and ');
  throw new UsageError(`--format: ${names} cannot both go to standard output; write one as NAME=FILE`);
}

/** Throws `UsageError` where a report would be written over one of the contracts. */
export async function refuseOverwriting(to: readonly Destination[], contracts: readonly string[]): Promise<void> {
  const real = new Set(await Promise.all(contracts.map(realOf)));
  for (const { file } of to) {
    if (file === null || !real.has(await realOf(file))) continue;
    throw new UsageError(
      `--format: ${file} is one of the contracts; take another name, or leave it out with --exclude`,
    );
  }
}

function destination(format: string): Destination {
  const [name = '', ...file] = format.split('=');
  if (!Object.hasOwn(formatters, name)) throw new UsageError(unknown('--format', name, Object.keys(formatters)));
  if (file.length === 0) return { name, file: null };
  if (file.join('=') === '') throw new UsageError(`--format ${format}: the file has no name`);
  return { name, file: file.join('=') };
}

/** Whether to colour: flags, then NO_COLOR and FORCE_COLOR, then whether somebody is looking at a terminal. */
export function wantsColor(flag: boolean | undefined, output: Output, env: Streams['env']): boolean {
  if (flag !== undefined) return flag;
  if ((env.NO_COLOR ?? '') !== '') return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return output.isTTY === true && env.TERM !== 'dumb';
}

/** How wide a report may be: as the terminal, up to what an eye follows. */
export function widthOf({ stdout, env }: Streams): number {
  const width = stdout.columns || Number(env.COLUMNS);
  return width > 0 ? Math.min(Math.max(width, 60), 110) : 80;
}
