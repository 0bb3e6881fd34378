import { relative } from 'node:path';
import { exit } from '../exit-code.ts';
import { lint, type Settings } from '../lint.ts';
import { type Example, type Examples, loadExamples, loadPack } from '../load/index.ts';
import { type CompiledPack, compile } from '../match/index.ts';
import type { Finding, Rule } from '../types.ts';
import { clauseContract } from './clause-contract.ts';
import { packFolders } from './rules-folder.ts';
import { print, type Streams } from './streams.ts';

/** What an example is in the file for. */
type Kind = Exclude<keyof Examples, 'rule' | 'file'>;

/** Kind → what was found instead of what it promises; null where it keeps its promise. */
const promises: Readonly<Record<Kind, (finding: Finding) => string | null>> = {
  satisfies: (finding) => unless(supplyOf(finding) === 'present', `it is ${supplyOf(finding)}, not present`),
  partly: (finding) => unless(supplyOf(finding) === 'incomplete', `it is ${supplyOf(finding)}, not incomplete`),
  misses: (finding) => unless(supplyOf(finding) !== 'present', 'it is present'),
  conflicts: ({ conflicts }) => unless(conflicts.length > 0, 'no conflict was found'),
  harmless: ({ conflicts }) => unless(conflicts.length === 0, `conflict: ${conflicts[0]?.why}`),
};

/** An example that does not do what its file says of it. */
export interface Failure {
  readonly file: string;
  readonly kind: string;
  readonly text: string;
  readonly found: string;
}

/** `dpa-lint rules test`: every rule against the examples beside it. */
export async function runRulesTest(folder: string | undefined, streams: Streams): Promise<number> {
  const failures: Failure[] = [];
  let examples = 0;
  let rules = 0;
  for (const path of await packFolders(folder)) {
    const pack = await loadPack(path);
    const found = await loadExamples(path);
    const compiled = compile(pack);
    failures.push(...pack.rules.flatMap((rule) => untested(rule, found)), ...found.flatMap(homeless(pack.rules)));
    for (const one of found) failures.push(...(await failuresOf(one, compiled)));
    examples += found.reduce((sum, one) => sum + kinds.reduce((total, kind) => total + one[kind].length, 0), 0);
    rules += pack.rules.length;
  }
  for (const failure of failures) await print(streams.stdout, told(failure));
  await print(streams.stdout, `${rules} rules, ${examples} examples, ${failures.length} failed\n`);
  return failures.length === 0 ? exit.fine : exit.found;
}

const kinds = Object.keys(promises) as Kind[];

/** The examples of one rule that do not do what their file says of them. */
export async function failuresOf(examples: Examples, compiled: CompiledPack): Promise<Failure[]> {
  const failures: Failure[] = [];
  const alone = only(examples.rule, compiled);
  for (const kind of kinds) {
    for (const example of examples[kind]) {
      const finding = await findingOf(example, examples.rule, alone);
      const found = finding === undefined ? null : promises[kind](finding);
      if (found !== null) failures.push({ file: examples.file, kind, text: example.text, found });
    }
  }
  return failures;
}

/** One rule of the pack to be matched: what the others would find in an example nobody asks. */
function only(rule: string, compiled: CompiledPack): CompiledPack {
  return { ...compiled, rules: compiled.rules.filter((one) => one.rule.id === rule) };
}

async function findingOf({ text }: Example, rule: string, compiled: CompiledPack): Promise<Finding | undefined> {
  const bytes = new TextEncoder().encode(clauseContract(text));
  const { findings } = await lint({ path: 'example.md', bytes }, compiled, settingsFor(compiled));
  return findings.find((finding) => finding.rule.id === rule);
}

function settingsFor({ pack }: CompiledPack): Settings {
  const reading = { passwords: [], revisions: 'accepted', ocr: 'off' } as const;
  return { profile: pack.defaultProfile, asOf: pack.lawAsOf, facts: {}, reading };
}

/** Rules that nothing requires still have elements: advice is followed or not. */
function supplyOf({ required, elements }: Finding): string {
  if (required !== 'not-required') return required;
  const supplies = Object.values(elements);
  if (supplies.every((supply) => supply === 'present')) return 'present';
  return supplies.every((supply) => supply === 'missing') ? 'missing' : 'incomplete';
}

/** A rule that nothing tries is no better than one that does not work. */
function untested({ id, file }: Rule, examples: readonly Examples[]): Failure[] {
  const found = examples.find(({ rule }) => rule === id);
  if (found !== undefined && kinds.some((kind) => found[kind].length > 0)) return [];
  return [{ file, kind: '', text: '', found: 'no example beside this rule' }];
}

function homeless(rules: readonly Rule[]): (examples: Examples) => Failure[] {
  return ({ rule, file }) =>
    rules.some(({ id }) => id === rule) ? [] : [{ file, kind: '', text: '', found: `there is no rule ${rule}` }];
}

function told({ file, kind, text, found }: Failure): string {
  const what = kind === '' ? '' : `${kind}: `;
  return `${relative('', file)}: ${what}${found}\n${text === '' ? '' : `${text.trim().replace(/^/gm, '    ')}\n`}`;
}

function unless(kept: boolean, found: string): string | null {
  return kept ? null : found;
}
