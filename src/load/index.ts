import { readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type * as v from 'valibot';
import { UsageError } from '../errors.ts';
import type { Lexicon, Pack, Rule } from '../types.ts';
import { borrowed } from './borrowed.ts';
import { type File, hashOf, readAll, type Written, yamlFiles } from './files.ts';
import { type Path, type Problem, refuse, Yaml } from './problem.ts';
import { examplesFile, holidaysFile, lexiconFile, packFile, ruleFile } from './schema.ts';
import { didYouMean } from './suggest.ts';

export { type BaselineEntry, baselineText, parseBaseline } from './baseline.ts';
export { parseFacts, parseSideFile, type SideFile } from './facts.ts';
export { type CentralWaiver, parseWaivers } from './waivers.ts';

type PackFile = v.InferOutput<typeof packFile>;
type RuleFile = v.InferOutput<typeof ruleFile>;

/** What the examples beside a rule say it should find. */
export interface Examples {
  /** With the pack: `ct/ownership`. */
  readonly rule: string;
  readonly file: string;
  readonly satisfies: readonly Example[];
  readonly partly: readonly Example[];
  readonly misses: readonly Example[];
  readonly conflicts: readonly Example[];
  readonly harmless: readonly Example[];
}

export interface Example {
  readonly text: string;
  /** Why it is what it is; '' where that is plain. */
  readonly why: string;
}

/** Reads a rule pack and its lexicon. One error tells all that is wrong; a pack with no rules is refused. */
export async function loadPack(directory: string): Promise<Pack> {
  const files = (await yamlFiles(directory)) ?? [];
  const shared = (await yamlFiles(join(directory, '..', 'lexicon'))) ?? [];
  const packs = files.filter(({ path }) => basename(path) === 'pack.yml');
  if (packs.length === 0) throw new UsageError(`${directory}: no pack.yml there, so it is no rule pack`);

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
  const complete = borrowed(rules, problems);
  if (pack === undefined || problems.length > 0) return refuse(problems);
  if (rules.length === 0) throw new UsageError(`${directory}: no rules there, so nothing could be judged`);

  return {
    ...headOf(pack.value),
    holidays: holidays.flatMap(({ value }) => value),
    rules: inOrder(complete, pack.value.order).map((rule) => ruleOf(rule, pack.value.id)),
    lexicon,
    hash: hashOf([...files.filter((file) => !hasExamples(file)), ...shared]),
  };
}

/** Reads the examples beside the rules; that a rule has none is for `rules test` to tell. */
export async function loadExamples(directory: string): Promise<Examples[]> {
  const problems: Problem[] = [];
  const files = ((await yamlFiles(directory)) ?? []).filter(hasExamples);
  const pack = basename(resolve(directory));
  const examples = readAll(files, examplesFile, problems).map(({ yaml: { file }, value }) => ({
    rule: `${pack}/${basename(file, '.examples.yml')}`,
    file,
    ...value,
  }));
  return problems.length > 0 ? refuse(problems) : examples;
}

/** `rules/ct/ownership.yml:12:9`, for what is found wrong only later, such as a pattern that does not parse. */
export async function locate(file: string, path: Path): Promise<string> {
  const { line, column } = new Yaml(file, await readFile(file, 'utf8')).problem(path, '');
  return `${file}:${line}:${column}`;
}

function hasExamples({ path }: File): boolean {
  return path.endsWith('.examples.yml');
}

function isRule(file: File): boolean {
  return !hasExamples(file) && !['pack.yml', 'holidays.yml'].includes(basename(file.path));
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

function headOf(file: PackFile): Omit<Pack, 'holidays' | 'rules' | 'lexicon' | 'hash'> {
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

function ruleOf({ yaml, value }: Written<RuleFile>, pack: string): Rule {
  const { lexicon: _gathered, names: _put, elements, conflicts, notes, ...rest } = value;
  return {
    ...rest,
    id: `${pack}/${value.id}`,
    elements: Object.entries(elements).map(([name, element]) => ({ name, ...element })),
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
