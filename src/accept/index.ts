import type { Checked, Note } from '../types.ts';

export { compare, countOf, type Known, knownOf, wasRead, without } from './baseline.ts';
export { acceptables } from './clause.ts';
export { type Difference, differences } from './difference.ts';
export { type Grade, lower, weigh } from './severity.ts';
export { isReplaced, noteOn, type Use, useOf, waive } from './waivers.ts';

/** Says at the end how much of what is wrong somebody accepted, so that a green run cannot hide it. */
export function countAccepted(contract: Checked): Checked {
  const by = (who: string) =>
    contract.findings
      .flatMap(({ accepted, conflicts, notes }) => [accepted, ...[...conflicts, ...notes].map((one) => one.accepted)])
      .filter((accepted) => accepted?.by === who).length;
  const [waivers, baseline, severity] = [by('waiver'), by('baseline'), by('severity')];
  const total = waivers + baseline + severity;
  if (total === 0) return contract;
  const told = [
    ...(waivers > 0 ? [`${waivers} by waiver`] : []),
    ...(baseline > 0 ? [`${baseline} by the baseline`] : []),
    ...(severity > 0 ? [`${severity} by a lower severity`] : []),
  ];
  const [problems, are] = total === 1 ? ['problem', 'is'] : ['problems', 'are'];
  const message = `${total} ${problems} ${are} accepted (${told.join(', ')}), which changes no verdict: see --audit.`;
  const note: Note = { id: 'accepted', rule: null, level: 'info', message, evidence: [] };
  return { ...contract, notes: [...contract.notes, note] };
}
