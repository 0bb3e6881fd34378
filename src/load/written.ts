import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import type { Lexicon, Pack, Rule, Weights } from '../types.ts';
import { borrowed } from './borrowed.ts';
import { Expressions, mapExpressions } from './expressions.ts';
import type { File, PackFiles } from './files.ts';
import type { Examples } from './index.ts';
import { type Path, type Problem, refuse } from './problem.ts';
import { examplesFile, holidaysFile, lexiconFile, packFile, ruleFile, weightsFile } from './schema.ts';
import { didYouMean } from './suggest.ts';
import { type Written, Yaml } from './yaml.ts';

type PackFile = v.InferOutput<typeof packFile>;
type RuleFile = v.InferOutput<typeof ruleFile>;

/** What the files of a pack say. One error tells all that is wrong; a pack with no rules is refused. */
export function readPack({ directory, files, lexicon: shared, weights, hash }: PackFiles): Pack {
  const packs = files.filter(({ path }) => basename(path) === 'pack.yml');
  const problems: Problem[] = [];
  const [pack] = readAll(packs, packFile, problems);
  const holidays = readAll(
    files.filter(({ path }) => basename(path) === 'holidays.yml'),
    holidaysFile,
    problems,
  );
  const rules = readAll(files.filter(isRule), ruleFile, problems);
  const lexicons = readAll(shared, lexiconFile, problems).map((written) => ({ ...written, under: [] }));
  const own = [...(pack === undefined ? [] : [pack]), ...rules].map(({ yaml, value }) => ({
    yaml,
    value: value.lexicon,
    under: ['lexicon'],
  }));
  const lexicon = gather([...lexicons, ...own], problems);
  problems.push(...rules.flatMap((rule) => misplaced(rule, pack?.value.profiles ?? rule.value.profiles)));
  // A file that cannot be read gives no names to others, which would then seem to be at fault.
  const complete = problems.length > 0 ? [] : borrowed(rules, problems);
  if (pack === undefined || problems.length > 0) return refuse(problems);
  if (rules.length === 0) throw new UsageError(`${directory}: no rules there, so nothing could be judged`);

  const expressions = new Expressions();
  return {
    ...headOf(pack.value),
    holidays: holidays.flatMap(({ value }) => value),
    rules: inOrder(complete, pack.value.order).map((rule) =>
      mapExpressions(ruleOf(rule, pack.value.id), (one) => expressions.of(one)),
    ),
    lexicon,
    weights: weights && weightsOf(weights, pack.value.thresholds),
    hash,
  };
}

/** What the examples beside the rules say. */
export function readExamples(directory: string, files: readonly File[]): Examples[] {
  const problems: Problem[] = [];
  const pack = basename(resolve(directory));
  const examples = readAll(files, examplesFile, problems).map(({ yaml: { file }, value }) => ({
    rule: `${pack}/${basename(file, '.examples.yml')}`,
    file,
    ...value,
  }));
  return problems.length > 0 ? refuse(problems) : examples;
}

/** Where in a file's text a path lies. */
export async function placeIn(file: string, path: Path): Promise<string> {
  const { line, column } = new Yaml(file, await readFile(file, 'utf8')).problem(path, '');
  return `${file}:${line}:${column}`;
}

/** Reads each file by a schema; what does not fit is added to the problems and left out. */
function readAll<Value>(
  files: readonly File[],
  schema: v.GenericSchema<unknown, Value>,
  problems: Problem[],
): Written<Value>[] {
  return files.flatMap(({ path, text }) => {
    const yaml = new Yaml(path, text);
    const read = yaml.read(schema);
    if ('value' in read) return [{ yaml, value: read.value }];
    problems.push(...read.problems);
    return [];
  });
}

function isRule(file: File): boolean {
  return !['pack.yml', 'holidays.yml'].includes(basename(file.path));
}

/** An id other than the file's name would let two files claim one rule. */
function misplaced({ yaml, value }: Written<RuleFile>, profiles: readonly string[]): Problem[] {
  const stem = basename(yaml.file, '.yml');
  const strange = value.profiles.flatMap((profile, index) =>
    profiles.includes(profile)
      ? []
      : [
          yaml.problem(
            ['profiles', index],
            `"${profile}" is no profile of the pack${didYouMean(profile, profiles) || '.'} Profiles: ${profiles.join(', ')}`,
          ),
        ],
  );
  if (value.id === stem) return strange;
  return [yaml.problem(['id'], `id "${value.id}" in a file named "${stem}.yml": they must agree`), ...strange];
}

/** One lexicon out of many files. A concept given twice would make its meaning depend on the order of reading. */
function gather(
  parts: readonly (Written<Readonly<Record<string, string[]>>> & { readonly under: Path })[],
  problems: Problem[],
): Lexicon {
  const lexicon = new Map<string, readonly string[]>();
  const places = new Map<string, string>();
  for (const { yaml, value, under } of parts) {
    for (const [concept, phrases] of Object.entries(value)) {
      const other = places.get(concept);
      if (other === undefined) lexicon.set(concept, phrases);
      else problems.push(yaml.problem([...under, concept], `concept "${concept}" is given in ${other} already`));
      places.set(concept, yaml.file);
    }
  }
  return lexicon;
}

function headOf(file: PackFile): Omit<Pack, 'holidays' | 'rules' | 'lexicon' | 'weights' | 'hash'> {
  return {
    id: file.id,
    title: file.title,
    lawAsOf: file.law_as_of,
    effective: file.effective,
    state: file.state,
    profiles: file.profiles,
    defaultProfile: file.default_profile,
    cureDays: file.cure_days,
    exemption: file.exemption,
    dateNotes: file.date_notes,
  };
}

/** Made by a script, so it is told in one sentence if it is not what the script makes. */
function weightsOf({ path, text }: File, thresholds: PackFile['thresholds']): Weights {
  try {
    const read = v.parse(weightsFile, JSON.parse(text));
    return { thresholds, ...read };
  } catch (cause) {
    throw new UsageError(`${path}: these are no weights as \`npm run weights\` writes them`, { cause });
  }
}

function ruleOf({ yaml, value }: Written<RuleFile>, pack: string): Rule {
  const { lexicon: _gathered, names: _put, elements, conflicts, notes, ...rest } = value;
  return {
    ...rest,
    id: `${pack}/${value.id}`,
    elements: Object.entries(elements).map(([name, { affirmed, ...element }]) => ({
      name,
      ...element,
      ways: affirmed ? element.ways.map((way) => ({ affirmed: way })) : element.ways,
      partly: affirmed ? element.partly.map((way) => ({ affirmed: way })) : element.partly,
    })),
    conflicts: Object.entries(conflicts).map(([name, { as: _borrowed, ...conflict }]) => ({ name, ...conflict })),
    notes: Object.entries(notes).map(([id, note]) => ({ id, ...note })),
    file: yaml.file,
  };
}

/** The statute's order, as the pack tells it; what it does not name comes after, by id. */
function inOrder(rules: readonly Written<RuleFile>[], order: readonly string[]): Written<RuleFile>[] {
  const rank = (id: string) => (order.includes(id) ? order.indexOf(id) : order.length);
  return rules.toSorted(({ value: a }, { value: b }) => rank(a.id) - rank(b.id) || (a.id < b.id ? -1 : 1));
}
