import { readFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { isAbsence, isThere, upwards } from './find-config.ts';
import { refusePipe } from './pipe.ts';
import { type Path, type Problem, refuse } from './problem.ts';
import { closed, oneOrMore, text, whole } from './vocabulary.ts';
import { Yaml } from './yaml.ts';

/** What the contract calls its sides and the data, for contracts of which the text alone does not tell. */
const parties = closed({
  contractor: v.exactOptional(oneOrMore(text)),
  board: v.exactOptional(oneOrMore(text)),
  data: v.exactOptional(oneOrMore(text)),
});

/** What may differ from one contract to another. */
const each = {
  rules: v.exactOptional(text),
  parties: v.exactOptional(parties),
  severity: v.exactOptional(v.record(text, v.picklist(['off', 'note', 'warning', 'error']))),
  limits: v.exactOptional(v.record(text, v.pipe(whole, v.minValue(1, 'expected days, 1 or more')))),
  'allow-weaker': v.exactOptional(v.boolean()),
  profile: v.exactOptional(text),
  only: v.exactOptional(oneOrMore(text)),
  skip: v.exactOptional(oneOrMore(text)),
  revisions: v.exactOptional(v.picklist(['accepted', 'original'])),
  ocr: v.exactOptional(v.picklist(['auto', 'off', 'force'])),
  timeout: v.exactOptional(
    v.pipe(v.number(), v.minValue(0.1, 'expected seconds, 0.1 or more'), v.maxValue(86_400, 'expected a day at most')),
  ),
  passwords: v.exactOptional(oneOrMore(text)),
  'self-check': v.exactOptional(v.boolean()),
  'fail-on': v.exactOptional(v.picklist(['never', 'void', 'conflict', 'incomplete', 'note'])),
};

/** The shape of `.dpa-lint.yml`; its keys are named as the flags are. */
export const configFile = closed({
  extends: v.exactOptional(oneOrMore(text)),
  exclude: v.exactOptional(oneOrMore(text)),
  waivers: v.exactOptional(text),
  baseline: v.exactOptional(text),
  ...each,
  overrides: v.exactOptional(v.array(closed({ files: oneOrMore(text), ...each }))),
});

type ConfigFile = v.InferOutput<typeof configFile>;

/** What a configuration can say of a contract. */
export type ConfigValues = Omit<ConfigFile, 'extends' | 'overrides'>;

/** A part of a configuration that holds for the same contracts throughout. */
export interface Layer {
  readonly values: ConfigValues;
  /** Patterns of the paths that it holds for, from `folder`; null: for all. */
  readonly files: readonly string[] | null;
  readonly folder: string;
  /** Where it is written, in full. */
  readonly file: string;
  /** The problem at a key of it, or at an entry of the key's list. */
  readonly problem: (path: Path, message: string) => Problem;
}

/** Reads a configuration with all that it extends; what comes later in the list goes before. */
export async function loadConfig(file: string, shownAs: string = file): Promise<Layer[]> {
  return layersOf({ file: resolve(file), shownAs, patternsFrom: dirname(resolve(file)) }, []);
}

interface Place {
  readonly file: string;
  /** As the user can open it. */
  readonly shownAs: string;
  /** Where its patterns of paths start. */
  readonly patternsFrom: string;
}

async function layersOf({ file, shownAs, patternsFrom }: Place, under: readonly string[]): Promise<Layer[]> {
  const yaml = new Yaml(shownAs, await contentOf(file, shownAs));
  const read = yaml.read(configFile);
  if ('problems' in read) return refuse(read.problems);
  const { extends: bases = [], overrides = [], ...values } = read.value;
  const inherited: Layer[] = [];
  for (const [index, base] of bases.entries()) {
    const complain = (message: string) => refuse([yaml.problem(['extends', index], message)]);
    const found = await baseOf(base, dirname(file), complain);
    if ([...under, file].includes(found)) return complain(`"${base}" extends this file in turn`);
    const place = {
      file: found,
      shownAs: beside(shownAs, base, found),
      // No contract lies in a package: its patterns are meant for those of whoever extends it.
      patternsFrom: isInstalled(found) ? patternsFrom : dirname(found),
    };
    inherited.push(...(await layersOf(place, [...under, file])));
  }
  const folder = dirname(file);
  return [
    ...inherited,
    {
      values: placed(values, folder),
      files: null,
      folder: patternsFrom,
      file,
      problem: (path, message) => yaml.problem(path, message),
    },
    ...overrides.map(({ files, ...own }, index) => ({
      values: placed(own, folder),
      files,
      folder: patternsFrom,
      file,
      problem: (path: Path, message: string) => yaml.problem(['overrides', index, ...path], message),
    })),
  ];
}

/** Paths in a configuration start where it lies, not where somebody happens to stand. */
function placed(values: ConfigValues, folder: string): ConfigValues {
  const { rules, waivers, baseline } = values;
  return {
    ...values,
    ...(rules !== undefined && { rules: resolve(folder, rules) }),
    ...(waivers !== undefined && { waivers: resolve(folder, waivers) }),
    ...(baseline !== undefined && { baseline: resolve(folder, baseline) }),
  };
}

function isInstalled(file: string): boolean {
  return file.split(sep).includes('node_modules');
}

function beside(shownAs: string, base: string, found: string): string {
  return base.startsWith('.') ? join(dirname(shownAs), base) : found;
}

async function contentOf(file: string, shownAs: string): Promise<string> {
  await refusePipe(file, shownAs);
  return readFile(file, 'utf8').catch(async (cause: unknown) => {
    // What a link does not lead to is there, and is no configuration.
    const missing = isAbsence(cause) && !(await isThere(file));
    throw new UsageError(`${shownAs}: ${missing ? 'no such configuration' : 'the configuration cannot be read'}`, {
      cause,
    });
  });
}

/** The file that `extends` means: a path from the file's folder, or a package that is installed above it. */
async function baseOf(base: string, folder: string, complain: (message: string) => never): Promise<string> {
  if (/^[a-z]+:\/\//i.test(base)) return complain(`"${base}": nothing is fetched; install it as a package, or copy it`);
  if (base.startsWith('.') || resolve(base) === base) {
    const file = resolve(folder, base);
    return (await isThere(file)) ? file : complain(`"${base}": there is no such file`);
  }
  const isWhole = base.split('/').length === (base.startsWith('@') ? 2 : 1);
  for (const root of upwards(folder)) {
    const inside = join(root, 'node_modules', base, isWhole ? 'dpa-lint.yml' : '');
    if (await isThere(inside)) return resolve(inside);
  }
  return complain(
    `"${base}": no such package is installed${isWhole ? ', or it has no dpa-lint.yml' : ''}; a path starts with ./`,
  );
}
