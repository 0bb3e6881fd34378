import type { Contract, ContractDate, DecideContext, Note } from '../types.ts';

/** When a contract counts as entered into, and what had to be assumed for that. */
export interface Entry {
  /** ISO; null where nobody told. */
  readonly date: string | null;
  readonly notes: readonly Note[];
}

const surest = ['signed', 'accepted', 'effective', 'dated'] as const;

/**
 * The date that counts out of those in a contract: the last signature, else acceptance, else the effective date; a later
 * renewal or amendment counts instead, as the law reaches those too.
 */
export function enteredOn({ dates }: Contract): ContractDate | null {
  const first = surest.map((kind) => latest(dates, [kind])).find((date) => date !== null) ?? null;
  const again = latest(dates, ['renewed', 'amended']);
  if (first === null || again === null) return first ?? again;
  return again.date > first.date ? again : first;
}

function latest(dates: readonly ContractDate[], kinds: readonly ContractDate['kind'][]): ContractDate | null {
  const fitting = dates.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => (a.date < b.date ? -1 : 1));
  return fitting.at(-1) ?? null;
}

/** The date on which the law is tested: a renewal or an amendment counts as entering into the contract. */
export function entryOf({ facts, entered, pack, asOf }: DecideContext): Entry {
  const first = facts.entered ?? entered?.date ?? null;
  const later = [
    { what: 'Renewed', date: facts.renewed },
    { what: 'Amended', date: facts.amended },
  ].filter((event): event is { what: string; date: string } => event.date !== undefined && event.date <= asOf);
  const last = later.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  const date = last !== undefined && (first === null || last.date > first) ? last.date : first;

  const notes: Note[] = [];
  if (facts.entered === undefined && (entered?.kind === 'effective' || entered?.kind === 'dated')) {
    notes.push(
      note(
        'date-of-effect',
        'warning',
        `No date of signature was found; the date of effect ${entered.date} stands in.`,
      ),
    );
  }
  const renewal = last ?? (facts.entered === undefined && entered !== null ? renewalIn(entered) : undefined);
  if (renewal !== undefined && renewal.date === date && date >= pack.effective) {
    const assumption = `${renewal.what} on ${date}, which is treated as entering into the contract anew.`;
    notes.push(note('renewal-as-entry', 'info', assumption));
  }
  if (date !== null) {
    const fitting = pack.dateNotes.filter(({ from, to }) => from <= date && date <= to);
    notes.push(...fitting.map(({ id, message }) => note(id, 'info', message)));
  }
  return { date, notes };
}

function renewalIn({ kind, date }: ContractDate): { what: string; date: string } | undefined {
  if (kind === 'renewed') return { what: 'Renewed', date };
  return kind === 'amended' ? { what: 'Amended', date } : undefined;
}

function note(id: string, level: Note['level'], message: string): Note {
  return { id, rule: null, level, message, evidence: [] };
}
