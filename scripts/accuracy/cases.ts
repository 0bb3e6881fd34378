import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { clauseContract } from '../../src/commands/clause-contract.ts';
import { marked } from './marked.ts';

/** What a reader of the contract found to be true of one rule. `either`: lawyers differ, so it is not scored. */
export interface Label {
  readonly required: 'present' | 'incomplete' | 'missing' | 'either';
  readonly conflict: boolean | 'either';
  readonly uncertain?: boolean;
  readonly why?: string;
}

/** A labelled contract, or a labelled clause set into a small contract. */
export interface Case {
  readonly name: string;
  readonly path: string;
  readonly bytes: () => Uint8Array;
  /** The clause alone; '' for whole contracts. */
  readonly clause: string;
  readonly labels: ReadonlyMap<string, Label>;
  /** All provisions are labelled, so that the verdict is known too. */
  readonly whole: boolean;
  readonly quotes: readonly { readonly kind: string; readonly id: string; readonly quote: string }[];
  /** What it calls its sides and the data, without "the"; '' where that is not told. */
  readonly called: Readonly<Record<'CONTRACTOR' | 'BOARD' | 'DATA', string>>;
}

export const uncalled: Case['called'] = { CONTRACTOR: '', BOARD: '', DATA: '' };

/** The operator rules: only a conflict counts, and one that is not named in whole contracts has none. */
export const operators: readonly string[] = [
  'operator-targeted-ads',
  'operator-profiling',
  'operator-sale',
  'operator-disclosure',
];

/** The cases of a set: a name under the benchmark's folder, a folder of cases, a clause bank, or `mutants`. */
export function casesOf(set: string, bench: string, formats: readonly string[]): Case[] {
  if (set === 'bank') return clauses(join(bench, 'law/bank.yaml'));
  if (set === 'examples') return clauses(join(bench, 'law/ct-examples.yaml'));
  if (set === 'mutants') return mutants(join(bench, 'bench/src'), join(bench, 'law/bank.yaml'));
  if (/\.ya?ml$/u.test(set)) return clauses(set);
  return contracts(existsSync(set) && statSync(set).isDirectory() ? set : join(bench, 'bench', set), formats);
}

function contracts(folder: string, formats: readonly string[]): Case[] {
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const labels = join(folder, name, 'labels.json');
      const path = formats.map((ext) => join(folder, name, `contract.${ext}`)).find((file) => existsSync(file));
      if (!path || !existsSync(labels)) return [];
      const { provisions, operator = {}, scope, quotes = [], ...terms } = JSON.parse(readFileSync(labels, 'utf8'));
      const found = new Map<string, Label>(Object.entries(provisions));
      for (const id of operators) {
        if (!scope || operator[id]) found.set(id, { required: 'either', conflict: false, ...operator[id] });
      }
      const bytes = () => readFileSync(path);
      return [{ name, path, bytes, clause: '', labels: found, whole: !scope, quotes, called: calledIn(terms) }];
    });
}

function calledIn(terms: Readonly<Record<string, string | undefined>>): Case['called'] {
  const nameOf = (key: string) => (terms[key] ?? '').replace(/^the /iu, '');
  return { CONTRACTOR: nameOf('contractor_term'), BOARD: nameOf('board_term'), DATA: nameOf('data_term') };
}

interface Row {
  readonly text: string;
  readonly status?: Label['required'];
  readonly why?: string;
}
type Bank = Readonly<Record<string, Readonly<Record<string, readonly (string | Row)[]>>>>;

function clauses(file: string): Case[] {
  const bank: Bank = parse(readFileSync(file, 'utf8'));
  return Object.entries(bank).flatMap(([id, kinds]) =>
    Object.entries(kinds).flatMap(([kind, rows]) =>
      (rows ?? []).map((row, at) => clauseCase(id, kind, at, typeof row === 'string' ? { text: row } : row)),
    ),
  );
}

const usual: Readonly<Record<string, Label['required']>> = { ok: 'present', partial: 'incomplete', near: 'missing' };

function clauseCase(id: string, kind: string, at: number, { text, status, why }: Row): Case {
  const required = kind === 'ok' ? 'present' : (status ?? usual[kind] ?? 'either');
  const label: Label = {
    required: operators.includes(id) ? 'either' : required,
    conflict: kind === 'bad',
    ...(why ? { why } : {}),
  };
  return {
    name: `${id} ${kind} ${at}`,
    path: 'clause.md',
    bytes: () => new TextEncoder().encode(clauseContract(text)),
    clause: text,
    labels: new Map([[id, label]]),
    whole: false,
    quotes: [],
    called: uncalled,
  };
}

/** Each contract with one provision cut out, and each with one conflicting clause set in: known truth by the hundred. */
function mutants(folder: string, bankFile: string): Case[] {
  const bank: Bank = parse(readFileSync(bankFile, 'utf8'));
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const labels = parse(readFileSync(join(folder, name, 'labels.yaml'), 'utf8'));
      const source = marked(readFileSync(join(folder, name, 'contract.md'), 'utf8'));
      const dropped = Object.entries<Label>(labels.provisions).flatMap(([id, label]) =>
        label.required === 'present'
          ? [mutant(`${name}--drop-${id}`, source.without(id), id, { required: 'missing', conflict: 'either' })]
          : [],
      );
      const added = Object.entries(bank).flatMap(([id, { bad = [] }], at) => {
        const known = labels.provisions[id]?.conflict ?? labels.operator?.[id]?.conflict ?? false;
        const row = bad[(at * 7 + name.length) % (bad.length || 1)];
        const text =
          row === undefined || known !== false
            ? null
            : source.with(typeof row === 'string' ? row : row.text, at + name.length);
        return text === null ? [] : [mutant(`${name}--add-${id}`, text, id, { required: 'either', conflict: true })];
      });
      return [...dropped, ...added];
    });
}

function mutant(name: string, text: string, id: string, label: Label): Case {
  return {
    name,
    path: 'mutant.md',
    bytes: () => new TextEncoder().encode(text),
    clause: '',
    labels: new Map([[id, label]]),
    whole: false,
    quotes: [],
    called: uncalled,
  };
}
