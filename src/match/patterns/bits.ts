/** A set of statements, a bit for each. */
export type Bits = Uint32Array;

/** Whether the set holds a statement; null holds all. */
export function holds(bits: Bits | null, at: number): boolean {
  return !bits || ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0;
}

/** Puts a statement into a set. */
export function put(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31));
}

/** The union of sets. An empty set is always `none`, so that nobody has to look into it. */
export function union(sets: readonly Bits[], none: Bits): Bits {
  let first = none;
  let all: Bits | null = null;
  for (const set of sets) {
    if (set === none || set === first) continue;
    if (first === none) first = set;
    else {
      all ??= first.slice();
      for (let k = 0; k < all.length; k++) all[k] = (all[k] ?? 0) | (set[k] ?? 0);
    }
  }
  return all ?? first;
}

/** What two sets have in common; `none` where that is nothing. */
export function common(one: Bits, other: Bits, none: Bits): Bits {
  if (one === none || other === none) return none;
  if (one === other) return one;
  const both = new Uint32Array(one.length);
  let any = 0;
  for (let k = 0; k < both.length; k++) {
    const held = (one[k] ?? 0) & (other[k] ?? 0);
    both[k] = held;
    any |= held;
  }
  return any === 0 ? none : both;
}

/** The statements of a set, in order. */
export function members(bits: Bits): number[] {
  const found: number[] = [];
  for (let k = 0; k < bits.length; k++) {
    for (let left = bits[k] ?? 0; left !== 0; left &= left - 1) found.push(k * 32 + 31 - Math.clz32(left & -left));
  }
  return found;
}
