import * as v from 'valibot';
import type { Pack, Waiver } from '../types.ts';
import { type Path, type Problem, refuse } from './problem.ts';
import { didYouMean } from './suggest.ts';
import { closed, day, oneOrMore, text, words } from './vocabulary.ts';
import { Yaml } from './yaml.ts';

/** The keys of a waiver; what is accepted with no reason, by nobody, or for ever, is not accepted. */
const waiver = {
  rule: text,
  reason: words,
  approver: words,
  expires: day,
  clause: v.exactOptional(v.pipe(text, v.regex(/^(?:missing|[0-9a-f]{16})$/, 'expected 16 hex digits, or missing'))),
};

/** The waivers of one contract, in its side file. */
export const waiverList = v.array(closed(waiver));

const centralFile = closed({ waivers: v.array(closed({ contract: oneOrMore(text), ...waiver })) });

/** A waiver of the central file: for contracts by path, from the file's folder. */
export interface CentralWaiver extends Waiver {
  readonly contracts: readonly string[];
}

/** The entries of the central file as they are written, whatever rules they name. */
export function parseEntries(file: string, content: string): v.InferOutput<typeof centralFile>['waivers'] {
  const read = new Yaml(file, content).read(centralFile);
  return 'problems' in read ? refuse(read.problems) : read.value.waivers;
}

type Known = Pick<Pack, 'id' | 'rules'>;

/** Reads the central file of waivers. */
export function parseWaivers(file: string, content: string, pack: Known): CentralWaiver[] {
  const yaml = new Yaml(file, content);
  const read = yaml.read(centralFile);
  if ('problems' in read) return refuse(read.problems);
  const problems = strangeWaivers(yaml, read.value.waivers, pack);
  if (problems.length > 0) return refuse(problems);
  return read.value.waivers.map(({ contract, ...one }, index) => ({
    ...waiverOf(yaml, one, { pack, index }),
    contracts: contract,
  }));
}

/** The waiver with its rule's id in full, and where it is written. */
export function waiverOf(
  yaml: Yaml,
  written: v.InferOutput<typeof waiverList>[number],
  { pack, index }: { readonly pack: Known; readonly index: number },
): Waiver {
  const { file, line } = yaml.problem(['waivers', index], '');
  return { ...written, rule: withPack(written.rule, pack.id), where: `${file}:${line}` };
}

/** Waivers of rules that the pack does not have. */
export function strangeWaivers(
  yaml: Yaml,
  waivers: readonly { readonly rule: string }[],
  { id, rules }: Known,
): Problem[] {
  const known = rules.map((rule) => rule.id);
  return waivers.flatMap(({ rule }, index) => {
    if (known.includes(withPack(rule, id))) return [];
    const path: Path = ['waivers', index, 'rule'];
    const meant = didYouMean(withPack(rule, id), known) || '.';
    return [yaml.problem(path, `no provision "${rule}"${meant} Known: ${known.join(', ')}`)];
  });
}

function withPack(id: string, pack: string): string {
  return id.includes('/') ? id : `${pack}/${id}`;
}
