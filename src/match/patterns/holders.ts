import type { Reading } from '../reading.ts';
import type { Bits } from './bits.ts';
import type { Needs } from './needs.ts';

/** Which statements of a contract hold what patterns need: a row of bits for each list of atoms, and one for lengths of time. */
export class Holders {
  private readonly needs: Needs;
  private readonly nowhere: Bits;
  private readonly width: number;
  private readonly rows: Uint32Array;
  /** 1 for each row that holds a statement. */
  private readonly occurs: Uint8Array;

  /** `nowhere` is the empty set, as wide as all others. */
  constructor(needs: Needs, readings: readonly Reading[], atoms: number, nowhere: Bits) {
    this.needs = needs;
    this.nowhere = nowhere;
    this.width = nowhere.length;
    const time = needs.lists.starts.length - 1;
    this.rows = new Uint32Array((time + 1) * this.width);
    this.occurs = new Uint8Array(time + 1);
    const own = new Uint32Array(atoms * this.width);
    const occurring = new Uint8Array(atoms);
    readings.forEach(({ hits, quantities }, at) => {
      const [word, bit] = [at >>> 5, 1 << (at & 31)];
      hits.each((id) => {
        occurring[id] = 1;
        add(own, id * this.width + word, bit);
      });
      if (quantities.length > 0) this.put(time, word, bit);
    });
    this.unite(own, occurring);
  }

  /** Statements that hold an atom of a list. */
  of(list: number): Bits {
    if (this.occurs[list] !== 1) return this.nowhere;
    return this.rows.subarray(list * this.width, (list + 1) * this.width);
  }

  /** Statements that tell a length of time. */
  get timed(): Bits {
    return this.of(this.occurs.length - 1);
  }

  /** Statements that hold what one of the sequences of a pattern needs. */
  ofPattern(place: number): Bits {
    const { patterns, sequences } = this.needs;
    let all: Bits | null = null;
    for (let sequence = patterns[place] ?? 0; sequence < (patterns[place + 1] ?? 0); sequence++) {
      const [from, to] = [sequences.starts[sequence] ?? 0, sequences.starts[sequence + 1] ?? 0];
      if (!this.occurAll(from, to)) continue;
      for (let word = 0; word < this.width; word++) {
        const both = this.common(from, to, word);
        if (both === 0) continue;
        all ??= new Uint32Array(this.width);
        add(all, word, both);
      }
    }
    return all ?? this.nowhere;
  }

  /** Whether each list of a sequence occurs, be it in different statements. */
  private occurAll(from: number, to: number): boolean {
    const { items } = this.needs.sequences;
    for (let at = from; at < to; at++) if (this.occurs[items[at] ?? 0] !== 1) return false;
    return true;
  }

  private common(from: number, to: number, word: number): number {
    const { items } = this.needs.sequences;
    let both = -1;
    for (let at = from; at < to; at++) both &= this.rows[(items[at] ?? 0) * this.width + word] ?? 0;
    return both;
  }

  private unite(own: Uint32Array, occurring: Uint8Array): void {
    const { starts, items } = this.needs.lists;
    for (let list = 0; list < starts.length - 1; list++)
      for (let at = starts[list] ?? 0; at < (starts[list + 1] ?? 0); at++) {
        const id = items[at] ?? 0;
        // Most atoms occur nowhere in a contract.
        if (occurring[id] !== 1) continue;
        for (let word = 0; word < this.width; word++) this.put(list, word, own[id * this.width + word] ?? 0);
      }
  }

  private put(list: number, word: number, bits: number): void {
    this.occurs[list] = 1;
    add(this.rows, list * this.width + word, bits);
  }
}

function add(bits: Uint32Array, at: number, more: number): void {
  bits[at] = (bits[at] ?? 0) | more;
}
