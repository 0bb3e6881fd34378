import type { Pack } from '../types.ts';
import { Atoms, type KeptAtoms } from './atoms.ts';
import { type CompiledPack, compileWith } from './compile.ts';
import type { Pattern, Sequence, Step } from './pattern.ts';

/** What takes time to compile, as the build keeps it: each list of atoms and each step once, told by its place. */
interface Stored {
  readonly atoms: KeptAtoms;
  readonly steps: readonly (Omit<Step, 'ids'> & { readonly ids: number | null })[];
  readonly patterns: readonly (readonly [string, readonly StoredSequence[]])[];
}

type StoredSequence = readonly [steps: readonly number[], anchored: boolean, closed: boolean];

/** The patterns as text that is read in no time. No contract may have been matched yet: it uses the phrases up. */
export function toStored({ atoms, patterns }: CompiledPack): string {
  const kept = atoms.kept();
  const lists = new Map(kept.lists.map((list, place) => [list, place]));
  const steps = new Map<string, number>();
  const placeOf = (step: Step): number => {
    const text = JSON.stringify({ ...step, ids: step.ids && lists.get(step.ids) });
    const place = steps.get(text) ?? steps.size;
    steps.set(text, place);
    return place;
  };
  const placed = [...patterns].map(([source, { sequences }]) => [
    source,
    sequences.map(({ steps: list, anchored, closed }) => [list.map(placeOf), anchored, closed]),
  ]);
  return `{"atoms":${JSON.stringify(kept)},"steps":[${[...steps.keys()]}],"patterns":${JSON.stringify(placed)}}`;
}

/** The pack compiled with patterns that were made of its own rules. */
export function fromStored(text: string, pack: Pack): CompiledPack {
  const { atoms, steps, patterns }: Stored = JSON.parse(text);
  const made = steps.map(({ ids, wanted, strong, gap }): Step => {
    return { ids: ids === null ? null : (atoms.lists[ids] ?? []), wanted, strong, gap };
  });
  const sequence = ([places, anchored, closed]: StoredSequence): Sequence => {
    return { steps: places.flatMap((place) => made[place] ?? []), anchored, closed };
  };
  const known = patterns.map(([source, list], place): [string, Pattern] => [
    source,
    { place, sequences: list.map(sequence) },
  ]);
  return compileWith(pack, new Atoms(pack.lexicon, atoms), new Map(known));
}
