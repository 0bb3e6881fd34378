import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Gives a whole number from 0 up to, not including, its limit. */
export type Dice = (limit: number) => number;

/** The same numbers for the same seed, everywhere. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % Math.max(1, limit);
  };
}

/** What files grow to at most: a mutation is to be awkward, not merely large. */
const most = 4 * 1024 * 1024;

type Mutation = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array;

const mutations: Readonly<Record<string, Mutation>> = {
  'bit flips': (bytes, dice) => {
    const changed = Uint8Array.from(bytes);
    for (let left = 1 + dice(40); left > 0; left--) {
      const at = dice(changed.length);
      changed[at] = (changed[at] ?? 0) ^ (1 << dice(8));
    }
    return changed;
  },
  truncation: (bytes, dice) => bytes.subarray(0, dice(bytes.length)),
  'lost bytes': (bytes, dice) => {
    const from = dice(bytes.length);
    return joined(bytes.subarray(0, from), bytes.subarray(from + dice(200)));
  },
  splice: (bytes, dice, other) => {
    const from = dice(other.length);
    const cut = dice(bytes.length);
    return joined(bytes.subarray(0, cut), other.subarray(from, from + dice(4000)), bytes.subarray(cut + dice(100)));
  },
  'repeated chunk': (bytes, dice) => {
    const from = dice(bytes.length);
    const chunk = bytes.subarray(from, from + 1 + dice(300));
    const copies = Array.from({ length: 1 + dice(2000) }, () => chunk);
    return joined(bytes.subarray(0, from), ...copies, bytes.subarray(from));
  },
  'huge number': (bytes, dice) => {
    const text = strFromU8(bytes, true);
    const numbers = [...text.matchAll(/\d+/g)];
    const hit = numbers[dice(numbers.length)];
    if (hit === undefined) return bytes;
    const number = ['99999999999999999999', '-1', '2147483648', '0', '1e308', '4294967295'][dice(6)] ?? '';
    return strToU8(text.slice(0, hit.index) + number + text.slice(hit.index + hit[0].length), true);
  },
  nesting: (bytes, dice) => {
    const text = strFromU8(bytes, true);
    const openings = [...text.matchAll(/<[A-Za-z][^<>]{0,60}>|[[({]|\{\\\w+|<<|^(?:> ?|- )/gm)];
    const hit = openings[dice(openings.length)];
    if (hit === undefined) return bytes;
    return strToU8(text.slice(0, hit.index) + hit[0].repeat(1 + dice(20_000)) + text.slice(hit.index), true);
  },
  'swapped tags': (bytes, dice) => {
    const text = strFromU8(bytes, true);
    const tags = [...text.matchAll(/<\/?[\w:]+/g)];
    const [one, two] = [tags[dice(tags.length)], tags[dice(tags.length)]];
    if (one === undefined || two === undefined) return bytes;
    return strToU8(text.slice(0, one.index) + two[0] + text.slice(one.index + one[0].length), true);
  },
  'strange characters': (bytes, dice) => {
    const at = dice(bytes.length);
    const strange = ['\0', '\ufeff', '\u202e', '\ud800', '\u00ad', '\u2028', '\u0301', '\x1b[31m', '\ufffd'];
    const run = (strange[dice(strange.length)] ?? '').repeat(1 + dice(5000));
    return joined(bytes.subarray(0, at), Buffer.from(run), bytes.subarray(at));
  },
};

/** A file spoilt in one to three ways, which are named. A package is spoilt from within as often as from without. */
export function mutate(bytes: Uint8Array, other: Uint8Array, dice: Dice): { bytes: Uint8Array; how: string } {
  const parts = dice(3) > 0 ? partsOf(bytes) : {};
  const names = Object.keys(parts).filter((name) => name.endsWith('.xml') || name.endsWith('.rels'));
  // The body most of the time.
  const body = names.find((name) => /(?:document|content)\.xml$/.test(name));
  const name = (dice(2) === 0 ? body : undefined) ?? names[dice(names.length)];
  if (name === undefined) return several(bytes, other, dice);
  const spoilt = several(parts[name] ?? new Uint8Array(), other, dice);
  return { bytes: zipSync({ ...parts, [name]: spoilt.bytes }, { level: 1 }), how: `${name}: ${spoilt.how}` };
}

/** None where the file is no package, or a broken one. */
function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return bytes[0] === 0x50 ? unzipSync(bytes) : {};
  } catch {
    return {};
  }
}

function several(bytes: Uint8Array, other: Uint8Array, dice: Dice): { bytes: Uint8Array; how: string } {
  const names = Object.keys(mutations);
  const how: string[] = [];
  let changed = bytes;
  for (let left = 1 + dice(3); left > 0; left--) {
    const name = names[dice(names.length)] ?? '';
    changed = (mutations[name]?.(changed, dice, other) ?? changed).subarray(0, most);
    how.push(name);
  }
  return { bytes: changed, how: how.join(', ') };
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}
