import { join } from 'node:path';
import { exit } from '../exit-code.ts';
import { type Line, painter, printable, say } from '../format/paint.ts';
import { columnsOf } from '../format/wrap.ts';
import type { ConfigValues } from '../load/config.ts';
import { type Applied, type ConfigOptions, configurations, mapKeys, refuseStrangers, shown } from './config.ts';
import { wantsColor } from './formats.ts';
import { isFolder } from './kinds.ts';
import { packOf } from './pack.ts';
import { defaults } from './plan.ts';
import { print, type Streams } from './streams.ts';

/** `dpa-lint config print FILE`: what holds for a contract, and which line of which file says it. */
export async function runConfigPrint(contract: string, options: ConfigOptions, streams: Streams): Promise<number> {
  // What holds for a folder is what holds for the contracts in it, whatever their names.
  const applied = await configurations(options)((await isFolder(contract)) ? join(contract, '*') : contract);
  const pack = await packOf(applied.values);
  refuseStrangers([applied], pack);
  const fallback: ConfigValues = { profile: pack.defaultProfile, ...defaults };
  const rows = keysOf({ ...fallback, ...applied.values }).flatMap((key) =>
    isMapKey(key) ? entryRows(key, applied) : [rowOf(key, applied, fallback)],
  );
  const width = Math.max(...rows.map(({ told }) => columnsOf(told)));
  const lines: Line[] = rows.map(({ told, from }) => [
    say(told),
    say(`${' '.repeat(width - columnsOf(told))}  # ${from}`, 'dim'),
  ]);
  const paint = painter(wantsColor(undefined, streams.stdout, streams.env));
  await print(streams.stdout, `${lines.map(paint).join('\n')}\n`);
  return exit.fine;
}

function keysOf(values: ConfigValues): (keyof ConfigValues)[] {
  return Object.keys(values).toSorted() as (keyof ConfigValues)[];
}

function isMapKey(key: keyof ConfigValues): key is (typeof mapKeys)[number] {
  return mapKeys.some((one) => one === key);
}

/** Each entry of a map may stand in another file. */
function entryRows(key: (typeof mapKeys)[number], { values, layers }: Applied): { told: string; from: string }[] {
  return Object.entries(values[key] ?? {}).map(([name, value]) => {
    const layer = layers.findLast((one) => Object.hasOwn(one.values[key] ?? {}, name));
    const told = Array.isArray(value) ? `[${value.join(', ')}]` : String(value);
    return {
      told: printable(`${key}.${name}: ${told}`),
      from: layer === undefined ? 'default' : placeOf(layer, [key, name]),
    };
  });
}

function rowOf(key: keyof ConfigValues, { layers }: Applied, fallback: ConfigValues): { told: string; from: string } {
  const layer = layers.findLast(({ values }) => values[key] !== undefined);
  const value = layer === undefined ? fallback[key] : layer.values[key];
  return {
    told: `${key}: ${printable(inWords(key, value))}`,
    from: layer === undefined ? 'default' : placeOf(layer, [key]),
  };
}

/** Passwords are counted, not told: this is what people paste into a question. */
function inWords(key: keyof ConfigValues, value: ConfigValues[keyof ConfigValues]): string {
  if (Array.isArray(value)) {
    return key === 'passwords' ? `[${value.length} not shown]` : `[${value.join(', ')}]`;
  }
  return ['rules', 'waivers', 'baseline'].includes(key) ? shown(String(value)) : String(value);
}

function placeOf({ problem, files }: Applied['layers'][number], path: readonly string[]): string {
  const { file, line } = problem(path, '');
  return `${file}:${line}${files === null ? '' : ` (override for ${files.join(', ')})`}`;
}
