import type { Pack, Weighed } from '../../types.ts';
import { Atoms, type KeptAtoms } from '../patterns/atoms.ts';
import { type CompiledPack, compileWith } from '../patterns/compile.ts';
import type { Pattern, Sequence, Step } from '../patterns/pattern.ts';
import { Scales } from '../weights/weigh.ts';
import { rowsOf } from './rows.ts';
import { numbersFrom, rowsFrom, type StoredRows, storedNumbers, storedRows } from './stored-rows.ts';
import { type StoredScales, scalesFrom, storedScales } from './stored-scales.ts';

/** What takes time to compile, as the build keeps it: each list of atoms and each step once, told by its place. */
interface Stored {
  readonly atoms: KeptAtoms;
  readonly steps: readonly (Omit<Step, 'ids'> & { readonly ids: number | null })[];
  /** As they are written in the rules. */
  readonly patterns: readonly string[];
  /** By pattern, where its sequences begin. */
  readonly starts: string;
  /** By sequence its steps, and whether it is anchored (1) and closed (2). */
  readonly sequences: StoredRows;
  readonly bounds: string;
  /** What `Needs` has beside the lists of atoms. */
  readonly needs: { readonly sequences: StoredRows; readonly patterns: string };
  readonly scales: StoredScales | null;
  readonly naming: Weighed | null;
}

/** Patterns and weights as text that is read in no time. No contract may have been matched yet: it uses the phrases up. */
export function toStored({ atoms, patterns, needs, scales, naming, pack }: CompiledPack): string {
  const kept = atoms.kept();
  const steps = new Map<string, number>();
  const placeOf = (step: Step): number => {
    const text = JSON.stringify({ ...step, ids: step.ids && atoms.placeOf(step.ids) });
    const place = steps.get(text) ?? steps.size;
    steps.set(text, place);
    return place;
  };
  const sequences = [...patterns.values()].map((pattern) => pattern.sequences);
  const starts = [0];
  for (const own of sequences) starts.push((starts.at(-1) ?? 0) + own.length);
  const all = sequences.flat();
  const bounds = all.map(({ anchored, closed }) => (anchored ? 1 : 0) + (closed ? 2 : 0));
  const stored: Omit<Stored, 'steps'> = {
    atoms: kept,
    patterns: [...patterns.keys()],
    starts: storedNumbers(Int32Array.from(starts)),
    sequences: storedRows(rowsOf(all.map((sequence) => sequence.steps.map(placeOf)))),
    bounds: storedNumbers(Uint8Array.from(bounds)),
    needs: { sequences: storedRows(needs.sequences), patterns: storedNumbers(needs.patterns) },
    scales: scales && storedScales(scales),
    naming: naming && (pack.weights?.names ?? null),
  };
  return `{"steps":[${[...steps.keys()]}],${JSON.stringify(stored).slice(1)}`;
}

/** The pack compiled with what was made of its own rules. */
export function fromStored(text: string, pack: Pack): CompiledPack {
  const stored: Stored = JSON.parse(text);
  const { atoms, scales, naming } = stored;
  const steps = stored.steps.map(({ ids, wanted, strong, gap }): Step => {
    return { ids: ids === null ? null : (atoms.lists[ids] ?? []), wanted, strong, gap };
  });
  const starts = new Int32Array(numbersFrom(stored.starts));
  const rows = rowsFrom(stored.sequences);
  const bounds = new Uint8Array(numbersFrom(stored.bounds));
  const sequence = (at: number): Sequence => {
    const places = rows.items.subarray(rows.starts[at], rows.starts[at + 1]);
    const bound = bounds[at] ?? 0;
    return {
      steps: Array.from(places).flatMap((place) => steps[place] ?? []),
      anchored: (bound & 1) !== 0,
      closed: (bound & 2) !== 0,
    };
  };
  const sequencesOf = (place: number): Sequence[] => {
    const [from, to] = [starts[place] ?? 0, starts[place + 1] ?? 0];
    return Array.from({ length: to - from }, (_, at) => sequence(from + at));
  };
  return compileWith(pack, {
    atoms: new Atoms(pack.lexicon, atoms),
    patterns: new Map(stored.patterns.map((source, place) => [source, new LaterPattern(place, sequencesOf)])),
    needs: {
      lists: rowsOf(atoms.lists),
      sequences: rowsFrom(stored.needs.sequences),
      patterns: new Int32Array(numbersFrom(stored.needs.patterns)),
    },
    scales: scales && scalesFrom(scales),
    naming: naming && new Scales(naming),
  });
}

/** A pattern whose sequences are made when a contract holds what they need: most are never asked for. */
class LaterPattern implements Pattern {
  readonly place: number;
  private readonly make: (place: number) => readonly Sequence[];
  private made: readonly Sequence[] | null = null;

  constructor(place: number, make: (place: number) => readonly Sequence[]) {
    this.place = place;
    this.make = make;
  }

  get sequences(): readonly Sequence[] {
    this.made ??= this.make(this.place);
    return this.made;
  }
}
