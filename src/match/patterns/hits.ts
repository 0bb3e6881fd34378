/** An occurrence of an atom, as indexes of words, end exclusive. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  /** Taken from the context: "it", "the records". */
  readonly weak: boolean;
}

/**
 * Where the atoms of a stretch of text occur. A word stands for many atoms and few of them are ever asked for: it is kept
 * which atoms occur at a place, and a list of the places of an atom is made when somebody asks.
 */
export class Hits {
  /** A bit for each atom that occurs. */
  private readonly bits: Uint32Array;
  private readonly groups: (readonly number[])[] = [];
  private readonly places: Hit[] = [];
  private lists: Map<number, readonly Hit[]> | null = null;

  /** `atoms` is how many there are. */
  constructor(atoms: number) {
    this.bits = new Uint32Array((atoms >>> 5) + 1);
  }

  /** All of these atoms occur at a place. Not to be told after somebody has asked. */
  put(ids: readonly number[], start: number, end: number, weak = false): void {
    if (ids.length === 0) return;
    this.groups.push(ids);
    this.places.push({ start, end, weak });
    for (const id of ids) this.bits[id >>> 5] = (this.bits[id >>> 5] ?? 0) | (1 << (id & 31));
  }

  has(id: number): boolean {
    return ((this.bits[id >>> 5] ?? 0) & (1 << (id & 31))) !== 0;
  }

  /** In order; none where it does not occur. */
  get(id: number): readonly Hit[] {
    if (!this.has(id)) return nothing;
    const known = this.lists?.get(id);
    if (known) return known;
    const list = this.listOf(id);
    this.replace(id, list);
    return list;
  }

  /** Other places for an atom that occurs. */
  replace(id: number, list: readonly Hit[]): void {
    this.lists ??= new Map();
    this.lists.set(id, list);
  }

  /** Each atom that occurs. */
  each(tell: (id: number) => void): void {
    for (let word = 0; word < this.bits.length; word++)
      for (let left = this.bits[word] ?? 0; left !== 0; left &= left - 1)
        tell(word * 32 + 31 - Math.clz32(left & -left));
  }

  private listOf(id: number): readonly Hit[] {
    const list: Hit[] = [];
    for (let k = 0; k < this.groups.length; k++) {
      const place = this.places[k];
      if (place && this.groups[k]?.includes(id)) list.push(place);
    }
    // Pronouns and words for data come after the rest.
    return isInOrder(list) ? list : list.sort(byPlace);
  }
}

const nothing: readonly Hit[] = [];

function isInOrder(list: readonly Hit[]): boolean {
  for (let k = 1; k < list.length; k++) {
    const before = list[k - 1];
    const hit = list[k];
    if (before && hit && byPlace(before, hit) > 0) return false;
  }
  return true;
}

function byPlace(a: Hit, b: Hit): number {
  return a.start - b.start || b.end - a.end;
}
