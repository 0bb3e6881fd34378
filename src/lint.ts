import { createHash } from 'node:crypto';
import { extract } from './extract/index.ts';
import { decide, enteredOn, judge, openBoxes, unreadAmendments } from './judge/index.ts';
import { type CompiledPack, match } from './match/index.ts';
import { parse } from './parse/index.ts';
import { selfCheck } from './self-check.ts';
import type {
  Called,
  Checked,
  Contract,
  ContractDate,
  Facts,
  Finding,
  Matched,
  Note,
  Pack,
  PlainText,
  Profile,
  ReadOptions,
  Source,
} from './types.ts';

/** How a contract is to be judged. */
export interface Settings {
  readonly profile: Profile;
  /** ISO date on which the verdict is given. */
  readonly asOf: string;
  /** What no contract says of itself. */
  readonly facts: Facts;
  readonly reading: ReadOptions;
  /** Whether to try the findings on the contract itself: take away, negate, weaken or swap what they rest on. */
  readonly selfCheck?: boolean;
  /** Ids of the rules that are not to be looked at. */
  readonly skip?: readonly string[];
  /** What the contract calls its sides and the data, where somebody told. */
  readonly called?: Called;
}

/** What a contract says, whatever the day, the facts and the profile: the part that takes time. */
export interface Examined {
  readonly sha256: string;
  readonly text: PlainText;
  readonly findings: readonly Finding[];
  readonly entered: ContractDate | null;
  readonly doubts: readonly Note[];
}

/** Checks one contract against every rule of a pack. Throws `UnreadableError` where there is nothing to judge. */
export async function lint(source: Source, compiled: CompiledPack, settings: Settings): Promise<Checked> {
  return conclude(source.path, await examine(source, compiled, settings), compiled.pack, settings);
}

/** Reads a contract and looks for every provision of the pack. */
export async function examine(
  source: Source,
  compiled: CompiledPack,
  settings: Pick<Settings, 'reading' | 'selfCheck' | 'called'>,
): Promise<Examined> {
  const text = await extract(source, settings.reading);
  const findIn = (words: PlainText) => find(words, compiled, settings.called);
  const { contract, findings } = findIn(text);
  const checked = settings.selfCheck ? selfCheck(contract, findings, (changed) => findIn(changed).findings) : [];
  const doubts = [...unreadAmendments(contract), ...openBoxes(contract), ...checked];
  return { sha256: sha256(source.bytes), text, findings, entered: enteredOn(contract), doubts };
}

/** What the words of a contract come to, stage by stage. */
export interface Found {
  readonly contract: Contract;
  readonly matched: Matched;
  readonly findings: readonly Finding[];
}

/** Looks for every provision of the pack in what was read: the one way from a text to its findings. */
export function find(text: PlainText, compiled: CompiledPack, called?: Called): Found {
  const contract = parse(text, compiled.pack.lexicon, called);
  const matched = match(contract, compiled);
  return { contract, matched, findings: judge(contract, compiled.pack.rules, matched) };
}

/** Gives the verdict on what was found. */
export function conclude(path: string, examined: Examined, pack: Pack, settings: Settings): Checked {
  const { text, entered, doubts } = examined;
  const { profile, facts, asOf, skip = [] } = settings;
  const isAsked = ({ rule }: Pick<Finding, 'rule'>) => !skip.includes(rule.id);
  const findings = examined.findings.filter(isAsked);
  const skipped = pack.rules.filter(({ id }) => skip.includes(id));
  const { pagesWithoutText } = text;
  const { verdict, notes } = decide(findings, { pack, profile, facts, asOf, entered, pagesWithoutText, skipped });
  return {
    path,
    profile,
    sha256: examined.sha256,
    format: text.format,
    pages: text.pages,
    pagesWithoutText,
    characters: text.value.length,
    entered: facts.entered ?? entered?.date ?? null,
    verdict,
    findings,
    notes: [...text.notes, ...notes, ...doubts.filter(({ rule }) => rule === null || !skip.includes(rule))],
    text: { ...text, path },
  };
}

/** Of a file's bytes, hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
