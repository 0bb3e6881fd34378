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
  let all = none;
  let isOwn = false;
  for (const set of sets) {
    if (set === none || set === all) continue;
    if (all === none) {
      all = set;
      continue;
    }
    if (!isOwn) all = all.slice();
    isOwn = true;
    for (let k = 0; k < all.length; k++) all[k] = (all[k] ?? 0) | (set[k] ?? 0);
  }
  return all;
}

/** What sets have in common; `none` where that is nothing, null (all) where there is no set. */
export function common(sets: readonly Bits[], none: Bits): Bits | null {
  const [first = null] = sets;
  if (sets.length < 2) return first;
  // Most have nothing in common, and no set is made for that.
  let both = none;
  for (let k = 0; k < none.length; k++) {
    let held = -1;
    for (const set of sets) held &= set[k] ?? 0;
    if (held === 0) continue;
    if (both === none) both = new Uint32Array(none.length);
    both[k] = held;
  }
  return both;
}

/** The statements of a set, in order. */
export function members(bits: Bits): number[] {
  const found: number[] = [];
  for (let k = 0; k < bits.length; k++) {
    for (let left = bits[k] ?? 0; left !== 0; left &= left - 1) found.push(k * 32 + 31 - Math.clz32(left & -left));
  }
  return found;
}
