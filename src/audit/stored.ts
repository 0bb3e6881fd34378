import type { Examined } from '../lint.ts';
import type { Finding, Pack } from '../types.ts';

/** What was found, as it goes from a worker or into a cache: rules by their ids. */
export interface Stored extends Omit<Examined, 'findings'> {
  readonly findings: readonly (Omit<Finding, 'rule'> & { readonly rule: string })[];
}

export function toStored({ findings, ...rest }: Examined): Stored {
  return { ...rest, findings: findings.map((finding) => ({ ...finding, rule: finding.rule.id })) };
}

/** The same with the rules of the pack; null where it was not made by them. */
export function fromStored({ findings, ...rest }: Stored, { rules }: Pack): Examined | null {
  if (findings.length !== rules.length) return null;
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const whole = findings.flatMap((finding) => {
    const rule = known.get(finding.rule);
    return rule === undefined ? [] : [{ ...finding, rule }];
  });
  return whole.length === rules.length ? { ...rest, findings: whole } : null;
}
