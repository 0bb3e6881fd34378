import type { Placed } from '../audit/index.ts';
import type { ConfigValues } from '../load/config.ts';
import { withLimits } from '../load/limits.ts';
import type { Checked, Note, Pack } from '../types.ts';
import { type Applied, idOf, refuseStrangers, shown } from './config.ts';
import { placedPack } from './pack.ts';

/** The rules by which each contract of a run is judged. */
export interface Packs {
  readonly of: (applied: Applied) => Placed;
  /** Those of most contracts: the run's own. */
  readonly main: Placed;
  /** Says of a contract that it was judged by other rules than the run's own. */
  readonly told: (contract: Checked, applied: Applied | undefined) => Checked;
  /** For the head of a report: the run's own, with the rules that others have beside them. */
  readonly whole: Pack;
}

/** Loads each pack once, whichever of the contracts ask for it, and refuses what they say of rules it does not have. */
export async function packsFor(applied: readonly Applied[], flag: string | undefined): Promise<Packs> {
  const groups = new Map<string, Applied[]>();
  for (const one of applied) {
    const key = keyOf(one.values, flag);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const largest = [...groups].toSorted(([, a], [, b]) => b.length - a.length);
  const placed = new Map<string, Placed>();
  for (const [key, group] of largest) placed.set(key, await placedFor(group, flag));
  const main = [...placed.values()][0] ?? { ...(await placedPack(flag)), limits: {} };
  const of = ({ values }: Applied) => placed.get(keyOf(values, flag)) ?? main;
  return {
    main,
    of,
    told: (contract, one) => {
      const { folder, pack } = one === undefined ? main : of(one);
      return folder === main.folder ? contract : { ...contract, notes: [...contract.notes, otherRules(folder, pack)] };
    },
    whole: joined(
      main.pack,
      [...placed.values()].map(({ pack }) => pack),
    ),
  };
}

function keyOf({ rules, limits = {} }: ConfigValues, flag: string | undefined): string {
  return JSON.stringify([flag ?? rules ?? null, Object.entries(limits).toSorted()]);
}

async function placedFor(group: readonly Applied[], flag: string | undefined): Promise<Placed> {
  const values = group[0]?.values ?? {};
  const { pack, folder } = await placedPack(flag ?? values.rules);
  refuseStrangers(group, pack);
  const limits = Object.fromEntries(
    Object.entries(values.limits ?? {}).map(([name, days]) => [idOf(name, pack) ?? name, days]),
  );
  return { pack: withLimits(pack, limits), folder, limits };
}

function otherRules(folder: string, { title, lawAsOf }: Pack): Note {
  const message = `Judged by the rules in ${shown(folder)} (${title}, law read up to ${lawAsOf}), not by those of the run.`;
  return { id: 'other-rules', rule: null, level: 'info', message, evidence: [] };
}

function joined(main: Pack, packs: readonly Pack[]): Pack {
  if (packs.length < 2) return main;
  const rules = new Map([main, ...packs].flatMap((pack) => pack.rules).map((rule) => [rule.id, rule]));
  return { ...main, rules: [...rules.values()] };
}
