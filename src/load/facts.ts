import * as v from 'valibot';
import type { Exemption, Facts, Pack, Waiver } from '../types.ts';
import { type Path, type Problem, refuse } from './problem.ts';
import { didYouMean } from './suggest.ts';
import { closed, day, oneOrMore, type Reading, text } from './vocabulary.ts';
import { strangeWaivers, waiverList, waiverOf } from './waivers.ts';
import { Yaml } from './yaml.ts';

const judgedFlags = v.record(text, v.boolean());
const listedFlags: Reading<Exemption> = v.pipe(
  oneOrMore(text),
  v.transform((flags) => Object.fromEntries(flags.map((flag) => [flag, true]))),
);
const exemption: Reading<Exemption> = v.lazy((input) =>
  typeof input === 'object' && !Array.isArray(input) ? judgedFlags : listedFlags,
);

const factsFile = v.pipe(
  closed({
    entered: v.exactOptional(day),
    renewed: v.exactOptional(day),
    amended: v.exactOptional(day),
    'notice-given': v.exactOptional(day),
    'cure-by': v.exactOptional(day),
    'notice-named': v.exactOptional(oneOrMore(text)),
    exempt: v.exactOptional(exemption),
    'out-of-scope': v.exactOptional(text),
    waivers: v.exactOptional(waiverList),
  }),
  v.forward(
    v.check(
      (file) => (file['cure-by'] ?? '9') >= (file['notice-given'] ?? ''),
      'the day to amend by is before the notice',
    ),
    ['cure-by'],
  ),
);

/** What a side file tells of its contract. */
export interface SideFile {
  readonly facts: Facts;
  readonly waivers: readonly Waiver[];
}

/** The facts of a side file alone. */
export function parseFacts(file: string, content: string, pack: Pick<Pack, 'id' | 'rules' | 'exemption'>): Facts {
  return parseSideFile(file, content, pack).facts;
}

/** Reads the side file of a contract; its keys are named as the flags are, and the pack tells what they may name. */
export function parseSideFile(file: string, content: string, pack: Pick<Pack, 'id' | 'rules' | 'exemption'>): SideFile {
  const yaml = new Yaml(file, content);
  const read = yaml.read(factsFile);
  if ('problems' in read) return refuse(read.problems);
  const problems = strangers(yaml, read.value, pack);
  if (problems.length > 0) return refuse(problems);
  const {
    'notice-given': noticeGiven,
    'cure-by': cureBy,
    'notice-named': noticeNamed,
    'out-of-scope': outOfScope,
    waivers = [],
    ...rest
  } = read.value;
  const facts = {
    ...rest,
    ...(noticeGiven === undefined ? {} : { noticeGiven }),
    ...(cureBy === undefined ? {} : { cureBy }),
    ...(noticeNamed === undefined ? {} : { noticeNamed: noticeNamed.map((id) => withPack(id, pack.id)) }),
    ...(outOfScope === undefined ? {} : { outOfScope }),
  };
  return { facts, waivers: waivers.map((waiver, index) => waiverOf(yaml, waiver, { pack, index })) };
}

/** Provisions and flags that the pack does not know: a slip there would change the verdict in silence. */
function strangers(
  yaml: Yaml,
  facts: v.InferOutput<typeof factsFile>,
  pack: Pick<Pack, 'id' | 'rules' | 'exemption'>,
): Problem[] {
  const rules = pack.rules.map(({ id }) => id);
  const flags = Object.keys(pack.exemption);
  return [
    ...strangeWaivers(yaml, facts.waivers ?? [], pack),
    ...(facts['notice-named'] ?? []).flatMap((id, index) =>
      rules.includes(withPack(id, pack.id))
        ? []
        : [unknown(yaml, ['notice-named', index], `no provision "${id}"`, withPack(id, pack.id), rules)],
    ),
    ...Object.keys(facts.exempt ?? {}).flatMap((flag) =>
      flags.includes(flag) ? [] : [unknown(yaml, ['exempt', flag], `no flag "${flag}"`, flag, flags)],
    ),
  ];
}

function unknown(yaml: Yaml, path: Path, what: string, word: string, known: readonly string[]): Problem {
  return yaml.problem(path, `${what}${didYouMean(word, known) || '.'} Known: ${known.join(', ')}`);
}

function withPack(id: string, pack: string): string {
  return id.includes('/') ? id : `${pack}/${id}`;
}
