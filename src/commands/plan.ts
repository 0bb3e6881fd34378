import type { Placed, RunSettings } from '../audit/index.ts';
import { UsageError } from '../errors.ts';
import type { FailLevel } from '../exit-code.ts';
import type { ConfigValues } from '../load/config.ts';
import type { Called, Pack, ReadOptions } from '../types.ts';
import { type Applied, idOf } from './config.ts';
import { factsOf } from './facts.ts';
import type { LintOptions, ReadingOptions } from './options.ts';
import { profileOf, ruleOf } from './pack.ts';
import { today } from './today.ts';

/** What holds where neither a flag nor a configuration says anything. */
export const defaults = { revisions: 'accepted', ocr: 'auto', timeout: 120, 'fail-on': 'conflict' } as const;

/** How files are to be read: flags go before the configuration, but every password is tried. */
export function readingOf(options: ReadingOptions, values: ConfigValues): ReadOptions {
  return {
    passwords: [...(options.password ?? []), ...(values.passwords ?? [])],
    revisions: options.revisions ?? values.revisions ?? defaults.revisions,
    ocr: options.ocr ?? values.ocr ?? defaults.ocr,
  };
}

/** The settings that a configuration may make other for one contract. */
export type OwnSettings = Required<Pick<RunSettings, 'profile' | 'reading' | 'selfCheck' | 'skip' | 'timeout'>> &
  Pick<RunSettings, 'called' | 'rules'>;

/** How all contracts are judged, as far as the flags tell. */
export function settingsOf(options: LintOptions, pack: Pack): RunSettings {
  return {
    ...ownSettings(options, { values: {}, layers: [] }, pack),
    asOf: options.asOf ?? today(),
    facts: factsOf(options, pack),
  };
}

/** How one contract is judged: by the flags, then by what its configuration says. */
function ownSettings(options: LintOptions, { values }: Applied, pack: Pack): OwnSettings {
  const called = calledIn(values);
  return {
    profile: profileOf(pack, options.profile ?? values.profile),
    reading: readingOf(options, values),
    selfCheck: options.selfCheck ?? values['self-check'] ?? false,
    skip: skipped(options, values, pack),
    timeout: (options.timeout ?? values.timeout ?? defaults.timeout) * 1000,
    ...(called && { called }),
  };
}

/** What a contract calls its sides and the data, where a configuration tells; undefined where none does. */
export function calledIn({ parties }: ConfigValues): Called | undefined {
  return parties && { contractor: [], board: [], data: [], ...parties };
}

/** The level at which one contract makes the run fail. */
export function failLevel(options: LintOptions, values: ConfigValues): FailLevel {
  return options.failOn ?? values['fail-on'] ?? defaults['fail-on'];
}

function skipped(options: LintOptions, values: ConfigValues, pack: Pack): string[] {
  const off = Object.entries(values.severity ?? {}).flatMap(([name, severity]) => (severity === 'off' ? [name] : []));
  const skip = [...(options.skip ?? values.skip ?? []), ...off].map((name) => ruleOf(pack, name).id);
  const only = (options.rule ?? values.only)?.map((name) => idOf(name, pack) ?? ruleOf(pack, name).id);
  const out = pack.rules.map(({ id }) => id).filter((id) => skip.includes(id) || only?.includes(id) === false);
  if (out.length < pack.rules.length) return out;
  throw new UsageError('every rule is skipped, so nothing would be judged');
}

/** How the contracts are judged of which a configuration says the same. */
export function ownOf(
  applied: Applied,
  options: LintOptions,
  { rules, onProgress }: { readonly rules: Placed; readonly onProgress: (message: string) => void },
): OwnSettings {
  const own = ownSettings(options, applied, rules.pack);
  return { ...own, rules, reading: { ...own.reading, onProgress } };
}
